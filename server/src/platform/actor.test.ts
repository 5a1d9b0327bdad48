import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, asActor, asReader, type Credential } from './actor.ts'
import type { Tx } from './database.ts'
import { Refused } from './refused.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

let database: TestDatabase
let credential: Credential

beforeAll(async () => {
  database = await testDatabase()
  const [who] = await database.dangerous<{ id: string }[]>`select id from account where username = 'tham'`
  credential = { accountId: who?.id ?? '' }
})
afterAll(() => database.close())

test('a read is answered by its rows: a commit that fails behind it changes nothing and disturbs nobody', async () => {
  const loud: unknown[] = []
  const hear = (error: unknown) => loud.push(error)
  process.on('unhandledRejection', hear)
  // The statement that fails ends the transaction, which the commit then meets.
  const work = async (tx: Parameters<Parameters<typeof asActor>[3]>[0]) => {
    await tx`select 1 / 0`.catch(() => {})
    return 'rows'
  }
  await expect(asActor(database.operator, credential, {}, work)).rejects.toThrow('division by zero')
  for (let i = 0; i < 8; i++) expect(await asReader(database.operator, credential, {}, work)).toBe('rows')
  // Every connection of the pool is given back, and is in no transaction of before.
  const entered = await Promise.all(
    Array.from({ length: 8 }, () =>
      asReader(
        database.operator,
        credential,
        {},
        async (tx) => tx<{ actor: string | null }[]>`
        select policy.actor() as actor`,
      ),
    ),
  )
  expect(entered.map(([row]) => ({ accountId: row?.actor }))).toEqual(Array(8).fill(credential))
  const [left] = await database.operator<{ actor: string | null }[]>`select policy.actor() as actor`
  expect(left?.actor).toBeNull()
  process.off('unhandledRejection', hear)
  expect(loud).toEqual([])
})

test('a read that is refused is refused, before or after its rows', async () => {
  const refused = (work: () => Promise<never>) =>
    asReader(database.operator, credential, {}, async (tx) => {
      await tx`select 1`
      return work()
    })
  await expect(
    refused(async () => {
      throw new Refused('notAllowed')
    }),
  ).rejects.toThrow(Refused)
  const nobody = { accountId: '00000000-0000-4000-8000-000000000000' }
  await expect(asReader(database.operator, nobody, {}, async () => 'rows')).rejects.toThrow(Refused)
  await expect(asReader(database.operator, credential, {}, async (tx) => tx`select 1 / 0`)).rejects.toThrow(
    'division by zero',
  )
})

const note = (tx: Tx, actor: Actor, id: string) => async () => {
  await tx`insert into command_log (province, account_id, id, name, args_hash, device_time, answer)
    values (${actor.province}, ${actor.id}, ${id}, 'test', '\\x00', now(), 'null')`
}
const kept = async (ids: readonly string[]) => {
  const rows = await database.dangerous<{ id: string }[]>`
    select id from command_log where id = any (${[...ids]}::uuid[])`
  return rows.length
}

test('of statements that are sent together all are kept or none, in whatever place one fails', async () => {
  const ids = Array.from({ length: 12 }, () => randomUUID())
  const [first = '', second = '', ...others] = ids
  await asActor(database.operator, credential, {}, (tx, actor) =>
    Promise.all([note(tx, actor, first)(), note(tx, actor, second)()]),
  )
  expect(await kept([first, second])).toBe(2)
  const fail = async (tx: Tx, refuse: boolean) => {
    await tx`select ${refuse ? 1 : 0} / ${refuse ? 1 : 0}`
    throw new Refused('notAllowed')
  }
  const failing = await Promise.allSettled(
    others.map((id, i) =>
      asActor(database.operator, credential, {}, async (tx, actor) => {
        const [one, other] = [note(tx, actor, id), () => fail(tx, i % 2 === 0)]
        await Promise.all(i < 5 ? [one(), other()] : [other(), one()])
      }),
    ),
  )
  expect(new Set(failing.map(({ status }) => status))).toEqual(new Set(['rejected']))
  expect(await kept(others)).toBe(0)
  // Every connection is given back in no transaction and as nobody.
  const left = await Promise.all(
    others.map(() => database.operator<{ actor: string | null }[]>`select policy.actor() as actor`),
  )
  expect(left.map(([row]) => row?.actor)).toEqual(others.map(() => null))
  const idle = await database.dangerous`select from pg_stat_activity
    where datname = current_database() and usename = 'ke_vai_operator' and state like 'idle in transaction%'`
  expect(idle).toHaveLength(0)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor, asReader, type Credential } from './actor.ts'
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

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tx } from './database.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const killItself = async (tx: Tx) => {
  const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
  await database.dangerous`select pg_terminate_backend(${row?.pid ?? 0})`
}

/** Written in the moments around the close of the connection, where the driver itself may have no socket any more. */
const ways: Record<string, (tx: Tx) => Promise<unknown>> = {
  'one more statement': (tx) => tx`select 1`,
  'two, one after the other, each caught': async (tx) => {
    await tx`select 1`.catch(() => {})
    await tx`select 2`.catch(() => {})
    throw new Error('given up')
  },
  'many at once': (tx) => Promise.all(Array.from({ length: 20 }, (_, i) => tx`select ${i}::int`)),
  'nothing more': async () => {
    throw new Error('given up')
  },
}

test.each(Object.keys(ways))(
  'a connection that PostgreSQL ends inside a transaction is an error of that one: %s',
  async (way) => {
    const loose: unknown[] = []
    const hear = (error: unknown) => loose.push(error)
    process.on('uncaughtException', hear)
    for (let turn = 0; turn < 5; turn++) {
      const ended = database.app.begin(async (tx) => {
        await killItself(tx)
        return ways[way]?.(tx)
      })
      const how = await ended.then(
        () => 'done',
        () => 'refused',
      )
      expect(how).toBe('refused')
    }
    // The word that it was ended may still be on its way to whoever is given that connection next: asked again it answers.
    const ask = (n: number) => database.app<{ n: number }[]>`select ${n}::int as n`
    const all = await Promise.all(Array.from({ length: 40 }, (_, n) => ask(n).catch(() => ask(n))))
    expect(all.map(([row]) => row?.n)).toEqual(Array.from({ length: 40 }, (_, i) => i))
    process.off('uncaughtException', hear)
    expect(loose).toEqual([])
  },
  120_000,
)

import postgres from 'postgres'
import type { Server, Tx } from '../server/src/platform/database.ts'

/** One statement as a handler sent it. */
export interface Statement {
  text: string
  values: readonly unknown[]
}

/** What one request costs the database, and whether it writes. */
export interface Plan {
  statements: readonly Statement[]
  kind: 'read' | 'change'
}

/** The driver alone: a superuser's connection, which no policy holds, and a second one that listens to handlers. */
export interface Bare {
  /** Runs a handler's work without guard or policies, undoes it, and gives its answer with the statements it sent. */
  listen<T>(work: (tx: Tx) => Promise<T>): Promise<{ answer: T; statements: Statement[] }>
  /**
   * Sends the statements together in one round trip and gives the rows of each; those of a plan that writes stand in a
   * transaction, which is kept. `swap` puts a turn's own values in the place of those that were heard.
   */
  replay({ statements, kind }: Plan, swap?: ReadonlyMap<unknown, unknown>): Promise<unknown[]>
  close(): Promise<void>
}

// Days stay text, as in the product's own connections.
const types = {
  day: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (text: string) => text },
  big: { to: 20, from: [20], serialize: (n: number) => String(n), parse: (text: string) => Number(text) },
}

class Undo extends Error {}

export function openBare(server: Server, database: string): Bare {
  if ('url' in server) throw new Error('the benchmark measures the engine of the product')
  const options = {
    path: `${server.socketDir}/.s.PGSQL.${server.port}`,
    database,
    user: server.superuser,
    max: 1,
    types,
    onnotice: () => {},
  }
  let heard: Statement[] = []
  const listening = postgres({
    ...options,
    debug: (_, text, values) => heard.push({ text, values }),
  })
  const plain = postgres(options)
  const send = ({ text, values }: Statement, swap?: ReadonlyMap<unknown, unknown>) =>
    // Values are what the driver itself was given by the handler.
    plain.unsafe(
      text,
      values.map((value) => swap?.get(value) ?? value) as postgres.ParameterOrJSON<never>[],
      {
        prepare: true,
      },
    )
  return {
    listen: async (work) => {
      const results: { answer: Awaited<ReturnType<typeof work>>; statements: Statement[] }[] = []
      await listening
        .begin(async (tx) => {
          heard = []
          const answer = await work(tx)
          results.push({ answer, statements: [...heard] })
          throw new Undo()
        })
        .catch((error: unknown) => {
          if (!(error instanceof Undo)) throw error
        })
      const [result] = results
      if (!result) throw new Error('the handler gave no answer')
      return result
    },
    replay: async ({ statements, kind }, swap) => {
      if (kind === 'read') return Promise.all(statements.map((each) => send(each, swap)))
      const [, ...rows] = await Promise.all([
        plain.unsafe('begin'),
        ...statements.map((each) => send(each, swap)),
        plain.unsafe('commit'),
      ])
      return rows.slice(0, -1)
    },
    close: async () => {
      await Promise.all([listening.end({ timeout: 5 }), plain.end({ timeout: 5 })])
    },
  }
}

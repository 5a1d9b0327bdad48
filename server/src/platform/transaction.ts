import type { Sql, Tx } from './database.ts'

/**
 * Runs `work` in one transaction whose first statement travels together with `begin`: a request waits for one journey
 * less than with the driver's own `begin`. Commits when `work` resolves, undoes everything when it throws; a statement
 * that failed makes the whole transaction fail, even when `work` went on.
 */
export async function inTransaction<First, T>(
  pool: Sql,
  first: (tx: Tx) => PromiseLike<First>,
  work: (tx: Tx, first: First) => Promise<T>,
): Promise<T> {
  const connection = await pool.reserve()
  // The same tagged template as in the driver's transactions; `savepoint`, which it lacks, is asked for by nobody.
  const tx = connection as unknown as Tx
  try {
    const [, answer] = await Promise.all([tx.unsafe('begin'), first(tx)])
    const value = await work(tx, answer)
    const ended = await tx.unsafe('commit')
    // PostgreSQL answers the commit of a broken transaction by undoing it.
    if (ended.command !== 'COMMIT') throw new Error('a statement of this transaction had failed')
    connection.release()
    return value
  } catch (error) {
    if (!isLost(error)) await tx.unsafe('rollback').then(connection.release, () => {})
    throw error
  }
}

// A connection that broke has left the pool already and takes no more statements.
function isLost(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^(CONNECTION_|ECONN|EPIPE|57P0)/.test(code)
}

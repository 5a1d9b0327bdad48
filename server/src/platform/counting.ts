import type { Tx } from './database.ts'

/**
 * Counts everybody: a report is the club's, whoever makes it, so a conflict of interest of hers takes nobody out of
 * its figures. Only for work that answers with figures and never with a row of a person; nothing else may run on the
 * transaction meanwhile (await it before anything beside it), or a hidden person could be shown by it.
 */
export async function counting<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx`select set_config('app.counting', 'on', true)`
  try {
    return await work()
  } finally {
    // After a failed statement the transaction is undone, and the setting with it.
    await tx`select set_config('app.counting', '', true)`.catch(() => {})
  }
}

import { connectAs, type Server } from '../platform/database.ts'
import { addToErasedList, selectErased } from './erased-list.ts'

/**
 * Keeps the list of the erased outside of the database while the product runs: at the start, and each time when an
 * erasure is committed. Answers how it is ended.
 */
export async function keepErasedList(
  server: Server,
  database: string,
  dataDir: string,
): Promise<() => Promise<void>> {
  const sql = connectAs(server, database, 'ke_vai_backup', 1)
  let going: Promise<void> = Promise.resolve()
  const write = () => {
    // One at a time: two at once could each believe that a line is missing.
    going = going
      .then(async () => addToErasedList(dataDir, await selectErased(sql)))
      .catch(() => void process.stderr.write('the list of the erased could not be written\n'))
    return going
  }
  await write()
  // `listen` says so each time when its connection is there again: what was erased meanwhile is caught up.
  await sql.listen(
    'ke_vai_erasure',
    () => void write(),
    () => void write(),
  )
  return async () => {
    await going
    await sql.end({ timeout: 1 })
  }
}

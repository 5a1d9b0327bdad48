import { statSync } from 'node:fs'
import { createServer } from 'node:net'
import { StartRefusal } from './start-refusal.ts'

/**
 * Makes this process the one owner of a folder until it ends, however it ends: the lock is a socket name of the
 * kernel's (`\0…`, no file), which a killed process cannot leave behind. The name is the folder's identity on
 * disk, so that another path to the same folder meets the same lock.
 * @returns lets go of the folder
 * @throws StartRefusal when another process owns it
 */
export async function ownFolder(folder: string): Promise<() => void> {
  const { dev, ino } = statSync(folder, { bigint: true })
  const lock = createServer((caller) => caller.destroy())
  try {
    await new Promise<void>((resolve, reject) => {
      lock.once('error', reject)
      lock.listen({ path: `\0ke-vai/${dev}/${ino}` }, resolve)
    })
  } catch {
    throw new StartRefusal(
      `Một Kề Vai khác đang chạy trên thư mục ${folder}; hãy dừng nó trước`,
      'another Kề Vai is running on this data folder; stop it first',
    )
  }
  lock.unref()
  return () => lock.close()
}

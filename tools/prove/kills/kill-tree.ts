import { setTimeout as pause } from 'node:timers/promises'
import { leftovers, type ProductProcess } from '../../../server/src/testing/product-process.ts'

/**
 * kill −9 of all that belongs to a product: Node, the vault's process, the database and its workers, in one breath.
 * What was being born meanwhile is killed in the next one. @returns how many processes there were at first
 */
export async function killTree(product: ProductProcess, dataDir: string): Promise<number> {
  const alive = () => leftovers(dataDir, product.pid).map(Number)
  const first = alive()
  for (let some = first; some.length > 0; some = alive()) {
    for (const pid of some) endNow(pid)
    await pause(5)
  }
  await product.ended()
  return first.length
}

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}

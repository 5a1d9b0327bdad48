import { fork } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../server/src/platform/config.ts'
import type { Server } from '../server/src/platform/database.ts'

/** Starts the product in a process of its own; it ends by `stop`, and with us. */
export async function startChild(
  server: Server,
  database: string,
  dataDir: string,
): Promise<{ address: string; stop(): Promise<void> }> {
  const child = fork(join(root, 'tools', 'run.mjs'), ['bench/serve.ts'], { cwd: root })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)))
    child.once('exit', (code) => reject(new Error(`the product ended with ${code} before it answered`)))
    child.send({ server, database, dataDir })
  })
  return {
    address,
    stop: async () => {
      child.disconnect()
      await ended
    },
  }
}

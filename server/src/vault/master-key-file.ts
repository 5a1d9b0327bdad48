import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { renameDurably } from '../platform/engine/durable.ts'
import { StartRefusal } from '../platform/engine/start-refusal.ts'
import { masterKeyPath } from './key-path.ts'

// Only the vault's process imports this file: boundaries.cjs keeps everything else from it.

export const masterKeyBytes = 32

/** The master keys that lie in the data folder, by epoch. Throws StartRefusal when a file is damaged. */
export async function readMasterKeys(dataDir: string): Promise<Map<number, Buffer>> {
  const folder = dirname(masterKeyPath(dataDir))
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const keys = new Map<number, Buffer>()
  for (const name of names) {
    const match = /^master(?:-(\d+))?\.key$/u.exec(name)
    if (!match) continue
    const epoch = Number(match[1] ?? 1)
    const key = await readFile(masterKeyPath(dataDir, epoch))
    // A copy that was put back by hand may be readable to others; a file system without modes keeps it as it is.
    await chmod(masterKeyPath(dataDir, epoch), 0o600).catch(() => {})
    // An empty file is what a kill left of the first start: «not yet made».
    if (key.length === 0) continue
    if (key.length !== masterKeyBytes)
      throw new StartRefusal(
        `Tệp khóa ${masterKeyPath(dataDir, epoch)} bị hỏng; hãy chép lại bản cất riêng của nó`,
        'the key file is damaged: put back its copy',
      )
    keys.set(epoch, key)
  }
  return keys
}

/** Makes a master key and writes it whole or not at all: a file under its name is always a key. */
export async function makeMasterKey(dataDir: string, epoch: number): Promise<Buffer> {
  const path = masterKeyPath(dataDir, epoch)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const key = randomBytes(masterKeyBytes)
  const making = `${path}.new`
  rmSync(making, { force: true })
  const file = openSync(making, 'wx', 0o600)
  try {
    writeSync(file, key)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameDurably(making, path)
  return key
}

/** Takes a master key off the disk; its bytes are written over first, for what that is worth on flash. */
export function removeMasterKey(dataDir: string, epoch: number): void {
  const path = masterKeyPath(dataDir, epoch)
  try {
    const file = openSync(path, 'r+')
    try {
      writeSync(file, randomBytes(masterKeyBytes))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  rmSync(path, { force: true })
}

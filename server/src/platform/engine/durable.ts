import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a file so that it is there whole or not at all, whenever this process or the machine dies. */
export function writeDurably(path: string, text: string, mode = 0o600): void {
  const making = `${path}.new`
  rmSync(making, { force: true })
  const file = openSync(making, 'wx', mode)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameDurably(making, path)
}

/** Renames, and returns only when the new name would survive a power cut. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  const folder = openSync(dirname(to), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

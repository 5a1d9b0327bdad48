import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { basename } from 'node:path'

/** False for a process that is gone or a zombie, which only waits to be noticed by its parent. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))
  } catch {
    return false
  }
}

/** The program that a process runs, '' when it cannot be told; its file may since have been replaced. */
export function programOf(pid: number): string {
  return link(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '')
}

/**
 * PostgreSQL's processes, initdb too, that work in a database folder: a number in an old pid file may long belong
 * to another program, where a process stands may not lie.
 */
export function processesIn(database: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => worksIn(pid, database))
}

/** Whether this one process is PostgreSQL's and works in that folder. */
export function worksIn(pid: number, database: string): boolean {
  if (!['postgres', 'initdb'].includes(basename(programOf(pid))) || !isAlive(pid)) return false
  const cwd = link(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, '')
  // Just started, it still stands elsewhere, but was told the folder.
  return cwd === real(database) || words(pid).includes(database)
}

function words(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** Signals a process, or its whole group for a negative number; one that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Resolves when none of the processes is left; at the limit, false. */
export async function gone(pids: readonly number[], limitMs: number): Promise<boolean> {
  const limit = Date.now() + limitMs
  while (pids.some(isAlive)) {
    if (Date.now() > limit) return false
    await pause(10)
  }
  return true
}

/** Waits. */
export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
}

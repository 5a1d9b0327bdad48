import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { dangerousConnectForDeploy } from '../platform/database.ts'
import { renameDurably } from '../platform/engine/durable.ts'
import { findHome } from '../platform/engine/home.ts'
import { masterKeyPath } from '../platform/vault.ts'
import { type Running, startDatabase } from '../running.ts'
import type { TableSum } from './backup-format.ts'
import { BackupRefusal } from './backup-refusal.ts'
import { loadBackup } from './load-backup.ts'
import { readBackup } from './read-backup.ts'

/** What was brought back. */
export interface RestoreSummary {
  tables: TableSum[]
  rows: number
  seconds: number
  /** Without it sealed identities stay shut. */
  keyInPlace: boolean
}

/**
 * Restores a backup into a data folder that is not there or empty, row for row. The database is made beside the
 * folder and given its name only when every row was compared: on a refusal the folder stays as it was.
 * @param asked.keyFile the master key of the database that was backed up
 * @throws BackupRefusal, StartRefusal
 */
export async function restoreBackup(asked: {
  file: string
  dataDir: string
  keyFile: string | undefined
  say: (line: string) => void
  signal: AbortSignal
}): Promise<RestoreSummary> {
  const began = Date.now()
  const dataDir = resolve(asked.dataDir)
  await requireEmpty(dataDir)
  const key = asked.keyFile === undefined ? null : await readKey(asked.keyFile)
  // Read once to its end before anything is made.
  for await (const _ of readBackup(asked.file)) asked.signal.throwIfAborted()
  const making = `${dataDir}.restoring-${randomBytes(4).toString('hex')}`
  try {
    await mkdir(making, { recursive: true, mode: 0o700 })
    const tables = await fill(making, key, asked)
    asked.signal.throwIfAborted()
    takePlace(making, dataDir)
    const rows = tables.reduce((all, each) => all + each.rows, 0)
    return { tables, rows, seconds: (Date.now() - began) / 1000, keyInPlace: key !== null }
  } catch (error) {
    await removeMade(making).catch(() => asked.say(`Xin tự xóa thư mục ${making} (please remove it).`))
    throw error
  }
}

async function requireEmpty(dataDir: string): Promise<void> {
  const there = await readdir(dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw notEmpty(dataDir)
  })
  if (there.length > 0) throw notEmpty(dataDir)
}

const notEmpty = (dataDir: string) =>
  new BackupRefusal(
    `Thư mục ${dataDir} không trống nên không phục hồi vào đó; không có gì bị thay đổi: hãy đặt KE_VAI_DATA là một thư mục mới`,
    'the data folder is not empty; nothing was changed: set KE_VAI_DATA to a new folder',
  )

async function readKey(file: string): Promise<Buffer> {
  const key = await readFile(file).catch(() => null)
  if (key?.length === 32) return key
  throw new BackupRefusal(
    'Tệp khóa không đọc được hoặc không phải là khóa của Kề Vai',
    'the key file cannot be read or is no key',
  )
}

async function fill(
  dataDir: string,
  key: Buffer | null,
  asked: { file: string; say: (line: string) => void; signal: AbortSignal },
): Promise<TableSum[]> {
  if (key) await writeKey(dataDir, key)
  const running = await startDatabase({ port: 0, dataDir, databaseUrl: undefined }, asked.say)
  const stop = () => void running.stop()
  asked.signal.addEventListener('abort', stop)
  try {
    asked.signal.throwIfAborted()
    const tables = await load(running, asked.file, key !== null)
    // A key that the start made opens nothing of what was restored, and must not be taken for the right one.
    if (!key) await rm(masterKeyPath(dataDir), { force: true })
    return tables
  } finally {
    asked.signal.removeEventListener('abort', stop)
    await running.stop()
  }
}

async function load(running: Running, file: string, withKey: boolean): Promise<TableSum[]> {
  const sql = dangerousConnectForDeploy(running.server, running.database)
  try {
    const tables = await loadBackup(sql, file)
    const [sealed] = await sql<{ person_id: string; wrapped: Buffer }[]>`
      select person_id, wrapped from person_key limit 1`
    if (withKey && sealed && !opens(running, sealed))
      throw new BackupRefusal(
        'Khóa này không phải là khóa của bản sao lưu; không có gì bị thay đổi',
        'this is not the key that sealed the backup; nothing was changed',
      )
    await sql`analyze`
    return tables
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function opens({ vault }: Running, sealed: { person_id: string; wrapped: Buffer }): boolean {
  try {
    return vault.unwrapKey(sealed.person_id, sealed.wrapped).length === 32
  } catch {
    return false
  }
}

async function writeKey(dataDir: string, key: Buffer): Promise<void> {
  const path = masterKeyPath(dataDir)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  try {
    await file.write(key)
    await file.sync()
  } finally {
    await file.close()
  }
}

function takePlace(making: string, dataDir: string): void {
  try {
    renameDurably(making, dataDir)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR') throw notEmpty(dataDir)
    if (code !== 'EBUSY' && code !== 'EXDEV') throw error
    throw new BackupRefusal(
      `Không đặt tên được cho ${dataDir} vì đó là một ổ đĩa riêng; hãy chọn một thư mục bên trong nó`,
      'the folder is a mount point; choose a folder inside it',
    )
  }
}

/** The database may live outside of its data folder: `findHome` knows where. */
async function removeMade(making: string): Promise<void> {
  const { dir } = findHome(making)
  for (const folder of new Set([dir, making]))
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
}

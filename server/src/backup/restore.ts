import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { dangerousConnectForDeploy } from '../platform/database.ts'
import { renameDurably } from '../platform/engine/durable.ts'
import { findHome } from '../platform/engine/home.ts'
import { type Running, startDatabase } from '../running.ts'
import { masterKeyPath } from '../vault/key-path.ts'
import type { TableSum } from './backup-format.ts'
import { BackupRefusal } from './backup-refusal.ts'
import { addToErasedList, readErasedList } from './erased-list.ts'
import { bringKeys, findKeysFile, readMasterKeyFile } from './keys-in-hand.ts'
import { type BackupFiles, type Loaded, loadBackup } from './load-backup.ts'
import { readBackup } from './read-backup.ts'

/** What was brought back. */
export interface RestoreSummary {
  tables: TableSum[]
  rows: number
  seconds: number
  /** Without it sealed identities stay shut. */
  keyInPlace: boolean
  /** The file of wrapped keys that was taken; null when there was none. */
  keysFile: string | null
  /** How many persons stay erased, whatever the files held of them. */
  erased: number
}

/**
 * Restores a backup into a data folder that is not there, or holds nothing but its `keys`, row for row. The database is
 * made beside the folder and given its name only when every row was compared: on a refusal the folder stays as it was.
 * Whoever is on the folder's list of the erased, or on the one that came with the keys, stays erased.
 * @param asked.keyFile the master key of the database that was backed up; else the one in `keys`
 * @param asked.keysFile the wrapped keys; else the newest of this installation beside the file
 * @throws BackupRefusal, StartRefusal
 */
export async function restoreBackup(asked: {
  file: string
  dataDir: string
  keyFile: string | undefined
  keysFile?: string | undefined
  say: (line: string) => void
  signal: AbortSignal
}): Promise<RestoreSummary> {
  const began = Date.now()
  const dataDir = resolve(asked.dataDir)
  await requireNothingButKeys(dataDir)
  const key = asked.keyFile === undefined ? null : await readMasterKeyFile(asked.keyFile)
  const keysFile = asked.keysFile ?? (await findKeysFile(asked.file))
  // Read once to their ends before anything is made.
  for (const file of [asked.file, ...(keysFile === null ? [] : [keysFile])])
    for await (const _ of readBackup(file)) asked.signal.throwIfAborted()
  const making = `${dataDir}.restoring-${randomBytes(4).toString('hex')}`
  try {
    await mkdir(making, { recursive: true, mode: 0o700 })
    const keyInPlace = await bringKeys(dataDir, making, key)
    const files = { data: asked.file, keys: keysFile, erased: await readErasedList(dataDir) }
    const { tables, erased } = await fill(making, keyInPlace, files, asked)
    await addToErasedList(making, erased)
    asked.signal.throwIfAborted()
    await takePlace(making, dataDir)
    const rows = tables.reduce((all, each) => all + each.rows, 0)
    const seconds = (Date.now() - began) / 1000
    return { tables, rows, seconds, keyInPlace, keysFile, erased: erased.length }
  } catch (error) {
    await removeMade(making).catch(() => asked.say(`Xin tự xóa thư mục ${making} (please remove it).`))
    throw error
  }
}

async function requireNothingButKeys(dataDir: string): Promise<void> {
  const there = await readdir(dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw notEmpty(dataDir)
  })
  if (there.some((name) => name !== 'keys')) throw notEmpty(dataDir)
}

const notEmpty = (dataDir: string) =>
  new BackupRefusal(
    `Thư mục ${dataDir} không trống nên không phục hồi vào đó; không có gì bị thay đổi: hãy đặt KE_VAI_DATA là một thư mục mới`,
    'the data folder is not empty; nothing was changed: set KE_VAI_DATA to a new folder',
  )

async function fill(
  dataDir: string,
  withKey: boolean,
  files: BackupFiles,
  asked: { say: (line: string) => void; signal: AbortSignal },
): Promise<Loaded> {
  const running = await startDatabase({ port: 0, dataDir, databaseUrl: undefined }, asked.say)
  const stop = () => void running.stop()
  asked.signal.addEventListener('abort', stop)
  try {
    asked.signal.throwIfAborted()
    const loaded = await load(running, files, withKey)
    // A key that the start made opens nothing of what was restored, and must not be taken for the right one.
    if (!withKey) await rm(masterKeyPath(dataDir), { force: true })
    return loaded
  } finally {
    asked.signal.removeEventListener('abort', stop)
    await running.stop()
  }
}

async function load(running: Running, files: BackupFiles, withKey: boolean): Promise<Loaded> {
  const sql = dangerousConnectForDeploy(running.server, running.database)
  try {
    const loaded = await loadBackup(sql, files)
    if (withKey && (await running.vault.fits()) === false)
      throw new BackupRefusal(
        'Khóa này không phải là khóa của bản sao lưu; không có gì bị thay đổi',
        'this is not the key that sealed the backup; nothing was changed',
      )
    await sql`analyze`
    return loaded
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function takePlace(making: string, dataDir: string): Promise<void> {
  // The keys that the folder kept are in the new one too: the old folder steps aside and goes when all is done.
  const aside = `${making}.before`
  const stepped = await rename(dataDir, aside).then(
    () => true,
    () => false,
  )
  try {
    renameDurably(making, dataDir)
    if (stepped) await rm(aside, { recursive: true, force: true })
  } catch (error) {
    if (stepped) await rename(aside, dataDir)
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

import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { connectAs, type Server, type Tx } from '../platform/database.ts'
import { renameDurably } from '../platform/engine/durable.ts'
import {
  type BackupFooter,
  type BackupHeader,
  formatVersion,
  keysFileOf,
  keysLiveDays,
  leftOut,
  type TableSum,
  tableEnd,
} from './backup-format.ts'
import { BackupRefusal } from './backup-refusal.ts'
import { listMigrations, listTables, readOrigin, tablesOf } from './backup-tables.ts'
import { fixTextForm, readRows } from './copy-rows.ts'
import { keepErasedList } from './keep-erased-list.ts'
import { restoreBackup } from './restore.ts'

export { BackupRefusal, keepErasedList, keysFileOf, keysLiveDays, restoreBackup }

/** What was carried: rows by table, and how long it took. */
export interface BackupSummary {
  tables: TableSum[]
  rows: number
  bytes: number
  seconds: number
}

/**
 * Writes every table as it stands at one moment to a file, while the product goes on writing. The file is there whole
 * or not at all, readable by its owner alone; one of that name is replaced only then. Sealed identities stay sealed;
 * the wrapped keys that open them stand in a second file, `<file>.keys`, and the master key in neither.
 */
export async function makeBackup(asked: {
  server: Server
  database: string
  file: string
  signal?: AbortSignal
}): Promise<BackupSummary> {
  const began = Date.now()
  const files = { data: asked.file, keys: keysFileOf(asked.file) }
  const making = { data: `${files.data}.tmp`, keys: `${files.keys}.tmp` }
  const sql = connectAs(asked.server, asked.database, 'ke_vai_backup', 1)
  try {
    for (const each of Object.values(making)) await rm(each, { force: true })
    const known = await listTables(sql)
    const tables = await sql.begin('isolation level repeatable read read only', async (tx) => {
      // A lock takes no snapshot: a deploy on its way ends before ours is taken, a later one waits for our end.
      for (const { name } of known) await tx`lock table ${tx(name)} in access share mode`
      const sums: TableSum[] = []
      for (const holds of ['data', 'keys'] as const) {
        const file = createWriteStream(making[holds], { flags: 'wx', mode: 0o600, flush: true })
        await pipeline(contents(tx, holds, sums), createGzip(), file, { signal: asked.signal })
      }
      return sums
    })
    const sizes = await Promise.all(Object.values(making).map(async (each) => (await stat(each)).size))
    // The keys first: data without its keys beside it would open nothing.
    renameDurably(making.keys, files.keys)
    renameDurably(making.data, files.data)
    return {
      tables,
      rows: tables.reduce((all, { rows }) => all + rows, 0),
      bytes: sizes.reduce((all, size) => all + size, 0),
      seconds: (Date.now() - began) / 1000,
    }
  } catch (error) {
    for (const each of Object.values(making)) await rm(each, { force: true }).catch(() => {})
    throw explain(error)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** The lines of one file; the sums of its tables join `allSums`, but for those that the other file holds too. */
async function* contents(tx: Tx, holds: 'data' | 'keys', allSums: TableSum[]): AsyncGenerator<Buffer> {
  const all = createHash('sha256')
  const line = (value: BackupHeader | BackupFooter) => Buffer.from(`${JSON.stringify(value)}\n`)
  const pass = (bytes: Buffer) => {
    all.update(bytes)
    return bytes
  }
  await fixTextForm(tx)
  const tables = tablesOf(await listTables(tx), holds)
  const sums: TableSum[] = []
  const header: BackupHeader = {
    format: 'ke-vai-backup',
    version: formatVersion,
    madeAt: new Date().toISOString(),
    holds,
    origin: await readOrigin(tx),
    migrations: await listMigrations(tx),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
    leftOut: [...leftOut],
  }
  yield pass(line(header))
  for (const table of tables) {
    const rows = readRows(tx, table)
    for (let next = await rows.next(); ; next = await rows.next()) {
      if (next.done) {
        sums.push(next.value)
        break
      }
      yield pass(next.value)
    }
    yield pass(tableEnd)
  }
  allSums.push(...sums.filter((sum) => !allSums.some(({ name }) => name === sum.name)))
  yield line({ tables: sums, sha256: all.digest('hex') })
}

/** Turns what the disk says into a sentence; anything else stays what it is. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error) || error.syscall === 'connect') return error
  return new BackupRefusal(
    'Không ghi được tệp sao lưu; hãy xem lại thư mục, quyền ghi và chỗ trống',
    `the backup file could not be written: ${'code' in error ? error.code : error.message}`,
  )
}

import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Tx } from '../platform/database.ts'
import { countLines, rowsLeftOut, type TableSum } from './backup-format.ts'
import type { BackupTable } from './backup-tables.ts'

/** Makes this transaction write every value in one form, whatever the server's own settings are. */
export async function fixTextForm(tx: Tx): Promise<void> {
  await tx`
    select set_config('datestyle', 'ISO, YMD', true), set_config('timezone', 'UTC', true),
      set_config('bytea_output', 'hex', true), set_config('intervalstyle', 'iso_8601', true),
      set_config('extra_float_digits', '1', true)`
}

/** The lines of a table in the order of its key, in pieces; at the end their sum. */
export async function* readRows(tx: Tx, table: BackupTable): AsyncGenerator<Buffer, TableSum> {
  const hash = createHash('sha256')
  let rows = 0
  const lines = await tx`
    copy (select ${tx(table.columns)} from ${tx(table.name)}
      where ${tx.unsafe(rowsLeftOut[table.name] ?? 'true')} order by ${tx.unsafe(table.orderBy)}) to stdout`.readable()
  for await (const bytes of lines as AsyncIterable<Buffer>) {
    rows += countLines(bytes)
    hash.update(bytes)
    yield bytes
  }
  // The driver pauses its socket for a slow reader and forgets it when the copy ends just then: this goes on reading.
  lines._read(0)
  return { name: table.name, rows, sha256: hash.digest('hex') }
}

/** Adds the lines to a table as they are; every constraint of the table is checked. */
export async function writeRows(tx: Tx, table: BackupTable, lines: AsyncIterable<Buffer>): Promise<void> {
  const columns = table.columns.map((column) => tx`${tx(column)}`)
  const list = columns.reduce((all, each) => tx`${all}, ${each}`)
  await pipeline(lines, await tx`copy ${tx(table.name)} (${list}) from stdin`.writable())
}

/** The sum of a table's rows as they are now. */
export async function sumRows(tx: Tx, table: BackupTable): Promise<TableSum> {
  const lines = readRows(tx, table)
  for (;;) {
    const next = await lines.next()
    if (next.done) return next.value
  }
}

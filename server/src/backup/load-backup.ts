import type { Sql, Tx } from '../platform/database.ts'
import { type BackupHeader, leftOut, type TableSum } from './backup-format.ts'
import { BackupRefusal } from './backup-refusal.ts'
import { type BackupTable, listMigrations, listTables } from './backup-tables.ts'
import { fixTextForm, sumRows, writeRows } from './copy-rows.ts'
import { type BackupPart, readBackup } from './read-backup.ts'

/**
 * Puts the rows of a backup in the place of all that a deployed database holds, in one transaction, and compares what
 * is then there with the sums of the file.
 * @param sql the superuser: no other role may write past row-level security
 * @throws BackupRefusal when the file is not whole or belongs to another version; nothing was changed then
 */
export async function loadBackup(sql: Sql, file: string): Promise<TableSum[]> {
  const parts = readBackup(file)
  try {
    return await sql.begin(async (tx) => {
      const first = await parts.next()
      const tables = await listTables(tx)
      await requireSameVersion(tx, tables, first.value)
      for (const name of [...leftOut, ...tables.map((each) => each.name)])
        await tx`truncate table ${tx(name)} cascade`
      await fixTextForm(tx)
      const sums: TableSum[] = []
      for (const table of tables) {
        await writeRows(
          tx,
          table,
          rowsOfTable(parts, (sum) => sums.push(sum)),
        )
      }
      // The reader compares the whole file with its footer only when it is asked for what comes after the last table.
      await parts.next()
      for (const [i, table] of tables.entries()) {
        const there = await sumRows(tx, table)
        if (there.sha256 !== sums[i]?.sha256 || there.rows !== sums[i]?.rows)
          throw new BackupRefusal(
            `Bảng ${table.name} sau khi phục hồi không giống trong bản sao; không có gì bị thay đổi`,
            `${table.name} did not come back as it was; nothing was changed`,
          )
      }
      return sums
    })
  } finally {
    await parts.return(undefined)
  }
}

async function requireSameVersion(
  tx: Tx,
  tables: readonly BackupTable[],
  first: BackupPart | undefined,
): Promise<BackupHeader> {
  if (first?.kind !== 'header') throw new Error('a backup begins with its header')
  const { header } = first
  const version = (migrations: BackupHeader['migrations'], shapes: BackupHeader['tables']) =>
    JSON.stringify([migrations, shapes])
  const here = version(
    await listMigrations(tx),
    tables.map(({ name, columns }) => ({ name, columns })),
  )
  if (version(header.migrations, header.tables) === here) return header
  const last = header.migrations.at(-1)?.name ?? '?'
  throw new BackupRefusal(
    `Bản sao lưu thuộc một phiên bản khác của Kề Vai (đến ${last}); hãy phục hồi bằng đúng phiên bản ấy rồi mới nâng cấp`,
    'the backup belongs to another version; restore it with that version, then upgrade',
  )
}

async function* rowsOfTable(
  parts: AsyncGenerator<BackupPart>,
  ended: (sum: TableSum) => void,
): AsyncGenerator<Buffer> {
  for (;;) {
    const { value: part } = await parts.next()
    if (part?.kind === 'rows') yield part.bytes
    else if (part?.kind === 'tableEnd') {
      ended({ name: part.name, rows: part.rows, sha256: part.sha256 })
      return
    } else throw new Error('a table of the backup does not end')
  }
}

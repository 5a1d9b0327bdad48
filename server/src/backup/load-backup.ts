import { randomBytes } from 'node:crypto'
import type { Sql, Tx } from '../platform/database.ts'
import { type BackupHeader, leftOut, type TableSum } from './backup-format.ts'
import { BackupRefusal } from './backup-refusal.ts'
import { type BackupTable, listMigrations, listTables, tablesOf } from './backup-tables.ts'
import { fixTextForm, sumRows, writeRows } from './copy-rows.ts'
import { type Erased, selectErased } from './erased-list.ts'
import { type BackupPart, readBackup } from './read-backup.ts'

/** The files of a backup, and who must stay forgotten whatever they hold. */
export interface BackupFiles {
  data: string
  /** Null: nothing sealed opens. */
  keys: string | null
  erased: readonly Erased[]
}

/** What was loaded: the rows of each table as they stand in the files, and everybody who is erased. */
export interface Loaded {
  tables: TableSum[]
  erased: Erased[]
}

/**
 * Puts the rows of a backup in the place of all that a deployed database holds, in one transaction, and compares what
 * is then there with the sums of the files. Whoever was erased since the data were backed up is erased again: by the
 * certificates that came with the keys, and by the list that the data folder kept.
 * @param sql the superuser: no other role may write past row-level security
 * @throws BackupRefusal when a file is not whole or belongs to another version; nothing was changed then
 */
export async function loadBackup(sql: Sql, files: BackupFiles): Promise<Loaded> {
  return sql.begin(async (tx) => {
    const all = await listTables(tx)
    await fixTextForm(tx)
    const data = await loadFile(tx, files.data, tablesOf(all, 'data'), async (header) => {
      await requireSameVersion(tx, tablesOf(all, 'data'), header)
      for (const name of [...leftOut, ...all.map((each) => each.name)])
        await tx`truncate table ${tx(name)} cascade`
    })
    await makeEntrySeal(tx)
    const sums = [...data.sums]
    const late: Erased[] = []
    if (files.keys !== null) {
      const keys = await loadKeys(tx, files.keys, all, data.header)
      sums.push(...keys.sums.filter(({ name }) => name !== 'erasure'))
      late.push(...keys.erased)
    }
    await forgetAgain(tx, [...files.erased, ...late, ...(await selectErased(tx))])
    return { tables: sums, erased: await selectErased(tx) }
  })
}

/** The files bring none (rowsLeftOut): this database gets a secret that nobody but it knows. */
async function makeEntrySeal(tx: Tx): Promise<void> {
  await tx`insert into deployed (what, hash) values ('entry_seal', ${randomBytes(32).toString('hex')})
    on conflict (what) do update set hash = excluded.hash`
}

async function loadFile(
  tx: Tx,
  file: string,
  tables: readonly BackupTable[],
  begin: (header: BackupHeader) => Promise<void>,
): Promise<{ header: BackupHeader; sums: TableSum[] }> {
  const parts = readBackup(file)
  try {
    const { value: first } = await parts.next()
    if (first?.kind !== 'header') throw new Error('a backup begins with its header')
    await begin(first.header)
    const sums: TableSum[] = []
    for (const table of tables) {
      const rows = rowsOfTable(parts, (sum) => sums.push(sum))
      await writeRows(tx, table, rows)
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
    return { header: first.header, sums }
  } finally {
    await parts.return(undefined)
  }
}

/** Keys newer than the data know persons whom the data do not; theirs are left aside. */
async function loadKeys(tx: Tx, file: string, all: readonly BackupTable[], data: BackupHeader) {
  const tables = tablesOf(all, 'keys')
  const aside = tables.map((table) => ({ ...table, name: `restoring_${table.name}` }))
  for (const { name } of tables)
    await tx`create temp table ${tx(`restoring_${name}`)} (like ${tx(name)}) on commit drop`
  const { sums } = await loadFile(tx, file, aside, async (header) => {
    if (header.holds === 'keys' && header.origin === data.origin) {
      await requireSameVersion(tx, tables, header)
      return
    }
    throw new BackupRefusal(
      'Tệp khóa này không thuộc về dữ liệu ấy; không có gì bị thay đổi',
      'this file of keys belongs to other data; nothing was changed',
    )
  })
  for (const { name } of tables) {
    if (name === 'erasure') continue
    const known = tx`exists (select from person where person.id = restoring.person_id)`
    await tx`insert into ${tx(name)} select * from ${tx(`restoring_${name}`)} as restoring
      ${name === 'vault_key' ? tx`` : tx`where ${known}`}`
  }
  return {
    sums: sums.map((sum) => ({ ...sum, name: sum.name.replace('restoring_', '') })),
    erased: await selectErased(tx, 'restoring_erasure'),
  }
}

/** Erases once more whom the data still know; policy.clear_person says what goes. */
async function forgetAgain(tx: Tx, certificates: readonly Erased[]): Promise<void> {
  for (const each of certificates) {
    await tx`
      insert into erasure (province, id, club_id, person_id, ground, key_hash, erased_at)
      values (${each.province}, ${each.id}, ${each.clubId}, ${each.personId}, ${each.ground},
        ${Buffer.from(each.keyHash, 'hex')}, ${each.erasedAt}) on conflict do nothing`
    await tx`delete from person_key where person_id = ${each.personId}`
    await tx`select policy.clear_person(${each.province}, ${each.clubId}, ${each.personId}, ${each.erasedAt})`
  }
}

async function requireSameVersion(
  tx: Tx,
  tables: readonly BackupTable[],
  header: BackupHeader,
): Promise<void> {
  const version = (migrations: BackupHeader['migrations'], shapes: BackupHeader['tables']) =>
    JSON.stringify([migrations, shapes])
  const here = version(
    await listMigrations(tx),
    tables.map(({ name, columns }) => ({ name, columns })),
  )
  if (version(header.migrations, header.tables) === here) return
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

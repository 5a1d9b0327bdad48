import type { Sql, Tx } from '../platform/database.ts'
import { keyTables, leftOut } from './backup-format.ts'

/** A table as a backup sees it. */
export interface BackupTable {
  name: string
  columns: string[]
  /** Written by the database itself: the key, the same on every server whatever its collation. */
  orderBy: string
}

interface TableRow extends BackupTable {
  parents: string[]
  readable: boolean
}

/**
 * Every table of the product but those left out, a table after those that it refers to. Throws when the schema holds
 * something that a backup of this format would leave behind without a word.
 */
export async function listTables(sql: Sql | Tx): Promise<BackupTable[]> {
  const others = await sql<{ name: string }[]>`
    select relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('S', 'p', 'm', 'f')`
  if (others.length > 0)
    throw new Error(`a backup does not carry ${others.map((each) => each.name).join(', ')}`)
  const rows = await sql<TableRow[]>`
    with field as (
      select attrelid, attnum, attname, quote_ident(attname) || case when attcollation <> 0 then ' collate "C"' else '' end as sorted
      from pg_attribute where attnum > 0 and not attisdropped and attgenerated = ''
    )
    select relname::text as name,
      array(select attname::text from field where attrelid = pg_class.oid order by attnum) as columns,
      coalesce(
        (select string_agg(sorted, ', ' order by array_position(conkey, attnum)) from field, pg_constraint
          where conrelid = pg_class.oid and contype = 'p' and attrelid = pg_class.oid and attnum = any (conkey)),
        (select string_agg(sorted, ', ' order by attnum) from field where attrelid = pg_class.oid)) as "orderBy",
      array(select distinct parent.relname::text from pg_constraint join pg_class parent on parent.oid = confrelid
        where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid) as parents,
      exists (select from pg_policies where schemaname = 'public' and tablename = relname and roles = '{ke_vai_backup}'
        and cmd = 'SELECT' and qual = 'true') as readable
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`
  // Row-level security would answer with fewer rows, not with an error.
  const hidden = rows.filter((each) => !each.readable)
  if (hidden.length > 0)
    throw new Error(`the backup may not read ${hidden.map((each) => each.name).join(', ')}`)
  return parentsFirst(rows.filter((each) => !leftOut.includes(each.name)))
}

/** The tables of a file: those that open persons, or all others. */
export function tablesOf(tables: readonly BackupTable[], holds: 'data' | 'keys'): BackupTable[] {
  const opening = (name: string) => keyTables.includes(name)
  if (holds === 'data') return tables.filter(({ name }) => !opening(name))
  return tables.filter(({ name }) => opening(name) || name === 'erasure')
}

/** Which installation this is, whatever became of its rows. */
export async function readOrigin(sql: Sql | Tx): Promise<string> {
  const [first] = await sql<{ at: string }[]>`
    select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at from schema_migration`
  return first?.at ?? ''
}

function parentsFirst(rows: readonly TableRow[]): BackupTable[] {
  const ordered: BackupTable[] = []
  let waiting = [...rows]
  while (waiting.length > 0) {
    const names = new Set(waiting.map((each) => each.name))
    const ready = waiting.filter((each) => !each.parents.some((parent) => names.has(parent)))
    if (ready.length === 0)
      throw new Error(`tables refer to one another in a circle: ${[...names].join(', ')}`)
    ordered.push(...ready.map(({ name, columns, orderBy }) => ({ name, columns, orderBy })))
    waiting = waiting.filter((each) => !ready.includes(each))
  }
  return ordered
}

/** The migrations of the database, which are its version. */
export async function listMigrations(sql: Sql | Tx): Promise<{ name: string; hash: string }[]> {
  const rows = await sql<{ name: string; hash: string }[]>`
    select name, hash from schema_migration order by name collate "C"`
  return rows.map(({ name, hash }) => ({ name, hash }))
}

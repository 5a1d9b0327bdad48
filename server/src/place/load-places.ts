import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { foldText } from '@ke-vai/contract/text/text.ts'
import { root } from '../platform/config.ts'
import type { Sql, Tx } from '../platform/database.ts'
import { placesWithin } from './place-within.ts'
import { readPlaces } from './read-places.ts'

/** Grows with the way of loading, so that a database loaded in an older way is loaded again. */
const loader = '2'

/**
 * Brings the tables of places to the reference files, as the deploy, in one transaction: all or nothing. Does nothing
 * when the database already holds exactly these files.
 */
export async function loadPlaces(sql: Sql): Promise<void> {
  const [places, successions] = await Promise.all([
    readReference('places.csv'),
    readReference('successions.csv'),
  ])
  const hash = createHash('sha256').update([loader, places, successions].join('\0')).digest('hex')
  await sql.begin(async (tx) => {
    await tx`set local role ke_vai_owner`
    const [last] = await tx<
      { hash: string }[]
    >`select hash from reference_load where name = 'places' for update`
    if (last?.hash === hash) return
    await writePlaces(tx, columnsOf(places))
    await writeSuccessions(tx, columnsOf(successions))
    await writeWithin(tx)
    await tx`insert into reference_load (name, hash) values ('places', ${hash})
      on conflict (name) do update set hash = excluded.hash, loaded_at = now()`
  })
}

async function writePlaces(tx: Tx, columns: Columns): Promise<void> {
  const folded = columns('full_name').map((name) => foldText(name ?? ''))
  await tx`create temporary table place_read on commit drop as
    select * from unnest(${columns('level')}::text[], ${columns('code')}::text[], ${columns('valid_from')}::text[]::date[],
      ${columns('valid_to')}::text[]::date[], ${columns('kind')}::text[], ${columns('name')}::text[],
      ${columns('full_name')}::text[], ${folded}::text[], ${columns('parent_code')}::text[],
      ${columns('province_code')}::text[])
    as read (level, code, valid_from, valid_to, kind, name, full_name, name_folded, parent_code, province_code)`
  await tx`delete from place where not exists (select from place_read
    where place_read.level = place.level and place_read.code = place.code and place_read.valid_from = place.valid_from)`
  await tx`insert into place
      (level, code, valid_from, valid_to, kind, name, full_name, name_folded, parent_code, province_code)
    select level, code, valid_from, valid_to, kind, name, full_name, name_folded, parent_code, province_code
    from place_read
    on conflict (level, code, valid_from) do update set valid_to = excluded.valid_to, kind = excluded.kind,
      name = excluded.name, full_name = excluded.full_name, name_folded = excluded.name_folded,
      parent_code = excluded.parent_code, province_code = excluded.province_code`
}

async function writeSuccessions(tx: Tx, columns: Columns): Promise<void> {
  await tx`delete from place_succession`
  await tx`insert into place_succession (level, old_code, new_level, new_code, relation, effective_date)
    select * from unnest(${columns('level')}::text[], ${columns('old_code')}::text[], ${columns('new_level')}::text[],
      ${columns('new_code')}::text[], ${columns('relation')}::text[], ${columns('effective_date')}::text[]::date[])`
}

/** Which place lies wholly in which: roles at a place are answered from these rows. */
async function writeWithin(tx: Tx): Promise<void> {
  const { rows, successions } = await readPlaces(tx)
  const pairs = placesWithin(rows, successions)
  const inner = (key: 'level' | 'code' | 'validFrom' | 'validTo') => pairs.map((pair) => pair.inner[key])
  const outer = (key: 'level' | 'code' | 'validFrom') => pairs.map((pair) => pair.outer[key])
  await tx`delete from place_within`
  await tx`insert into place_within (level, code, valid_from, valid_to, settled, outer_level, outer_code, outer_from)
    select * from unnest(${inner('level')}::text[], ${inner('code')}::text[], ${inner('validFrom')}::text[]::date[],
      ${inner('validTo')}::text[]::date[], ${pairs.map(({ settled }) => String(settled))}::text[]::boolean[],
      ${outer('level')}::text[], ${outer('code')}::text[], ${outer('validFrom')}::text[]::date[])`
}

/** The text of a reference file of places. */
export function readReference(file: 'places.csv' | 'successions.csv'): Promise<string> {
  return readFile(join(root, 'database/reference/places', file), 'utf8')
}

/** All values of a named column, an empty one as null. */
type Columns = (name: string) => (string | null)[]

/** Reads a reference table; the tool that writes it refuses values that would need quoting. */
export function columnsOf(csv: string): Columns {
  const [head = '', ...lines] = csv.trimEnd().split('\n')
  const names = head.split(',')
  const rows = lines.map((line) => line.split(','))
  return (name) => {
    const at = names.indexOf(name)
    if (at < 0) throw new Error(`no column ${name}`)
    return rows.map((row) => row[at] || null)
  }
}

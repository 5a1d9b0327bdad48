import type { Sql, Tx } from '../platform/database.ts'
import type { PlaceRow, SuccessionRow } from './place-rows.ts'

/** All dated places and what became of them, as the tables hold them: about 14,000 rows of each. */
export async function readPlaces(sql: Sql | Tx): Promise<{ rows: PlaceRow[]; successions: SuccessionRow[] }> {
  const rows = await sql<PlaceRow[]>`
    select level, code, kind, name, full_name as "fullName", parent_code as "parentCode",
      province_code as "provinceCode", valid_from::text as "validFrom", valid_to::text as "validTo"
    from place`
  const successions = await sql<SuccessionRow[]>`
    select level, old_code as "oldCode", new_level as "newLevel", new_code as "newCode", relation,
      effective_date::text as "effectiveDate"
    from place_succession`
  return { rows, successions }
}

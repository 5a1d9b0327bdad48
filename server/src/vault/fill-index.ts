import type { Sql } from '../platform/database.ts'
import type { Opening } from '../platform/vault.ts'
import { tokensOf } from './blind-index.ts'
import { type IdentityRow, identityOpening, indexedOf } from './search-identities.ts'
import { indexKeyName, type VaultKeys } from './vault-keys.ts'

interface Unindexed extends IdentityRow {
  province: string
  club_id: string
  organisation_id: string
}

const batch = 200
const marked = 'master_key_index_filled'

/** Once: persons who were registered before there was an index are put into it. */
export async function fillIndex(
  sql: Sql,
  keys: VaultKeys,
  open: (openings: readonly Opening[]) => Promise<unknown[]>,
): Promise<void> {
  const done = await sql`select from deployed where what = ${marked}`
  if (done.length > 0) return
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await sql<Unindexed[]>`
      select person_identity.province, person_identity.person_id, club_id, sealed, version,
        club.managing_organisation_id as organisation_id
      from person_identity join person_key using (province, person_id)
        join club on club.province = person_identity.province and club.id = person_identity.club_id
      where person_identity.person_id > ${after} and person_key.organisation_id is not null
        and not exists (select from identity_index where identity_index.province = person_identity.province
          and identity_index.person_id = person_identity.person_id)
      order by person_identity.person_id limit ${batch}`
    const last = rows.at(-1)
    if (!last) break
    after = last.person_id
    await fillRows(sql, keys, rows, open)
  }
  await sql`insert into deployed (what, hash) values (${marked}, '1') on conflict do nothing`
}

async function fillRows(
  sql: Sql,
  keys: VaultKeys,
  rows: readonly Unindexed[],
  open: (openings: readonly Opening[]) => Promise<unknown[]>,
): Promise<void> {
  for (const row of rows) {
    // One that does not open stays out of the index and does not keep the others out.
    const identity = await open([identityOpening(row)]).then(
      ([one]) => indexedOf(one),
      () => null,
    )
    if (!identity) continue
    const { key } = await keys.newest(indexKeyName(row.organisation_id))
    const { province, club_id, organisation_id, person_id } = row
    const lines = tokensOf(key, identity).map((each) => ({
      province,
      club_id,
      organisation_id,
      person_id,
      ...each,
    }))
    if (lines.length > 0) await sql`insert into identity_index ${sql(lines)} on conflict do nothing`
  }
}

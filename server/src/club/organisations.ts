import { type DatedName, nameOn, nameWithFormer } from '@ke-vai/contract/club/dated-name.ts'
import { organisationGet } from '@ke-vai/contract/club/reads.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'

interface OrganisationRow {
  id: string
  kind: string
  level: 'national' | 'province' | 'commune' | 'hamlet'
  placeCode: string | null
  relation: 'self' | 'parent' | 'child'
  names: DatedName[]
}

export const showOrganisation = read(organisationGet, async ({ params, query }, { tx }) => {
  const on = query.on ?? today()
  const rows = await tx<OrganisationRow[]>`
    select near.id, near.kind, near.level, near.place_code as "placeCode",
      case when near.id = self.id then 'self' when near.id = self.parent_id then 'parent' else 'child' end as relation,
      (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'validFrom', valid_from, 'validTo', valid_to)
          order by valid_from), '[]')
        from organisation_name where organisation_id = near.id) as names
    from organisation self
    join organisation near on near.id = self.id or near.id = self.parent_id or near.parent_id = self.id
    where self.id = ${params.organisationId} order by near.place_code, near.id`
  const self = rows.find((row) => row.relation === 'self')
  if (!self) throw new Refused('notFound')
  const parent = rows.find((row) => row.relation === 'parent')
  return {
    ...lineOf(self, on),
    on,
    names: self.names,
    nameWithFormer: nameWithFormer(self.names, on),
    placeCode: self.placeCode,
    parent: parent ? lineOf(parent, on) : null,
    children: rows.filter((row) => row.relation === 'child').map((row) => lineOf(row, on)),
  }
})

function lineOf({ id, kind, level, names }: OrganisationRow, on: string) {
  return { id, kind, level, name: nameOn(names, on) ?? '' }
}

/**
 * To whom a province's reports of a day go: its steering committee, by its name of that day with the former ones,
 * 'Ban Chỉ đạo 138 … (trước đây: Ban Chỉ đạo 130 …)'. Null when the province has none.
 */
export async function addresseeOn(tx: Tx, province: string, on: string): Promise<string | null> {
  const names = await tx<DatedName[]>`
    select name, valid_from as "validFrom", valid_to as "validTo" from organisation_name
    where organisation_id = (select id from organisation
      where province = ${province} and kind = 'steering_committee' and level = 'province' order by id limit 1)`
  return names.length === 0 ? null : nameWithFormer(names, on)
}

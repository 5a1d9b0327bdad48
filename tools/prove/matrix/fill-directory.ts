import { createHash, randomUUID } from 'node:crypto'
import { canary } from './canary.ts'
import type { Relation } from './oracle.ts'
import type { World } from './world.ts'

/** The entry of the directory that an organisation of the matrix keeps: its id follows from the organisation's. */
export function entryKeptBy(organisationId: string): string {
  const hex = createHash('sha256').update(`directory/${organisationId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const relationAt: readonly [keyof World['organisations'], Relation][] = [
  ['ward', 'own'],
  ['hamlet', 'sub_area'],
  ['ward2', 'sibling'],
  ['province', 'parent'],
  ['province2', 'other'],
]

/** A shelter that each organisation keeps, its street sealed for the shelter team there. */
export async function fillDirectory({ database, organisations }: World): Promise<void> {
  const { dangerous: sql, vault } = database
  for (const [at, relation] of relationAt) {
    const [organisationId, streetId] = [organisations[at], randomUUID()]
    const entryId = entryKeptBy(organisationId)
    const bound = { table: 'directory_street', row: streetId, field: 'street', version: 1 }
    const value = canary('directory_street', relation)
    const [sealed] = await vault.asking(null).seal({ purpose: 'shelter_street' }, [{ bound, value }])
    await sql`
      insert into directory_entry (province, id, owner_organisation_id, provider, kind, name, area, fee, hours, source)
      select province, ${entryId}, id, 'Nơi thử', 'shelter', 'Nhà thử', 'Khu vực thử', 'free', 'all_day', 'test'
      from organisation where id = ${organisationId}`
    await sql`
      insert into directory_report (province, id, entry_id, problem)
      select province, ${randomUUID()}, id, 'no_answer' from directory_entry where id = ${entryId}`
    await sql`
      insert into directory_street (province, id, entry_id, organisation_id, sealed)
      select province, ${streetId}, ${entryId}, id, ${sealed ?? null} from organisation where id = ${organisationId}`
  }
}

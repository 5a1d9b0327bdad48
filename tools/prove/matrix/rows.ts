import type { Relation } from './oracle.ts'
import type { World } from './world.ts'

export type Row = Record<string, unknown>

/** Whose a row is: by the person that it names, by its club, or nobody's. */
export function relationOfRow(world: World, table: string, row: Row): Relation | null {
  const personId = table === 'person' ? row.id : (row.person_id ?? row.kept_id)
  for (const [relation, person] of Object.entries(world.persons))
    if (personId === person.id) return relation as Relation
  const clubId = table === 'club' ? row.id : row.club_id
  const club = world.clubs.find((each) => each.id === clubId)
  if (club) return club.relation
  const member = world.clubs.find((each) => Object.values(each.members).includes(row.member_id as string))
  if (member) return member.relation
  const organisation = world.clubs.find((each) => each.organisationId === row.organisation_id)
  return organisation?.relation ?? null
}

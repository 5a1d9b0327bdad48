import type { Relation } from './oracle.ts'
import type { World } from './world.ts'

export type Row = Record<string, unknown>

/** Whose a row is: by the person that it names, by its club, or nobody's. */
export function relationOfRow(world: World, table: string, row: Row): Relation | null {
  // Of a case by what was sent of it: a step of a referral, a word about it.
  const about = table === 'sharing_notice' ? row.about_id : row.referral_id
  if (table === 'referral_step' || table === 'sharing_notice')
    for (const [relation, { referral, transfer }] of world.sent)
      if (about === referral || about === transfer) return relation
  const caseId = table === 'case_file' ? row.id : row.case_id
  if (caseId !== undefined && caseId !== null)
    for (const [relation, { id }] of world.cases) if (id === caseId) return relation
  const personId = table === 'person' ? row.id : (row.person_id ?? row.kept_id)
  for (const [relation, person] of Object.entries(world.persons))
    if (personId === person.id) return relation as Relation
  const clubId = table === 'club' ? row.id : row.club_id
  const club = world.clubs.find((each) => each.id === clubId)
  if (club) return club.relation
  const member = world.clubs.find((each) => Object.values(each.members).includes(row.member_id as string))
  if (member) return member.relation
  const organisation = world.clubs.find(
    (each) => each.organisationId === (row.owner_organisation_id ?? row.organisation_id),
  )
  return organisation?.relation ?? null
}

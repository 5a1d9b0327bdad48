import { randomUUID } from 'node:crypto'
import { canary } from './canary.ts'
import type { Relation } from './oracle.ts'
import type { World } from './world.ts'

const caseAt: readonly [Relation, keyof World['organisations']][] = [
  ['own', 'ward'],
  ['team', 'ward'],
  ['same_organisation', 'ward'],
  ['excluded', 'ward'],
  ['sub_area', 'hamlet'],
  ['sibling', 'ward2'],
  ['parent', 'province'],
  ['other', 'ward3'],
]
/** Of each worker's role the part that she has on a team; who manages a case there is somebody else. */
const parts: Readonly<Record<string, string>> = {
  case_manager: 'member',
  psychologist: 'psychologist',
  shelter_manager: 'shelter',
}

/** One case in each relation, received and moved through the product by a worker who is no actor of the matrix. */
export async function fillCases(world: World): Promise<void> {
  const { dangerous: sql } = world.database
  const { arranger, actors } = world
  const grantId = randomUUID()
  await sql`insert into role_grant (id, account_id, role, organisation_id, valid_from)
    values (${grantId}, ${arranger.accountId}, 'case_manager', ${world.organisations.nation}, '2022-01-01')`
  for (const [relation, at] of caseAt) {
    const [organisationId, caseId] = [world.organisations[at], randomUUID()]
    const ofCase = { organisationId, caseId }
    const { code } = await world.send(arranger, 'case.open', {
      ...ofCase,
      channel: 'self_return',
      calledBy: canary('case_identity', relation),
    })
    const entry = await addEntry(world, caseId, canary('case_words', relation))
    const stay = await addStay(world, caseId)
    const entries = await sql<{ id: string }[]>`select id from case_entry where case_id = ${caseId}`
    world.cases.set(relation, { id: caseId, organisationId, entry, stay })
    for (const id of [caseId, ...entries.map((each) => each.id)])
      world.ids.set(id, { kind: 'case', relation })
    world.ids.set(String(code), { kind: 'case_code', relation })
    const [{ province = '' } = {}] = await sql<{ province: string }[]>`
      select province from case_file where id = ${caseId}`
    await sql`insert into case_deadline (province, id, case_id, organisation_id, kind, started_at)
      values (${province}, ${randomUUID()}, ${caseId}, ${organisationId}, 'follow_up', now())`
    await sql`insert into reception (province, id, organisation_id, kind, channel, started_at, recorded_by)
      values (${province}, ${randomUUID()}, ${organisationId}, 'group', 'border_handover', now(), ${arranger.accountId})`
    // Nobody carries it, so that the conflict of interest alone keeps it from who may take it.
    if (relation === 'excluded') await sql`update case_file set manager_id = null where id = ${caseId}`
    if (relation === 'same_organisation') {
      await sql`update case_file set manager_id = null where id = ${caseId}`
      await sql`update case_member set until = now() where case_id = ${caseId}`
    }
    for (const { accountId, role } of uniqueWorkers(actors))
      if (relation === 'own' || relation === 'excluded')
        await sql`insert into case_member (province, id, case_id, account_id, part)
          values (${province}, ${randomUUID()}, ${caseId}, ${accountId}, ${parts[role ?? ''] ?? 'member'})`
    for (const accountId of new Set(actors.map((each) => each.accountId)))
      await sql`insert into case_exclusion (province, id, case_id, account_id, ground, lifted_at)
        values (${province}, ${randomUUID()}, ${caseId}, ${accountId}, 'relative', ${relation === 'excluded' ? null : new Date()})`
  }
  await sql`delete from role_grant where id = ${grantId}`
}

/** A word of the team, sealed by the vault as the product seals it. */
async function addEntry({ database, arranger }: World, caseId: string, reason: string): Promise<string> {
  const id = randomUUID()
  const bound = { table: 'case_entry', row: id, field: 'team', version: 1 }
  const [sealed] = await database.vault.asking(null).seal({ case: caseId }, [{ bound, value: { reason } }])
  await database.dangerous`
    insert into case_entry (province, id, case_id, seq, kind, tier, body, sealed, on_day, recorded_by)
    select province, ${id}, id, last_seq + 1, 'case.moved', 'team', '{"to":"assessment"}', ${sealed ?? null}, '2026-01-01',
      ${arranger.accountId} from case_file where id = ${caseId}`
  await database.dangerous`update case_file set last_seq = last_seq + 1, state = 'assessment' where id = ${caseId}`
  return id
}

/** A stay that is asked for, kept and begun. @returns the id of its first entry, which is the stay's */
async function addStay({ database, arranger }: World, caseId: string): Promise<string> {
  const stayId = randomUUID()
  const moved = {
    onDay: '2026-01-01',
    restUntil: null,
    health: 'not_now',
    rulesExplained: true,
    herYes: true,
  }
  const told: [string, string, object][] = [
    [stayId, 'stay.requested', {}],
    [randomUUID(), 'stay.reserved', { stayId, bed: 'P2-1' }],
    [randomUUID(), 'stay.begun', { stayId, bed: 'P2-1', ...moved }],
  ]
  for (const [id, kind, body] of told) {
    await database.dangerous`
      insert into case_entry (province, id, case_id, seq, kind, tier, body, on_day, recorded_by)
      select province, ${id}, id, last_seq + 1, ${kind}, 'team', ${JSON.stringify(body)}::text::jsonb, '2026-01-01',
        ${arranger.accountId} from case_file where id = ${caseId}`
    await database.dangerous`update case_file set last_seq = last_seq + 1 where id = ${caseId}`
  }
  return stayId
}

function uniqueWorkers(actors: World['actors']): World['actors'] {
  const seen = new Set<string>()
  return actors.filter(({ role, accountId }) => {
    if (!((role ?? '') in parts) || seen.has(accountId)) return false
    seen.add(accountId)
    return true
  })
}

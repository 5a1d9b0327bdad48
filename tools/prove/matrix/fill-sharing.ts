import { randomBytes, randomUUID } from 'node:crypto'
import { canary } from './canary.ts'
import type { Relation } from './oracle.ts'
import { sentTo } from './oracle-of-sharing.ts'
import type { Sent, World } from './world.ts'

const organisationAt: Readonly<Record<string, keyof World['organisations']>> = {
  own: 'ward',
  sub_area: 'hamlet',
  sibling: 'ward2',
  parent: 'province',
  other: 'province2',
}

/** What of each case was sent to another organisation, and a round of lists that each organisation leads. */
export async function fillSharing(world: World): Promise<void> {
  for (const relation of world.cases.keys()) {
    world.sent.set(relation, await sendFrom(world, relation))
    await walkBeside(world, relation)
  }
  for (const [relation, at] of Object.entries(organisationAt))
    world.rounds.set(relation as Relation, await openRound(world, world.organisations[at]))
}

async function sendFrom(world: World, relation: Relation): Promise<Sent> {
  const { dangerous: sql, vault } = world.database
  const { accountId } = world.arranger
  const file = world.cases.get(relation)
  if (!file) throw new Error(`no case ${relation}`)
  const to = world.organisations[organisationAt[sentTo[relation] ?? ''] ?? 'province2']
  const [{ province = '', code = '' } = {}] = await sql<{ province: string; code: string }[]>`
    select province, code from case_file where id = ${file.id}`
  const own = () => ({ province, id: randomUUID(), case_id: file.id })
  const put = async (table: string, kind: string, row: Record<string, unknown>) => {
    await sql`insert into ${sql(table)} ${sql(row)}`
    world.ids.set(String(row.id), { kind, relation })
    return String(row.id)
  }
  const seal = async (table: string, row: string, field: string, value: unknown) => {
    const bound = { table, row, field, version: 1 }
    const [sealed] = await vault.asking(null).seal({ case: file.id }, [{ bound, value }])
    return sealed ?? null
  }
  const agreed = async (purpose: string) =>
    put('consent', 'consent', {
      ...own(),
      purpose,
      to_organisation_id: to,
      fields: ['called_by'],
      given_by: 'herself',
      form: 'signature',
      language: 'vietnamese',
      text_version: 'x',
      interpreter: 'not_needed',
      valid_from: '2020-01-01',
      valid_to: '2099-01-01',
      recorded_by: accountId,
    })
  const word = (kind: string) => canary(kind, relation)
  const shares = { organisation_id: file.organisationId, to_organisation_id: to, fields: ['called_by'] }

  const consent = await agreed('share_referral')
  const referral = own()
  await put('referral', 'sent_referral', {
    ...referral,
    ...shares,
    service: 'papers',
    urgency: 'soon',
    cost: 'free',
    consent_id: consent,
    state: 'sent',
    sent_on: '2026-01-01',
    origin: 'app',
    sent_at: new Date(),
    recorded_by: accountId,
    shared: await seal('referral', referral.id, 'shared', [
      { field: 'called_by', value: word('words_of_referral') },
    ]),
  })
  await sql`insert into referral_step (province, id, referral_id, to_state, side, seq, by_account)
    values (${province}, ${randomUUID()}, ${referral.id}, 'sent', 'from', 1, ${accountId})`
  await sql`insert into case_deadline (province, id, case_id, organisation_id, kind, about_id, started_at)
    values (${province}, ${randomUUID()}, ${file.id}, ${file.organisationId}, 'referral_answer', ${referral.id}, now())`

  const transfer = own()
  await put('transfer', 'sent_transfer', {
    ...transfer,
    ...shares,
    reason: 'moves',
    state_before: 'assessment',
    consent_id: await agreed('share_transfer'),
    offered_by: accountId,
    parcel: await seal('transfer', transfer.id, 'parcel', [
      { field: 'called_by', value: word('words_of_transfer') },
    ]),
  })
  // The team of her own goes on as before, so that what it may do is tried on a case that is not on its way.
  if (relation !== 'own' && relation !== 'same_organisation')
    await sql`update case_file set state = 'transfer_offered' where id = ${file.id}`

  await sql`insert into verification (province, id, case_id, organisation_id, lead_organisation_id, case_code, started_at)
    values (${province}, ${randomUUID()}, ${file.id}, ${file.organisationId}, ${to}, ${code}, now())`
  const request = own()
  await put('verification_request', 'sent_request', {
    ...request,
    case_code: code,
    from_organisation_id: file.organisationId,
    to_organisation_id: to,
    purpose: 'decision',
    fields: ['question'],
    shared: await seal('verification_request', request.id, 'shared', { question: word('words_of_request') }),
    state: 'opened',
    sent_by: accountId,
    expires_at: '2099-01-01T00:00:00Z',
    openings: 1,
    openings_allowed: 9,
    opened_at: new Date(),
  })
  const tracing = own()
  await put('tracing_request', 'sent_tracing', {
    ...tracing,
    from_organisation_id: file.organisationId,
    to_organisation_id: to,
    kinds: ['market'],
    sent: await seal('tracing_request', tracing.id, 'sent', {
      sent: [{ kind: 'market', words: word('words_of_tracing') }],
    }),
    sent_by: accountId,
  })
  const notice = await put('health_notice', 'sent_notice', {
    ...own(),
    organisation_id: to,
    code: `HS-${relation}`,
    told_at: new Date(),
    told_by: accountId,
  })
  const emergency = await put('emergency_sharing', 'sent_emergency', {
    ...own(),
    ...shares,
    referral_id: randomUUID(),
    reason: 'life',
    ground: 'other_written',
    shared_by: accountId,
    approved_by: world.newcomer,
  })
  const person = world.persons[relation]
  await sql`insert into escort (province, id, club_id, person_id, case_id, office, left_at, received_at, recorded_by)
    values (${province}, ${randomUUID()}, ${person.club.id}, ${person.id}, ${file.id}, 'commune', now(), now(), ${accountId})`
  return {
    consent,
    referral: referral.id,
    transfer: transfer.id,
    request: request.id,
    tracing: tracing.id,
    notice,
    emergency,
  }
}

/** The club of the person in this relation walks beside the case in the same: given to whoever she is given to there. */
async function walkBeside(world: World, relation: Relation): Promise<void> {
  const { dangerous: sql, vault } = world.database
  const { accountId } = world.arranger
  const file = world.cases.get(relation)
  const { club } = world.persons[relation]
  if (!file) throw new Error(`no case ${relation}`)
  const { province } = club
  const [id, task, consentId] = [randomUUID(), randomUUID(), randomUUID()]
  const [own, hers] = [
    { province, case_id: file.id },
    { recorded_by: accountId, given_by: 'herself' },
  ]
  await sql`insert into consent ${sql({
    ...own,
    ...hers,
    id: consentId,
    purpose: 'companion',
    to_organisation_id: club.organisationId,
    fields: ['called_by'],
    form: 'signature',
    language: 'vietnamese',
    text_version: 'x',
    interpreter: 'not_needed',
    valid_from: '2020-01-01',
    valid_to: '2099-01-01',
  })}`
  const word = canary('words_of_companion', relation)
  const bound = (table: string, row: string, field: string) => ({ table, row, field, version: 1 })
  const [parcel, words] = await vault.asking(null).seal({ case: file.id }, [
    { bound: bound('companion', id, 'parcel'), value: [{ field: 'called_by', value: word }] },
    { bound: bound('companion_task', task, 'words'), value: word },
  ])
  const mine = relation === 'own' || relation === 'excluded'
  await sql`insert into companion ${sql({
    ...own,
    id,
    organisation_id: file.organisationId,
    club_id: club.id,
    to_organisation_id: club.organisationId,
    number: 1 + [...world.cases.keys()].indexOf(relation),
    state: 'accepted',
    consent_id: consentId,
    fields: ['called_by'],
    parcel: parcel ?? null,
    asked_by: accountId,
    member_id: (mine && club.members.member) || club.members.arranger,
  })}`
  await sql`insert into companion_task ${sql({
    ...own,
    id: task,
    companion_id: id,
    kind: 'visit',
    due_on: '2026-01-01',
    sealed: words ?? null,
    added_by: accountId,
  })}`
  for (const token of [id, task]) world.ids.set(token, { kind: 'companion', relation })
  world.ids.set(consentId, { kind: 'consent_of_companion', relation })
  world.companions.set(relation, { id, task })
}

/** A round that the organisation leads and to which it is the only party, a neutral word to it, and a group that it announced. */
async function openRound(
  { database, arranger, organisations }: World,
  organisationId: string,
): Promise<string> {
  const { dangerous: sql } = database
  const id = randomUUID()
  await sql`insert into sharing_notice (province, id, organisation_id, about_id, kind)
    select province, ${randomUUID()}, id, ${randomUUID()}, 'sharing_ended' from organisation where id = ${organisationId}`
  await sql`insert into reception (province, id, organisation_id, kind, channel, handed_over_by_organisation_id, started_at,
      recorded_by)
    values ('22', ${randomUUID()}, ${organisations.nation}, 'handover', 'border_handover', ${organisationId}, now(), ${arranger.accountId})`
  await sql`insert into reconciliation_round (province, id, organisation_id, period_from, period_to, opened_by)
    select province, ${id}, id, '2026-01-01', '2026-03-31', ${arranger.accountId} from organisation where id = ${organisationId}`
  await sql`insert into reconciliation_party (province, round_id, organisation_id, side)
    select province, ${id}, id, 'social' from organisation where id = ${organisationId}`
  await sql`insert into reconciliation_item (province, round_id, organisation_id, line, token, status, supported)
    select province, ${id}, id, 1, ${randomBytes(9)}, 'identified', true from organisation where id = ${organisationId}`
  await sql`insert into reconciliation_difference (province, id, round_id, kind, lines, owner_organisation_id)
    select province, ${randomUUID()}, ${id}, 'only_social', '{}', id from organisation where id = ${organisationId}`
  return id
}

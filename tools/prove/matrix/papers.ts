import { randomBytes, randomUUID } from 'node:crypto'
import { canary } from './canary.ts'
import type { Relation } from './oracle.ts'
import { communeOfMatrix, type World } from './world.ts'

/** A yes of two, not used yet, to exactly one row that its owner may make. */
export interface Paper {
  approvalId: string
  /** Of the grant, the invitation or the certificate that was agreed on. */
  thingId: string
}

/** Rows that the deeds are tried on: put there before them and taken away behind them, so that no other cell meets them. */
export interface Papers {
  /** By account, club and command. */
  of(accountId: string, clubId: string, command: string): Paper
  /** Of an account: a role at the commune of the matrix, agreed on in the province's organisation. */
  atPlace(accountId: string): Paper
  expired: string
  invitations: ReadonlyMap<string, string>
  used: string
  /** Of the club, of the person and of her contact, by their ids. */
  audited: ReadonlyMap<string, string>
  erasures: ReadonlyMap<string, string>
}

/** The person whose tokens are taken away for the while, so that they can be added. */
export const withoutTokens: readonly Relation[] = ['own', 'team', 'sub_area']

export async function withPapers<T>(world: World, work: (papers: Papers) => Promise<T>): Promise<T> {
  const { dangerous: sql } = world.database
  const kept = new Map<string, Set<string>>()
  const tables = ['approval', 'invitation', 'audit_event', 'erasure', 'passkey', 'authenticator'] as const
  for (const table of tables) {
    const rows = await sql<{ key: string }[]>`select to_jsonb(t)::text as key from ${sql(table)} t`
    kept.set(table, new Set(rows.map(({ key }) => key)))
  }
  const without = withoutTokens.map((relation) => world.persons[relation].id)
  const tokens = await sql<{ row: unknown }[]>`
    select to_jsonb(identity_index) as row from identity_index where person_id = any (${without}::uuid[])`
  await sql`delete from identity_index where person_id = any (${without}::uuid[])`
  try {
    return await work(await arrange(world))
  } finally {
    for (const table of tables)
      await sql`delete from ${sql(table)} t where to_jsonb(t)::text <> all (${[...(kept.get(table) ?? [])]})`
    await sql`delete from parameter where key = 'matrix'`
    await sql`delete from programme where tag = 'matrix'`
    for (const { row } of tokens)
      await sql`insert into identity_index
        select * from jsonb_populate_record(null::identity_index, ${JSON.stringify(row)}::text::jsonb)`
  }
}

async function arrange(world: World): Promise<Papers> {
  const { dangerous: sql } = world.database
  const { arranger, newcomer } = world
  const accounts = [...new Set([...world.actors.map((each) => each.accountId), arranger.accountId])]
  for (const account of accounts)
    await sql`insert into passkey (id, account_id, credential_id, public_key, name)
      values (${randomUUID()}, ${account}, ${randomBytes(16)}, ${randomBytes(16)}, 'x')`
  await sql`insert into authenticator (account_id, sealed) values (${arranger.accountId}, ${randomBytes(16)})`
  await sql`insert into parameter (key, valid_from, source) values ('matrix', '2022-01-01', 'x')`
  const programmeId = randomUUID()
  await sql`insert into programme (id, tag) values (${programmeId}, 'matrix')`
  await sql`insert into programme_name (programme_id, name, name_folded) values (${programmeId}, 'x', 'x')`
  const byKey = new Map<string, Paper>()
  for (const accountId of accounts)
    for (const club of world.clubs) {
      const personId = world.persons[club.relation].id
      const until = { since: await todayOf(world), until: null }
      const board = { clubId: club.id, organisationId: club.organisationId, role: 'club_chair' }
      const wishes = (thingId: string) => ({
        'grant.give_powerful': { ...board, grantId: thingId, accountId: club.newcomer, ...until },
        'invitation.make_powerful': { ...board, invitationId: thingId },
        'person.erase': { clubId: club.id, personId, erasureId: thingId },
      })
      for (const command of Object.keys(wishes('')) as (keyof ReturnType<typeof wishes>)[]) {
        const paper = { approvalId: randomUUID(), thingId: randomUUID() }
        byKey.set(`${accountId}/${club.id}/${command}`, paper)
        await sql`
          insert into approval (province, id, club_id, command, request, request_hash, result_hash, requested_by,
            expires_at, decided_by, decided_at, decision)
          values (${club.province}, ${paper.approvalId}, ${club.id}, ${command},
            ${JSON.stringify(wishes(paper.thingId)[command])}::text::jsonb, '', '', ${accountId},
            now() + interval '1 day', ${newcomer}, now() + interval '1 day', 'approved')`
      }
    }
  const byPlace = new Map<string, Paper>()
  for (const accountId of accounts) {
    const paper = { approvalId: randomUUID(), thingId: randomUUID() }
    byPlace.set(accountId, paper)
    const request = {
      organisationId: world.organisations.province,
      clubId: null,
      place: communeOfMatrix,
      role: 'ward_officer',
      grantId: paper.thingId,
      accountId: world.clubs[0]?.newcomer,
      since: await todayOf(world),
      until: null,
    }
    await sql`
      insert into approval (province, id, organisation_id, command, request, request_hash, result_hash, requested_by,
        expires_at, decided_by, decided_at, decision)
      values ('22', ${paper.approvalId}, ${world.organisations.province}, 'grant.give_powerful',
        ${JSON.stringify(request)}::text::jsonb, '', '', ${accountId}, now() + interval '1 day', ${newcomer},
        now() + interval '1 day', 'approved')`
  }
  const own = world.persons.own.club
  const [expired, used] = [randomUUID(), randomUUID()]
  await sql`insert into approval (province, id, club_id, command, request, request_hash, result_hash, requested_by, expires_at)
    values (${own.province}, ${expired}, ${own.id}, 'person.erase', '{}', '', '', ${arranger.accountId}, now() - interval '1 hour')`
  const invitations = new Map<string, string>()
  const invite = async (place: string, clubId: string | null, organisationId: string | null) => {
    const id = randomUUID()
    invitations.set(place, id)
    await sql`insert into invitation (id, token_hash, kind, province, display_name, role, club_id, organisation_id,
        invited_by, expires_at)
      values (${id}, ${randomBytes(32)}, 'new', '22', ${canary('account', 'own', 'invited')}, 'club_member', ${clubId},
        ${organisationId}, ${arranger.accountId}, now() + interval '1 day')`
  }
  for (const { id } of world.clubs) await invite(id, id, null)
  for (const id of Object.values(world.organisations)) await invite(id, null, id)
  await sql`insert into invitation (id, token_hash, kind, province, display_name, role, club_id, invited_by, expires_at, used_at)
    values (${used}, ${randomBytes(32)}, 'new', '22', 'x', 'club_member', ${own.id}, ${arranger.accountId},
      now() + interval '1 day', now())`
  const audited = new Map<string, string>()
  const erasures = new Map<string, string>()
  const told = async (about: string, action: string, clubId: string, province: string) => {
    const id = randomUUID()
    audited.set(about, id)
    const [club] = world.clubs.filter((each) => each.id === clubId)
    await sql`insert into audit_event (province, id, account_id, action, club_id, subject_kind, subject_id, chain)
      values (${province}, ${id}, ${arranger.accountId}, ${action}, ${clubId}, 'x', ${about}, ${club?.organisationId ?? clubId})`
  }
  for (const { id, province } of world.clubs) {
    await told(id, 'CLUB_RENAMED', id, province)
    const erasureId = randomUUID()
    erasures.set(id, erasureId)
    await sql`insert into erasure (province, id, club_id, person_id, ground, key_hash, erased_by, approved_by, erased_at)
      values (${province}, ${erasureId}, ${id}, ${randomUUID()}, 'her_wish', '', ${arranger.accountId}, ${newcomer},
        now() - interval '9 days')`
  }
  for (const { id, contact, club } of Object.values(world.persons)) {
    await told(id, 'IDENTITY_OPENED', club.id, club.province)
    await told(contact, 'NOTE_OPENED', club.id, club.province)
  }
  const of: Papers['of'] = (accountId, clubId, command) => {
    const paper = byKey.get(`${accountId}/${clubId}/${command}`)
    if (!paper) throw new Error(`no paper of ${command}`)
    return paper
  }
  const atPlace: Papers['atPlace'] = (accountId) => {
    const paper = byPlace.get(accountId)
    if (!paper) throw new Error('no paper of a role at a place')
    return paper
  }
  return { of, atPlace, expired, used, invitations, audited, erasures }
}

async function todayOf(world: World): Promise<string> {
  const [row] = await world.database.dangerous<{ day: string }[]>`select policy.today()::text as day`
  return row?.day ?? ''
}

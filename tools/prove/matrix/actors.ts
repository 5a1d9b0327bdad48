import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Sql } from '../../../server/src/platform/database.ts'
import type { Actor } from './actor.ts'
import { canary } from './canary.ts'
import { oracleRoles, type Seat } from './oracle.ts'
import { type Club, communeOfMatrix, type World } from './world.ts'

/** Where each role is naturally held; the full size tries each at the other organisations' seats too. */
const atClub = ['club_member', 'club_chair', 'supported_person']
const atProvince = [
  'province_manager',
  'national_analyst',
  'data_protection_officer',
  'auditor',
  'administrator',
]

/** A small run tries these at a place as well; the full one every role that is not of a club alone. */
const alsoAtPlace = ['ward_officer', 'police_liaison']

/** Does a small run try this role at this seat? */
export const isNatural = (role: string, seat: Seat) =>
  seat === naturalSeat(role) || (seat === 'place' && alsoAtPlace.includes(role))

function naturalSeat(role: string): Seat {
  if (atClub.includes(role)) return 'club'
  return atProvince.includes(role) ? 'province' : 'ward'
}

interface Held {
  clubId?: string
  organisationId?: string
  place?: typeof communeOfMatrix
}

export async function makeActors(
  sql: Sql,
  organisations: World['organisations'],
  clubs: Club[],
): Promise<{ actors: Actor[]; arranger: Actor; newcomer: string; grantAtPlace: string }> {
  const home = clubs[0]
  if (!home) throw new Error('the world has no clubs')
  const at: Record<Seat, Held> = {
    club: { clubId: home.id },
    ward: { organisationId: organisations.ward },
    province: { organisationId: organisations.province },
    place: { place: communeOfMatrix },
  }
  const actors: Actor[] = []
  for (const role of oracleRoles)
    for (const seat of ['club', 'ward', 'province', 'place'] as const) {
      // Whoever works in a club is a member of it; nobody is a member of an organisation.
      if (role === 'club_member' && seat !== 'club') continue
      // Nor does a club have a board by living in its commune.
      if (role === 'club_chair' && seat === 'place') continue
      const made = await makeAccount(sql, `${role}@${seat}`)
      await giveRole(sql, made.accountId, role, at[seat])
      actors.push({ ...made, role, seat, steppedUp: true })
      if (seat !== naturalSeat(role)) continue
      const late = await makeSignIn(sql, made.accountId, false)
      actors.push({ ...made, name: `${made.name}, not proved`, role, seat, steppedUp: false, token: late })
    }
  actors.push({ ...(await makeAccount(sql, 'nobody')), role: null, seat: 'club', steppedUp: true })
  for (const [role, memberId] of [
    ['club_member', home.members.member],
    ['club_chair', home.members.chair],
  ] as const) {
    const accountId = actors.find((each) => each.role === role && each.seat === 'club')?.accountId ?? null
    await sql`update member set account_id = ${accountId} where id = ${memberId}`
  }
  const arranger = await makeAccount(sql, 'arranger')
  for (const role of ['club_member', 'club_chair', 'ward_officer'])
    await giveRole(sql, arranger.accountId, role, { organisationId: organisations.nation })
  for (const club of clubs) {
    await sql`update member set account_id = ${arranger.accountId} where id = ${club.members.arranger}`
    const unlinked = await makeAccount(sql, canary('account', club.relation, 'unlinked'))
    club.unlinkedGrant = await giveRole(sql, unlinked.accountId, 'club_member', { clubId: club.id })
    club.unlinkedAccount = unlinked.accountId
    club.newcomer = (await makeAccount(sql, canary('account', club.relation, 'newcomer'))).accountId
    await giveRole(sql, club.newcomer, 'supported_person', { clubId: club.id })
  }
  const newcomer = await makeAccount(sql, 'newcomer')
  const atPlace = await makeAccount(sql, canary('account', 'own', 'at the place'))
  const grantAtPlace = await giveRole(sql, atPlace.accountId, 'ward_officer', { place: communeOfMatrix })
  return {
    grantAtPlace,
    newcomer: newcomer.accountId,
    actors,
    arranger: { ...arranger, role: 'club_chair', seat: 'province', steppedUp: true },
  }
}

async function makeAccount(
  sql: Sql,
  name: string,
): Promise<{ name: string; accountId: string; token: string }> {
  const accountId = randomUUID()
  await sql`insert into account (id, province, username, display_name)
    values (${accountId}, '22', ${accountId}, ${name})`
  return { name, accountId, token: await makeSignIn(sql, accountId, true) }
}

async function makeSignIn(sql: Sql, accountId: string, steppedUp: boolean): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  // Proved in a day to come, so that it holds for as long as the proof runs.
  // Used tomorrow: a long proof would else see each sign-in noted as used again.
  await sql`insert into sign_in (token_hash, account_id, expires_at, stepped_up_at, last_used_at)
    values (${createHash('sha256').update(token).digest()}, ${accountId}, now() + interval '1 day',
      case when ${steppedUp} then now() + interval '1 day' end, now() + interval '1 day')`
  return token
}

async function giveRole(
  sql: Sql,
  accountId: string,
  role: string,
  { clubId, organisationId, place }: Held,
): Promise<string> {
  const id = randomUUID()
  await sql`insert into role_grant (id, account_id, role, club_id, organisation_id, place_level, place_code, place_from,
      valid_from)
    values (${id}, ${accountId}, ${role}, ${clubId ?? null}, ${organisationId ?? null}, ${place?.level ?? null},
      ${place?.code ?? null}, ${place?.validFrom ?? null}, '2022-01-01')`
  return id
}

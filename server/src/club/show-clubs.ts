import type { MemberLine } from '@ke-vai/contract/club/member.ts'
import { type ClubPage, clubGet, clubList } from '@ke-vai/contract/club/reads.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { reachOf } from '@ke-vai/contract/permissions.ts'
import { matchesTyped } from '@ke-vai/contract/text/text.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { type KnownClub, selectClubs } from './club-lines.ts'
import { selectTasks } from './tasks.ts'

export const listClubs = read(clubList, async ({ query }, { tx }) => {
  const clubs = await selectClubs(tx, { pilot: query.pilot, state: query.state })
  const typed = query.q?.trim() ?? ''
  return { clubs: clubs.filter((club) => isFound(club, typed)).map((club) => club.line) }
})

/** By any name that the club or its programme has or had: people type the one they know. */
function isFound({ line, names }: KnownClub, typed: string): boolean {
  if (typed === '') return true
  const programme = line.programme ? [line.programme.name, ...line.programme.otherNames] : []
  return [...names.map((each) => each.name), ...programme].some((name) => matchesTyped(name, typed))
}

export const showClub = read(clubGet, async ({ params, query }, { tx, actor, province }) => {
  const { clubId } = params
  const [club] = await selectClubs(tx, { clubId })
  if (!club) throw new Refused('notFound')
  const { line, names, stateChanges } = club
  const year = query.year ?? Number(today().slice(0, 4))
  const taskReach = actor.roles.some((role) => reachOf(role, 'task.read') === 'all') ? 'all' : 'assigned'
  const [statute, plan, targets, members, tasks] = await Promise.all([
    selectStatute(tx, province, clubId),
    selectPlan(tx, province, clubId, year),
    selectTargets(tx, province, clubId, year),
    line.may.includes('member.read') ? selectMembers(tx, province, clubId, actor.id) : null,
    line.may.includes('task.read') ? selectTasks(tx, province, clubId, { open: true }, taskReach) : null,
  ])
  return { ...line, names, stateChanges, statute, year, plan, targets, members, tasks }
})

async function selectStatute(tx: Tx, province: string, clubId: string): Promise<ClubPage['statute']> {
  const [statute] = await tx<NonNullable<ClubPage['statute']>[]>`
    select id, version, issued_by as "issuedBy", issued_on as "issuedOn", cadence, board_cadence as "boardCadence",
      quorum_percent as "quorumPercent", text
    from club_statute where province = ${province} and club_id = ${clubId} and in_force order by version desc limit 1`
  return statute ?? null
}

async function selectPlan(tx: Tx, province: string, clubId: string, year: number): Promise<ClubPage['plan']> {
  const [plan] = await tx<NonNullable<ClubPage['plan']>[]>`
    select id, objectives, activities, approved_on as "approvedOn"
    from club_plan where province = ${province} and club_id = ${clubId} and year = ${year}`
  return plan ?? null
}

async function selectTargets(
  tx: Tx,
  province: string,
  clubId: string,
  year: number,
): Promise<ClubPage['targets']> {
  const rows = await tx<ClubPage['targets']>`
    select id, indicator, set_by as "setBy", minimum, maximum, unit, source from target
    where province = ${province} and club_id = ${clubId} and year = ${year} order by indicator, set_by, id`
  return [...rows]
}

// Names every column: what a member tells of herself lies in another table, and none of it may slip in here.
async function selectMembers(
  tx: Tx,
  province: string,
  clubId: string,
  accountId: string,
): Promise<MemberLine[]> {
  const rows = await tx<MemberLine[]>`
    select id, display_name as "displayName", board_role as "boardRole", eligibility_ground as "eligibilityGround",
      kind, work, area, mobilisation_target as "mobilisationTarget", joined_on as "joinedOn", left_on as "leftOn",
      account_id is not null as "hasAccount", coalesce(account_id = ${accountId}, false) as mine
    from member where province = ${province} and club_id = ${clubId} and left_on is null
    order by array_position('{chair,vice_chair,secretary,commissioner,none}'::text[], board_role), display_name, id`
  return [...rows]
}

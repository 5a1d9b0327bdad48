import {
  type MonthAction,
  type MonthPage,
  monthGet,
  monthList,
  monthsToAccept,
} from '@ke-vai/contract/month/month.ts'
import { quorumOf } from '@ke-vai/contract/month/rules.ts'
import { isWritable, type MonthState } from '@ke-vai/contract/month/state.ts'
import { type Permission, reachOf } from '@ke-vai/contract/permissions.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { type ReadContext, read } from '../platform/reads.ts'
import {
  type Cycle,
  computeFiguresOfMonth,
  seesWholeBook,
  selectAmendments,
  selectSnapshot,
  selectTexts,
} from '../report/report.ts'
import { selectCycle } from './cycle.ts'

const holds = (actor: Actor, permission: Permission) =>
  actor.roles.some((role) => reachOf(role, permission) !== null)

export const listMonths = read(monthList, async ({ params, query }, { tx, province }) => {
  const year = query.year === undefined ? null : `${query.year}-`
  const months = await tx<Omit<Cycle, 'province' | 'clubId'>[]>`
    select id, month, first_day as first, last_day as last, state from month_cycle
    where province = ${province} and club_id = ${params.clubId} and (${year}::text is null or starts_with(month, ${year}))
    order by month desc limit 240`
  return { months }
})

interface WaitingRow extends Omit<Cycle, 'province'> {
  clubName: string
  submittedAt: Date | null
}

export const listMonthsToAccept = read(monthsToAccept, async ({ params, query }, { tx }) => {
  const rows = await tx<WaitingRow[]>`
    with recursive tree as (
      select id from organisation where id = ${params.organisationId}
      union
      select organisation.id from organisation join tree on organisation.parent_id = tree.id
    )
    select month_cycle.id, month, first_day as first, last_day as last, month_cycle.state, club.id as "clubId",
      coalesce((select name from club_name where club_name.province = club.province and club_id = club.id
        order by (valid_from <= last_day) desc, abs(valid_from - last_day) limit 1), '') as "clubName",
      (select max(at) from month_entry where month_entry.province = month_cycle.province and cycle_id = month_cycle.id
        and kind = 'submitted') as "submittedAt"
    from club join month_cycle on month_cycle.province = club.province and month_cycle.club_id = club.id
    where club.managing_organisation_id in (select id from tree) and month_cycle.state = ${query.state}
    order by "submittedAt" nulls last, month, club.id limit 500`
  return { months: rows.map((row) => ({ ...row, submittedAt: row.submittedAt?.toISOString() ?? null })) }
})

export const showMonth = read(monthGet, async ({ params }, context) => {
  const { tx, actor, province } = context
  const cycle = await selectCycle(tx, province, params)
  const board = holds(actor, 'month.board.read')
  const [meetings, amendments, entries, kept, texts] = await Promise.all([
    selectMeetings(tx, cycle, { board, members: holds(actor, 'member.read') }),
    selectAmendments(tx, cycle),
    board ? selectEntries(tx, cycle) : [],
    holds(actor, 'report.read') ? selectSnapshot(tx, cycle) : null,
    board ? selectTexts(tx, cycle) : undefined,
  ])
  const figures = await figuresFor(context, cycle, isWritable(cycle.state) ? null : kept)
  return {
    id: cycle.id,
    month: cycle.month,
    first: cycle.first,
    last: cycle.last,
    state: cycle.state,
    may: actionsOf(actor, cycle.state),
    meetings,
    ...(texts && { texts }),
    ...(figures && { figures }),
    version: entries.filter((each) => each.kind === 'submitted').length || (kept?.version ?? 0),
    amendments,
    entries,
  }
})

async function figuresFor(
  { tx, actor }: ReadContext,
  cycle: Cycle,
  kept: Awaited<ReturnType<typeof selectSnapshot>>,
): Promise<MonthPage['figures']> {
  if (!holds(actor, 'report.read')) return undefined
  if (kept) return { from: 'snapshot', ...kept.body.figures }
  return seesWholeBook(actor) ? { from: 'now', ...(await computeFiguresOfMonth(tx, cycle)) } : undefined
}

function actionsOf(actor: Actor, state: MonthState): MonthAction[] {
  const may: MonthAction[] = []
  if (holds(actor, 'month.run')) {
    if (state === 'open' || state === 'returned') may.push('prepare')
    if (isWritable(state)) may.push('write', 'meet')
    if (state === 'preparing' || state === 'met') may.push('submit')
    if (state === 'locked') may.push('amend')
  }
  if (holds(actor, 'month.accept') && state === 'submitted') may.push('return', 'accept')
  return may
}

type MeetingRow = Omit<MonthPage['meetings'][number], 'quorum' | 'restrictedPart'> & {
  percent: number | null
  restricted: string | null
}

async function selectMeetings(
  tx: Tx,
  cycle: Cycle,
  may: { board: boolean; members: boolean },
): Promise<MonthPage['meetings']> {
  // For whom the board's part is not, no row of it is asked for, and the key is left out.
  const rows = await tx<MeetingRow[]>`
    select id, kind, held_on as "heldOn", coalesce(venue, '') as venue, minutes, decisions,
      array(select member_id from meeting_attendance where ${may.members} and meeting_attendance.province = meeting.province
        and meeting_id = meeting.id order by member_id) as attendance,
      (select count(*)::int from member where member.province = meeting.province and member.club_id = meeting.club_id
        and (joined_on is null or joined_on <= held_on) and (left_on is null or left_on > held_on)) as "activeMembers",
      (select quorum_percent from club_statute where club_statute.province = meeting.province
        and club_statute.club_id = meeting.club_id and in_force order by version desc limit 1) as percent,
      (select text from meeting_restricted where ${may.board} and meeting_restricted.province = meeting.province
        and meeting_id = meeting.id) as restricted
    from meeting where province = ${cycle.province} and club_id = ${cycle.clubId} and cycle_id = ${cycle.id}
      and kind in ('members', 'board')
    order by held_on, id`
  return rows.map(({ percent, restricted, ...row }) => ({
    ...row,
    quorum: percent === null ? null : quorumOf(percent, row.activeMembers),
    ...(may.board && { restrictedPart: restricted ?? '' }),
  }))
}

async function selectEntries(tx: Tx, cycle: Cycle): Promise<MonthPage['entries']> {
  const rows = await tx<(Omit<MonthPage['entries'][number], 'at'> & { at: Date })[]>`
    select seq, kind, comment, at from month_entry where province = ${cycle.province} and cycle_id = ${cycle.id} order by seq`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

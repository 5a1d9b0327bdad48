import { type PlainDate, today, type YearMonth } from '@ke-vai/contract/date/date.ts'
import type { FiguresOfMonth } from '@ke-vai/contract/indicator/figures.ts'
import type { Target } from '@ke-vai/contract/indicator/progress.ts'
import { firstDayOfYear } from '@ke-vai/contract/month/days.ts'
import type { MonthState } from '@ke-vai/contract/month/state.ts'
import { noTexts } from '@ke-vai/contract/month/writing.ts'
import { reachOf } from '@ke-vai/contract/permissions.ts'
import type { ReportBody } from '@ke-vai/contract/report/report.ts'
import { getPlaceAsOf, resolveToToday } from '../place/place.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { computeFigures } from './figures.ts'

/** A month as figures and reports need to know it. */
export interface Cycle {
  province: string
  id: string
  clubId: string
  month: YearMonth
  first: PlainDate
  last: PlainDate
  state: MonthState
}

/** Whose reach is the whole book of the club: for others a count would be a part that looks like the whole. */
export function seesWholeBook(actor: Actor): boolean {
  return actor.roles.some((role) => reachOf(role, 'register.read') === 'all')
}

/** The figures of a month and of the club's year up to the month's end, counted now; await it as `computeFigures`. */
export async function computeFiguresOfMonth(tx: Tx, cycle: Cycle): Promise<FiguresOfMonth> {
  const { province, clubId, first, last } = cycle
  const [club] = await tx<{ start: number }[]>`
    select month_start_day as start from club where province = ${province} and id = ${clubId}`
  if (!club) throw new Refused('notFound')
  const yearFirst = firstDayOfYear(cycle.month, club.start)
  // A month on the seam of a moved start may begin before the year does by the new start.
  const start = yearFirst < first ? yearFirst : first
  const [month, yearToDate] = await computeFigures(
    tx,
    { province, clubId, first, last },
    { province, clubId, first: start, last },
  )
  return { month, yearToDate }
}

/** Everything that the month's report says, as of now. The caller has made sure that the actor sees the whole book. */
export async function makeReportBody(tx: Tx, cycle: Cycle): Promise<ReportBody> {
  // Figures count everybody, so they are counted apart from what shows rows.
  const figures = await computeFiguresOfMonth(tx, cycle)
  const [names, targets, texts, meetings, tasks] = await Promise.all([
    selectNames(tx, cycle),
    selectTargets(tx, cycle),
    selectTexts(tx, cycle),
    selectMeetings(tx, cycle),
    selectTasks(tx, cycle),
  ])
  return { ...names, madeOn: today(), figures, targets, texts, meetings, tasks }
}

/** Names as of the period's last day: of the club, of the union that runs it, of the commune. */
async function selectNames(tx: Tx, { province, clubId, last }: Cycle) {
  const [row] = await tx<
    { club_name: string | null; union_name: string | null; place_code: string; place_as_of: PlainDate }[]
  >`
    select place_code, place_as_of,
      (select name from club_name where club_name.province = club.province and club_id = club.id
        order by (valid_from <= ${last}) desc, abs(valid_from - ${last}::date) limit 1) as club_name,
      (select name from organisation_name where organisation_id = managing_organisation_id
        order by (valid_from <= ${last}) desc, abs(valid_from - ${last}::date) limit 1) as union_name
    from club where province = ${province} and id = ${clubId}`
  if (!row) throw new Refused('notFound')
  return {
    clubName: row.club_name ?? '',
    unionName: row.union_name,
    placeName: await placeNameOn(tx, row.place_code, row.place_as_of, last),
  }
}

async function placeNameOn(tx: Tx, code: string, asOf: PlainDate, day: PlainDate): Promise<string | null> {
  const then = await getPlaceAsOf(tx, 'commune', code, asOf)
  if (!then) return null
  if (then.validTo === null || then.validTo >= day) return then.name
  const now = await resolveToToday(tx, 'commune', code, asOf)
  return now.kind === 'one' && now.place.validFrom <= day ? now.place.name : null
}

function selectTargets(tx: Tx, { province, clubId, month }: Cycle): Promise<Target[]> {
  return tx<Target[]>`
    select indicator, set_by as "setBy", minimum, maximum, unit, source from target
    where province = ${province} and club_id = ${clubId} and year = ${Number(month.slice(0, 4))}
    order by indicator, set_by, minimum`
}

/** What the board wrote for the month; empty texts when nothing yet. */
export async function selectTexts(tx: Tx, { province, id }: Cycle): Promise<ReportBody['texts']> {
  const [row] = await tx<ReportBody['texts'][]>`
    select situation, self_assessment as "selfAssessment", difficulties, next_month as "nextMonth"
    from month_text where province = ${province} and cycle_id = ${id}`
  return row ?? noTexts
}

function selectMeetings(tx: Tx, { province, clubId, id }: Cycle): Promise<ReportBody['meetings']> {
  return tx<ReportBody['meetings']>`
    select kind, held_on as "heldOn", coalesce(venue, '') as venue, decisions,
      (select count(*)::int from member where member.province = meeting.province and member.club_id = meeting.club_id
        and (joined_on is null or joined_on <= held_on) and (left_on is null or left_on > held_on)) as "activeMembers",
      array(select member_id from meeting_attendance where meeting_attendance.province = meeting.province
        and meeting_id = meeting.id order by member_id) as present
    from meeting where province = ${province} and club_id = ${clubId} and cycle_id = ${id} and kind in ('members', 'board')
    order by held_on, id`
}

function selectTasks(tx: Tx, { province, clubId, id }: Cycle): Promise<ReportBody['tasks']> {
  return tx<ReportBody['tasks']>`
    select member_id as "memberId", content, area, (due_at at time zone 'Asia/Ho_Chi_Minh')::date as "dueOn"
    from task where province = ${province} and club_id = ${clubId} and origin = 'meeting' and state <> 'cancelled'
      and origin_id in (select meeting.id from meeting where meeting.province = ${province} and cycle_id = ${id})
    order by due_at, id`
}

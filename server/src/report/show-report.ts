import type { YearMonth } from '@ke-vai/contract/date/date.ts'
import { figureLines } from '@ke-vai/contract/indicator/lines.ts'
import { isWritable } from '@ke-vai/contract/month/state.ts'
import { reachOf } from '@ke-vai/contract/permissions.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { type TargetGroup, targetGroups } from '@ke-vai/contract/register/codes.ts'
import {
  type MonthReport,
  monthDocxRead,
  monthReportRead,
  monthXlsxRead,
  type ReportBody,
} from '@ke-vai/contract/report/report.ts'
import type { Tx } from '../platform/database.ts'
import { type ReadContext, read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { makeDocx } from './docx.ts'
import { selectAmendments, selectSnapshot } from './kept.ts'
import { type Cycle, makeReportBody, seesWholeBook } from './report-body.ts'
import { makeXlsx } from './xlsx.ts'

type Asked = { params: { clubId: string; month: YearMonth } }

/** The report of a month: as submitted once it is, counted now before that. */
export async function reportOfMonth({ params }: Asked, context: ReadContext): Promise<MonthReport> {
  const { tx, province } = context
  const [row] = await tx<(Cycle & { clubCode: string })[]>`
    select month_cycle.province, month_cycle.id, club_id as "clubId", month, first_day as first, last_day as last,
      month_cycle.state, club.code as "clubCode"
    from month_cycle join club on club.province = month_cycle.province and club.id = month_cycle.club_id
    where month_cycle.province = ${province} and club_id = ${params.clubId} and month = ${params.month}`
  if (!row) throw new Refused('notFound')
  const kept = isWritable(row.state) ? null : await selectSnapshot(tx, row)
  if (!kept && !seesWholeBook(context.actor))
    throw new Refused(
      refuse('report_not_submitted', {
        vi: 'Tháng này câu lạc bộ chưa nộp. Báo cáo xem được sau khi nộp.',
        en: 'The club has not submitted this month yet. The report can be read once it has.',
      }),
    )
  const body = kept?.body ?? (await makeReportBody(tx, row))
  const knowsMembers = context.actor.roles.some((role) => reachOf(role, 'member.read') !== null)
  const names = knowsMembers ? await selectMemberNames(tx, row, body) : new Map<string, string>()
  const { figures, targets, ...rest } = body
  const named = (id: string) => ({ id, name: names.get(id) ?? null })
  return {
    ...rest,
    clubCode: row.clubCode,
    month: row.month,
    first: row.first,
    last: row.last,
    state: row.state,
    version: kept?.version ?? null,
    yearFirst: figures.yearToDate.first,
    lines: figureLines(figures, targets),
    groups: (Object.keys(targetGroups) as TargetGroup[]).map((group) => ({
      group,
      words: targetGroups[group],
      month: figures.month.groups[group],
      yearToDate: figures.yearToDate.groups[group],
    })),
    meetings: body.meetings.map((meeting) => ({ ...meeting, present: meeting.present.map(named) })),
    tasks: body.tasks.map(({ memberId, ...task }) => ({
      ...task,
      member: (memberId && named(memberId)) || null,
    })),
    amendments: await selectAmendments(tx, row),
  }
}

/** Names of the club's own members, for those who may know them; others get none. */
async function selectMemberNames(tx: Tx, cycle: Cycle, body: ReportBody): Promise<Map<string, string>> {
  const ids = [
    ...body.meetings.flatMap((each) => each.present),
    ...body.tasks.flatMap((each) => each.memberId ?? []),
  ]
  const rows = await tx<{ id: string; display_name: string }[]>`
    select id, display_name from member
    where province = ${cycle.province} and club_id = ${cycle.clubId} and id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row.display_name]))
}

// A file's name says which club and month, and nothing of any person.
const fileName = (report: MonthReport, ending: string) =>
  `bao-cao-${report.clubCode}-${report.month}.${ending}`

export const showMonthReport = read(monthReportRead, reportOfMonth)

export const takeMonthXlsx = read(monthXlsxRead, async (asked, context) => {
  const report = await reportOfMonth(asked, context)
  return { bytes: await makeXlsx(report), name: fileName(report, 'xlsx') }
})

export const takeMonthDocx = read(monthDocxRead, async (asked, context) => {
  const report = await reportOfMonth(asked, context)
  return { bytes: await makeDocx(report), name: fileName(report, 'docx') }
})

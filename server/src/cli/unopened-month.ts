import { addMonths, type PlainDate } from '@ke-vai/contract/date/date.ts'
import { defineRead } from '@ke-vai/contract/endpoint.ts'
import { figureLines } from '@ke-vai/contract/indicator/lines.ts'
import { daysOfNewMonth } from '@ke-vai/contract/month/days.ts'
import { monthState } from '@ke-vai/contract/month/month.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { type TargetGroup, targetGroups } from '@ke-vai/contract/register/codes.ts'
import { monthReport, monthReportRead } from '@ke-vai/contract/report/report.ts'
import { z } from 'zod'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { makeReportBody } from '../report/report.ts'

/** A month's report, also of a month that the club has not opened. */
export const anyMonthReport = monthReport.extend({ state: z.union([monthState, z.literal('not_opened')]) })
export type AnyMonthReport = z.infer<typeof anyMonthReport>

interface Ground {
  code: string
  start: number
  previous_last: PlainDate | null
  next_first: PlainDate | null
}

// No cycle has this id, so nothing that was written for another month is found under it.
const noCycle = '00000000-0000-0000-0000-000000000000'

/** The figures of a month that nobody opened, for the days that it would have if it were opened now. */
export const showUnopenedMonth = read(
  defineRead({ ...monthReportRead, response: anyMonthReport }),
  async ({ params: { clubId, month } }, { tx, province }) => {
    const [ground] = await tx<Ground[]>`
      select code, month_start_day as start,
        (select last_day from month_cycle where month_cycle.province = club.province and club_id = club.id
          and month = ${addMonths(month, -1)}) as previous_last,
        (select first_day from month_cycle where month_cycle.province = club.province and club_id = club.id
          and month = ${addMonths(month, 1)}) as next_first
      from club where province = ${province} and id = ${clubId}`
    if (!ground) throw new Refused('notFound')
    const days = daysOfNewMonth(month, ground.start, {
      previousLast: ground.previous_last,
      nextFirst: ground.next_first,
    })
    if (!days) throw new Refused(noDays)
    const cycle = { province, id: noCycle, clubId, month, ...days, state: 'open' as const }
    const { figures, targets, ...rest } = await makeReportBody(tx, cycle)
    return {
      ...rest,
      clubCode: ground.code,
      month,
      ...days,
      state: 'not_opened' as const,
      version: null,
      yearFirst: figures.yearToDate.first,
      lines: figureLines(figures, targets),
      groups: (Object.keys(targetGroups) as TargetGroup[]).map((group) => ({
        group,
        words: targetGroups[group],
        month: figures.month.groups[group],
        yearToDate: figures.yearToDate.groups[group],
      })),
      meetings: [],
      tasks: [],
      amendments: [],
    }
  },
)

const noDays = refuse('month_without_days', {
  vi: 'Tháng này không còn ngày nào: hai tháng bên cạnh đã nối liền nhau.',
  en: 'No day is left for this month: its neighbours meet.',
})

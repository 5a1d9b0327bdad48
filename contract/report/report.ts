import { z } from 'zod'
import { plainDate, yearMonth } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { figuresOfMonth } from '../indicator/figures.ts'
import { figureLine } from '../indicator/lines.ts'
import { target } from '../indicator/progress.ts'
import { monthAmendment, monthState } from '../month/month.ts'
import { meetingKinds, monthTexts } from '../month/writing.ts'
import { targetGroup } from '../register/person.ts'
import { codeOf, words } from '../words.ts'

/**
 * All that a month's report says, as it stood on one day. It is kept whole when the month is submitted, so that a
 * locked report never changes; of members it holds ids, their names are read by who may know them.
 */
export const reportBody = z.object({
  clubName: z.string(),
  /** The managing union, with the name of the period's last day; null when it had none then. */
  unionName: z.string().nullable(),
  /** The commune as of the period's last day; null when it was split and nobody has said which part. */
  placeName: z.string().nullable(),
  madeOn: plainDate,
  figures: figuresOfMonth,
  targets: z.array(target),
  texts: monthTexts,
  meetings: z.array(
    z.object({
      kind: codeOf(meetingKinds),
      heldOn: plainDate,
      venue: z.string(),
      activeMembers: z.number().int(),
      present: z.array(z.uuid()),
      decisions: z.array(z.string()),
    }),
  ),
  tasks: z.array(
    z.object({
      memberId: z.uuid().nullable(),
      content: z.string(),
      area: z.string().nullable(),
      dueOn: plainDate.nullable(),
    }),
  ),
})
export type ReportBody = z.infer<typeof reportBody>

/** A member in a report; the name is null for those who may not know the members of the club. */
const named = z.object({ id: z.uuid(), name: z.string().nullable() })

const groupFigures = figuresOfMonth.shape.month.shape.groups.shape.victim

export const monthReport = reportBody.omit({ figures: true, targets: true }).extend({
  clubCode: z.string(),
  month: yearMonth,
  first: plainDate,
  last: plainDate,
  state: monthState,
  /** Which submission this shows; null for a draft counted now. */
  version: z.number().int().nullable(),
  yearFirst: plainDate,
  lines: z.array(figureLine),
  groups: z.array(z.object({ group: targetGroup, words, month: groupFigures, yearToDate: groupFigures })),
  meetings: z.array(reportBody.shape.meetings.element.extend({ present: z.array(named) })),
  tasks: z.array(
    reportBody.shape.tasks.element.omit({ memberId: true }).extend({ member: named.nullable() }),
  ),
  amendments: z.array(monthAmendment),
})
export type MonthReport = z.infer<typeof monthReport>

const asked = {
  params: z.object({ clubId: z.uuid(), month: yearMonth }),
  query: nothing,
  permission: 'report.read',
  scope: 'club',
} as const

export const monthReportRead = defineRead({
  ...asked,
  name: 'report.month',
  path: '/clubs/:clubId/months/:month/report',
  response: monthReport,
  summary: { vi: 'Báo cáo tháng', en: 'The report of a month' },
})

export const monthXlsxRead = {
  ...defineRead({
    ...asked,
    name: 'report.month_xlsx',
    path: '/clubs/:clubId/months/:month/report.xlsx',
    response: nothing,
    audit: 'REPORT_TAKEN',
    summary: { vi: 'Báo cáo tháng bằng Excel', en: 'The report of a month as Excel' },
  }),
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const monthDocxRead = {
  ...defineRead({
    ...asked,
    name: 'report.month_docx',
    path: '/clubs/:clubId/months/:month/report.docx',
    response: nothing,
    audit: 'REPORT_TAKEN',
    summary: { vi: 'Báo cáo tháng bằng Word', en: 'The report of a month as Word' },
  }),
  file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

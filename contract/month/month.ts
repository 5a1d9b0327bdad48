import { z } from 'zod'
import { plainDate, yearMonth } from '../date/date.ts'
import { defineRead } from '../endpoint.ts'
import { figuresOfMonth } from '../indicator/figures.ts'
import { codeOf, words } from '../words.ts'
import { monthEntryKinds, monthStates } from './state.ts'
import { meetingKinds, monthTexts } from './writing.ts'

export const monthState = codeOf(monthStates)
const months = '/clubs/:clubId/months'
const ofMonth = z.object({ clubId: z.uuid(), month: yearMonth })

const monthLine = z.object({
  id: z.uuid(),
  month: yearMonth,
  first: plainDate,
  last: plainDate,
  state: monthState,
})

export const monthList = defineRead({
  name: 'month.list',
  path: months,
  params: z.object({ clubId: z.uuid() }),
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  response: z.object({ months: z.array(monthLine) }),
  permission: 'month.read',
  scope: 'club',
  summary: { vi: 'Các tháng của câu lạc bộ', en: 'The months of a club' },
})

export const monthsToAccept = defineRead({
  name: 'month.to_accept',
  path: '/organisations/:organisationId/months-to-accept',
  params: z.object({ organisationId: z.uuid() }),
  query: z.object({ state: monthState.default('submitted') }),
  response: z.object({
    months: z.array(
      monthLine.extend({
        clubId: z.uuid(),
        clubName: z.string(),
        submittedAt: z.iso.datetime({ offset: true }).nullable(),
      }),
    ),
  }),
  permission: 'month.accept',
  scope: 'organisation',
  summary: { vi: 'Các tháng chờ Hội LHPN xem', en: 'Months waiting for the ward officer' },
})

/** A correction of a locked month: both values stay to be seen. */
export const monthAmendment = z.object({
  no: z.number().int(),
  indicator: z.string(),
  words,
  unit: words,
  before: z.number().int(),
  after: z.number().int(),
  reason: z.string(),
  onDay: plainDate,
})
export type MonthAmendment = z.infer<typeof monthAmendment>

const meetingPage = z.object({
  id: z.uuid(),
  kind: codeOf(meetingKinds),
  heldOn: plainDate,
  venue: z.string(),
  minutes: z.string(),
  decisions: z.array(z.string()),
  /** Ids of members; empty for those who may not know the members. */
  attendance: z.array(z.uuid()),
  activeMembers: z.number().int(),
  /** How many must be there by the statute; null without a statute. */
  quorum: z.number().int().nullable(),
  /** Only for the board and the ward officer; for others the key is absent. */
  restrictedPart: z.string().optional(),
})
export type MeetingPage = z.infer<typeof meetingPage>

/** What somebody may do with the month now, by its state and her permissions: no button lies. */
export const monthActions = z.enum(['prepare', 'write', 'meet', 'submit', 'return', 'accept', 'amend'])
export type MonthAction = z.infer<typeof monthActions>

export const monthPage = monthLine.extend({
  may: z.array(monthActions),
  meetings: z.array(meetingPage),
  /** Only for the board and the ward officer. */
  texts: monthTexts.optional(),
  /** Counted now, or as submitted; absent for those who may not read reports or whose reach is a part of the book. */
  figures: figuresOfMonth.extend({ from: z.enum(['now', 'snapshot']) }).optional(),
  /** How often it has been submitted. */
  version: z.number().int(),
  amendments: z.array(monthAmendment),
  /** The ledger of the month; only for the board and the ward officer. */
  entries: z.array(
    z.object({
      seq: z.number().int(),
      kind: codeOf(monthEntryKinds),
      comment: z.string().nullable(),
      at: z.iso.datetime({ offset: true }),
    }),
  ),
})
export type MonthPage = z.infer<typeof monthPage>

export const monthGet = defineRead({
  name: 'month.get',
  path: `${months}/:month`,
  params: ofMonth,
  query: z.object({}),
  response: monthPage,
  permission: 'month.read',
  scope: 'club',
  summary: { vi: 'Một tháng của câu lạc bộ', en: 'One month of a club' },
})

export const monthAgenda = defineRead({
  name: 'month.agenda',
  path: `${months}/:month/agenda`,
  params: ofMonth,
  query: z.object({}),
  response: z.object({
    figures: figuresOfMonth,
    /** Next steps whose day has passed, by code; at most 100 of `overdueTotal`. */
    overdue: z.array(
      z.object({ personId: z.uuid(), code: z.string(), nextStep: z.string().nullable(), dueOn: plainDate }),
    ),
    overdueTotal: z.number().int(),
    /** Given before and not finished: named, so that nothing is carried over silently. */
    tasksCarriedOver: z.array(
      z.object({
        id: z.uuid(),
        memberId: z.uuid().nullable(),
        content: z.string(),
        dueOn: plainDate.nullable(),
      }),
    ),
    planned: z.array(z.object({ content: z.string(), quantity: z.number().nullable() })),
    situationNotes: z.number().int(),
  }),
  permission: 'month.run',
  scope: 'club',
  summary: { vi: 'Chương trình họp dựng từ số liệu của tháng', en: 'The agenda, made from the month' },
})

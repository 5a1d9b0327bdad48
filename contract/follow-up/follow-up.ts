import { z } from 'zod'
import { defineCommand, done } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { codeOf } from '../words.ts'
import { closingReasons, dataChoices, followUpWays, reopeningReasons } from './codes.ts'
import { followUpTold } from './entries.ts'

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }
const words = z.string().trim().max(2000).default('')
const about = {
  scope: 'organisation',
  result: done,
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
} as const
const ofFollowUp = { ...about, permission: 'follow_up.write' } as const

/** Plans the follow-ups from the day she went home, at the months of the parameter; each gets its clock. */
export const followUpPlan = defineCommand({
  ...ofFollowUp,
  name: 'follow_up.plan',
  args: z.object({
    ...ofCase,
    /** Null: the day that is written already, or on which the case went over to follow-up. */
    wentHomeOn: plainDate.nullable().default(null),
    way: codeOf(followUpWays),
    words,
  }),
  audit: 'FOLLOW_UP_PLANNED',
  summary: { vi: 'Dự kiến các lần theo dõi', en: 'Plan the follow-ups' },
})

export const followUpRecord = defineCommand({
  ...ofFollowUp,
  name: 'follow_up.record',
  args: z.object({ ...ofCase, followUpId: z.uuid(), onDay: plainDate, ...followUpTold.shape, words }),
  audit: 'FOLLOW_UP_RECORDED',
  summary: { vi: 'Ghi một lần theo dõi', en: 'Record a follow-up' },
})

/** She wants no reminders: their clocks end, and nothing else changes. */
export const followUpStop = defineCommand({
  ...ofFollowUp,
  name: 'follow_up.stop',
  args: z.object({ ...ofCase, words }),
  audit: 'FOLLOW_UP_STOPPED',
  summary: { vi: 'Dừng nhắc theo ý người được hỗ trợ', en: 'Stop reminders at her wish' },
})

/** Reminders run again, for the days that are still to come. */
export const followUpResume = defineCommand({
  ...ofFollowUp,
  name: 'follow_up.resume',
  args: z.object({ ...ofCase, words }),
  audit: 'FOLLOW_UP_RESUMED',
  summary: { vi: 'Theo dõi lại', en: 'Resume the follow-ups' },
})

export const followUpLose = defineCommand({
  ...ofFollowUp,
  name: 'follow_up.lose',
  args: z.object({ ...ofCase, words }),
  audit: 'FOLLOW_UP_LOST',
  summary: { vi: 'Ghi mất liên lạc', en: 'Write that contact was lost' },
})

/** Proposes to close; refused while something stands open. */
export const closingPropose = defineCommand({
  ...about,
  permission: 'closing.propose',
  name: 'closing.propose',
  args: z.object({
    ...ofCase,
    reason: codeOf(closingReasons),
    dataChoice: codeOf(dataChoices).nullable().default(null),
    words,
  }),
  audit: 'CLOSING_PROPOSED',
  summary: { vi: 'Đề nghị đóng hồ sơ', en: 'Propose to close a case' },
})

/** Closes what somebody else of the team proposed to close. */
export const closingClose = defineCommand({
  ...about,
  permission: 'closing.decide',
  name: 'closing.close',
  args: z.object({ ...ofCase, proposalId: z.uuid(), words }),
  audit: 'CASE_CLOSED',
  summary: { vi: 'Đóng hồ sơ', en: 'Close a case' },
})

/** Does not close: the case is followed on. */
export const closingReturn = defineCommand({
  ...about,
  permission: 'closing.decide',
  name: 'closing.return',
  args: z.object({ ...ofCase, proposalId: z.uuid(), words }),
  audit: 'CLOSING_RETURNED',
  summary: { vi: 'Chưa đóng, theo dõi tiếp', en: 'Do not close; follow on' },
})

export const closingReopen = defineCommand({
  ...about,
  permission: 'closing.propose',
  name: 'closing.reopen',
  args: z.object({ ...ofCase, reason: codeOf(reopeningReasons), words }),
  audit: 'CASE_REOPENED',
  summary: { vi: 'Mở lại hồ sơ', en: 'Reopen a case' },
})

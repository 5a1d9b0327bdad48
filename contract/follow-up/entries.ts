import { z } from 'zod'
import { defineEntry } from '../case/entry.ts'
import { plainDate } from '../date/date.ts'
import { riskSigns } from '../need/codes.ts'
import { codeOf } from '../words.ts'
import {
  closingReasons,
  dataChoices,
  followUpResults,
  followUpWays,
  incomeBands,
  reopeningReasons,
  wellbeingDomains,
  wellbeingLevels,
} from './codes.ts'

const said = z.object({ words: z.string().max(2000) })

/** She went home, or to a life of her own: from this day the months count. */
export const wentHome = defineEntry({
  kind: 'follow_up.went_home',
  tier: 'team',
  body: z.object({ onDay: plainDate }),
  sealed: said,
  words: { vi: 'Đã về nhà', en: 'Went home' },
})
/** One follow-up of her plan. Its entry's id is the follow-up's, and what its clock is about. */
export const followUpPlanned = defineEntry({
  kind: 'follow_up.planned',
  tier: 'team',
  body: z.object({ month: z.number().int().min(1).max(120), dueOn: plainDate, way: codeOf(followUpWays) }),
  sealed: null,
  words: { vi: 'Dự kiến theo dõi', en: 'Follow-up planned' },
})

/** What a follow-up tells. Nothing of it is owed. */
export const followUpTold = z.object({
  result: codeOf(followUpResults),
  /** The day she wishes instead; only of what is postponed. */
  postponedTo: plainDate.nullable().default(null),
  wellbeing: z.partialRecord(codeOf(wellbeingDomains), codeOf(wellbeingLevels)).nullable().default(null),
  incomeBand: codeOf(incomeBands).nullable().default(null),
  /** Is she safe? Null: not spoken of, which is no yes. */
  safe: z.boolean().nullable().default(null),
  signs: z.array(codeOf(riskSigns)).max(8).default([]),
})
export type FollowUpTold = z.infer<typeof followUpTold>
export const followUpRecorded = defineEntry({
  kind: 'follow_up.recorded',
  tier: 'team',
  body: z.object({ followUpId: z.uuid(), ...followUpTold.shape }),
  sealed: said,
  words: { vi: 'Theo dõi', en: 'Follow-up' },
})

/** She wants no reminders. Only clocks end; nothing that she is owed reads this. */
export const followUpStopped = defineEntry({
  kind: 'follow_up.stopped',
  tier: 'team',
  body: z.object({}),
  sealed: said,
  words: { vi: 'Dừng theo dõi theo ý người được hỗ trợ', en: 'Follow-ups stopped at her wish' },
})
export const followUpResumed = defineEntry({
  kind: 'follow_up.resumed',
  tier: 'team',
  body: z.object({}),
  sealed: said,
  words: { vi: 'Theo dõi lại', en: 'Follow-ups resumed' },
})
export const followUpLost = defineEntry({
  kind: 'follow_up.lost',
  tier: 'team',
  body: z.object({ tries: z.number().int().min(1) }),
  sealed: said,
  words: { vi: 'Mất liên lạc', en: 'Contact lost' },
})

export const closingProposed = defineEntry({
  kind: 'closing.proposed',
  tier: 'team',
  body: z.object({
    reason: codeOf(closingReasons),
    dataChoice: codeOf(dataChoices).nullable(),
    /** The account that proposed: another one decides. */
    proposedBy: z.uuid(),
  }),
  sealed: said,
  words: { vi: 'Đề nghị đóng hồ sơ', en: 'Closing proposed' },
})
export const closingReturned = defineEntry({
  kind: 'closing.returned',
  tier: 'team',
  body: z.object({ proposalId: z.uuid() }),
  sealed: said,
  words: { vi: 'Chưa đóng, theo dõi tiếp', en: 'Not closed; follow-up goes on' },
})
export const caseClosed = defineEntry({
  kind: 'closing.closed',
  tier: 'team',
  body: z.object({ proposalId: z.uuid() }),
  sealed: said,
  words: { vi: 'Đóng hồ sơ', en: 'Closed' },
})
export const caseReopened = defineEntry({
  kind: 'closing.reopened',
  tier: 'team',
  body: z.object({ reason: codeOf(reopeningReasons) }),
  sealed: said,
  words: { vi: 'Mở lại hồ sơ', en: 'Reopened' },
})

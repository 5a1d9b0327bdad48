import { z } from 'zod'
import { defineCommand, made } from '../command.ts'
import { countOf } from '../count/count.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { codeOf } from '../words.ts'
import {
  arrivalHealths,
  extensionBodies,
  extensionReasons,
  homeChecks,
  leavingEscorts,
  livelihoodChecks,
  notReceivedReasons,
  otherPlaces,
  reviewDomains,
  reviewLevels,
  stayEnds,
  stayStates,
} from './codes.ts'
import { bedCode } from './entries.ts'

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }
const ofStay = { ...ofCase, stayId: z.uuid() }
const free = (max: number) => z.string().trim().max(max).default('')
const about = {
  permission: 'stay.write',
  scope: 'organisation',
  result: made,
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
} as const

export const stayRequest = defineCommand({
  ...about,
  name: 'stay.request',
  args: z.object({ ...ofStay, words: free(2000) }),
  audit: 'STAY_REQUESTED',
  summary: { vi: 'Đề nghị chỗ ở', en: 'Ask for a bed' },
})

export const stayReserve = defineCommand({
  ...about,
  name: 'stay.reserve',
  args: z.object({ ...ofStay, bed: bedCode }),
  audit: 'STAY_RESERVED',
  summary: { vi: 'Giữ chỗ', en: 'Keep a bed' },
})

/** She is not received here. Another place is owed: without it the command does not pass. */
export const stayNotReceive = defineCommand({
  ...about,
  name: 'stay.not_receive',
  args: z.object({
    ...ofStay,
    reason: codeOf(notReceivedReasons),
    otherPlace: codeOf(otherPlaces),
    place: z.string().trim().max(1000),
  }),
  audit: 'STAY_NOT_RECEIVED',
  summary: { vi: 'Chưa nhận được, có nơi khác', en: 'Not received; another place' },
})

/** She moves in; a bed that was only asked for is kept by the same press. */
export const stayBegin = defineCommand({
  ...about,
  name: 'stay.begin',
  args: z.object({
    ...ofStay,
    bed: bedCode,
    onDay: plainDate,
    rulesExplained: z.boolean(),
    herYes: z.boolean(),
    health: codeOf(arrivalHealths),
    allergies: free(1000),
    healthWords: free(2000),
    belongings: free(2000),
  }),
  audit: 'STAY_BEGUN',
  summary: { vi: 'Đón vào ở', en: 'Receive her' },
})

export const stayReview = defineCommand({
  ...about,
  name: 'stay.review',
  args: z.object({
    ...ofStay,
    onDay: plainDate,
    levels: z.partialRecord(codeOf(reviewDomains), codeOf(reviewLevels)),
    words: free(2000),
  }),
  audit: 'STAY_REVIEWED',
  summary: { vi: 'Xem lại hằng tuần', en: 'Weekly review' },
})

/** Writes the decision of whoever may decide; it moves the limit. */
export const stayExtend = defineCommand({
  ...about,
  name: 'stay.extend',
  args: z.object({
    ...ofStay,
    by: codeOf(extensionBodies),
    reason: codeOf(extensionReasons),
    until: plainDate,
    decidedOn: plainDate,
    paperNumber: z.string().trim().min(1).max(60),
    words: free(2000),
  }),
  audit: 'STAY_EXTENDED',
  summary: { vi: 'Ghi quyết định gia hạn', en: 'Write a decision to extend' },
})

/** Takes back an extension, or what was prepared for leaving. */
export const stayGoOn = defineCommand({
  ...about,
  name: 'stay.go_on',
  args: z.object({ ...ofStay, words: free(2000) }),
  audit: 'STAY_WENT_ON',
  summary: { vi: 'Ở tiếp', en: 'Stay on' },
})

export const stayPrepareLeaving = defineCommand({
  ...about,
  name: 'stay.prepare_leaving',
  args: z.object({
    ...ofStay,
    home: codeOf(homeChecks),
    livelihood: codeOf(livelihoodChecks),
    /** Whom in the commune she wants to meet first, by her choice; may be none. */
    contacts: z.array(z.string().trim().min(1).max(300)).max(3).default([]),
    words: free(2000),
  }),
  audit: 'STAY_LEAVING_PREPARED',
  summary: { vi: 'Chuẩn bị rời', en: 'Get ready to leave' },
})

/** The stay ends; the case goes on. */
export const stayLeave = defineCommand({
  ...about,
  name: 'stay.leave',
  args: z.object({
    ...ofStay,
    how: codeOf(stayEnds),
    onDay: plainDate,
    escort: codeOf(leavingEscorts),
    kit: z.boolean(),
    words: free(2000),
  }),
  audit: 'STAY_ENDED',
  summary: { vi: 'Ghi đã rời nhà tạm lánh', en: 'Write that she left' },
})

const stayLine = z.object({
  stayId: z.uuid(),
  caseId: z.uuid(),
  code: z.string(),
  state: codeOf(stayStates),
  bed: z.string().nullable(),
  begunOn: z.string().nullable(),
  /** Full days under the roof; null before she moved in. */
  days: z.number().int().nullable(),
  /** An instant: until then she rests. */
  restUntil: z.string().nullable(),
  standing: z.enum(['calm', 'near_end', 'over_limit']),
  nextDue: z.object({ kind: z.string(), dueAt: z.string().nullable() }).nullable(),
})
export type StayLine = z.infer<typeof stayLine>

/**
 * The stays that run, of the cases on whose team one is, by bed: codes and days, nobody's name. And of all of these cases
 * how many persons slept here, how many of them were children who came along, and how many stays that were.
 */
export const stayList = defineRead({
  name: 'stay.list',
  path: '/organisations/:organisationId/stays',
  params: z.object({ organisationId: z.uuid() }),
  query: nothing,
  response: z.object({
    stays: z.array(stayLine),
    sheltered: z.object({
      persons: countOf('person'),
      childrenAlong: countOf('person'),
      stays: countOf('person_time'),
    }),
  }),
  permission: 'stay.read',
  scope: 'organisation',
  summary: { vi: 'Nhà tạm lánh', en: 'The shelter' },
})

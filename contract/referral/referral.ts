import { z } from 'zod'
import { defineEntry } from '../case/entry.ts'
import { defineCommand, done, made } from '../command.ts'
import { sharedFields } from '../consent/codes.ts'
import { plainDate } from '../date/date.ts'
import { referralServices } from '../register/codes.ts'
import { codeOf } from '../words.ts'
import {
  declineReasons,
  failReasons,
  feedbackOutcomes,
  referralStates,
  serviceCosts,
  urgencies,
} from './codes.ts'
import { shared } from './shared.ts'

const ofCase = { organisationId: z.uuid(), caseId: z.uuid(), referralId: z.uuid() }
const subject = { kind: 'case', arg: 'caseId' } as const

export const referralPrepared = defineEntry({
  kind: 'referral.prepared',
  tier: 'team',
  body: z.object({ referralId: z.uuid(), service: codeOf(referralServices), urgency: codeOf(urgencies) }),
  sealed: z.object({
    need: z.string().max(600),
    reach: z.string().max(300),
    /** The article and the facts on which sharing without consent would rest; empty in every other case. */
    ground: z.string().max(1000),
  }),
  words: { vi: 'Chuẩn bị chuyển gửi', en: 'Referral prepared' },
})

export const referralMoved = defineEntry({
  kind: 'referral.moved',
  tier: 'team',
  body: z.object({ referralId: z.uuid(), to: codeOf(referralStates) }),
  sealed: null,
  words: { vi: 'Chuyển gửi', en: 'Referral' },
})

/** What is asked for, and of whom; the same for a case and for a person of a register. */
export const asked = {
  service: codeOf(referralServices),
  urgency: codeOf(urgencies),
  cost: codeOf(serviceCosts).default('unknown'),
  toOrganisationId: z.uuid().nullable().default(null),
  directoryEntryId: z.uuid().nullable().default(null),
  fields: z.array(codeOf(sharedFields)).min(1).max(20),
  need: z.string().trim().max(600).default(''),
  reach: z.string().trim().max(300).default(''),
  /** The one that led nowhere before, when this is the next place. */
  previousId: z.uuid().nullable().default(null),
}

/** A referral on the table: her choice of place, and the fields that she would let them see. Nothing is sent. */
export const referralPrepare = defineCommand({
  name: 'referral.prepare',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({
    ...ofCase,
    ...asked,
    needId: z.uuid().nullable().default(null),
    ground: z.string().trim().max(1000).default(''),
  }),
  result: made.extend({ consentNeeded: z.boolean() }),
  audit: 'REFERRAL_PREPARED',
  offline: false,
  subject,
  summary: { vi: 'Chuẩn bị chuyển gửi', en: 'Prepare a referral' },
})

export const sharedView = z.object({
  shared,
  cost: codeOf(serviceCosts),
  service: codeOf(referralServices),
})

/** «Bên nhận sẽ thấy gì»: made by the very function that makes what is sent. */
export const referralPreview = defineCommand({
  name: 'referral.preview',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object(ofCase),
  result: sharedView,
  audit: 'REFERRAL_PREVIEWED',
  offline: false,
  keepsAnswer: false,
  subject,
  summary: { vi: 'Xem bên nhận sẽ thấy gì', en: 'See what the receiver will see' },
})

export const referralDeliver = defineCommand({
  name: 'referral.deliver',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object(ofCase),
  result: done,
  audit: 'REFERRAL_DELIVERED',
  offline: false,
  subject,
  summary: { vi: 'Gửi đến nơi nhận', en: 'Send to the receiver' },
})

export const referralRemind = defineCommand({
  name: 'referral.remind',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object(ofCase),
  result: done,
  audit: 'REFERRAL_REMINDED',
  offline: false,
  subject,
  summary: { vi: 'Nhắc nơi nhận trả lời', en: 'Remind the receiver' },
})

export const referralRate = defineCommand({
  name: 'referral.rate',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({ ...ofCase, rating: z.number().int().min(1).max(3) }),
  result: done,
  audit: 'REFERRAL_RATED',
  offline: false,
  subject,
  summary: { vi: 'Ghi ý kiến của người được hỗ trợ', en: 'Record what she thinks of it' },
})

/** Closes it, or takes it back at her wish. */
export const referralEnd = defineCommand({
  name: 'referral.end',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({ ...ofCase, to: z.enum(['closed', 'withdrawn']) }),
  result: done,
  audit: 'REFERRAL_ENDED',
  offline: false,
  subject,
  summary: { vi: 'Đóng hoặc thu hồi chuyển gửi', en: 'Close or withdraw a referral' },
})

const answers = {
  to: z.enum(['accepted', 'declined', 'in_progress', 'completed', 'failed']),
  reason: z
    .union([codeOf(declineReasons), codeOf(failReasons)])
    .nullable()
    .default(null),
}
const feedback = {
  onDay: plainDate,
  kind: codeOf(referralServices),
  outcome: codeOf(feedbackOutcomes),
}

export const heard = {
  ...answers,
  to: z.enum([...answers.to.options, 'feedback_given']),
  feedback: z.object(feedback).nullable().default(null),
}

/** Of a receiver who is not on this system, or whose access has ended: the team records what it heard. */
export const referralHear = defineCommand({
  name: 'referral.hear',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({
    ...ofCase,
    ...heard,
  }),
  result: done,
  audit: 'REFERRAL_HEARD',
  offline: false,
  subject,
  summary: { vi: 'Ghi trả lời của nơi nhận ngoài hệ thống', en: "Record an outside receiver's answer" },
})

const received = { organisationId: z.uuid(), referralId: z.uuid() }

export const referralRespond = defineCommand({
  name: 'referral.respond',
  permission: 'referral.receive',
  scope: 'organisation',
  args: z.object({ ...received, ...answers }),
  result: done,
  audit: 'REFERRAL_RESPONDED',
  offline: false,
  summary: { vi: 'Trả lời chuyển gửi', en: 'Answer a referral' },
})

/** Day, kind, outcome. There is no place for notes, and none are wanted. */
export const referralGiveFeedback = defineCommand({
  name: 'referral.give_feedback',
  permission: 'referral.receive',
  scope: 'organisation',
  args: z.object({ ...received, ...feedback }),
  result: done,
  audit: 'REFERRAL_FEEDBACK_GIVEN',
  offline: false,
  summary: { vi: 'Phản hồi kết quả', en: 'Give feedback' },
})

/** The receiver opens what was shared with it. */
export const referralOpenShared = defineCommand({
  name: 'referral.open_shared',
  permission: 'referral.receive',
  scope: 'organisation',
  args: z.object(received),
  result: sharedView,
  audit: 'REFERRAL_SHARED_OPENED',
  offline: false,
  keepsAnswer: false,
  summary: { vi: 'Mở nội dung chuyển gửi', en: 'Open what was shared' },
})

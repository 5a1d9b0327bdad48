import { z } from 'zod'
import { sharedFields } from '../consent/codes.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { referralServices } from '../register/codes.ts'
import { codeOf } from '../words.ts'
import { feedbackOutcomes, referralStandings, serviceCosts, urgencies } from './codes.ts'

const place = { organisationId: z.uuid() }

/** What both sides see: codes and days. */
const common = {
  id: z.uuid(),
  service: codeOf(referralServices),
  urgency: codeOf(urgencies),
  cost: codeOf(serviceCosts),
  fields: z.array(codeOf(sharedFields)),
  standing: codeOf(referralStandings),
  sentOn: plainDate,
  answerDueAt: z.string().nullable(),
}

export const recipient = z.object({ id: z.uuid(), name: z.string(), fits: z.boolean() })
export type Recipient = z.infer<typeof recipient>

/** A referral as its sender sees it: of what the receiver did, the day, the kind and the outcome, never notes. */
export const referralSent = z.object({
  ...common,
  toOrganisationId: z.uuid().nullable(),
  directoryEntryId: z.uuid().nullable(),
  recipient: z.string().nullable(),
  needId: z.uuid().nullable(),
  consentId: z.uuid().nullable(),
  emergencyId: z.uuid().nullable(),
  /** A consent that covers it is in force. */
  consented: z.boolean(),
  /** The sender writes what it heard: the receiver is not on this system, or may no longer look. */
  heard: z.boolean(),
  reason: z.string().nullable(),
  remindedAt: z.string().nullable(),
  /** When both sides were told that something ended. */
  endedAt: z.string().nullable(),
  feedback: z.object({ onDay: plainDate, kind: z.string(), outcome: codeOf(feedbackOutcomes) }).nullable(),
  rating: z.number().int().nullable(),
  previousId: z.uuid().nullable(),
  /** Late, declined or without success: where one might ask next. */
  nextRecipients: z.array(recipient),
})
export type ReferralSent = z.infer<typeof referralSent>

export const referralListOfCase = defineRead({
  name: 'referral.list_of_case',
  path: '/organisations/:organisationId/cases/:caseId/referrals',
  params: z.object({ ...place, caseId: z.uuid() }),
  query: nothing,
  response: z.object({ referrals: z.array(referralSent) }),
  permission: 'case.read',
  scope: 'organisation',
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Chuyển gửi của một hồ sơ', en: 'Referrals of a case' },
})

/** Who may be asked. Those whose kind fits the service stand first. */
export const referralRecipients = defineRead({
  name: 'referral.recipients',
  path: '/organisations/:organisationId/referral-recipients',
  params: z.object(place),
  query: z.object({
    service: codeOf(referralServices).optional(),
    for: z.enum(['referral', 'transfer']).default('referral'),
  }),
  response: z.object({ recipients: z.array(recipient) }),
  permission: 'case.write',
  scope: 'organisation',
  summary: { vi: 'Nơi có thể chuyển gửi', en: 'Who may be asked' },
})

export const receivedReferral = z.object({ ...common, from: z.string(), remindedAt: z.string().nullable() })
export type ReceivedReferral = z.infer<typeof receivedReferral>

const notice = z.object({
  id: z.uuid(),
  kind: z.enum(['sharing_ended', 'answer_awaited']),
  sentOn: plainDate.nullable(),
  at: z.string(),
})

/** The partner's inbox: what waits for an answer by its clock, what is under way, what waits for feedback. */
export const referralInbox = defineRead({
  name: 'referral.inbox',
  path: '/organisations/:organisationId/referrals',
  params: z.object(place),
  query: nothing,
  response: z.object({ referrals: z.array(receivedReferral), notices: z.array(notice) }),
  permission: 'referral.receive',
  scope: 'organisation',
  summary: { vi: 'Hộp thư chuyển gửi', en: 'Referral inbox' },
})

export const referralReceived = defineRead({
  name: 'referral.received',
  path: '/organisations/:organisationId/referrals/:referralId',
  params: z.object({ ...place, referralId: z.uuid() }),
  query: nothing,
  response: receivedReferral,
  permission: 'referral.receive',
  scope: 'organisation',
  summary: { vi: 'Một lần chuyển gửi', en: 'One referral' },
})

import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { fieldsOfPerson } from '../consent/codes.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { referralSent } from './reads.ts'
import { asked, heard, sharedView } from './referral.ts'

// A club refers a person of its register as an agency refers of a case; whoever receives it answers both alike.

const ofPerson = { clubId: z.uuid(), personId: z.uuid() }
const ofReferral = { ...ofPerson, referralId: z.uuid() }
const subject = { kind: 'person', arg: 'personId' } as const
const common = { permission: 'register.write', scope: 'club', offline: false, subject } as const

export const referralPrepareForPerson = defineCommand({
  ...common,
  name: 'referral.prepare_for_person',
  args: z.object({ ...ofReferral, ...asked, fields: z.array(z.enum(fieldsOfPerson)).min(1).max(20) }),
  result: made.extend({ consentNeeded: z.boolean() }),
  audit: 'REFERRAL_PREPARED',
  summary: { vi: 'Chuẩn bị chuyển gửi một người trong sổ', en: 'Prepare a referral of a person' },
})

/** «Bên nhận sẽ thấy gì»: opens of her what would be shared, for the moment of looking. */
export const referralPreviewForPerson = defineCommand({
  ...common,
  name: 'referral.preview_for_person',
  args: z.object(ofReferral),
  result: sharedView,
  audit: 'REFERRAL_PREVIEWED',
  keepsAnswer: false,
  stepUp: true,
  summary: {
    vi: 'Xem bên nhận sẽ thấy gì của một người trong sổ',
    en: 'See what the receiver will see of a person',
  },
})

export const referralDeliverForPerson = defineCommand({
  ...common,
  name: 'referral.deliver_for_person',
  args: z.object(ofReferral),
  result: done,
  audit: 'REFERRAL_DELIVERED',
  stepUp: true,
  summary: { vi: 'Gửi chuyển gửi của một người trong sổ', en: 'Send the referral of a person' },
})

export const referralRemindForPerson = defineCommand({
  ...common,
  name: 'referral.remind_for_person',
  args: z.object(ofReferral),
  result: done,
  audit: 'REFERRAL_REMINDED',
  summary: { vi: 'Nhắc nơi nhận của một người trong sổ', en: 'Remind the receiver of a person' },
})

export const referralRateForPerson = defineCommand({
  ...common,
  name: 'referral.rate_for_person',
  args: z.object({ ...ofReferral, rating: z.number().int().min(1).max(3) }),
  result: done,
  audit: 'REFERRAL_RATED',
  summary: { vi: 'Ghi ý kiến của một người trong sổ', en: 'Record what a person thinks of it' },
})

export const referralEndForPerson = defineCommand({
  ...common,
  name: 'referral.end_for_person',
  args: z.object({ ...ofReferral, to: z.enum(['closed', 'withdrawn']) }),
  result: done,
  audit: 'REFERRAL_ENDED',
  summary: {
    vi: 'Đóng hoặc thu hồi chuyển gửi của một người trong sổ',
    en: 'Close or withdraw the referral of a person',
  },
})

export const referralHearForPerson = defineCommand({
  ...common,
  name: 'referral.hear_for_person',
  args: z.object({ ...ofReferral, ...heard }),
  result: done,
  audit: 'REFERRAL_HEARD',
  summary: {
    vi: 'Ghi trả lời của nơi nhận ngoài hệ thống cho một người trong sổ',
    en: 'Record what an outside receiver answered',
  },
})

export const referralListOfPerson = defineRead({
  name: 'referral.list_of_person',
  path: '/clubs/:clubId/register/:personId/referrals',
  params: z.object(ofPerson),
  query: nothing,
  response: z.object({ referrals: z.array(referralSent) }),
  permission: 'register.read',
  scope: 'club',
  subject,
  summary: { vi: 'Chuyển gửi của một người trong sổ', en: 'Referrals of a person' },
})

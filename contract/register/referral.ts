import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { PersonStatus, ReferralOutcome } from './codes.ts'
import { referralOutcome, referralService } from './person.ts'

/** A referral as the club's book knows it: which service, which day. No field of the person travels with it. */
export const referralSend = defineCommand({
  name: 'referral.send',
  permission: 'register.write',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    referralId: z.uuid(),
    personId: z.uuid(),
    service: referralService,
    sentOn: plainDate,
  }),
  result: made,
  audit: 'REFERRAL_SENT',
  offline: true,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Chuyển gửi đến một dịch vụ', en: 'Refer to a service' },
})

export const referralAnswer = defineCommand({
  name: 'referral.answer',
  permission: 'register.write',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    referralId: z.uuid(),
    outcome: referralOutcome,
    outcomeOn: plainDate,
  }),
  result: done,
  audit: 'REFERRAL_ANSWERED',
  offline: true,
  subject: { kind: 'referral', arg: 'referralId' },
  summary: { vi: 'Ghi phản hồi của nơi nhận', en: "Record the service's answer" },
})

const inFuture = (field: string) =>
  refuse(
    'day_in_future',
    { vi: 'Ngày này chưa tới. Xin xem lại ngày.', en: 'The day has not come yet. Please check the date.' },
    field,
  )

/** May this referral be sent? Null means yes. A pause at her wish does not stop her from asking for a service. */
export function referralSendRule(
  referral: { sentOn: PlainDate },
  situation: { status: PersonStatus; today: PlainDate },
): Refusal | null {
  if (referral.sentOn > situation.today) return inFuture('sentOn')
  if (referral.sentOn < '2000-01-01')
    return refuse(
      'day_too_old',
      { vi: 'Ngày gửi quá xa. Xin xem lại năm.', en: 'The date is too far back. Please check the year.' },
      'sentOn',
    )
  if (situation.status === 'ended' || situation.status === 'statistics_only')
    return refuse('person_ended', {
      vi: 'Sổ của người này đã kết thúc. Chủ nhiệm mở lại rồi ghi tiếp.',
      en: 'This record has ended. The chair can reopen it.',
    })
  return null
}

// What an answer may follow; the three ends are followed by nothing: a new need is a new referral.
const mayFollow: Record<ReferralOutcome, readonly ReferralOutcome[]> = {
  no_answer: ['accepted', 'in_progress', 'completed', 'declined', 'withdrawn'],
  accepted: ['in_progress', 'completed', 'declined', 'withdrawn'],
  in_progress: ['completed', 'declined', 'withdrawn'],
  completed: [],
  declined: [],
  withdrawn: [],
}

/** May this answer be recorded? Null means yes. */
export function referralAnswerRule(
  answer: { outcome: ReferralOutcome; outcomeOn: PlainDate },
  situation: { outcome: ReferralOutcome; sentOn: PlainDate; today: PlainDate },
): Refusal | null {
  if (answer.outcomeOn > situation.today) return inFuture('outcomeOn')
  if (answer.outcomeOn < situation.sentOn)
    return refuse(
      'answer_before_sending',
      { vi: 'Ngày phản hồi phải sau ngày gửi.', en: 'The answer must come after the day of sending.' },
      'outcomeOn',
    )
  if (!mayFollow[situation.outcome].includes(answer.outcome))
    return refuse(
      'answer_does_not_follow',
      {
        vi: 'Lần chuyển gửi này đã có kết quả. Nếu cần dịch vụ nữa, xin ghi một lần chuyển gửi mới.',
        en: 'This referral has moved on. For a further need, please record a new referral.',
      },
      'outcome',
    )
  return null
}

/** Her place in the register after a referral is sent; a pause at her wish stays. */
export function statusAfterSending(status: PersonStatus): PersonStatus {
  return status === 'paused' ? status : 'referred'
}

/** Her place in the register after an answer: accompanied as soon as a service has taken up her need. */
export function statusAfterAnswer(status: PersonStatus, outcome: ReferralOutcome): PersonStatus {
  const takenUp = outcome === 'accepted' || outcome === 'in_progress' || outcome === 'completed'
  return status === 'referred' && takenUp ? 'accompanied' : status
}

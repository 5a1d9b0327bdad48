import { z } from 'zod'
import { defineCommand, made } from '../command.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import { type ContactKind, contactKinds, type PersonStatus, topics } from './codes.ts'

export const contactKind = codeOf(contactKinds)
export const topic = codeOf(topics)

/** A contact as a member notes it: what it was, about what, what comes next. One contact is one lượt. */
export const contactRecord = defineCommand({
  name: 'contact.record',
  permission: 'contact.record',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    contactId: z.uuid(),
    personId: z.uuid(),
    onDay: plainDate,
    kinds: z.array(contactKind).min(1).max(5),
    topics: z.array(topic).max(10).default([]),
    minutes: z.number().int().min(1).max(600).nullable().default(null),
    /** Free words; sealed under her key. */
    note: z.string().trim().max(2000).default(''),
    nextStep: z.string().trim().max(200).default(''),
    nextDueOn: plainDate.nullable().default(null),
    /** The member has seen and ticked how this person may be reached. */
    ruleTicked: z.boolean(),
    /** Words were left with whoever answered, or on the phone. */
    leftMessage: z.boolean().default(false),
  }),
  result: made,
  audit: 'CONTACT_RECORDED',
  offline: true,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Ghi một cuộc gặp', en: 'Record a contact' },
})

/** What the rule needs to know of the person and the day. Device and server fill it from what each knows. */
export interface ContactSituation {
  status: PersonStatus
  hasSafeContactRule: boolean
  /** Her rule allows words to be left. Unknown is no: silence is never consent. */
  mayLeaveMessage?: boolean
  today: PlainDate
}

/** The earliest day that a contact may carry: the clubs' books go back no further. */
const earliest = '2000-01-01'

/** May this contact be recorded? The same code on the device and on the server; null means yes. */
export function contactRule(
  contact: {
    onDay: PlainDate
    kinds: readonly ContactKind[]
    ruleTicked: boolean
    leftMessage?: boolean
    nextDueOn: PlainDate | null
  },
  situation: ContactSituation,
): Refusal | null {
  if (contact.onDay > situation.today)
    return refuse(
      'contact_in_future',
      { vi: 'Ngày gặp chưa tới. Xin xem lại ngày.', en: 'The day has not come yet. Please check the date.' },
      'onDay',
    )
  if (contact.onDay < earliest)
    return refuse(
      'contact_too_old',
      { vi: 'Ngày gặp quá xa. Xin xem lại năm.', en: 'The date is too far back. Please check the year.' },
      'onDay',
    )
  if (new Set(contact.kinds).size !== contact.kinds.length)
    return refuse(
      'kind_twice',
      { vi: 'Một hình thức được chọn hai lần.', en: 'One kind was chosen twice.' },
      'kinds',
    )
  if (situation.hasSafeContactRule && !contact.ruleTicked)
    return refuse(
      'rule_not_ticked',
      {
        vi: 'Xin đọc và đánh dấu cách liên hệ an toàn trước.',
        en: 'Please read and tick the safe-contact rule first.',
      },
      'ruleTicked',
    )
  if (contact.leftMessage === true && situation.mayLeaveMessage !== true)
    return refuse(
      'message_not_allowed',
      {
        vi: 'Chị ấy chưa cho để lại lời nhắn. Xin gọi lại vào giờ chị ấy đã chọn.',
        en: 'She has not allowed a message to be left. Please call again in the hours she chose.',
      },
      'leftMessage',
    )
  if (situation.status === 'ended' || situation.status === 'statistics_only')
    return refuse('person_ended', {
      vi: 'Sổ của người này đã kết thúc. Chủ nhiệm mở lại rồi ghi tiếp.',
      en: 'This record has ended. The chair can reopen it.',
    })
  if (contact.nextDueOn !== null && contact.nextDueOn < contact.onDay)
    return refuse(
      'next_before_contact',
      { vi: 'Ngày hẹn sau phải sau ngày gặp.', en: 'The next date must come after this one.' },
      'nextDueOn',
    )
  return null
}

// A survey visit that was also counselling counts once, as counselling (seed F1.20); so the kinds have an order.
const countingOrder: readonly ContactKind[] = [
  'counselling',
  'visit',
  'mobilisation',
  'information',
  'survey',
]

/** The one kind by which a contact counts as a lượt. */
export function countedAs(kinds: readonly ContactKind[]): ContactKind {
  const first = countingOrder.find((kind) => kinds.includes(kind))
  if (!first) throw new Error('a contact has at least one kind')
  return first
}

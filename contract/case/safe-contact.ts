import { z } from 'zod'
import { defineCommand, made } from '../command.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { contactWays, showMinute } from '../register/safe-contact.ts'
import { type CodeWords, codeOf, type Words } from '../words.ts'
import { defineEntry, type EntryFact, standing } from './entry.ts'

export type Caution =
  | 'no_messages'
  | 'no_voicemail'
  | 'no_car_at_gate'
  | 'no_word_to_family'
  | 'no_word_to_neighbours'
  | 'no_uniform'
  | 'ask_who_answers'
/** What must not happen when somebody reaches out to her; said on every screen before any contact. */
export const cautions: CodeWords<Caution> = {
  no_messages: { vi: 'Không nhắn tin', en: 'No messages' },
  no_voicemail: { vi: 'Không để lại lời nhắn', en: 'Leave no voice message' },
  no_car_at_gate: { vi: 'Không để xe trước cổng', en: 'No car at the gate' },
  no_word_to_family: { vi: 'Không nói với người nhà', en: 'Not a word to the family' },
  no_word_to_neighbours: { vi: 'Không hỏi hàng xóm', en: 'Do not ask neighbours' },
  no_uniform: { vi: 'Không mặc đồng phục, không đeo thẻ', en: 'No uniform, no badge' },
  ask_who_answers: { vi: 'Hỏi ai nghe máy trước khi nói', en: 'Ask who answers before speaking' },
}

export type SaidBy = 'herself' | 'representative' | 'worker'
export const saidBys: CodeWords<SaidBy> = {
  herself: { vi: 'Chính người ấy dặn', en: 'Her own words' },
  representative: { vi: 'Người đại diện dặn', en: 'Said by the representative' },
  worker: { vi: 'Cán bộ thấy, chưa hỏi được', en: 'Seen by a worker, not asked yet' },
}

/** The coded part: in the clear, on every screen. Minutes count from midnight. */
export const safeContactCodes = z.object({
  ways: z.array(codeOf(contactWays)).max(5),
  fromMinute: z.number().int().min(0).max(1439).nullable().default(null),
  untilMinute: z.number().int().min(1).max(1440).nullable().default(null),
  cautions: z.array(codeOf(cautions)).max(10).default([]),
  saidBy: codeOf(saidBys),
})
export type SafeContactCodes = z.infer<typeof safeContactCodes>

/** How she is to be reached. The latest stands; `how` (a number, in whose name to speak, who may answer) is sealed. */
export const safeContactSaid = defineEntry({
  kind: 'case.safe_contact',
  tier: 'team',
  body: safeContactCodes,
  sealed: z.object({ how: z.string().max(1000) }),
  words: { vi: 'Liên hệ an toàn', en: 'Safe contact' },
})

export const caseSetSafeContact = defineCommand({
  name: 'case.set_safe_contact',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({
    organisationId: z.uuid(),
    caseId: z.uuid(),
    ...safeContactCodes.shape,
    how: z.string().trim().max(1000).default(''),
  }),
  result: made,
  audit: 'SAFE_CONTACT_SET',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Ghi cách liên hệ an toàn của hồ sơ', en: 'Record how a person of a case may be reached' },
})

/** The safe contact that stands, with its entry; null while nobody has asked her yet. */
export function safeContactOf(
  entries: readonly EntryFact[],
): { entryId: string; onDay: string; codes: SafeContactCodes } | null {
  const last = standing(entries, safeContactSaid).at(-1)
  return last ? { entryId: last.id, onDay: last.onDay, codes: last.body } : null
}

/** May it be recorded so? At least one way is named, «no contact» stands alone, and hours have a beginning and an end. */
export function safeContactRule(codes: SafeContactCodes): Refusal | null {
  if (codes.ways.length === 0)
    return refuse(
      'safe_contact_ways',
      {
        vi: 'Xin chọn ít nhất một cách, hoặc «Không liên hệ».',
        en: 'Choose at least one way, or “No contact”.',
      },
      'ways',
    )
  if (codes.ways.includes('none') && codes.ways.length > 1)
    return refuse(
      'safe_contact_none',
      { vi: '«Không liên hệ» thì không chọn thêm cách khác.', en: '“No contact” goes with no other way.' },
      'ways',
    )
  if (codes.ways.includes('message') && codes.cautions.includes('no_messages'))
    return refuse(
      'safe_contact_messages',
      {
        vi: 'Vừa chọn «Nhắn tin» vừa ghi «Không nhắn tin». Xin giữ một.',
        en: 'Both “Message” and “No messages” are chosen. Keep one.',
      },
      'cautions',
    )
  const { fromMinute, untilMinute } = codes
  if ((fromMinute === null) !== (untilMinute === null) || (fromMinute ?? 0) >= (untilMinute ?? 1440))
    return refuse(
      'safe_contact_hours',
      { vi: 'Xin chọn giờ bắt đầu trước giờ kết thúc.', en: 'The first hour comes before the last.' },
      'untilMinute',
    )
  return null
}

/** The codes as short phrases, in the order in which they are read: ways, hours, what must not happen. */
export function safeContactPhrases({
  ways,
  fromMinute,
  untilMinute,
  cautions: list,
}: SafeContactCodes): Words[] {
  const hours =
    fromMinute === null || untilMinute === null
      ? []
      : [
          {
            vi: `Từ ${showMinute(fromMinute)} đến ${showMinute(untilMinute)}`,
            en: `From ${showMinute(fromMinute)} to ${showMinute(untilMinute)}`,
          },
        ]
  return [...ways.map((each) => contactWays[each]), ...hours, ...list.map((each) => cautions[each])]
}

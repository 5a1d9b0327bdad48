import { type SafeContactHint, safeContactHints } from '@ke-vai/contract/ledger/codes.ts'
import type { ContactWay, SafeContact } from '@ke-vai/contract/register/safe-contact.ts'

// «Buổi tối» begins at six in the evening, «ban ngày» ends there: a proposal that she confirms at the next meeting.
const evening = 18 * 60

/** The safe-contact rule that a note in the book asks for, on the careful side; null when it asks for nothing. */
export function safeContactOf(hints: readonly SafeContactHint[]): SafeContact | null {
  if (hints.length === 0) return null
  const has = (hint: SafeContactHint) => hints.includes(hint)
  const ways: ContactWay[] = []
  if (!has('no_home_visit') || has('meet_only')) ways.push('in_person')
  if (!has('no_call') && !has('meet_only')) ways.push('call')
  if (has('through_trusted_person')) ways.push('trusted_person')
  return {
    ways,
    fromMinute: has('no_call_daytime') ? evening : null,
    untilMinute: has('no_call_evening') ? evening : null,
    sayFrom: null,
    mayLeaveMessage: false,
    whoMayAnswer: has('phone_of_another') ? safeContactHints.phone_of_another.vi : null,
    visitRule: `Theo sổ giấy: ${hints.map((hint) => safeContactHints[hint].vi).join(', ')}. Lần gặp tới hỏi lại chị.`,
  }
}

import { z } from 'zod'
import { defineEntry, type EntryFact, standing } from '../case/entry.ts'
import { defineCommand, done } from '../command.ts'
import type { PlainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CodeWords, codeOf } from '../words.ts'
import { caseClosed, caseReopened, closingProposed } from './entries.ts'

// What becomes of her wish, said at the closing, that what is written be erased once the law allows. Nothing is ever
// erased by a clock: people are reminded, and write down what came of it.

export type ErasureSettlement = 'handed_on' | 'law_keeps' | 'she_keeps'
export const erasureSettlements: CodeWords<ErasureSettlement> = {
  handed_on: { vi: 'Đã chuyển người phụ trách dữ liệu để xóa', en: 'Handed to the data-protection officer' },
  law_keeps: { vi: 'Luật còn yêu cầu giữ; nhắc lại sau', en: 'The law still keeps it; remind again' },
  she_keeps: { vi: 'Người ấy nay muốn giữ lại', en: 'She now wants it kept' },
}

export const erasureSettled = defineEntry({
  kind: 'closing.erasure_settled',
  tier: 'team',
  body: z.object({ how: codeOf(erasureSettlements) }),
  sealed: z.object({ words: z.string().max(2000) }),
  words: { vi: 'Việc xóa theo ý người được hỗ trợ', en: 'Her wish of erasure' },
})

/** Which kinds of entries `foldErasure` reads. */
export const erasureKinds: readonly string[] = [
  closingProposed,
  caseClosed,
  caseReopened,
  erasureSettled,
].map(({ kind }) => kind)

/** Since which day a closed case owes her an answer to her wish of erasure; null when it owes none. */
export function foldErasure(entries: readonly EntryFact[]): { askedOn: PlainDate } | null {
  const closed = standing(entries, caseClosed).at(-1)
  if (!closed) return null
  const proposal = standing(entries, closingProposed).find(({ id }) => id === closed.body.proposalId)
  if (proposal?.body.dataChoice !== 'erase_later') return null
  const later = (each: EntryFact) => each.seq > closed.seq
  if (standing(entries, caseReopened).some(later)) return null
  const settled = standing(entries, erasureSettled).filter(later)
  return settled.some(({ body }) => body.how !== 'law_keeps') ? null : { askedOn: closed.onDay }
}

/** May something be written of her wish? Null means yes. */
export function erasureRule(now: { askedOn: PlainDate } | null): Refusal | null {
  if (now !== null) return null
  return refuse('no_erasure_asked', {
    vi: 'Hồ sơ này không có ý muốn xóa nào đang chờ.',
    en: 'No wish of erasure is waiting in this case.',
  })
}

/** Writes what came of her wish; while the law keeps what is written, the manager is reminded again. */
export const erasureSettle = defineCommand({
  name: 'closing.settle_erasure',
  permission: 'closing.propose',
  scope: 'organisation',
  args: z.object({
    organisationId: z.uuid(),
    caseId: z.uuid(),
    how: codeOf(erasureSettlements),
    /** Sealed. */
    words: z.string().trim().max(2000).default(''),
  }),
  result: done,
  audit: 'ERASURE_SETTLED',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Ghi việc xóa theo ý người được hỗ trợ', en: 'Write what came of her wish of erasure' },
})

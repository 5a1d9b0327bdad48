import type { CaseState } from '../case/codes.ts'
import { type EntryFact, standing } from '../case/entry.ts'
import { needDomains } from '../need/codes.ts'
import { openNeedsWithoutReason } from '../need/state.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { activeStay, foldStays } from '../stay/state.ts'
import type { ClosingReason, DataChoice } from './codes.ts'
import { caseClosed, closingProposed, closingReturned } from './entries.ts'

/** What stands in the way of closing, besides the needs and the stay that stand in the entries. */
export interface StillOpen {
  referrals: number
  transfers: number
}

/** What keeps a case from being closed, each with what to do about it; empty when nothing does. */
export function closingObstacles(entries: readonly EntryFact[], open: StillOpen): Refusal[] {
  const needs = openNeedsWithoutReason(entries)
  const names = needs.map(({ domain }) => needDomains[domain])
  return [
    ...(open.transfers > 0
      ? [
          refuse('closing_transfer_unanswered', {
            vi: 'Nơi nhận chuyển giao chưa trả lời. Xin đợi trả lời, hoặc thôi chuyển giao trước khi đóng.',
            en: 'A transfer is unanswered. Please wait for the answer or take the transfer back first.',
          }),
        ]
      : []),
    ...(needs.length > 0
      ? [
          refuse('closing_need_open', {
            vi: `Còn nhu cầu đang mở: ${names.map(({ vi }) => vi).join(', ')}. Xin ghi từng nhu cầu đã đáp ứng, không còn cần, chưa muốn, hoặc vì sao chưa thể đáp ứng.`,
            en: `Needs are open: ${names.map(({ en }) => en).join(', ')}. Please write of each that it is met, no longer needed, not wanted now, or why it cannot be met.`,
          }),
        ]
      : []),
    ...(activeStay(foldStays(entries)) !== null
      ? [
          refuse('closing_stay_runs', {
            vi: 'Còn một lần lưu trú chưa kết thúc. Xin ghi người ấy đã rời nhà tạm lánh, hoặc đã có nơi khác, trước khi đóng.',
            en: 'A stay has not ended. Please write that she left the shelter, or that another place took her, before closing.',
          }),
        ]
      : []),
    ...(open.referrals > 0
      ? [
          refuse('closing_referral_open', {
            vi: 'Còn lần chuyển gửi chưa đóng. Xin ghi kết quả rồi đóng, hoặc thu hồi lần chuyển gửi ấy.',
            en: 'A referral is open. Please write its outcome and close it, or withdraw it.',
          }),
        ]
      : []),
  ]
}

/** She cannot be asked what becomes of her data only where she cannot be reached, or the case was none. */
const withoutHerChoice: readonly ClosingReason[] = ['lost_contact', 'died', 'opened_by_mistake']

/** May her choice be left open? Null means yes. */
export function dataChoiceRule(reason: ClosingReason, choice: DataChoice | null): Refusal | null {
  if (choice !== null || withoutHerChoice.includes(reason)) return null
  return refuse(
    'closing_her_choice',
    {
      vi: 'Xin hỏi người được hỗ trợ muốn giữ hay xóa những điều đã ghi.',
      en: 'Please ask her whether what is written shall be kept or erased.',
    },
    'dataChoice',
  )
}

export interface Proposal {
  id: string
  onDay: string
  reason: ClosingReason
  dataChoice: DataChoice | null
  proposedBy: string
}

/** The proposal to close that nobody has answered yet; null when there is none. */
export function foldProposal(entries: readonly EntryFact[]): Proposal | null {
  const answered = [...standing(entries, caseClosed), ...standing(entries, closingReturned)].map(
    ({ body }) => body.proposalId,
  )
  const last = standing(entries, closingProposed).at(-1)
  return last && !answered.includes(last.id) ? { id: last.id, onDay: last.onDay, ...last.body } : null
}

/** Which kinds of entries `foldProposal` reads. */
export const closingKinds: readonly string[] = [closingProposed, closingReturned, caseClosed].map(
  ({ kind }) => kind,
)

const none = refuse('closing_not_proposed', {
  vi: 'Chưa có ai đề nghị đóng hồ sơ này.',
  en: 'Nobody has proposed to close this case.',
})

/** May this account close the case on this proposal? Another person of the team than the one who proposed. Null: yes. */
export function closeRule(proposal: Proposal | null, state: CaseState, accountId: string): Refusal | null {
  if (proposal === null || state !== 'closing') return none
  if (proposal.proposedBy !== accountId) return null
  return refuse('closing_by_another', {
    vi: 'Người đề nghị không tự đóng hồ sơ. Xin một người khác trong nhóm hỗ trợ xem và đóng.',
    en: 'Whoever proposed does not close the case. Please ask somebody else of the team to look and close.',
  })
}

/** May the proposal be sent back? By anybody of the team who may decide. Null means yes. */
export const returnRule = (proposal: Proposal | null, state: CaseState): Refusal | null =>
  proposal === null || state !== 'closing' ? none : null

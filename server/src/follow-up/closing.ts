import type { EntryFact } from '@ke-vai/contract/case/entry.ts'
import {
  closeRule,
  closingKinds,
  closingObstacles,
  dataChoiceRule,
  foldProposal,
  returnRule,
} from '@ke-vai/contract/follow-up/closing.ts'
import {
  caseClosed,
  caseReopened,
  closingProposed,
  closingReturned,
} from '@ke-vai/contract/follow-up/entries.ts'
import {
  closingClose,
  closingPropose,
  closingReopen,
  closingReturn,
} from '@ke-vai/contract/follow-up/follow-up.ts'
import { needKinds } from '@ke-vai/contract/need/state.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { stayKinds } from '@ke-vai/contract/stay/entries.ts'
import { selectEntries } from '../case/entries.ts'
import { requireManager } from '../case/manager.ts'
import { holdCase, moveCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { endCompanionsOf } from '../companion/carry-companion.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { selectOpenReferrals } from '../referral/end-referral.ts'
import { selectOpenTransfers } from '../transfer/offer-transfer.ts'
import { dropClocks, startClocksToCome } from './clocks.ts'
import { remindOfErasure } from './erasure-clock.ts'

/** Refuses while something stands open; the first of what stands in the way says what to do about it. */
async function requireNothingOpen(
  { tx, province }: CommandContext,
  caseId: string,
  entries: readonly EntryFact[],
): Promise<void> {
  const open = {
    referrals: (await selectOpenReferrals(tx, province, caseId)).length,
    transfers: (await selectOpenTransfers(tx, province, caseId)).length,
  }
  const [first] = closingObstacles(entries, open)
  if (first) throw new Refused(first)
}

const readClosing = ({ tx, province }: CommandContext, caseId: string) =>
  selectEntries(tx, province, caseId, [...closingKinds, ...needKinds, ...stayKinds])

export const proposeClosing = command(closingPropose, async (args, context) => {
  const { actor, tx, province, audit } = context
  const { caseId, reason, dataChoice, words } = args
  await holdCase(context, caseId)
  await requireManager({ tx, actor, province }, caseId)
  const refusal = dataChoiceRule(reason, dataChoice)
  if (refusal) throw new Refused(refusal)
  await requireNothingOpen(context, caseId, await readClosing(context, caseId))
  const body = { reason, dataChoice, proposedBy: actor.id }
  await writeEntry(context, closingProposed, { caseId, body, words: { words } })
  await moveCase(context, caseId, 'closing', '')
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['state', reason] })
  return { done: true as const }
})

const replaced = refuse(
  'closing_proposal_replaced',
  {
    vi: 'Đề nghị này đã được trả lời hoặc thay. Xin xem lại hồ sơ.',
    en: 'This proposal was answered or replaced. Please look at the case again.',
  },
  'proposalId',
)

export const closeCase = command(closingClose, async (args, context) => {
  const { actor, audit } = context
  const { caseId, proposalId, words } = args
  const { state } = await holdCase(context, caseId)
  const entries = await readClosing(context, caseId)
  const proposal = foldProposal(entries)
  const refusal = closeRule(proposal, state, actor.id)
  if (refusal) throw new Refused(refusal)
  if (proposal?.id !== proposalId) throw new Refused(replaced)
  await requireNothingOpen(context, caseId, entries)
  await writeEntry(context, caseClosed, { caseId, body: { proposalId }, words: { words } })
  await dropClocks(context, caseId)
  await endCompanionsOf(context, caseId, 'closed')
  await moveCase(context, caseId, 'closed', '')
  await remindOfErasure(context, caseId)
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['state'] })
  return { done: true as const }
})

export const returnClosing = command(closingReturn, async (args, context) => {
  const { caseId, proposalId, words } = args
  const { state } = await holdCase(context, caseId)
  const proposal = foldProposal(await readClosing(context, caseId))
  const refusal = returnRule(proposal, state)
  if (refusal) throw new Refused(refusal)
  if (proposal?.id !== proposalId) throw new Refused(replaced)
  await writeEntry(context, closingReturned, { caseId, body: { proposalId }, words: { words } })
  await moveCase(context, caseId, 'following', '')
  await context.audit({ subjectKind: 'case', subjectId: caseId, fields: ['state'] })
  return { done: true as const }
})

/** Opens a closed case again; follow-ups of the days still to come remind again. */
export const reopenCase = command(closingReopen, async (args, context) => {
  const { actor, tx, province, audit } = context
  const { caseId, reason, words } = args
  const { state } = await holdCase(context, caseId)
  await requireManager({ tx, actor, province }, caseId)
  if (state !== 'closed') throw new Refused(notClosed)
  await writeEntry(context, caseReopened, { caseId, body: { reason }, words: { words } })
  await moveCase(context, caseId, 'assessment', '')
  await remindOfErasure(context, caseId)
  await startClocksToCome(context, args)
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['state', reason] })
  return { done: true as const }
})

const notClosed = refuse('closing_not_closed', {
  vi: 'Hồ sơ này chưa đóng.',
  en: 'This case is not closed.',
})

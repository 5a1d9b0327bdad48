import type { CaseState, LegalStatus } from '@ke-vai/contract/case/codes.ts'
import {
  type CaseNow,
  caseMoved,
  caseMoveRule,
  foldCase,
  legalMoved,
  legalMoveRule,
} from '@ke-vai/contract/case/state.ts'
import { foldRisk, riskKinds, safetyRule } from '@ke-vai/contract/need/risk.ts'
import type { CommandContext } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { selectEntries } from './entries.ts'
import { writeEntry } from './write-entry.ts'

type Context = Pick<CommandContext, 'tx' | 'actor' | 'province' | 'deviceTime' | 'vault'>

/** What a case is now, by its entries; its row is held until the transaction ends, so that nothing moves it meanwhile. */
export async function holdCase({ tx, province }: Context, caseId: string): Promise<CaseNow> {
  const [row] =
    await tx`select id from case_file where province = ${province} and id = ${caseId} for no key update`
  if (!row) throw new Refused('notFound')
  return foldCase(await selectEntries(tx, province, caseId, [caseMoved.kind, legalMoved.kind]))
}

/**
 * Moves the state; refuses what may not follow, and a step onwards while a safety plan is owed. Whatever else closing
 * asks is looked at before.
 */
export async function moveCase(
  context: Context,
  caseId: string,
  to: CaseState,
  reason: string,
): Promise<void> {
  const now = await holdCase(context, caseId)
  const risk = foldRisk(await selectEntries(context.tx, context.province, caseId, riskKinds))
  const refusal = caseMoveRule(now, to) ?? safetyRule(risk, now.state, to)
  if (refusal) throw new Refused(refusal)
  await writeEntry(context, caseMoved, { caseId, body: { to }, words: { reason } })
  await context.tx`
    update case_file set state = ${to}, closed_at = ${to === 'closed' ? context.tx`now()` : null}
    where province = ${context.province} and id = ${caseId}`
}

/** Moves the legal status; the three outcomes only with the decision that says so. */
export async function moveLegalStatus(
  context: Context,
  caseId: string,
  to: LegalStatus,
  decision: { id: string; decidedOn: string } | null,
): Promise<void> {
  const now = await holdCase(context, caseId)
  if (now.legalStatus === to && decision === null) return
  const refusal = legalMoveRule(now.legalStatus, to, decision !== null)
  if (refusal) throw new Refused(refusal)
  const body = { to, decisionId: decision?.id ?? null, decidedOn: decision?.decidedOn ?? null }
  await writeEntry(context, legalMoved, { caseId, body })
  await context.tx`
    update case_file set legal_status = ${to}, identified_on = ${to === 'victim' ? (decision?.decidedOn ?? null) : null}
    where province = ${context.province} and id = ${caseId}`
}

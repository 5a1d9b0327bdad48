import { consentNeeded } from '@ke-vai/contract/consent/state.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { referralDeliver } from '@ke-vai/contract/referral/referral.ts'
import { startDeadline } from '../case/deadline.ts'
import { findConsent } from '../consent/in-force.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound } from '../platform/vault.ts'
import { answerDue } from './answer-due.ts'
import { holdReferral, type ReferralRow } from './find-referral.ts'
import { gatherShared } from './gather-shared.ts'
import { moveReferral } from './move-referral.ts'
import { openPrepared } from './prepare-referral.ts'

/** What a receiver opens is bound to the referral; the vault asks the database who that is. */
export const sharedBound = (referralId: string): Bound => ({
  table: 'referral',
  row: referralId,
  field: 'shared',
  version: 1,
})

const answerDays = 'referral_answer_days'

/**
 * Seals exactly the fields and hands them over. `by` names what allows it: the consent, or the emergency that two
 * people agreed on. The caller has written the audit line.
 */
export async function handOver(
  context: CommandContext,
  row: ReferralRow,
  by: { consentId: string } | { emergencyId: string },
): Promise<void> {
  const { tx, province, vault } = context
  const shared = await gatherShared(context, row.caseId, row.fields, await openPrepared(context, row))
  const [sealed] = await vault.seal({ case: row.caseId }, [{ bound: sharedBound(row.id), value: shared }])
  const dueAt = await answerDue(context, answerDays)
  const [consentId, emergencyId] = 'consentId' in by ? [by.consentId, null] : [null, by.emergencyId]
  await tx`
    update referral set shared = ${sealed ?? null}, consent_id = ${consentId}, emergency_id = ${emergencyId},
      sent_on = ${today()}, sent_at = now(), answer_due_at = ${dueAt}
    where province = ${province} and id = ${row.id}`
  await moveReferral(context, row, { to: 'sent', side: 'from', sharing: true })
  await startDeadline(tx, province, {
    caseId: row.caseId,
    organisationId: row.organisationId,
    kind: 'referral_answer',
    aboutId: row.id,
    startedAt: new Date(),
    dueAt,
    parameter: answerDays,
  })
}

export const deliverReferral = command(referralDeliver, async (args, context) => {
  const { tx, province, audit } = context
  const row = await holdReferral(tx, province, args.caseId, args.referralId)
  const consentId = await findConsent(tx, province, args.caseId, { ...row, purpose: 'share_referral' })
  if (consentId === null) throw new Refused(consentNeeded)
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: row.fields })
  await handOver(context, row, { consentId })
  return { done: true as const }
})

import { consentNeeded } from '@ke-vai/contract/consent/state.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { referralDeliverForPerson } from '@ke-vai/contract/referral/of-person.ts'
import { referralDeliver } from '@ke-vai/contract/referral/referral.ts'
import type { PersonStatus } from '@ke-vai/contract/register/codes.ts'
import { referredRule, statusAfterSending } from '@ke-vai/contract/register/referral.ts'
import { startDeadline } from '../case/deadline.ts'
import { findConsent } from '../consent/in-force.ts'
import { caseOwner, type Owner, personOwner, subjectOf } from '../consent/owner.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound } from '../platform/vault.ts'
import { answerDue } from './answer-due.ts'
import { holdReferral, keyOfReferral, type ReferralRow } from './find-referral.ts'
import { gatherOf, requireBudgetFor } from './gather-shared.ts'
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
  const shared = await gatherOf(context, row, await openPrepared(context, row))
  const [sealed] = await vault.seal(keyOfReferral(row), [{ bound: sharedBound(row.id), value: shared }])
  const dueAt = await answerDue(context, answerDays)
  const [consentId, emergencyId] = 'consentId' in by ? [by.consentId, null] : [null, by.emergencyId]
  await tx`
    update referral set shared = ${sealed ?? null}, consent_id = ${consentId}, emergency_id = ${emergencyId},
      sent_on = ${today()}, sent_at = now(), answer_due_at = ${dueAt}
    where province = ${province} and id = ${row.id}`
  await moveReferral(context, row, { to: 'sent', side: 'from', sharing: true })
  // The clock of a person's referral is its own day of answer: a register has no other clocks.
  if (row.caseId !== null && row.organisationId !== null)
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

async function deliver(context: CommandContext, owner: Owner, referralId: string) {
  const { tx, province, audit } = context
  const row = await holdReferral(tx, province, owner, referralId)
  const consentId = await findConsent(tx, province, owner, { ...row, purpose: 'share_referral' })
  if (consentId === null) throw new Refused(consentNeeded)
  await requireBudgetFor(context, row)
  await audit({ ...subjectOf(owner), fields: row.fields })
  await handOver(context, row, { consentId })
  return { done: true as const }
}

export const deliverReferral = command(referralDeliver, (args, context) =>
  deliver(context, caseOwner(args), args.referralId),
)

export const deliverReferralForPerson = command(referralDeliverForPerson, async (args, context) => {
  const { tx, province } = context
  const [person] = await tx<{ id: string; status: PersonStatus }[]>`
    select kept.id, kept.status from person asked
      join person kept on kept.province = asked.province and kept.id = coalesce(asked.merged_into, asked.id)
    where asked.province = ${province} and asked.club_id = ${args.clubId} and asked.id = ${args.personId}
    for no key update of kept`
  if (!person) throw new Refused('notFound')
  const refusal = referredRule(person)
  if (refusal) throw new Refused(refusal)
  const sent = await deliver(context, await personOwner(context, args), args.referralId)
  await tx`update person set status = ${statusAfterSending(person.status)}
    where province = ${province} and id = ${person.id}`
  return sent
})

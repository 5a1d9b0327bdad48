import { consentEnded, consentWithdraw } from '@ke-vai/contract/consent/consent.ts'
import { consentCovers } from '@ke-vai/contract/consent/state.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { writeEntry } from '../case/write-entry.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { withdrawReferralsOf } from '../referral/end-referral.ts'
import { takeBackTransfersOf } from '../transfer/offer-transfer.ts'
import { selectConsents } from './in-force.ts'

interface Asked {
  caseId: string
  consentId: string
}

/**
 * Takes a consent back. What stood on it ends in this same transaction: the receiver finds nothing any more, both sides
 * get a neutral word, and the steps and audit lines of what was shared before stay.
 */
export const withdrawConsent = command(consentWithdraw, async (args, context) => {
  const { tx, province, audit } = context
  const consent = await hold(context, args)
  // What stands on it goes first: with the consent its team could no longer say which referrals these were.
  await withdrawReferralsOf(context, args.caseId, args.consentId)
  await takeBackTransfersOf(context, args.caseId, args.consentId)
  await tx`update consent set withdrawn_at = now() where province = ${province} and id = ${args.consentId}`
  await writeEntry(context, consentEnded, {
    caseId: args.caseId,
    body: { consentId: args.consentId, purpose: consent.purpose },
  })
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['consent', consent.purpose] })
  return { done: true as const }
})

async function hold({ tx, province }: CommandContext, { caseId, consentId }: Asked) {
  await tx`select id from case_file where province = ${province} and id = ${caseId} for no key update`
  const consent = (await selectConsents(tx, province, caseId)).find(({ id }) => id === consentId)
  if (!consent || consent.withdrawnAt !== null || consent.replacedBy !== null) throw new Refused('notFound')
  return consent
}

/** A new consent takes the place of an older one: what it still covers goes on under it, the rest ends. */
export async function carryOver(context: CommandContext, given: Asked, replacedId: string): Promise<void> {
  const { tx, province } = context
  const replaced = await hold(context, { caseId: given.caseId, consentId: replacedId })
  const all = await selectConsents(tx, province, given.caseId)
  const successor = all.find(({ id }) => id === given.consentId)
  if (!successor || successor.purpose !== replaced.purpose || replacedId === given.consentId)
    throw new Refused('badShape')
  const standing = await tx<
    {
      id: string
      toOrganisationId: string | null
      directoryEntryId: string | null
      fields: typeof replaced.fields
    }[]
  >`
    select id, to_organisation_id as "toOrganisationId", directory_entry_id as "directoryEntryId", fields
    from referral where province = ${province} and case_id = ${given.caseId} and consent_id = ${replacedId}`
  for (const each of standing)
    if (consentCovers(successor, { ...each, purpose: 'share_referral' }, today()))
      await tx`update referral set consent_id = ${given.consentId}
        where province = ${province} and id = ${each.id}`
  await withdrawReferralsOf(context, given.caseId, replacedId)
  await takeBackTransfersOf(context, given.caseId, replacedId)
  await tx`update consent set replaced_by = ${given.consentId} where province = ${province} and id = ${replacedId}`
}

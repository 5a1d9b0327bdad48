import { consentEnded, consentWithdraw } from '@ke-vai/contract/consent/consent.ts'
import { consentWithdrawForPerson } from '@ke-vai/contract/consent/of-person.ts'
import { consentCovers } from '@ke-vai/contract/consent/state.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { writeEntry } from '../case/write-entry.ts'
import { carryCompanions, endCompanionsOf } from '../companion/carry-companion.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { withdrawReferralsOf } from '../referral/end-referral.ts'
import { takeBackTransfersOf } from '../transfer/offer-transfer.ts'
import { type ConsentRow, selectConsents } from './in-force.ts'
import { caseOwner, type Owner, ownedBy, personOwner, subjectOf } from './owner.ts'

/** What stands on it goes first: with the consent its sender could no longer say which these were. */
async function endWhatStoodOn(context: CommandContext, owner: Owner, consentId: string): Promise<void> {
  await withdrawReferralsOf(context, owner, consentId)
  if (owner.kind === 'case') await takeBackTransfersOf(context, owner.id, consentId)
  if (owner.kind === 'case') await endCompanionsOf(context, owner.id, { consentId })
}

/**
 * Takes a consent back. What stood on it ends in this same transaction: the receiver finds nothing any more, both sides
 * get a neutral word, and the steps and audit lines of what was shared before stay.
 */
async function takeBack(context: CommandContext, owner: Owner, consentId: string) {
  const { tx, province, audit } = context
  const { purpose } = await hold(context, owner, consentId)
  await endWhatStoodOn(context, owner, consentId)
  await tx`update consent set withdrawn_at = now() where province = ${province} and id = ${consentId}`
  if (owner.kind === 'case')
    await writeEntry(context, consentEnded, { caseId: owner.id, body: { consentId, purpose } })
  await audit({ ...subjectOf(owner), fields: ['consent', purpose] })
  return { done: true as const }
}

export const withdrawConsent = command(consentWithdraw, (args, context) =>
  takeBack(context, caseOwner(args), args.consentId),
)
export const withdrawConsentForPerson = command(consentWithdrawForPerson, async (args, context) =>
  takeBack(context, await personOwner(context, args), args.consentId),
)

/** One that stands, while its owner is held until the transaction ends. */
async function hold({ tx, province }: CommandContext, owner: Owner, consentId: string): Promise<ConsentRow> {
  if (owner.kind === 'case')
    await tx`select id from case_file where province = ${province} and id = ${owner.id} for no key update`
  else
    await tx`select id from person where province = ${province} and id = any (${[...owner.lines]}::uuid[])
      order by id for no key update`
  const consent = (await selectConsents(tx, province, owner)).find(({ id }) => id === consentId)
  if (!consent || consent.withdrawnAt !== null || consent.replacedBy !== null) throw new Refused('notFound')
  return consent
}

/** A new consent takes the place of an older one: what it still covers goes on under it, the rest ends. */
export async function carryOver(
  context: CommandContext,
  owner: Owner,
  givenId: string,
  replacedId: string,
): Promise<void> {
  const { tx, province } = context
  const replaced = await hold(context, owner, replacedId)
  const all = await selectConsents(tx, province, owner)
  const successor = all.find(({ id }) => id === givenId)
  if (!successor || successor.purpose !== replaced.purpose || replacedId === givenId)
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
    from referral where province = ${province} and ${ownedBy(tx, owner)} and consent_id = ${replacedId}`
  for (const each of standing)
    if (consentCovers(successor, { ...each, purpose: 'share_referral' }, today()))
      await tx`update referral set consent_id = ${givenId}
        where province = ${province} and id = ${each.id}`
  if (owner.kind === 'case') await carryCompanions(context, owner.id, [replacedId, successor])
  await endWhatStoodOn(context, owner, replacedId)
  await tx`update consent set replaced_by = ${givenId} where province = ${province} and id = ${replacedId}`
}

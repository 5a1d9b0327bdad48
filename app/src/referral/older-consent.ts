import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import type { ConsentShown } from '@ke-vai/contract/consent/consent.ts'
import type { ReferralSent } from '@ke-vai/contract/referral/reads.ts'

/** What she agreed to with the same receiver, if anything is in force. */
const standingOf = (given: readonly ConsentShown[], referral: ReferralSent): ConsentShown | undefined =>
  given.find(
    ({ state, purpose, toOrganisationId, directoryEntryId }) =>
      state === 'in_force' &&
      purpose === 'share_referral' &&
      toOrganisationId === referral.toOrganisationId &&
      directoryEntryId === referral.directoryEntryId,
  )

/** A new sheet takes the place of the one in force. */
export function olderOf(given: readonly ConsentShown[], referral: ReferralSent): { replacesId?: string } {
  const older = standingOf(given, referral)
  return older ? { replacesId: older.id } : {}
}

/** Of what was prepared, the fields that she left out when she said yes to this receiver; none while she was not asked. */
export function leftOutOf(given: readonly ConsentShown[], referral: ReferralSent): SharedField[] {
  const agreed = standingOf(given, referral)?.fields
  return agreed ? referral.fields.filter((field) => !agreed.includes(field)) : []
}

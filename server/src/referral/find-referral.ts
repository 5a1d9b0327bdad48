import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import type { ReferralState, ServiceCost } from '@ke-vai/contract/referral/codes.ts'
import type { ReferralService } from '@ke-vai/contract/register/codes.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'

export interface ReferralRow {
  province: string
  id: string
  caseId: string
  organisationId: string
  toOrganisationId: string | null
  directoryEntryId: string | null
  wordsEntryId: string | null
  service: ReferralService
  cost: ServiceCost
  fields: SharedField[]
  state: ReferralState
  consentId: string | null
  emergencyId: string | null
  sentOn: string
  answerDueAt: Date | null
  shared: Buffer | null
}

const columns = (tx: Tx) => tx`
  province, id, case_id as "caseId", organisation_id as "organisationId", to_organisation_id as "toOrganisationId",
  directory_entry_id as "directoryEntryId", words_entry_id as "wordsEntryId", service, cost, fields, state,
  consent_id as "consentId", emergency_id as "emergencyId", sent_on as "sentOn", answer_due_at as "answerDueAt", shared`

/** The case's referral as its team holds it, until the transaction ends. */
export async function holdReferral(
  tx: Tx,
  province: string,
  caseId: string,
  referralId: string,
): Promise<ReferralRow> {
  const [row] = await tx<ReferralRow[]>`
    select ${columns(tx)} from referral
    where province = ${province} and case_id = ${caseId} and id = ${referralId} for no key update`
  if (!row) throw new Refused('notFound')
  return row
}

/**
 * The same as its receiver holds it. It is there only while it lives and she consents to it; then, and ever before it
 * was sent, it is not to be found.
 */
export async function holdReceived(tx: Tx, organisationId: string, referralId: string): Promise<ReferralRow> {
  const [row] = await tx<ReferralRow[]>`
    select ${columns(tx)} from referral
    where id = ${referralId} and to_organisation_id = ${organisationId} and ${withinReceived(tx)} for no key update`
  if (!row) throw new Refused('notFound')
  return row
}

/** The condition on rows of `referral` that the server's own lock sets for a receiver. */
export const withinReceived = (tx: Tx) =>
  tx`case_id is not null and id = any ((select policy.received_referrals())::uuid[])`

import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import type { ReferralState, ServiceCost } from '@ke-vai/contract/referral/codes.ts'
import type { ReferralService } from '@ke-vai/contract/register/codes.ts'
import { keyOf, type Owner, ownedBy } from '../consent/owner.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { KeyName } from '../platform/vault.ts'

/** Of a case (with its agency), or of a person in a club's register. */
export interface ReferralRow {
  province: string
  id: string
  caseId: string | null
  organisationId: string | null
  personId: string | null
  clubId: string | null
  toOrganisationId: string | null
  directoryEntryId: string | null
  /** Of a case: the entry whose words say what she needs. */
  wordsEntryId: string | null
  /** Of a person: the same words, under her key. */
  words: Buffer | null
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
  province, id, case_id as "caseId", organisation_id as "organisationId", person_id as "personId", club_id as "clubId",
  to_organisation_id as "toOrganisationId", directory_entry_id as "directoryEntryId", words_entry_id as "wordsEntryId",
  words, service, cost, fields, state, consent_id as "consentId", emergency_id as "emergencyId", sent_on as "sentOn",
  answer_due_at as "answerDueAt", shared`

/** Under whose key lies what was sealed of it. */
export function keyOfReferral({ caseId, personId }: ReferralRow): KeyName {
  if (caseId !== null) return keyOf({ kind: 'case', id: caseId })
  if (personId === null) throw new Error('a referral of nobody')
  return keyOf({ kind: 'person', id: personId })
}

/** The referral as its sender holds it, until the transaction ends. What a paper book said of one is not among them. */
export async function holdReferral(
  tx: Tx,
  province: string,
  owner: Owner,
  referralId: string,
): Promise<ReferralRow> {
  const [row] = await tx<ReferralRow[]>`
    select ${columns(tx)} from referral
    where province = ${province} and ${ownedBy(tx, owner)} and id = ${referralId} and state is not null
    for no key update`
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
  tx`state is not null and id = any ((select policy.received_referrals())::uuid[])`

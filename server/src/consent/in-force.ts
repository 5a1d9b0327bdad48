import type { ConsentPurpose, SharedField } from '@ke-vai/contract/consent/codes.ts'
import { type ConsentFact, consentCovers, type Sharing } from '@ke-vai/contract/consent/state.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import type { Tx } from '../platform/database.ts'
import { type Owner, ownedBy } from './owner.ts'

export interface ConsentRow extends ConsentFact {
  id: string
  purpose: ConsentPurpose
  fields: SharedField[]
}

/** The consents of a case or a person as rules read them, the newest first. */
export async function selectConsents(tx: Tx, province: string, owner: Owner): Promise<ConsentRow[]> {
  return tx<ConsentRow[]>`
    select id, purpose, to_organisation_id as "toOrganisationId", directory_entry_id as "directoryEntryId", fields,
      valid_from as "validFrom", valid_to as "validTo", given_at as "givenAt", withdrawn_at as "withdrawnAt",
      replaced_by as "replacedBy"
    from consent where province = ${province} and ${ownedBy(tx, owner)} order by given_at desc`
}

/** The consent that covers exactly this sharing today; null when there is none. */
export async function findConsent(
  tx: Tx,
  province: string,
  owner: Owner,
  sharing: Sharing,
): Promise<string | null> {
  const day = today()
  const all = await selectConsents(tx, province, owner)
  return all.find((each) => consentCovers(each, sharing, day))?.id ?? null
}

import { directoryKindsOfService, type ServiceCost } from '@ke-vai/contract/referral/codes.ts'
import { type ReferralPlace, referralPlaces } from '@ke-vai/contract/referral/of-person.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { selectRecipients } from './list-referrals.ts'

interface EntryRow {
  id: string
  name: string
  area: string
  phone: string | null
  fee: ServiceCost
  feeNote: string
  languages: ReferralPlace['languages']
  provider: string | null
  kind: string
}

/** Of the province and of the whole country, what is not withdrawn and is no hotline: one rings those. */
const selectEntries = (tx: Tx, province: string) => tx<EntryRow[]>`
  select id, name, area, phone, fee, fee_note as "feeNote", languages, provider_organisation_id as provider, kind
  from directory_entry where province in (${province}, '00') and withdrawn_on is null and kind <> 'hotline'
  order by fee <> 'free', province <> ${province}, name`

/** Organisations that answer here, with what the directory says of them; then what stands in the directory alone. */
export const listPlaces = read(referralPlaces, async ({ query }, { tx, province }) => {
  const [recipients, entries] = await Promise.all([
    selectRecipients(tx, null, query.service),
    selectEntries(tx, province),
  ])
  const kinds: readonly string[] = directoryKindsOfService[query.service]
  const here: ReferralPlace[] = recipients.map(({ id, name, fits }) => {
    const told = entries.find(({ provider }) => provider === id)
    return {
      toOrganisationId: id,
      directoryEntryId: null,
      name,
      area: told?.area ?? null,
      cost: told?.fee ?? 'unknown',
      feeNote: told?.feeNote ?? '',
      languages: told?.languages ?? [],
      phone: told?.phone ?? null,
      fits: fits || (told !== undefined && kinds.includes(told.kind)),
    }
  })
  const known = new Set(recipients.map(({ id }) => id))
  const outside: ReferralPlace[] = entries
    .filter(({ kind, provider }) => kinds.includes(kind) && (provider === null || !known.has(provider)))
    .map(({ id, name, area, phone, fee, feeNote, languages }) => ({
      toOrganisationId: null,
      directoryEntryId: id,
      name,
      area,
      cost: fee,
      feeNote,
      languages,
      phone,
      fits: true,
    }))
  const places = [...here.filter(({ fits }) => fits), ...outside, ...here.filter(({ fits }) => !fits)]
  return { places }
})

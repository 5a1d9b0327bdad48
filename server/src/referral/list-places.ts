import { directoryKindsOfService, type ServiceCost } from '@ke-vai/contract/referral/codes.ts'
import {
  type ReferralPlace,
  referralPlaces,
  referralPlacesOfAgency,
} from '@ke-vai/contract/referral/place.ts'
import type { ReferralService } from '@ke-vai/contract/register/codes.ts'
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
  forWhom: ReferralPlace['forWhom']
  provider: string | null
  kind: string
}

/** Of the province and of the whole country, what is not withdrawn and is no hotline: one rings those. */
const selectEntries = (tx: Tx, province: string) => tx<EntryRow[]>`
  select id, name, area, phone, fee, fee_note as "feeNote", languages, for_whom as "forWhom",
    provider_organisation_id as provider, kind
  from directory_entry where province in (${province}, '00') and withdrawn_on is null and kind <> 'hotline'
  order by fee <> 'free', province <> ${province}, name`

/** Organisations that answer here, with what the directory says of them; then what stands in the directory alone. */
async function selectPlaces(
  tx: Tx,
  province: string,
  own: string | null,
  service: ReferralService,
): Promise<ReferralPlace[]> {
  const [recipients, entries] = await Promise.all([
    selectRecipients(tx, own, service),
    selectEntries(tx, province),
  ])
  const kinds: readonly string[] = directoryKindsOfService[service]
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
      forWhom: told?.forWhom ?? [],
      phone: told?.phone ?? null,
      fits: fits || (told !== undefined && kinds.includes(told.kind)),
    }
  })
  const known = new Set(recipients.map(({ id }) => id))
  const outside: ReferralPlace[] = entries
    .filter(({ kind, provider }) => kinds.includes(kind) && (provider === null || !known.has(provider)))
    .map(({ id, name, area, phone, fee, feeNote, languages, forWhom }) => ({
      toOrganisationId: null,
      directoryEntryId: id,
      name,
      area,
      cost: fee,
      feeNote,
      languages,
      forWhom,
      phone,
      fits: true,
    }))
  return [...here.filter(({ fits }) => fits), ...outside, ...here.filter(({ fits }) => !fits)]
}

export const listPlaces = read(referralPlaces, async ({ query }, { tx, province }) => ({
  places: await selectPlaces(tx, province, null, query.service),
}))

export const listPlacesOfAgency = read(
  referralPlacesOfAgency,
  async ({ params, query }, { tx, province }) => ({
    places: await selectPlaces(tx, province, params.organisationId, query.service),
  }),
)

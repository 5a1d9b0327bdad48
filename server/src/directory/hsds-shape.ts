import { createHash } from 'node:crypto'
import { type CaseLanguage, caseLanguages } from '@ke-vai/contract/case/codes.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  directoryForWhom,
  directoryHours,
  directoryKinds,
  hiddenKinds,
} from '@ke-vai/contract/directory/codes.ts'
import { type DirectoryEntry, isStale } from '@ke-vai/contract/directory/entry.ts'
import type { HsdsOrganization, HsdsService, HsdsServiceAtLocation } from '@ke-vai/contract/directory/hsds.ts'
import { wholeCountry } from './select-entries.ts'

/** A fixed id for a part of the standard's shape that has no row here: the same name gives the same id. */
export function hsdsId(...name: string[]): string {
  const hex = createHash('sha256')
    .update(`ke-vai-hsds/${name.join('/')}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

// ISO 639, as the standard asks; where the list here names a family, the code of the family.
const languageCodes: Record<CaseLanguage, string> = {
  vietnamese: 'vie',
  mong: 'hmn',
  dao: 'ium',
  thai: 'tai',
  tay: 'tyz',
  khmer: 'khm',
  chinese: 'zho',
  sign: 'sgn',
  other: 'und',
}

const languagesOf = ({ id, languages }: DirectoryEntry) =>
  languages.map((each) => ({
    id: hsdsId('language', id, each),
    name: caseLanguages[each].vi,
    code: languageCodes[each],
  }))

/** Who runs it, known by its name alone. */
export const hsdsOrganizationOf = ({ provider }: Pick<DirectoryEntry, 'provider'>): HsdsOrganization => ({
  id: hsdsId('organization', provider),
  name: provider,
  description: '',
})

/** Where it is, as far as anybody is told: an area in words, and for a hotline or a safe place nothing that is a place. */
export function hsdsPlaceOf(entry: DirectoryEntry): HsdsServiceAtLocation {
  const locationId = hsdsId('location', entry.id)
  const nowhere = entry.kind === 'hotline' || hiddenKinds.includes(entry.kind)
  return {
    id: hsdsId('service_at_location', entry.id),
    service_id: entry.id,
    location_id: locationId,
    description: entry.area,
    location: { id: locationId, location_type: nowhere ? 'virtual' : 'postal', name: entry.area },
  }
}

/** An entry as HSDS 3.0 says it. */
export function hsdsServiceOf(entry: DirectoryEntry & { changedAt: Date }): HsdsService {
  const organization = hsdsOrganizationOf(entry)
  const day = today()
  const inForce = entry.functions.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day),
  )
  const functions = inForce.map(({ name, validFrom }) => (validFrom ? `${name} (từ ${validFrom})` : name))
  return {
    id: entry.id,
    organization_id: organization.id,
    name: entry.name,
    description: [functions.join('; '), entry.description].filter(Boolean).join('. '),
    status: 'active',
    fees_description: entry.feeNote,
    eligibility_description: entry.forWhom.map((each) => directoryForWhom[each].vi).join(', '),
    assured_date: entry.checkedOn,
    alert: isStale(entry, day) ? 'Chưa kiểm tra gần đây' : null,
    last_modified: entry.changedAt.toISOString(),
    organization,
    phones: entry.phone
      ? [{ id: hsdsId('phone', entry.id), number: entry.phone, type: 'voice', languages: languagesOf(entry) }]
      : [],
    languages: languagesOf(entry),
    schedules: [
      {
        id: hsdsId('schedule', entry.id),
        freq: entry.hours === 'all_day' ? 'DAILY' : null,
        opens_at: entry.hours === 'all_day' ? '00:00' : null,
        closes_at: entry.hours === 'all_day' ? '24:00' : null,
        description: [directoryHours[entry.hours].vi, entry.hoursNote].filter(Boolean).join('. '),
      },
    ],
    cost_options: [
      {
        id: hsdsId('cost', entry.id),
        option: entry.fee,
        // No tariff was verified, so none is given but that of what is free.
        amount: entry.fee === 'free' ? 0 : null,
        currency: entry.fee === 'free' ? 'VND' : null,
        amount_description: entry.feeNote,
      },
    ],
    service_areas: [
      {
        id: hsdsId('area', entry.id),
        name: entry.area,
        extent: entry.province === wholeCountry ? 'VN' : null,
      },
    ],
    service_at_locations: [hsdsPlaceOf(entry)],
    attributes: [
      {
        id: hsdsId('attribute', entry.id),
        link_id: entry.id,
        link_entity: 'service',
        taxonomy_term_id: hsdsId('term', entry.kind),
      },
    ],
    capacities:
      entry.capacity === null ? [] : [{ id: hsdsId('capacity', entry.id), maximum: entry.capacity }],
  }
}

/** The kinds of services as terms of a taxonomy. */
export const hsdsTerms = Object.entries(directoryKinds).map(([code, { vi }]) => ({
  id: hsdsId('term', code),
  code,
  name: vi,
  taxonomy: 'ke-vai-service-kinds',
}))

/** A page as the standard answers it. */
export function hsdsPage<Item>(all: readonly Item[], asked: { page: number; per_page: number }) {
  const start = (asked.page - 1) * asked.per_page
  const contents = all.slice(start, start + asked.per_page)
  const pages = Math.max(1, Math.ceil(all.length / asked.per_page))
  return {
    total_items: all.length,
    total_pages: pages,
    page_number: asked.page,
    size: contents.length,
    first_page: asked.page === 1,
    last_page: asked.page >= pages,
    empty: contents.length === 0,
    contents,
  }
}

import { z } from 'zod'
import { caseLanguages } from '../case/codes.ts'
import { directoryForWhom } from '../directory/codes.ts'
import { defineRead } from '../endpoint.ts'
import { referralServices } from '../register/codes.ts'
import { codeOf } from '../words.ts'
import { serviceCosts } from './codes.ts'

/** A place that she may choose: on this system (an organisation answers by itself), or in the directory alone. */
const place = z.object({
  toOrganisationId: z.uuid().nullable(),
  directoryEntryId: z.uuid().nullable(),
  name: z.string(),
  /** Ward or province in words; null where the directory says nothing. */
  area: z.string().nullable(),
  cost: codeOf(serviceCosts),
  feeNote: z.string(),
  languages: z.array(codeOf(caseLanguages)),
  /** Whom it takes; empty where the directory says nothing. */
  forWhom: z.array(codeOf(directoryForWhom)),
  phone: z.string().nullable(),
  /** Its kind gives this service. */
  fits: z.boolean(),
})
export type ReferralPlace = z.infer<typeof place>

const common = {
  query: z.object({ service: codeOf(referralServices) }),
  response: z.object({ places: z.array(place) }),
}

/** Where a club may ask for a service: what fits and answers here first. */
export const referralPlaces = defineRead({
  ...common,
  name: 'referral.places',
  path: '/clubs/:clubId/referral-places',
  params: z.object({ clubId: z.uuid() }),
  permission: 'register.write',
  scope: 'club',
  summary: { vi: 'Nơi câu lạc bộ có thể chuyển gửi', en: 'Where a club may refer to' },
})

/** The same for an agency, which is no place of its own choice. */
export const referralPlacesOfAgency = defineRead({
  ...common,
  name: 'referral.places_of_agency',
  path: '/organisations/:organisationId/referral-places',
  params: z.object({ organisationId: z.uuid() }),
  permission: 'case.read',
  scope: 'organisation',
  summary: { vi: 'Nơi đơn vị có thể chuyển gửi', en: 'Where an agency may refer to' },
})

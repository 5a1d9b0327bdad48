import { z } from 'zod'
import { defineRead, nothing } from '../endpoint.ts'

// The directory in the shape of Open Referral HSDS 3.0, so that others can read it. Names are those of that standard.
// No address object exists here: a place is 'virtual' or a postal area in words.

const phone = z.object({
  id: z.string(),
  number: z.string(),
  type: z.literal('voice'),
  languages: z.array(z.object({ id: z.string(), name: z.string(), code: z.string() })),
})
const language = z.object({ id: z.string(), name: z.string(), code: z.string() })
const schedule = z.object({
  id: z.string(),
  freq: z.literal('DAILY').nullable(),
  opens_at: z.string().nullable(),
  closes_at: z.string().nullable(),
  description: z.string(),
})
const costOption = z.object({
  id: z.string(),
  option: z.string(),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  amount_description: z.string(),
})
const term = z.object({ id: z.string(), code: z.string(), name: z.string(), taxonomy: z.string() })

export const hsdsOrganization = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
})
export type HsdsOrganization = z.infer<typeof hsdsOrganization>

export const hsdsLocation = z.object({
  id: z.string(),
  /** Of a shelter or a trusted address always 'virtual': where it stands is not said. */
  location_type: z.enum(['virtual', 'postal']),
  name: z.string(),
})

export const hsdsServiceAtLocation = z.object({
  id: z.string(),
  service_id: z.string(),
  location_id: z.string(),
  description: z.string(),
  location: hsdsLocation,
})
export type HsdsServiceAtLocation = z.infer<typeof hsdsServiceAtLocation>

export const hsdsService = z.object({
  id: z.string(),
  organization_id: z.string(),
  name: z.string(),
  description: z.string(),
  status: z.enum(['active', 'inactive']),
  fees_description: z.string(),
  eligibility_description: z.string(),
  /** The day of the last check, in words of the standard the day on which somebody assured it. */
  assured_date: z.string().nullable(),
  alert: z.string().nullable(),
  last_modified: z.string(),
  organization: hsdsOrganization,
  phones: z.array(phone),
  languages: z.array(language),
  schedules: z.array(schedule),
  cost_options: z.array(costOption),
  service_areas: z.array(z.object({ id: z.string(), name: z.string(), extent: z.string().nullable() })),
  service_at_locations: z.array(hsdsServiceAtLocation),
  attributes: z.array(
    z.object({
      id: z.string(),
      link_id: z.string(),
      link_entity: z.literal('service'),
      taxonomy_term_id: z.string(),
    }),
  ),
  capacities: z.array(z.object({ id: z.string(), maximum: z.number() })),
})
export type HsdsService = z.infer<typeof hsdsService>

const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  /** HSDS calls the free-text search so. */
  search: z.string().max(200).optional(),
})

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    total_items: z.number(),
    total_pages: z.number(),
    page_number: z.number(),
    size: z.number(),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(item),
  })

const access = { permission: 'directory.read', scope: 'anywhere' } as const
const one = z.object({ id: z.uuid() })

export const hsdsRoot = defineRead({
  name: 'hsds.root',
  path: '/hsds',
  params: nothing,
  query: nothing,
  response: z.object({ version: z.literal('3.0'), profile: z.string(), openapi_url: z.string() }),
  ...access,
  summary: { vi: 'Danh mục theo chuẩn HSDS 3.0', en: 'The directory as HSDS 3.0' },
})

export const hsdsServices = defineRead({
  name: 'hsds.services',
  path: '/hsds/services',
  params: nothing,
  query: pageQuery,
  response: pageOf(hsdsService),
  ...access,
  summary: { vi: 'Các dịch vụ (HSDS)', en: 'Services (HSDS)' },
})

export const hsdsServiceRead = defineRead({
  name: 'hsds.service',
  path: '/hsds/services/:id',
  params: one,
  query: nothing,
  response: hsdsService,
  ...access,
  summary: { vi: 'Một dịch vụ (HSDS)', en: 'One service (HSDS)' },
})

export const hsdsOrganizations = defineRead({
  name: 'hsds.organizations',
  path: '/hsds/organizations',
  params: nothing,
  query: pageQuery,
  response: pageOf(hsdsOrganization),
  ...access,
  summary: { vi: 'Các đơn vị cung cấp (HSDS)', en: 'Organizations (HSDS)' },
})

export const hsdsServiceAtLocations = defineRead({
  name: 'hsds.service_at_locations',
  path: '/hsds/service_at_locations',
  params: nothing,
  query: pageQuery,
  response: pageOf(hsdsServiceAtLocation),
  ...access,
  summary: { vi: 'Dịch vụ theo khu vực (HSDS)', en: 'Services at locations (HSDS)' },
})

export const hsdsTaxonomyTerms = defineRead({
  name: 'hsds.taxonomy_terms',
  path: '/hsds/taxonomy_terms',
  params: nothing,
  query: pageQuery,
  response: pageOf(term),
  ...access,
  summary: { vi: 'Các loại dịch vụ (HSDS)', en: 'Kinds of services (HSDS)' },
})

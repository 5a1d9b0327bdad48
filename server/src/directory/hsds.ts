import { directoryMatches } from '@ke-vai/contract/directory/entry.ts'
import {
  hsdsOrganizations,
  hsdsRoot,
  hsdsServiceAtLocations,
  hsdsServiceRead,
  hsdsServices,
  hsdsTaxonomyTerms,
} from '@ke-vai/contract/directory/hsds.ts'
import type { Tx } from '../platform/database.ts'
import { type Read, read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { hsdsOrganizationOf, hsdsPage, hsdsPlaceOf, hsdsServiceOf, hsdsTerms } from './hsds-shape.ts'
import { selectDirectory } from './select-entries.ts'

const found = async (tx: Tx, search: string | undefined) =>
  (await selectDirectory(tx, {})).filter((entry) => directoryMatches(entry, { typed: search }))

/** The directory as Open Referral HSDS 3.0 reads it. */
export const hsdsReads: Read[] = [
  read(hsdsRoot, async () => ({
    version: '3.0' as const,
    profile: 'https://docs.openreferral.org/en/3.0/hsds/',
    openapi_url: '/api/openapi.json',
  })),
  read(hsdsServices, async ({ query }, { tx }) =>
    hsdsPage((await found(tx, query.search)).map(hsdsServiceOf), query),
  ),
  read(hsdsServiceRead, async ({ params }, { tx }) => {
    const [entry] = await selectDirectory(tx, { id: params.id })
    if (!entry) throw new Refused('notFound')
    return hsdsServiceOf(entry)
  }),
  read(hsdsOrganizations, async ({ query }, { tx }) => {
    const all = (await found(tx, query.search)).map(hsdsOrganizationOf)
    return hsdsPage([...new Map(all.map((each) => [each.id, each])).values()], query)
  }),
  read(hsdsServiceAtLocations, async ({ query }, { tx }) =>
    hsdsPage((await found(tx, query.search)).map(hsdsPlaceOf), query),
  ),
  read(hsdsTaxonomyTerms, async ({ query }) => hsdsPage(hsdsTerms, query)),
]

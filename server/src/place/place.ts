import { today } from '@ke-vai/contract/date/date.ts'
import { getPlaceRead, placeTodayRead, searchPlacesRead } from '@ke-vai/contract/place/endpoints.ts'
import type { Place, PlaceLevel, PlaceToday } from '@ke-vai/contract/place/place.ts'
import type { Sql, Tx } from '../platform/database.ts'
import { type Read, read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { buildPlaceIndex, type PlaceIndex, pathOf, versionOn } from './place-index.ts'
import { readPlaces } from './read-places.ts'
import { resolveInIndex } from './resolve-in-index.ts'
import { type PlaceSearch, searchIndex, shapeOf } from './search-index.ts'

let kept: PlaceIndex | null = null

/** Places by what was typed, best first; see `searchIndex`. At most `limit` (20). */
export async function searchPlaces(sql: Sql | Tx, search: PlaceSearch): Promise<Place[]> {
  return searchIndex(await placeIndex(sql), search)
}

/** The place that bore the code on the day (left out: today), named as on that day; null when none did. */
export async function getPlaceAsOf(
  sql: Sql | Tx,
  level: PlaceLevel,
  code: string,
  asOf: string = today(),
): Promise<Place | null> {
  const { versions } = await placeIndex(sql)
  const row = versionOn(versions, level, code, asOf)
  return row && shapeOf(row, pathOf(row, versions, asOf))
}

/** What the place that bore the code on `from` is today; a split place answers with all its choices. */
export async function resolveToToday(
  sql: Sql | Tx,
  level: PlaceLevel,
  code: string,
  from: string,
): Promise<PlaceToday> {
  return resolveInIndex(await placeIndex(sql), level, code, from)
}

/** Read once and kept: places change by a deploy alone, and a deploy starts the server anew. */
async function placeIndex(sql: Sql | Tx): Promise<PlaceIndex> {
  if (kept) return kept
  const { rows, successions } = await readPlaces(sql)
  const index = buildPlaceIndex(rows, successions)
  // An index made before the first load would hide every place until the next start.
  if (rows.length > 0) kept = index
  return index
}

export const placeReads: readonly Read[] = [
  read(searchPlacesRead, async ({ query }, { tx }) => ({ places: await searchPlaces(tx, query) })),

  read(getPlaceRead, async ({ params, query }, { tx }) => {
    const place = await getPlaceAsOf(tx, params.level, params.code, query.asOf)
    if (!place) throw new Refused('notFound')
    return place
  }),

  read(placeTodayRead, ({ params, query }, { tx }) =>
    resolveToToday(tx, params.level, params.code, query.from),
  ),
]

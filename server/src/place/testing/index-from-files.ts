import { placeKind, placeLevel } from '@ke-vai/contract/place/place.ts'
import { z } from 'zod'
import { columnsOf, readReference } from '../load-places.ts'
import { buildPlaceIndex, type PlaceIndex } from '../place-index.ts'
import { type PlaceRow, relations, type SuccessionRow } from '../place-rows.ts'

/** The places as the committed reference files hold them, without a database. */
export async function placesFromFiles(): Promise<{
  rows: PlaceRow[]
  successions: SuccessionRow[]
  index: PlaceIndex
}> {
  const place = columnsOf(await readReference('places.csv'))
  const parents = place('parent_code')
  const ends = place('valid_to')
  const take = (columns: typeof place, names: string[]) => {
    const taken = new Map(names.map((name) => [name, columns(name)]))
    return (name: string, i: number): string => taken.get(name)?.[i] ?? ''
  }
  const p = take(place, ['level', 'kind', 'name', 'full_name', 'province_code', 'valid_from'])
  const rows = place('code').map((code, i) => ({
    code: code ?? '',
    level: placeLevel.parse(p('level', i)),
    kind: placeKind.parse(p('kind', i)),
    name: p('name', i),
    fullName: p('full_name', i),
    parentCode: parents[i] ?? null,
    provinceCode: p('province_code', i),
    validFrom: p('valid_from', i),
    validTo: ends[i] ?? null,
  }))
  const succession = columnsOf(await readReference('successions.csv'))
  const s = take(succession, ['level', 'new_level', 'new_code', 'relation', 'effective_date'])
  const successions = succession('old_code').map((oldCode, i) => ({
    level: placeLevel.parse(s('level', i)),
    oldCode: oldCode ?? '',
    newLevel: placeLevel.parse(s('new_level', i)),
    newCode: s('new_code', i),
    relation: z.enum(relations).parse(s('relation', i)),
    effectiveDate: s('effective_date', i),
  }))
  return { rows, successions, index: buildPlaceIndex(rows, successions) }
}

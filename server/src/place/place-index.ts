import type { PlaceLevel } from '@ke-vai/contract/place/place.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import type { PlaceRow, SuccessionRow } from './place-rows.ts'

/** A place made ready for searching: its folded texts and the words by which it is found. */
export interface IndexedPlace {
  row: PlaceRow
  path: string
  nameFolded: string
  fullNameFolded: string
  /** An older version that reads the same as a later one of the same code; hidden unless a day is asked for. */
  repeated: boolean
}

/** All places and successions in memory (about 14,000 each): what a search or a resolution needs, no query. */
export interface PlaceIndex {
  /** In the order of the Vietnamese alphabet of their paths. */
  places: readonly IndexedPlace[]
  /** Dated versions by 'level code', earliest first. */
  versions: ReadonlyMap<string, readonly PlaceRow[]>
  /** By 'level code day': what became of that place on that day. */
  successions: ReadonlyMap<string, readonly SuccessionRow[]>
  /** All words in order, and for each the places that it belongs to by own name or by the name of what they lie in. */
  words: readonly string[]
  ownPostings: readonly (readonly number[])[]
  pathPostings: readonly (readonly number[])[]
}

export function buildPlaceIndex(
  rows: readonly PlaceRow[],
  successionRows: readonly SuccessionRow[],
): PlaceIndex {
  const versions = grouped(rows, (row) => `${row.level} ${row.code}`)
  for (const of of versions.values()) of.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const successions = grouped(successionRows, (row) => `${row.level} ${row.oldCode} ${row.effectiveDate}`)
  const inOrder = new Intl.Collator('vi')
  const places = rows
    .map((row) => indexed(row, versions))
    .sort((a, b) => inOrder.compare(a.path, b.path) || (a.row.validFrom < b.row.validFrom ? 1 : -1))
  return { places, versions, successions, ...postingsOf(places) }
}

/** The version that is valid on a day, both ends included. */
export function versionOn(
  versions: PlaceIndex['versions'],
  level: PlaceLevel,
  code: string,
  day: string,
): PlaceRow | null {
  return versions.get(`${level} ${code}`)?.find((row) => isValidOn(row, day)) ?? null
}

export function isValidOn(row: PlaceRow, day: string): boolean {
  return row.validFrom <= day && (row.validTo === null || day <= row.validTo)
}

/** 'Phường X, Quận Y, Tỉnh Z' as things were called on `day`, or on the place's last day when no day is given. */
export function pathOf(
  row: PlaceRow,
  versions: PlaceIndex['versions'],
  day = row.validTo ?? '9999-12-31',
): string {
  if (row.parentCode === null) return row.fullName
  const parentLevel = row.parentCode.length === 2 ? 'province' : 'district'
  const parent = versionOn(versions, parentLevel, row.parentCode, day)
  return parent ? `${row.fullName}, ${pathOf(parent, versions, day)}` : row.fullName
}

function indexed(row: PlaceRow, versions: PlaceIndex['versions']): IndexedPlace {
  const path = pathOf(row, versions)
  const later = versions.get(`${row.level} ${row.code}`)?.at(-1)
  const repeated = later !== undefined && later !== row && pathOf(later, versions) === path
  return { row, path, nameFolded: foldText(row.name), fullNameFolded: foldText(row.fullName), repeated }
}

function postingsOf(
  places: readonly IndexedPlace[],
): Pick<PlaceIndex, 'words' | 'ownPostings' | 'pathPostings'> {
  const own = new Map<string, number[]>()
  const inPath = new Map<string, number[]>()
  places.forEach((place, i) => {
    for (const word of new Set(place.fullNameFolded.split(' '))) push(own, word, i)
    for (const word of new Set(foldText(place.path).split(' '))) push(inPath, word, i)
  })
  const words = [...inPath.keys()].sort()
  return {
    words,
    ownPostings: words.map((word) => own.get(word) ?? []),
    pathPostings: words.map((word) => inPath.get(word) ?? []),
  }
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) push(groups, keyOf(row), row)
  return groups
}

function push<Value>(into: Map<string, Value[]>, key: string, value: Value): void {
  const list = into.get(key)
  if (list) list.push(value)
  else into.set(key, [value])
}

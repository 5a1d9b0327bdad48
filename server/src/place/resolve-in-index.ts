import { addDays } from '@ke-vai/contract/date/date.ts'
import type { PlaceLevel, PlaceToday } from '@ke-vai/contract/place/place.ts'
import { type PlaceIndex, pathOf, versionOn } from './place-index.ts'
import { type PlaceRow, relations } from './place-rows.ts'
import { shapeOf } from './search-index.ts'

/** Follows the place that bore the code on `from` through every later change to what is valid now. */
export function resolveInIndex(index: PlaceIndex, level: PlaceLevel, code: string, from: string): PlaceToday {
  const start = versionOn(index.versions, level, code, from)
  if (!start) return { kind: 'none' }
  const ends = [...new Set(followed(index, start))]
  const choices = ends.map((row) => shapeOf(row, pathOf(row, index.versions)))
  const [only] = choices
  if (!only) return { kind: 'none' }
  return choices.length === 1 ? { kind: 'one', place: only } : { kind: 'split', choices }
}

function followed(index: PlaceIndex, row: PlaceRow): PlaceRow[] {
  if (row.validTo === null) return [row]
  const day = addDays(row.validTo, 1)
  const steps = index.successions.get(`${row.level} ${row.code} ${day}`) ?? []
  // The likeliest choice of a split place stands first.
  return steps
    .toSorted((a, b) => relations.indexOf(a.relation) - relations.indexOf(b.relation))
    .flatMap((step) => {
      const next = versionOn(index.versions, step.newLevel, step.newCode, day)
      return next ? followed(index, next) : []
    })
}

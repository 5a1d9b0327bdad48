import { type Place, type PlaceLevel, placeLevels } from '@ke-vai/contract/place/place.ts'
import { cleanText, foldText } from '@ke-vai/contract/text/text.ts'
import { type IndexedPlace, isValidOn, type PlaceIndex, pathOf } from './place-index.ts'
import type { PlaceRow } from './place-rows.ts'

export interface PlaceSearch {
  q: string
  /** Only places of that day; left out: all, those of today first. */
  asOf?: string | undefined
  level?: PlaceLevel | undefined
  limit?: number | undefined
}

const levelOrder = Object.keys(placeLevels)

/**
 * Places whose words begin with the words typed, in any order, with or without accents; a word may also stand in the
 * name of what the place lies in ('tuan chau ha long'), but not every word. Best first.
 */
export function searchIndex(index: PlaceIndex, { q, asOf, level, limit = 20 }: PlaceSearch): Place[] {
  const typed = foldText(q)
  if (typed === '') return []
  const found = matching(index, typed.split(' ')).filter(
    ({ place }) =>
      (level === undefined || place.row.level === level) &&
      (asOf === undefined ? !place.repeated : isValidOn(place.row, asOf)),
  )
  const accented = cleanText(q).toLowerCase()
  return found
    .map(({ place, allOwn }) => ({ place, rank: rankOf(place, typed, accented, allOwn) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .slice(0, limit)
    .map(({ place }) =>
      shapeOf(place.row, asOf === undefined ? place.path : pathOf(place.row, index.versions, asOf)),
    )
}

/** The wire shape of a row. */
export function shapeOf(row: PlaceRow, path: string): Place {
  const { level, code, validFrom, validTo, kind, name, fullName, parentCode, provinceCode } = row
  return { level, code, validFrom, validTo, kind, name, fullName, parentCode, provinceCode, path }
}

/** Exact name, then beginning of the name, then words of it, then words around it; then those of today, wider levels. */
function rankOf(place: IndexedPlace, typed: string, accented: string, allOwn: boolean): number[] {
  const { nameFolded, fullNameFolded, row } = place
  const exact = nameFolded === typed || fullNameFolded === typed
  const prefix = nameFolded.startsWith(typed) || fullNameFolded.startsWith(typed)
  const asAccented = row.fullName.toLowerCase().includes(accented)
  return [
    exact ? 0 : prefix ? 1 : allOwn ? 2 : 3,
    row.validTo === null ? 0 : 1,
    asAccented ? 0 : 1,
    levelOrder.indexOf(row.level),
  ]
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function matching(index: PlaceIndex, typed: readonly string[]): { place: IndexedPlace; allOwn: boolean }[] {
  const total = index.places.length
  const wordsMet = new Uint8Array(total)
  const ownMet = new Uint8Array(total)
  // A repeated word asks nothing new; more than 20 words are no name of a place.
  const asked = [...new Set(typed)].slice(0, 20)
  asked.forEach((word, round) => {
    for (const at of wordsBeginning(index.words, word)) {
      for (const i of index.pathPostings[at] ?? []) if (wordsMet[i] === round) wordsMet[i] = round + 1
    }
    const seen = new Uint8Array(total)
    for (const at of wordsBeginning(index.words, word))
      for (const i of index.ownPostings[at] ?? []) {
        if (seen[i] === 0) ownMet[i] = (ownMet[i] ?? 0) + 1
        seen[i] = 1
      }
  })
  return index.places.flatMap((place, i) => {
    const own = ownMet[i] ?? 0
    return wordsMet[i] === asked.length && own > 0 ? [{ place, allOwn: own === asked.length }] : []
  })
}

/** Positions of the words that begin with `start`, in a sorted list. */
function wordsBeginning(words: readonly string[], start: string): number[] {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  while (words[low]?.startsWith(start)) found.push(low++)
  return found
}

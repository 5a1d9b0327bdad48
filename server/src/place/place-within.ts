import { addDays } from '@ke-vai/contract/date/date.ts'
import type { PlaceLevel } from '@ke-vai/contract/place/place.ts'
import { isValidOn } from './place-index.ts'
import type { PlaceRow, SuccessionRow } from './place-rows.ts'

/** A province or commune, and one that holds all of it; both as dated versions. Each lies in itself. */
export interface PlaceWithin {
  inner: PlaceRow
  outer: PlaceRow
  /** False: the inner place was split since, and which of its heirs is meant only a person can say. */
  settled: boolean
}

/**
 * Every pair of places of which the one lies wholly in the other, also across changes of the map: a place lies in what
 * it was below, in all that it became, and in an older place when all that it was made from lay there. Where the lists
 * leave a doubt the pair is left out: a border that moves gives nobody a reach that nobody gave her.
 */
export function placesWithin(
  rows: readonly PlaceRow[],
  successions: readonly SuccessionRow[],
): PlaceWithin[] {
  const map = new PlaceMap(rows, successions)
  return rows.filter(isKept).flatMap((inner) => {
    const settled = map.endsOf(inner).size === 1
    return [...map.around(inner)].filter(isKept).map((outer) => ({ inner, outer, settled }))
  })
}

/** Nobody holds a role at a district: there are none since 2025-07-01. */
const isKept = (row: PlaceRow) => row.level !== 'district'

class PlaceMap {
  readonly #versions = new Map<string, PlaceRow[]>()
  readonly #next = new Map<string, PlaceRow[]>()
  readonly #before = new Map<string, PlaceRow[]>()
  readonly #older = new Map<PlaceRow, ReadonlySet<PlaceRow>>()
  readonly #around = new Map<PlaceRow, ReadonlySet<PlaceRow>>()

  constructor(rows: readonly PlaceRow[], successions: readonly SuccessionRow[]) {
    for (const row of rows) push(this.#versions, `${row.level} ${row.code}`, row)
    for (const each of successions) {
      const old = this.#on(each.level, each.oldCode, addDays(each.effectiveDate, -1))
      const heir = this.#on(each.newLevel, each.newCode, each.effectiveDate)
      // The order of the lists is the tool's; a place of which one end is missing has no heir, or no forerunner.
      if (!old || !heir) continue
      push(this.#next, keyOf(old), heir)
      push(this.#before, keyOf(heir), old)
    }
  }

  /** The places of today that it became; itself while it is one. */
  endsOf(row: PlaceRow): Set<PlaceRow> {
    if (row.validTo === null) return new Set([row])
    return new Set((this.#next.get(keyOf(row)) ?? []).flatMap((heir) => [...this.endsOf(heir)]))
  }

  /** All that holds it: below what it lay, what it was made from, and what holds every one of its heirs. */
  around(row: PlaceRow): ReadonlySet<PlaceRow> {
    const known = this.#around.get(row)
    if (known) return known
    const heirs = this.#next.get(keyOf(row)) ?? []
    const found = new Set([
      ...this.#above(row),
      ...this.#olderAround(row),
      ...all(heirs, (heir) => this.around(heir)),
    ])
    this.#around.set(row, found)
    return found
  }

  /** Itself, and what it lay in while it was this. */
  #above(row: PlaceRow): Set<PlaceRow> {
    const above = new Set([row])
    const { parentCode } = row
    if (parentCode === null) return above
    const parentLevel = parentCode.length === 2 ? 'province' : 'district'
    for (const parent of this.#versions.get(`${parentLevel} ${parentCode}`) ?? [])
      if (isValidOn(parent, row.validFrom) || isValidOn(row, parent.validFrom))
        for (const each of this.#above(parent)) above.add(each)
    return above
  }

  /** The older places in which everything lay that it was made from. */
  #olderAround(row: PlaceRow): ReadonlySet<PlaceRow> {
    const known = this.#older.get(row)
    if (known) return known
    const before = this.#before.get(keyOf(row)) ?? []
    const found = all(before, (old) => new Set([...this.#above(old), ...this.#olderAround(old)]))
    this.#older.set(row, found)
    return found
  }

  #on(level: PlaceLevel, code: string, day: string): PlaceRow | undefined {
    return this.#versions.get(`${level} ${code}`)?.find((row) => isValidOn(row, day))
  }
}

const keyOf = (row: PlaceRow) => `${row.level} ${row.code} ${row.validFrom}`

/** What stands in every one of the sets; nothing when there is none. */
function all(rows: readonly PlaceRow[], setOf: (row: PlaceRow) => ReadonlySet<PlaceRow>): Set<PlaceRow> {
  const [first, ...others] = rows.map(setOf)
  if (!first) return new Set()
  return new Set([...first].filter((each) => others.every((other) => other.has(each))))
}

function push<Value>(into: Map<string, Value[]>, key: string, value: Value): void {
  const list = into.get(key)
  if (list) list.push(value)
  else into.set(key, [value])
}

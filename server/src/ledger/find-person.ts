import type { PlannedPerson, RowRef } from './plan.ts'
import type { ProblemCode } from './problem-words.ts'
import { cellText } from './readings/cell-text.ts'
import { compareNames, mayBeHerName, nameKey, readName } from './readings/person-name.ts'
import { rowNumber, type TableRow } from './table.ts'

/** The register as the other sheets point into it. */
export interface PersonIndex {
  readonly byNumber: ReadonlyMap<number, readonly PlannedPerson[]>
  readonly byName: ReadonlyMap<string, readonly PlannedPerson[]>
  /** Numbers of register rows that could not be taken. */
  readonly refusedNumbers: ReadonlySet<number>
}

export function indexPersons(
  persons: readonly PlannedPerson[],
  refusedNumbers: ReadonlySet<number>,
): PersonIndex {
  const byNumber = new Map<number, PlannedPerson[]>()
  const byName = new Map<string, PlannedPerson[]>()
  for (const person of persons) {
    if (person.number !== null) addTo(byNumber, person.number, person)
    addTo(byName, wordsKey(person.name), person)
  }
  return { byNumber, byName, refusedNumbers }
}

function addTo<Key>(lists: Map<Key, PlannedPerson[]>, key: Key, person: PlannedPerson): void {
  const list = lists.get(key)
  if (list) list.push(person)
  else lists.set(key, [person])
}

export type FoundPerson =
  | { readonly person: PlannedPerson; readonly remark: ProblemCode | null; readonly field: string }
  | { readonly problem: ProblemCode; readonly field: string }

/**
 * Whom a row of another sheet means. The number decides and the name checks it; without a number the name alone
 * must mean one person.
 */
export function findPerson(row: TableRow, index: PersonIndex): FoundPerson {
  const name = readName(cellText(row.cell('personName')))
  const numberCell = row.cell('personNumber')
  if (!numberCell)
    return name === '' ? { problem: 'person_missing', field: 'personNumber' } : findByName(name, index)
  const number = rowNumber(numberCell)
  const found = number === null ? [] : (index.byNumber.get(number) ?? [])
  if (found.length === 0) {
    const refused = number !== null && index.refusedNumbers.has(number)
    return { problem: refused ? 'person_refused' : 'person_not_in_register', field: 'personNumber' }
  }
  if (name === '') {
    const [only, second] = found
    if (!only || second) return { problem: 'person_ambiguous', field: 'personNumber' }
    return { person: only, remark: null, field: 'personNumber' }
  }
  const fitting = found.filter((person) => mayBeHerName(name, person.name) === 'same')
  const [exact, secondExact] = fitting
  if (exact) {
    if (secondExact) return { problem: 'person_ambiguous', field: 'personNumber' }
    return { person: exact, remark: null, field: 'personName' }
  }
  const near = found.filter((person) => mayBeHerName(name, person.name) === 'slip')
  const [slip, secondSlip] = near
  // A slip that happens to be another woman's full name is no slip.
  const anothers = (index.byName.get(wordsKey(name)) ?? []).length > 0
  if (!slip || secondSlip || anothers) return { problem: 'name_is_not_hers', field: 'personName' }
  return { person: slip, remark: 'name_spelt_otherwise', field: 'personName' }
}

function findByName(name: string, index: PersonIndex): FoundPerson {
  const alike = (index.byName.get(wordsKey(name)) ?? []).filter(
    (person) => compareNames(person.name, name) !== 'other',
  )
  const same = alike.filter((person) => compareNames(person.name, name) === 'same')
  const candidates = same.length > 0 ? same : alike
  const [only, second] = candidates
  if (!only) return { problem: 'person_not_in_register', field: 'personName' }
  if (second) return { problem: 'person_ambiguous', field: 'personName' }
  return { person: only, remark: same.length > 0 ? null : 'name_spelt_otherwise', field: 'personName' }
}

function wordsKey(name: string): string {
  return nameKey(name).split(' ').toSorted().join(' ')
}

/** Where a row stands. */
export function refOf(row: RowRef): RowRef {
  return { sheet: row.sheet, row: row.row }
}

import type { LikenessGround } from '@ke-vai/contract/ledger/ledger.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import { refOf } from './find-person.ts'
import type { Birth, ExistingPerson, KeptApart, PlannedPerson, SamePersonPair } from './plan.ts'
import { birthYear } from './readings/birth.ts'
import { compareNames, nameKey } from './readings/person-name.ts'
import { says } from './readings/reading.ts'

export interface Likenesses {
  readonly pairs: readonly SamePersonPair[]
  readonly keptApart: readonly KeptApart[]
  /** True when the book holds so many like names that not all were compared. */
  readonly cutShort: boolean
}

/** Enough for a province's book; it keeps a book of twenty thousand equal names from holding up the server. */
const mostComparisons = 400_000
const mostPairs = 1_000

type Compared = Pick<PlannedPerson, 'name' | 'birth' | 'phones'> & {
  sex?: PlannedPerson['sex']
  note?: string | null
}

/**
 * Proposes who may have been written twice, in the book or in the system; it never merges. Two of one name whose
 * other details differ are kept as two, and said so when their births are near enough to be mixed up.
 */
export function findSamePersons(
  persons: readonly PlannedPerson[],
  existing: readonly ExistingPerson[],
): Likenesses {
  const pairs: SamePersonPair[] = []
  const keptApart: KeptApart[] = []
  const compared = new Set<string>()
  let left = mostComparisons
  const buckets = bucketsOf(persons)
  const full = () => left <= 0 || pairs.length >= mostPairs
  for (const bucket of buckets.values()) {
    for (const [at, one] of bucket.entries()) {
      for (const other of bucket.slice(at + 1)) {
        if (full()) break
        left--
        const key = `${one.sheet}!${one.row}|${other.sheet}!${other.row}`
        if (compared.has(key) || (one.recorded !== null && other.recorded !== null)) continue
        compared.add(key)
        const { verdict, grounds } = comparePersons(one, other)
        if (verdict === 'ask') {
          pairs.push({
            id: `same:${key}`,
            first: refOf(one),
            other: { in: 'book', row: refOf(other) },
            grounds,
          })
        } else if (verdict === 'two') keptApart.push({ first: refOf(one), second: refOf(other), grounds })
      }
      if (full()) break
    }
  }
  for (const known of existing) {
    for (const one of new Set(keysOf(known.name).flatMap((key) => buckets.get(key) ?? []))) {
      if (full()) break
      left--
      if (one.recorded !== null) continue
      const { verdict, grounds } = comparePersons(one, known)
      if (verdict !== 'ask') continue
      const id = `same:${one.sheet}!${one.row}|${known.id}`
      pairs.push({ id, first: refOf(one), other: { in: 'system', id: known.id, code: known.code }, grounds })
    }
  }
  return { pairs, keptApart, cutShort: full() }
}

function bucketsOf(persons: readonly PlannedPerson[]): Map<string, PlannedPerson[]> {
  const buckets = new Map<string, PlannedPerson[]>()
  for (const person of persons) {
    for (const key of keysOf(person.name)) {
      const bucket = buckets.get(key)
      if (bucket) bucket.push(person)
      else buckets.set(key, [person])
    }
  }
  return buckets
}

/** Names that could be one share a key: the same words in any order, or the same family and given name. */
function keysOf(name: string): string[] {
  const words = nameKey(name).split(' ')
  return [`words ${words.toSorted().join(' ')}`, `ends ${words[0]} ${words.at(-1)}`]
}

type Verdict = 'ask' | 'two' | 'unlike'

/** 'ask': they may be one. 'two': one name, two persons, worth saying. 'unlike': nothing to say. */
export function comparePersons(
  one: Compared,
  other: Compared,
): { verdict: Verdict; grounds: LikenessGround[] } {
  const name = compareNames(one.name, other.name)
  if (name === 'other') return { verdict: 'unlike', grounds: [] }
  const birth = compareBirths(one.birth, other.birth)
  const phone = comparePhones(one.phones, other.phones)
  const noted = [one.note, other.note].some((note) => saysDifferent(note ?? ''))
  const sexes = [one.sex, other.sex].filter((sex) => sex === 'female' || sex === 'male')
  const otherSex = sexes.length === 2 && sexes[0] !== sexes[1]
  const grounds: LikenessGround[] = [name === 'same' ? 'same_name' : 'similar_name']
  if (birth === 'same') grounds.push('same_birth')
  if (birth === 'near') grounds.push('near_birth')
  if (birth === 'other' || birth === 'mixed_up') grounds.push('other_birth')
  if (phone === 'same') grounds.push('same_phone')
  if (phone === 'other') grounds.push('other_phone')
  if (otherSex) grounds.push('other_sex')
  if (noted) grounds.push('note_says_different')
  const bornTwice = birth === 'other' || birth === 'mixed_up'

  if (name === 'similar') {
    const sure = !noted && !otherSex && !bornTwice && (phone === 'same' || birth === 'same')
    return { verdict: sure ? 'ask' : 'unlike', grounds }
  }
  if (noted || otherSex) return { verdict: birth === 'other' && !noted ? 'unlike' : 'two', grounds }
  if (phone === 'same') return { verdict: 'ask', grounds }
  if (bornTwice) return { verdict: birth === 'mixed_up' ? 'two' : 'unlike', grounds }
  if (phone === 'other' && birth !== 'same') return { verdict: 'two', grounds }
  return { verdict: 'ask', grounds }
}

/**
 * 'same': one day. 'near': the years allow one birth. 'mixed_up': two births so close that a reader could take
 * them for one. 'other': clearly two. 'unknown': one is not known.
 */
function compareBirths(one: Birth | null, other: Birth | null) {
  if (!one || !other) return 'unknown'
  const apart = Math.abs(birthYear(one) - birthYear(other))
  if (one.kind === 'day' && other.kind === 'day') {
    if (one.day === other.day) return 'same'
    return apart <= 1 ? 'mixed_up' : 'other'
  }
  const allowed = [one, other].filter((birth) => birth.kind === 'about').length
  if (apart <= allowed) return 'near'
  return apart <= allowed + 1 ? 'mixed_up' : 'other'
}

function comparePhones(one: readonly string[], other: readonly string[]) {
  if (one.length === 0 || other.length === 0) return 'unknown'
  return one.some((phone) => other.includes(phone)) ? 'same' : 'other'
}

function saysDifferent(note: string): boolean {
  const folded = foldText(note)
  return (
    says(folded, ['trung ten']) ||
    says(folded, ['khong phai nguoi', 'khac nguoi', 'nguoi khac voi', 'hai nguoi khac'])
  )
}

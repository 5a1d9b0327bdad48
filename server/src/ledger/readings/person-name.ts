import { cleanText, foldText } from '@ke-vai/contract/text/text.ts'

/** Words put before a name in a book. */
const titles = /^(chị|anh|em|bà|ông|cô|chú|bác|cháu|mr|ms|mrs)[\s.]+(?=\p{L}+\s+\p{L}+\s+\p{L})/iu

/** A name as it is kept: one space between words, no title before it. */
export function readName(text: string): string {
  return cleanText(text)
    .replace(/[\s.;,]+$/u, '')
    .replace(titles, '')
}

/** For comparing: without accents, 'y' and 'i' alike ('Lý', 'Lí'). */
export function nameKey(name: string): string {
  return foldText(name).replaceAll('y', 'i')
}

/** For comparing with accents: 'Hoà' and 'Hòa' alike, 'Hoa' not. Marks of one syllable are put in one order. */
export function accentKey(name: string): string {
  return cleanText(name)
    .toLowerCase()
    .split(' ')
    .map((syllable) => {
      const apart = syllable.normalize('NFD').replaceAll('y', 'i')
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(apart)?.[0] ?? ''
      return apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '').normalize('NFC') + tone
    })
    .join(' ')
}

export type NameLikeness = 'same' | 'similar' | 'other'

/**
 * 'same': equal but for accents' place, i/y, order of words, or one of them typed without accents. 'similar':
 * a middle name is missing, or accents differ. 'other': anything else.
 */
export function compareNames(one: string, other: string): NameLikeness {
  const [first, second] = [nameKey(one).split(' '), nameKey(other).split(' ')]
  const sameWords = first.toSorted().join(' ') === second.toSorted().join(' ')
  if (sameWords) {
    const accents = [accentKey(one), accentKey(other)].map((key) => key.split(' ').toSorted().join(' '))
    const bare = [one, other].some((name) => nameKey(name) === accentKey(name))
    return accents[0] === accents[1] || bare ? 'same' : 'similar'
  }
  if (first.length < 2 || second.length < 2) return 'other'
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  const ends = short[0] === long[0] && short.at(-1) === long.at(-1)
  return ends && short.every((word) => long.includes(word)) ? 'similar' : 'other'
}

/**
 * Is the name beside a number hers, allowing for a slip of one or two letters, a missing middle name or only the
 * given name?
 */
export function mayBeHerName(written: string, hers: string): 'same' | 'slip' | 'no' {
  if (compareNames(written, hers) === 'same') return 'same'
  const [short, long] = [nameKey(written).split(' '), nameKey(hers).split(' ')]
  if (short.at(-1) === long.at(-1) && short.every((word) => long.includes(word))) return 'slip'
  const allowed = nameKey(hers).length >= 10 ? 2 : 1
  return lettersApart(nameKey(written), nameKey(hers), allowed) <= allowed ? 'slip' : 'no'
}

/** How many letters must change to make one text of the other; anything over `most` is most + 1. */
function lettersApart(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most || one.length > 100) return most + 1
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const change = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    above = row
  }
  return above[other.length] ?? most + 1
}

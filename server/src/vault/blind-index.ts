import { createHmac } from 'node:crypto'
import type { IdentityQuery, IndexedFields, IndexKind, IndexToken } from '../platform/vault.ts'
import {
  birthYear,
  inOrder,
  isFamily,
  nameWords,
  paperNumbers,
  phoneEnds,
  withoutMiddle,
} from './fold-name.ts'
import { encode } from './seal.ts'

type Said = readonly [kind: IndexKind, value: string]

// 24 bits: of 200,000 persons one in a hundred searches meets a stranger, who is opened, compared and left out; and
// whoever steals the index cannot be sure of any guess.
const tokenBytes = 3

const tokenOf = (key: Buffer, [kind, value]: Said): IndexToken => ({
  kind,
  token: createHmac('sha256', key)
    .update(encode([kind, value]))
    .digest()
    .subarray(0, tokenBytes),
})

/** What is stored of a person. Never of a family name alone. */
export function tokensOf(key: Buffer, person: IndexedFields): IndexToken[] {
  const words = nameWords(person.name)
  const given = words.at(-1)
  const year = birthYear(person.birth)
  const said: Said[] = [
    ...namesSaid(words),
    ...(given !== undefined && year !== null && !(words.length === 1 && isFamily(given))
      ? [['given_and_birth', `${given} ${year}`] as const]
      : []),
    ...phoneEnds(person.phone).map((end) => ['phone', end] as const),
    ...paperNumbers(person.paper).map((number) => ['paper', number] as const),
  ]
  return unique(said).map((each) => tokenOf(key, each))
}

function namesSaid(words: readonly string[]): Said[] {
  const short = withoutMiddle(words)
  if (short === null) return []
  return [
    ['full_name', words.join(' ')],
    ['name_tokens', inOrder(words)],
    ['name_tokens', short],
  ]
}

/** What is looked for; empty when the question says too little. */
export function tokensAsked(key: Buffer, { kind, text }: IdentityQuery): IndexToken[] {
  if (kind === 'phone')
    return phoneEnds(text)
      .slice(0, 3)
      .map((end) => tokenOf(key, ['phone', end]))
  if (kind === 'paper')
    return paperNumbers(text)
      .slice(0, 3)
      .map((number) => tokenOf(key, ['paper', number]))
  const { words, year } = askedName(text)
  const given = words.at(-1)
  const said: Said[] = [
    ...namesSaid(words),
    ...(given !== undefined && year !== null && !(words.length === 1 && isFamily(given))
      ? [['given_and_birth', `${given} ${year}`] as const]
      : []),
  ]
  return unique(said).map((each) => tokenOf(key, each))
}

/** After opening: is she really the one who was asked for? */
export function isMeant(person: IndexedFields, { kind, text }: IdentityQuery): boolean {
  if (kind === 'phone') return meet(phoneEnds(person.phone), phoneEnds(text))
  if (kind === 'paper') return meet(paperNumbers(person.paper), paperNumbers(text))
  const asked = askedName(text)
  const words = nameWords(person.name)
  const year = birthYear(person.birth)
  if (asked.year !== null && year !== null && asked.year !== year) return false
  if (asked.words.length < 2)
    return asked.year !== null && year === asked.year && words.at(-1) === asked.words[0]
  if (inOrder(words) === inOrder(asked.words)) return true
  // One of the two is without the middle; two different middles are two women.
  return (
    Math.min(words.length, asked.words.length) === 2 && withoutMiddle(words) === withoutMiddle(asked.words)
  )
}

function askedName(text: string): { words: string[]; year: string | null } {
  const year = birthYear(text)
  return { words: nameWords(text.replace(/\d+/gu, ' ')), year }
}

const meet = (ours: readonly string[], asked: readonly string[]) => ours.some((each) => asked.includes(each))

function unique(said: readonly Said[]): Said[] {
  return [...new Map(said.map((each) => [each.join('\0'), each])).values()]
}

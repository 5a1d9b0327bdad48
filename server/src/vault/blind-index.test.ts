import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { IdentityQuery, IndexedFields } from '../platform/vault.ts'
import { isMeant, tokensAsked, tokensOf } from './blind-index.ts'
import { nameWords } from './fold-name.ts'

const key = randomBytes(32)
const person = (name: string, more: Partial<IndexedFields> = {}): IndexedFields => ({
  name,
  birth: null,
  phone: null,
  paper: null,
  ...more,
})
const asked = (text: string, kind: IdentityQuery['kind'] = 'name'): IdentityQuery => ({ kind, text })
const spell = (tokens: ReturnType<typeof tokensOf>) =>
  tokens.map(({ kind, token }) => `${kind}:${token.toString('hex')}`)

/** Found by the index, and meant once opened: both must say yes, as the vault does. */
function finds(her: IndexedFields, query: IdentityQuery): boolean {
  const stored = new Set(spell(tokensOf(key, her)))
  return spell(tokensAsked(key, query)).some((token) => stored.has(token)) && isMeant(her, query)
}

test.each([
  ['Đặng Thị Hòa', 'đặng thị hoà'],
  ['Đặng Thị Hòa', 'Ðặng Thị Hoà'],
  ['Ðặng Thị Hoa', 'dang thi hoa'],
  ['ðặng Thị Thuý', 'Đặng Thị Thúy'],
  ['Lý Quỳnh Hoa', 'Lí Quình Hoa'],
  ['Hoàng Thị Mỷ', 'Huỳnh Thị Mỉ'],
  ['Vũ Thị Lan', 'Võ Thị Lan'],
  ['Nguyễn Thị Lan', 'Nguyễn Lan'],
  ['Nguyễn Lan', 'Nguyễn Thị Lan'],
  ['Nguyễn Thị Lan', 'Lan Nguyễn Thị'],
  ['Nguyễn Thị Lan', 'Lan Nguyễn'],
  ["H'Hen Niê", 'H’hen nie'],
  ['Vàng Thị Thử'.normalize('NFD'), 'VÀNG THỊ THỬ'.normalize('NFC')],
])('«%s» is found by «%s»', (name, text) => {
  expect(finds(person(name), asked(text))).toBe(true)
})

test.each([
  ['Nguyễn Thị Lan', 'Nguyễn'],
  ['Nguyễn Thị Lan', 'Lan'],
  ['Nguyễn Thị Lan', 'Nguyễn Văn Lan'],
  ['Nguyễn Thị Lan', 'Trần Thị Lan'],
  ['Nguyễn', 'Nguyễn'],
  ['Lan', 'Lan'],
])('«%s» is not found by «%s»', (name, text) => {
  expect(finds(person(name), asked(text))).toBe(false)
})

test('a family name alone is in no index, with or without a year', () => {
  expect(tokensOf(key, person('Nguyễn', { birth: '1990' }))).toEqual([])
  expect(tokensAsked(key, asked('Nguyễn 1990'))).toEqual([])
  const family = spell(tokensAsked(key, asked('Nguyễn')))
  expect(family).toEqual([])
  const stored = ['Nguyễn Thị Lan', 'Nguyễn Văn Hải'].map((name) => spell(tokensOf(key, person(name))))
  expect(stored[0]?.filter((token) => stored[1]?.includes(token))).toEqual([])
})

test('a given name with the year of birth finds, however the day was written', () => {
  for (const birth of ['02/05/1990', '1990', 'khoảng 1990']) {
    expect(finds(person('Nguyễn Thị Lan', { birth }), asked('Lan 1990'))).toBe(true)
    expect(finds(person('Nguyễn Thị Lan', { birth }), asked('Lan 1991'))).toBe(false)
    expect(finds(person('Nguyễn Thị Lan', { birth }), asked('Nguyễn Thị Lan 1991'))).toBe(false)
  }
})

test('phones by their last nine digits, papers without what stands between their digits', () => {
  const her = person('Vàng Thị Thử', { phone: '0912 345 678, 0283.456.7890', paper: '022 190 001 234' })
  for (const text of ['0912345678', '+84 912 345 678', '84912345678', '02834567890'])
    expect(finds(her, asked(text, 'phone')), text).toBe(true)
  for (const text of ['345678', '0912345679', '']) expect(finds(her, asked(text, 'phone')), text).toBe(false)
  expect(finds(her, asked('022190001234', 'paper'))).toBe(true)
  expect(finds(her, asked('22190', 'paper'))).toBe(false)
})

test('a token has 24 bits, is another under another key, and says its kind', () => {
  const her = person('Vàng Thị Thử', { phone: '0912345678', birth: '1990', paper: '022190001234' })
  const tokens = tokensOf(key, her)
  expect(tokens.every(({ token }) => token.length === 3)).toBe(true)
  expect([...new Set(tokens.map(({ kind }) => kind))].sort()).toEqual([
    'full_name',
    'given_and_birth',
    'name_tokens',
    'paper',
    'phone',
  ])
  const other = spell(tokensOf(randomBytes(32), her))
  expect(spell(tokens).filter((token) => other.includes(token))).toEqual([])
})

test('what stands for a name are plain words', () => {
  expect(nameWords('  Ðỗ  Thị‑Mỹ   ')).toEqual(['do', 'thi', 'mi'])
})

import { expect, test } from 'vitest'
import { Refused } from '../platform/refused.ts'
import { limits, makeMeter } from './limits.ts'

const refusalOf = (work: () => void) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Refused ? { code: error.refusal.code, alarm: error.alarm?.action } : error
  }
}
const over = { code: new Refused('budgetSpent').refusal.code, alarm: 'VAULT_LIMIT_REACHED' }

test('beyond so many openings a minute the vault gives nothing more to her, and says so; a minute later it does', () => {
  let now = 0
  const meter = makeMeter(limits, () => now)
  for (let i = 0; i < limits.openingsPerAsker; i++) meter.openings('a', 1)
  expect(refusalOf(() => meter.openings('a', 1))).toEqual(over)
  expect(refusalOf(() => meter.openings('b', 1))).toBe(null)
  now += 59_000
  expect(refusalOf(() => meter.openings('a', 1))).toEqual(over)
  now += 2_000
  expect(refusalOf(() => meter.openings('a', limits.openingsPerAsker))).toBe(null)
  expect(refusalOf(() => meter.openings('a', 1))).toEqual(over)
})

test('many askers together do not get past the bound over all; one that asks for too much at once gets nothing', () => {
  const meter = makeMeter(limits, () => 0)
  const askers = limits.openingsOverAll / limits.openingsPerAsker
  for (let i = 0; i < askers; i++) meter.openings(`asker ${i}`, limits.openingsPerAsker)
  expect(refusalOf(() => meter.openings('another', 1))).toEqual(over)
  expect(refusalOf(() => makeMeter().openings('a', limits.openingsPerAsker + 1))).toEqual(over)
})

test('searches and whole books have bounds of their own', () => {
  const meter = makeMeter(limits, () => 0)
  for (let i = 0; i < limits.searchesPerAsker; i++) meter.search('a')
  expect(refusalOf(() => meter.search('a'))).toEqual(over)
  for (let i = 0; i < limits.booksPerAsker; i++) meter.book('a', 300)
  expect(refusalOf(() => meter.book('a', 1))).toEqual(over)
  expect(refusalOf(() => meter.openings('a', 1))).toBe(null)
})

test('a book of many clubs is counted as many books, so that one asking does not carry everybody away', () => {
  const meter = makeMeter(limits, () => 0)
  expect(refusalOf(() => meter.book('a', limits.booksPerAsker * 500 + 1))).toEqual(over)
  meter.book('a', (limits.booksPerAsker - 1) * 500)
  expect(refusalOf(() => meter.book('a', 501))).toEqual(over)
  expect(refusalOf(() => meter.book('a', 500))).toBe(null)
})

test('whoever keeps just below the bound of a minute meets the one of a day; the next day she does not', () => {
  let now = 0
  const meter = makeMeter(limits, () => now)
  for (let minute = 0; minute < 10; minute++, now += 61_000) {
    meter.openings('a', limits.openingsPerAsker)
    for (let i = 0; i < limits.searchesPerAsker; i++) meter.search('a')
  }
  expect(refusalOf(() => meter.openings('a', 1))).toEqual(over)
  expect(refusalOf(() => meter.search('a'))).toEqual(over)
  expect(refusalOf(() => meter.openings('b', 1))).toBe(null)
  now += 24 * 3_600_000
  expect(refusalOf(() => meter.openings('a', 1))).toBe(null)
  expect(refusalOf(() => meter.search('a'))).toBe(null)
})

import { expect, test } from 'vitest'
import { type Doing, findUnusual, type Opening } from './unusual.ts'

const now = new Date('2026-11-20T05:00:00Z')
const opening = (at: string, more: Partial<Opening> = {}): Opening => ({
  at: new Date(`${at}+07:00`),
  accountId: 'tham',
  code: 'KV-1',
  assigned: true,
  contactNear: true,
  ...more,
})
const find = (openings: Opening[], doings: Doing[] = []) =>
  findUnusual({ openings, doings }, '2026-11-01', now)
const rules = (openings: Opening[], doings: Doing[] = []) => find(openings, doings).map(({ rule }) => rule)

test('a day of ordinary work is not unusual', () => {
  expect(rules([opening('2026-11-10T09:00:00'), opening('2026-11-10T15:00:00', { code: 'KV-2' })])).toEqual(
    [],
  )
})

test('three times as many persons as on her usual day, and never fewer than six, are far more than usual', () => {
  const day = (on: string, persons: number) =>
    Array.from({ length: persons }, (_, i) => opening(`${on}T09:00:00`, { code: `KV-${i}` }))
  const usual = [...day('2026-10-20', 2), ...day('2026-10-21', 2), ...day('2026-10-22', 3)]
  expect(rules([...usual, ...day('2026-11-03', 6)])).toEqual([])
  expect(find([...usual, ...day('2026-11-03', 7)])).toEqual([
    { rule: 'more_than_usual', day: '2026-11-03', accountId: 'tham', code: null, count: 7, usual: 2 },
  ])
  expect(rules([...day('2026-11-02', 1), ...day('2026-11-03', 5)])).toEqual([])
})

test('night is from ten to five in Việt Nam', () => {
  for (const [at, found] of [
    ['21:59:59', []],
    ['22:00:00', ['at_night']],
    ['04:59:59', ['at_night']],
    ['05:00:00', []],
  ] as const)
    expect(rules([opening(`2026-11-10T${at}`)])).toEqual(found)
})

test('somebody not assigned to her is unusual the first time only', () => {
  expect(rules([opening('2026-11-10T09:00:00', { assigned: false })])).toEqual(['not_hers'])
  const before = opening('2026-10-10T09:00:00', { assigned: false })
  expect(rules([before, opening('2026-11-10T09:00:00', { assigned: false })])).toEqual([])
})

test('an opening without a contact is told of when the week is over', () => {
  const none = { contactNear: false }
  expect(rules([opening('2026-11-10T09:00:00', none)])).toEqual(['no_contact'])
  expect(rules([opening('2026-11-15T09:00:00', none)])).toEqual([])
})

test('one person opened by three people in a day is told of by her code', () => {
  const by = (accountId: string) => opening('2026-11-10T09:00:00', { accountId })
  expect(rules([by('a'), by('b'), by('a')])).toEqual([])
  expect(find([by('a'), by('b'), by('c')])).toMatchObject([{ rule: 'by_many', code: 'KV-1', count: 3 }])
})

test('alarms, exports, erasures and grants are told of; refused sign-ins from the fifth of a day', () => {
  const doing = (action: string): Doing => ({
    at: new Date('2026-11-10T02:00:00Z'),
    accountId: 'tham',
    action,
  })
  expect(
    rules(
      [],
      ['READING_BUDGET_SPENT', 'REGISTER_EXPORTED', 'PERSON_ERASED', 'ROLE_GIVEN', 'TASK_GIVEN'].map(doing),
    ),
  ).toEqual(['budget', 'erased', 'granted', 'taken'])
  expect(rules([], Array(4).fill(doing('SIGN_IN_REFUSED')))).toEqual([])
  expect(rules([], Array(5).fill(doing('SIGN_IN_REFUSED')))).toEqual(['refused'])
})

test('what was before the first day only tells what is usual', () => {
  expect(rules([opening('2026-10-10T23:00:00')])).toEqual([])
})

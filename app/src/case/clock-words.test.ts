import type { CaseHeader } from '@ke-vai/contract/case/case.ts'
import { expect, test } from 'vitest'
import { byClock, byNeed, clockStanding, clockWords } from './clock-words.ts'

const now = new Date('2026-11-22T03:00:00Z')

test('a clock is said in words, late or not, and without a number where the law in hand gives none', () => {
  const vi = (dueAt: string | null) => clockWords(dueAt, now).vi
  expect(vi('2026-11-22T03:40:30Z')).toBe('Còn 40 phút (đến 10:40 22/11/2026)')
  expect(vi('2026-11-23T03:00:00Z')).toBe('Còn 24 giờ (23/11/2026)')
  expect(vi('2026-11-25T02:59:00Z')).toBe('Còn 2 ngày (25/11/2026)')
  expect(vi('2026-11-22T02:59:01Z')).toBe('Tới hạn lúc này (09:59 22/11/2026)')
  expect(vi('2026-11-22T02:59:00Z')).toBe('Quá hạn 1 phút (từ 09:59 22/11/2026)')
  expect(vi('2026-11-21T22:00:00Z')).toBe('Quá hạn 5 giờ (từ 05:00 22/11/2026)')
  expect(vi('2026-11-19T03:00:00Z')).toBe('Quá hạn 3 ngày (từ 10:00 19/11/2026)')
  expect(vi(null)).toBe('chưa có thời hạn được xác minh')
  expect(clockWords('2026-11-22T04:00:00Z', now).en).toBe('1 hour left (until 11:00 22/11/2026)')
})

test('near is within seven days', () => {
  expect(clockStanding('2026-11-29T03:00:00Z', now)).toBe('soon')
  expect(clockStanding('2026-11-29T03:00:01Z', now)).toBe('later')
  expect(clockStanding('2026-11-22T02:59:59Z', now)).toBe('overdue')
  expect(clockStanding(null, now)).toBe('unknown')
})

test('cases stand by the clock that runs out first; those without one by code, newest first', () => {
  const line = (code: string, dueAt?: string | null) =>
    ({ code, nextDue: dueAt === undefined ? null : { kind: 'identification', dueAt } }) as CaseHeader
  const lines = [
    line('HS-22-000001'),
    line('HS-22-000002', '2026-12-01T00:00:00.000Z'),
    line('HS-22-000003', null),
    line('HS-22-000004', '2026-11-01T00:00:00.000Z'),
  ]
  expect(lines.sort(byClock).map(({ code }) => code.at(-1))).toEqual(['4', '2', '3', '1'])
})

test('of those who wait, who is in danger stands first, then who waits longest', () => {
  const line = (code: string, triage: CaseHeader['triage'] = []) =>
    ({ code, triage, nextDue: null }) as unknown as CaseHeader
  const lines = [
    line('HS-1'),
    line('HS-4', ['in_danger']),
    line('HS-2', ['pregnant']),
    line('HS-3', ['injured']),
  ]
  expect(lines.sort(byNeed).map(({ code }) => code.at(-1))).toEqual(['3', '4', '1', '2'])
})

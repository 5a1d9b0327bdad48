import { expect, test } from 'vitest'
import { dueWords } from './due-words.ts'

const due = (dueAt: string | null, now: string, overdue = false) =>
  dueWords({ dueAt, overdue }, new Date(now)).vi

test('when a task is due is said in days of Việt Nam', () => {
  const endOfDay = '2026-11-20T16:59:59Z'
  expect(due(null, '2026-11-20T01:00:00Z')).toBe('Không hẹn ngày')
  expect(due(endOfDay, '2026-11-18T01:00:00Z')).toBe('Hạn 20/11/2026')
  expect(due(endOfDay, '2026-11-20T01:00:00Z')).toBe('Hạn hôm nay')
  expect(due(endOfDay, '2026-11-19T16:59:00Z')).toBe('Hạn ngày mai')
  expect(due(endOfDay, '2026-11-19T17:01:00Z')).toBe('Hạn hôm nay')
  expect(due(endOfDay, '2026-11-22T18:00:00Z', true)).toBe('Quá hạn 3 ngày (20/11/2026)')
})

test('a task with an hour names it', () => {
  expect(due('2026-11-20T07:30:00Z', '2026-11-20T01:00:00Z')).toBe('Hạn hôm nay, trước 14:30')
  expect(due('2026-11-20T07:30:00Z', '2026-11-20T08:00:00Z', true)).toBe('Quá hạn từ 14:30 hôm nay')
})

import { expect, test } from 'vitest'
import { countsWords, daysWords, momentWords } from './approval-words.ts'

test('a moment is shown in Việt Nam, the day first; counts in words, never in codes that are known', () => {
  expect(momentWords('2026-11-21T18:05:00.000Z')).toEqual({
    vi: '01:05 ngày 22/11/2026',
    en: '01:05 on 22/11/2026',
  })
  expect(countsWords({ persons: 1, contacts: 12 }).vi).toBe('1 người, 12 lượt gặp')
  expect(countsWords({}).vi).toBe('')
  expect(daysWords('2026-12-01', '2027-12-31').vi).toBe('từ 01/12/2026 đến 31/12/2027')
})

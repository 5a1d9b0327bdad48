import { type TouchedCode, touchedWords } from '@ke-vai/contract/approval/counts.ts'
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

test('whatever a wish counts has its words; the server’s foresight can count nothing else (it would not compile)', () => {
  for (const code of Object.keys(touchedWords) as TouchedCode[]) {
    const { vi, en } = countsWords({ [code]: 3 })
    expect(vi).toBe(`3 ${touchedWords[code].vi}`)
    expect(vi).not.toContain(code)
    expect(en).not.toContain('_')
  }
})

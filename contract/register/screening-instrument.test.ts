import { expect, test } from 'vitest'
import { advice, levelOf, needsCounsellingSoon, questions } from './screening-instrument.ts'

test('no answer at all, or every answer no, is low', () => {
  expect(levelOf({})).toBe('low')
  expect(levelOf(Object.fromEntries(Object.keys(questions).map((each) => [each, 'no'])))).toBe('low')
})

test('scenario 16: levels rise with the answers, and only high and urgent ask for counselling soon', () => {
  expect(levelOf({ met_online: 'yes' })).toBe('low')
  expect(levelOf({ met_online: 'yes', too_good_offer: 'unsure' })).toBe('medium')
  expect(levelOf({ told_to_hide: 'yes', without_papers: 'yes' })).toBe('high')
  expect(levelOf({ papers_held: 'yes' })).toBe('high')
  expect(levelOf({ threatened: 'yes' })).toBe('urgent')
  expect(levelOf({ not_safe_now: 'yes' })).toBe('urgent')
  expect(levelOf({ not_safe_now: 'unsure' })).not.toBe('urgent')
  expect((['low', 'medium', 'high', 'urgent'] as const).map(needsCounsellingSoon)).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('a yes never lowers the level', () => {
  const order = ['low', 'medium', 'high', 'urgent']
  for (const more of Object.keys(questions))
    for (const first of Object.keys(questions)) {
      const before = levelOf({ [first]: 'yes' })
      expect(order.indexOf(levelOf({ [first]: 'yes', [more]: 'yes' }))).toBeGreaterThanOrEqual(
        order.indexOf(before),
      )
    }
})

test('no word of blame or of legal standing in what is read to her', () => {
  const all = JSON.stringify([questions, advice])
  expect(all).not.toMatch(/nạn nhân|đối tượng|tại sao|khai báo|bị bán|vượt biên|victim/iu)
})

import { expect, test } from 'vitest'
import { howMany } from './unusual-words.ts'

test('people, persons and times are not mixed up', () => {
  expect(howMany({ rule: 'by_many', count: 3, usual: null }).vi).toBe('3 người đã mở')
  expect(howMany({ rule: 'more_than_usual', count: 9, usual: 2 }).vi).toBe('9 hồ sơ; mọi ngày 2')
  expect(howMany({ rule: 'at_night', count: 4, usual: null }).vi).toBe('4 lần')
})

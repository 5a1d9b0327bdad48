import { expect, test } from 'vitest'
import { lastDayBefore, nameOn, nameWithFormer, renameRule } from './dated-name.ts'

const names = [
  { name: 'Ban Chỉ đạo 138', validFrom: '2012-01-01', validTo: null },
  { name: 'Ban Chỉ đạo 130', validFrom: '2005-01-01', validTo: '2011-12-31' },
]

test('a report names the committee of its day, with the names before it', () => {
  expect(nameWithFormer(names, '2026-11-21')).toBe('Ban Chỉ đạo 138 (trước đây: Ban Chỉ đạo 130)')
  expect(nameWithFormer(names, '2011-12-31')).toBe('Ban Chỉ đạo 130')
  expect(nameOn(names, '2012-01-01')).toBe('Ban Chỉ đạo 138')
  expect(nameOn(names, '2000-01-01')).toBe('Ban Chỉ đạo 130')
  expect(nameOn([], '2000-01-01')).toBeNull()
})

test('a new name begins after the present one', () => {
  expect(renameRule(names, '2012-01-01')?.code).toBe('name_before_last')
  expect(renameRule(names, '2012-01-02')).toBeNull()
  expect(lastDayBefore('2025-03-01')).toBe('2025-02-28')
})

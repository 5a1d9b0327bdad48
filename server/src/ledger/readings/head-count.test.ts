import { expect, test } from 'vitest'
import { readHeadCount } from './head-count.ts'

test.each([
  ['40', 40],
  ['40 người', 40],
  ['1.200 tờ', 1_200],
  ['-', null],
])('%s', (text, count) => {
  expect(readHeadCount({ kind: 'text', text })).toEqual({ value: count, remarks: [] })
})

test('what is no count is said', () => {
  expect(readHeadCount({ kind: 'number', number: -3 }).remarks).toEqual(['count_unreadable'])
  expect(readHeadCount({ kind: 'number', number: 2.5 }).remarks).toEqual(['count_unreadable'])
  expect(readHeadCount({ kind: 'text', text: 'nhiều' }).remarks).toEqual(['count_unreadable'])
  expect(readHeadCount(null)).toEqual({ value: null, remarks: [] })
})

import { expect, test } from 'vitest'
import { searchRule } from './identity.ts'

test('a search by name needs two words, a family name alone finds nobody', () => {
  for (const text of ['Nguyễn Thị Hoà', 'nguyen hoa', 'Hoà 1985', 'Ngô Ý'])
    expect(searchRule({ kind: 'name', text })).toBeNull()
  for (const text of ['Nguyễn', ' Hoà ', '1985 ', '- -'])
    expect(searchRule({ kind: 'name', text })?.code).toBe('search_needs_full_name')
})

test('a number is looked for whole, however it is written', () => {
  expect(searchRule({ kind: 'phone', text: '0912 345 678' })).toBeNull()
  expect(searchRule({ kind: 'phone', text: '+84-912.345.678' })).toBeNull()
  expect(searchRule({ kind: 'phone', text: '0912 345' })?.field).toBe('text')
  expect(searchRule({ kind: 'paper', text: 'B 1234567' })).toBeNull()
  expect(searchRule({ kind: 'paper', text: '1234' })?.code).toBe('search_needs_whole_number')
})

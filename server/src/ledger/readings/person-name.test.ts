import { expect, test } from 'vitest'
import { compareNames, mayBeHerName, readName } from './person-name.ts'

test('a name is kept without what stands around it', () => {
  expect(readName(' Chị  Hoàng Ngọc Dợ. ')).toBe('Hoàng Ngọc Dợ')
  expect(readName('Hoàng Ngọc Dợ'.normalize('NFD'))).toBe('Hoàng Ngọc Dợ')
  expect(readName('Anh Thư')).toBe('Anh Thư')
})

test.each([
  ['Hoàng Ngọc Dợ', 'HOÀNG NGỌC DỢ', 'same'],
  ['Lý Thị Hoà', 'Lí Thị Hòa', 'same'],
  ['Lý Thị Hoà', 'Ly Thi Hoa', 'same'],
  ['Lan Thị Lý', 'Lý Thị Lan', 'same'],
  ['Lý Thị Hoa', 'Lý Thị Hòa', 'similar'],
  ['Lý Lan', 'Lý Thị Lan', 'similar'],
  ['Lý Thị Lan', 'Lý Thị Loan', 'other'],
])('%s and %s', (one, other, likeness) => {
  expect(compareNames(one, other)).toBe(likeness)
})

test('the name beside a number may slip by a letter or be shortened, not be another', () => {
  expect(mayBeHerName('Bùi Ngọc Hoà'.normalize('NFD'), 'Bùi Ngọc Hòa')).toBe('same')
  expect(mayBeHerName('Giàng Thị Thuý Oan', 'Giàng Thị Thúy Oanh')).toBe('slip')
  expect(mayBeHerName('Oanh', 'Giàng Thị Thúy Oanh')).toBe('slip')
  expect(mayBeHerName('Bùi Thị Kim Dung', 'Giàng Thị Thúy Oanh')).toBe('no')
})

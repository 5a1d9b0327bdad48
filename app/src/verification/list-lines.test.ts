import { expect, test } from 'vitest'
import { readLines } from './list-lines.ts'

test('a pasted sheet is read line by line, and what cannot be read is named by its line', () => {
  const text = 'HS-22-000147\tQĐ\tcó\n\nHS-22-000148; đxđ; chưa\nHS-22-000149\nHS-22-000150,??\nx'
  expect(readLines(text)).toEqual({
    lines: [
      { code: 'HS-22-000147', status: 'identified', supported: true },
      { code: 'HS-22-000148', status: 'in_identification', supported: false },
      { code: 'HS-22-000149', status: 'identified', supported: true },
    ],
    unread: [5, 6],
  })
})

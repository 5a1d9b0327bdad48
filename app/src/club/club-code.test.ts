import { clubCreate } from '@ke-vai/contract/club/club.ts'
import { expect, test } from 'vitest'
import { codeFor } from './club-code.ts'

test('the short code of a ward is free, without accents, and of the shape that the server takes', () => {
  expect(codeFor('Tuần Châu', [])).toBe('tuan-chau')
  expect(codeFor('Tuần Châu', ['tuan-chau', 'tuan-chau-2'])).toBe('tuan-chau-3')
  expect(codeFor('Đông Triều', ['tuan-chau'])).toBe('dong-trieu')
  const shape = clubCreate.args.shape.code
  for (const name of ["Ea H'leo", 'Phường 1', 'A'.repeat(80)])
    expect(shape.safeParse(codeFor(name, [])).success).toBe(true)
})

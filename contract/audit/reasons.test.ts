import { expect, test } from 'vitest'
import { reasonLists, reasonWords } from './reasons.ts'

test('every reason of every list is told in its own words: no two lists share a code', () => {
  const all = reasonLists.flatMap((list) => Object.entries(list))
  expect(new Set(all.map(([code]) => code)).size).toBe(all.length)
  for (const [code, words] of all) expect(reasonWords(code)).toEqual(words)
  expect(reasonWords('same_phone').vi).toBe('Cùng số điện thoại')
  expect(reasonWords('health_insurance').vi).toBe('Làm thẻ bảo hiểm y tế')
})

test('a reason of a later version keeps its code, also one that an object has by itself', () => {
  expect(reasonWords('of_tomorrow').vi).toBe('of_tomorrow')
  expect(reasonWords('constructor').vi).toBe('constructor')
})

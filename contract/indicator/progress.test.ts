import fc from 'fast-check'
import { expect, test } from 'vitest'
import { count, sum } from '../count/count.ts'
import { percentOf, showShare } from './figures.ts'
import { countIndicators } from './indicator.ts'
import { progress, progressOfShare } from './progress.ts'

const share = (part: number, whole: number) => ({
  part: count('person', part),
  whole: count('person', whole),
})

test('scenario 8: 45 lượt reach the club minimum of 20 and are 45/100 for the programme', () => {
  expect(progress(45, { min: 20, max: 120 })).toMatchObject({
    reached: true,
    words: { vi: 'đạt mức tối thiểu 20' },
  })
  expect(progress(45, { min: 100, max: 150 })).toMatchObject({ reached: false, words: { vi: '45/100' } })
  expect(progress(151, { min: 100, max: 150 })).toMatchObject({
    reached: true,
    words: { vi: 'đạt mức tối thiểu 100' },
  })
  expect(progress(20, { min: 20, max: null }).reached).toBe(true)
})

test('a rate is two numbers, rounded down, and 100 only when it is whole', () => {
  expect(showShare(share(9, 20))).toBe('9/20 (45%)')
  expect(showShare(share(199, 200))).toBe('199/200 (99%)')
  expect(showShare(share(0, 0))).toBe('0/0')
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), (part, rest) => {
      const percent = percentOf(share(part, part + rest))
      if (percent === 100) expect(rest).toBe(0)
    }),
  )
})

test('a rate is compared exactly, and nobody is never a success', () => {
  expect(progressOfShare(share(9, 20), 50)).toMatchObject({
    reached: false,
    words: { vi: '9/20 (45%) · mức cần đạt 50%' },
  })
  expect(progressOfShare(share(1, 2), 50).reached).toBe(true)
  expect(progressOfShare(share(499, 1000), 50).reached).toBe(false)
  expect(progressOfShare(share(0, 0), 50).reached).toBe(false)
})

test('counts of different units do not add up', () => {
  const persons = count('person', 3)
  const times = count('person_time', 9)
  // @ts-expect-error người and lượt are different types
  expect(sum('person', [persons, times]).value).toBe(12)
  expect(countIndicators.persons_with_contact.unit).toBe('person')
  expect(countIndicators.contacts.unit).toBe('person_time')
  expect(countIndicators.sessions.unit).toBe('session')
})

import { expect, test } from 'vitest'
import { count, showCount, sum } from './count.ts'

test('counts of one unit add up', () => {
  expect(sum('person_time', [count('person_time', 46), count('person_time', 14)])).toEqual({
    unit: 'person_time',
    value: 60,
  })
  expect(showCount(count('session', 5200), 'vi')).toBe('5.200 cuộc')
})

test('adding persons to person-times does not compile', () => {
  // @ts-expect-error lượt and người are different units
  sum('person_time', [count('person', 1)])
  // @ts-expect-error a count is no bare number
  const nonsense = count('person', 1) + count('person_time', 1)
  expect(nonsense).not.toBe(2)
})

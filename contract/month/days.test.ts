import { expect, test } from 'vitest'
import { daysOfNewMonth, firstDayOfYear } from './days.ts'

const alone = { previousLast: null, nextFirst: null }

test('a month that starts on day 16 ends on day 15 of the next', () => {
  expect(daysOfNewMonth('2022-05', 16, alone)).toEqual({ first: '2022-05-16', last: '2022-06-15' })
  expect(daysOfNewMonth('2024-02', 1, alone)).toEqual({ first: '2024-02-01', last: '2024-02-29' })
  expect(firstDayOfYear('2022-12', 16)).toBe('2022-01-16')
})

test('when the start is moved, no day is lost and none counts twice', () => {
  const later = daysOfNewMonth('2022-06', 16, { previousLast: '2022-05-31', nextFirst: null })
  expect(later).toEqual({ first: '2022-06-01', last: '2022-07-15' })
  const earlier = daysOfNewMonth('2022-06', 1, { previousLast: '2022-06-15', nextFirst: null })
  expect(earlier).toEqual({ first: '2022-06-16', last: '2022-06-30' })
  expect(daysOfNewMonth('2022-05', 1, { previousLast: null, nextFirst: '2022-05-16' })?.last).toBe(
    '2022-05-15',
  )
  expect(daysOfNewMonth('2022-05', 1, { previousLast: '2022-05-31', nextFirst: '2022-06-01' })).toBe(null)
})

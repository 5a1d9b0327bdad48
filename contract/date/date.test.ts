import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  monthDays,
  monthOf,
  plainDate,
  readTypedDate,
  showClock,
  showDate,
  showMoment,
  today,
} from './date.ts'

const now = new Date('2026-11-21T03:00:00Z')

test('days are read as people type them', () => {
  expect(readTypedDate('6.5.22', now)).toBe('2022-05-06')
  expect(readTypedDate(' 1/5/2022 ', now)).toBe('2022-05-01')
  expect(readTypedDate('3/6/72', now)).toBe('1972-06-03')
  expect(readTypedDate('31/02/2022', now)).toBeNull()
  expect(readTypedDate('khoảng 1990', now)).toBeNull()
})

test('a day that does not exist is no day', () => {
  expect(plainDate.safeParse('2024-02-29').success).toBe(true)
  expect(plainDate.safeParse('2022-02-31').success).toBe(false)
})

test('a month may start on any day up to the 28th', () => {
  expect(monthDays('2022-12', 1)).toEqual({ first: '2022-12-01', last: '2022-12-31' })
  expect(monthDays('2022-12', 16)).toEqual({ first: '2022-12-16', last: '2023-01-15' })
  expect(monthOf('2023-01-15', 16)).toBe('2022-12')
  expect(monthOf('2023-01-16', 16)).toBe('2023-01')
  expect(addMonths('2022-01', -1)).toBe('2021-12')
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
})

test('today is the day in Việt Nam', () => {
  expect(today(new Date('2026-11-21T18:00:00Z'))).toBe('2026-11-22')
  expect(showDate('2026-11-21')).toBe('21/11/2026')
})

test('a moment is shown as the clock of Việt Nam says it, whatever the zone of the machine', () => {
  expect(showMoment('2026-11-21T07:05:59.999Z')).toBe('21/11/2026 14:05')
  expect(showMoment(new Date('2026-11-21T17:00:00Z')), 'midnight begins the day').toBe('22/11/2026 00:00')
  expect(showMoment('2026-11-21T16:59:00Z')).toBe('21/11/2026 23:59')
  expect(showClock('2026-11-21T23:30:00Z')).toBe('06:30')
  expect(showClock(new Date('2026-11-21T07:05:00+07:00'))).toBe('07:05')
})

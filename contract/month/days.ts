import { addDays, monthDays, type PlainDate, type YearMonth } from '../date/date.ts'

/** What is known of the club's other months when one is opened: the month before ends, the month after begins. */
export interface MonthNeighbours {
  previousLast: PlainDate | null
  nextFirst: PlainDate | null
}

/**
 * First and last day of a month that is being opened. When the club has moved the start of its month, the month on
 * the seam grows or shrinks to meet its neighbours: no day belongs to two months, none falls between them.
 * Null when no day is left.
 */
export function daysOfNewMonth(
  month: YearMonth,
  startDay: number,
  { previousLast, nextFirst }: MonthNeighbours,
): { first: PlainDate; last: PlainDate } | null {
  const usual = monthDays(month, startDay)
  const first = previousLast === null ? usual.first : addDays(previousLast, 1)
  const last = nextFirst === null ? usual.last : addDays(nextFirst, -1)
  return first <= last ? { first, last } : null
}

/** The first day of the year's first month: a club's year is the sum of its twelve months. */
export function firstDayOfYear(month: YearMonth, startDay: number): PlainDate {
  return monthDays(`${month.slice(0, 4)}-01`, startDay).first
}

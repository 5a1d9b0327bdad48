import { z } from 'zod'

/** The zone in which a day begins for everyone on the system. */
export const zone = 'Asia/Ho_Chi_Minh'

/** A calendar day as 'YYYY-MM-DD'. It exists: 2022-02-31 is refused. */
export const plainDate = z.string().refine(isRealDay, 'not a calendar day')
export type PlainDate = z.infer<typeof plainDate>

/** A month of work as 'YYYY-MM'. When the club's month starts on day n, it is named by the month in which it starts. */
export const yearMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export type YearMonth = z.infer<typeof yearMonth>

function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text
}

// Made once: making it costs eighty times as much as using it (docs/performance.md).
const dayInZone = new Intl.DateTimeFormat('en-CA', { timeZone: zone })

/** Today in Việt Nam, as 'YYYY-MM-DD'. */
export function today(now: Date = new Date()): PlainDate {
  return dayInZone.format(now)
}

/** 'dd/mm/yyyy', as every screen and print shows a day. */
export function showDate(day: PlainDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

const clockInZone = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** 'hh:mm' in Việt Nam, from 00:00 to 23:59. @param at an instant; a text is of ISO 8601 */
export function showClock(at: Date | string): string {
  return clockInZone.format(new Date(at))
}

/** 'dd/mm/yyyy hh:mm' in Việt Nam. @param at an instant; a text is of ISO 8601 */
export function showMoment(at: Date | string): string {
  return `${showDate(today(new Date(at)))} ${showClock(at)}`
}

/** 'mm/yyyy'. */
export function showMonth(month: YearMonth): string {
  return `${month.slice(5, 7)}/${month.slice(0, 4)}`
}

/**
 * A day as people type it: 3/6/22, 03.06.2022, 3-6-2022; two-digit years are of this century up to next year,
 * of the last one otherwise. Null when it names no day that exists.
 */
export function readTypedDate(typed: string, now: Date = new Date()): PlainDate | null {
  const found = /^\s*(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})\s*$/.exec(typed)
  if (!found?.[1] || !found[2] || !found[3]) return null
  const year = found[3].length === 4 ? Number(found[3]) : fullYear(Number(found[3]), now)
  const day = `${String(year).padStart(4, '0')}-${found[2].padStart(2, '0')}-${found[1].padStart(2, '0')}`
  return isRealDay(day) ? day : null
}

function fullYear(twoDigits: number, now: Date): number {
  const thisCentury = 2000 + twoDigits
  return thisCentury <= now.getUTCFullYear() + 1 ? thisCentury : thisCentury - 100
}

/** The day that is `days` later (earlier when negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  const instant = new Date(`${day}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + days)
  return instant.toISOString().slice(0, 10)
}

/** The month that is `months` later (earlier when negative). */
export function addMonths(month: YearMonth, months: number): YearMonth {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** First and last day of a club's month that starts on `startDay` (1 to 28), both included. */
export function monthDays(month: YearMonth, startDay: number): { first: PlainDate; last: PlainDate } {
  const first = `${month}-${String(startDay).padStart(2, '0')}`
  const next = `${addMonths(month, 1)}-${String(startDay).padStart(2, '0')}`
  return { first, last: addDays(next, -1) }
}

/** The club's month to which a day belongs, for a month that starts on `startDay`. */
export function monthOf(day: PlainDate, startDay: number): YearMonth {
  const month = day.slice(0, 7)
  return Number(day.slice(8, 10)) >= startDay ? month : addMonths(month, -1)
}

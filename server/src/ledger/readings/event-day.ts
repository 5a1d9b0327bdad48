import { type PlainDate, plainDate } from '@ke-vai/contract/date/date.ts'
import { type Cell, dayOfSerial } from '../workbook/cells.ts'
import { cellText } from './cell-text.ts'
import { type Reading, reads } from './reading.ts'
import { readTypedDay } from './typed-day.ts'

/**
 * The day of a contact, a referral or a session. `year` is the one in the sheet's title. A day that does not
 * exist or has not come is no value; one outside the title's year stays, with a remark.
 */
export function readEventDay(cell: Cell | null, year: number | null, today: PlainDate): Reading<PlainDate> {
  if (cell === null || (cell.kind === 'text' && /^[\s./-]*$/u.test(cell.text)))
    return reads<PlainDate>(null, 'date_missing')
  if (cell.kind === 'date') return placed(cell.date, year, today)
  if (cell.kind === 'number') {
    const day = cell.number >= 32_874 && cell.number < 73_051 ? dayOfSerial(cell.number, false) : null
    if (!day) return reads<PlainDate>(null, 'date_unreadable')
    const reading = placed(day, year, today)
    return reads(reading.value, 'date_from_number', ...reading.remarks)
  }
  const typed = readTypedDay(cellText(cell), new Date(`${today}T12:00:00Z`))
  if ('none' in typed) {
    return reads<PlainDate>(null, typed.none === 'impossible' ? 'date_impossible' : 'date_unreadable')
  }
  if ('day' in typed) return placed(typed.day, year, today)
  if (year === null) return reads<PlainDate>(null, 'date_unreadable')
  const { day, month } = typed.dayAndMonth
  const full = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (!plainDate.safeParse(full).success) return reads<PlainDate>(null, 'date_impossible')
  const reading = placed(full, year, today)
  return reads(reading.value, 'date_without_year', ...reading.remarks)
}

function placed(day: PlainDate, year: number | null, today: PlainDate): Reading<PlainDate> {
  if (day > today) return reads<PlainDate>(null, 'date_future')
  if (year !== null && Number(day.slice(0, 4)) !== year) return reads(day, 'date_other_year')
  return reads(day)
}

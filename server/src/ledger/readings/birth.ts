import type { PlainDate } from '@ke-vai/contract/date/date.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import type { Birth } from '../plan.ts'
import { type Cell, dayOfSerial, serialOfDay } from '../workbook/cells.ts'
import { cellText } from './cell-text.ts'
import { type Reading, reads } from './reading.ts'
import { readTypedDay } from './typed-day.ts'

const oldest = 110

/** A birth: a day, a year ('1972', 'năm 1994', '72'), or about a year ('khoảng 1990', '~1990', '1990?'). */
export function readBirth(cell: Cell | null, today: PlainDate): Reading<Birth> {
  if (!cell) return reads<Birth>(null)
  if (cell.kind === 'date') return ofDateCell(cell.date, today)
  if (cell.kind === 'number') return ofNumber(cell.number, today)
  const text = cellText(cell)
  const folded = foldText(text)
  if (folded === '' || /^(khong ro|khong biet|khong nho|chua ro|ko ro|k ro|khong co|khong)$/.test(folded)) {
    return reads<Birth>(null)
  }
  const about =
    /^(khoang|tam|chung|uoc|co le|hinh nhu|about)( |$)/.test(folded) || /^[~≈]|\?$/.test(text.trim())
  const words = folded.replace(
    /^((khoang|tam|chung|uoc|co le|hinh nhu|about|nam sinh|sinh nam|sinh ngay|sinh|nam|sn|ns) ?)+/,
    '',
  )
  const year = /^(\d{4})( tuoi am| al)?$/.exec(words)?.[1]
  if (year) return ofYear(Number(year), about, today)
  const two = /^(\d{2})$/.exec(words)?.[1]
  if (two) {
    const reading = ofYear(latestYear(Number(two), today), about, today)
    return reads(reading.value, ...reading.remarks, 'birth_two_digits')
  }
  const monthAndYear = /^(?:thang )?\d{1,2} (?:nam )?(\d{4})$/.exec(words)?.[1]
  if (monthAndYear) return ofYear(Number(monthAndYear), about, today)
  const typed = readTypedDay(text.replace(/^[^\d]*(?=\d)/u, ''), new Date(`${today}T12:00:00Z`))
  if ('none' in typed)
    return reads<Birth>(null, typed.none === 'impossible' ? 'birth_impossible' : 'birth_unreadable')
  if ('dayAndMonth' in typed) return reads<Birth>(null, 'birth_unreadable')
  const twoDigits = !text.includes(typed.day.slice(0, 4))
  const day =
    twoDigits && typed.day > today ? `${Number(typed.day.slice(0, 4)) - 100}${typed.day.slice(4)}` : typed.day
  return ofDay(day, today)
}

/** Someone types 1990 into a cell formatted as a date, and Excel shows a day of June 1905. */
function ofDateCell(day: PlainDate, today: PlainDate): Reading<Birth> {
  const serial = serialOfDay(day)
  if (serial >= 1900 && serial <= Number(today.slice(0, 4))) {
    const reading = ofYear(serial, false, today)
    return reads(reading.value, ...reading.remarks, 'year_in_date_cell')
  }
  return ofDay(day, today)
}

function ofNumber(number: number, today: PlainDate): Reading<Birth> {
  if (!Number.isInteger(number)) return reads<Birth>(null, 'birth_unreadable')
  if (number >= 1800 && number <= 2200) return ofYear(number, false, today)
  if (number >= 10 && number <= 99) {
    const reading = ofYear(latestYear(number, today), false, today)
    return reads(reading.value, ...reading.remarks, 'birth_two_digits')
  }
  const day = number > 5_000 ? dayOfSerial(number, false) : null
  return day ? ofDay(day, today) : reads<Birth>(null, 'birth_unreadable')
}

function ofDay(day: PlainDate, today: PlainDate): Reading<Birth> {
  return day <= today && Number(day.slice(0, 4)) >= Number(today.slice(0, 4)) - oldest
    ? reads<Birth>({ kind: 'day', day })
    : reads<Birth>(null, 'birth_unlikely')
}

function ofYear(year: number, about: boolean, today: PlainDate): Reading<Birth> {
  const thisYear = Number(today.slice(0, 4))
  if (year > thisYear || year < thisYear - oldest) return reads<Birth>(null, 'birth_unlikely')
  return reads<Birth>({ kind: about ? 'about' : 'year', year })
}

function latestYear(twoDigits: number, today: PlainDate): number {
  const year = 2000 + twoDigits
  return year <= Number(today.slice(0, 4)) ? year : year - 100
}

/** The year of a birth, however exactly it is known. */
export function birthYear(birth: Birth): number {
  return birth.kind === 'day' ? Number(birth.day.slice(0, 4)) : birth.year
}

/** One text for a birth, for comparing and fingerprints: '1972-06-03', '1972' or '~1972'. */
export function birthText(birth: Birth | null): string {
  if (!birth) return ''
  if (birth.kind === 'day') return birth.day
  return birth.kind === 'about' ? `~${birth.year}` : String(birth.year)
}

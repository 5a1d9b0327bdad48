import { addDays, type PlainDate } from '@ke-vai/contract/date/date.ts'

/**
 * One filled cell as the file stores it. A date is a number with a date format; `broken` is an error value
 * (#REF!) or a formula whose result was never stored. Blank cells do not exist.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'date'; readonly date: PlainDate }
  | { readonly kind: 'broken'; readonly why: 'error' | 'formula_without_value' }

/** A row as Excel numbers it (from 1); cells by column number (A = 1). */
export interface CellRow {
  readonly row: number
  readonly hidden: boolean
  readonly cells: ReadonlyMap<number, Cell>
}

/** A merged block, its borders included. Only its first cell holds a value. */
export interface MergedBlock {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface SheetCells {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly CellRow[]
  readonly merged: readonly MergedBlock[]
}

export interface WorkbookCells {
  readonly sheets: readonly SheetCells[]
}

/** 1 → 'A', 27 → 'AA'. */
export function columnLetter(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** 'B7' → { row: 7, column: 2 }; null when it is no address of a sheet. */
export function readAddress(address: string): { row: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address)
  if (!found?.[1] || !found[2]) return null
  let column = 0
  for (const letter of found[1]) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(found[2])
  return row > 0 ? { row, column } : null
}

/** The day a serial number of Excel stands for; null outside the years 1900 to 2199. */
export function dayOfSerial(serial: number, from1904: boolean): PlainDate | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (!Number.isFinite(days) || days < 1 || days > 109_572) return null
  // Excel believes in a 29/02/1900 (serial 60), so the days before it lie one day nearer.
  return addDays('1899-12-30', days < 60 ? days + 1 : days)
}

/** The serial number of a day in the system of 1900. */
export function serialOfDay(day: PlainDate): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000)
}

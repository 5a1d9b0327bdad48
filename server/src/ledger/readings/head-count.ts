import type { Cell } from '../workbook/cells.ts'
import { cellText } from './cell-text.ts'
import { type Reading, reads } from './reading.ts'

/** A whole number of people or things: 40, '40', '40 người', '1.200 tờ'. A blank or '-' is no value. */
export function readHeadCount(cell: Cell | null): Reading<number> {
  if (cell?.kind === 'number') {
    return Number.isInteger(cell.number) && cell.number >= 0 && cell.number <= 1_000_000
      ? reads(cell.number)
      : reads<number>(null, 'count_unreadable')
  }
  const text = cellText(cell)
  if (text === '' || /^[-–—.]+$/u.test(text)) return reads<number>(null)
  const found = /^(\d{1,3}(?:[.,\s]\d{3})+|\d{1,6})(?:\s*(?:\p{L}+\s*){0,2})$/u.exec(text)?.[1]
  return found ? reads(Number(found.replace(/\D/gu, ''))) : reads<number>(null, 'count_unreadable')
}

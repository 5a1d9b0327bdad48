import { showDate } from '@ke-vai/contract/date/date.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import type { Cell } from '../workbook/cells.ts'

/** A cell as a person reads it in Excel; '' for a blank or broken one. Line breaks become ' ; '. */
export function cellText(cell: Cell | null): string {
  if (!cell || cell.kind === 'broken') return ''
  if (cell.kind === 'text') return cleanText(cell.text.replace(/\s*\n\s*/gu, ' ; '))
  if (cell.kind === 'date') return showDate(cell.date)
  if (cell.kind === 'number') return String(cell.number)
  return cell.truth ? 'x' : ''
}

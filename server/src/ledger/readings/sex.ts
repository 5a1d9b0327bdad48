import type { Sex } from '@ke-vai/contract/register/codes.ts'
import { cleanText, foldText } from '@ke-vai/contract/text/text.ts'
import type { Cell } from '../workbook/cells.ts'
import { cellText } from './cell-text.ts'
import { type Reading, reads } from './reading.ts'

const female = new Set(['nu', 'nu gioi', 'gai', 'f', 'female', 'phu nu', 'con gai', 'em gai', 'nuu'])
const male = new Set(['nam', 'nam gioi', 'trai', 'm', 'male', 'dan ong', 'con trai', 'em trai'])
const other = new Set(['khac', 'lgbt', 'other', 'gioi tinh khac', 'chuyen gioi'])

/** 'Nữ', 'NỮ ', 'F'… A mark that may mean either ('N', 'n?', '1') is to be asked, never guessed. */
export function readSex(cell: Cell | null): Reading<Sex | 'ask'> {
  const text = cellText(cell)
  const folded = foldText(text)
  if (folded === '')
    return /[?]/.test(text) ? reads<Sex | 'ask'>('ask', 'sex_ask') : reads<Sex | 'ask'>(null, 'sex_missing')
  if (female.has(folded)) return reads<Sex | 'ask'>('female')
  if (male.has(folded)) return reads<Sex | 'ask'>('male')
  if (other.has(folded)) return reads<Sex | 'ask'>('other')
  return reads<Sex | 'ask'>('ask', 'sex_ask')
}

/** Two columns, 'Nam' and 'Nữ', one of them marked. Both marked is to be asked. */
export function readSexColumns(maleCell: Cell | null, femaleCell: Cell | null): Reading<Sex | 'ask'> {
  const isMale = isMarked(maleCell)
  const isFemale = isMarked(femaleCell)
  if (isMale && isFemale) return reads<Sex | 'ask'>('ask', 'sex_ask')
  if (!isMale && !isFemale) return reads<Sex | 'ask'>(null, 'sex_missing')
  return reads<Sex | 'ask'>(isMale ? 'male' : 'female')
}

function isMarked(cell: Cell | null): boolean {
  const text = cleanText(cellText(cell))
  return text !== '' && !['-', '0', 'k', 'không', '.'].includes(text.toLowerCase())
}

import { foldText } from '@ke-vai/contract/text/text.ts'
import type { ProblemCode } from '../problem-words.ts'
import type { Cell } from '../workbook/cells.ts'
import { cellText } from './cell-text.ts'
import { type Reading, reads } from './reading.ts'

const none = new Set([
  'khong co',
  'khong',
  'ko',
  'k',
  'ko co',
  'k co',
  'chua co',
  'khong dung',
  'khong co dt',
  'none',
  'no',
  'x',
  'khong ro',
])

/**
 * The phone numbers of a cell as '0xxxxxxxxx', in the order written; foreign ones as '+…'. 'không có' and '-' are
 * none. A number of wrong length is left out with a remark.
 */
export function readPhones(cell: Cell | null): Reading<readonly string[]> {
  if (!cell || cell.kind === 'truth' || cell.kind === 'broken') return reads<readonly string[]>([])
  const text = cell.kind === 'number' ? numberText(cell.number) : cellText(cell)
  if (foldText(text) === '' || none.has(foldText(text))) return reads<readonly string[]>([])
  const phones: string[] = []
  const remarks = new Set<ProblemCode>()
  const asOne = readOne(text.replace(/[^\d+]/gu, ''))
  for (const part of asOne.number
    ? [text]
    : text.split(/[/,;]|\s+(?:hoặc|và|-)\s+/iu).flatMap(joinedNumbers)) {
    const digits = part.replace(/[^\d+]/gu, '')
    if (digits === '') continue
    const phone = readOne(digits)
    if (!phone.number) remarks.add('phone_wrong')
    else if (!phones.includes(phone.number)) phones.push(phone.number)
    if (phone.remark) remarks.add(phone.remark)
  }
  const words = foldText(text)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word) && !labels.has(word))
  if (words.length > 0) remarks.add('phone_with_words')
  return reads<readonly string[]>(phones, ...remarks)
}

const labels = new Set([
  'sdt',
  'dt',
  'dd',
  'tel',
  'mobile',
  'di',
  'dong',
  'dien',
  'thoai',
  'so',
  'zalo',
  'nha',
  'rieng',
  'hoac',
  'va',
])

/** Two numbers with only a space between them. */
function joinedNumbers(part: string): readonly string[] {
  const digits = part.replace(/[^\d+]/gu, '')
  const found = digits.match(/(?:\+84|0)\d{9}/gu) ?? []
  return found.length > 1 && found.join('') === digits ? found : [part]
}

function numberText(number: number): string {
  return Number.isSafeInteger(number) && number > 0 ? String(number) : '0'
}

function readOne(typed: string): { number: string | null; remark?: ProblemCode } {
  const international = typed.startsWith('+') || typed.startsWith('00')
  let digits = typed.replace(/\D/gu, '')
  if (international) {
    digits = typed.startsWith('+') ? digits : digits.slice(2)
    if (!digits.startsWith('84')) {
      return digits.length >= 8 && digits.length <= 15
        ? { number: `+${digits}`, remark: 'phone_foreign' }
        : { number: null }
    }
  }
  if (digits.startsWith('84') && digits.length >= 11) digits = digits.slice(2).replace(/^0?/, '0')
  else if (international && digits.startsWith('84')) return { number: null }
  // A number cell forgets the zero in front.
  if (/^([35789]\d{8}|1\d{9}|2\d{9})$/.test(digits)) digits = `0${digits}`
  if (/^0[35789]\d{8}$/.test(digits) || /^02\d{9}$/.test(digits)) return { number: digits }
  const prefix = /^01\d{9}$/.test(digits) ? newPrefixes[digits.slice(0, 4)] : undefined
  return prefix ? { number: prefix + digits.slice(4), remark: 'phone_old' } : { number: null }
}

/** Mobile numbers of eleven digits became ten in September 2018 (Ministry of Information, plan of 2018). */
const newPrefixes: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}

import type { ItemStatus } from '@ke-vai/contract/verification/reconciliation.ts'

/** A line of a list as it is typed or pasted from a sheet. */
export interface TypedLine {
  code: string
  status: ItemStatus
  supported: boolean
}

const statusOf: Readonly<Record<string, ItemStatus | undefined>> = {
  đxđ: 'in_identification',
  qđ: 'identified',
  kxđ: 'not_identified',
  cđcc: 'not_enough_grounds',
}

/**
 * Reads a pasted list: a code in each line, then «QĐ», «ĐXĐ», «KXĐ» or «CĐCC», then «có» or «chưa», parted by tab,
 * semicolon or comma. What is left out means «QĐ» and «có». Answers with the numbers of the lines that cannot be read.
 */
export function readLines(text: string): { lines: TypedLine[]; unread: number[] } {
  const lines: TypedLine[] = []
  const unread: number[] = []
  for (const [i, line] of text.normalize('NFC').split('\n').entries()) {
    if (line.trim() === '') continue
    const [code = '', mark = '', help = ''] = line.split(/[\t;,]/u).map((part) => part.trim())
    const status = mark === '' ? 'identified' : statusOf[mark.toLowerCase()]
    const said = help.toLowerCase()
    const readable = code.length >= 3 && status !== undefined && ['', 'có', 'chưa'].includes(said)
    if (readable && status) lines.push({ code, status, supported: said !== 'chưa' })
    else unread.push(i + 1)
  }
  return { lines, unread }
}

import type { LedgerPlace, LedgerProblem } from '@ke-vai/contract/ledger/ledger.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import { problemAt } from './problem-words.ts'
import { says } from './readings/reading.ts'
import type { RecognisedSheet } from './recognise-sheets.ts'
import { type Cell, type CellRow, columnLetter } from './workbook/cells.ts'

/** One row of a recognised sheet that holds a record. */
export interface TableRow {
  readonly sheet: string
  readonly row: number
  /** The row's own number ('STT'); null when it has none. */
  readonly number: number | null
  /** Fields whose cell is an error or a formula without result. */
  readonly broken: readonly string[]
  /** What stands under a heading; null when blank, broken, or when the sheet has no such column. */
  cell(field: string): Cell | null
  place(field: string): LedgerPlace
}

/**
 * Columns in which a block merged downwards means "the same for all these rows". Figures never: they would be
 * counted once for each row.
 */
const spread: Readonly<Record<string, readonly string[]>> = {
  register: ['group', 'address', 'ethnicity'],
  contacts: ['date', 'personNumber', 'personName', 'kind', 'content', 'member'],
  referrals: ['date', 'personNumber', 'personName', 'service'],
  sessions: ['date', 'topic', 'venue'],
  members: ['area'],
}

/** The records of a sheet: blank rows, repeated headings, totals, signatures and section titles left out. */
export function readTable(found: RecognisedSheet): { rows: TableRow[]; problems: LedgerProblem[] } {
  const rows: TableRow[] = []
  const problems: LedgerProblem[] = []
  const byColumn = new Map([...found.columns].map(([field, column]) => [column, field]))
  const above = cellsFromAbove(found)
  let signed = false
  for (const row of found.sheet.rows) {
    if (row.row <= found.lastHeadingRow) continue
    const mapped = [...row.cells].filter(([column]) => byColumn.has(column))
    const number = rowNumber(row.cells.get(found.columns.get('number') ?? 0) ?? null)
    const filled = mapped.filter(([column]) => byColumn.get(column) !== 'number')
    if (filled.length === 0 || isIndexRow(row, found) || repeatsHeadings(row, found)) continue
    if (number === null && isSigned(row)) signed = true
    if (number === null && (isTotal(row) || isSigned(row) || (signed && filled.length < 3))) continue
    if (number === null && isSection(row, found)) {
      problems.push(problemAt({ sheet: found.sheet.name, row: row.row, column: null }, 'section_row'))
      continue
    }
    rows.push(tableRow(found, row, number, above.get(row.row)))
  }
  return { rows, problems }
}

function tableRow(
  found: RecognisedSheet,
  row: CellRow,
  number: number | null,
  above: ReadonlyMap<number, Cell> | undefined,
): TableRow {
  const at = (field: string): Cell | null => {
    const column = found.columns.get(field)
    if (column === undefined) return null
    const spreads = spread[found.kind]?.includes(field) === true
    return row.cells.get(column) ?? (spreads ? above?.get(column) : undefined) ?? null
  }
  return {
    sheet: found.sheet.name,
    row: row.row,
    number,
    broken: [...found.columns.keys()].filter((field) => at(field)?.kind === 'broken'),
    cell(field) {
      const cell = at(field)
      return cell?.kind === 'broken' ? null : cell
    },
    place(field) {
      const column = found.columns.get(field)
      return {
        sheet: found.sheet.name,
        row: row.row,
        column: column === undefined ? null : columnLetter(column),
      }
    },
  }
}

/** More than this is no table that people merged by hand. */
const mostSpreadCells = 100_000

/** For each row: what a block merged downwards puts into its columns. */
function cellsFromAbove(found: RecognisedSheet): Map<number, Map<number, Cell>> {
  const first = new Map(found.sheet.rows.map((row) => [row.row, row]))
  const spreads = new Map<number, Map<number, Cell>>()
  const mapped = new Set(found.columns.values())
  let left = mostSpreadCells
  for (const block of found.sheet.merged) {
    if (!mapped.has(block.left) || block.bottom === block.top) continue
    const cell = first.get(block.top)?.cells.get(block.left)
    if (!cell || block.top <= found.lastHeadingRow) continue
    for (let row = block.top + 1; row <= block.bottom && left > 0; row++) {
      left--
      const cells = spreads.get(row) ?? new Map<number, Cell>()
      cells.set(block.left, cell)
      spreads.set(row, cells)
    }
  }
  return spreads
}

/** A whole number in a cell: 28, '28', '28.', 'số 28'; null for anything else or for two numbers. */
export function rowNumber(cell: Cell | null): number | null {
  if (cell?.kind === 'number')
    return Number.isSafeInteger(cell.number) && cell.number >= 0 ? cell.number : null
  if (cell?.kind !== 'text') return null
  const found = /^\D{0,12}?(\d{1,9})\s*\.?$/u.exec(cell.text.trim())?.[1]
  return found ? Number(found) : null
}

function texts(row: CellRow): string[] {
  return [...row.cells]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([, cell]) => (cell.kind === 'text' ? [foldText(cell.text)] : []))
}

/** The row under the headings that numbers the columns: (1) (2) (3), or A B 1 2 3. */
function isIndexRow(row: CellRow, found: RecognisedSheet): boolean {
  if (row.row > found.lastHeadingRow + 1 || row.cells.size < 3) return false
  return [...row.cells.values()].every((cell, nth) => {
    if (cell.kind === 'number') return cell.number <= nth + 1 && cell.number >= nth - 2
    return cell.kind === 'text' && /^[([]?(\d{1,2}|[A-Za-z])[)\]]?$/.test(cell.text.trim())
  })
}

function repeatsHeadings(row: CellRow, found: RecognisedSheet): boolean {
  let same = 0
  for (const [column, cell] of row.cells) {
    const heading = found.headingTexts.get(column)
    if (heading === undefined || cell.kind !== 'text') continue
    if (heading.split(' | ').some((part) => foldText(part) === foldText(cell.text))) same++
  }
  return same >= 2 && same * 2 > row.cells.size
}

function isTotal(row: CellRow): boolean {
  const first = texts(row)[0] ?? ''
  return /^(tong cong|tong so|cong don|luy ke)\b/.test(first) || /^(tong|cong|total)( \d+.*)?$/.test(first)
}

const signatures = [
  'nguoi lap',
  'nguoi lap bieu',
  'nguoi lap so',
  'nguoi ghi',
  'nguoi ghi so',
  'nguoi tong hop',
  'ky ten',
  'ky va ghi ro ho ten',
  'ky ghi ro ho ten',
  'xac nhan cua',
  'thu truong don vi',
  'tm ban chu nhiem',
  't m ban chu nhiem',
  'nguoi bao cao',
]

function isSigned(row: CellRow): boolean {
  return (
    texts(row).some(
      (text) =>
        says(text, signatures) ||
        /^chu nhiem( clb| cau lac bo)?$/.test(text) ||
        /\bngay( \d+)? thang( \d+)? nam\b/.test(text),
    ) && row.cells.size <= 3
  )
}

/** A lone text across the table ('Tháng 5', 'I. Nạn nhân'), merged over some columns or standing in the first. */
function isSection(row: CellRow, found: RecognisedSheet): boolean {
  if (row.cells.size !== 1) return false
  const [column] = [...row.cells.keys()]
  return (
    column === Math.min(...found.headingTexts.keys()) ||
    found.sheet.merged.some((block) => block.top === row.row && block.right - block.left >= 2)
  )
}

import type { SheetKind } from '@ke-vai/contract/ledger/ledger.ts'
import { cleanText, foldText } from '@ke-vai/contract/text/text.ts'
import { sheetHeadings } from './headings/headings.ts'
import type { ColumnWords, SheetHeadings } from './headings/sheet-headings.ts'
import type { CellRow, MergedBlock, SheetCells } from './workbook/cells.ts'

/** A sheet whose headings were understood. Columns by field, as numbers (A = 1). */
export interface RecognisedSheet {
  readonly sheet: SheetCells
  readonly kind: SheetKind
  readonly headings: SheetHeadings
  readonly firstHeadingRow: number
  readonly lastHeadingRow: number
  readonly columns: ReadonlyMap<string, number>
  readonly headingTexts: ReadonlyMap<number, string>
  /** Headed columns that nothing reads. */
  readonly extra: readonly number[]
  /** Needs without any column: the sheet cannot be read while there is one. */
  readonly missing: readonly string[]
  /** The year in the title ("… NĂM 2022"); null when no title names one. */
  readonly year: number | null
}

const searchedRows = 30
const longestHeading = 80
/** Headings stand in the first columns; a club's widest sheet has some twenty. */
const mostHeadings = 64
/** Columns that one heading may span; a wider block is a title. */
const widestHeading = 7

/**
 * Finds the headings of a sheet by what they say, whatever the sheet's name, order of columns or wording; null
 * when it is none of the five. Headings may stand in two rows with merged blocks.
 */
export function recogniseSheet(sheet: SheetCells): RecognisedSheet | null {
  let best: { found: RecognisedSheet; score: number } | null = null
  const head = sheet.rows.filter((row) => row.row <= (sheet.rows[0]?.row ?? 1) + searchedRows)
  for (const row of head) {
    const above = head.filter((other) => other.row < row.row)
    const titles = foldText([sheet.name, ...above.flatMap(rowTexts)].join(' | '))
    for (const last of [row.row, row.row + 1]) {
      const texts = headingTexts(sheet, row.row, last)
      if (!texts || texts.size < 2) continue
      for (const headings of Object.values<SheetHeadings>(sheetHeadings)) {
        const match = matchColumns(texts, headings)
        const titled = headings.titles.some((title) => ` ${titles} `.includes(` ${title} `))
        const missing = missingNeeds(match.columns, headings)
        if (match.columns.size < 2 || !(match.tells || titled)) continue
        const parted = last > row.row && isParted(sheet, row.row, texts, headings)
        const score = match.score + (titled ? 4 : 0) + (parted ? 5 : 0) - missing.length * 4
        if (best && best.score >= score) continue
        const used = new Set(match.columns.values())
        const extra = [...texts.keys()].filter((column) => !used.has(column))
        const place = { firstHeadingRow: row.row, lastHeadingRow: last, headingTexts: texts }
        const found = {
          sheet,
          kind: headings.kind,
          headings,
          ...place,
          columns: match.columns,
          extra,
          missing,
        }
        best = { found: { ...found, year: yearIn(titles) }, score }
      }
    }
  }
  return best?.found ?? null
}

function rowTexts(row: CellRow): string[] {
  return [...row.cells.values()].flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))
}

function yearIn(titles: string): number | null {
  const year = /\bnam (20\d\d)\b/.exec(titles)?.[1] ?? /\b(20\d\d)\b/.exec(titles)?.[1]
  return year ? Number(year) : null
}

/**
 * What stands over each column in one or two rows of headings: of two, the lower one first. Null when the second
 * row is no heading (it holds figures or dates, or nothing ties it to the first).
 */
function headingTexts(sheet: SheetCells, first: number, last: number): Map<number, string> | null {
  if (last === first) return spreadRow(sheet, first, sheet.merged)
  const lowerRow = sheet.rows.find((row) => row.row === last)
  const words = lowerRow && [...lowerRow.cells.values()].every((cell) => cell.kind === 'text')
  const blocks = sheet.merged.filter((block) => block.top <= last && block.bottom >= first)
  const columns = [...(lowerRow?.cells.keys() ?? [])]
  // A block over the whole table is its title, not a heading.
  const narrow = blocks.filter(
    (block) =>
      block.left > Math.min(...columns) || block.right < Math.max(...columns) || block.left === block.right,
  )
  const tied = narrow.some(
    (block) => block.top === first && (block.bottom >= last || block.right > block.left),
  )
  if (!tied || !words) return null
  const [upper, lower] = [spreadRow(sheet, first, narrow), spreadRow(sheet, last, narrow)]
  const texts = new Map<number, string>()
  for (const column of [...new Set([...upper.keys(), ...lower.keys()])].toSorted((one, two) => one - two)) {
    const parts = new Set([lower.get(column), upper.get(column)].filter((part) => part !== undefined))
    texts.set(column, [...parts].join(' | '))
  }
  return texts
}

/** True when a block of the first row is parted below into headings that are known ('Năm sinh': 'Nam', 'Nữ'). */
function isParted(
  sheet: SheetCells,
  first: number,
  texts: ReadonlyMap<number, string>,
  headings: SheetHeadings,
): boolean {
  return sheet.merged.some((block) => {
    if (block.top !== first || block.bottom !== first || block.right === block.left) return false
    return [...texts].some(([column, text]) => {
      const [lower, upper] = text.split(' | ')
      if (column < block.left || column > block.right || lower === undefined || upper === undefined)
        return false
      return Object.values(headings.columns).some((words) => suretyOf(headingOf(lower), words) > 0)
    })
  })
}

/** The texts of a row, merged blocks written into each of their columns. */
function spreadRow(sheet: SheetCells, number: number, blocks: readonly MergedBlock[]): Map<number, string> {
  const texts = new Map<number, string>()
  const row = sheet.rows.find((one) => one.row === number)
  for (const [column, cell] of row?.cells ?? []) {
    if (column > mostHeadings) continue
    if (cell.kind === 'text' && cell.text.length <= longestHeading) texts.set(column, cleanText(cell.text))
  }
  for (const block of blocks) {
    if (block.top > number || block.bottom < number || block.right - block.left > widestHeading) continue
    const cell = sheet.rows.find((one) => one.row === block.top)?.cells.get(block.left)
    if (cell?.kind !== 'text' || cell.text.length > longestHeading) continue
    for (let column = block.left; column <= block.right; column++) texts.set(column, cleanText(cell.text))
  }
  return texts
}

interface ColumnMatch {
  readonly columns: Map<string, number>
  readonly score: number
  readonly tells: boolean
}

/** Gives each column the field that its heading says best; the surest pairs choose first. */
function matchColumns(texts: ReadonlyMap<number, string>, headings: SheetHeadings): ColumnMatch {
  const pairs: { field: string; column: number; surety: number }[] = []
  for (const [column, text] of texts) {
    const parts = text.split(' | ').map(headingOf)
    for (const [field, words] of Object.entries(headings.columns)) {
      const surety = Math.max(...parts.map((part, nth) => suretyOf(part, words) - nth * 30))
      if (surety > 0) pairs.push({ field, column, surety })
    }
  }
  const columns = new Map<string, number>()
  const taken = new Set<number>()
  let score = 0
  let tells = false
  for (const { field, column, surety } of pairs.toSorted(
    (one, two) => two.surety - one.surety || one.column - two.column,
  )) {
    if (columns.has(field) || taken.has(column)) continue
    columns.set(field, column)
    taken.add(column)
    const words = headings.columns[field]
    if (words?.tells) tells = true
    score += (words?.tells ? 3 : 1) + (surety >= whole ? 0.5 : 0)
  }
  return { columns, score, tells }
}

const whole = 60

interface Heading {
  readonly exact: string
  readonly folded: string
}

function headingOf(text: string): Heading {
  return { exact: text.toLowerCase(), folded: foldText(text) }
}

/** 0 when the heading says something else; a heading that says just this is surer than one that contains it. */
function suretyOf({ exact, folded }: Heading, words: ColumnWords): number {
  if (words.exactly?.includes(exact)) return whole + 40
  if (words.phrases.includes(folded)) return whole + 30
  let surest = 0
  for (const phrase of words.phrases) {
    if (phrase.length < 4 || phrase.length >= folded.length || !folded.includes(phrase)) continue
    if (` ${folded} `.includes(` ${phrase} `)) surest = Math.max(surest, phrase.length + 31)
  }
  return Math.min(surest, whole - 1)
}

function missingNeeds(columns: ReadonlyMap<string, number>, headings: SheetHeadings): string[] {
  const needs = new Map<string, boolean>()
  for (const [field, words] of Object.entries(headings.columns)) {
    if (words.need) needs.set(words.need, needs.get(words.need) === true || columns.has(field))
  }
  return [...needs].filter(([, met]) => !met).map(([need]) => need)
}

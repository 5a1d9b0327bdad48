import { type Cell, type CellRow, dayOfSerial, type MergedBlock, readAddress } from './cells.ts'
import { limits } from './limits.ts'
import { WorkbookRefused, workbookRefusals } from './refusals.ts'
import { tidy } from './shared-parts.ts'
import { readXml } from './xml-events.ts'

/** What the cells of every sheet refer to, and how much may still be read. */
export interface WorkbookShared {
  readonly texts: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly from1904: boolean
  readonly left: { rows: number; cells: number }
}

interface OpenCell {
  row: number
  column: number
  type: string
  style: number
  formula: boolean
  value: string | null
  inline: string
}

/** The filled rows and merged blocks of one sheet. A formula counts by its stored value. Throws WorkbookRefused. */
export function readSheetPart(
  bytes: Uint8Array,
  shared: WorkbookShared,
): { rows: CellRow[]; merged: MergedBlock[] } {
  const rows: CellRow[] = []
  const merged: MergedBlock[] = []
  let row = 0
  let hidden = false
  let cells = new Map<number, Cell>()
  let column = 0
  let cell: OpenCell | null = null
  let inside: 'v' | 't' | null = null
  let inReading = false

  readXml(bytes, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.get('r')) || row + 1
        hidden = isTrue(attributes.get('hidden'))
        cells = new Map()
        column = 0
      } else if (name === 'c') {
        const address = readAddress(attributes.get('r') ?? '')
        column = address?.column ?? column + 1
        const style = Number(attributes.get('s') ?? 0)
        cell = {
          row,
          column,
          type: attributes.get('t') ?? 'n',
          style,
          formula: false,
          value: null,
          inline: '',
        }
      } else if (cell && name === 'f') cell.formula = true
      else if (cell && name === 'rPh') inReading = true
      else if (cell && (name === 'v' || name === 't')) {
        inside = name
        if (name === 'v') cell.value = ''
      } else if (name === 'mergeCell') addMerged(merged, attributes.get('ref') ?? '')
    },
    text(text) {
      if (!cell || inReading) return
      if (inside === 'v') cell.value += text
      if (inside === 't') cell.inline += text
    },
    close(name) {
      if (name === 'v' || name === 't') inside = null
      else if (name === 'rPh') inReading = false
      else if (name === 'c' && cell) {
        const filled = cell.column <= limits.columns ? readCell(cell, shared) : null
        if (filled) {
          if (--shared.left.cells < 0) throw new WorkbookRefused(workbookRefusals.tooLarge)
          cells.set(cell.column, filled)
        }
        cell = null
      } else if (name === 'row' && cells.size > 0) {
        if (--shared.left.rows < 0) throw new WorkbookRefused(workbookRefusals.tooLarge)
        rows.push({ row, hidden, cells })
      }
    },
  })
  return { rows: rows.toSorted((one, other) => one.row - other.row), merged }
}

function readCell(cell: OpenCell, shared: WorkbookShared): Cell | null {
  if (cell.type === 'inlineStr') return textCell(tidy(cell.inline))
  if (cell.value === null || (cell.value === '' && cell.type !== 'str')) {
    return cell.formula ? { kind: 'broken', why: 'formula_without_value' } : null
  }
  if (cell.type === 's') return textCell(shared.texts[Number(cell.value)] ?? '')
  if (cell.type === 'str') return textCell(tidy(cell.value))
  if (cell.type === 'b') return { kind: 'truth', truth: cell.value.trim() === '1' }
  if (cell.type === 'e') return { kind: 'broken', why: 'error' }
  if (cell.type === 'd') return textCell(tidy(cell.value))
  const number = Number(cell.value)
  if (!Number.isFinite(number)) return { kind: 'broken', why: 'error' }
  const day = shared.dateStyles[cell.style] ? dayOfSerial(number, shared.from1904) : null
  return day ? { kind: 'date', date: day } : { kind: 'number', number }
}

function textCell(text: string): Cell | null {
  return text.trim() === '' ? null : { kind: 'text', text }
}

function addMerged(merged: MergedBlock[], ref: string): void {
  const [first, last] = ref.split(':').map(readAddress)
  if (!first || !last || merged.length >= limits.rows) return
  merged.push({ top: first.row, left: first.column, bottom: last.row, right: last.column })
}

function isTrue(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true'
}

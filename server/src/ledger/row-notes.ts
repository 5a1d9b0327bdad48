import type { LedgerProblem } from '@ke-vai/contract/ledger/ledger.ts'
import { type ProblemCode, problemAt, problemWords } from './problem-words.ts'
import type { Reading } from './readings/reading.ts'
import type { TableRow } from './table.ts'

/** Collects what is to be said of one row while its cells are read. */
export interface RowNotes {
  /** The value of a reading; its remarks are noted at the field's cell. */
  read<Value>(field: string, reading: Reading<Value>): Value | null
  say(field: string, code: ProblemCode): void
  /** What was said so far, each with the field at which it was said. */
  readonly said: readonly { readonly field: string; readonly code: ProblemCode }[]
  /** True once something was said for which the row is left out. */
  isRefused(): boolean
}

/**
 * Begins a row. A broken cell in one of the `vital` fields refuses the row; elsewhere it counts as blank, with a
 * notice.
 */
export function noteRow(row: TableRow, vital: readonly string[], problems: LedgerProblem[]): RowNotes {
  let refused = false
  const said: { field: string; code: ProblemCode }[] = []
  const say = (field: string, code: ProblemCode) => {
    problems.push(problemAt(row.place(field), code))
    said.push({ field, code })
    if (problemWords[code][0] === 'refused') refused = true
  }
  for (const field of row.broken) say(field, vital.includes(field) ? 'value_broken' : 'value_broken_skipped')
  return {
    read(field, reading) {
      // A broken cell was already spoken of: that it also looks blank helps nobody.
      if (!row.broken.includes(field)) for (const code of new Set(reading.remarks)) say(field, code)
      return reading.value
    },
    say,
    said,
    isRefused: () => refused,
  }
}

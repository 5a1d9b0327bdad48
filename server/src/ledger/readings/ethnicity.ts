import { foldText } from '@ke-vai/contract/text/text.ts'
import type { Cell } from '../workbook/cells.ts'
import { cellText } from './cell-text.ts'
import { ethnicGroups } from './ethnic-groups.ts'
import { type Reading, reads } from './reading.ts'

const bySpelling = new Map<string, string>()
// The first spellings are entered first: 'Thổ' is the Thổ, whatever else was once called so.
for (const [name] of ethnicGroups) bySpelling.set(joined(name), name)
for (const [name, ...others] of ethnicGroups) {
  for (const other of others) if (!bySpelling.has(joined(other))) bySpelling.set(joined(other), name)
}

/** "H'Mông", 'Hmông' and 'mong' are all 'Mông'. A name outside the list of 54 is kept as written. */
export function readEthnicity(cell: Cell | null): Reading<string> {
  const text = cellText(cell)
  const folded = foldText(text)
  if (folded === '') return reads<string>(null)
  const known =
    bySpelling.get(joined(text)) ?? bySpelling.get(joined(folded.replace(/^(dan toc|dt|nguoi) /, '')))
  return known ? reads(known) : reads(text, 'ethnicity_unknown')
}

function joined(text: string): string {
  return foldText(text).replaceAll(' ', '')
}

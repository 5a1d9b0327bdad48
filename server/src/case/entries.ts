import type { EntryFact } from '@ke-vai/contract/case/entry.ts'
import type { Tx } from '../platform/database.ts'

/** The coded entries of a case as its rules read them, in order. Only what the actor may read (rows' own policies). */
export async function selectEntries(
  tx: Tx,
  province: string,
  caseId: string,
  kinds?: readonly string[],
): Promise<EntryFact[]> {
  return tx<EntryFact[]>`
    select id, seq, kind, body, on_day as "onDay", supersedes from case_entry
    where province = ${province} and case_id = ${caseId}
      ${kinds ? tx`and kind = any (${[...kinds]})` : tx``}
    order by seq`
}

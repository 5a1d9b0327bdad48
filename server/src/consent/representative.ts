import { foldChild, representativeNamed } from '@ke-vai/contract/case/child.ts'
import type { Suspicion } from '@ke-vai/contract/consent/codes.ts'
import { selectEntries } from '../case/entries.ts'
import type { Tx } from '../platform/database.ts'

/** Who represents the child, as her case says, and whether under suspicion; unknown while the case names nobody. */
export async function selectSuspicion(tx: Tx, province: string, caseId: string): Promise<Suspicion> {
  const { representative } = foldChild(await selectEntries(tx, province, caseId, [representativeNamed.kind]))
  if (representative === null) return 'unknown'
  return representative.suspected ? 'yes' : 'no'
}

import { randomUUID } from 'node:crypto'
import type { CasePart } from '@ke-vai/contract/case/codes.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'

/** Puts an account on the team; a manager is named on the case as well. The rows' own policies look who may. */
export async function joinTeam(
  tx: Tx,
  actor: Actor,
  province: string,
  caseId: string,
  accountId: string,
  part: CasePart,
): Promise<void> {
  await tx`
    insert into case_member (province, id, case_id, account_id, part, added_by)
    values (${province}, ${randomUUID()}, ${caseId}, ${accountId}, ${part}, ${actor.id})`
  if (part === 'manager')
    await tx`update case_file set manager_id = ${accountId} where province = ${province} and id = ${caseId}`
}

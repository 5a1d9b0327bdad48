import { createHash } from 'node:crypto'
import type { TouchedCode } from '@ke-vai/contract/approval/counts.ts'
import { useWithinMinutes } from '@ke-vai/contract/approval/rules.ts'
import type { Actor, Target } from './actor.ts'
import type { Tx } from './database.ts'
import { Refused } from './refused.ts'

/** What a request would touch: the ids of every row, and counts for whoever decides. Never a name. */
export interface ResultSet {
  ids: readonly string[]
  counts: Readonly<Partial<Record<TouchedCode, number>>>
}

/** The same request gives the same bytes, whatever the order in which its arguments were written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`
}

const sha256 = (text: string) => createHash('sha256').update(text).digest()

/** What an approval is bound to: the command with its exact arguments, and the set of rows that it would touch. */
export function hashRequest(name: string, args: unknown): Buffer {
  return sha256(canonical({ name, args }))
}
export function hashResult({ ids, counts }: ResultSet): Buffer {
  return sha256(canonical({ ids: [...ids].sort(), counts }))
}

/** An agreed request of hers, taken for the one use that it allows. */
export interface TakenApproval {
  id: string
  approvedBy: string
}

/**
 * Takes the approval for this very request, once, in the transaction of the effect: when that is undone, so is this.
 * Refuses with `second_person_needed` without one and `approval_stale` for any other request, result, person or time.
 */
export async function takeApproval(
  tx: Tx,
  actor: Actor,
  approvalId: string | undefined,
  wanted: { name: string; args: unknown; target: Target; result: ResultSet },
): Promise<TakenApproval> {
  if (approvalId === undefined) throw new Refused('secondPersonNeeded')
  const [taken] = await tx<{ decided_by: string; request: unknown }[]>`
    update approval set used_at = now()
    where id = ${approvalId} and requested_by = ${actor.id} and decision = 'approved' and decided_by <> ${actor.id}
      and used_at is null and withdrawn_at is null and command = ${wanted.name}
      and decided_at > now() - ${useWithinMinutes} * interval '1 minute'
      and request_hash = ${hashRequest(wanted.name, wanted.args)} and result_hash = ${hashResult(wanted.result)}
    returning decided_by, request`
  // What the second person was shown stands in `request`; the hash beside it must be of nothing else.
  if (!taken || !hashRequest(wanted.name, taken.request).equals(hashRequest(wanted.name, wanted.args)))
    throw new Refused('approvalStale')
  return { id: approvalId, approvedBy: taken.decided_by }
}

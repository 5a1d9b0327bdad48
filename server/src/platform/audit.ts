import type { Actor, Target } from './actor.ts'
import type { Tx } from './database.ts'

/** What an audit line says beyond who, when and which action: ids and field groups, never values. */
export interface AuditLine {
  subjectKind: string
  subjectId: string | null
  fields?: readonly string[]
  reason?: string
}

interface Circumstance {
  actor: Actor
  province: string
  action: string
  target: Target
  commandId: string | null
}

/** The chain of what belongs to no organisation: sign-ins, a person's own account. */
export const houseChain = '00000000-0000-0000-0000-000000000000'

/** Adds one line, in the transaction of what it tells of, to the chain of the organisation whose matter it is. */
export async function writeAudit(tx: Tx, circumstance: Circumstance, line: AuditLine): Promise<void> {
  const { actor, province, action, target, commandId } = circumstance
  await tx`
    select policy.append_audit(${actor.organisationId ?? houseChain}, ${province}, ${action}, ${target.clubId ?? null},
      ${line.subjectKind}, ${line.subjectId}, ${[...(line.fields ?? [])]}, ${line.reason ?? null}, ${commandId})`
}

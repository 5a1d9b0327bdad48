import { randomUUID } from 'node:crypto'
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

/** Adds one line in the transaction of what it tells of. */
export async function writeAudit(tx: Tx, circumstance: Circumstance, line: AuditLine): Promise<void> {
  const { actor, province, action, target, commandId } = circumstance
  await tx`
    insert into audit_event (province, id, account_id, action, club_id, subject_kind, subject_id, fields, reason, command_id)
    values (${province}, ${randomUUID()}, ${actor.id}, ${action}, ${target.clubId ?? null}, ${line.subjectKind},
      ${line.subjectId}, ${[...(line.fields ?? [])]}, ${line.reason ?? null}, ${commandId})`
}

import { randomUUID } from 'node:crypto'
import type { Tx } from '../platform/database.ts'

export interface NewDeadline {
  caseId: string
  organisationId: string
  /** Its words stand in contract/case/deadline.ts. */
  kind: string
  /** What it is about, when a case may have several of this kind: a referral, a request. */
  aboutId?: string | null
  startedAt: Date
  /** Null: the law in hand gives no number; the clock is shown without an end. */
  dueAt: Date | null
  /** The key of the dated parameter that gave the number. */
  parameter: string | null
  /** Met as it began: what was owed was done by the same press. */
  metAt?: Date | null
}

/** Starts a clock of a case. */
export async function startDeadline(tx: Tx, province: string, deadline: NewDeadline): Promise<string> {
  const id = randomUUID()
  const { caseId, organisationId, kind, aboutId, startedAt, dueAt, parameter, metAt } = deadline
  await tx`
    insert into case_deadline (province, id, case_id, organisation_id, kind, about_id, started_at, due_at, parameter, met_at)
    values (${province}, ${id}, ${caseId}, ${organisationId}, ${kind}, ${aboutId ?? null}, ${startedAt}, ${dueAt}, ${parameter},
      ${metAt ?? null})`
  return id
}

/** Ends the open clocks of this kind: met by what was done, or dropped because it is no longer owed. */
export async function endDeadlines(
  tx: Tx,
  province: string,
  of: { caseId: string; kind: string; aboutId?: string },
  how: 'met' | 'dropped',
): Promise<void> {
  await tx`
    update case_deadline set ${how === 'met' ? tx`met_at = now()` : tx`dropped_at = now()`}
    where province = ${province} and case_id = ${of.caseId} and kind = ${of.kind}
      ${of.aboutId ? tx`and about_id = ${of.aboutId}` : tx``} and met_at is null and dropped_at is null`
}

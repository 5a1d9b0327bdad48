import type { Decision } from '@ke-vai/contract/verification/identification.ts'
import { isOpen } from '@ke-vai/contract/verification/request.ts'
import type {
  DeclineReason,
  RequestAnswer,
  RequestPurpose,
  RequestState,
  SharedField,
} from '@ke-vai/contract/verification/request-codes.ts'
import type { Tx } from '../platform/database.ts'
import type { Bound } from '../platform/vault.ts'

/** What the two sealed parts of a request are bound to. By the field the vault knows who may open it. */
export const requestBound = (requestId: string, field: 'shared' | 'answer'): Bound => ({
  table: 'verification_request',
  row: requestId,
  field,
  version: 1,
})

export interface RequestRow {
  id: string
  purpose: RequestPurpose
  fields: SharedField[]
  state: RequestState
  sentAt: Date
  dueAt: Date | null
  expiresAt: Date
  /** The consent on which it was sent is in force; or it needed none. */
  consented: boolean
  endedAt: Date | null
  openings: number
  openingsAllowed: number
  answer: RequestAnswer | null
  declineReason: DeclineReason | null
  outcome: Decision['outcome'] | null
  paperKind: Decision['paperKind'] | null
  issuer: Decision['issuer'] | null
  decidedOn: string | null
}

/** The columns of a request that are codes and days. */
export const requestColumns = (tx: Tx) => tx`
  request.id, request.purpose, request.fields, request.state, request.sent_at as "sentAt", request.due_at as "dueAt",
  request.expires_at as "expiresAt", policy.request_stands(request.fields, request.consent_id) as consented, request.ended_at as "endedAt", request.openings,
  request.openings_allowed as "openingsAllowed", request.answer, request.decline_reason as "declineReason",
  request.outcome, request.paper_kind as "paperKind", request.issuer, request.decided_on as "decidedOn"`

/** The decision by which a body answered; null where it answered otherwise. */
export function decisionOf({ outcome, paperKind, issuer, decidedOn }: RequestRow): Decision | null {
  if (outcome === null || paperKind === null || issuer === null || decidedOn === null) return null
  return { outcome, paperKind, issuer, decidedOn }
}

/** A request as both its sides see it. */
export function requestFacts(row: RequestRow, now: Date) {
  const { id, purpose, fields, state, sentAt, dueAt, expiresAt, consented, endedAt, answer, declineReason } =
    row
  const open = isOpen({ state, expiresAt: expiresAt.toISOString(), consented }, now)
  const waiting = state === 'sent' || state === 'opened'
  return {
    id,
    purpose,
    fields,
    state,
    expired: waiting && expiresAt <= now,
    consentEnded: waiting && !consented,
    sentAt: sentAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    overdue: open && dueAt !== null && dueAt < now,
    expiresAt: expiresAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    answer,
    declineReason,
    decision: decisionOf(row),
  }
}

import { type ApprovalState, approvalState, useWithinMinutes } from '@ke-vai/contract/approval/rules.ts'
import type { Tx } from '../platform/database.ts'

/** When what happened to a wish. */
export interface Dated {
  decision: 'approved' | 'declined' | null
  decidedAt: Date | null
  usedAt: Date | null
  withdrawnAt: Date | null
  expiresAt: Date
}

export const wishColumns = (tx: Tx) => tx`
  decision, decided_at as "decidedAt", used_at as "usedAt", withdrawn_at as "withdrawnAt", expires_at as "expiresAt"`

/** Until when the yes may be used; null without one. */
export function useBeforeOf({ decision, decidedAt }: Dated): Date | null {
  if (decision !== 'approved' || decidedAt === null) return null
  return new Date(decidedAt.getTime() + useWithinMinutes * 60_000)
}

export function stateOf(wish: Dated, now: Date): ApprovalState {
  return approvalState({ ...wish, useBefore: useBeforeOf(wish) }, now)
}

import { randomUUID } from 'node:crypto'
import type { ReferralState } from '@ke-vai/contract/referral/codes.ts'
import { referralMoved } from '@ke-vai/contract/referral/referral.ts'
import {
  foldReferral,
  type ReferralSide,
  type ReferralStep,
  referralMoveRule,
  standingOf,
} from '@ke-vai/contract/referral/state.ts'
import { writeEntry } from '../case/write-entry.ts'
import type { CommandContext } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import type { ReferralRow } from './find-referral.ts'

interface Move {
  to: ReferralState
  side: ReferralSide
  /** A consent that covers it is in force, or two people agreed in an emergency. */
  sharing: boolean
  heard?: boolean
  reason?: string | null
}

/**
 * Moves a referral: the rule, the step that stays, the state and the simple outcome beside it by which reports count. On
 * the team's side the case's timeline gets its line; the receiver writes nothing into the case.
 */
export async function moveReferral(context: CommandContext, row: ReferralRow, move: Move): Promise<void> {
  const { tx, actor } = context
  const { to, side, reason } = move
  const refusal = referralMoveRule(standingOf(row.state, row.answerDueAt, new Date()), move)
  if (refusal) throw new Refused(refusal)
  // The step is written first: a receiver who declines no longer finds the referral once it is declined.
  await tx`
    insert into referral_step (province, id, referral_id, seq, to_state, side, reason, by_account)
    values (${row.province}, ${randomUUID()}, ${row.id},
      (select count(*) + 1 from referral_step where province = ${row.province} and referral_id = ${row.id}), ${to}, ${side}, ${reason ?? null}, ${actor.id})`
  const steps = await tx<ReferralStep[]>`
    select to_state as to from referral_step where province = ${row.province} and referral_id = ${row.id} order by seq`
  const { outcome } = foldReferral(steps)
  if (side === 'from' && row.caseId !== null) {
    const body = { referralId: row.id, to }
    await writeEntry(context, referralMoved, { caseId: row.caseId, body })
  }
  await tx`
    update referral set state = ${to}, outcome = ${outcome}, outcome_on = policy.today(),
      reason = coalesce(${reason ?? null}, reason)
      ${to === 'completed' || to === 'failed' ? tx`, result = ${to}` : tx``}
    where province = ${row.province} and id = ${row.id}`
}

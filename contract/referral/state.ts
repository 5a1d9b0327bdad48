import { type Refusal, refuse } from '../refusal.ts'
import type { ReferralOutcome } from '../register/codes.ts'
import { outcomeOfState, type ReferralStanding, type ReferralState, referralStandings } from './codes.ts'

/** Who moves it: the team that asks for help, or the receiver. */
export type ReferralSide = 'from' | 'to'

/** What may follow what (domain model, SM-REFERRAL). Before it is completed it may always be taken back. */
export const referralFollows: Readonly<Record<ReferralStanding, readonly ReferralState[]>> = {
  draft: ['awaiting_consent', 'sent', 'withdrawn'],
  awaiting_consent: ['sent', 'withdrawn'],
  sent: ['accepted', 'declined', 'withdrawn'],
  overdue: ['accepted', 'declined', 'withdrawn'],
  accepted: ['in_progress', 'withdrawn'],
  declined: ['closed'],
  in_progress: ['completed', 'failed', 'withdrawn'],
  completed: ['feedback_given'],
  failed: ['feedback_given'],
  feedback_given: ['closed'],
  closed: [],
  withdrawn: [],
}

const receivers: readonly ReferralState[] = [
  'accepted',
  'declined',
  'in_progress',
  'completed',
  'failed',
  'feedback_given',
]

/** The state, or that its answer is late. */
export function standingOf(state: ReferralState, answerDueAt: Date | null, now: Date): ReferralStanding {
  return state === 'sent' && answerDueAt !== null && answerDueAt < now ? 'overdue' : state
}

/** May it move there? `sharing`: a consent that covers it is in force, or two people agreed in an emergency. */
export interface ReferralMove {
  to: ReferralState
  side: ReferralSide
  sharing: boolean
  /** The receiver is not on this system, or may no longer look: the team records what it heard. */
  heard?: boolean
}

/** May this follow? Null means yes. Only the receiver answers; only the team sends, closes and takes back. */
export function referralMoveRule(
  from: ReferralStanding,
  { to, side, sharing, heard }: ReferralMove,
): Refusal | null {
  const byReceiver = receivers.includes(to)
  const mine = byReceiver ? side === 'to' || heard === true : side === 'from'
  if (!referralFollows[from].includes(to) || !mine)
    return refuse(
      'referral_does_not_follow',
      {
        vi: `Lần chuyển gửi này đang ở bước «${referralStandings[from].vi}», chưa chuyển sang «${referralStandings[to].vi}» được.`,
        en: `This referral is at “${referralStandings[from].en}”; it cannot go to “${referralStandings[to].en}” from there.`,
      },
      'to',
    )
  if ((to === 'sent' || (byReceiver && side === 'to')) && !sharing)
    return refuse('consent_needed', {
      vi: 'Cần sự đồng ý của người được hỗ trợ cho đúng nơi nhận và đúng những mục này. Mở phiếu đồng ý cùng chị ấy trước.',
      en: 'Her consent to exactly this receiver and these fields is needed. Open the consent sheet with her first.',
    })
  return null
}

/** One move as it was written. */
export interface ReferralStep {
  to: ReferralState
}

/** Where a referral stands, from its steps alone. */
export function foldReferral(steps: readonly ReferralStep[]): {
  state: ReferralState
  outcome: ReferralOutcome
  /** The receiver sees it. */
  live: boolean
} {
  const state = steps.at(-1)?.to ?? 'draft'
  const failed = steps.some(({ to }) => to === 'failed')
  const declined = steps.some(({ to }) => to === 'declined')
  const plain = outcomeOfState[state]
  return {
    state,
    outcome: plain === 'completed' && (failed || declined) ? 'declined' : plain,
    live: liveStates.includes(state),
  }
}

/** While it stands here the receiver sees what was shared. */
export const liveStates: readonly ReferralState[] = ['sent', 'accepted', 'in_progress', 'completed', 'failed']

/** A case does not close over these. */
export const openStates: readonly ReferralState[] = [
  'awaiting_consent',
  'sent',
  'accepted',
  'in_progress',
  'completed',
  'failed',
]

import { type Refusal, refuse } from '../refusal.ts'

/** How long a wish waits for its answer, in hours. */
export const waitsHours = 24
/** How long a yes may be used, in minutes. */
export const useWithinMinutes = 60

export type ApprovalState = 'waiting' | 'approved' | 'declined' | 'used' | 'withdrawn' | 'expired'

export const approvalRefusals = {
  ownWish: refuse('approval_of_own_wish', {
    vi: 'Người đề nghị không tự đồng ý được. Xin chờ một người khác.',
    en: 'Nobody agrees to her own wish. Please wait for somebody else.',
  }),
  tooNear: refuse('approval_too_near', {
    vi: 'Chị và người đề nghị vừa mời hoặc phân quyền cho nhau trong 7 ngày qua. Xin để một người khác xem.',
    en: 'One of you two brought in the other within the last 7 days. Please let somebody else decide.',
  }),
  over: refuse('approval_over', {
    vi: 'Đề nghị này không còn chờ nữa: đã có trả lời, đã rút, hoặc đã hết hạn.',
    en: 'This wish waits no longer: it was answered, withdrawn, or it ran out.',
  }),
} as const

interface Deciding {
  state: ApprovalState
  /** It is her own wish. */
  own: boolean
  /** It was asked on the very sign-in that now answers. */
  sameSignIn: boolean
  /** One of the two brought in the other a few days ago. */
  near: boolean
}

/** May this wish be answered by her? Null when it may. */
export function decideRule({ state, own, sameSignIn, near }: Deciding): Refusal | null {
  if (own || sameSignIn) return approvalRefusals.ownWish
  if (state !== 'waiting') return approvalRefusals.over
  return near ? approvalRefusals.tooNear : null
}

interface Dated {
  decision: 'approved' | 'declined' | null
  usedAt: Date | null
  withdrawnAt: Date | null
  expiresAt: Date
  /** Until when a yes may be used; null without one. */
  useBefore: Date | null
}

/** What has become of a wish by now. */
export function approvalState(wish: Dated, now: Date): ApprovalState {
  if (wish.usedAt) return 'used'
  if (wish.withdrawnAt) return 'withdrawn'
  if (wish.decision === 'declined') return 'declined'
  if (wish.decision === 'approved')
    return wish.useBefore !== null && wish.useBefore > now ? 'approved' : 'expired'
  return wish.expiresAt > now ? 'waiting' : 'expired'
}

import { type EntryFact, standing } from '../case/entry.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Conclusion, type VerificationState, verificationStates, type Willingness } from './codes.ts'
import { verificationBodiesSet, verificationMoved, verificationStarted, willingnessSet } from './entries.ts'

/** What may follow what (SM-VERIF). After closing a new verification may begin. */
const mayFollow: Record<VerificationState, readonly VerificationState[]> = {
  received: ['health_notified'],
  health_notified: ['initial'],
  initial: ['verifying'],
  verifying: ['concluded'],
  concluded: ['closed'],
  closed: [],
}

/** Where a verification stands. `initialConclusion` is that of the first days, `conclusion` that at its end. */
export interface VerificationNow {
  id: string
  state: VerificationState
  startedAt: string
  notifiedAt: string | null
  leadOrganisationId: string
  jointOrganisationIds: readonly string[]
  initialConclusion: Conclusion | null
  conclusion: Conclusion | null
}

/** The last verification of a case, from its entries alone; null when none was begun. It says nothing of a legal status. */
export function foldVerification(entries: readonly EntryFact[]): VerificationNow | null {
  const begun = standing(entries, verificationStarted).at(-1)
  if (!begun) return null
  const now: VerificationNow = {
    id: begun.body.verificationId,
    state: 'received',
    startedAt: begun.body.at,
    notifiedAt: null,
    leadOrganisationId: begun.body.leadOrganisationId,
    jointOrganisationIds: begun.body.jointOrganisationIds,
    initialConclusion: null,
    conclusion: null,
  }
  const bodies = standing(entries, verificationBodiesSet)
    .filter((each) => each.seq > begun.seq)
    .at(-1)?.body
  for (const { seq, body } of standing(entries, verificationMoved)) {
    if (seq < begun.seq) continue
    now.state = body.to
    if (body.to === 'health_notified') now.notifiedAt = body.at
    if (body.to === 'verifying') now.initialConclusion = body.conclusion
    if (body.to === 'concluded') now.conclusion = body.conclusion
  }
  return { ...now, ...bodies }
}

/** Her last word about talking with the police. */
export function foldWillingness(entries: readonly EntryFact[]): Willingness {
  return standing(entries, willingnessSet).at(-1)?.body.police ?? 'not_asked'
}

/** May a verification begin now? One at a time. Null means yes. */
export function verificationStartRule(now: VerificationNow | null): Refusal | null {
  if (now === null || now.state === 'closed') return null
  return refuse('verification_under_way', {
    vi: 'Hồ sơ này đang được xác minh rồi.',
    en: 'This case is being verified already.',
  })
}

/** The step that follows this one; null at the end. */
export const nextStep = (state: VerificationState): VerificationState | null => mayFollow[state][0] ?? null

/** Does this step come with a conclusion? */
export const concludes = (to: VerificationState): boolean => to === 'verifying' || to === 'concluded'

/** May the verification take this step? Null means yes. */
export function verificationMoveRule(
  now: Pick<VerificationNow, 'state'> | null,
  to: VerificationState,
  conclusion: Conclusion | null,
): Refusal | null {
  if (now === null)
    return refuse('verification_not_begun', {
      vi: 'Chưa bắt đầu xác minh.',
      en: 'No verification was begun.',
    })
  if (!mayFollow[now.state].includes(to))
    return refuse(
      'verification_step_does_not_follow',
      {
        vi: `Việc xác minh đang ở bước «${verificationStates[now.state].vi}», chưa chuyển thẳng sang «${verificationStates[to].vi}» được.`,
        en: `The verification is at “${verificationStates[now.state].en}”; it cannot go to “${verificationStates[to].en}” from there.`,
      },
      'to',
    )
  if (concludes(to) !== (conclusion !== null))
    return refuse(
      'conclusion_needed',
      {
        vi: 'Xin chọn kết luận ở bước xác minh ban đầu và bước kết luận; các bước khác chưa có kết luận.',
        en: 'The initial verification and the last step come with a conclusion, the others without.',
      },
      'conclusion',
    )
  return null
}

/** May something have been done at this instant? Not in the future, and not before what it follows. */
export function instantRule(at: string, notBefore: string | null, now: Date): Refusal | null {
  // A device's clock may be some minutes ahead.
  const ahead = 5 * 60_000
  const time = new Date(at).getTime()
  if (time <= now.getTime() + ahead && (notBefore === null || time >= new Date(notBefore).getTime()))
    return null
  return refuse(
    'instant_does_not_follow',
    {
      vi: 'Thời điểm này chưa đúng: không ở tương lai, và không trước bước liền trước.',
      en: 'This moment is in the future, or before the step that it follows.',
    },
    'at',
  )
}

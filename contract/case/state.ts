import { z } from 'zod'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import { type CaseState, caseStages, caseStates, type LegalStatus, legalStatuses } from './codes.ts'
import { defineEntry, type EntryFact, standing } from './entry.ts'

/** Written whenever the state moves; what the state is, is the last of these. */
export const caseMoved = defineEntry({
  kind: 'case.moved',
  tier: 'team',
  body: z.object({ to: codeOf(caseStates) }),
  sealed: z.object({ reason: z.string().max(2000) }),
  words: { vi: 'Chuyển bước', en: 'Moved on' },
})

export const stageMoved = defineEntry({
  kind: 'case.stage_moved',
  tier: 'team',
  body: z.object({ to: codeOf(caseStages) }),
  sealed: null,
  words: { vi: 'Chuyển giai đoạn', en: 'Stage changed' },
})

/** The legal status moves only by what the verification wrote; a decision carries its id. */
export const legalMoved = defineEntry({
  kind: 'case.legal_moved',
  tier: 'team',
  body: z.object({
    to: codeOf(legalStatuses),
    decisionId: z.uuid().nullable(),
    decidedOn: z.string().nullable(),
  }),
  sealed: null,
  words: { vi: 'Tình trạng pháp lý', en: 'Legal status' },
})

/** What may follow what (domain model, SM-CASE). From the two side states she goes back to where she was. */
const mayFollow: Record<CaseState, readonly CaseState[]> = {
  reception: ['assessment', 'paused', 'transfer_offered'],
  assessment: ['planning', 'paused', 'transfer_offered'],
  planning: ['supporting', 'assessment', 'paused', 'transfer_offered'],
  supporting: ['following', 'planning', 'paused', 'transfer_offered'],
  following: ['closing', 'supporting', 'paused', 'transfer_offered'],
  closing: ['closed', 'following'],
  closed: ['assessment'],
  paused: [],
  transfer_offered: ['transferred'],
  transferred: [],
}

const sideStates: readonly CaseState[] = ['paused', 'transfer_offered']

/** Where a case stands. `before`: where it goes back to from a side state. */
export interface CaseNow {
  state: CaseState
  before: CaseState
  legalStatus: LegalStatus
  identifiedOn: string | null
}

/** What a case is, from its entries alone. */
export function foldCase(entries: readonly EntryFact[]): CaseNow {
  let [state, before]: [CaseState, CaseState] = ['reception', 'reception']
  for (const { body } of standing(entries, caseMoved)) {
    if (!sideStates.includes(body.to)) before = body.to
    state = body.to
  }
  const legal = standing(entries, legalMoved).at(-1)?.body
  return {
    state,
    before,
    legalStatus: legal?.to ?? 'no_information',
    identifiedOn: legal?.to === 'victim' ? legal.decidedOn : null,
  }
}

/** The states that may follow this one. */
export function nextStates({ state, before }: Pick<CaseNow, 'state' | 'before'>): readonly CaseState[] {
  return sideStates.includes(state) ? [...mayFollow[state], before] : mayFollow[state]
}

/** May the case move there? Null means yes. What closing asks besides stands in closing.ts of follow-up. */
export function caseMoveRule(now: Pick<CaseNow, 'state' | 'before'>, to: CaseState): Refusal | null {
  if (nextStates(now).includes(to)) return null
  return refuse(
    'case_move_does_not_follow',
    {
      vi: `Hồ sơ đang ở bước «${caseStates[now.state].vi}», chưa chuyển thẳng sang «${caseStates[to].vi}» được.`,
      en: `The case is at “${caseStates[now.state].en}”; it cannot go to “${caseStates[to].en}” from there.`,
    },
    'to',
  )
}

const outcomes: readonly LegalStatus[] = ['victim', 'not_victim', 'not_enough_grounds']

/**
 * May the legal status move there (SM-LEGAL)? The three outcomes, and leaving one of them, need a decision of the
 * competent body. It may have been made before this case was opened, elsewhere: then no verification is run here
 * (decision 0041). Null means yes.
 */
export function legalMoveRule(from: LegalStatus, to: LegalStatus, byDecision: boolean): Refusal | null {
  const steps: Record<LegalStatus, readonly LegalStatus[]> = {
    no_information: ['signs', 'in_identification'],
    signs: ['in_identification'],
    in_identification: [],
    victim: [],
    not_victim: [],
    not_enough_grounds: ['in_identification'],
  }
  if (byDecision && outcomes.includes(to)) return null
  if (!outcomes.includes(to) && steps[from].includes(to)) return null
  return refuse('legal_status_needs_decision', {
    vi: 'Tình trạng pháp lý chỉ thay đổi theo quyết định của cơ quan có thẩm quyền.',
    en: 'Only a decision of the competent body changes the legal status.',
  })
}

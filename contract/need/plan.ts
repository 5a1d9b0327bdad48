import { z } from 'zod'
import { defineEntry, type EntryFact, standing } from '../case/entry.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import {
  type ActionState,
  actionDoers,
  actionStates,
  costSources,
  type HerWord,
  herWords,
  needDomains,
  reviewResults,
} from './codes.ts'

const goal = z.object({ id: z.uuid(), domain: codeOf(needDomains) })
const action = z.object({
  id: z.uuid(),
  goalId: z.uuid().nullable(),
  needId: z.uuid().nullable(),
  who: codeOf(actionDoers),
  byDay: plainDate.nullable(),
  cost: codeOf(costSources),
})
/** The coded part of a plan. What each goal and step says is sealed, by its id. */
export const planBody = z.object({
  goals: z.array(goal).max(20),
  actions: z.array(action).max(60),
  herWord: codeOf(herWords),
})
export type PlanBody = z.infer<typeof planBody>

export const planWritten = defineEntry({
  kind: 'need.plan_written',
  tier: 'team',
  body: planBody,
  sealed: z.object({ said: z.record(z.uuid(), z.string().max(500)) }),
  words: { vi: 'Kế hoạch hỗ trợ', en: 'Support plan' },
})
export const planReviewed = defineEntry({
  kind: 'need.plan_reviewed',
  tier: 'team',
  body: z.object({ planId: z.uuid(), result: codeOf(reviewResults), nextOn: plainDate.nullable() }),
  sealed: z.object({ words: z.string().max(2000) }),
  words: { vi: 'Cùng xem lại kế hoạch', en: 'Plan reviewed' },
})
export const actionMarked = defineEntry({
  kind: 'need.action_marked',
  tier: 'team',
  body: z.object({ actionId: z.uuid(), state: codeOf(actionStates) }),
  sealed: null,
  words: { vi: 'Một việc trong kế hoạch', en: 'A step of the plan' },
})

export interface PlanNow extends PlanBody {
  id: string
  onDay: PlainDate
  /** She said yes to this very plan; a plan before her word is a draft. */
  agreed: boolean
  hasWords: boolean
  states: ReadonlyMap<string, ActionState>
  lastReview: { onDay: PlainDate; result: z.infer<typeof planReviewed.body>['result'] } | null
  nextReviewOn: PlainDate | null
}

const agreeing: readonly HerWord[] = ['signature', 'voice', 'said_yes']
export const isAgreed = (word: HerWord): boolean => agreeing.includes(word)

/** The plan that stands now with how far its steps are; null while there is none. */
export function foldPlan(entries: readonly (EntryFact & { hasWords?: boolean })[]): PlanNow | null {
  const plan = standing(entries, planWritten).at(-1)
  if (!plan) return null
  const states = new Map(
    standing(entries, actionMarked).map(({ body }) => [body.actionId, body.state] as const),
  )
  const review = standing(entries, planReviewed)
    .filter(({ body }) => body.planId === plan.id)
    .at(-1)
  return {
    ...plan.body,
    id: plan.id,
    onDay: plan.onDay,
    agreed: isAgreed(plan.body.herWord),
    hasWords: entries.find(({ id }) => id === plan.id)?.hasWords ?? false,
    states,
    lastReview: review ? { onDay: review.onDay, result: review.body.result } : null,
    nextReviewOn: review?.body.nextOn ?? null,
  }
}

/** May this plan stand? Null means yes. */
export function planRule(plan: PlanBody, needIds: readonly string[]): Refusal | null {
  const goals = plan.goals.map(({ id }) => id)
  const ids = [...goals, ...plan.actions.map(({ id }) => id)]
  if (new Set(ids).size !== ids.length)
    return refuse('plan_id_twice', { vi: 'Một mục được ghi hai lần.', en: 'Something was written twice.' })
  if (plan.actions.some(({ goalId }) => goalId !== null && !goals.includes(goalId)))
    return refuse(
      'action_without_goal',
      {
        vi: 'Một việc thuộc về mục tiêu không có trong kế hoạch.',
        en: 'A step names a goal that is not there.',
      },
      'actions',
    )
  if (plan.actions.some(({ needId }) => needId !== null && !needIds.includes(needId)))
    return refuse(
      'action_without_need',
      { vi: 'Một việc nhắc tới nhu cầu chưa được ghi.', en: 'A step names a need that is not there.' },
      'actions',
    )
  return null
}

const mayFollow: Readonly<Record<ActionState, readonly ActionState[]>> = {
  planned: ['under_way', 'done', 'dropped'],
  under_way: ['done', 'dropped', 'planned'],
  done: ['under_way'],
  dropped: ['planned', 'under_way'],
}
export const nextActionStates = (now: ActionState): readonly ActionState[] => mayFollow[now]

/** May this step of the plan be marked so? Null means yes. */
export function actionRule(plan: PlanNow | null, actionId: string, to: ActionState): Refusal | null {
  if (!plan?.actions.some(({ id }) => id === actionId))
    return refuse('action_not_there', {
      vi: 'Việc này không có trong kế hoạch hiện nay.',
      en: 'The plan that stands has no such step.',
    })
  if (nextActionStates(plan.states.get(actionId) ?? 'planned').includes(to)) return null
  return refuse(
    'action_does_not_follow',
    { vi: 'Việc này đang ở bước đó rồi.', en: 'This step cannot be marked so now.' },
    'state',
  )
}

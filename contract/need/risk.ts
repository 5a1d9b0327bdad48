import { z } from 'zod'
import type { CaseState } from '../case/codes.ts'
import { defineEntry, type EntryFact, standing } from '../case/entry.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import { type RiskLevel, type RiskSign, riskLevels, riskSigns } from './codes.ts'

// The risk that somebody harms her again, and what is agreed with her against it.

export const riskSet = defineEntry({
  kind: 'need.risk_set',
  tier: 'team',
  body: z.object({ level: codeOf(riskLevels), signs: z.array(codeOf(riskSigns)).max(8) }),
  sealed: z.object({ words: z.string().max(4000) }),
  words: { vi: 'Nguy cơ bị mua bán trở lại', en: 'Risk of being trafficked again' },
})

const part = z.string().max(2000)
/** Her safety plan: all of it lies with the story. */
export const safetyPlan = z.object({
  /** By what she notices danger. */
  signs: part,
  /** Where she can go. */
  places: part,
  /** Whom she can reach, and how. */
  people: part,
  /** What she does first, and what she takes along. */
  steps: part,
})
export const safetyPlanned = defineEntry({
  kind: 'need.safety_planned',
  tier: 'story',
  body: z.object({}),
  sealed: safetyPlan,
  words: { vi: 'Kế hoạch an toàn', en: 'Safety plan' },
})

export interface RiskNow {
  level: RiskLevel | null
  signs: readonly RiskSign[]
  onDay: string | null
  /** The day of the safety plan that stands. */
  plannedOn: string | null
  /** The risk is high and no safety plan was made since it became so. */
  owesPlan: boolean
}

/** How the risk stands, from the entries alone. A plan from before the risk rose does not answer it. */
export function foldRisk(entries: readonly EntryFact[]): RiskNow {
  const risks = standing(entries, riskSet)
  const plan = standing(entries, safetyPlanned).at(-1)
  const now = risks.at(-1)
  const lastOther = risks.findLast(({ body }) => body.level !== 'high')
  const rose = risks.find(({ body, seq }) => body.level === 'high' && seq > (lastOther?.seq ?? 0))
  return {
    level: now?.body.level ?? null,
    signs: now?.body.signs ?? [],
    onDay: now?.onDay ?? null,
    plannedOn: plan?.onDay ?? null,
    owesPlan: rose !== undefined && (plan === undefined || plan.seq < rose.seq),
  }
}

/** Which kinds of entries `foldRisk` reads. */
export const riskKinds: readonly string[] = [riskSet.kind, safetyPlanned.kind]

/** The way of a case, in its order. */
const way: readonly CaseState[] = [
  'reception',
  'assessment',
  'planning',
  'supporting',
  'following',
  'closing',
  'closed',
]

/**
 * May the case move on while the risk stands so? Null means yes. Going back, a pause at her wish and its end, a transfer,
 * and every service stay open: only a step onwards, from the plan of support on, waits for the safety plan.
 */
export function safetyRule(risk: Pick<RiskNow, 'owesPlan'>, from: CaseState, to: CaseState): Refusal | null {
  const [at, next] = [way.indexOf(from), way.indexOf(to)]
  if (!risk.owesPlan || at < 0 || next <= at || next < way.indexOf('supporting')) return null
  return refuse(
    'safety_plan_owed',
    {
      vi: 'Nguy cơ đang cao. Xin cùng người được hỗ trợ lập kế hoạch an toàn trước khi chuyển bước.',
      en: 'The risk is high. Please make a safety plan with her before the case moves on.',
    },
    'to',
  )
}

import { z } from 'zod'
import { defineCommand, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { codeOf } from '../words.ts'
import { assessment } from './assessment.ts'
import {
  actionStates,
  needDomains,
  needPriorities,
  needReasons,
  needStates,
  reviewResults,
  riskLevels,
  riskSigns,
  wishes,
  wishesAbout,
} from './codes.ts'
import { planBody } from './plan.ts'
import { safetyPlan } from './risk.ts'

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }
const about = {
  permission: 'case.write',
  scope: 'organisation',
  result: made,
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
} as const
const words = (max: number) => z.string().trim().max(max).default('')

/** Writes an assessment made with her, and sets the clock of the next one. No domain is owed. */
export const needAssess = defineCommand({
  ...about,
  name: 'need.assess',
  args: z.object({
    ...ofCase,
    entryId: z.uuid(),
    onDay: plainDate,
    ...assessment.shape,
    words: words(4000),
    strengths: words(4000),
    correctsId: z.uuid().nullable().default(null),
  }),
  audit: 'NEED_WRITTEN',
  summary: { vi: 'Ghi đánh giá nhu cầu', en: 'Write an assessment of needs' },
})

/** How likely it is that somebody harms her again. High asks for a safety plan, with a clock. */
export const needSetRisk = defineCommand({
  ...about,
  name: 'need.set_risk',
  args: z.object({
    ...ofCase,
    level: codeOf(riskLevels),
    signs: z.array(codeOf(riskSigns)).max(8).default([]),
    words: words(4000),
  }),
  audit: 'RISK_SET',
  summary: { vi: 'Ghi nguy cơ bị mua bán trở lại', en: 'Set the risk of being trafficked again' },
})

export const needPlanSafety = defineCommand({
  ...about,
  name: 'need.plan_safety',
  args: z.object({ ...ofCase, plan: safetyPlan }),
  audit: 'SAFETY_PLANNED',
  summary: { vi: 'Lập kế hoạch an toàn', en: 'Make the safety plan' },
})

export const needOpen = defineCommand({
  ...about,
  name: 'need.open',
  args: z.object({
    ...ofCase,
    needId: z.uuid(),
    domain: codeOf(needDomains),
    priority: codeOf(needPriorities),
    words: words(2000),
  }),
  audit: 'NEED_WRITTEN',
  summary: { vi: 'Ghi một nhu cầu', en: 'Write down a need' },
})

export const needMove = defineCommand({
  ...about,
  name: 'need.move',
  args: z.object({
    ...ofCase,
    needId: z.uuid(),
    to: codeOf(needStates),
    reason: codeOf(needReasons).nullable().default(null),
    words: words(2000),
  }),
  audit: 'NEED_WRITTEN',
  summary: { vi: 'Chuyển bước một nhu cầu', en: 'Move a need' },
})

/** What she wants or does not want at present. */
export const needWish = defineCommand({
  ...about,
  name: 'need.wish',
  args: z.object({ ...ofCase, about: codeOf(wishesAbout), wish: codeOf(wishes), words: words(2000) }),
  audit: 'WISH_WRITTEN',
  summary: { vi: 'Ghi mong muốn của người được hỗ trợ', en: 'Write what she wishes' },
})

/** Writes the support plan anew, whole; the one before it stays readable. */
export const needWritePlan = defineCommand({
  ...about,
  name: 'need.write_plan',
  args: z.object({
    ...ofCase,
    planId: z.uuid(),
    ...planBody.shape,
    /** What each goal and step says, by its id. */
    said: z.record(z.uuid(), z.string().trim().max(500)).default({}),
  }),
  audit: 'PLAN_WRITTEN',
  summary: { vi: 'Lập kế hoạch hỗ trợ', en: 'Write the support plan' },
})

export const needReviewPlan = defineCommand({
  ...about,
  name: 'need.review_plan',
  args: z.object({
    ...ofCase,
    planId: z.uuid(),
    result: codeOf(reviewResults),
    nextOn: plainDate.nullable().default(null),
    words: words(2000),
  }),
  audit: 'PLAN_WRITTEN',
  summary: { vi: 'Cùng xem lại kế hoạch', en: 'Review the plan' },
})

export const needMarkAction = defineCommand({
  ...about,
  name: 'need.mark_action',
  args: z.object({ ...ofCase, actionId: z.uuid(), state: codeOf(actionStates) }),
  audit: 'PLAN_WRITTEN',
  summary: { vi: 'Đánh dấu một việc trong kế hoạch', en: 'Mark a step of the plan' },
})

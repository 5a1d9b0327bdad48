import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import {
  cadences,
  type TargetIndicator,
  type TargetUnit,
  targetIndicators,
  targetSetters,
  targetUnits,
} from './codes.ts'

export const cadence = codeOf(cadences)
export const targetSetter = codeOf(targetSetters)
export const targetUnit = codeOf(targetUnits)
export const targetIndicator = codeOf(targetIndicators)
const year = z.number().int().min(2000).max(2100)

/** The statute as the system reads it: how often the club and its board meet, and with how many. */
export const statute = z.object({
  issuedBy: z.string().trim().min(1).max(200),
  issuedOn: plainDate,
  cadence,
  boardCadence: cadence,
  quorumPercent: z.number().int().min(1).max(100),
  text: z.string().trim().max(50_000).nullable().default(null),
})

export const statuteIssue = defineCommand({
  name: 'statute.issue',
  permission: 'club.run',
  scope: 'club',
  args: statute.extend({ clubId: z.uuid(), statuteId: z.uuid() }),
  result: z.object({ id: z.uuid(), version: z.number().int() }),
  audit: 'STATUTE_ISSUED',
  offline: false,
  summary: { vi: 'Ban hành quy chế; bản mới thay bản cũ', en: 'Issue a statute; it replaces the one before' },
})

export const planActivity = z.object({
  month: z.number().int().min(1).max(12),
  what: z.string().trim().min(1).max(300),
  quantity: z.number().int().min(1).nullable().default(null),
  lead: z.string().trim().max(120).default(''),
  /** In đồng. */
  budget: z.number().int().min(0).nullable().default(null),
  budgetSource: z.string().trim().max(200).default(''),
})

export const planSet = defineCommand({
  name: 'plan.set',
  permission: 'club.run',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    planId: z.uuid(),
    year,
    objectives: z.array(z.string().trim().min(1).max(500)).min(1).max(20),
    activities: z.array(planActivity).max(200).default([]),
  }),
  result: made,
  audit: 'PLAN_SET',
  offline: false,
  summary: {
    vi: 'Soạn kế hoạch năm; sửa thì cần duyệt lại',
    en: 'Set the year plan; a change needs approval again',
  },
})

export const planApprove = defineCommand({
  name: 'plan.approve',
  permission: 'club.manage',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), year, approvedOn: plainDate }),
  result: done,
  audit: 'PLAN_APPROVED',
  offline: false,
  summary: { vi: 'Duyệt kế hoạch năm', en: 'Approve the year plan' },
})

export const targetSet = defineCommand({
  name: 'target.set',
  permission: 'target.set',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    targetId: z.uuid(),
    year,
    indicator: targetIndicator,
    setBy: targetSetter,
    minimum: z.number().int().min(0).max(1_000_000),
    maximum: z.number().int().min(0).max(1_000_000).nullable(),
    unit: targetUnit,
    source: z.string().trim().min(1).max(300),
  }),
  result: made,
  audit: 'TARGET_SET',
  offline: false,
  summary: {
    vi: 'Đặt chỉ tiêu: khoảng, đơn vị, nguồn',
    en: 'Set a target: range, unit and source',
  },
})

/** May this be a target? Null means yes. */
export function targetRule(target: {
  indicator: TargetIndicator
  unit: TargetUnit
  minimum: number
  maximum: number | null
}): Refusal | null {
  if (targetIndicators[target.indicator].unit !== target.unit)
    return refuse(
      'target_unit_wrong',
      {
        vi: `Chỉ tiêu này tính bằng ${targetUnits[targetIndicators[target.indicator].unit].vi}.`,
        en: `This target is counted in ${targetUnits[targetIndicators[target.indicator].unit].en}.`,
      },
      'unit',
    )
  if (target.maximum !== null && target.maximum < target.minimum)
    return refuse(
      'target_range_wrong',
      { vi: 'Mức cao nhất phải từ mức thấp nhất trở lên.', en: 'The maximum must not be below the minimum.' },
      'maximum',
    )
  if (target.unit === 'percent' && target.minimum > 100)
    return refuse(
      'target_percent_wrong',
      { vi: 'Tỷ lệ không quá 100%.', en: 'A share is at most 100%.' },
      'minimum',
    )
  return null
}

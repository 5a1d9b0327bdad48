import { expect, test } from 'vitest'
import { targetRule } from './year-plan.ts'

const target = { indicator: 'counselling', unit: 'person_time', minimum: 20, maximum: 120 } as const

test('a target is a range in the unit of what it counts', () => {
  expect(targetRule(target)).toBeNull()
  expect(targetRule({ ...target, maximum: null })).toBeNull()
  expect(targetRule({ ...target, unit: 'person' })?.code).toBe('target_unit_wrong')
  expect(targetRule({ ...target, maximum: 19 })?.code).toBe('target_range_wrong')
  expect(targetRule({ indicator: 'referral_rate', unit: 'percent', minimum: 101, maximum: null })?.code).toBe(
    'target_percent_wrong',
  )
})

import { expect, test } from 'vitest'
import { referredRule, statusAfterSending } from './referral.ts'

test('whose record is open is referred; a pause at her wish does not forbid it, and stays', () => {
  expect(referredRule({ status: 'counselling' })).toBeNull()
  expect(referredRule({ status: 'paused' })).toBeNull()
  expect(referredRule({ status: 'ended' })?.code).toBe('person_ended')
  expect(referredRule({ status: 'statistics_only' })?.code).toBe('person_ended')
  expect(statusAfterSending('counselling')).toBe('referred')
  expect(statusAfterSending('paused')).toBe('paused')
})

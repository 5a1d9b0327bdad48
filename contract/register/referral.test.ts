import { expect, test } from 'vitest'
import { type ReferralOutcome, referralOutcomes } from './codes.ts'
import { referralAnswerRule, referralSendRule, statusAfterAnswer, statusAfterSending } from './referral.ts'

const today = '2026-11-21'

test('a referral is sent today or before, to somebody whose record is open; a pause does not forbid it', () => {
  expect(referralSendRule({ sentOn: today }, { status: 'counselling', today })).toBeNull()
  expect(referralSendRule({ sentOn: '2026-11-22' }, { status: 'counselling', today })?.field).toBe('sentOn')
  expect(referralSendRule({ sentOn: '0026-11-20' }, { status: 'counselling', today })?.code).toBe(
    'day_too_old',
  )
  expect(referralSendRule({ sentOn: today }, { status: 'ended', today })?.code).toBe('person_ended')
  expect(referralSendRule({ sentOn: today }, { status: 'paused', today })).toBeNull()
  expect(statusAfterSending('paused')).toBe('paused')
})

test('an answer follows the one before; nothing follows an end, and nothing goes back to «no answer»', () => {
  const rule = (before: ReferralOutcome, outcome: ReferralOutcome) =>
    referralAnswerRule({ outcome, outcomeOn: today }, { outcome: before, sentOn: '2026-11-01', today })?.code
  expect(rule('no_answer', 'accepted')).toBeUndefined()
  expect(rule('accepted', 'completed')).toBeUndefined()
  expect(rule('in_progress', 'accepted')).toBe('answer_does_not_follow')
  const all = Object.keys(referralOutcomes) as ReferralOutcome[]
  for (const end of ['completed', 'declined', 'withdrawn'] as const)
    for (const next of all) expect(rule(end, next)).toBe('answer_does_not_follow')
  for (const before of all) expect(rule(before, 'no_answer')).toBe('answer_does_not_follow')
})

test('an answer is not older than its referral, and not of tomorrow', () => {
  const situation = { outcome: 'no_answer' as const, sentOn: '2026-11-10', today }
  expect(referralAnswerRule({ outcome: 'accepted', outcomeOn: '2026-11-09' }, situation)?.code).toBe(
    'answer_before_sending',
  )
  expect(referralAnswerRule({ outcome: 'accepted', outcomeOn: '2026-11-22' }, situation)?.code).toBe(
    'day_in_future',
  )
})

test('she is accompanied once a service has taken her need up, and only then', () => {
  expect(statusAfterAnswer('referred', 'accepted')).toBe('accompanied')
  expect(statusAfterAnswer('referred', 'declined')).toBe('referred')
  expect(statusAfterAnswer('paused', 'completed')).toBe('paused')
})

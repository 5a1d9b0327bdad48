import { expect, test } from 'vitest'
import { decisionRule } from './identification.ts'
import { answerRule, isOpen, openRule, requestRule } from './request.ts'
import type { RequestState } from './request-codes.ts'

const now = new Date('2026-03-01T00:00:00Z')
const request = (state: RequestState, more: object = {}) => ({
  state,
  expiresAt: '2026-03-31T00:00:00Z',
  consented: true,
  openings: 0,
  openingsAllowed: 2,
  ...more,
})

test('a request opens while it is open, and so many times', () => {
  expect(openRule(request('sent'), now)).toBeNull()
  expect(openRule(request('opened', { openings: 1 }), now)).toBeNull()
  expect(openRule(request('opened', { openings: 2 }), now)?.code).toBe('request_openings_spent')
  for (const state of ['answered', 'declined', 'withdrawn'] as const)
    expect(openRule(request(state), now)?.code).toBe('request_ended')
  expect(openRule(request('sent', { expiresAt: '2026-02-28T00:00:00Z' }), now)?.code).toBe('request_ended')
  expect(openRule(request('sent', { consented: false }), now)?.code).toBe('request_ended')
  expect(isOpen(request('opened'), now)).toBe(true)
})

test('an answer comes after an opening; declining needs none', () => {
  expect(answerRule(request('sent'), 'answered', now)?.code).toBe('request_not_opened')
  expect(answerRule(request('sent'), 'declined', now)).toBeNull()
  expect(answerRule(request('opened'), 'answered', now)).toBeNull()
  expect(answerRule(request('answered'), 'declined', now)?.code).toBe('request_ended')
})

test('her words and who she is go only with her yes, and not while she does not want to', () => {
  const ground = {
    willingness: 'willing',
    consented: true,
    toKind: 'police',
    open: 0,
    openAllowed: 2,
  } as const
  const named = ['question', 'legal_name'] as const
  expect(requestRule(named, ground)).toBeNull()
  expect(requestRule(named, { ...ground, consented: false })?.code).toBe('request_needs_her_yes')
  expect(requestRule(named, { ...ground, willingness: 'not_now' })?.code).toBe('request_needs_her_yes')
  // Her words, without a name, are hers too; the question alone goes without them.
  const clues = ['question', 'origin_clues'] as const
  expect(requestRule(clues, ground)).toBeNull()
  expect(requestRule(clues, { ...ground, consented: false })?.code).toBe('request_needs_her_yes')
  const unnamed = ['question'] as const
  expect(requestRule(unnamed, { ...ground, consented: false, willingness: 'not_now' })).toBeNull()
  expect(requestRule(['origin_clues'], ground)?.code).toBe('request_without_question')
  expect(requestRule(unnamed, { ...ground, toKind: 'women_union' })?.code).toBe('request_to_no_liaison')
  expect(requestRule(unnamed, { ...ground, open: 2 })?.code).toBe('request_quota_spent')
  expect(requestRule(unnamed, { ...ground, open: 2, openAllowed: null })).toBeNull()
})

test('a decision fits its paper, its day and what the deciding body answered', () => {
  const said = {
    outcome: 'victim',
    paperKind: 'police_certificate',
    issuer: 'police',
    decidedOn: '2026-02-01',
  } as const
  const args = { ...said, paperNumber: '12/GXN' }
  const today = '2026-03-01'
  expect(decisionRule('in_identification', args, null, today)).toBeNull()
  expect(decisionRule('in_identification', { ...args, paperNumber: '' }, said, today)).toBeNull()
  // Made elsewhere, before this case was opened: its paper is enough.
  expect(decisionRule('no_information', args, null, today)).toBeNull()
  expect(decisionRule('in_identification', { ...args, paperNumber: '' }, null, today)?.code).toBe(
    'paper_number_needed',
  )
  expect(decisionRule('in_identification', { ...args, decidedOn: '2026-03-02' }, null, today)?.code).toBe(
    'decision_in_future',
  )
  expect(decisionRule('in_identification', { ...args, paperKind: 'refusal' }, null, today)?.code).toBe(
    'paper_does_not_fit',
  )
  expect(
    decisionRule('in_identification', args, { ...said, outcome: 'not_victim', paperKind: 'refusal' }, today)
      ?.code,
  ).toBe('decision_differs_from_answer')
})

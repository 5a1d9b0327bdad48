import { expect, test } from 'vitest'
import { type SharedField, sharedFields } from '../consent/codes.ts'
import { referralOutcomes } from '../register/codes.ts'
import { type ReferralState, referralStates } from './codes.ts'
import { composeShared, sharedWords } from './shared.ts'
import { foldReferral, liveStates, type ReferralStep, referralMoveRule, standingOf } from './state.ts'

function randomFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const states = Object.keys(referralStates) as ReferralState[]
const walks = 100_000
const due = new Date('2026-06-06T00:00:00Z')

test(`${walks} random walks of a referral reach no forbidden state`, () => {
  const random = randomFrom(3)
  const met = new Set<ReferralState>()
  let wrong = 0
  for (let walk = 0; walk < walks; walk++) {
    const steps: ReferralStep[] = []
    let everSent = false
    for (let step = 0; step < 14; step++) {
      const { state: from } = foldReferral(steps)
      const to = states[random(states.length)] ?? 'sent'
      const side = random(2) ? ('from' as const) : ('to' as const)
      const sharing = random(2) === 0
      const now = new Date(due.getTime() + (random(2) ? 1 : -1) * 1000)
      if (referralMoveRule(standingOf(from, due, now), { to, side, sharing })) continue
      // Sent and answered only while sharing is allowed; answered by the receiver, ended by the team.
      if (to === 'sent') everSent = true
      if (to === 'sent' && (!sharing || side !== 'from')) wrong += 1
      if (['accepted', 'declined', 'completed', 'feedback_given'].includes(to) && (side !== 'to' || !sharing))
        wrong += 1
      if (['closed', 'withdrawn'].includes(to) && side !== 'from') wrong += 1
      if (['closed', 'withdrawn'].includes(from)) wrong += 1
      // Nothing is shown to a receiver that was never sent, and what is completed is not taken back.
      if (liveStates.includes(to) && !everSent) wrong += 1
      if (to === 'withdrawn' && steps.some((each) => each.to === 'completed')) wrong += 1
      if (to === 'feedback_given' && from !== 'completed' && from !== 'failed') wrong += 1
      steps.push({ to })
      met.add(to)
      const { outcome } = foldReferral(steps)
      if (!(outcome in referralOutcomes)) wrong += 1
      const ended = steps.some((each) => each.to === 'failed' || each.to === 'declined')
      if (to === 'closed' && (outcome === 'declined') !== ended) wrong += 1
    }
  }
  expect(wrong).toBe(0)
  expect([...met].sort()).toEqual(states.filter((each) => each !== 'draft').sort())
})

test('an answer is late only while it is awaited, and a late answer is still an answer', () => {
  const later = new Date(due.getTime() + 1)
  expect(standingOf('sent', due, later)).toBe('overdue')
  expect(standingOf('accepted', due, later)).toBe('accepted')
  expect(standingOf('sent', null, later)).toBe('sent')
  expect(referralMoveRule('overdue', { to: 'accepted', side: 'to', sharing: true })).toBeNull()
})

const source = {
  identity: {
    calledBy: 'A',
    legalName: 'B',
    birth: null,
    phone: '1',
    address: 'D',
    family: 'E',
    paper: 'F',
  },
  need: 'G',
  reach: 'H',
  coded: {
    language: 'mong',
    needsInterpreter: true,
    ageBand: '18_to_30',
    sex: 'female',
    nationality: 'vietnamese',
  },
}

test(`${walks} random choices of fields: exactly these are shared, each once, and nothing of another`, () => {
  const random = randomFrom(4)
  const all = Object.keys(sharedFields) as SharedField[]
  let wrong = 0
  for (let walk = 0; walk < walks; walk++) {
    const chosen = all.filter(() => random(3) === 0)
    const made = composeShared(chosen, source)
    if (made.map(({ field }) => field).join() !== chosen.join()) wrong += 1
    if (!chosen.includes('legal_name') && made.some(({ value }) => value === 'B')) wrong += 1
  }
  expect(wrong).toBe(0)
})

test('codes are shown in words, and what is not known says so', () => {
  expect(sharedWords({ field: 'language', value: 'mong' }).vi).toBe('Tiếng Mông')
  expect(sharedWords({ field: 'birth', value: '' }).vi).toBe('Chưa có')
  expect(sharedWords({ field: 'called_by', value: 'Chị A' }).vi).toBe('Chị A')
})

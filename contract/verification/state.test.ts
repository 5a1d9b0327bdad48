import { expect, test } from 'vitest'
import type { EntryFact } from '../case/entry.ts'
import { conclusions, type VerificationState, verificationStates } from './codes.ts'
import { identificationDecided, verificationMoved, verificationStarted } from './entries.ts'
import { foldVerification, instantRule, verificationMoveRule, verificationStartRule } from './state.ts'

/** A walk that is the same for the same seed (mulberry32). */
function randomFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const id = (seq: number) => `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`
const entry = (seq: number, kind: string, body: object): EntryFact => ({
  id: id(seq),
  seq,
  kind,
  body,
  onDay: '2026-01-01',
  supersedes: null,
})
const at = '2026-01-01T09:00:00+07:00'
const started = (seq: number) =>
  entry(seq, verificationStarted.kind, {
    verificationId: id(seq + 500),
    by: 'manager',
    route: 'reported',
    at,
    leadOrganisationId: id(900),
    jointOrganisationIds: [],
  })
const moved = (seq: number, to: VerificationState, conclusion: string | null = null) =>
  entry(seq, verificationMoved.kind, { to, at, conclusion })

const states = Object.keys(verificationStates) as VerificationState[]
const walks = 100_000

test(`${walks} random walks of a verification keep its order and never step without its conclusion`, () => {
  const random = randomFrom(14)
  const met = new Set<VerificationState>()
  let wrong = 0
  for (let walk = 0; walk < walks; walk++) {
    let now: VerificationState = 'received'
    for (let step = 0; step < 14; step++) {
      const to = states[random(states.length)] ?? 'closed'
      const conclusion = random(2) === 0 ? 'grounds' : null
      if (verificationMoveRule({ state: now }, to, conclusion)) continue
      // Written apart from the rule: one step at a time, and the two conclusions at their steps alone.
      if (states.indexOf(to) !== states.indexOf(now) + 1) wrong += 1
      if ((to === 'verifying' || to === 'concluded') !== (conclusion !== null)) wrong += 1
      now = to
      met.add(now)
    }
  }
  expect(wrong).toBe(0)
  expect([...met].sort()).toEqual(states.filter((each) => each !== 'received').sort())
})

test('the fold of written entries is where the steps led, and a new verification begins anew', () => {
  const first = [
    started(1),
    moved(2, 'health_notified'),
    moved(3, 'initial'),
    moved(4, 'verifying', 'needs_more'),
    moved(5, 'concluded', 'grounds'),
    moved(6, 'closed'),
  ]
  const reached = first.map((_, i) => foldVerification(first.slice(0, i + 1))?.state)
  expect(reached).toEqual(states)
  expect(foldVerification(first)).toMatchObject({ initialConclusion: 'needs_more', conclusion: 'grounds' })
  expect(verificationStartRule(foldVerification(first.slice(0, 5)))?.code).toBe('verification_under_way')
  expect(verificationStartRule(foldVerification(first))).toBeNull()
  expect(foldVerification([...first, started(7)])).toMatchObject({ state: 'received', conclusion: null })
})

test('a conclusion is no decision, and a decision is no step of the verification', () => {
  expect(Object.keys(conclusions)).not.toContain('victim')
  const decided = entry(2, identificationDecided.kind, {
    outcome: 'victim',
    paperKind: 'police_certificate',
    issuer: 'police',
    decidedOn: '2026-01-01',
    requestId: null,
  })
  expect(foldVerification([started(1), decided])?.state).toBe('received')
  expect(foldVerification([decided])).toBeNull()
})

test('a moment is neither to come nor before the step that it follows', () => {
  const now = new Date('2026-01-02T09:00:00+07:00')
  expect(instantRule(at, null, now)).toBeNull()
  expect(instantRule(at, at, now)).toBeNull()
  expect(instantRule('2026-01-02T10:00:00+07:00', null, now)?.code).toBe('instant_does_not_follow')
  expect(instantRule(at, '2026-01-01T09:30:00+07:00', now)?.code).toBe('instant_does_not_follow')
})

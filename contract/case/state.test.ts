import { expect, test } from 'vitest'
import { type CaseState, caseStates, type LegalStatus, legalStatuses } from './codes.ts'
import type { EntryFact } from './entry.ts'
import { caseMoved, caseMoveRule, foldCase, legalMoved, legalMoveRule, nextStates } from './state.ts'

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

const entry = (seq: number, kind: string, body: object): EntryFact => ({
  id: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
  seq,
  kind,
  body,
  onDay: '2026-01-01',
  supersedes: null,
})

const states = Object.keys(caseStates) as CaseState[]
const legal = Object.keys(legalStatuses) as LegalStatus[]
const walks = 100_000

test(`${walks} random walks of a case reach no forbidden state`, () => {
  const random = randomFrom(4)
  const met = new Set<CaseState>()
  const wrong: string[] = []
  for (let walk = 0; walk < walks; walk++) {
    let now = { state: 'reception' as CaseState, before: 'reception' as CaseState }
    for (let step = 0; step < 12; step++) {
      const to = states[random(states.length)] ?? 'reception'
      if (caseMoveRule(now, to)) continue
      // Closed only by way of a proposal; back from a side state only to where she was; nothing after a transfer.
      const forbidden =
        (to === 'closed' && now.state !== 'closing') ||
        (now.state === 'paused' && to !== now.before) ||
        now.state === 'transferred' ||
        (to === 'transferred' && now.state !== 'transfer_offered')
      if (forbidden) wrong.push(`${now.state} → ${to}`)
      now = { state: to, before: to === 'paused' || to === 'transfer_offered' ? now.before : to }
      met.add(to)
    }
  }
  expect(wrong).toEqual([])
  expect(states.filter((each) => !met.has(each) && each !== 'reception')).toEqual([])
})

test(`${walks} random walks of the legal status reach an outcome by a decision alone`, () => {
  const random = randomFrom(5)
  let wrong = 0
  for (let walk = 0; walk < walks; walk++) {
    let now: LegalStatus = 'no_information'
    let decided = false
    for (let step = 0; step < 8; step++) {
      const to = legal[random(legal.length)] ?? 'signs'
      const byDecision = random(2) === 0
      if (legalMoveRule(now, to, byDecision)) continue
      const outcome = ['victim', 'not_victim', 'not_enough_grounds'].includes(to)
      if (outcome) decided = byDecision
      if (outcome && !decided) wrong += 1
      if ((now === 'victim' || now === 'not_victim') && !byDecision) wrong += 1
      now = to
    }
  }
  expect(wrong).toBe(0)
})

test('the fold of written entries is where the moves led', () => {
  const random = randomFrom(6)
  for (let walk = 0; walk < 2_000; walk++) {
    const entries: EntryFact[] = []
    for (let step = 0; step < 10; step++) {
      const open = nextStates(foldCase(entries))
      const to = open[random(open.length)]
      if (to === undefined) break
      entries.push(entry(entries.length + 1, caseMoved.kind, { to }))
      expect(foldCase(entries).state).toBe(to)
    }
  }
})

test('a decision dates the identification, and a new one takes it away', () => {
  const decisionId = '00000000-0000-4000-8000-0000000000aa'
  const decided = entry(1, legalMoved.kind, { to: 'victim', decisionId, decidedOn: '2025-06-30' })
  expect(foldCase([decided])).toMatchObject({ legalStatus: 'victim', identifiedOn: '2025-06-30' })
  const again = entry(2, legalMoved.kind, { to: 'not_victim', decisionId, decidedOn: '2026-01-02' })
  expect(foldCase([decided, again])).toMatchObject({ legalStatus: 'not_victim', identifiedOn: null })
})

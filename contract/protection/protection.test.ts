import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EntryFact, EntryKind } from '../case/entry.ts'
import {
  decisionRule,
  foldProtection,
  protectionDecided,
  protectionEnded,
  protectionProposed,
  protectionRule,
} from './protection.ts'

const decision = {
  granted: false,
  paper: 'letter' as const,
  reason: 'Chưa có căn cứ',
  decidedOn: '2026-01-02',
  fromDay: null,
  untilDay: null,
}

test('a refusal without a reason or not in writing is refused', () => {
  const today = '2026-01-02'
  expect(decisionRule(decision, today)).toBeNull()
  expect(decisionRule({ ...decision, reason: '  ' }, today)?.field).toBe('reason')
  expect(decisionRule({ ...decision, paper: null }, today)?.field).toBe('paper')
  expect(decisionRule({ ...decision, granted: true, paper: null, reason: '' }, today)).toBeNull()
  expect(decisionRule(decision, '2026-01-01')?.code).toBe('decision_in_future')
  const backwards = { ...decision, granted: true, fromDay: '2026-02-02', untilDay: '2026-02-01' }
  expect(decisionRule(backwards, today)?.code).toBe('protection_ends_before')
})

test('100,000 random walks of measures: no forbidden state, and what ended stays so', () => {
  const allowed: Record<string, string> = {
    proposed: 'granted refused ended',
    granted: 'granted ended',
    refused: 'granted refused ended',
    ended: '',
  }
  const states = ['proposed', 'granted', 'refused', 'ended'] as const
  const measureId = randomUUID()
  const random = numbers(47)
  let violations = 0
  let ended = 0
  for (let walk = 0; walk < 100_000; walk += 1) {
    let state: (typeof states)[number] = 'proposed'
    const written: [EntryKind, unknown][] = [[protectionProposed, { kind: 'guards', forWhom: 'relative' }]]
    for (let step = 0; step < 4; step += 1) {
      const to = states[random(4)] ?? 'ended'
      const may = protectionRule({ state }, to) === null
      if (may !== (allowed[state] ?? '').split(' ').includes(to)) violations += 1
      if (!may) continue
      state = to
      const { paper, decidedOn, fromDay, untilDay } = decision
      const decided = { measureId, granted: to === 'granted', paper, decidedOn, fromDay, untilDay }
      written.push(
        to === 'ended' ? [protectionEnded, { measureId, how: 'ran_out' }] : [protectionDecided, decided],
      )
    }
    if (state === 'ended') ended += 1
    const entries: EntryFact[] = written.map(([{ kind }, body], i) => ({
      id: i === 0 ? measureId : String(i),
      seq: i,
      kind,
      body,
      onDay: '2026-01-01',
      supersedes: null,
    }))
    if (foldProtection(entries)[0]?.state !== state) violations += 1
  }
  expect(violations).toBe(0)
  expect(ended).toBeGreaterThan(10_000)
})

test('of who is protected nothing stands in the clear but whose side she is on', () => {
  expect(Object.keys(protectionProposed.body.shape)).toEqual(['kind', 'forWhom'])
  expect(protectionProposed.tier).toBe('story')
})

function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

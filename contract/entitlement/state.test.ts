import { expect, test } from 'vitest'
import type { EntryFact } from '../case/entry.ts'
import { type Basis, bases, type EntitlementLine } from './entitled-to.ts'
import {
  type EntitlementState,
  entitlementEntries,
  entitlementRule,
  entitlementStates,
  foldEntitlements,
} from './state.ts'

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

const line = (basis: Basis): EntitlementLine => ({
  regime: '2024',
  code: 'a',
  words: { vi: 'Hỗ trợ nhu cầu thiết yếu', en: 'Essential needs' },
  basis,
  why: bases[basis],
  caseByCase: basis === 'case_by_case',
})
const states = Object.keys(entitlementStates) as EntitlementState[]
const allBases = Object.keys(bases) as Basis[]
const walks = 100_000

test(`${walks} random walks of a support reach nothing that is forbidden`, () => {
  const random = randomFrom(15)
  const wrong: string[] = []
  const met = new Set<EntitlementState>()
  for (let walk = 0; walk < walks; walk++) {
    let now: EntitlementState | null = null
    for (let step = 0; step < 10; step++) {
      // Her status, papers and nationality change between the steps.
      const basis = allBases[random(allBases.length)] ?? 'none'
      const to = states[random(states.length)] ?? 'waiting'
      if (entitlementRule(line(basis), now, to)) continue
      const open = basis === 'right' || basis === 'case_by_case' || basis === 'emergency'
      if (to === 'given' && !open) wrong.push(`given without a basis: ${basis}`)
      if (to === 'not_eligible' && basis !== 'none') wrong.push(`closed although open: ${basis}`)
      if (now === 'given' && to !== 'given' && to !== 'refused_by_choice') wrong.push(`given → ${to}`)
      if (to === 'proposed' && now === 'proposed') wrong.push('proposed twice')
      now = to
      met.add(to)
    }
  }
  expect(wrong).toEqual([])
  expect([...met].sort()).toEqual([...states].sort())
})

test('scenario 23: what is open may be given from every state, at any time', () => {
  for (const basis of ['right', 'case_by_case', 'emergency'] as const)
    for (const now of [null, ...states]) expect(entitlementRule(line(basis), now, 'given')).toBeNull()
})

test('what is open is never written down as not hers, and what is not is never given', () => {
  expect(entitlementRule(line('emergency'), null, 'not_eligible')?.code).toBe('entitlement_not_so')
  expect(entitlementRule(line('none'), null, 'given')?.code).toBe('entitlement_not_so')
  expect(entitlementRule(line('needs_nationality'), null, 'waiting')).toBeNull()
})

const entry = (
  seq: number,
  state: EntitlementState,
  code: string,
  supersedes: string | null = null,
): EntryFact => ({
  id: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
  seq,
  kind: entitlementEntries[state].kind,
  body: { regime: '2024', code, basis: 'right', source: 'Luật' },
  onDay: `2026-01-0${seq}`,
  supersedes,
})

test('the fold keeps the last word of each support, counts what was given, and leaves out what is superseded', () => {
  const entries = [
    entry(1, 'proposed', 'a'),
    entry(2, 'given', 'a'),
    entry(3, 'given', 'a'),
    entry(4, 'refused_by_choice', 'g'),
    entry(5, 'given', 'b'),
    entry(6, 'waiting', 'b', '00000000-0000-4000-8000-000000000005'),
  ]
  const now = foldEntitlements(entries)
  expect(now.get('2024 a')).toMatchObject({ state: 'given', times: 2, onDay: '2026-01-03' })
  expect(now.get('2024 g')).toMatchObject({ state: 'refused_by_choice', times: 0 })
  expect(now.get('2024 b')).toMatchObject({ state: 'waiting', times: 0 })
  expect(now.has('2024 k')).toBe(false)
})

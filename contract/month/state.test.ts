import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  foldMonth,
  followMonth,
  isWritable,
  type MonthEntryKind,
  type MonthState,
  monthEntryKinds,
  monthStates,
  stepsTowards,
} from './state.ts'

const kinds = Object.keys(monthEntryKinds) as MonthEntryKind[]
const states = Object.keys(monthStates) as MonthState[]

test('no walk of 100,000 steps leaves a locked month except by amendment, and the kept state is the fold', () => {
  let steps = 0
  const locked = { seen: 0 }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { minLength: 100, maxLength: 100 }), (tried) => {
      const entries: { kind: MonthEntryKind }[] = [{ kind: 'opened' }]
      let state: MonthState = 'open'
      for (const kind of tried) {
        steps += 1
        const next = followMonth(state, kind)
        if (next === null) {
          expect(() => foldMonth([...entries, { kind }])).toThrow()
          continue
        }
        if (state === 'locked') {
          locked.seen += 1
          expect(kind).toBe('amended')
          expect(next).toBe('locked')
        }
        entries.push({ kind })
        state = next
      }
      expect(foldMonth(entries)).toBe(state)
    }),
    { numRuns: 1000, seed: 2022 },
  )
  expect(steps).toBe(100_000)
  expect(locked.seen).toBeGreaterThan(100)
})

test('only a submitted month is accepted or returned, and only what was accepted is amended', () => {
  for (const state of states) {
    expect(followMonth(state, 'accepted') !== null).toBe(state === 'submitted')
    expect(followMonth(state, 'returned') !== null).toBe(state === 'submitted')
    expect(followMonth(state, 'amended') !== null).toBe(state === 'locked')
    expect(followMonth(state, 'opened')).toBe(null)
  }
})

test('the steps towards a goal may be taken and end there', () => {
  for (const state of states.filter(isWritable)) {
    const walk = (goal: 'preparing' | 'met') =>
      stepsTowards(state, goal).reduce((at: MonthState, kind) => followMonth(at, kind) ?? 'locked', state)
    expect(walk('met')).toBe('met')
    expect(walk('preparing')).toBe(state === 'met' ? 'met' : 'preparing')
  }
})

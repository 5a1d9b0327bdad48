import { expect, test } from 'vitest'
import type { EntryFact } from './entry.ts'
import {
  type CaseFacts,
  factsOfArrival,
  factsRule,
  factsSet,
  foldFacts,
  isChildsAge,
  unknownFacts,
} from './facts.ts'
import { received } from './reception.ts'
import { plainMoveRule } from './step.ts'
import { storyRule, storyWritten } from './story.ts'

const entry = (seq: number, kind: string, body: object, supersedes: string | null = null): EntryFact => ({
  id: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
  seq,
  kind,
  body,
  onDay: '2026-01-01',
  supersedes,
})

test('100000 random sets of facts: whoever is under 18 is never on the track of adults, and no relative by default', () => {
  let state = 7
  const below = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T
  let wrong = 0
  let allowed = 0
  for (let i = 0; i < 100_000; i++) {
    const facts: CaseFacts & { herOwnChoice: boolean } = {
      ...unknownFacts,
      track: pick(['adult', 'child'] as const),
      ageBand: pick([null, 'under_7', '7_to_15', '16_to_17', '18_to_30', 'over_60'] as const),
      needsInterpreter: pick([true, false]),
      interpreter: pick(['none', 'relative', 'staff'] as const),
      herOwnChoice: pick([true, false]),
    }
    if (factsRule(facts)) continue
    allowed += 1
    if (isChildsAge(facts.ageBand) && facts.track === 'adult') wrong += 1
    if (facts.interpreter === 'relative' && !facts.herOwnChoice) wrong += 1
  }
  expect(wrong).toBe(0)
  expect(allowed).toBeGreaterThan(10_000)
})

test('facts are those of the arrival until the team sets them, and then the last that stand', () => {
  expect(foldFacts([])).toEqual(unknownFacts)
  const arrival = { sex: 'female', ageBand: 'under_7', language: 'mong', nationality: 'foreign' } as const
  const triage = ['needs_interpreter' as const]
  const came = entry(1, received.kind, { ...arrival, channel: 'rescue', triage })
  expect(foldFacts([came])).toEqual(factsOfArrival({ ...arrival, triage }))
  expect(foldFacts([came])).toMatchObject({ track: 'child', needsInterpreter: true, language: 'mong' })
  const set = entry(2, factsSet.kind, { ...unknownFacts, language: 'thai' })
  const again = entry(3, factsSet.kind, { ...unknownFacts, language: 'dao' }, set.id)
  expect(foldFacts([came, set]).language).toBe('thai')
  expect(foldFacts([again, set, came]).language).toBe('dao')
})

test('a story is recorded once, and a correction names the one it takes the place of', () => {
  const first = entry(1, storyWritten.kind, {})
  expect(storyRule([], null)).toBeNull()
  expect(storyRule([first], null)?.code).toBe('story_recorded')
  expect(storyRule([first], first.id)).toBeNull()
  expect(storyRule([], first.id)?.code).toBe('story_to_correct_not_there')
  const second = entry(2, storyWritten.kind, {}, first.id)
  expect(storyRule([first, second], first.id)?.code).toBe('story_recorded')
})

test('a plain move neither closes, reopens nor transfers, and a pause is her wish', () => {
  expect(plainMoveRule('reception', 'assessment')).toBeNull()
  expect(plainMoveRule('paused', 'planning')).toBeNull()
  expect(plainMoveRule('closed', 'assessment')?.code).toBe('case_move_elsewhere')
  expect(plainMoveRule('following', 'closing')?.code).toBe('case_move_elsewhere')
  expect(plainMoveRule('planning', 'paused')?.code).toBe('pause_is_her_wish')
})

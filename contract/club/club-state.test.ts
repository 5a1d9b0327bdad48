import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ClubFacts,
  clubNext,
  isWorking,
  mayFollow,
  missingForActive,
  notEndedRule,
  stateDayRule,
} from './club-state.ts'
import { type ClubState, clubStates } from './codes.ts'

const states = Object.keys(clubStates) as ClubState[]
const id = 'a3bb189e-8bf9-4c2a-9f52-6bb0a4a4c001'
const other = 'a3bb189e-8bf9-4c2a-9f52-6bb0a4a4c002'
const ready: ClubFacts = {
  hasDecision: true,
  hasStatute: true,
  plan: 'approved',
  chairsWithGround: 1,
  othersOfBoardWithGround: 1,
  membersWithDuty: 1,
}

const facts = fc.record<ClubFacts>({
  hasDecision: fc.boolean(),
  hasStatute: fc.boolean(),
  plan: fc.constantFrom('none', 'unapproved', 'approved'),
  chairsWithGround: fc.integer({ min: 0, max: 2 }),
  othersOfBoardWithGround: fc.integer({ min: 0, max: 2 }),
  membersWithDuty: fc.integer({ min: 0, max: 2 }),
})
const wish = fc.record({
  state: fc.constantFrom(...states),
  reason: fc.constantFrom('', ' ', 'theo đề nghị của phường'),
  successorClubId: fc.constantFrom(null, id, other),
})
const walks = fc.array(fc.record({ facts, wish }), { maxLength: 30 })

test('no walk reaches active while something is missing, and none leaves the end', () => {
  fc.assert(
    fc.property(walks, (steps) => {
      let state: ClubState = 'proposed'
      let everReady = false
      for (const step of steps) {
        const before = state
        if (clubNext({ id, state, facts: step.facts }, step.wish) === null) state = step.wish.state
        if (state === 'active' && before !== 'active') {
          expect(missingForActive(step.facts)).toEqual([])
          everReady = true
        }
        if (isWorking(state)) expect(everReady).toBe(true)
        if (notEndedRule(before)) expect(state).toBe(before)
      }
    }),
    { numRuns: 2000 },
  )
})

test('whatever may follow is reached by a club that has everything', () => {
  for (const state of states)
    for (const next of states) {
      const refusal = clubNext(
        { id, state, facts: ready },
        { state: next, reason: 'lý do', successorClubId: other },
      )
      expect(refusal === null).toBe(mayFollow(state).includes(next))
    }
})

test('what is missing is named in words, in the order of the work', () => {
  const nothing: ClubFacts = {
    ...ready,
    hasStatute: false,
    plan: 'none',
    chairsWithGround: 0,
    othersOfBoardWithGround: 0,
    membersWithDuty: 0,
  }
  expect(missingForActive(nothing).map((each) => each.code)).toEqual([
    'statute',
    'plan',
    'assignment',
    'board',
  ])
  const refusal = clubNext(
    { id, state: 'preparing', facts: nothing },
    { state: 'active', reason: '', successorClubId: null },
  )
  expect(refusal?.message.vi).toMatch(/quy chế; kế hoạch; phân công; Ban chủ nhiệm/u)
  expect(missingForActive({ ...ready, plan: 'unapproved' })).toMatchObject([{ code: 'plan' }])
})

test('two of the board without a chair, or a chair alone, are no board', () => {
  const board = (chairsWithGround: number, othersOfBoardWithGround: number) =>
    missingForActive({ ...ready, chairsWithGround, othersOfBoardWithGround }).map((each) => each.code)
  expect(board(0, 2)).toEqual(['board'])
  expect(board(1, 0)).toEqual(['board'])
  expect(board(1, 1)).toEqual([])
})

test('a merger names another club, an end its reason', () => {
  const merge = (successorClubId: string | null, reason = 'sáp nhập hai phường') =>
    clubNext({ id, state: 'active', facts: ready }, { state: 'merged', reason, successorClubId })?.code
  expect(merge(null)).toBe('successor_missing')
  expect(merge(id)).toBe('successor_missing')
  expect(merge(other, ' ')).toBe('reason_missing')
  expect(merge(other)).toBeUndefined()
})

test('a proposal needs its decision before it prepares', () => {
  const prepare = (hasDecision: boolean) =>
    clubNext(
      { id, state: 'proposed', facts: { ...ready, hasDecision } },
      { state: 'preparing', reason: '', successorClubId: null },
    )?.code
  expect(prepare(false)).toBe('decision_missing')
  expect(prepare(true)).toBeUndefined()
})

test('a state begins neither tomorrow nor before the present one', () => {
  const now = { since: '2022-05-01', today: '2026-11-21' }
  expect(stateDayRule('2026-11-22', now)?.code).toBe('state_in_future')
  expect(stateDayRule('2022-04-30', now)?.code).toBe('state_before_last')
  expect(stateDayRule('2022-05-01', now)).toBeNull()
})

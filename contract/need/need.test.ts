import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EntryFact, EntryKind } from '../case/entry.ts'
import * as paperCodes from '../paperwork/codes.ts'
import * as protectionCodes from '../protection/codes.ts'
import * as serviceCodes from '../service/codes.ts'
import * as tracingCodes from '../tracing/codes.ts'
import { type Assessment, assessed, assessmentRule, changeBetween, monthsLater } from './assessment.ts'
import * as needCodes from './codes.ts'
import { type ActionState, actionStates, needReasons, needStates } from './codes.ts'
import { actionMarked, actionRule, foldPlan, nextActionStates, planRule, planWritten } from './plan.ts'
import { foldRisk, riskSet, safetyPlanned, safetyRule } from './risk.ts'
import {
  foldNeeds,
  foldWishes,
  needMoved,
  needOpened,
  needRule,
  openNeedsWithoutReason,
  wished,
} from './state.ts'

const entriesOf = (...written: (readonly [EntryKind, unknown, string?])[]): EntryFact[] =>
  written.map(([{ kind }, body, id = randomUUID()], i) => ({
    id,
    seq: i + 1,
    kind,
    body,
    onDay: '2026-01-01',
    supersedes: null,
  }))

// The order of the states as the domain model names them, written apart from the code.
const allowed: Record<string, string> = {
  open: 'answering met no_longer declined cannot',
  answering: 'open met no_longer declined cannot',
  met: 'open',
  no_longer: 'open',
  declined: 'open answering',
  cannot: 'open answering no_longer declined',
}

test('100,000 random walks of needs: no forbidden state, a reason exactly where one is owed', () => {
  const states = Object.keys(needStates) as (keyof typeof needStates)[]
  const reasons = [null, ...(Object.keys(needReasons) as (keyof typeof needReasons)[])]
  const random = numbers(41)
  const [needId, opened] = [randomUUID(), { domain: 'housing', priority: 'now' }]
  let [violations, moves] = [0, 0]
  for (let walk = 0; walk < 100_000; walk += 1) {
    let state: keyof typeof needStates = 'open'
    const written: [EntryKind, unknown, string?][] = [[needOpened, opened, needId]]
    for (let step = 0; step < 4; step += 1) {
      const to = states[random(states.length)] ?? 'open'
      const reason = reasons[random(2) * random(reasons.length)] ?? null
      const may = needRule({ state }, to, reason) === null
      const expected =
        (allowed[state] ?? '').split(' ').includes(to) && (to === 'cannot') === (reason !== null)
      if (may !== expected) violations += 1
      if (!may) continue
      moves += 1
      state = to
      written.push([needMoved, { needId, to, reason }])
    }
    const entries = entriesOf(...written)
    if (foldNeeds(entries)[0]?.state !== state) violations += 1
    const unexplained = openNeedsWithoutReason(entries).length === 1
    if (unexplained !== (state === 'open' || state === 'answering')) violations += 1
  }
  expect(violations).toBe(0)
  expect(moves).toBeGreaterThan(100_000)
})

test('100,000 random walks of the steps of a plan: each state is the one that was marked last', () => {
  const states = Object.keys(actionStates) as ActionState[]
  const random = numbers(43)
  const [actionId, planId] = [randomUUID(), randomUUID()]
  const action = { id: actionId, goalId: null, needId: null, who: 'herself', byDay: null, cost: 'none' }
  const body = { goals: [], actions: [action], herWord: 'voice' }
  let violations = 0
  for (let walk = 0; walk < 100_000; walk += 1) {
    const written: [EntryKind, unknown, string?][] = [[planWritten, body, planId]]
    let state: ActionState = 'planned'
    for (let step = 0; step < 3; step += 1) {
      const to = states[random(states.length)] ?? 'done'
      if (!nextActionStates(state).includes(to)) continue
      if (state === to || (state === 'done' && to !== 'under_way')) violations += 1
      state = to
      written.push([actionMarked, { actionId, state: to }])
    }
    const plan = foldPlan(entriesOf(...written))
    if (plan?.agreed !== true || (plan.states.get(actionId) ?? 'planned') !== state) violations += 1
  }
  expect(violations).toBe(0)
  const plan = foldPlan(entriesOf([planWritten, body, planId]))
  expect(actionRule(plan, randomUUID(), 'done')?.code).toBe('action_not_there')
})

test('a plan names only goals and needs that are there, each once', () => {
  const [goalId, needId] = [randomUUID(), randomUUID()]
  const goals = [{ id: goalId, domain: 'work' as const }]
  const action = {
    id: randomUUID(),
    goalId,
    needId,
    who: 'club' as const,
    byDay: null,
    cost: 'club' as const,
  }
  const plan = { goals, actions: [action], herWord: 'not_yet' as const }
  expect(planRule(plan, [needId])).toBeNull()
  expect(planRule(plan, [])?.code).toBe('action_without_need')
  expect(planRule({ ...plan, goals: [] }, [needId])?.code).toBe('action_without_goal')
  expect(planRule({ ...plan, actions: [action, action] }, [needId])?.code).toBe('plan_id_twice')
  expect(foldPlan(entriesOf([planWritten, plan]))?.agreed).toBe(false)
})

test('the change says better, worse and same only where both assessments tell', () => {
  const base = { kind: 'initial' as const, priorities: [] }
  const before: Assessment = {
    ...base,
    id: randomUUID(),
    onDay: '2026-01-01',
    levels: { mind: '3', income: '1', family: 'not_said', housing: '0' },
  }
  const now: Assessment = {
    ...base,
    id: randomUUID(),
    onDay: '2026-07-01',
    levels: { mind: '1', income: '2', family: '2', housing: '0', work: '3' },
  }
  const changes = Object.fromEntries(changeBetween(before, now).map((each) => [each.domain, each.change]))
  expect(changes).toEqual({
    mind: 'better',
    income: 'worse',
    family: 'unknown',
    housing: 'same',
    work: 'unknown',
  })
})

test('an assessment owes no domain; a day to come and a thing chosen twice are refused', () => {
  const asked = {
    kind: 'initial' as const,
    levels: {},
    priorities: [],
    onDay: '2026-02-01',
    correctsId: null,
  }
  expect(assessmentRule([], asked, '2026-02-01')).toBeNull()
  expect(assessmentRule([], asked, '2026-01-31')?.code).toBe('need_in_future')
  const twice = { ...asked, priorities: ['work' as const, 'work' as const] }
  expect(assessmentRule([], twice, '2026-02-01')?.code).toBe('priority_twice')
  const unknown = { ...asked, correctsId: randomUUID() }
  expect(assessmentRule([], unknown, '2026-02-01')?.code).toBe('assessment_to_correct_not_there')
  expect(assessed.body.safeParse({ ...asked, levels: { mind: 'not_said' } }).success).toBe(true)
})

test('six months later is the same day, or the last of a shorter month', () => {
  expect(monthsLater('2026-01-15', 6)).toBe('2026-07-15')
  expect(monthsLater('2026-08-31', 6)).toBe('2027-02-28')
  expect(monthsLater('2027-08-31', 6)).toBe('2028-02-29')
  expect(monthsLater('2026-12-31', 2)).toBe('2027-02-28')
})

test('a high risk owes a safety plan made since; only steps onwards wait for it', () => {
  const high = [riskSet, { level: 'high', signs: ['threatened'] }] as const
  const low = [riskSet, { level: 'low', signs: [] }] as const
  const plan = [safetyPlanned, {}] as const
  const owes = (...written: Parameters<typeof entriesOf>) => foldRisk(entriesOf(...written)).owesPlan
  expect(owes()).toBe(false)
  expect(owes(high)).toBe(true)
  expect(owes(plan, high)).toBe(true)
  expect(owes(high, plan)).toBe(false)
  expect(owes(high, plan, high)).toBe(false)
  expect(owes(high, plan, low, high)).toBe(true)
  expect(owes(high, low)).toBe(false)
  const owing = { owesPlan: true }
  for (const [from, to] of [
    ['planning', 'supporting'],
    ['supporting', 'following'],
    ['following', 'closing'],
    ['closing', 'closed'],
  ] as const) {
    expect(safetyRule(owing, from, to)?.code).toBe('safety_plan_owed')
    expect(safetyRule({ owesPlan: false }, from, to)).toBeNull()
  }
  for (const [from, to] of [
    ['reception', 'assessment'],
    ['assessment', 'planning'],
    ['following', 'supporting'],
    ['supporting', 'paused'],
    ['paused', 'following'],
    ['supporting', 'transfer_offered'],
    ['closed', 'assessment'],
  ] as const)
    expect(safetyRule(owing, from, to)).toBeNull()
})

test('her last word about a thing stands', () => {
  const about = 'visits'
  const entries = entriesOf([wished, { about, wish: 'not_now' }], [wished, { about, wish: 'yes' }])
  expect(foldWishes(entries).get(about)?.wish).toBe('yes')
})

test('scenario 20: no code of any list names the person supported as one who might harm', () => {
  const lists = [needCodes, serviceCodes, paperCodes, protectionCodes, tracingCodes].flatMap((each) =>
    Object.values(each),
  )
  const texts = lists.flatMap((list) =>
    Object.entries(list).map(([code, words]) => code + JSON.stringify(words)),
  )
  expect(texts.length).toBeGreaterThan(150)
  const label =
    /offend|perpetrat|suspect|accus|crimin|traffick|recruit|tội|thủ phạm|kẻ |đối tượng|nghi |lầm lỡ|tệ nạn/iu
  expect(texts.filter((each) => label.test(each))).toEqual([])
})

/** The same numbers in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

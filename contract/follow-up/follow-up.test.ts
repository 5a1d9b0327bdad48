import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CaseState } from '../case/codes.ts'
import type { EntryFact, EntryKind } from '../case/entry.ts'
import { caseMoved } from '../case/state.ts'
import { monthsLater } from '../need/assessment.ts'
import { riskSet } from '../need/risk.ts'
import { needOpened } from '../need/state.ts'
import { serviceGiven } from '../service/service.ts'
import { closeRule, closingObstacles, dataChoiceRule, foldProposal, returnRule } from './closing.ts'
import { type FollowUpResult, followUpResults } from './codes.ts'
import {
  caseClosed,
  caseReopened,
  closingProposed,
  closingReturned,
  followUpLost,
  followUpPlanned,
  followUpRecorded,
  followUpResumed,
  followUpStopped,
  followUpTold,
} from './entries.ts'
import { erasureSettled, foldErasure } from './erasure.ts'
import {
  countedFrom,
  foldFollowUps,
  followUpLostRule,
  followUpPlanRule,
  followUpRecordRule,
  followUpResumeRule,
  followUpStopRule,
  isSustained,
  stillToCome,
} from './state.ts'

type Written = readonly [EntryKind, unknown, string?, string?]
const entriesOf = (written: readonly Written[]): EntryFact[] =>
  written.map(([{ kind }, body, onDay = '2026-01-01', id = randomUUID()], i) => ({
    id,
    seq: i + 1,
    kind,
    body,
    onDay,
    supersedes: null,
  }))

const home = '2024-01-31'
const months = [1, 3, 6, 9, 12, 18, 24]
const planned = months.map((month) => {
  const id = randomUUID()
  const dueOn = monthsLater(home, month)
  return { id, month, dueOn, entry: [followUpPlanned, { month, dueOn, way: 'home' }, home, id] as Written }
})
const plan = planned.map(({ entry }) => entry)
const at = (month: number) => planned.find((each) => each.month === month) ?? { id: '', dueOn: home }
const told = (result: FollowUpResult, more: object = {}) => followUpTold.parse({ result, ...more })
const recorded = (month: number, more: object = {}): Written => [
  followUpRecorded,
  { followUpId: at(month).id, ...told('met', { safe: true, ...more }) },
  at(month).dueOn,
]

// What may follow what, as it was agreed, written apart from the code.
const allowed: Record<string, string> = {
  planned: 'met no_contact not_now postponed',
  postponed: 'met no_contact not_now postponed',
  no_contact: 'met no_contact not_now postponed',
  not_now: 'met postponed',
  met: '',
}

test('100,000 random walks of follow-ups: no forbidden step, nothing is written while she wants none', () => {
  const random = numbers(50)
  const results = Object.keys(followUpResults) as FollowUpResult[]
  const one = at(6)
  const today = '2030-01-01'
  let [violations, steps] = [0, 0]
  for (let walk = 0; walk < 100_000; walk += 1) {
    const written: Written[] = [planned[2]?.entry ?? plan[0] ?? [followUpStopped, {}]]
    let [state, reminders, tries] = ['planned', 'running', 0]
    for (let step = 0; step < 5; step += 1) {
      const now = foldFollowUps(entriesOf(written))
      if (now.standing !== reminders || now.followUps[0]?.state !== state || now.tries !== tries)
        violations += 1
      if ((stillToCome(now).length === 1) !== ['planned', 'postponed'].includes(state)) violations += 1
      const press = random(5)
      if (press === 0) {
        const may = followUpStopRule(now) === null
        if (may !== (reminders !== 'stopped')) violations += 1
        if (may) written.push([followUpStopped, {}])
        reminders = 'stopped'
      } else if (press === 1) {
        const may = followUpResumeRule(now) === null
        if (may !== (reminders !== 'running')) violations += 1
        if (may) written.push([followUpResumed, {}])
        reminders = 'running'
      } else if (press === 2) {
        const may = followUpLostRule(now, 2) === null
        if (may !== (reminders === 'running' && tries >= 2)) violations += 1
        if (may) written.push([followUpLost, { tries }])
        if (may) reminders = 'lost'
      } else {
        const result = results[random(results.length)] ?? 'met'
        const body = told(result, result === 'postponed' ? { postponedTo: '2031-01-01' } : {})
        const may = followUpRecordRule(now, one.id, { ...body, onDay: today }, today) === null
        const expected = reminders !== 'stopped' && (allowed[state] ?? '').split(' ').includes(result)
        if (may !== expected) violations += 1
        if (!may) continue
        steps += 1
        state = result
        tries = result === 'no_contact' ? tries + 1 : 0
        written.push([followUpRecorded, { followUpId: one.id, ...body }, today])
      }
    }
  }
  expect(violations).toBe(0)
  expect(steps).toBeGreaterThan(50_000)
}, 120_000)

test('100,000 random walks of closing: only a proposal that stands closes, and never by whoever made it', () => {
  const random = numbers(51)
  const people = [randomUUID(), randomUUID()]
  let [violations, closings] = [0, 0]
  for (let walk = 0; walk < 100_000; walk += 1) {
    const written: Written[] = []
    let state: CaseState = 'following'
    let proposer: string | null = null
    for (let step = 0; step < 5; step += 1) {
      const proposal = foldProposal(entriesOf(written))
      if ((proposal?.proposedBy ?? null) !== proposer) violations += 1
      const who = people[random(2)] ?? ''
      if (random(3) === 0) {
        if (state !== 'following') continue
        const body = { reason: 'goals_met', dataChoice: 'keep', proposedBy: who }
        written.push([closingProposed, body, home, randomUUID()])
        ;[state, proposer] = ['closing', who]
      } else if (random(2) === 0) {
        const may = closeRule(proposal, state, who) === null
        if (may !== (state === 'closing' && proposer !== null && proposer !== who)) violations += 1
        if (!may) continue
        written.push([caseClosed, { proposalId: idOfLast(written) }])
        closings += 1
        ;[state, proposer] = ['closed', null]
      } else {
        const may = returnRule(proposal, state) === null
        if (may !== (state === 'closing')) violations += 1
        if (!may) continue
        written.push([closingReturned, { proposalId: idOfLast(written) }])
        ;[state, proposer] = ['following', null]
      }
    }
  }
  expect(violations).toBe(0)
  expect(closings).toBeGreaterThan(10_000)
})

const idOfLast = (written: readonly Written[]): string =>
  written.findLast(([kind]) => kind === closingProposed)?.[3] ?? ''

test('scenario 50: lasting is what a follow-up of month 12 or later says, never help that was given', () => {
  const help: Written[] = Array.from({ length: 30 }, (_, i) => [
    serviceGiven,
    { type: 'essentials', quantity: 1, unit: 'time', funder: 'state' },
    monthsLater(home, i),
  ])
  const sustained = (...more: Written[]) => isSustained(entriesOf([...plan, ...more]))
  expect(sustained(...help)).toBe(false)
  expect(sustained(...help, recorded(9))).toBe(false)
  expect(sustained(recorded(12))).toBe(true)
  expect(sustained(recorded(12, { safe: null }))).toBe(false)
  expect(sustained(recorded(12, { safe: false }))).toBe(false)
  expect(sustained(recorded(12, { signs: ['threatened'] }))).toBe(false)
  // What came later counts: a sign at month 18 ends it, and being well at month 24 is well again.
  expect(sustained(recorded(12), recorded(18, { signs: ['alone'] }))).toBe(false)
  expect(sustained(recorded(12), recorded(18, { safe: false }), recorded(24))).toBe(true)
  // A risk that was written since speaks louder; one from before, or a low one, does not; being met anew says how it is now.
  const risk = (level: string, signs: string[] = []): Written => [riskSet, { level, signs }, at(12).dueOn]
  expect(sustained(recorded(12), risk('high', ['threatened']))).toBe(false)
  expect(sustained(recorded(12), risk('medium'))).toBe(false)
  expect(sustained(recorded(12), risk('low'))).toBe(true)
  expect(sustained(risk('high'), recorded(12))).toBe(true)
  expect(sustained(recorded(12), risk('high'), recorded(18))).toBe(true)
  // Nobody was met: it says nothing.
  const unmet: Written = [followUpRecorded, { followUpId: at(12).id, ...told('no_contact') }, at(12).dueOn]
  expect(sustained(recorded(6), unmet)).toBe(false)
})

test('a month that had gone by when it was planned is past: it reminds nobody, and may still be told of', () => {
  const late = monthsLater(home, 4)
  const now = foldFollowUps(entriesOf(plan.map(([kind, body, , id]) => [kind, body, late, id] as Written)))
  expect(now.followUps.filter(({ past }) => past).map(({ month }) => month)).toEqual([1, 3])
  expect(stillToCome(now).map(({ month }) => month)).toEqual([6, 9, 12, 18, 24])
  const third = now.followUps.find(({ month }) => month === 3)
  const told = { ...followUpTold.parse({ result: 'met' }), onDay: late }
  expect(followUpRecordRule(now, third?.id ?? '', told, late)).toBeNull()
})

test('a wish of erasure waits from the closing until it is answered, and not once the case is open again', () => {
  const closing = (dataChoice: string): Written[] => {
    const id = randomUUID()
    return [
      [closingProposed, { reason: 'her_wish', dataChoice, proposedBy: randomUUID() }, home, id],
      [caseClosed, { proposalId: id }, home],
    ]
  }
  const owed = (...written: Written[]) => foldErasure(entriesOf(written))
  const settled = (how: string): Written => [erasureSettled, { how }]
  expect(owed()).toBeNull()
  expect(owed(...closing('keep'))).toBeNull()
  expect(owed(...closing('erase_later'))).toEqual({ askedOn: home })
  expect(owed(...closing('erase_later'), settled('law_keeps'))).toEqual({ askedOn: home })
  expect(owed(...closing('erase_later'), settled('handed_on'))).toBeNull()
  expect(owed(...closing('erase_later'), settled('she_keeps'))).toBeNull()
  const reopened: Written = [caseReopened, { reason: 'asked' }]
  expect(owed(...closing('erase_later'), reopened)).toBeNull()
  expect(
    owed(...closing('erase_later'), settled('handed_on'), reopened, ...closing('erase_later')),
  ).not.toBeNull()
  expect(owed(...closing('erase_later'), reopened, ...closing('keep'))).toBeNull()
})

test('a follow-up of month 12 is not written in month 2, nor moved there', () => {
  const now = foldFollowUps(entriesOf(plan))
  const early = monthsLater(home, 2)
  const rule = (more: object, onDay: string) =>
    followUpRecordRule(now, at(12).id, { ...followUpTold.parse(more), onDay }, '2030-01-01')?.code ?? null
  expect(rule({ result: 'met' }, early)).toBe('follow_up_too_early')
  expect(rule({ result: 'postponed', postponedTo: monthsLater(home, 3) }, early)).toBe('follow_up_too_early')
  expect(rule({ result: 'not_now' }, early)).toBeNull()
  expect(rule({ result: 'met' }, monthsLater(at(12).dueOn, -1))).toBeNull()
  expect(rule({ result: 'met' }, '2031-01-01')).toBe('follow_up_in_future')
  expect(rule({ result: 'no_contact', safe: true }, at(12).dueOn)).toBe('follow_up_tells_without_meeting')
  expect(rule({ result: 'postponed' }, at(12).dueOn)).toBe('follow_up_other_day')
})

test('the months count from the day she went home, or from when the case went over to follow-up', () => {
  const moved = entriesOf([[caseMoved, { to: 'following' }, '2026-02-03']])
  expect(countedFrom(moved)).toBe('2026-02-03')
  expect(countedFrom([])).toBeNull()
  const none = foldFollowUps([])
  expect(followUpPlanRule(none, null, '2026-02-03')?.code).toBe('follow_up_no_day')
  expect(followUpPlanRule(none, '2026-02-04', '2026-02-03')?.code).toBe('follow_up_in_future')
  expect(followUpPlanRule(none, '2026-02-03', '2026-02-03')).toBeNull()
  const twice = foldFollowUps(entriesOf(plan))
  expect(followUpPlanRule(twice, home, '2026-02-03')?.code).toBe('follow_ups_planned')
})

test('scenario 51: every thing that stands open keeps the case open and says what to do', () => {
  const open = entriesOf([[needOpened, { domain: 'children', priority: 'now' }]])
  const codes = (entries: EntryFact[], referrals: number, transfers: number) =>
    closingObstacles(entries, { referrals, transfers }).map(({ code }) => code)
  expect(codes([], 0, 0)).toEqual([])
  expect(codes(open, 0, 0)).toEqual(['closing_need_open'])
  expect(codes(open, 1, 1)).toEqual([
    'closing_transfer_unanswered',
    'closing_need_open',
    'closing_referral_open',
  ])
  expect(closingObstacles(open, { referrals: 0, transfers: 0 })[0]?.message.vi).toContain('Con cái')
  expect(dataChoiceRule('goals_met', null)?.code).toBe('closing_her_choice')
  expect(dataChoiceRule('lost_contact', null)).toBeNull()
})

function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

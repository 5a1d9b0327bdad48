import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EntryFact, EntryKind } from '../case/entry.ts'
import { closingObstacles } from '../follow-up/closing.ts'
import {
  bedCode,
  leavingPrepared,
  stayBegun,
  stayEnded,
  stayExtended,
  stayKinds,
  stayNotReceived,
  stayRequested,
  stayReserved,
  stayReviewed,
  stayWentOn,
} from './entries.ts'
import {
  leavingRule,
  otherPlaceRule,
  stayBeginRule,
  stayEndRule,
  stayExtendRule,
  stayGoOnRule,
  stayMoveRule,
  stayRequestRule,
  stayReviewRule,
  twoRolesRule,
} from './rules.ts'
import { activeStay, daysStayed, foldStays, isActive, standingOf } from './state.ts'

type Written = readonly [EntryKind, unknown, string?, string?]
const entriesOf = (written: readonly Written[]): EntryFact[] =>
  written.map(([{ kind }, body, onDay = '2026-01-01', id], i) => ({
    id: id ?? `entry ${i}`,
    seq: i + 1,
    kind,
    body,
    onDay,
    supersedes: null,
  }))
const stayId = randomUUID()
const yes = { rulesExplained: true as const, herYes: true as const }
const asked: Written = [stayRequested, {}, '2026-01-01', stayId]
const kept: Written = [stayReserved, { stayId, bed: 'P2-1' }]
const moved = { stayId, bed: 'P2-1', restUntil: null, health: 'nothing_urgent', ...yes }
const begun: Written = [stayBegun, { ...moved, onDay: '2026-01-02' }]
const extended: Written = [
  stayExtended,
  { stayId, by: 'health_department', reason: 'papers', until: '2026-06-30', decidedOn: '2026-04-20' },
]
const prepared: Written = [
  leavingPrepared,
  { stayId, home: 'with_her_yes', risk: 'low', livelihood: 'ready', contacts: 2 },
]
const ended: Written = [
  stayEnded,
  { stayId, how: 'went_home', onDay: '2026-05-01', escort: 'worker', kit: true },
]
const fold = (...written: Written[]) => foldStays(entriesOf(written))
const state = (...written: Written[]) => fold(asked, ...written)[0]?.state
const calm = { level: 'low', onDay: '2026-01-03', owesPlan: false } as const

// What may follow what, transcribed from the domain model (SM-STAY) with the two steps of the house, apart from the code.
const allowed: Record<string, string> = {
  none: 'request',
  requested: 'reserve not_receive begin',
  reserved: 'begin not_receive',
  staying: 'review extend prepare run_away',
  extended: 'review extend prepare run_away go_on',
  leaving: 'review go_on go_home run_away',
}
const presses = [
  'request',
  'reserve',
  'not_receive',
  'begin',
  'review',
  'extend',
  'go_on',
  'prepare',
  'go_home',
  'run_away',
] as const
const following = new Map(
  Object.entries(allowed).map(([now, each]) => [
    now,
    presses.filter((press) => each.split(' ').includes(press)),
  ]),
)
const followers = (now: string) => following.get(now) ?? []

test('100,000 random walks of stays: no forbidden step, never two at a time, every active one can end', {
  timeout: 180_000,
}, () => {
  const random = numbers(47)
  const today = '2026-05-02'
  let [violations, steps] = [0, 0]
  for (let walk = 0; walk < 100_000; walk += 1) {
    const written: Written[] = []
    let [now, id, hasExtension] = ['none', '', false]
    let stays = foldStays([])
    for (let step = 0; step < 7; step += 1) {
      // Half of the presses are among those that should do, so that walks go far.
      const open = random(2) === 0 ? [] : followers(now)
      const from = open.length > 0 ? open : presses
      const press = from[random(from.length)] ?? 'request'
      const day = { onDay: '2026-05-01' }
      const more = { until: hasExtension ? '2026-12-31' : '2026-11-30', decidedOn: '2026-05-01' }
      const rules = {
        request: () => stayRequestRule(stays, 'supporting'),
        reserve: () => stayMoveRule(stays, id, 'reserved'),
        not_receive: () => stayMoveRule(stays, id, 'not_received') ?? otherPlaceRule('bệnh viện'),
        begin: () => stayBeginRule(stays, id, { ...day, ...yes }, today),
        review: () => stayReviewRule(stays, id, '2026-05-01', today),
        extend: () => stayExtendRule(stays, id, more, today, 120),
        go_on: () => stayGoOnRule(stays, id),
        prepare: () => leavingRule(stays, id, { ...calm, onDay: '2026-05-01' }),
        go_home: () => stayEndRule(stays, id, { ...day, how: 'went_home' }, today),
        run_away: () => stayEndRule(stays, id, { ...day, how: 'on_her_own' }, today),
      }
      const may = rules[press]() === null
      const should = followers(now).includes(press)
      // An extension is longer than the one before; the third press of this walk is not, and is refused.
      const tooShort = press === 'extend' && activeStay(stays)?.extension?.until === more.until
      if (may !== (should && !tooShort)) violations += 1
      if (!may || !should) continue
      steps += 1
      if (press === 'request') {
        id = randomUUID()
        written.push([stayRequested, {}, '2026-05-01', id])
        now = 'requested'
        hasExtension = false
      } else if (press === 'reserve') {
        written.push([stayReserved, { stayId: id, bed: 'A1' }])
        now = 'reserved'
      } else if (press === 'not_receive') {
        written.push([stayNotReceived, { stayId: id, reason: 'no_bed', otherPlace: 'hospital' }])
        now = 'none'
      } else if (press === 'begin') {
        written.push([stayBegun, { ...moved, ...day, stayId: id }])
        now = 'staying'
      } else if (press === 'review') {
        written.push([stayReviewed, { stayId: id, ...day, levels: {} }])
      } else if (press === 'extend') {
        written.push([stayExtended, { stayId: id, by: 'facility_director', reason: 'health', ...more }])
        now = 'extended'
        hasExtension = true
      } else if (press === 'go_on') {
        written.push([stayWentOn, { stayId: id }])
        hasExtension = now === 'leaving' && hasExtension
        now = hasExtension ? 'extended' : 'staying'
      } else if (press === 'prepare') {
        written.push([leavingPrepared, { ...(prepared[1] as object), stayId: id }])
        now = 'leaving'
      } else {
        const how = press === 'go_home' ? 'went_home' : 'on_her_own'
        written.push([stayEnded, { stayId: id, how, ...day, escort: 'nobody', kit: false }])
        now = 'none'
      }
      stays = foldStays(entriesOf(written))
      if ((activeStay(stays)?.state ?? 'none') !== now) violations += 1
      if (stays.filter(isActive).length > 1) violations += 1
    }
  }
  expect(violations).toBe(0)
  expect(steps).toBeGreaterThan(100_000)
})

test('a stay goes its way; an extension taken back and a leaving put off are told apart', () => {
  expect(state()).toBe('requested')
  expect(state(kept)).toBe('reserved')
  expect(state(kept, begun)).toBe('staying')
  expect(state(kept, begun, extended)).toBe('extended')
  expect(state(kept, begun, extended, [stayWentOn, { stayId }])).toBe('staying')
  const [putOff] = fold(asked, kept, begun, extended, prepared, [stayWentOn, { stayId }])
  expect(putOff).toMatchObject({ state: 'extended', extension: { until: '2026-06-30' } })
  const [taken] = fold(asked, kept, begun, extended, [stayWentOn, { stayId }])
  expect(taken?.extension).toBeNull()
  expect(state(kept, begun, prepared)).toBe('leaving')
  expect(fold(asked, kept, begun, prepared, ended)[0]).toMatchObject({
    state: 'left',
    bed: 'P2-1',
    ended: { how: 'went_home', onDay: '2026-05-01' },
  })
  expect(new Set(stayKinds).size).toBe(9)
})

test('part of scenario 46: she is not received only where another place is said', () => {
  expect(otherPlaceRule('   ')?.code).toBe('stay_other_place_owed')
  expect(otherPlaceRule('bệnh viện tỉnh, chị trực đã nhận lời')).toBeNull()
  expect(stayNotReceived.body.safeParse({ stayId, reason: 'no_bed' }).success).toBe(false)
  expect(stayNotReceived.body.safeParse({ stayId, reason: 'no_bed', otherPlace: 'none' }).success).toBe(false)
})

test('she moves in by her own yes, after the rules were explained, and not over an earlier stay', () => {
  const day = { onDay: '2026-05-01', ...yes }
  const begin = (more: object, ...written: Written[]) =>
    stayBeginRule(fold(asked, ...written), stayId, { ...day, ...more }, '2026-05-02')?.code ?? null
  expect(begin({}, kept)).toBeNull()
  expect(begin({ herYes: false }, kept)).toBe('stay_needs_her_yes')
  expect(begin({ rulesExplained: false }, kept)).toBe('stay_needs_her_yes')
  expect(begin({ onDay: '2026-05-03' }, kept)).toBe('stay_in_future')
  const again = randomUUID()
  const second = fold(asked, kept, begun, prepared, ended, [stayRequested, {}, '2026-05-01', again])
  const at = (onDay: string) => stayBeginRule(second, again, { ...day, onDay }, '2026-05-02')?.code ?? null
  expect([at('2026-04-30'), at('2026-05-01')]).toEqual(['stay_overlaps', null])
  expect(stayRequestRule(second, 'supporting')?.code).toBe('stay_runs_already')
  expect(stayRequestRule([], 'closed')?.code).toBe('stay_case_ended')
  expect(twoRolesRule(['manager', 'psychologist'])?.code).toBe('stay_needs_shelter_on_team')
  expect(twoRolesRule(['shelter', 'manager'])).toBeNull()
})

test('an extension goes beyond the limit, and only to a day that is still to come', () => {
  const stays = fold(asked, kept, begun)
  const until = (day: string, today = '2026-04-20', limit: number | null = 120) =>
    stayExtendRule(stays, stayId, { until: day, decidedOn: '2026-04-20' }, today, limit)?.code ?? null
  // 120 days from 2 January, that day counted, end on 1 May.
  expect(until('2026-05-01')).toBe('stay_extension_too_short')
  expect(until('2026-05-02')).toBeNull()
  expect(until('2026-05-02', '2026-06-01')).toBe('stay_extension_too_short')
  expect(until('2026-05-02', '2026-04-19')).toBe('stay_in_future')
  expect(until('2026-04-25', '2026-04-20', null)).toBeNull()
})

test('before she goes the risk was looked at in this stay; leaving on her own asks nothing', () => {
  const stays = fold(asked, kept, begun)
  const may = (risk: Parameters<typeof leavingRule>[2]) => leavingRule(stays, stayId, risk)?.code ?? null
  expect(may(calm)).toBeNull()
  expect(may({ level: null, onDay: null, owesPlan: false })).toBe('stay_risk_not_looked_at')
  expect(may({ ...calm, onDay: '2026-01-01' })).toBe('stay_risk_not_looked_at')
  expect(may({ level: 'high', onDay: '2026-01-03', owesPlan: true })).toBe('stay_safety_plan_owed')
  const end = (how: 'went_home' | 'on_her_own', onDay = '2026-05-01') =>
    stayEndRule(stays, stayId, { how, onDay }, '2026-05-02')?.code ?? null
  expect(end('went_home')).toBe('stay_does_not_follow')
  expect(end('on_her_own')).toBeNull()
  expect(end('on_her_own', '2026-01-01')).toBe('stay_before_it_began')
})

test('days are full days since she moved in; the standing comes from the clocks that run', () => {
  const [now] = fold(asked, kept, begun)
  const [gone] = fold(asked, kept, begun, prepared, ended)
  if (!now || !gone) throw new Error('no stay')
  expect(daysStayed(now, '2026-01-02')).toBe(0)
  expect(daysStayed(now, '2026-05-02')).toBe(120)
  expect(daysStayed(gone, '2026-12-31')).toBe(119)
  const [past, ahead] = ['2026-05-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z']
  const standing = (warning: string | null, limit: string | null) =>
    standingOf(
      [
        { kind: 'stay_warning', dueAt: warning },
        { kind: 'stay_limit', dueAt: limit },
      ],
      new Date('2026-05-02T00:00:00Z'),
    )
  expect([standing(ahead, ahead), standing(past, ahead), standing(past, past)]).toEqual([
    'calm',
    'near_end',
    'over_limit',
  ])
  expect(standing(null, null)).toBe('calm')
})

test('scenario 51: a stay that is asked for, kept or under way stands in the way of closing', () => {
  const codes = (...written: Written[]) =>
    closingObstacles(entriesOf(written), { referrals: 0, transfers: 0 }).map(({ code }) => code)
  expect(codes(asked)).toEqual(['closing_stay_runs'])
  expect(codes(asked, kept, begun)).toEqual(['closing_stay_runs'])
  expect(codes(asked, kept, begun, prepared, ended)).toEqual([])
  expect(
    codes(asked, [stayNotReceived, { stayId, reason: 'her_choice', otherPlace: 'place_of_her_own' }]),
  ).toEqual([])
})

test('a bed is a code of the house and holds nobody’s name', () => {
  for (const bed of ['P2-1', '12', 'A3', 'NA1.B2']) expect(bedCode.safeParse(bed).success).toBe(true)
  for (const bed of ['Phòng chị Mai', 'MAI', 'P2 1', '']) expect(bedCode.safeParse(bed).success).toBe(false)
})

function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

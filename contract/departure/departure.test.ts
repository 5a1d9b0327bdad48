import { expect, test } from 'vitest'
import { addDays } from '../date/date.ts'
import type { DirectoryEntry } from '../directory/entry.ts'
import { numbersAbroad, numbersAtHome } from './card.ts'
import type { CheckInOutcome } from './codes.ts'
import { checkInRule, departureRule, proposedDays } from './departure.ts'
import { adviceOn, type OfferAnswer, type OfferAnswers, type OfferQuestion, offerQuestions } from './offer.ts'
import { nextThing, standingOf } from './state.ts'

const sound: OfferAnswers = {
  knows_recruiter: 'yes',
  licensed: 'yes',
  contract: 'yes',
  work_and_wage: 'yes',
  advance_debt: 'no',
  passport_kept: 'no',
  by_trail: 'no',
  say_tourist: 'no',
  family_knows: 'yes',
  call_home: 'yes',
}

test('green only when all ten are answered and none worries; what is open or wrong says what to do', () => {
  const all = Object.keys(offerQuestions) as OfferQuestion[]
  expect(all).toHaveLength(10)
  expect(adviceOn(sound)).toEqual({ level: 'green', todo: [] })
  expect(adviceOn({}).level).toBe('amber')
  expect(adviceOn({}).todo).toHaveLength(10)
  expect(adviceOn({ ...sound, licensed: 'unsure' })).toMatchObject({
    level: 'amber',
    todo: [{ question: 'licensed' }],
  })
  expect(adviceOn({ ...sound, contract: 'no' }).level).toBe('amber')
  for (const [question, answer] of [
    ['passport_kept', 'yes'],
    ['by_trail', 'yes'],
    ['say_tourist', 'yes'],
    ['call_home', 'no'],
  ] as const)
    expect(adviceOn({ ...sound, licensed: 'no', [question]: answer })).toMatchObject({
      level: 'red',
      todo: [{ question }, { question: 'licensed' }],
    })
})

test('a worse answer never makes better advice', () => {
  const rank = { green: 0, amber: 1, red: 2 }
  const answers: OfferAnswer[] = ['yes', 'no', 'unsure']
  let seed = 7
  const pick = (n: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * n)
  }
  const all = Object.keys(sound) as OfferQuestion[]
  let worse = 0
  for (let i = 0; i < 100_000; i++) {
    const given: OfferAnswers = {}
    for (const each of all) given[each] = answers[pick(3)] ?? 'unsure'
    const question = all[pick(10)] ?? 'contract'
    const good = adviceOn({ ...given, [question]: sound[question] })
    const bad = adviceOn({ ...given, [question]: sound[question] === 'yes' ? 'no' : 'yes' })
    if (rank[bad.level] < rank[good.level] || bad.todo.length < good.todo.length) worse++
  }
  expect(worse).toBe(0)
})

const days = ['2026-12-22', '2027-01-14', '2027-03-16']
const heard = (onDay: string, outcome: CheckInOutcome = 'heard_from') => ({ onDay, outcome })

test('news covers the days up to it; no news by a day is said kindly, and only what was agreed comes after', () => {
  expect(standingOf(days, [], '2026-12-01')).toEqual({ state: 'waiting', nextOn: days[0], asked: false })
  expect(standingOf(days, [], '2026-12-22').state).toBe('due')
  const quiet = standingOf(days, [], '2026-12-23')
  expect(quiet).toEqual({ state: 'not_heard', nextOn: days[0], asked: false })
  expect(nextThing(quiet, 'commune_union')?.vi).toContain('người thân đã chọn')
  const asked = standingOf(days, [heard('2026-12-23', 'no_answer')], '2026-12-23')
  expect(asked).toEqual({ state: 'not_heard', nextOn: days[0], asked: true })
  expect(nextThing(asked, 'commune_union')?.vi).toContain('Hội LHPN xã')
  expect(nextThing(asked, 'nothing')?.vi).toContain('không làm gì thêm')
  expect(standingOf(days, [heard('2026-12-20')], '2026-12-24')).toMatchObject({
    state: 'waiting',
    nextOn: days[1],
  })
  expect(standingOf(days, [heard('2027-03-14')], '2027-04-01').state).toBe('all_heard')
  const both = [heard('2026-12-22'), heard('2026-12-22', 'asked_help')]
  expect(standingOf(days, both, '2026-12-22').state).toBe('asked_help')
  expect(standingOf(days, [...both].reverse(), '2026-12-22').state).toBe('asked_help')
  expect(standingOf(days, [...both, heard('2026-12-24')], '2026-12-24').state).toBe('waiting')
})

test('days to ask are proposed after leaving, and must lie ahead', () => {
  expect(proposedDays('2026-12', '2026-11-22')).toEqual(['2026-12-22', '2027-01-14', '2027-03-16'])
  expect(proposedDays('2026-10', '2026-11-22')[0]).toBe('2026-11-29')
  const plan = { leavesAbout: '2026-12', checkInOn: days }
  expect(departureRule(plan, '2026-11-22')).toBeNull()
  expect(departureRule({ ...plan, leavesAbout: '2031-01' }, '2026-11-22')?.code).toBe('departure_month_far')
  expect(departureRule({ ...plan, checkInOn: ['2026-11-21'] }, '2026-11-22')?.code).toBe('departure_day_past')
  const twice = { ...plan, checkInOn: [...days, ...days] }
  expect(departureRule(twice, '2026-11-22')?.code).toBe('departure_day_twice')
  expect(checkInRule('2026-11-22', '2026-11-22', '2026-11-22')).toBeNull()
  expect(checkInRule(addDays('2026-11-22', 1), '2026-11-22', '2026-11-22')?.code).toBe('check_in_day_wrong')
  expect(checkInRule('2026-11-21', '2026-11-22', '2026-11-22')?.code).toBe('check_in_day_wrong')
})

test('the card takes its numbers from the directory alone: an embassy for its own country, else none', () => {
  const entry = (name: string, phone: string | null, kind: DirectoryEntry['kind'] = 'other') =>
    ({ name, phone, kind, provider: '', area: '', description: '' }) as DirectoryEntry
  const hotline = entry('Tổng đài quốc gia', '111', 'hotline')
  const embassy = entry('Đại sứ quán Việt Nam tại Lào', '+85600000')
  const line = entry('Tổng đài bảo hộ công dân', '+84000', 'hotline')
  expect(numbersAbroad([hotline], 'japan')).toEqual([])
  expect(numbersAbroad([hotline, embassy], 'laos')).toEqual([embassy])
  expect(numbersAbroad([hotline, embassy], 'japan')).toEqual([])
  expect(numbersAbroad([{ ...embassy, phone: null }], 'laos')).toEqual([])
  expect(numbersAbroad([line, embassy], 'other')).toEqual([line])
  expect(numbersAtHome([hotline, embassy, line])).toEqual([hotline])
})

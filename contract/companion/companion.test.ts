import { expect, test } from 'vitest'
import { caseParts } from '../case/codes.ts'
import { safeContactPhrases, safeContactRule } from '../case/safe-contact.ts'
import { consentPurposes, sharedFields } from '../consent/codes.ts'
import { type CompanionState, companionFields, companionStates } from './codes.ts'
import { quietName, quietParts, quietPurposes } from './her-sheet.ts'
import { companionNumber } from './number.ts'
import { companionDayRule, companionMoveRule } from './state.ts'

const states = Object.keys(companionStates) as CompanionState[]

test('only the club answers, either side ends, and nothing follows an end: 100,000 random walks', () => {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(seed / 65_536) % below
  }
  let wrong = 0
  let moves = 0
  for (let walk = 0; walk < 100_000; walk++) {
    let at: CompanionState = 'asked'
    for (let step = 0; step < 4; step++) {
      const to = states[random(states.length)] ?? 'ended'
      const side = random(2) === 0 ? 'team' : 'club'
      if (companionMoveRule(at, to, side)) continue
      moves++
      if (at === 'declined' || at === 'ended' || to === 'asked') wrong++
      if ((to === 'accepted' || to === 'declined') && (side === 'team' || at !== 'asked')) wrong++
      at = to
    }
  }
  expect(moves).toBeGreaterThan(50_000)
  expect(wrong).toBe(0)
})

test('a plan lies ahead, a visit behind', () => {
  expect(companionDayRule('2026-11-22', '2026-11-22', 'plan')).toBeNull()
  expect(companionDayRule('2026-11-21', '2026-11-22', 'plan')?.code).toBe('companion_day')
  expect(companionDayRule('2028-11-21', '2026-11-22', 'plan')?.code).toBe('companion_day')
  expect(companionDayRule('2026-11-22', '2026-11-22', 'done')).toBeNull()
  expect(companionDayRule('2026-11-23', '2026-11-22', 'done')?.code).toBe('companion_day')
})

test('a club may be told nothing of papers, family, the law or the need', () => {
  for (const field of ['paper', 'family', 'legal_name', 'birth', 'nationality', 'need'])
    expect(companionFields as readonly string[]).not.toContain(field)
  for (const field of companionFields) expect(sharedFields).toHaveProperty(field)
  expect(companionNumber(14)).toBe('ĐH-014')
})

test('her sheet has no word from which one could guess', () => {
  const guess = /mua bán|nạn nhân|tạm lánh|victim|traffick|shelter|hồ sơ|case/iu
  for (const each of [...Object.values(quietParts), ...Object.values(quietPurposes)])
    expect(`${each?.vi} ${each?.en}`).not.toMatch(guess)
  expect(Object.keys(quietParts)).toEqual(Object.keys(caseParts))
  expect(Object.keys(quietPurposes)).toEqual(Object.keys(consentPurposes))
  expect(quietName('CLB phòng, chống Mua Bán Người phường A', 'Câu lạc bộ gần nhà')).toBe(
    'Câu lạc bộ gần nhà',
  )
  expect(quietName('Ngôi nhà Bình yên', 'Đường dây hỗ trợ')).toBe('Đường dây hỗ trợ')
  expect(quietName('Câu lạc bộ Tuần Châu', 'Câu lạc bộ gần nhà')).toBe('Câu lạc bộ Tuần Châu')
})

test('a safe contact names a way, does not contradict itself, and reads as short phrases', () => {
  const codes = {
    ways: ['call' as const],
    fromMinute: 840,
    untilMinute: 1020,
    cautions: [],
    saidBy: 'herself' as const,
  }
  expect(safeContactRule(codes)).toBeNull()
  expect(safeContactRule({ ...codes, ways: [] })?.code).toBe('safe_contact_ways')
  expect(safeContactRule({ ...codes, ways: ['none', 'call'] })?.code).toBe('safe_contact_none')
  expect(safeContactRule({ ...codes, untilMinute: 800 })?.code).toBe('safe_contact_hours')
  expect(safeContactRule({ ...codes, untilMinute: null })?.code).toBe('safe_contact_hours')
  expect(safeContactRule({ ...codes, ways: ['message'], cautions: ['no_messages'] })?.code).toBe(
    'safe_contact_messages',
  )
  expect(safeContactPhrases({ ...codes, cautions: ['no_car_at_gate'] }).map(({ vi }) => vi)).toEqual([
    'Gọi điện',
    'Từ 14:00 đến 17:00',
    'Không để xe trước cổng',
  ])
})

import { expect, test } from 'vitest'
import { missingInShort, missingWords, placeWords, vitalityWords } from './club-words.ts'

const place = (over: object) => ({
  level: 'commune' as const,
  code: '06700',
  validFrom: '2008-01-01',
  validTo: '2025-06-30',
  kind: 'phường' as const,
  name: 'Hùng Thắng',
  fullName: 'Phường Hùng Thắng',
  parentCode: '193',
  provinceCode: '22',
  path: 'Phường Hùng Thắng, Thành phố Hạ Long, Tỉnh Quảng Ninh',
  ...over,
})
const club = {
  state: 'active' as const,
  stateSince: '2022-05-01',
  vitality: null,
  place: place({}),
  placeToday: {
    kind: 'one' as const,
    place: place({ fullName: 'Phường Bãi Cháy', validTo: null }),
  },
  missing: [],
}

test('a ward of before stands in small beside that of today, and a split one names its choices', () => {
  expect(placeWords(club)).toEqual({
    now: { vi: 'Phường Bãi Cháy', en: 'Phường Bãi Cháy' },
    before: 'Phường Hùng Thắng, Thành phố Hạ Long',
  })
  const choices = [place({ fullName: 'Phường A' }), place({ fullName: 'Phường B' })]
  expect(placeWords({ ...club, placeToday: { kind: 'split', choices } }).now.vi).toBe(
    'Nay là: Phường A hoặc Phường B',
  )
  expect(placeWords({ ...club, place: place({ validTo: null }) }).before).toBeNull()
})

test('missed meetings are told as help; a new club is not praised for what it had no time to do', () => {
  const words = (code: 'good' | 'needs_support', missed: number, lastMeetingOn: string | null) =>
    vitalityWords({ ...club, vitality: { code, missed, lastMeetingOn } })?.vi
  expect(words('needs_support', 2, '2022-06-03')).toBe(
    'Cần hỗ trợ · 2 kỳ liền chưa họp, họp gần nhất 03/06/2022',
  )
  expect(words('good', 0, '2022-06-03')).toBe('Đang sinh hoạt đều · họp gần nhất 03/06/2022')
  expect(words('good', 0, null)).toBe('Chưa tới hết kỳ họp đầu')
  expect(vitalityWords(club)).toBeNull()
})

test('what is missing is asked of a club that prepares, offered to one that works, silent in history', () => {
  const missing = [{ code: 'board' as const, words: { vi: 'Ban chủ nhiệm (dài)', en: 'board (long)' } }]
  const words = (state: 'preparing' | 'active' | 'merged') => missingWords({ ...club, state, missing })?.vi
  expect([words('preparing'), words('active'), words('merged')]).toEqual([
    'Còn thiếu để hoạt động',
    'Nên bổ sung',
    undefined,
  ])
  expect(missingInShort({ ...club, missing })).toMatchObject([{ vi: 'Ban chủ nhiệm' }])
  expect(missingWords(club)).toBeNull()
})

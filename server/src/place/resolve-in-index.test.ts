import { expect, test } from 'vitest'
import { resolveInIndex } from './resolve-in-index.ts'
import { placesFromFiles } from './testing/index-from-files.ts'

const { index } = await placesFromFiles()
const before = '2022-05-01'

function todayOf(code: string, from: string, level: 'province' | 'district' | 'commune' = 'commune') {
  const answer = resolveInIndex(index, level, code, from)
  if (answer.kind === 'one') return [`${answer.place.code} ${answer.place.path}`]
  return answer.kind === 'split' ? answer.choices.map((place) => `${place.code} ${place.path}`) : []
}

test.each([
  ['06700', 'Tuần Châu', '06706 Phường Tuần Châu, Tỉnh Quảng Ninh'],
  ['06679', 'Hùng Thắng', '06673 Phường Bãi Cháy, Tỉnh Quảng Ninh'],
  ['06658', 'Cao Xanh', '06658 Phường Cao Xanh, Tỉnh Quảng Ninh'],
  ['06694', 'Bạch Đằng', '06685 Phường Hồng Gai, Tỉnh Quảng Ninh'],
  ['06691', 'Hồng Gai', '06685 Phường Hồng Gai, Tỉnh Quảng Ninh'],
])('the pilot ward %s %s is today %s', (code, name, expected) => {
  expect(index.versions.get(`commune ${code}`)?.[0]?.name).toBe(name)
  expect(resolveInIndex(index, 'commune', code, before).kind).toBe('one')
  expect(todayOf(code, before)).toEqual([expected])
})

test('a reused code is another place on another day', () => {
  // 06706 was Đại Yên until the reform gave the code to Tuần Châu, which Đại Yên joined.
  expect(todayOf('06706', '2025-06-30')).toEqual(['06706 Phường Tuần Châu, Tỉnh Quảng Ninh'])
  expect(todayOf('06676', before)).toEqual(todayOf('06676', '2025-06-30'))
  expect(todayOf('24', '2025-06-30', 'province')).toEqual(['24 Tỉnh Bắc Ninh'])
  expect(todayOf('80', '2025-06-30', 'province')).toEqual(['80 Tỉnh Tây Ninh'])
  expect(todayOf('72', '2025-06-30', 'province')).toEqual(['80 Tỉnh Tây Ninh'])
  expect(todayOf('72', '2025-07-01', 'province')).toEqual([])
})

test('a split place asks, with every choice, the one that took all people first', () => {
  const answer = resolveInIndex(index, 'commune', '00556', before)
  expect(answer.kind).toBe('split')
  expect(todayOf('00556', before)).toEqual([
    '00562 Xã Thuận An, Thành phố Hà Nội',
    '00541 Xã Phù Đổng, Thành phố Hà Nội',
  ])
})

test('a change of the later year is followed too', () => {
  expect(todayOf('26170', '2025-08-01')).toEqual(['26170 Phường Trị An, Thành phố Đồng Nai'])
  expect(todayOf('75', '2020-01-01', 'province')).toEqual(['75 Thành phố Đồng Nai'])
  expect(todayOf('70', '2020-01-01', 'province')).toEqual(['75 Thành phố Đồng Nai'])
})

test('a district becomes the communes that its own became; an island district one special zone', () => {
  expect(todayOf('471', before, 'district')).toEqual(['19742 Đặc khu Cồn Cỏ, Tỉnh Quảng Trị'])
  const haLong = todayOf('193', before, 'district')
  expect(haLong).toContain('06706 Phường Tuần Châu, Tỉnh Quảng Ninh')
  expect(haLong).toContain('06685 Phường Hồng Gai, Tỉnh Quảng Ninh')
  expect(new Set(haLong).size).toBe(haLong.length)
})

test('codes that the table and the list wrote differently meet by the name in the district', () => {
  // Mỹ Hưng and Phú Thịnh stand in the table under the codes of other communes.
  expect(todayOf('01651', before)).toEqual(['01648 Xã Phục Hòa, Tỉnh Cao Bằng'])
  expect(todayOf('01615', before)).toEqual(['01636 Xã Bế Văn Đàn, Tỉnh Cao Bằng'])
  expect(todayOf('02482', before)).toEqual(['02494 Xã Thái Bình, Tỉnh Tuyên Quang'])
  expect(todayOf('26935', before)).toEqual(['26929 Phường Bình Thạnh, Thành phố Hồ Chí Minh'])
  expect(todayOf('06970', before)).toEqual(['06978 Xã Ba Chẽ, Tỉnh Quảng Ninh'])
})

test('a commune of which the table says nothing asks among those of its district', () => {
  const choices = todayOf('07693', before)
  expect(resolveInIndex(index, 'commune', '07693', before).kind).toBe('split')
  expect(choices.length).toBeGreaterThan(1)
  expect(choices.every((choice) => choice.endsWith('Tỉnh Bắc Ninh'))).toBe(true)
})

test('what is of today stays, what never was is none', () => {
  expect(todayOf('06706', '2026-07-25')).toEqual(['06706 Phường Tuần Châu, Tỉnh Quảng Ninh'])
  expect(resolveInIndex(index, 'commune', '99999', before)).toEqual({ kind: 'none' })
  expect(resolveInIndex(index, 'commune', '06700', '2026-01-01')).toEqual({ kind: 'none' })
})

import { expect, test } from 'vitest'
import { isValidOn } from './place-index.ts'
import { placesFromFiles } from './testing/index-from-files.ts'

const { rows, successions } = await placesFromFiles()

function countOn(day: string, level: string): number {
  return rows.filter((row) => row.level === level && isValidOn(row, day)).length
}

test('today there are 34 provinces, no districts and 3,321 communes', () => {
  expect(['province', 'district', 'commune'].map((level) => countOn('2026-07-25', level))).toEqual([
    34, 0, 3321,
  ])
  expect(['province', 'district', 'commune'].map((level) => countOn('2025-07-01', level))).toEqual([
    34, 0, 3321,
  ])
})

test('the old list of the statistics office: 63 provinces, 696 districts, 10,051 communes', () => {
  expect(['province', 'district', 'commune'].map((level) => countOn('2025-01-04', level))).toEqual([
    63, 696, 10051,
  ])
  // Three wards of Mộc Châu came after that list.
  expect(['province', 'district', 'commune'].map((level) => countOn('2025-06-30', level))).toEqual([
    63, 696, 10054,
  ])
})

test('kinds before and after 2026-04-30: ten communes of Đồng Nai became wards', () => {
  const kinds = (day: string) =>
    ['xã', 'phường', 'đặc khu'].map(
      (kind) =>
        rows.filter((row) => row.level === 'commune' && row.kind === kind && isValidOn(row, day)).length,
    )
  expect(kinds('2026-04-29')).toEqual([2621, 687, 13])
  expect(kinds('2026-04-30')).toEqual([2611, 697, 13])
})

test('versions of one code never overlap, and every parent lives as long as its child begins', () => {
  const byKey = new Map<string, typeof rows>()
  for (const row of rows) {
    const key = `${row.level} ${row.code}`
    byKey.set(key, [...(byKey.get(key) ?? []), row])
  }
  for (const versions of byKey.values())
    for (const [i, version] of versions.entries()) {
      const next = versions[i + 1]
      if (next) expect(version.validTo !== null && version.validTo < next.validFrom, version.code).toBe(true)
    }
  for (const row of rows) {
    if (row.parentCode === null) continue
    const level = row.parentCode.length === 2 ? 'province' : 'district'
    const parents = byKey.get(`${level} ${row.parentCode}`) ?? []
    expect(
      parents.some((parent) => isValidOn(parent, row.validFrom)),
      row.fullName,
    ).toBe(true)
  }
})

test('440 old communes were split by the table, 17 more are not told of', () => {
  const toNew = new Map<string, Set<string>>()
  const untold = new Set<string>()
  for (const each of successions) {
    if (each.level !== 'commune' || each.effectiveDate !== '2025-07-01') continue
    toNew.set(each.oldCode, (toNew.get(each.oldCode) ?? new Set()).add(each.newCode))
    if (each.relation === 'unknown') untold.add(each.oldCode)
  }
  const split = [...toNew].filter(([code, codes]) => codes.size > 1 && !untold.has(code))
  expect([toNew.size, split.length, untold.size]).toEqual([10054, 440, 17])
})

test('no place of the old map is left without a way to today', () => {
  const known = new Set(successions.map((each) => `${each.level} ${each.oldCode} ${each.effectiveDate}`))
  const lost = rows.filter(
    (row) => row.validTo === '2025-06-30' && !known.has(`${row.level} ${row.code} 2025-07-01`),
  )
  expect(lost).toEqual([])
})

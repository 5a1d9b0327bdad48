import { expect, test } from 'vitest'
import { placesWithin } from './place-within.ts'
import { placesFromFiles } from './testing/index-from-files.ts'

const { rows, successions } = await placesFromFiles()
const within = placesWithin(rows, successions)
const now = '2025-07-01'
const old = '1900-01-01'

/** The places that hold this one, as 'code from', provinces and communes. */
function around(code: string, from: string, level = 'commune') {
  return within
    .filter(({ inner }) => inner.level === level && inner.code === code && inner.validFrom === from)
    .map(({ outer }) => `${outer.code} ${outer.validFrom}`)
    .sort()
}
const settled = (code: string, from: string) =>
  within.find(({ inner }) => inner.level === 'commune' && inner.code === code && inner.validFrom === from)
    ?.settled

test('an old ward lies in its ward, in what that became, and in the province of then and of today', () => {
  expect(around('06700', old)).toEqual([`06700 ${old}`, `06706 ${now}`, `22 ${old}`, `22 ${now}`])
  expect(settled('06700', old)).toBe(true)
  // The new ward is made of several: it lies in none of them alone, and in the old province all the same.
  expect(around('06706', now)).toEqual([`06706 ${now}`, `22 ${old}`, `22 ${now}`])
})

test('an old province holds what is made of its communes alone, and not the others of the new one', () => {
  const inOld = (code: string) =>
    within.filter(
      ({ inner, outer }) =>
        outer.level === 'province' &&
        outer.code === code &&
        outer.validFrom === old &&
        inner.validTo === null,
    )
  const canTho = within.filter(
    ({ inner, outer }) =>
      inner.level === 'commune' && inner.validTo === null && outer.code === '92' && outer.validFrom === now,
  )
  const [a, b, c] = [inOld('92'), inOld('93'), inOld('94')]
  expect(a.some(({ inner }) => inner.level === 'province')).toBe(false)
  // Cần Thơ, Hậu Giang and Sóc Trăng were: every commune of the new province is of one of them.
  expect([a.length, b.length, c.length, canTho.length]).toEqual([32, 28, 43, 103])
  expect(new Set([...a, ...b, ...c].map(({ inner }) => inner)).size).toBe(103)
})

test('a code that was given to another place is two places', () => {
  // 24 was Bắc Giang and is Bắc Ninh.
  expect(around('24', old, 'province')).toEqual([`24 ${old}`, `24 ${now}`])
  expect(around('27', old, 'province')).toEqual([`24 ${now}`, `27 ${old}`])
  expect(around('24', now, 'province')).toEqual([`24 ${now}`])
  expect(around('22', now, 'province')).toEqual([`22 ${old}`, `22 ${now}`])
})

test('a place that only changed its name is the same place in both directions', () => {
  expect(around('75', now, 'province')).toContain('75 2026-04-30')
  expect(around('75', '2026-04-30', 'province')).toContain(`75 ${now}`)
})

test('a place that was split lies in what is certain, and is not settled', () => {
  expect(settled('00556', old)).toBe(false)
  expect(around('00556', old)).toEqual([`00556 ${old}`, `01 ${old}`, `01 ${now}`])
})

test('what holds a place holds what lies in that place', () => {
  const keyOf = (row: { level: string; code: string; validFrom: string }) =>
    `${row.level} ${row.code} ${row.validFrom}`
  const sets = new Map<string, Set<string>>()
  for (const { inner, outer } of within) {
    const set = sets.get(keyOf(inner)) ?? new Set()
    sets.set(keyOf(inner), set.add(keyOf(outer)))
  }
  const missing: string[] = []
  for (const [inner, outers] of sets)
    for (const outer of outers)
      for (const further of sets.get(outer) ?? [])
        if (!outers.has(further)) missing.push(`${inner} < ${outer} < ${further}`)
  expect(missing.slice(0, 10)).toEqual([])
})

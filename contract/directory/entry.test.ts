import { expect, test } from 'vitest'
import { directory } from '../../database/seed/directory.ts'
import {
  type DirectoryEntry,
  directoryFacts,
  directoryMatches,
  directoryRule,
  isStale,
  namesStreet,
} from './entry.ts'

const shelter = directoryFacts.parse({
  kind: 'shelter',
  name: 'Ngôi nhà thử',
  provider: 'Trung tâm thử',
  area: 'Thành phố Hạ Long, tỉnh Quảng Ninh',
  phone: '0900 000 001',
  fee: 'free',
  hours: 'all_day',
  hoursNote: 'Nhận người 24/24, gọi đường dây nóng trước',
  source: 'test',
})
const entry: DirectoryEntry = {
  ...shelter,
  province: '22',
  id: '00000000-0000-4000-8000-000000000001',
  ownerOrganisationId: '00000000-0000-4000-8000-000000000002',
  functions: [],
  checkedOn: '2026-08-01',
  nextCheckOn: '2026-10-30',
  mine: false,
  reports: 0,
  street: false,
}

test('a safe place may say its area and not its street', () => {
  expect(directoryRule(shelter)).toBeNull()
  expect(shelter.phone).toBe('0900000001')
  for (const area of [
    'Số 12 Lê Lợi',
    'ngõ 3 Bãi Cháy',
    'Đường Trần Phú, Hạ Long',
    '12/4 Hòn Gai',
    '12, Lê Lợi',
    'Tổ 5 khu 2',
  ])
    expect(directoryRule({ ...shelter, area })?.code, area).toBe('directory_street_open')
  expect(directoryRule({ ...shelter, kind: 'trusted_address', description: 'phố Rừng Thông' })?.code).toBe(
    'directory_street_open',
  )
  expect(directoryRule({ ...shelter, kind: 'health', area: 'Số 12 Lê Lợi' })).toBeNull()
  for (const words of ['phường Tuần Châu', 'khu vực Hạ Long', 'gọi 24/7', 'đường dây nóng'])
    expect(namesStreet(words), words).toBe(false)
})

test('legal aid is free, and a hotline has a number', () => {
  expect(directoryRule({ ...shelter, kind: 'legal_aid', fee: 'paid' })?.code).toBe(
    'directory_legal_aid_is_free',
  )
  expect(directoryRule({ ...shelter, kind: 'hotline', phone: null })?.code).toBe('directory_phone_missing')
})

test('stale from the day of the next check on, and as long as nobody has checked', () => {
  expect(isStale(entry, '2026-10-29')).toBe(false)
  expect(isStale(entry, '2026-10-30')).toBe(true)
  expect(isStale({ checkedOn: null, nextCheckOn: null }, '2026-10-29')).toBe(true)
  expect(isStale({ checkedOn: '2020-01-01', nextCheckOn: null }, '2026-10-29')).toBe(false)
})

test('found without accents, by kind, language, cost, hours and for whom', () => {
  const hers: DirectoryEntry = { ...entry, languages: ['mong'], forWhom: ['women', 'children'] }
  expect(directoryMatches(hers, { typed: 'ngoi nha ha long' })).toBe(true)
  expect(directoryMatches(hers, { typed: '0900' })).toBe(true)
  expect(directoryMatches(hers, { typed: 'mong cai' })).toBe(false)
  const right = {
    kind: 'shelter',
    language: 'mong',
    fee: 'free',
    hours: 'all_day',
    forWhom: 'children',
  } as const
  expect(directoryMatches(hers, right)).toBe(true)
  for (const wrong of [
    { kind: 'job' },
    { language: 'khmer' },
    { fee: 'paid' },
    { hours: 'office' },
    { forWhom: 'men' },
  ] as const)
    expect(directoryMatches(hers, { ...right, ...wrong })).toBe(false)
  expect(directoryMatches({ ...hers, forWhom: ['everybody'] }, { forWhom: 'men' })).toBe(true)
})

test('every entry that the directory begins with has the shape, keeps the rule, and says where it is from', () => {
  for (const { key, owner, demo, functions, province, ...facts } of directory) {
    const read = directoryFacts.parse(facts)
    expect(directoryRule(read), key).toBeNull()
    expect([
      owner.length > 0 && province.length === 2,
      functions.every(({ source }) => source !== ''),
      demo ?? true,
    ]).toEqual([true, true, true])
  }
  expect(directory.filter(({ demo }) => !demo).map(({ phone }) => phone)).toEqual([
    '111',
    '18001769',
    '1900969680',
    '0377672444',
  ])
})

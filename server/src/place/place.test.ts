import { getPlaceRead, placeTodayRead, searchPlacesRead } from '@ke-vai/contract/place/endpoints.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { loadPlaces } from './load-places.ts'
import { getPlaceAsOf, resolveToToday, searchPlaces } from './place.ts'

let product: TestProduct
let database: TestDatabase
let person: TestPerson

beforeAll(async () => {
  product = await testProduct()
  database = await testDatabase()
  person = await product.signIn('tham')
})
afterAll(async () => {
  await product?.close()
  await database?.close()
})

test('the deploy has loaded 34 provinces and 3,321 communes of today, 63, 696 and 10,054 of the day before the reform', async () => {
  const countOn = (day: string) => database.app<{ level: string; n: number }[]>`
    select level, count(*)::int as n from place
    where valid_from <= ${day} and (valid_to is null or valid_to >= ${day}) group by level order by level`
  expect(Object.fromEntries((await countOn('2026-07-25')).map((row) => [row.level, row.n]))).toEqual({
    province: 34,
    commune: 3321,
  })
  expect(Object.fromEntries((await countOn('2025-06-30')).map((row) => [row.level, row.n]))).toEqual({
    province: 63,
    district: 696,
    commune: 10054,
  })
})

test('loading again writes nothing; a database that differs from the files is mended', async () => {
  const loadedAt = async () =>
    (await database.dangerous<{ at: string }[]>`select loaded_at::text as at from reference_load`)[0]?.at
  const first = await loadedAt()
  await loadPlaces(database.dangerous)
  expect(await loadedAt()).toBe(first)

  await database.dangerous`update reference_load set hash = 'of older files'`
  await database.dangerous`update place set name = 'spoilt' where code = '06700'`
  await database.dangerous`delete from place where code = '06706'`
  await database.dangerous`delete from place_succession where old_code = '06700'`
  await loadPlaces(database.dangerous)
  const rows = await database.app`
    select code, name, valid_from from place where code in ('06700', '06706') order by code, valid_from`
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['06700', 'Tuần Châu', '1900-01-01'],
    ['06706', 'Đại Yên', '1900-01-01'],
    ['06706', 'Tuần Châu', '2025-07-01'],
  ])
  expect(await database.app`select new_code from place_succession where old_code = '06700'`).toHaveLength(1)
})

test('the app reads places and may not write them', async () => {
  const { app } = database
  await expect(app`delete from place`).rejects.toThrow('permission denied')
  await expect(app`update place_succession set new_code = '00001'`).rejects.toThrow('permission denied')
  await expect(app`select * from reference_load`).rejects.toThrow('permission denied')
})

test('a reused code gives the place of the day that is asked for', async () => {
  const name = async (level: 'province' | 'commune', code: string, day?: string) =>
    (await getPlaceAsOf(database.app, level, code, day))?.path
  expect(await name('commune', '06706', '2022-05-01')).toBe(
    'Phường Đại Yên, Thành phố Hạ Long, Tỉnh Quảng Ninh',
  )
  expect(await name('commune', '06706', '2025-06-30')).toContain('Đại Yên')
  expect(await name('commune', '06706', '2025-07-01')).toBe('Phường Tuần Châu, Tỉnh Quảng Ninh')
  expect(await name('commune', '06706')).toBe('Phường Tuần Châu, Tỉnh Quảng Ninh')
  expect(await name('province', '80', '2025-06-30')).toBe('Tỉnh Long An')
  expect(await name('province', '80', '2025-07-01')).toBe('Tỉnh Tây Ninh')
  expect(await name('province', '75', '2026-04-29')).toBe('Tỉnh Đồng Nai')
  expect(await name('province', '75', '2026-04-30')).toBe('Thành phố Đồng Nai')
  expect(await name('province', '70')).toBeUndefined()
})

test('the door answers from the database', async () => {
  const [first] = await searchPlaces(database.app, { q: 'tuan chau' })
  expect(first?.code).toBe('06706')
  const today = await resolveToToday(database.app, 'commune', '06679', '2022-05-01')
  expect(today).toMatchObject({ kind: 'one', place: { code: '06673', name: 'Bãi Cháy' } })
})

test('over HTTP: search, a place of a day, what it is today', async () => {
  const search = await person.read(searchPlacesRead, {}, { q: 'tuần châu', asOf: '2022-05-01', limit: 5 })
  expect(search.status).toBe(200)
  expect(search.body.places.map((place) => place.path)).toEqual([
    'Phường Tuần Châu, Thành phố Hạ Long, Tỉnh Quảng Ninh',
  ])
  const old = await person.read(getPlaceRead, { level: 'commune', code: '06700' }, { asOf: '2022-05-01' })
  expect(old.body).toMatchObject({ fullName: 'Phường Tuần Châu', provinceCode: '22', validTo: '2025-06-30' })
  const one = await person.read(placeTodayRead, { level: 'commune', code: '06700' }, { from: '2022-05-01' })
  expect(one.body).toMatchObject({ kind: 'one', place: { code: '06706' } })
  const split = await person.read(placeTodayRead, { level: 'commune', code: '00556' }, { from: '2022-05-01' })
  expect(split.body).toMatchObject({ kind: 'split', choices: [{ code: '00562' }, { code: '00541' }] })
  expect((await person.read(getPlaceRead, { level: 'commune', code: '06700' })).status).toBe(404)
  expect((await person.get('/api/places?q=a&asOf=2022-02-31')).status).toBe(400)
})

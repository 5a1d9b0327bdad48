import { randomUUID } from 'node:crypto'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import {
  directoryAdd,
  directoryChange,
  directoryCheck,
  directoryList,
  directoryReport,
  directoryWithdraw,
} from '@ke-vai/contract/directory/directory.ts'
import { isStale } from '@ke-vai/contract/directory/entry.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { seededId } from './load-directory.ts'

let product: TestProduct
let van: TestPerson
let khai: TestPerson
let hoa: TestPerson
const centre = demoId('organisation/centre-22')
const union = demoId('organisation/union-22')

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
  khai = await product.signIn('khai')
  hoa = await product.signIn('hoa')
})
afterAll(() => product.close())

const all = async (who: TestPerson, query = {}) => (await who.read(directoryList, {}, query)).body.entries
const oneOf = async (who: TestPerson, key: string) =>
  (await all(who)).find(({ id }) => id === seededId(key)) ?? expect.fail(`no entry ${key}`)

const facts = {
  kind: 'health' as const,
  name: 'Trạm y tế Thử Nghiệm',
  provider: 'Trạm y tế thử',
  area: 'Phường Tuần Châu',
  fee: 'free' as const,
  hours: 'office' as const,
  languages: ['vietnamese' as const, 'mong' as const],
  forWhom: ['women' as const],
  source: 'test',
}

test('scenario 38: 111 shows both functions with their days; the numbers show what they cost', async () => {
  const national = await oneOf(hoa, '111')
  expect(national).toMatchObject({ phone: '111', fee: 'free', hours: 'all_day', province: '00' })
  expect(national.functions).toMatchObject([
    { name: 'Bảo vệ trẻ em', validFrom: null },
    { name: 'Phòng, chống mua bán người', validFrom: '2025-09-19' },
  ])
  expect(national.functions.every(({ source }) => source.length > 0)).toBe(true)
  expect(await oneOf(hoa, '18001769')).toMatchObject({ fee: 'free', hours: 'all_day', phone: '18001769' })
  const paid = await oneOf(hoa, '1900969680')
  expect([paid.fee, paid.feeNote]).toEqual(['paid', expect.stringContaining('tính cước')])
  expect(await oneOf(hoa, '0377672444')).toMatchObject({ phone: '0377672444', province: '22' })
})

test('scenario 37: unchecked for 90 days an entry is stale and stands in its owner’s list; a check takes it off', async () => {
  const id = seededId('0377672444')
  const checked = await khai.send(directoryCheck, { organisationId: union, entryId: id })
  expect(checked.body).toEqual({ checkedOn: today(), nextCheckOn: addDays(today(), 90) })
  const toCheck = async (who: TestPerson) => (await all(who, { toCheck: 'true' })).map((each) => each.id)
  expect(await toCheck(khai)).not.toContain(id)
  const sql = product.database.dangerous
  const checkedOn = async (day: string) => {
    await sql`update directory_entry set checked_on = ${day}, next_check_on = ${addDays(day, 90)} where id = ${id}`
    return isStale(await oneOf(hoa, '0377672444'), today())
  }
  expect(await checkedOn(addDays(today(), -89))).toBe(false)
  expect(await checkedOn(addDays(today(), -90))).toBe(true)
  expect(await toCheck(khai)).toContain(id)
  // It is nobody else's task, and nobody else's to tick off.
  for (const other of [van, hoa]) expect(await toCheck(other)).not.toContain(id)
  expect((await van.send(directoryCheck, { organisationId: union, entryId: id })).status).toBe(404)
  expect((await van.send(directoryCheck, { organisationId: centre, entryId: id })).status).toBe(404)
  expect((await hoa.send(directoryCheck, { organisationId: union, entryId: id })).status).toBe(404)
  expect((await khai.send(directoryCheck, { organisationId: union, entryId: id })).status).toBe(200)
  expect(await toCheck(khai)).not.toContain(id)
})

test('whoever could not get through says so, and the owner finds it among what to check', async () => {
  const id = seededId('18001769')
  await van.send(directoryCheck, { organisationId: centre, entryId: id })
  await product.database.dangerous`update directory_entry set checked_on = checked_on - 1 where id = ${id}`
  const toCheck = async () => (await all(van, { toCheck: 'true' })).map((each) => each.id)
  expect(await toCheck()).not.toContain(id)
  expect((await hoa.send(directoryReport, { entryId: id, problem: 'no_answer' })).status).toBe(200)
  expect(await toCheck()).toContain(id)
  expect((await oneOf(van, '18001769')).reports).toBe(1)
  expect((await oneOf(hoa, '18001769')).reports).toBe(0)
  await van.send(directoryCheck, { organisationId: centre, entryId: id })
  expect(await toCheck()).not.toContain(id)
  expect((await hoa.send(directoryReport, { entryId: randomUUID(), problem: 'closed' })).status).toBe(404)
})

test('an entry is added, found without accents and by filter, changed, and withdrawn by its owner alone', async () => {
  const own = { organisationId: centre, entryId: randomUUID() }
  expect((await van.send(directoryAdd, { ...own, facts })).status).toBe(200)
  const ids = async (query: object) => (await all(hoa, query)).map(({ id }) => id)
  expect(await ids({ q: 'tram y te thu nghiem' })).toEqual([own.entryId])
  expect(
    await ids({ kind: 'health', language: 'mong', fee: 'free', hours: 'office', forWhom: 'women' }),
  ).toEqual([own.entryId])
  for (const query of [
    { kind: 'job' },
    { language: 'khmer' },
    { forWhom: 'men' },
    { fee: 'paid' },
    { province: '01' },
  ])
    expect(await ids(query)).not.toContain(own.entryId)
  const changed = { ...facts, name: 'Trạm y tế mới' }
  for (const other of [khai, hoa])
    expect([403, 404]).toContain((await other.send(directoryChange, { ...own, facts: changed })).status)
  expect((await van.send(directoryChange, { ...own, facts: changed })).status).toBe(200)
  expect(await ids({ q: 'tram y te moi' })).toEqual([own.entryId])
  const taken = { ...changed, kind: 'trusted_address' as const, area: 'Số 5 Lê Lợi' }
  expect(await van.send(directoryChange, { ...own, facts: taken })).toMatchObject({
    status: 422,
    body: { code: 'directory_street_open' },
  })
  expect((await van.send(directoryWithdraw, own)).status).toBe(200)
  expect(await ids({})).not.toContain(own.entryId)
})

test('nobody adds for another organisation, or with a role that keeps nothing; an entry is of its owner’s province', async () => {
  const adding = (organisationId: string) => ({ organisationId, entryId: randomUUID(), facts })
  expect((await van.send(directoryAdd, adding(union))).status).toBe(404)
  for (const [username, status] of [
    ['hien', 403],
    ['quyen', 403],
    ['tam', 404],
    ['huong', 200],
  ] as const)
    expect((await (await product.signIn(username)).send(directoryAdd, adding(centre))).status, username).toBe(
      status,
    )
  const own = adding(centre)
  await van.send(directoryAdd, own)
  expect((await all(hoa)).find(({ id }) => id === own.entryId)?.province).toBe('22')
})

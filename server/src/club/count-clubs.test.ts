import { randomUUID } from 'node:crypto'
import { clubRename, clubSetState } from '@ke-vai/contract/club/club.ts'
import { clubCount, clubGet, organisationGet } from '@ke-vai/contract/club/reads.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let city: TestPerson
const organisationId = randomUUID()
const committeeId = randomUUID()
const wardUnionId = randomUUID()
const clubIds = Array.from({ length: 16 }, () => randomUUID())
const former = 'CLB Phòng, chống buôn bán phụ nữ, trẻ em phường 1'
const present = 'CLB Phòng, chống mua bán người phường 1'

beforeAll(async () => {
  product = await testProduct()
  const { dangerous } = product.database
  const organisation = (id: string, kind: string, level: string, parent: string | null) =>
    dangerous`insert into organisation (id, province, kind, level, parent_id, place_code)
      values (${id}, '01', ${kind}, ${level}, ${parent}, '01')`
  const named = (id: string, name: string, from: string, to: string | null) =>
    dangerous`insert into organisation_name (organisation_id, name, valid_from, valid_to)
      values (${id}, ${name}, ${from}, ${to})`
  await organisation(organisationId, 'women_union', 'province', demoId('organisation/union'))
  await named(organisationId, 'Hội Liên hiệp Phụ nữ thành phố Hà Nội', '1954-10-10', null)
  await organisation(wardUnionId, 'women_union', 'commune', organisationId)
  await named(wardUnionId, 'Hội Liên hiệp Phụ nữ phường 1', '2000-01-01', null)
  await organisation(committeeId, 'steering_committee', 'province', null)
  await named(committeeId, 'Ban Chỉ đạo 130', '2005-01-01', '2011-12-31')
  await named(committeeId, 'Ban Chỉ đạo 138', '2012-01-01', null)
  await dangerous`insert into role_grant (id, account_id, role, organisation_id, valid_from)
    values (${randomUUID()}, ${demoId('account/khai')}, 'province_manager', ${organisationId}, '2009-01-01')`
  for (const [i, id] of clubIds.entries()) {
    const under = i < 3 ? wardUnionId : organisationId
    await dangerous`
      insert into club (province, id, code, managing_organisation_id, kind, place_code, place_as_of, state)
      values ('01', ${id}, ${`ha-noi-${String(i + 1).padStart(2, '0')}`}, ${under}, 'prevention', '00001', '2010-01-01', 'active')`
    await dangerous`insert into club_name (province, club_id, name, valid_from)
      values ('01', ${id}, ${i === 0 ? former : `CLB số ${i + 1}`}, '2010-01-01')`
    await dangerous`insert into club_state_change (province, id, club_id, state, on_day)
      values ('01', ${randomUUID()}, ${id}, 'preparing', '2010-01-01'), ('01', ${randomUUID()}, ${id}, 'active', '2010-03-08')`
  }
  city = await product.signIn('khai')
})
afterAll(() => product.close())

const ask = async (on?: string, who = city, of = organisationId) =>
  (await who.read(clubCount, { organisationId: of }, on ? { on } : {})).body

test('scenario 12: the city asks on any date; active clubs of that date are counted by their names then', async () => {
  const [renamed, merged] = [clubIds[0] ?? '', clubIds[15] ?? '']
  expect(
    (await city.send(clubRename, { clubId: renamed, name: present, validFrom: '2013-01-01' })).status,
  ).toBe(200)
  const merge = {
    clubId: merged,
    state: 'merged' as const,
    onDay: '2020-07-01',
    reason: 'Sáp nhập hai phường',
  }
  expect(await city.send(clubSetState, { ...merge, successorClubId: null })).toMatchObject({
    status: 422,
    body: { code: 'successor_missing' },
  })
  expect((await city.send(clubSetState, { ...merge, successorClubId: clubIds[14] ?? null })).status).toBe(200)

  const nameOfFirst = async (on?: string) => (await ask(on)).clubs.find((each) => each.id === renamed)?.name
  expect((await ask('2010-03-07')).count).toBe(0)
  expect((await ask('2010-03-08')).count).toBe(16)
  expect((await ask('2020-06-30')).count).toBe(16)
  expect((await ask('2020-07-01')).count).toBe(15)
  expect((await ask('2020-07-01')).clubs.map((each) => each.id)).not.toContain(merged)
  expect((await ask()).count).toBe(15)
  expect(await nameOfFirst('2012-12-31')).toBe(former)
  expect(await nameOfFirst('2013-01-01')).toBe(present)
  expect(await nameOfFirst()).toBe(present)

  expect((await ask('2011-12-31')).addressee).toBe('Ban Chỉ đạo 130')
  expect((await ask('2026-01-01')).addressee).toBe('Ban Chỉ đạo 138 (trước đây: Ban Chỉ đạo 130)')
  expect((await ask(undefined, city, wardUnionId)).count).toBe(3)

  const page = await city.read(clubGet, { clubId: renamed })
  expect(page.body.name).toBe(present)
  expect(page.body.names).toEqual([
    { name: former, validFrom: '2010-01-01', validTo: '2012-12-31' },
    { name: present, validFrom: '2013-01-01', validTo: null },
  ])
  const gone = await city.read(clubGet, { clubId: merged })
  expect(gone.body.stateChanges.at(-1)).toMatchObject({ state: 'merged', successorClubId: clubIds[14] })
})

test('a name begins after the one before, a merger joins a club that works', async () => {
  const clubId = clubIds[1] ?? ''
  const early = await city.send(clubRename, { clubId, name: 'Tên khác', validFrom: '2009-12-31' })
  expect(early).toMatchObject({ status: 422, body: { code: 'name_before_last' } })
  const merge = { clubId, state: 'merged' as const, onDay: '2021-01-01', reason: 'Sáp nhập' }
  const intoGone = await city.send(clubSetState, { ...merge, successorClubId: clubIds[15] ?? null })
  expect(intoGone).toMatchObject({ status: 422, body: { code: 'successor_missing' } })
  const back = await city.send(clubSetState, {
    ...merge,
    onDay: '2010-01-01',
    successorClubId: clubIds[2] ?? null,
  })
  expect(back).toMatchObject({ status: 422, body: { code: 'state_before_last' } })
})

test('another ward asks in vain', async () => {
  const officer = await product.signIn('lai')
  expect((await officer.read(clubCount, { organisationId })).status).toBe(404)
  const own = await officer.read(clubCount, { organisationId: demoId('organisation/union-tuan-chau') })
  expect(own).toMatchObject({ status: 200, body: { count: 0 } })
})

test('an organisation shows its names with their dates, what is above and below', async () => {
  const officer = await product.signIn('lai')
  const committee = await officer.read(organisationGet, { organisationId: committeeId })
  expect(committee.body).toMatchObject({
    name: 'Ban Chỉ đạo 138',
    nameWithFormer: 'Ban Chỉ đạo 138 (trước đây: Ban Chỉ đạo 130)',
    parent: null,
    children: [],
  })
  const union = await officer.read(organisationGet, { organisationId })
  expect(union.body.parent?.name).toBe('Hội Liên hiệp Phụ nữ Việt Nam')
  expect(union.body.children.map((each) => each.id)).toEqual([wardUnionId])
  expect((await officer.read(organisationGet, { organisationId: randomUUID() })).status).toBe(404)
})

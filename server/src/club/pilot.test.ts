import { randomUUID } from 'node:crypto'
import { clubSetState } from '@ke-vai/contract/club/club.ts'
import { clubGet, clubList } from '@ke-vai/contract/club/reads.ts'
import { vitalities } from '@ke-vai/contract/club/vitality.ts'
import { addMonths, today } from '@ke-vai/contract/date/date.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let officer: TestPerson
let province: TestPerson
const thisMonth = today().slice(0, 7)
const codes = ['bach-dang', 'cao-xanh', 'hong-gai', 'hung-thang', 'tuan-chau']

/** `months` ago a club held a meeting; it has worked since the launch. */
async function works(code: string, metMonthsAgo: number | null): Promise<void> {
  const { dangerous } = product.database
  const clubId = demoId(`club/${code}`)
  await dangerous`update club set state = 'active' where id = ${clubId}`
  await dangerous`insert into club_state_change (province, id, club_id, state, on_day)
    values ('22', ${randomUUID()}, ${clubId}, 'active', '2022-05-02')`
  if (metMonthsAgo === null) return
  const month = addMonths(thisMonth, -metMonthsAgo)
  const cycleId = randomUUID()
  await dangerous`insert into month_cycle (province, id, club_id, month, first_day, last_day, state)
    values ('22', ${cycleId}, ${clubId}, ${month}, ${`${month}-01`}, ${`${month}-28`}, 'met')`
  await dangerous`insert into meeting (province, id, club_id, cycle_id, kind, held_on)
    values ('22', ${randomUUID()}, ${clubId}, ${cycleId}, 'members', ${`${month}-01`})`
}

beforeAll(async () => {
  product = await testProduct()
  officer = await product.signIn('lai')
  province = await product.signIn('khai')
})
afterAll(() => product.close())

test('scenario 3: the province sees five pilot rows, found by both spellings of the programme', async () => {
  await works('cao-xanh', 0)
  await works('hong-gai', 2)
  const pilot = await province.read(clubList, {}, { pilot: 'true' })
  expect(pilot.body.clubs.map((each) => each.code)).toEqual(codes)
  for (const club of pilot.body.clubs) {
    expect(club.launchedOn).toBe('2022-05-01')
    expect(club.name).toMatch(/^CLB Phòng, chống mua bán người/u)
    expect(club.place?.fullName).toMatch(/^Phường/u)
  }
  const byCode = new Map(pilot.body.clubs.map((each) => [each.code, each]))
  expect(byCode.get('cao-xanh')).toMatchObject({ state: 'active', vitality: { code: 'good', missed: 0 } })
  expect(byCode.get('hong-gai')).toMatchObject({ vitality: { code: 'needs_support', missed: 1 } })
  expect(byCode.get('bach-dang')).toMatchObject({ state: 'preparing', vitality: null })
  const spellings = [
    'Đấu tranh phòng, chống mua bán người và nô lệ thời hiện đại',
    'Đấu tranh chống mua bán người và nô lệ thời hiện đại',
    'dau tranh (phong,) chong mua ban nguoi',
    'no le thoi hien dai',
    'tmsv',
    'đấu tranh chống mua bán người'.normalize('NFD'),
  ]
  for (const q of spellings) {
    const found = await province.read(clubList, {}, { q, pilot: 'true' })
    expect(found.body.clubs.map((each) => each.code)).toEqual(codes)
  }
  expect((await province.read(clubList, {}, { q: 'tuan chau' })).body.clubs).toHaveLength(1)
  expect((await province.read(clubList, {}, { q: 'Sa Pa' })).body.clubs).toEqual([])
})

test('the ward of the launch and the ward of today stand side by side', async () => {
  const clubs = (await province.read(clubList, {}, { pilot: 'true' })).body.clubs
  const todayOf = (code: string) => clubs.find((each) => each.code === code)?.placeToday
  expect(todayOf('hung-thang')).toMatchObject({ kind: 'one', place: { code: '06673' } })
  expect(todayOf('tuan-chau')).toMatchObject({ kind: 'one', place: { code: '06706' } })
})

test('scenario 4: a missed month asks for support in kind words; a suspension waits for a person', async () => {
  const clubId = demoId('club/tuan-chau')
  await works('tuan-chau', 2)
  const shown = async () => (await officer.read(clubGet, { clubId })).body
  const first = await shown()
  expect(first).toMatchObject({ state: 'active', vitality: { code: 'needs_support', missed: 1 } })
  expect(JSON.stringify(first)).not.toMatch(/vi phạm/iu)
  expect(vitalities.needs_support.vi).toBe('Cần hỗ trợ')

  await product.database.dangerous`update meeting set held_on = ${`${addMonths(thisMonth, -4)}-01`}
    where club_id = ${clubId}`
  expect(await shown()).toMatchObject({
    state: 'active',
    vitality: { code: 'suggest_suspension', missed: 3 },
  })
  // Asking again and again suspends nothing: only a person does, and says why.
  expect((await shown()).state).toBe('active')
  const confirm = { clubId, state: 'suspended' as const, onDay: today() }
  expect(await officer.send(clubSetState, confirm)).toMatchObject({ body: { code: 'reason_missing' } })
  expect(
    (await officer.send(clubSetState, { ...confirm, reason: 'Chờ kiện toàn Ban chủ nhiệm' })).status,
  ).toBe(200)
  expect(await shown()).toMatchObject({ state: 'suspended', vitality: null })
})

test('a chair confirms no suspension of her own club', async () => {
  const chair = await product.signIn('cao-xanh')
  const clubId = demoId('club/cao-xanh')
  const answer = await chair.send(clubSetState, { clubId, state: 'suspended', onDay: today(), reason: 'thử' })
  expect(answer.status).toBe(403)
})

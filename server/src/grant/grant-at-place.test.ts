import { randomUUID } from 'node:crypto'
import { meRead } from '@ke-vai/contract/account/account.ts'
import { approvalDecide, approvalMine, approvalRequest } from '@ke-vai/contract/approval/approval.ts'
import { clubGet } from '@ke-vai/contract/club/reads.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  grantEnd,
  grantGive,
  grantGivePowerful,
  grantListOfOrganisation,
} from '@ke-vai/contract/grant/grant.ts'
import type { Role } from '@ke-vai/contract/permissions.ts'
import type { PlaceKey } from '@ke-vai/contract/place/place.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { clubAt } from './testing/club-at.ts'

const [tuanChau, caoXanh] = [demoId('club/tuan-chau'), demoId('club/cao-xanh')]
const ward = demoId('organisation/union-tuan-chau')
const province = demoId('organisation/union-22')
const account = (username: string) => demoId(`account/${username}`)
const refusedAs = (code: string) => expect.objectContaining({ code })
const today2025 = '2025-07-01'
const wardToday: PlaceKey = { level: 'commune', code: '06706', validFrom: today2025 }
const provinceToday: PlaceKey = { level: 'province', code: '22', validFrom: today2025 }

let product: TestProduct
let officer: TestPerson
let manager: TestPerson
let other: TestPerson

beforeAll(async () => {
  product = await testProduct()
  officer = await product.signIn('lai')
  manager = await product.signIn('khai')
  other = await product.signIn('nga')
})
afterAll(() => product.close())
beforeEach(async () => {
  await product.database.dangerous`delete from role_grant where place_code is not null`
})

const wish = (
  change: Partial<{ role: Role; place: PlaceKey; organisationId: string; accountId: string }> = {},
) => ({
  organisationId: province,
  clubId: null,
  place: wardToday,
  role: 'ward_officer' as const,
  grantId: randomUUID(),
  accountId: account('nga'),
  since: today(),
  until: null,
  ...(change as object),
})
const ask = (person: TestPerson, args: ReturnType<typeof wish>, approvalId: string = randomUUID()) =>
  person.send(approvalRequest, {
    approvalId,
    clubId: null,
    organisationId: args.organisationId,
    command: 'grant.give_powerful',
    args,
  })
async function give(args: ReturnType<typeof wish>, by = manager): Promise<{ status: number; body: unknown }> {
  const approvalId = randomUUID()
  const asked = await ask(by, args, approvalId)
  if (asked.status !== 200) return asked
  const yes = { clubId: null, organisationId: args.organisationId, approvalId, decision: 'approved' as const }
  const second = await product.signIn('thanh')
  expect((await second.send(approvalDecide, yes)).status).toBe(200)
  return by.send(grantGivePowerful, args, randomUUID(), approvalId)
}
const hold = (username: string, role: Role, { level, code, validFrom }: PlaceKey) =>
  product.database.dangerous`
    insert into role_grant (id, account_id, role, place_level, place_code, place_from, valid_from)
    values (${randomUUID()}, ${account(username)}, ${role}, ${level}, ${code}, ${validFrom}, '2022-01-01')`

test('an officer of a commune reaches the clubs of that commune, also one founded under its old name, and no neighbour', async () => {
  expect((await other.read(clubGet, { clubId: tuanChau })).status).toBe(404)
  const given = wish()
  expect((await other.send(grantGivePowerful, given)).status).toBe(404)
  expect((await manager.send(grantGivePowerful, given)).body).toEqual(refusedAs('second_person_needed'))
  expect(await give(given)).toMatchObject({ status: 200 })
  expect((await other.read(clubGet, { clubId: tuanChau })).status).toBe(200)
  expect(await other.read(clubGet, { clubId: caoXanh })).toEqual(
    await other.read(clubGet, { clubId: randomUUID() }),
  )
  expect((await give(wish())).body).toEqual(refusedAs('role_held_already'))

  const { standings } = (await other.read(meRead, {})).body
  const name = 'Phường Tuần Châu, Tỉnh Quảng Ninh'
  expect(standings).toContainEqual(expect.objectContaining({ name, clubId: null, organisationId: null }))
  const { wishes } = (await manager.read(approvalMine, {})).body
  expect(wishes[0]).toMatchObject({ placeName: name })
  const listed = await manager.read(grantListOfOrganisation, { organisationId: province })
  const line = listed.body.grants.find((each) => each.id === given.grantId)
  expect(line).toMatchObject({ place: wardToday, placeName: name, organisationId: null, mayEnd: true })

  const end = { clubId: null, organisationId: province, grantId: given.grantId, reason: 'Chuyển công tác' }
  expect((await officer.send(grantEnd, { ...end, organisationId: ward })).body).toEqual(
    refusedAs('role_not_hers_to_give'),
  )
  expect((await manager.send(grantEnd, end)).status).toBe(200)
  expect((await other.read(clubGet, { clubId: tuanChau })).status).toBe(404)
  expect((await manager.send(grantEnd, end)).status).toBe(404)
})

test('a role at a place is given to nobody by herself, to nobody past her place, and only at a place of today', async () => {
  const refusal = async (change: Parameters<typeof wish>[0], by = manager) =>
    (await ask(by, wish(change))).body
  expect(await refusal({ accountId: account('khai') })).toEqual(refusedAs('grant_to_herself'))
  expect(await refusal({ role: 'province_manager', place: provinceToday })).toEqual(
    refusedAs('role_not_hers_to_give'),
  )
  expect(await refusal({ place: provinceToday })).toEqual(refusedAs('role_not_hers_to_give'))
  for (const role of ['club_chair', 'data_protection_officer', 'administrator'] as const)
    expect(await refusal({ role })).toEqual(refusedAs('role_not_hers_to_give'))
  expect(await refusal({ organisationId: ward }, officer)).toEqual(refusedAs('role_not_hers_to_give'))
  const outside = refusedAs('place_not_covered')
  expect(await refusal({ place: { ...wardToday, validFrom: '1900-01-01' } })).toEqual(outside)
  expect(await refusal({ place: { level: 'commune', code: '06700', validFrom: '1900-01-01' } })).toEqual(
    outside,
  )
  expect(await refusal({ place: { level: 'commune', code: '00004', validFrom: today2025 } })).toEqual(outside)
  expect(await refusal({ place: { level: 'commune', code: '99999', validFrom: today2025 } })).toEqual(outside)
  // The ward's organisation stands over its own ward alone.
  expect((await ask(manager, wish({ organisationId: ward }))).status).toBe(200)
  const cao: PlaceKey = { level: 'commune', code: '06658', validFrom: today2025 }
  expect(await refusal({ organisationId: ward, place: cao })).toEqual(outside)
})

test('where a club of the place is managed by others, a role there reaches further than hers: not hers to give, still hers to end', async () => {
  const given = wish()
  expect((await give(given)).status).toBe(200)
  const sql = product.database.dangerous
  const youth = randomUUID()
  await sql`insert into organisation (id, province, kind, level) values (${youth}, '22', 'youth_union', 'province')`
  const stranger = await clubAt(sql, '06706', '2025-08-01', youth)
  try {
    const again = await ask(manager, wish({ accountId: account('son') }))
    expect(again.body).toEqual(refusedAs('place_not_covered'))
    expect((await other.read(clubGet, { clubId: stranger })).status).toBe(200)
    const end = { clubId: null, organisationId: province, grantId: given.grantId, reason: 'x' }
    expect((await manager.send(grantEnd, end)).status).toBe(200)
  } finally {
    await sql`delete from club where id = ${stranger}`
  }
})

test('who runs the clubs of a place reaches the organisations whose whole work lies there, and gives roles in them', async () => {
  await hold('nga', 'ward_officer', wardToday)
  const list = async (organisationId: string) =>
    (await other.read(grantListOfOrganisation, { organisationId })).status
  expect(await list(ward)).toBe(200)
  expect(await list(demoId('organisation/union-cao-xanh'))).toBe(404)
  expect(await list(province)).toBe(404)
  const member = { grantId: randomUUID(), accountId: account('pao'), since: today(), until: null }
  expect((await other.send(grantGive, { clubId: caoXanh, ...member })).status).toBe(404)
  expect((await other.send(grantGive, { clubId: tuanChau, ...member })).body).toEqual(
    refusedAs('role_held_already'),
  )
  // A manager of the whole province at the place itself gives as one at its organisation does.
  await hold('son', 'province_manager', provinceToday)
  const son = await product.signIn('son')
  expect((await give(wish({ accountId: account('vy') }), son)).status).toBe(200)
  expect(await list(province)).toBe(404)
  // Whoever does not run clubs reaches no organisation by a place.
  await hold('cao-xanh', 'case_manager', provinceToday)
  const caseManager = await product.signIn('cao-xanh')
  expect((await caseManager.read(grantListOfOrganisation, { organisationId: province })).status).toBe(404)
})

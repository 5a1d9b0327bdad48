import { randomUUID } from 'node:crypto'
import { approvalDecide, approvalRequest } from '@ke-vai/contract/approval/approval.ts'
import { clubGet } from '@ke-vai/contract/club/reads.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import {
  grantEnd,
  grantGive,
  grantGivePowerful,
  grantListOfClub,
  grantListOfOrganisation,
} from '@ke-vai/contract/grant/grant.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

const clubId = demoId('club/tuan-chau')
const ward = demoId('organisation/union-tuan-chau')
const province = demoId('organisation/union-22')
const account = (username: string) => demoId(`account/${username}`)
const refusedAs = (code: string) => expect.objectContaining({ code })

let product: TestProduct
let chair: TestPerson
let officer: TestPerson
let manager: TestPerson
let administrator: TestPerson

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  officer = await product.signIn('lai')
  manager = await product.signIn('khai')
  administrator = await product.signIn('thanh')
})
afterAll(() => product.close())

const memberRole = (username: string) => ({
  clubId,
  grantId: randomUUID(),
  accountId: account(username),
  since: today(),
  until: null,
})
const chairRole = (username: string) => ({
  organisationId: ward,
  role: 'club_chair' as const,
  ...memberRole(username),
})
const rolesOf = (username: string) =>
  product.database.dangerous<{ role: string }[]>`
    select role from role_grant where account_id = ${account(username)} and ended_at is null order by role`

test('each sees who holds a role at her own place and below, and what she may give there; a member sees none', async () => {
  const seen = (await chair.read(grantListOfClub, { clubId })).body
  expect(seen.grants.map((each) => each.displayName).sort()).toEqual(['Anh Páo', 'Chị Thắm', 'Em H.'])
  expect(seen.places).toEqual([
    { clubId, organisationId: ward, name: expect.stringContaining('Tuần Châu'), mayGive: ['club_member'] },
  ])
  expect(seen.grants.filter((each) => each.mayEnd).map((each) => each.role)).toEqual([
    'club_member',
    'club_member',
  ])
  const below = (await manager.read(grantListOfOrganisation, { organisationId: province })).body
  expect(below.grants.length).toBeGreaterThan(12)
  expect(below.grants.some((each) => String(each.role) === 'operator')).toBe(false)
  expect(below.places.find((each) => each.clubId === clubId)?.mayGive).toEqual(['club_member', 'club_chair'])
  expect(below.places.find((each) => each.organisationId === province)?.mayGive).not.toContain(
    'administrator',
  )
  const member = await product.signIn('pao')
  expect((await member.read(grantListOfClub, { clubId })).status).toBe(403)
  const other = await product.signIn('cao-xanh')
  expect((await other.read(grantListOfClub, { clubId })).body).toEqual(
    (await other.read(grantListOfClub, { clubId: randomUUID() })).body,
  )
})

test('an ended role stops at the very next request, and may be given again by whom she knows', async () => {
  const member = await product.signIn('hoa')
  expect((await member.read(clubGet, { clubId })).status).toBe(200)
  const end = {
    clubId,
    organisationId: null,
    grantId: demoId('grant/hoa'),
    reason: 'Chuyển nơi ở',
  }
  expect((await chair.send(grantEnd, end)).status).toBe(200)
  expect((await member.read(clubGet, { clubId })).status).toBe(404)
  expect((await chair.send(grantEnd, end)).status).toBe(404)
  const [line] = (await chair.read(grantListOfClub, { clubId })).body.grants.filter(
    (each) => each.displayName === 'Em H.',
  )
  expect(line).toMatchObject({ holds: false, endedOn: today(), mayEnd: false })
  expect((await chair.send(grantGive, memberRole('hoa'))).status).toBe(200)
  expect((await member.read(clubGet, { clubId })).status).toBe(200)
  expect((await chair.send(grantGive, memberRole('hoa'))).body).toEqual(refusedAs('role_held_already'))
})

test('nobody gives to herself, to a stranger, past her place, or from a day gone by', async () => {
  expect((await chair.send(grantGive, memberRole('tham'))).body).toEqual(refusedAs('grant_to_herself'))
  const stranger = await chair.send(grantGive, memberRole('hung-thang'))
  const nobody = await chair.send(grantGive, { ...memberRole('pao'), accountId: randomUUID() })
  expect(stranger.status).toBe(404)
  expect(stranger.body).toEqual(nobody.body)
  const past = { ...memberRole('pao'), since: addDays(today(), -1) }
  expect((await officer.send(grantGive, past)).body).toEqual(refusedAs('grant_days_wrong'))
  expect((await chair.send(grantGivePowerful, chairRole('pao'))).status).toBe(404)
  const ask = (person: TestPerson, args: Record<string, unknown>) =>
    person.send(approvalRequest, {
      approvalId: randomUUID(),
      clubId: null,
      organisationId: String(args.organisationId),
      command: 'grant.give_powerful',
      args,
    })
  const wider = { ...chairRole('pao'), clubId: null, organisationId: province, role: 'administrator' }
  expect((await ask(manager, wider)).body).toEqual(refusedAs('role_not_hers_to_give'))
  expect((await ask(officer, wider)).status).toBe(404)
  expect((await ask(officer, { ...chairRole('pao'), clubId: demoId('club/cao-xanh') })).status).toBe(404)
  expect(await rolesOf('pao')).toEqual([{ role: 'club_member' }])
})

test('a powerful role needs another person, for exactly this role and what she holds now', async () => {
  const wish = chairRole('pao')
  expect((await officer.send(grantGivePowerful, wish)).body).toEqual(refusedAs('second_person_needed'))
  const place = { clubId: null, organisationId: ward }
  const approvalId = randomUUID()
  await officer.send(approvalRequest, { ...place, approvalId, command: 'grant.give_powerful', args: wish })
  await manager.send(approvalDecide, { ...place, approvalId, decision: 'approved' })
  const other = { ...wish, accountId: account('hoa') }
  expect((await officer.send(grantGivePowerful, other, randomUUID(), approvalId)).body).toEqual(
    refusedAs('approval_stale'),
  )
  expect((await officer.send(grantGivePowerful, wish, randomUUID(), approvalId)).status).toBe(200)
  expect(await rolesOf('pao')).toEqual([{ role: 'club_chair' }, { role: 'club_member' }])
  // The chair may not end another chair's role; the officer ends it alone, because ending must not wait.
  const end = { clubId, organisationId: null, grantId: wish.grantId, reason: 'Thử' }
  expect((await chair.send(grantEnd, end)).body).toEqual(refusedAs('role_not_hers_to_give'))
  expect((await officer.send(grantEnd, end)).status).toBe(200)
})

test('the last administrator stays, also when two end each other at the same moment', async () => {
  const end = (grantId: string) => ({ clubId: null, organisationId: province, grantId, reason: 'Thử' })
  const own = demoId('grant/thanh')
  expect((await administrator.send(grantEnd, end(own))).body).toEqual(refusedAs('last_administrator'))
  const second = randomUUID()
  await product.database.dangerous`insert into role_grant (id, account_id, role, organisation_id, valid_from)
    values (${second}, ${account('vy')}, 'administrator', ${province}, current_date)`
  const other = await product.signIn('vy')
  const answers = await Promise.all([
    administrator.send(grantEnd, end(second)),
    other.send(grantEnd, end(own)),
  ])
  expect(answers.map((each) => each.status).sort()).not.toEqual([200, 200])
  const left = await product.database.dangerous`
    select id from role_grant where role = 'administrator' and ended_at is null`
  expect(left.length).toBe(1)
})

test('the database alone refuses a powerful role without a used approval, and a role for oneself', async () => {
  const insert = (username: string, role: string) =>
    asActor(product.database.operator, { accountId: account('lai') }, {}, async (tx) => {
      await tx`insert into role_grant (id, account_id, role, club_id, valid_from, granted_by)
        values (${randomUUID()}, ${account(username)}, ${role}, ${clubId}, current_date, ${account('lai')})`
    })
  await expect(insert('hoa', 'club_chair')).rejects.toThrow(/row-level security/u)
  await expect(insert('lai', 'club_member')).rejects.toThrow(/row-level security/u)
  await expect(insert('son', 'club_member')).resolves.toBeUndefined()
})

import { randomUUID } from 'node:crypto'
import {
  approvalDecide,
  approvalMine,
  approvalRequest,
  approvalWaiting,
} from '@ke-vai/contract/approval/approval.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { grantGivePowerful } from '@ke-vai/contract/grant/grant.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { clubBook } from '../month/testing/club-book.ts'
import { asActor } from '../platform/actor.ts'
import { type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { approvalDriver, type Driver, place } from './testing/approval-driver.ts'

let product: TestProduct
let driver: Driver

beforeAll(async () => {
  product = await testProduct()
  driver = await approvalDriver(product)
})
afterAll(() => product.close())
beforeEach(() => driver.forget())

async function ask(approvalId: string = randomUUID()): Promise<string> {
  const args = driver.wishFor('a')
  const answer = await driver.people.khai.send(approvalRequest, {
    ...place,
    approvalId,
    command: 'grant.give_powerful',
    args,
  })
  expect(answer.status).toBe(200)
  return approvalId
}
const decide = (username: 'khai' | 'thanh' | 'cam', approvalId: string, decision: 'approved' | 'declined') =>
  driver.people[username].send(approvalDecide, { ...place, approvalId, decision })

test('a yes is used once, also by twenty at the same moment', async () => {
  const approvalId = await ask()
  expect((await decide('cam', approvalId, 'approved')).status).toBe(200)
  const uses = await Promise.all(
    Array.from({ length: 20 }, () =>
      driver.people.khai.send(grantGivePowerful, driver.wishFor('a') as never, randomUUID(), approvalId),
    ),
  )
  expect(uses.filter((each) => each.status === 200).length).toBe(1)
  // The others are stale, or hear from the rule that she holds the role already.
  expect(uses.filter((each) => each.status === 409 || each.status === 422).length).toBe(19)
  const given = await product.database
    .dangerous`delete from role_grant where approval_id = ${approvalId} returning id`
  expect(given.length).toBe(1)
})

test('what is done is what the second person was shown: a hash of something else beside it counts for nothing', async () => {
  const approvalId = await ask()
  await product.database
    .dangerous`update approval set request = request || '{"role":"club_member"}' where id = ${approvalId}`
  expect((await decide('cam', approvalId, 'approved')).status).toBe(200)
  const done = await driver.people.khai.send(
    grantGivePowerful,
    driver.wishFor('a') as never,
    randomUUID(),
    approvalId,
  )
  expect(done).toMatchObject({ status: 409, body: { code: 'approval_stale' } })
})

test('who may answer sees what it is about, who asks and until when; she who asks sees what became of it', async () => {
  const approvalId = await ask()
  const { waiting } = (await driver.people.cam.read(approvalWaiting, {})).body
  expect(waiting.find((each) => each.id === approvalId)).toMatchObject({
    requester: 'Ông Khải',
    role: 'ward_officer',
    about: 'Anh Páo',
    since: today(),
    placeName: 'Hội Liên hiệp Phụ nữ phường Tuần Châu',
    what: { vi: 'Phân một vai trò có nhiều quyền' },
    tooNear: false,
  })
  // Neither she who asked nor a chair, nor anybody of another ward, finds it waiting.
  for (const person of [driver.people.khai, await product.signIn('tham'), await product.signIn('nga')])
    expect((await person.read(approvalWaiting, {})).body.waiting.map((each) => each.id)).not.toContain(
      approvalId,
    )
  const nga = await product.signIn('nga')
  expect((await nga.send(approvalDecide, { ...place, approvalId, decision: 'approved' })).status).toBe(404)
  await decide('cam', approvalId, 'declined')
  const { wishes } = (await driver.people.khai.read(approvalMine, {})).body
  expect(wishes.find((each) => each.id === approvalId)).toMatchObject({
    state: 'declined',
    decider: 'Chị Cẩm',
  })
  expect((await decide('thanh', approvalId, 'approved')).body).toMatchObject({ code: 'approval_over' })
})

test('who was brought in by her who asks, within seven days, may stop the wish and not help it on', async () => {
  const sql = product.database.dangerous
  const near = async (set: boolean) => {
    await sql`update role_grant set granted_by = ${set ? demoId('account/khai') : null},
      granted_at = now() - interval '6 days' where account_id = ${demoId('account/cam')}`
  }
  await near(true)
  const approvalId = await ask()
  expect((await driver.people.cam.read(approvalWaiting, {})).body.waiting).toMatchObject([
    { id: approvalId, tooNear: true },
  ])
  expect((await decide('cam', approvalId, 'approved')).body).toMatchObject({ code: 'approval_too_near' })
  expect((await decide('cam', approvalId, 'declined')).status).toBe(200)
  await near(false)
  await sql`update role_grant set granted_by = ${demoId('account/cam')}, granted_at = now() - interval '6 days'
    where account_id = ${demoId('account/khai')}`
  expect((await decide('cam', await ask(), 'approved')).body).toMatchObject({ code: 'approval_too_near' })
  await sql`update role_grant set granted_at = now() - interval '8 days' where account_id = ${demoId('account/khai')}`
  expect((await decide('cam', await ask(), 'approved')).status).toBe(200)
})

test('a wish that touches a person is not there for whoever is excluded from her', async () => {
  const sql = product.database.dangerous
  const book = clubBook(sql, 'tuan-chau')
  const personId = await book.person()
  const approvalId = await ask()
  const officer = await product.signIn('lai')
  const seen = async () =>
    (await officer.read(approvalWaiting, {})).body.waiting.some((each) => each.id === approvalId)
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update approval set touches = ${[personId]} where id = ${approvalId}`
  })
  expect(await seen()).toBe(true)
  await sql`insert into exclusion (province, id, club_id, person_id, account_id, ground)
    values ('22', ${randomUUID()}, ${book.clubId}, ${personId}, ${demoId('account/lai')}, 'relative')`
  expect(await seen()).toBe(false)
  const answer = (id: string) =>
    officer.send(approvalDecide, { ...place, approvalId: id, decision: 'approved' })
  expect(await answer(approvalId)).toEqual(await answer(randomUUID()))
})

test('what is no command of two people, or names another place, cannot be asked for', async () => {
  const send = (change: Record<string, unknown>) =>
    driver.people.khai.send(approvalRequest, {
      ...place,
      approvalId: randomUUID(),
      command: 'grant.give_powerful',
      args: driver.wishFor('a'),
      ...change,
    } as never)
  expect((await send({ command: 'grant.give' })).status).toBe(400)
  expect((await send({ command: 'no.such' })).status).toBe(400)
  expect((await send({ args: {} })).status).toBe(400)
  expect((await send({ organisationId: demoId('organisation/union-22') })).status).toBe(400)
  expect((await send({ organisationId: null })).status).toBe(400)
  expect((await send({})).status).toBe(200)
})

test('the database alone: nobody decides for another or twice, nobody uses what was not agreed', async () => {
  const approvalId = await ask()
  const as = (username: string, set: Record<string, unknown>) =>
    asActor(product.database.operator, { accountId: demoId(`account/${username}`) }, {}, async (tx) => {
      const changed = await tx`update approval set ${tx(set)} where id = ${approvalId} returning id`
      return changed.length
    })
  const yes = (username: string) => ({
    decision: 'approved',
    decided_by: demoId(`account/${username}`),
    decided_at: new Date(),
  })
  await expect(as('khai', yes('khai'))).rejects.toThrow()
  await expect(as('khai', { ...yes('cam'), used_at: new Date() })).rejects.toThrow()
  await expect(as('khai', { used_at: new Date() })).rejects.toThrow()
  await expect(as('cam', yes('thanh'))).rejects.toThrow()
  expect(await as('cam', yes('cam'))).toBe(1)
  await expect(as('thanh', { ...yes('thanh'), decision: 'declined' })).rejects.toThrow()
  expect(await as('khai', { used_at: new Date() })).toBe(1)
})

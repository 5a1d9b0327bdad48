import { randomUUID } from 'node:crypto'
import { memberAdd, memberLinkAccount } from '@ke-vai/contract/club/member.ts'
import { taskDo, taskGive, taskList } from '@ke-vai/contract/club/task.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let chair: TestPerson
let pao: TestPerson
let hoa: TestPerson
const clubId = demoId('club/tuan-chau')
const members = { pao: randomUUID(), hoa: randomUUID() }

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  pao = await product.signIn('pao')
  hoa = await product.signIn('hoa')
  for (const [username, memberId] of Object.entries(members)) {
    await chair.send(memberAdd, { clubId, memberId, displayName: username })
    await chair.send(memberLinkAccount, { clubId, memberId, accountId: demoId(`account/${username}`) })
  }
})
afterAll(() => product.close())

async function give(memberId: string | null, dueOn: string | null = null, personId: string | null = null) {
  const taskId = randomUUID()
  const args = { clubId, taskId, memberId, dueOn, personId, content: 'Thăm tổ 3' }
  expect((await chair.send(taskGive, args)).status).toBe(200)
  return taskId
}
const linesOf = async (who: TestPerson) => (await who.read(taskList, { clubId })).body.tasks

test('a member sees and does her own tasks, the board sees all', async () => {
  const [hers, his] = [await give(members.hoa), await give(members.pao)]
  expect((await linesOf(hoa)).map((each) => each.id)).toEqual([hers])
  expect((await linesOf(chair)).map((each) => each.id)).toEqual(expect.arrayContaining([hers, his]))
  expect((await hoa.send(taskDo, { clubId, taskId: his, state: 'done' })).status).toBe(404)
  expect((await hoa.send(taskDo, { clubId, taskId: hers, state: 'doing' })).status).toBe(200)
  const finish = { clubId, taskId: hers, state: 'done' as const, result: 'Đã gặp 4 hộ' }
  expect((await hoa.send(taskDo, finish)).status).toBe(200)
  expect((await linesOf(hoa))[0]).toMatchObject({ state: 'done', result: 'Đã gặp 4 hộ', overdue: false })
  expect(await hoa.send(taskDo, finish)).toMatchObject({ status: 422, body: { code: 'task_cannot_follow' } })
  expect((await hoa.send(taskGive, { clubId, taskId: randomUUID(), content: 'x' })).status).toBe(403)
  const open = await chair.read(taskList, { clubId }, { open: 'true' })
  expect(open.body.tasks.map((each) => each.id)).not.toContain(hers)
})

test('overdue is computed from the day, and only while the task is open', async () => {
  const late = await give(members.pao, addDays(today(), -1))
  const dueToday = await give(members.pao, today())
  const overdue = async () => (await linesOf(pao)).filter((each) => each.overdue).map((each) => each.id)
  expect(await overdue()).toEqual([late])
  const cancel = { clubId, taskId: late, state: 'cancelled' as const }
  expect(await pao.send(taskDo, cancel)).toMatchObject({ status: 422, body: { code: 'task_reason_missing' } })
  await pao.send(taskDo, { ...cancel, result: 'Gia đình xin hẹn lại' })
  expect(await overdue()).toEqual([])
  expect((await linesOf(pao)).find((each) => each.id === dueToday)?.overdue).toBe(false)
})

test('a task names a person by code, and only to those who may see her', async () => {
  const personId = randomUUID()
  const person = await chair.send(personRegister, {
    clubId,
    personId,
    name: 'Lò Thị Thử',
    groups: ['at_risk'],
  })
  const taskId = await give(members.hoa, null, personId)
  const lineOf = async (who: TestPerson) => (await linesOf(who)).find((each) => each.id === taskId)
  expect((await lineOf(chair))?.personCode).toBe(person.body.code)
  expect((await lineOf(hoa))?.personCode).toBeNull()
  expect(JSON.stringify(await linesOf(chair))).not.toContain('Lò Thị')
  const strange = { clubId, taskId: randomUUID(), personId: randomUUID(), content: 'x' }
  expect((await chair.send(taskGive, strange)).status).toBe(404)
})

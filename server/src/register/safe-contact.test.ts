import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { personRead, personRegister } from '@ke-vai/contract/register/person.ts'
import { type SafeContact, safeContactSet } from '@ke-vai/contract/register/safe-contact.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let chair: TestPerson
const clubId = demoId('club/tuan-chau')
const personId = randomUUID()
const rule: SafeContact = {
  ways: ['call'],
  fromMinute: 14 * 60,
  untilMinute: null,
  sayFrom: 'bên hợp tác xã',
  mayLeaveMessage: false,
  whoMayAnswer: 'mẹ chồng',
  visitRule: null,
}
const call = { clubId, personId, onDay: today(), kinds: ['information' as const] }

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  await chair.send(personRegister, { clubId, personId, name: 'Vàng Thị Thử', groups: ['at_risk'] })
  expect((await chair.send(safeContactSet, { clubId, personId, rule })).status).toBe(200)
})
afterAll(() => product.close())

test('scenario 15: the rule comes with the person: hours, in whose name to speak, who may answer', async () => {
  expect((await chair.read(personRead, { clubId, personId })).body.safeContact).toEqual(rule)
})

test('scenario 15: no contact without the tick, and leaving a message is impossible', async () => {
  const send = (more: { ruleTicked: boolean; leftMessage?: boolean }) =>
    chair.send(contactRecord, { ...call, ...more, contactId: randomUUID() })
  expect(await send({ ruleTicked: false })).toMatchObject({ status: 422, body: { code: 'rule_not_ticked' } })
  expect(await send({ ruleTicked: true, leftMessage: true })).toMatchObject({
    status: 422,
    body: { code: 'message_not_allowed', field: 'leftMessage' },
  })
  expect((await chair.read(personRead, { clubId, personId })).body.contacts).toEqual([])
  expect((await send({ ruleTicked: true })).status).toBe(200)

  await chair.send(safeContactSet, { clubId, personId, rule: { ...rule, mayLeaveMessage: true } })
  expect((await send({ ruleTicked: true, leftMessage: true })).status).toBe(200)
  const kept = await product.database
    .dangerous`select left_message from contact where person_id = ${personId} order by left_message`
  expect(kept).toEqual([{ left_message: false }, { left_message: true }])
})

test('scenario 15: past the guard, her rule is read by the board alone, not by ward, police or another club', async () => {
  const seen = (username: string) =>
    asActor(product.database.operator, { accountId: demoId(`account/${username}`) }, {}, (tx) => {
      return tx`select who_may_answer from safe_contact where person_id = ${personId}`
    })
  expect(await seen('tham')).toHaveLength(1)
  for (const username of ['lai', 'son', 'cao-xanh', 'hoa', 'khai']) expect(await seen(username)).toEqual([])
})

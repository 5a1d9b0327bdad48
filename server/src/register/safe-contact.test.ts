import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { personRead, personRegister } from '@ke-vai/contract/register/person.ts'
import { type SafeContact, safeContactSet } from '@ke-vai/contract/register/safe-contact.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { connectAs } from '../platform/database.ts'
import { runRead } from '../platform/reads.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { makeCore } from '../vault/core.ts'
import { handOut } from '../vault/hand-out.ts'
import { makeMasterRing } from '../vault/master-ring.ts'
import { registerReads } from './register.ts'

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

test('her words are shown before every contact without a fresh proof, and the database holds no word of them', async () => {
  const { dangerous } = product.database
  await dangerous`update sign_in set stepped_up_at = now() - interval '11 minutes'`
  expect((await chair.read(personRead, { clubId, personId })).body.safeContact).toEqual(rule)
  const tables = await dangerous<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`
  for (const words of [rule.sayFrom ?? '', rule.whoMayAnswer ?? '']) {
    const marks = [words, Buffer.from(words).toString('hex')].map((mark) => `%${mark}%`)
    for (const { name } of tables) {
      const rows = await dangerous.unsafe(
        `select from ${name} as line where line::text ilike any ($1::text[])`,
        [marks],
      )
      expect(rows.length, name).toBe(0)
    }
  }
  const [kept] = await dangerous`
    select sealed is not null as sealed, say_from, who_may_answer, visit_rule from safe_contact where person_id = ${personId}`
  expect(kept).toEqual({ sealed: true, say_from: null, who_may_answer: null, visit_rule: null })
})

test('a rule without words needs no seal, and takes the words of before away', async () => {
  const other = randomUUID()
  await chair.send(personRegister, { clubId, personId: other, name: 'Vàng Thị Hai', groups: ['at_risk'] })
  await chair.send(safeContactSet, { clubId, personId: other, rule })
  const plain = { ...rule, sayFrom: null, whoMayAnswer: null }
  expect((await chair.send(safeContactSet, { clubId, personId: other, rule: plain })).status).toBe(200)
  expect((await chair.read(personRead, { clubId, personId: other })).body.safeContact).toEqual(plain)
  expect(await product.database.dangerous`select from safe_contact where sealed is null`).toHaveLength(1)
})

test('while the vault is shut her page still says when and how, and that there are words to wait for', async () => {
  const show = registerReads.find((each) => each.definition.name === personRead.name)
  if (!show) throw new Error('a person is not shown')
  const login = connectAs(product.database.server, product.database.name, 'ke_vai_vault', 1)
  const shut = handOut(makeCore({ sql: login, ring: makeMasterRing(), accounts: true }))
  const who = { accountId: demoId('account/tham') }
  const asked = { params: { clubId, personId }, query: {} }
  const page = await runRead(product.database.operator, shut, who, show, asked)
  expect(personRead.response.parse(page).safeContact).toEqual({
    ...rule,
    sayFrom: null,
    whoMayAnswer: null,
    wordsShut: true,
  })
  await login.end()
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
      return tx`select sealed from safe_contact where person_id = ${personId}`
    })
  expect(await seen('tham')).toHaveLength(1)
  for (const username of ['lai', 'son', 'cao-xanh', 'hoa', 'khai']) expect(await seen(username)).toEqual([])
})

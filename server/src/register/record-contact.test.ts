import { randomUUID } from 'node:crypto'
import { commandBody } from '@ke-vai/contract/command.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { identityOpen, personRead, personRegister, registerList } from '@ke-vai/contract/register/person.ts'
import { safeContactSet } from '@ke-vai/contract/register/safe-contact.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let chair: TestPerson
let officer: TestPerson
let otherChair: TestPerson
const clubId = demoId('club/tuan-chau')

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  officer = await product.signIn('lai')
  otherChair = await product.signIn('cao-xanh')
})
afterAll(() => product.close())

async function someone(): Promise<string> {
  const personId = randomUUID()
  const made = await chair.send(personRegister, {
    clubId,
    personId,
    name: 'Vàng Thị Thử',
    groups: ['at_risk'],
    phone: '0900000001',
  })
  expect(made.status).toBe(200)
  return personId
}

const contact = (personId: string) => ({
  clubId,
  contactId: randomUUID(),
  personId,
  onDay: '2026-11-20',
  kinds: ['survey' as const, 'counselling' as const],
  topics: ['papers' as const],
  minutes: 20,
  note: 'chị muốn làm lại giấy khai sinh cho con',
  ruleTicked: true,
})

test('a contact sent twice with one id is one contact, and both answers agree', async () => {
  const personId = await someone()
  const args = contact(personId)
  const id = randomUUID()
  const answers = await Promise.all([1, 2, 3, 4].map(() => chair.send(contactRecord, args, id)))
  expect(answers.map((each) => each.status)).toEqual([200, 200, 200, 200])
  expect(new Set(answers.map((each) => JSON.stringify(each.body))).size).toBe(1)
  const page = await chair.read(personRead, { clubId, personId })
  expect(page.body.contacts).toHaveLength(1)
  expect(page.body.contacts[0]?.countedAs).toBe('counselling')
  expect(page.body.lastContactOn).toBe('2026-11-20')
  const lines = await product.database.dangerous`select from audit_event where command_id = ${id}`
  expect(lines).toHaveLength(1)
})

test('the same id for another command is refused and changes nothing', async () => {
  const personId = await someone()
  const id = randomUUID()
  expect((await chair.send(contactRecord, contact(personId), id)).status).toBe(200)
  const second = await chair.send(contactRecord, contact(personId), id)
  expect(second.status).toBe(409)
  expect((await chair.read(personRead, { clubId, personId })).body.contacts).toHaveLength(1)
})

test('about a person who is not there nothing is kept: the id serves again, and a used one tells nothing of her', async () => {
  const personId = await someone()
  const id = randomUUID()
  expect((await chair.send(contactRecord, contact(randomUUID()), id)).status).toBe(404)
  expect((await chair.send(contactRecord, contact(personId), id)).status).toBe(200)
  expect((await chair.send(contactRecord, contact(randomUUID()), id)).status).toBe(404)
  expect(await product.database.dangerous`select from command_log where id = ${id}`).toHaveLength(1)
})

test('the rule is run again on the server, and a refusal says what to do', async () => {
  const personId = await someone()
  const early = await chair.send(contactRecord, { ...contact(personId), onDay: '2099-01-01' })
  expect(early).toMatchObject({ status: 422, body: { code: 'contact_in_future', field: 'onDay' } })
  await chair.send(safeContactSet, {
    clubId,
    personId,
    rule: {
      ways: ['call'],
      fromMinute: 840,
      untilMinute: 1440,
      sayFrom: 'bên hợp tác xã',
      mayLeaveMessage: false,
      whoMayAnswer: null,
      visitRule: null,
    },
  })
  const unticked = await chair.send(contactRecord, { ...contact(personId), ruleTicked: false })
  expect(unticked).toMatchObject({ status: 422, body: { code: 'rule_not_ticked' } })
})

test('the ward officer reads codes but writes no contact and opens no identity', async () => {
  const personId = await someone()
  expect((await officer.read(registerList, { clubId })).status).toBe(200)
  expect((await officer.send(contactRecord, contact(personId))).status).toBe(403)
  expect((await officer.send(identityOpen, { clubId, personId, reason: 'call' })).status).toBe(403)
})

test('another club is out of reach, and a person there answers like one that does not exist', async () => {
  const personId = await someone()
  expect((await otherChair.read(registerList, { clubId })).status).toBe(404)
  expect((await otherChair.read(personRead, { clubId, personId })).status).toBe(404)
  const own = demoId('club/cao-xanh')
  const hidden = await otherChair.read(personRead, { clubId: own, personId })
  const missing = await otherChair.read(personRead, { clubId: own, personId: randomUUID() })
  expect(hidden).toEqual(missing)
})

test('an identity opens for a reason, leaves a line each time, and its answer is kept nowhere', async () => {
  const personId = await someone()
  const id = randomUUID()
  const opened = await chair.send(identityOpen, { clubId, personId, reason: 'prepare_visit' }, id)
  expect(opened.body).toMatchObject({ name: 'Vàng Thị Thử', phone: '0900000001' })
  const [line] = await product.database
    .dangerous`select action, reason, fields from audit_event where command_id = ${id}`
  expect(line).toEqual({ action: 'IDENTITY_OPENED', reason: 'prepare_visit', fields: ['identity'] })
  const rows = await product.database.dangerous`select answer::text from command_log where id = ${id}`
  expect(rows).toEqual([{ answer: 'null' }])
})

test('nothing typed lies readable in the tables', async () => {
  await someone()
  const dump = await product.database.dangerous`
    select string_agg(t.text, ' ') as text from (
      select person::text as text from person union all select person_identity::text from person_identity
      union all select contact::text from contact union all select command_log::text from command_log
      union all select audit_event::text from audit_event) t`
  expect(dump[0]?.text).not.toMatch(/Thử|0900000001|khai sinh/)
})

test('signed out, nothing answers', async () => {
  const answer = await fetch(`${product.address}/api/clubs/${clubId}/register`)
  expect(answer.status).toBe(401)
  const bad = await fetch(`${product.address}/api/commands/contact.record`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"id":1}',
  })
  expect([400, 401]).toContain(bad.status)
  expect(commandBody(contactRecord).safeParse({ id: 1 }).success).toBe(false)
})

import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { noteOpen } from '@ke-vai/contract/register/note.ts'
import { identityOpen, personAssign, personRegister } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { clubBook } from '../month/testing/club-book.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let chair: TestPerson
const clubId = demoId('club/tuan-chau')
const reason = 'prepare_visit' as const

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
})
afterAll(() => product.close())

// Whatever an earlier test opened belongs to yesterday.
beforeEach(async () => {
  await product.database.dangerous`update audit_event set at = at - interval '1 day'`
})

async function allow(role: 'club_chair' | 'club_member', persons: number | null): Promise<void> {
  await product.database.dangerous`
    insert into parameter (key, valid_from, value, source)
    values (${`reading_budget_${role}`}, ${today()}, ${JSON.stringify(persons)}::text::jsonb, 'test')
    on conflict (key, valid_from) do update set value = excluded.value`
}

async function enter(howMany: number): Promise<string[]> {
  const ids = Array.from({ length: howMany }, () => randomUUID())
  for (const personId of ids)
    expect(
      (await chair.send(personRegister, { clubId, personId, name: 'Vàng Thị Thử', groups: ['at_risk'] }))
        .status,
    ).toBe(200)
  return ids
}

const open = async (personId: string, by: TestPerson = chair) =>
  (await by.send(identityOpen, { clubId, personId, reason })).status

const lines = async (action: string, subjectId: string) =>
  (
    await product.database
      .dangerous`select 1 from audit_event where action = ${action} and subject_id = ${subjectId}`
  ).length

test('one person more than the day allows is refused and leaves an alarm; the same one again is free', async () => {
  await allow('club_chair', 2)
  const [first = '', second = '', third = ''] = await enter(3)
  expect([await open(first), await open(first), await open(second)]).toEqual([200, 200, 200])
  const refused = await chair.send(identityOpen, { clubId, personId: third, reason })
  expect(refused).toMatchObject({ status: 429, body: { code: 'reading_budget_spent' } })
  expect(JSON.stringify(refused.body)).not.toContain('Thử')
  expect(await lines('READING_BUDGET_SPENT', third)).toBe(1)
  expect(await lines('IDENTITY_OPENED', third)).toBe(0)
  expect(await open(first)).toBe(200)
})

test('the day is the one of Việt Nam: what was opened before midnight there costs nothing', async () => {
  await allow('club_chair', 1)
  const [first = '', second = ''] = await enter(2)
  expect([await open(first), await open(second)]).toEqual([200, 429])
  const midnight = `${today()}T00:00:00+07:00`
  await product.database
    .dangerous`update audit_event set at = ${midnight}::timestamptz where subject_id = ${first}`
  expect(await open(second)).toBe(429)
  await product.database
    .dangerous`update audit_event set at = ${midnight}::timestamptz - interval '1 second' where subject_id = ${first}`
  expect(await open(second)).toBe(200)
})

test('ten at once open no more than the budget: 3 of 10', async () => {
  await allow('club_chair', 3)
  const ids = await enter(10)
  const answers = await Promise.all(ids.map((id) => open(id)))
  expect(answers.filter((status) => status === 200)).toHaveLength(3)
  expect(answers.filter((status) => status === 429)).toHaveLength(7)
})

test('a note counts for the person of whom it is, not for the contact', async () => {
  await allow('club_chair', 1)
  const [personId = '', other = ''] = await enter(2)
  const contacts = [randomUUID(), randomUUID()]
  for (const contactId of contacts)
    await chair.send(contactRecord, {
      clubId,
      contactId,
      personId,
      onDay: today(),
      kinds: ['visit'],
      note: 'muốn học may',
      ruleTicked: true,
    })
  for (const contactId of contacts)
    expect((await chair.send(noteOpen, { clubId, contactId, reason })).status).toBe(200)
  expect(await open(personId)).toBe(200)
  expect(await open(other)).toBe(429)
})

test('each account has its own budget, by its role; without a set number the proposal holds', async () => {
  const pao = await product.signIn('pao')
  const memberId = await clubBook(product.database.dangerous, 'tuan-chau').member('pao')
  await allow('club_chair', 1)
  await allow('club_member', 2)
  const ids = await enter(4)
  for (const personId of ids) await chair.send(personAssign, { clubId, personId, memberId })
  expect([await open(ids[0] ?? ''), await open(ids[1] ?? '')]).toEqual([200, 429])
  const hers: number[] = []
  for (const id of ids) hers.push(await open(id, pao))
  expect(hers).toEqual([200, 200, 429, 429])
  await allow('club_member', null)
  expect(await open(ids[2] ?? '', pao)).toBe(200)
})

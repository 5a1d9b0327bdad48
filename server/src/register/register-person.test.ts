import { randomUUID } from 'node:crypto'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import {
  identityOpen,
  personAssign,
  personGroupsSet,
  personRead,
  personRegister,
  personSexSet,
  registerList,
} from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { clubBook } from '../month/testing/club-book.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let chair: TestPerson
let member: TestPerson
let memberId: string
const clubId = demoId('club/tuan-chau')

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  member = await product.signIn('hoa')
  memberId = await clubBook(product.database.dangerous, 'tuan-chau').member('hoa')
})
afterAll(() => product.close())

async function enter(groups: ('at_risk' | 'victim' | 'relative')[] = ['at_risk']): Promise<string> {
  const personId = randomUUID()
  expect((await chair.send(personRegister, { clubId, personId, name: 'Vàng Thị Thử', groups })).status).toBe(
    200,
  )
  return personId
}

test('codes follow one another in the province, also when several enter at once', async () => {
  const ids = Array.from({ length: 8 }, () => randomUUID())
  const made = await Promise.all(
    ids.map((personId) =>
      chair.send(personRegister, { clubId, personId, name: 'Vàng Thị Thử', groups: ['at_risk'] }),
    ),
  )
  const codes = made.map((each) => each.body.code)
  expect(new Set(codes).size).toBe(8)
  for (const code of codes) expect(code).toMatch(/^KV-22-\d{6}$/)
})

test('several groups at once, and what they were before is kept', async () => {
  const personId = await enter(['at_risk', 'relative'])
  await chair.send(personGroupsSet, { clubId, personId, groups: ['relative', 'victim'], onDay: '2026-11-20' })
  const { body } = await chair.read(personRead, { clubId, personId })
  expect([...body.groups].sort()).toEqual(['relative', 'victim'])
  expect(body.groupHistory).toContainEqual(expect.objectContaining({ group: 'at_risk', until: '2026-11-20' }))
  expect(body.groupHistory).toHaveLength(3)
})

test('a sex that the book left open is answered later', async () => {
  const personId = await enter()
  expect((await chair.read(personRead, { clubId, personId })).body.sex).toBeNull()
  expect((await chair.send(personSexSet, { clubId, personId, sex: 'female' })).status).toBe(200)
  expect((await chair.read(personRead, { clubId, personId })).body.sex).toBe('female')
})

test('a member reaches whom she is assigned, and nobody else', async () => {
  const mine = await enter()
  const other = await enter()
  expect((await chair.send(personAssign, { clubId, personId: mine, memberId })).status).toBe(200)
  const list = (await member.read(registerList, { clubId })).body
  expect(list.lines.map((line) => line.id)).toEqual([mine])
  expect((await member.read(personRead, { clubId, personId: other })).status).toBe(404)
  expect((await member.send(identityOpen, { clubId, personId: mine, reason: 'prepare_visit' })).status).toBe(
    200,
  )
  expect((await member.send(identityOpen, { clubId, personId: other, reason: 'prepare_visit' })).status).toBe(
    404,
  )
  const contact = {
    clubId,
    contactId: randomUUID(),
    onDay: '2026-11-20',
    kinds: ['visit' as const],
    ruleTicked: true,
  }
  expect((await member.send(contactRecord, { ...contact, personId: other })).status).toBe(404)
  expect((await member.send(contactRecord, { ...contact, personId: mine })).status).toBe(200)
  expect((await member.send(personAssign, { clubId, personId: mine, memberId: null })).status).toBe(403)
})

test('the list pages by code without a gap, filters, and its overdue count is that of the records', async () => {
  const all: string[] = []
  let after: string | undefined
  for (;;) {
    const page = (await chair.read(registerList, { clubId }, { limit: 3, ...(after ? { after } : {}) })).body
    all.push(...page.lines.map((line) => line.code))
    expect(page.total).toBeGreaterThanOrEqual(all.length)
    if (page.next === null) break
    after = page.next
  }
  expect(new Set(all).size).toBe(all.length)
  expect([...all].sort()).toEqual(all)
  await product.database
    .dangerous`update person set next_due_on = '2026-01-01' where code = any (${all.slice(0, 2)})`
  const overdue = (await chair.read(registerList, { clubId }, { overdue: 'true' })).body
  expect(overdue.lines.map((line) => line.code)).toEqual(all.slice(0, 2))
  expect((await chair.read(registerList, { clubId })).body.overdue).toBe(2)
  expect((await chair.read(registerList, { clubId }, { group: 'victim' })).body.total).toBe(1)
  expect(
    (await chair.read(registerList, { clubId }, { code: all[3]?.slice(-4) ?? '' })).body.lines[0]?.code,
  ).toBe(all[3])
  expect((await chair.read(registerList, { clubId }, { code: '%' })).body.total).toBe(0)
})

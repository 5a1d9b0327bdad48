import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { registerExport } from '@ke-vai/contract/register/export.ts'
import { identityOpenings } from '@ke-vai/contract/register/identity.ts'
import { noteOpen } from '@ke-vai/contract/register/note.ts'
import { identityOpen, personAssign, personRegister } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { clubBook } from '../month/testing/club-book.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { doAgreed } from './testing/agreed.ts'

let product: TestProduct
let chair: TestPerson
let pao: TestPerson
let memberId: string
const clubId = demoId('club/tuan-chau')

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  pao = await product.signIn('pao')
  memberId = await clubBook(product.database.dangerous, 'tuan-chau').member('pao')
})
afterAll(() => product.close())

async function enter(): Promise<string> {
  const personId = randomUUID()
  await chair.send(personRegister, { clubId, personId, name: 'Vàng Thị Thử', groups: ['at_risk'] })
  await chair.send(personAssign, { clubId, personId, memberId })
  return personId
}

const opened = (by: TestPerson, personId: string, at = clubId) =>
  by.read(identityOpenings, { clubId: at, personId })

test('whoever may open her sees who did, when, why and what; newest first, with no name of hers', async () => {
  const personId = await enter()
  const contactId = randomUUID()
  expect((await opened(chair, personId)).body).toEqual({ openings: [], total: 0 })
  await chair.send(identityOpen, { clubId, personId, reason: 'emergency' })
  const noted = { clubId, contactId, personId, onDay: today(), kinds: ['visit' as const] }
  await chair.send(contactRecord, { ...noted, note: 'muốn học may', ruleTicked: true })
  await pao.send(noteOpen, { clubId, contactId, reason: 'call' })
  const { status, body } = await opened(chair, personId)
  expect(status).toBe(200)
  expect(body.total).toBe(2)
  expect(body.openings).toMatchObject([
    { by: expect.stringMatching(/Páo/), own: false, reason: 'call', fields: 'note' },
    { by: expect.stringMatching(/Thắm/), own: true, reason: 'emergency', fields: 'identity' },
  ])
  expect(JSON.stringify(body)).not.toContain('Thử')
  // The member to whom she is assigned sees the same, as another person.
  expect((await opened(pao, personId)).body.openings.map((each) => each.own)).toEqual([true, false])
  expect((await opened(chair, await enter())).body.total).toBe(0)
})

test('a list that was taken away with her name is an opening like others', async () => {
  const personId = await enter()
  const officer = await product.signIn('lai')
  const args = { clubId, exportId: randomUUID(), purpose: 'handover' as const, fields: ['phone' as const] }
  expect((await doAgreed(chair, officer, registerExport, args)).status).toBe(200)
  for (const by of [chair, pao])
    expect((await opened(by, personId)).body).toMatchObject({
      openings: [{ by: expect.stringMatching(/Thắm/), reason: null, fields: 'identity' }],
      total: 1,
    })
})

test('whom one may not open, of her one does not learn who did: alike for a person who is not there', async () => {
  const personId = await enter()
  await chair.send(identityOpen, { clubId, personId, reason: 'call' })
  const hoa = await product.signIn('hoa')
  const hidden = await opened(hoa, personId)
  expect(hidden.status).toBe(404)
  expect(hidden).toEqual(await opened(hoa, randomUUID()))
  expect((await opened(await product.signIn('lai'), personId)).status).toBe(403)
  const elsewhere = await product.signIn('cao-xanh')
  expect((await opened(elsewhere, personId, demoId('club/cao-xanh'))).status).toBe(404)
})

test('past the guard, the database gives these lines only of persons in reach, and of no other action', async () => {
  const personId = await enter()
  await chair.send(identityOpen, { clubId, personId, reason: 'call' })
  const seenBy = (username: string) =>
    asActor(product.database.operator, { accountId: demoId(`account/${username}`) }, {}, async (tx) => {
      const rows = await tx<
        { action: string; subject_id: string }[]
      >`select action, subject_id from audit_event`
      return rows.filter((row) => row.subject_id === personId).map((row) => row.action)
    })
  expect(await seenBy('tham')).toEqual(['IDENTITY_OPENED'])
  expect(await seenBy('pao')).toEqual(['IDENTITY_OPENED'])
  for (const username of ['hoa', 'lai', 'khai', 'son', 'cao-xanh']) expect(await seenBy(username)).toEqual([])
  await product.database.dangerous`
    insert into exclusion (province, id, club_id, person_id, account_id, ground)
    values ('22', ${randomUUID()}, ${clubId}, ${personId}, ${demoId('account/pao')}, 'relative')`
  expect(await seenBy('pao')).toEqual([])
  expect((await opened(pao, personId)).status).toBe(404)
  const names = await asActor(
    product.database.operator,
    { accountId: demoId('account/lai') },
    {},
    (tx) => tx`select * from policy.openers(${clubId}, ${[demoId('account/tham')]})`,
  )
  expect(names).toEqual([])
})

test('ten minutes after she proved that it is she, an identity asks again; the answer tells nothing else', async () => {
  const personId = await enter()
  const late = await product.signIn('tham')
  expect((await late.send(identityOpen, { clubId, personId, reason: 'call' })).status).toBe(200)
  await product.database.dangerous`update sign_in set stepped_up_at = now() - interval '10 minutes 1 second'`
  const refused = await late.send(identityOpen, { clubId, personId, reason: 'call' })
  expect(refused).toMatchObject({ status: 403, body: { code: 'step_up_needed' } })
  // Whoever may not reach her is told that, and is not asked first.
  const hoa = await product.signIn('hoa')
  await product.database.dangerous`update sign_in set stepped_up_at = null`
  expect((await hoa.send(identityOpen, { clubId, personId, reason: 'call' })).status).toBe(404)
})

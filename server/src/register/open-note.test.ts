import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { noteOpen } from '@ke-vai/contract/register/note.ts'
import { personAssign, personRegister } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
const clubId = demoId('club/tuan-chau')
const memberId = randomUUID()
const note = 'chị muốn làm lại giấy khai sinh cho con'

beforeAll(async () => {
  product = await testProduct()
  await product.database.dangerous`insert into member (province, id, club_id, account_id, display_name)
    values ('22', ${memberId}, ${clubId}, ${demoId('account/pao')}, 'Anh Páo')`
})
afterAll(() => product.close())

async function noted(assignedTo: string | null, text = note) {
  const chair = await product.signIn('tham')
  const personId = randomUUID()
  const contactId = randomUUID()
  await chair.send(personRegister, { clubId, personId, name: 'Vàng Thị Thử', groups: ['at_risk'] })
  await chair.send(personAssign, { clubId, personId, memberId: assignedTo })
  const contact = {
    clubId,
    contactId,
    personId,
    onDay: today(),
    kinds: ['visit' as const],
    note: text,
    ruleTicked: true,
  }
  expect((await chair.send(contactRecord, contact)).status).toBe(200)
  return { chair, personId, contactId }
}

test('a note opens for a reason, leaves a line each time, and its answer is kept nowhere', async () => {
  const { chair, contactId } = await noted(null)
  const id = randomUUID()
  const opened = await chair.send(noteOpen, { clubId, contactId, reason: 'prepare_visit' }, id)
  expect(opened).toEqual({ status: 200, body: { note } })
  const lines = await product.database
    .dangerous`select action, subject_id, reason, fields from audit_event where command_id = ${id}`
  expect(lines).toEqual([
    { action: 'NOTE_OPENED', subject_id: contactId, reason: 'prepare_visit', fields: ['note'] },
  ])
  const kept = await product.database.dangerous`select answer::text from command_log where id = ${id}`
  expect(kept).toEqual([{ answer: 'null' }])
})

test('the member to whom she is assigned opens it; another one finds nothing', async () => {
  const pao = await product.signIn('pao')
  const hers = await noted(memberId)
  const open = { clubId, contactId: hers.contactId, reason: 'prepare_visit' as const }
  expect((await pao.send(noteOpen, open)).body).toEqual({ note })
  const hoa = await product.signIn('hoa')
  const refused = await hoa.send(noteOpen, open)
  expect(refused.status).toBe(404)
  expect(refused).toEqual(await hoa.send(noteOpen, { ...open, contactId: randomUUID() }))
  expect((await (await product.signIn('lai')).send(noteOpen, open)).status).toBe(403)
})

test('past the guard, nobody in the server reaches a key with which a note would open, not even a wrapped one', async () => {
  const { personId } = await noted(null)
  for (const account of ['lai', 'tham'])
    await expect(
      asActor(product.database.operator, { accountId: demoId(`account/${account}`) }, {}, (tx) => {
        return tx`select wrapped from person_key where person_id = ${personId}`
      }),
    ).rejects.toThrow('permission denied')
})

test('a contact without a note answers like one that is not there', async () => {
  const { chair, contactId } = await noted(null, '')
  expect((await chair.send(noteOpen, { clubId, contactId, reason: 'call' })).status).toBe(404)
})

import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { personErase } from '@ke-vai/contract/register/erasure.ts'
import { personMerge } from '@ke-vai/contract/register/merge.ts'
import { noteOpen } from '@ke-vai/contract/register/note.ts'
import { identityOpen, personRead, registerList } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor } from '../platform/actor.ts'
import type { TestPerson, TestProduct } from '../platform/testing/test-product.ts'
import { computeFigures } from '../report/report.ts'
import { doAgreed } from './testing/agreed.ts'
import { chairAndOfficer, chairId, clubId, enterPerson, officerId } from './testing/chair-and-officer.ts'

let product: TestProduct
let chair: TestPerson
let officer: TestPerson

beforeAll(async () => {
  ;({ product, chair, officer } = await chairAndOfficer())
})
afterAll(() => product.close())

async function enter(): Promise<{ personId: string; contactId: string }> {
  const [personId, contactId] = [await enterPerson(chair, { phone: '0912 000 111' }), randomUUID()]
  expect((await note(personId, contactId)).status).toBe(200)
  return { personId, contactId }
}
const note = (personId: string, contactId: string) =>
  chair.send(contactRecord, {
    clubId,
    contactId,
    personId,
    onDay: today(),
    kinds: ['visit'],
    note: 'về nhà mẹ',
    nextStep: 'gọi lại',
    ruleTicked: true,
  })
const erase = (personId: string, erasureId = randomUUID()) =>
  doAgreed(chair, officer, personErase, { clubId, personId, erasureId, ground: 'her_wish' })
const contacts = () =>
  asActor(product.database.operator, { accountId: officerId }, { clubId }, (tx) =>
    computeFigures(tx, { province: '22', clubId, first: '2026-01-01', last: today() }).then(
      ([only]) => only.counts,
    ),
  )

test('erased by two: no key, nothing sealed, no free word is left; the counts stay; the certificate says what was destroyed', async () => {
  const { dangerous } = product.database
  const { personId, contactId } = await enter()
  const before = await contacts()
  const [key] = await dangerous<
    { hash: Buffer }[]
  >`select sha256(wrapped) as hash from person_key where person_id = ${personId}`
  const erasureId = randomUUID()
  const done = await erase(personId, erasureId)
  expect(done, JSON.stringify(done.body)).toMatchObject({ status: 200, body: { id: erasureId, lines: 1 } })
  expect(done.body.keyHash).toBe(key?.hash.toString('hex'))
  for (const table of ['person_key', 'person_identity', 'identity_index', 'safe_contact'])
    expect(
      await dangerous`select from ${dangerous(table)} where person_id = ${personId}`,
      table,
    ).toHaveLength(0)
  const [contact] = await dangerous`select note_sealed, next_step, kinds from contact where id = ${contactId}`
  expect(contact).toEqual({ note_sealed: null, next_step: null, kinds: ['visit'] })
  const [person] =
    await dangerous`select ethnicity, register_no, next_step from person where id = ${personId}`
  expect(person).toEqual({ ethnicity: null, register_no: null, next_step: null })
  expect(await contacts()).toEqual(before)
  const [certificate] =
    await dangerous`select person_id, ground, erased_by <> approved_by as by_two from erasure where id = ${erasureId}`
  expect(certificate).toEqual({ person_id: personId, ground: 'her_wish', by_two: true })
})

test('the erased answer as a random id does: her page, her identity, her notes, a contact that comes late', async () => {
  const { personId, contactId } = await enter()
  const other = randomUUID()
  expect((await erase(personId)).status).toBe(200)
  const both = async (ask: (id: string) => Promise<{ status: number; body: unknown }>) => {
    const [erased, random] = [await ask(personId), await ask(other)]
    expect(erased).toEqual(random)
    expect(erased.status).toBe(404)
  }
  await both((id) => chair.read(personRead, { clubId, personId: id }))
  await both((id) => chair.send(identityOpen, { clubId, personId: id, reason: 'call' }))
  await both((id) => note(id, randomUUID()))
  const reason = 'call' as const
  const late = await chair.send(noteOpen, { clubId, contactId, reason })
  expect(late).toEqual(await chair.send(noteOpen, { clubId, contactId: other, reason }))
  const { lines } = (await chair.read(registerList, { clubId })).body
  expect(lines.map((line) => line.id)).not.toContain(personId)
  const rows = await asActor(
    product.database.operator,
    { accountId: chairId },
    { clubId },
    (tx) => tx`select from person where id = ${personId}`,
  )
  expect(rows, 'by row-level security too').toHaveLength(0)
})

test('a person of two lines is erased with both', async () => {
  const [one, two] = [await enter(), await enter()]
  const merge = {
    clubId,
    mergeId: randomUUID(),
    keptId: one.personId,
    mergedId: two.personId,
    reason: 'same_phone' as const,
  }
  expect((await doAgreed(chair, officer, personMerge, merge)).status).toBe(200)
  const before = await contacts()
  expect(await erase(one.personId)).toMatchObject({ status: 200, body: { lines: 2 } })
  const keys = await product.database.dangerous`
    select from person_key where person_id in (${one.personId}, ${two.personId})`
  expect(keys).toHaveLength(0)
  expect(await contacts(), 'two lines of one person still count as one').toEqual(before)
})

test('the app’s own role clears nothing without a certificate of this moment, and destroys no key without a yes', async () => {
  const { personId } = await enter()
  const tried = (work: Parameters<typeof asActor>[3]) =>
    asActor(product.database.operator, { accountId: chairId }, { clubId }, work)
  await expect(tried((tx) => tx`select policy.destroy_person_key(${personId})`)).rejects.toThrow(
    /insufficient_privilege|privilege/,
  )
  await expect(tried((tx) => tx`select policy.forget_person(${randomUUID()})`)).rejects.toThrow(/privilege/)
  await expect(
    tried((tx) => tx`select policy.clear_person('22', ${clubId}, ${personId}, now())`),
  ).rejects.toThrow(/permission/)
  await expect(
    tried(
      (
        tx,
      ) => tx`insert into erasure (province, id, club_id, person_id, ground, key_hash, erased_by, approved_by)
      values ('22', ${randomUUID()}, ${clubId}, ${personId}, 'her_wish', '', ${chairId}, ${officerId})`,
    ),
  ).rejects.toThrow(/row-level security/)
  await expect(tried((tx) => tx`update person set erased_at = now() where id = ${personId}`)).rejects.toThrow(
    /permission/,
  )
  expect((await chair.send(identityOpen, { clubId, personId, reason: 'call' })).status).toBe(200)
})

import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { personMerge, personUnmerge } from '@ke-vai/contract/register/merge.ts'
import { identityOpen, personAssign, personRead, registerList } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { clubBook } from '../month/testing/club-book.ts'
import { asActor } from '../platform/actor.ts'
import type { TestPerson, TestProduct } from '../platform/testing/test-product.ts'
import { computeFigures } from '../report/report.ts'
import { askAndAgree, doAgreed } from './testing/agreed.ts'
import { chairAndOfficer, chairId, clubId, enterPerson } from './testing/chair-and-officer.ts'

let product: TestProduct
let chair: TestPerson
let officer: TestPerson
let member: TestPerson
let memberId: string

beforeAll(async () => {
  ;({ product, chair, officer } = await chairAndOfficer())
  member = await product.signIn('hoa')
  memberId = await clubBook(product.database.dangerous, 'tuan-chau').member('hoa')
})
afterAll(() => product.close())

const enter = (name?: string) => enterPerson(chair, name === undefined ? {} : { name })
const note = (by: TestPerson, personId: string) =>
  by.send(contactRecord, {
    clubId,
    contactId: randomUUID(),
    personId,
    onDay: today(),
    kinds: ['visit'],
    ruleTicked: true,
  })
const merging = (keptId: string, mergedId: string) => ({
  clubId,
  mergeId: randomUUID(),
  keptId,
  mergedId,
  reason: 'same_phone' as const,
})
async function merged(): Promise<ReturnType<typeof merging>> {
  const args = merging(await enter('Vàng Thị Hoà'), await enter('Vàng Thị Hòa'))
  const done = await doAgreed(chair, officer, personMerge, args)
  expect(done, JSON.stringify(done.body)).toMatchObject({ status: 200 })
  return args
}
const figures = () =>
  asActor(product.database.operator, { accountId: chairId }, { clubId }, (tx) =>
    computeFigures(tx, { province: '22', clubId, first: '2026-01-01', last: today() }).then(([only]) => only),
  )

/** Every row of both persons, in every table that knows a person, as bytes. */
async function rowsOf(ids: readonly string[]): Promise<string> {
  const { dangerous } = product.database
  const rows: string[] = []
  for (const table of [
    'person_group',
    'person_key',
    'person_identity',
    'safe_contact',
    'contact',
    'referral',
    'identity_index',
  ]) {
    const found = await dangerous<{ row: string }[]>`
      select t::text as row from ${dangerous(table)} as t where person_id = any (${[...ids]}::uuid[]) order by 1`
    rows.push(...found.map(({ row }) => row))
  }
  const persons = await dangerous<{ row: string }[]>`
    select t::text as row from person as t where id = any (${[...ids]}::uuid[]) order by 1`
  return JSON.stringify([...rows, ...persons.map(({ row }) => row)])
}

test('one human alone merges nobody, and a yes to another pair is no yes to this one', async () => {
  const [a, b, c] = [await enter(), await enter(), await enter()]
  expect(await chair.send(personMerge, merging(a, b))).toMatchObject({
    status: 409,
    body: { code: 'second_person_needed' },
  })
  const args = merging(a, b)
  const { approvalId } = await askAndAgree(chair, officer, personMerge, args)
  const other = await chair.send(personMerge, { ...args, mergedId: c }, randomUUID(), approvalId)
  expect(other).toMatchObject({ status: 409, body: { code: 'approval_stale' } })
  expect(await product.database.dangerous`select from person where merged_into is not null`).toHaveLength(0)
})

test('merged, two lines are one person in the list, the page, the counts; the names of both open', async () => {
  const [keptId, mergedId] = [await enter('Vàng Thị Hoà'), await enter('Vàng Thị Hòa')]
  await note(chair, keptId)
  await note(chair, mergedId)
  const [before, list] = [await figures(), await chair.read(registerList, { clubId })]
  const args = merging(keptId, mergedId)
  expect((await doAgreed(chair, officer, personMerge, args)).status).toBe(200)

  const [after, now] = [await figures(), await chair.read(registerList, { clubId })]
  expect(now.body.total).toBe(list.body.total - 1)
  expect(now.body.lines.map((line) => line.id)).not.toContain(mergedId)
  expect(after.counts.contacts).toEqual(before.counts.contacts)
  expect(after.counts.persons_with_contact.value).toBe(before.counts.persons_with_contact.value - 1)
  expect(after.groups.at_risk.persons.value).toBe(before.groups.at_risk.persons.value - 1)
  expect(after.groups.at_risk.contacts).toEqual(before.groups.at_risk.contacts)

  const page = await chair.read(personRead, { clubId, personId: keptId })
  expect(page.body.contacts).toHaveLength(2)
  expect(page.body.merged).toMatchObject([{ id: mergedId, mergeId: args.mergeId }])
  expect((await chair.read(personRead, { clubId, personId: mergedId })).body.id).toBe(keptId)
  const opened = await chair.send(identityOpen, { clubId, personId: keptId, reason: 'check_same_person' })
  expect(opened.body).toMatchObject({ name: 'Vàng Thị Hoà', others: [{ name: 'Vàng Thị Hòa' }] })
})

test('a contact noted for the merged line is refused with the code of the kept one', async () => {
  const { keptId, mergedId } = await merged()
  const kept = (await chair.read(personRead, { clubId, personId: keptId })).body.code
  const answer = await note(chair, mergedId)
  expect(answer).toMatchObject({ status: 422, body: { code: 'person_merged' } })
  expect(JSON.stringify(answer.body)).toContain(kept)
  expect((await note(chair, keptId)).status).toBe(200)
})

test('taken back by two people within its days, every row is as it was, byte for byte', async () => {
  const [keptId, mergedId] = [await enter(), await enter()]
  await note(chair, keptId)
  await note(chair, mergedId)
  const before = await rowsOf([keptId, mergedId])
  const args = merging(keptId, mergedId)
  expect((await doAgreed(chair, officer, personMerge, args)).status).toBe(200)
  expect(await rowsOf([keptId, mergedId])).not.toBe(before)
  const { mergeId } = args
  const undo = { clubId, mergeId, keptId, mergedId }
  expect((await chair.send(personUnmerge, undo)).status).toBe(409)
  expect(await doAgreed(chair, officer, personUnmerge, undo)).toMatchObject({ status: 200 })
  expect(await rowsOf([keptId, mergedId])).toBe(before)
})

test('after thirty days it is not taken back', async () => {
  const { mergeId, keptId, mergedId } = await merged()
  await product.database
    .dangerous`update person_merge set undo_until = now() - interval '1 minute' where id = ${mergeId}`
  const late = await doAgreed(chair, officer, personUnmerge, { clubId, mergeId, keptId, mergedId })
  expect(late).toMatchObject({ status: 422, body: { code: 'undo_too_late' } })
})

test('whoever may not see one of the two sees neither, in the list, the page and by row-level security', async () => {
  const args = await merged()
  const seen = async () => (await member.read(registerList, { clubId })).body.lines.map((line) => line.id)
  // The kept line alone is assigned to her, past the product.
  await product.database.dangerous`update person set member_id = ${memberId} where id = ${args.keptId}`
  expect(await seen()).not.toContain(args.keptId)
  expect((await member.read(personRead, { clubId, personId: args.keptId })).status).toBe(404)
  const rows = await asActor(
    product.database.operator,
    { accountId: demoId('account/hoa') },
    { clubId },
    (tx) => tx`select from person where id in (${args.keptId}, ${args.mergedId})`,
  )
  expect(rows).toHaveLength(0)
  // Assigned by the product, both lines go to her.
  expect((await chair.send(personAssign, { clubId, personId: args.keptId, memberId })).status).toBe(200)
  expect(await seen()).toContain(args.keptId)
})

test('a conflict of interest with one line hides the other, also from the chair', async () => {
  const args = await merged()
  await product.database.dangerous`
    insert into exclusion (province, id, club_id, person_id, account_id, ground)
    values ('22', ${randomUUID()}, ${clubId}, ${args.mergedId}, ${chairId}, 'relative')`
  expect((await chair.read(personRead, { clubId, personId: args.keptId })).status).toBe(404)
  expect((await officer.read(personRead, { clubId, personId: args.keptId })).status).toBe(200)
})

test('lines with different companions, and lines that are merged already, are told so', async () => {
  const [a, b] = [await enter(), await enter()]
  await chair.send(personAssign, { clubId, personId: a, memberId })
  expect(await askAndAgree(chair, officer, personMerge, merging(a, b))).toMatchObject({
    status: 422,
    body: { code: 'companions_differ' },
  })
  const { mergedId } = await merged()
  expect(await askAndAgree(chair, officer, personMerge, merging(b, mergedId))).toMatchObject({
    status: 422,
    body: { code: 'already_merged' },
  })
})

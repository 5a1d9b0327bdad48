import { randomUUID } from 'node:crypto'
import { exclusionLift, exclusionList, exclusionSet } from '@ke-vai/contract/grant/exclusion.ts'
import { monthOpen } from '@ke-vai/contract/month/commands.ts'
import { monthAgenda, monthGet } from '@ke-vai/contract/month/month.ts'
import { identityOpen, personRead, registerList } from '@ke-vai/contract/register/person.ts'
import { monthReportRead } from '@ke-vai/contract/report/report.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type ClubBook, clubBook } from '../month/testing/club-book.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

const month = '2026-06'
let product: TestProduct
let book: ClubBook
let clubId: string
let chair: TestPerson
let second: TestPerson
let officer: TestPerson
let personId: string

/** Two chairs of one club, and three persons of whom one is a relative of the second chair's. */
beforeAll(async () => {
  product = await testProduct()
  book = clubBook(product.database.dangerous, 'tuan-chau')
  clubId = book.clubId
  await product.database.dangerous`
    insert into role_grant (id, account_id, role, club_id, valid_from)
    values (${randomUUID()}, ${demoId('account/hoa')}, 'club_chair', ${clubId}, current_date)`
  chair = await product.signIn('tham')
  second = await product.signIn('hoa')
  officer = await product.signIn('lai')
  for (const each of [await book.person(), await book.person(['victim']), await book.person()]) {
    personId = each
    await book.contact(each, '2026-06-10')
    await book.contact(each, '2026-06-12', 'visit')
    await book.referral(each, '2026-06-14', 'completed')
  }
  await product.database.dangerous`
    update person set next_due_on = '2026-06-20', next_step = 'Thăm lại' where id = ${personId}`
  await chair.send(monthOpen, { clubId, month, cycleId: randomUUID() })
})
afterAll(() => product.close())

const conflict = () => ({
  clubId,
  personId,
  accountId: demoId('account/hoa'),
  exclusionId: randomUUID(),
  ground: 'relative' as const,
})

test('whoever is excluded gets, for that person, exactly what a random id gives; lists do not count the person', async () => {
  const wish = conflict()
  expect((await second.send(exclusionSet, wish)).body).toMatchObject({ code: 'exclusion_of_herself' })
  expect((await second.read(personRead, { clubId, personId })).status).toBe(200)
  expect((await chair.send(exclusionSet, wish)).body).toEqual({ id: wish.exclusionId })
  // Set twice, it is still one.
  expect((await chair.send(exclusionSet, conflict())).body).toEqual({ id: wish.exclusionId })

  const hidden = await second.read(personRead, { clubId, personId })
  const random = await second.read(personRead, { clubId, personId: randomUUID() })
  expect(hidden).toEqual(random)
  expect(hidden.status).toBe(404)
  const opening = { clubId, reason: 'contact' as never }
  expect(await second.send(identityOpen, { ...opening, personId } as never)).toEqual(
    await second.send(identityOpen, { ...opening, personId: randomUUID() } as never),
  )
  expect(await second.send(exclusionSet, { ...conflict(), accountId: demoId('account/lai') })).toEqual(
    await second.send(exclusionSet, {
      ...conflict(),
      personId: randomUUID(),
      accountId: demoId('account/lai'),
    }),
  )
  expect((await second.read(registerList, { clubId })).body).toMatchObject({ total: 2 })
  expect((await chair.read(registerList, { clubId })).body).toMatchObject({ total: 3 })
})

test('figures of the month and the report count everybody: hers equal the other chair’s, but she is shown no row', async () => {
  const report = (person: TestPerson) => person.read(monthReportRead, { clubId, month })
  expect((await report(second)).status).toBe(200)
  expect(await report(second)).toEqual(await report(chair))
  const figures = async (person: TestPerson) => (await person.read(monthGet, { clubId, month })).body.figures
  expect(await figures(second)).toEqual(await figures(chair))
  expect((await figures(second))?.month.counts.persons_with_contact.value).toBe(3)
  const agenda = async (person: TestPerson) => (await person.read(monthAgenda, { clubId, month })).body
  expect((await agenda(chair)).overdue.map((each) => each.personId)).toEqual([personId])
  expect((await agenda(second)).overdue).toEqual([])
  expect((await agenda(second)).figures).toEqual((await agenda(chair)).figures)
})

test('she is not told of her exclusion and cannot lift it; another lifts it, and all is as before', async () => {
  const listed = (await chair.read(exclusionList, { clubId })).body
  expect(listed.exclusions).toMatchObject([{ personId, displayName: 'Em H.', ground: 'relative' }])
  expect(listed.exclusions[0]?.code).toMatch(/^KV-/u)
  expect((await second.read(exclusionList, { clubId })).body.exclusions).toEqual([])
  expect((await (await product.signIn('cam')).read(exclusionList, { clubId })).body.exclusions).toMatchObject(
    [{ personId, code: null }],
  )
  const exclusionId = listed.exclusions[0]?.id ?? ''
  expect(await second.send(exclusionLift, { clubId, exclusionId })).toEqual(
    await second.send(exclusionLift, { clubId, exclusionId: randomUUID() }),
  )
  expect((await officer.send(exclusionLift, { clubId, exclusionId })).status).toBe(200)
  expect((await second.read(personRead, { clubId, personId })).status).toBe(200)
})

test('an account that reaches no book of the club cannot be chosen', async () => {
  const stranger = { ...conflict(), accountId: demoId('account/cao-xanh') }
  expect((await chair.send(exclusionSet, stranger)).body).toMatchObject({ code: 'account_reaches_no_club' })
})

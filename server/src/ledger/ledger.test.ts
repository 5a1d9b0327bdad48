import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { importLedgerCommand, previewLedgerCommand } from '@ke-vai/contract/ledger/commands.ts'
import { registerList } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { comparisonsADay } from './comparisons.ts'
import { countImported } from './imported-figures.ts'
import type { LedgerPlan } from './plan.ts'
import { readLedger } from './read-ledger.ts'

const fixture = (name: string) => readFile(new URL(`./fixtures/${name}`, import.meta.url))
const clubId = demoId('club/tuan-chau')
let product: TestProduct
let chair: TestPerson
let file: string
let plan: LedgerPlan

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  const bytes = await fixture('so-theo-doi-tuan-chau-2022.xlsx')
  file = bytes.toString('base64')
  const read = readLedger(bytes, { today: '2026-11-21' })
  if ('refusal' in read) throw new Error('the fixture was refused')
  plan = read
})
afterAll(() => product.close())

const bringIn = (acceptMerges: boolean) =>
  chair.send(importLedgerCommand, { clubId, importId: randomUUID(), fileName: 'so.xlsx', file, acceptMerges })

const rowsOf = async () => {
  const [counts] = await product.database.dangerous`
    select (select count(*) from person) as persons, (select count(*) from contact) as contacts,
      (select count(*) from referral) as referrals, (select count(*) from session) as sessions,
      (select count(*) from member) as members, (select count(*) from person_group) as groups,
      (select count(*) from person_identity) as identities`
  return counts
}

test('a dry run says what would be added and writes nothing', async () => {
  const before = await rowsOf()
  const preview = await chair.send(previewLedgerCommand, { clubId, fileName: 'so.xlsx', file })
  expect(preview.status).toBe(200)
  expect(preview.body.adds).toEqual({ persons: 40, members: 11, contacts: 94, referrals: 15, sessions: 12 })
  expect(preview.body.questions.map((each) => each.kind).sort()).toEqual(['same_person', 'sex'])
  expect(await rowsOf()).toEqual(before)
  const names = plan.persons.flatMap((person) => person.name.split(' ').filter((word) => word.length > 3))
  for (const name of names) expect(JSON.stringify(preview.body)).not.toContain(`${name} `)
})

test('the whole book comes in at once and reaches every expected figure, counted from the database', async () => {
  const done = await bringIn(true)
  expect(done).toMatchObject({ status: 200, body: { added: { persons: 39, contacts: 94 } } })
  const expected = JSON.parse((await fixture('so-theo-doi-tuan-chau-2022.expected.json')).toString())
  const counted = await product.database.dangerous.begin((tx) =>
    countImported(tx, { id: clubId, province: '22' }, 2022, plan),
  )
  const { club: _club, ward: _ward, year: _year, ...figures } = expected
  expect(counted).toEqual(figures)
})

test('the same file again adds nothing, and asks nothing that was answered', async () => {
  const before = await rowsOf()
  const again = await bringIn(true)
  expect(again.body).toMatchObject({
    added: { persons: 0, members: 0, contacts: 0, referrals: 0, sessions: 0 },
  })
  expect(await rowsOf()).toEqual(before)
})

test('two of the same import at once add the book once', async () => {
  const other = await product.signIn('cao-xanh')
  const cao = demoId('club/cao-xanh')
  const both = await Promise.all(
    [1, 2].map(() =>
      other.send(importLedgerCommand, {
        clubId: cao,
        importId: randomUUID(),
        fileName: 'so.xlsx',
        file,
        acceptMerges: true,
      }),
    ),
  )
  expect(both.map((each) => each.status)).toEqual([200, 200])
  expect((await other.read(registerList, { clubId: cao })).body.total).toBe(39)
})

test('a file that is no workbook is refused by name and changes nothing', async () => {
  const before = await rowsOf()
  const answer = await chair.send(previewLedgerCommand, {
    clubId,
    fileName: 'so.pdf',
    file: Buffer.from('%PDF-1.7').toString('base64'),
  })
  expect(answer.status).toBe(422)
  expect(await rowsOf()).toEqual(before)
})

test('the ward officer does not bring books in', async () => {
  const officer = await product.signIn('lai')
  const answer = await officer.send(importLedgerCommand, {
    clubId,
    importId: randomUUID(),
    fileName: 'so.xlsx',
    file,
  })
  expect(answer.status).toBe(403)
})

test('to compare a book is to search for each of its rows: one account does it so often a day, then an alarm is left', async () => {
  const { dangerous } = product.database
  const lines = async (action: string) =>
    (await dangerous`select from audit_event where action = ${action} and subject_id = ${clubId}`).length
  const today = (
    await dangerous`
    select from audit_event where action in ('LEDGER_COMPARED', 'LEDGER_IMPORTED') and account_id = ${demoId('account/tham')}`
  ).length
  await dangerous`
    insert into audit_event (chain, seq, at, province, id, account_id, action, club_id, subject_kind, subject_id, fields, hash)
    select line.chain, -extra, line.at, line.province, gen_random_uuid(), line.account_id, line.action, line.club_id,
      line.subject_kind, line.subject_id, line.fields, line.hash
    from (select * from audit_event where action = 'LEDGER_COMPARED' limit 1) line,
      generate_series(1, ${comparisonsADay - today}::int) extra`
  const before = await lines('LEDGER_COMPARED')
  const refused = await chair.send(previewLedgerCommand, { clubId, fileName: 'so.xlsx', file })
  expect(refused).toMatchObject({ status: 429, body: { code: 'reading_budget_spent' } })
  expect(await lines('READING_BUDGET_SPENT')).toBe(1)
  expect(await lines('LEDGER_COMPARED')).toBe(before)
  await dangerous`update audit_event set at = at - interval '1 day'`
  expect((await chair.send(previewLedgerCommand, { clubId, fileName: 'so.xlsx', file })).status).toBe(200)
})

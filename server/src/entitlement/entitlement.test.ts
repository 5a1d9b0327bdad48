import { randomUUID } from 'node:crypto'
import { caseOpen, caseRead } from '@ke-vai/contract/case/case.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import {
  entitlementList,
  entitlementPropose,
  entitlementWrite,
} from '@ke-vai/contract/entitlement/entitlement.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let van: TestPerson
const organisationId = demoId('organisation/centre-22')

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
})
afterAll(() => product.close())

/** A case of Cô Vân's with these facts; a decision and a tie to another case are other concepts' to write. */
async function openCase(facts: Record<string, string | null> = {}, arrival: object = {}) {
  const caseId = randomUUID()
  const opened = await van.send(caseOpen, { organisationId, caseId, channel: 'self_return', ...arrival })
  expect(opened.status).toBe(200)
  const sql = product.database.dangerous
  if (Object.keys(facts).length > 0) await sql`update case_file set ${sql(facts)} where id = ${caseId}`
  return { organisationId, caseId }
}

const listOf = async (of: { organisationId: string; caseId: string }) =>
  (await van.read(entitlementList, of)).body
const writing = (of: { organisationId: string; caseId: string }, code: string, more: object = {}) => ({
  ...of,
  entryId: randomUUID(),
  regime: '2024' as const,
  code,
  state: 'given' as const,
  onDay: today(),
  ...more,
})

test('scenario 23: whoever is in identification is given a–g, each with its text of law and its day', async () => {
  const of = await openCase({ legal_status: 'in_identification', nationality: 'vietnamese' })
  for (const code of 'abcdđeg') expect((await van.send(entitlementWrite, writing(of, code))).status).toBe(200)
  const { lines, regime, source } = await listOf(of)
  expect([regime, source]).toEqual(['2024', expect.stringContaining('53/2024/QH15')])
  expect(
    lines
      .filter(({ state }) => state === 'given')
      .map(({ code }) => code)
      .join(''),
  ).toBe('abcdđeg')
  expect(lines[0]).toMatchObject({ code: 'a', basis: 'right', onDay: today(), times: 1, amount: null })
  expect(lines.find(({ code }) => code === 'h')).toMatchObject({ basis: 'none', state: null })
  expect(await van.send(entitlementWrite, writing(of, 'h'))).toMatchObject({
    status: 422,
    body: { code: 'entitlement_not_so', field: 'state' },
  })
  expect((await van.send(entitlementWrite, writing(of, 'h', { state: 'waiting' }))).status).toBe(200)
})

test('scenario 23: without status, papers or nationality a–g is given as help in need, and called so', async () => {
  for (const legal_status of ['no_information', 'signs', 'not_enough_grounds', 'not_victim']) {
    const of = await openCase({ legal_status })
    expect((await van.send(entitlementWrite, writing(of, 'b', { note: 'Khám ở trạm y tế' }))).status).toBe(
      200,
    )
    const line = (await listOf(of)).lines.find(({ code }) => code === 'b')
    expect(line).toMatchObject({ basis: 'emergency', state: 'given' })
    expect(line?.why.vi).toContain('không chờ giấy tờ')
    // It can never be written down as not hers.
    expect((await van.send(entitlementWrite, writing(of, 'a', { state: 'not_eligible' }))).status).toBe(422)
  }
})

test('scenario 24: for a child of six a–h are proposed in her own case, and her mother’s case stays as it is', async () => {
  const decided = { legal_status: 'victim', identified_on: '2026-02-03', nationality: 'vietnamese' }
  const mother = await openCase(decided)
  const hers = await openCase({ accompanies_id: mother.caseId }, { ageBand: 'under_7' })
  expect((await van.send(entitlementPropose, hers)).body).toEqual({ proposed: 8 })
  const { lines, accompanies } = await listOf(hers)
  expect(accompanies).toBe(true)
  expect(
    lines
      .filter(({ state }) => state === 'proposed')
      .map(({ code }) => code)
      .join(''),
  ).toBe('abcdđegh')
  expect((await listOf(mother)).lines.every(({ state }) => state === null)).toBe(true)
  // Asked again it proposes nothing twice.
  expect((await van.send(entitlementPropose, hers)).body).toEqual({ proposed: 0 })
  const page = await van.read(caseRead, hers)
  expect(page.body.entries.filter(({ kind }) => kind === 'entitlement.proposed')).toHaveLength(8)
})

test('a child’s team learns the status of whom she came with, unless a conflict of interest keeps it', async () => {
  const mother = await openCase({
    legal_status: 'victim',
    identified_on: '2026-02-03',
    nationality: 'vietnamese',
  })
  const hers = await openCase({ accompanies_id: mother.caseId }, { ageBand: 'under_7' })
  const right = async () => (await listOf(hers)).lines.filter(({ basis }) => basis === 'right').length
  expect(await right()).toBe(8)
  await product.database.dangerous`
    insert into case_exclusion (province, id, case_id, account_id, ground)
    values ('22', ${randomUUID()}, ${mother.caseId}, ${demoId('account/van')}, 'relative')`
  expect(await right()).toBe(0)
})

test('identified on 2025-06-30 she has the table of 2011, a day later that of 2024', async () => {
  const before = await openCase({
    legal_status: 'victim',
    identified_on: '2025-06-30',
    nationality: 'vietnamese',
  })
  const after = await openCase({
    legal_status: 'victim',
    identified_on: '2025-07-01',
    nationality: 'vietnamese',
  })
  expect((await listOf(before)).source).toBe('Luật 66/2011/QH12 Điều 32')
  expect((await van.send(entitlementPropose, before)).body).toEqual({ proposed: 6 })
  expect((await van.send(entitlementPropose, after)).body).toEqual({ proposed: 10 })
  // Help in need is open beside the law of 2011 as well: an interpreter is not in its table.
  expect((await van.send(entitlementWrite, writing(before, 'c'))).status).toBe(200)
})

test('what she does not want now is not proposed again, and may be given when she changes her mind', async () => {
  const of = await openCase({ legal_status: 'in_identification', nationality: 'vietnamese' })
  expect((await van.send(entitlementWrite, writing(of, 'g', { state: 'refused_by_choice' }))).status).toBe(
    200,
  )
  expect((await van.send(entitlementPropose, of)).body).toEqual({ proposed: 6 })
  expect((await van.send(entitlementWrite, writing(of, 'g'))).status).toBe(200)
  const tomorrow = addDays(today(), 1)
  expect((await van.send(entitlementWrite, writing(of, 'a', { onDay: tomorrow }))).status).toBe(422)
})

test('an amount is shown once somebody verified it, with the days for which it holds', async () => {
  const of = await openCase({ legal_status: 'in_identification', nationality: 'vietnamese' })
  const amount = async () => (await listOf(of)).lines.find(({ code }) => code === 'g')?.amount
  expect(await amount()).toBeNull()
  await product.database.dangerous`
    insert into parameter (key, valid_from, valid_to, value, source) values
      ('entitlement_amount 2024 g', '2020-01-01', '2020-12-31', '1', 'test'),
      ('entitlement_amount 2024 g', '2026-01-01', null, '500000', 'test')`
  expect(await amount()).toBe(500_000)
})

test('nobody outside her team reads or writes it, and the note lies readable nowhere', async () => {
  const of = await openCase()
  await van.send(entitlementWrite, writing(of, 'a', { note: 'Lời riêng thử' }))
  for (const username of ['binh', 'hien', 'quyen', 'huong', 'tham', 'tam']) {
    const other = await product.signIn(username)
    expect([403, 404], username).toContain((await other.read(entitlementList, of)).status)
    expect([403, 404], username).toContain((await other.send(entitlementPropose, of)).status)
    expect([403, 404], username).toContain((await other.send(entitlementWrite, writing(of, 'a'))).status)
  }
  const [dump] = await product.database.dangerous<{ text: string }[]>`
    select string_agg(t.text, ' ') as text from (select case_entry::text as text from case_entry
      union all select command_log::text from command_log union all select audit_event::text from audit_event) t`
  expect(dump?.text).not.toContain('Lời riêng')
})

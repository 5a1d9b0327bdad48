import { randomUUID } from 'node:crypto'
import {
  caseIdentityOpen,
  caseList,
  caseOpen,
  caseRead,
  caseTake,
  caseWordsOpen,
} from '@ke-vai/contract/case/case.ts'
import { consentGive } from '@ke-vai/contract/consent/consent.ts'
import { referralDeliver, referralPrepare } from '@ke-vai/contract/referral/referral.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { legalAid, receive, sheet } from '../referral/testing/one-case.ts'

let product: TestProduct
let van: TestPerson
let binh: TestPerson
let hien: TestPerson
const organisationId = demoId('organisation/centre-22')

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
  binh = await product.signIn('binh')
  hien = await product.signIn('hien')
})
afterAll(() => product.close())

const arriving = (calledBy: string) => ({
  organisationId,
  caseId: randomUUID(),
  channel: 'self_return' as const,
  calledBy,
  ageBand: '18_to_30' as const,
  triage: ['child_along' as const],
})

test('a referral whose consent has run out keeps no clock: nobody can answer it any more', async () => {
  const ofCase = await receive(van)
  const given = sheet(ofCase, legalAid, ['need'])
  await van.send(consentGive, given)
  const referral = { ...ofCase, referralId: randomUUID() }
  const prepared = await van.send(referralPrepare, {
    ...referral,
    service: 'papers',
    urgency: 'soon',
    cost: 'free',
    toOrganisationId: legalAid,
    fields: ['need'],
    need: 'Khai sinh',
    reach: '',
  })
  expect(prepared.status).toBe(200)
  expect((await van.send(referralDeliver, referral)).status).toBe(200)
  const clocks = async () => (await van.read(caseRead, ofCase)).body
  expect((await clocks()).deadlines).toMatchObject([{ kind: 'referral_answer', metAt: null }])
  expect((await clocks()).header.nextDue).toMatchObject({ kind: 'referral_answer' })
  await product.database.dangerous`
    update consent set valid_from = valid_from - 40, valid_to = valid_from - 1 where id = ${given.consentId}`
  expect(await clocks()).toMatchObject({ deadlines: [], header: { nextDue: null } })
})

test('who is received has a code at once; her team reads the case and nobody else', async () => {
  const args = arriving('Chị Thử')
  const opened = await van.send(caseOpen, args)
  expect(opened).toMatchObject({ status: 200, body: { code: expect.stringMatching(/^HS-22-\d{6}$/) } })
  const page = await van.read(caseRead, { organisationId, caseId: args.caseId })
  expect(page).toMatchObject({ status: 200, body: { header: { state: 'reception', waiting: false } } })
  expect(page.body.team).toMatchObject([{ displayName: 'Cô Vân', part: 'manager' }])
  expect(page.body.entries).toMatchObject([{ kind: 'reception.received', body: { triage: ['child_along'] } }])
  expect(JSON.stringify(page.body)).not.toContain('Thử')
  for (const other of [binh, hien]) {
    expect((await other.read(caseRead, { organisationId, caseId: args.caseId })).status).toBe(404)
    const listed = (await other.read(caseList, { organisationId })).body.cases.map(({ id }) => id)
    expect(listed).not.toContain(args.caseId)
  }
  const tham = await product.signIn('tham')
  expect((await tham.read(caseRead, { organisationId, caseId: args.caseId })).status).toBe(404)
  const huong = await product.signIn('huong')
  expect((await huong.read(caseRead, { organisationId, caseId: args.caseId })).status).toBe(403)
})

test('her name opens for a reason, to her team alone, and leaves a line', async () => {
  const args = arriving('Chị Bí Mật')
  await van.send(caseOpen, args)
  const asked = { organisationId, caseId: args.caseId, reason: 'paperwork' as const }
  const id = randomUUID()
  const opened = await van.send(caseIdentityOpen, asked, id)
  expect(opened).toMatchObject({ status: 200, body: { identity: { calledBy: 'Chị Bí Mật' } } })
  expect((await binh.send(caseIdentityOpen, asked)).status).toBe(404)
  const sql = product.database.dangerous
  expect(await sql`select action, subject_id, reason from audit_event where command_id = ${id}`).toEqual([
    { action: 'CASE_IDENTITY_OPENED', subject_id: args.caseId, reason: 'paperwork' },
  ])
  const [dump] = await sql<{ text: string }[]>`
    select string_agg(t.text, ' ') as text from (select case_identity::text as text from case_identity
      union all select case_entry::text from case_entry union all select command_log::text from command_log) t`
  expect(dump?.text).not.toContain('Bí Mật')
})

test('what the shelter receives waits for a case manager, who takes it; the next one comes too late', async () => {
  const args = arriving('Em Thử')
  expect((await hien.send(caseOpen, args)).status).toBe(200)
  const waiting = await binh.read(caseList, { organisationId }, { which: 'waiting' })
  expect(waiting.body.cases.map(({ id }) => id)).toContain(args.caseId)
  const taken = { organisationId, caseId: args.caseId }
  expect((await binh.send(caseTake, taken)).status).toBe(200)
  expect((await van.send(caseTake, taken)).status).toBe(404)
  expect((await binh.read(caseRead, taken)).body.header.waiting).toBe(false)
  expect((await hien.read(caseRead, taken)).status).toBe(404)
})

test('who is excluded from a case finds it nowhere, on the team or not', async () => {
  const args = arriving('Chị Thử Hai')
  await van.send(caseOpen, args)
  const taken = { organisationId, caseId: args.caseId }
  await product.database.dangerous`insert into case_exclusion (province, id, case_id, account_id, ground)
    values ('22', ${randomUUID()}, ${args.caseId}, ${demoId('account/van')}, 'relative')`
  expect((await van.read(caseRead, taken)).status).toBe(404)
  expect((await van.send(caseIdentityOpen, { ...taken, reason: 'call' })).status).toBe(404)
  expect((await van.send(caseWordsOpen, { ...taken, entryId: randomUUID() })).status).toBe(404)
})

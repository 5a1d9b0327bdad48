import { randomUUID } from 'node:crypto'
import { caseList, caseRead } from '@ke-vai/contract/case/case.ts'
import {
  answerOpen,
  requestAnswer,
  requestDecline,
  requestInbox,
  requestOpen,
  requestSend,
  requestWithdraw,
  type SharedWords,
} from '@ke-vai/contract/verification/request.ts'
import { verificationRead, willingnessRecord } from '@ke-vai/contract/verification/verification.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { begin, border, centre, police, receive } from './testing/verified-case.ts'

let product: TestProduct
let van: TestPerson
let toan: TestPerson
let dung: TestPerson

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
  toan = await product.signIn('toan')
  dung = await product.signIn('dung')
})
afterAll(() => product.close())

const shared: SharedWords = { question: 'Có ai báo mất tích không?', origin_clues: 'Gần một con sông lớn' }

async function send(ofCase: { caseId: string }, more: object = {}) {
  const args = {
    organisationId: centre,
    caseId: ofCase.caseId,
    requestId: randomUUID(),
    toOrganisationId: police,
    purpose: 'information' as const,
    shared,
    ...more,
  }
  return { requestId: args.requestId, sent: await van.send(requestSend, args) }
}

async function ofPolice(calledBy?: string) {
  const ofCase = await receive(van, calledBy)
  await begin(van, ofCase)
  const { requestId, sent } = await send(ofCase)
  expect(sent.status).toBe(200)
  return { ofCase, requestId, mine: { organisationId: police, requestId } }
}

test('the liaison sees what was addressed to him and nothing else of the case', async () => {
  const { ofCase, mine, requestId } = await ofPolice('Chị Ẩn')
  const other = await receive(van)
  const inbox = await toan.read(requestInbox, { organisationId: police })
  const listed = inbox.body.requests.find(({ id }) => id === requestId)
  expect(listed).toMatchObject({
    caseCode: ofCase.code,
    fields: ['question', 'origin_clues'],
    state: 'sent',
    overdue: false,
    openingsLeft: 10,
  })
  expect(JSON.stringify(inbox.body)).not.toMatch(/Ẩn|con sông/)
  expect(JSON.stringify(inbox.body)).not.toContain(other.code)
  const opened = await toan.send(requestOpen, mine)
  expect(opened.body).toEqual({ shared, openingsLeft: 9 })
  for (const organisationId of [centre, police]) {
    const caseId = ofCase.caseId
    expect([403, 404]).toContain((await toan.read(caseRead, { organisationId, caseId })).status)
    expect([403, 404]).toContain((await toan.read(caseList, { organisationId })).status)
    expect([403, 404]).toContain((await toan.read(verificationRead, { organisationId, caseId })).status)
  }
  // The rows' own lock says the same.
  await asActor(product.database.operator, { accountId: demoId('account/toan') }, {}, async (tx) => {
    for (const table of [
      'case_file',
      'case_entry',
      'case_deadline',
      'case_identity',
      'case_member',
      'verification',
    ])
      expect(await tx`select from ${tx(table)}`, table).toHaveLength(0)
  })
  // Another body's liaison finds none of it.
  expect((await dung.read(requestInbox, { organisationId: border })).body.requests).toEqual([])
  expect((await dung.send(requestOpen, { ...mine, organisationId: border })).status).toBe(404)
  expect((await dung.send(requestOpen, mine)).status).toBe(404)
})

test('each opening asks for a fresh proof, is counted and leaves a line', async () => {
  const { mine, requestId } = await ofPolice()
  const sql = product.database.dangerous
  await sql`update sign_in set stepped_up_at = null where account_id = ${demoId('account/toan')}`
  expect(await toan.send(requestOpen, mine)).toMatchObject({ status: 403, body: { code: 'step_up_needed' } })
  toan = await product.signIn('toan')
  const id = randomUUID()
  expect((await toan.send(requestOpen, mine, id)).status).toBe(200)
  expect(await sql`select action, subject_id, fields from audit_event where command_id = ${id}`).toEqual([
    { action: 'REQUEST_OPENED', subject_id: requestId, fields: ['question', 'origin_clues'] },
  ])
  await sql`update verification_request set openings_allowed = 2 where id = ${requestId}`
  expect((await toan.send(requestOpen, mine)).body).toMatchObject({ openingsLeft: 0 })
  expect(await toan.send(requestOpen, mine)).toMatchObject({
    status: 422,
    body: { code: 'request_openings_spent' },
  })
  // Who speaks SQL as the app gives no opening back.
  await asActor(product.database.operator, { accountId: demoId('account/toan') }, {}, async (tx) => {
    await expect(
      tx.savepoint((sp) => sp`update verification_request set openings = 0 where id = ${requestId}`),
    ).rejects.toThrow()
  })
})

test('the answer comes back to the team, sealed, and ends the clock', async () => {
  const { ofCase, mine, requestId } = await ofPolice()
  const answer = { ...mine, answer: 'partly' as const, words: 'Có một tin báo cũ' }
  expect((await toan.send(requestAnswer, answer)).body).toMatchObject({ code: 'request_not_opened' })
  await toan.send(requestOpen, mine)
  expect((await toan.send(requestAnswer, answer)).status).toBe(200)
  expect((await toan.send(requestOpen, mine)).body).toMatchObject({ code: 'request_ended' })
  const page = await van.read(verificationRead, ofCase)
  expect(page.body.requests).toMatchObject([
    { state: 'answered', answer: 'partly', hasWords: true, openings: 1 },
  ])
  expect(page.body.clocks.find(({ kind }) => kind === 'request_answer')?.metAt).not.toBeNull()
  const asked = { organisationId: centre, caseId: ofCase.caseId, requestId }
  expect((await van.send(answerOpen, asked)).body).toEqual({ words: 'Có một tin báo cũ', paperNumber: '' })
  const binh = await product.signIn('binh')
  expect((await binh.send(answerOpen, asked)).status).toBe(404)
  const [dump] = await product.database.dangerous<{ text: string }[]>`
    select string_agg(verification_request::text, ' ') as text from verification_request`
  expect(dump?.text).not.toMatch(/tin báo|con sông/)
})

test('declined with a reason, withdrawn, run out: nothing opens any more, for the vault neither', async () => {
  const declined = await ofPolice()
  const refused = { ...declined.mine, reason: 'another_body' as const }
  expect((await toan.send(requestDecline, refused)).status).toBe(200)
  expect((await van.read(verificationRead, declined.ofCase)).body.requests).toMatchObject([
    { state: 'declined', declineReason: 'another_body' },
  ])
  const withdrawn = await ofPolice()
  const back = { organisationId: centre, caseId: withdrawn.ofCase.caseId, requestId: withdrawn.requestId }
  expect((await van.send(requestWithdraw, back)).status).toBe(200)
  expect((await toan.send(requestOpen, withdrawn.mine)).body).toMatchObject({ code: 'request_ended' })
  const late = await ofPolice()
  const sql = product.database.dangerous
  await sql`update verification_request set expires_at = now() - interval '1 hour' where id = ${late.requestId}`
  expect((await toan.send(requestOpen, late.mine)).body).toMatchObject({ code: 'request_ended' })
  const { requests } = (await toan.read(requestInbox, { organisationId: police })).body
  expect(requests.find(({ id }) => id === late.requestId)).toMatchObject({ expired: true })
  // The vault asks the database itself, whatever the server would let through.
  const [sign] = await sql<{ token_hash: Buffer }[]>`
    select token_hash from sign_in where account_id = ${demoId('account/toan')} order by created_at desc limit 1`
  const [row] = await sql<
    { shared: Buffer }[]
  >`select shared from verification_request where id = ${late.requestId}`
  const bound = { table: 'verification_request', row: late.requestId, field: 'shared', version: 1 }
  const asToan = product.database.vault.asking({ tokenHash: sign?.token_hash ?? Buffer.alloc(0) })
  await expect(
    asToan.open({ case: late.ofCase.caseId }, [{ bound, sealed: row?.shared ?? Buffer.alloc(0) }]),
  ).rejects.toMatchObject({ refusal: { code: 'not_found' } })
})

test('her name goes with her yes alone, to police or border guard alone, and so many requests at a time', async () => {
  const ofCase = await receive(van)
  await begin(van, ofCase)
  const named = { shared: { ...shared, legal_name: 'Vàng Thị Thử' } }
  expect((await send(ofCase, named)).sent.body).toMatchObject({ code: 'request_needs_her_yes' })
  const union = { toOrganisationId: demoId('organisation/union-22') }
  expect((await send(ofCase, union)).sent.body).toMatchObject({ code: 'request_to_no_liaison' })
  await van.send(willingnessRecord, { organisationId: centre, caseId: ofCase.caseId, police: 'not_now' })
  expect((await send(ofCase, { ...named, herYes: true })).sent.body).toMatchObject({
    code: 'request_needs_her_yes',
  })
  expect((await send(ofCase)).sent.status).toBe(200)
  await van.send(willingnessRecord, { organisationId: centre, caseId: ofCase.caseId, police: 'willing' })
  expect((await send(ofCase, { ...named, herYes: true })).sent.status).toBe(200)
  const sql = product.database.dangerous
  await sql`update parameter set value = '1' where key = 'verification_requests_open'`
  expect((await send(ofCase)).sent.body).toMatchObject({ code: 'request_quota_spent' })
  await sql`update parameter set value = '40' where key = 'verification_requests_open'`
})

import { randomUUID } from 'node:crypto'
import { caseList, caseRead } from '@ke-vai/contract/case/case.ts'
import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import { consentGive, consentWithdraw } from '@ke-vai/contract/consent/consent.ts'
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
import { sheet } from '../referral/testing/one-case.ts'
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

/** Her yes to share these with the police. */
async function agree(
  { organisationId, caseId }: { organisationId: string; caseId: string },
  fields: SharedField[],
  more: Parameters<typeof sheet>[3] = {},
) {
  const given = sheet({ organisationId, caseId }, police, fields, {
    purpose: 'share_police',
    languageStated: true,
    ...more,
  })
  expect((await van.send(consentGive, given)).status).toBe(200)
  return given
}

async function ofPolice(calledBy?: string) {
  const ofCase = await receive(van, calledBy)
  await begin(van, ofCase)
  const { consentId } = await agree(ofCase, ['age_band'])
  const { requestId, sent } = await send(ofCase)
  expect(sent.status).toBe(200)
  return { ofCase, consentId, requestId, mine: { organisationId: police, requestId } }
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
  expect(await isOpenForVault(late)).toBe(false)
  expect(await isOpenForVault(await ofPolice())).toBe(true)
})

test('her words and her name go under her consent alone, to police or border guard alone, and so many requests at a time', async () => {
  const ofCase = await receive(van)
  await begin(van, ofCase)
  const coded = { shared: { question: 'Có ai báo mất tích không?' } }
  const named = { shared: { ...shared, legal_name: 'Vàng Thị Thử' } }
  const needsYes = { status: 422, body: { code: 'request_needs_her_yes' } }
  expect((await send(ofCase)).sent).toMatchObject(needsYes)
  expect((await send(ofCase, named)).sent).toMatchObject(needsYes)
  expect((await send(ofCase, coded)).sent.status).toBe(200)
  // Another purpose, another body, or other fields are no yes to this.
  await agree(ofCase, ['legal_name'], { purpose: 'share_referral' })
  await agree(ofCase, ['legal_name'], { toOrganisationId: border })
  expect((await send(ofCase)).sent).toMatchObject(needsYes)
  await agree(ofCase, ['birth'])
  expect((await send(ofCase)).sent.status).toBe(200)
  expect((await send(ofCase, named)).sent).toMatchObject(needsYes)
  await agree(ofCase, ['legal_name', 'birth'])
  expect((await send(ofCase, named)).sent.status).toBe(200)
  const union = { toOrganisationId: demoId('organisation/union-22') }
  expect((await send(ofCase, union)).sent.body).toMatchObject({ code: 'request_to_no_liaison' })
  // Her last word stops it, whatever she signed before.
  await van.send(willingnessRecord, { organisationId: centre, caseId: ofCase.caseId, police: 'not_now' })
  expect((await send(ofCase, named)).sent).toMatchObject(needsYes)
  expect((await send(ofCase, coded)).sent.status).toBe(200)
  const sql = product.database.dangerous
  await sql`update parameter set value = '1' where key = 'verification_requests_open'`
  expect((await send(ofCase, coded)).sent.body).toMatchObject({ code: 'request_quota_spent' })
  await sql`update parameter set value = '40' where key = 'verification_requests_open'`
})

test('who speaks SQL as the app shows the police nothing that her consent does not cover', async () => {
  const ofCase = await receive(van)
  await begin(van, ofCase)
  const { consentId } = await agree(ofCase, ['birth'])
  await asActor(product.database.operator, { accountId: demoId('account/van') }, {}, async (tx) => {
    const put = (fields: string[], consent: string | null) =>
      tx
        .savepoint(
          (sp) => sp`
            insert into verification_request (province, id, case_id, case_code, from_organisation_id, to_organisation_id,
              purpose, fields, consent_id, shared, sent_by, expires_at, openings_allowed)
            values ('22', ${randomUUID()}, ${ofCase.caseId}, ${ofCase.code}, ${centre}, ${police}, 'information',
              ${fields}, ${consent}, '', ${demoId('account/van')}, now() + interval '1 day', 3)`,
        )
        .then(
          () => 'sent',
          (error: { code?: string }) => error.code,
        )
    expect(await put(['question'], null)).toBe('sent')
    expect(await put(['question', 'origin_clues'], null)).toBe('42501')
    expect(await put(['question', 'origin_clues', 'birth'], consentId)).toBe('sent')
    expect(await put(['question', 'legal_name'], consentId)).toBe('42501')
    expect(await put(['question', 'birth', 'age_and_sex'], consentId)).toBe('42501')
  })
})

test('scenario 35: a consent taken back or run out ends what the police were shown; one that takes its place carries it on', async () => {
  const back = await ofPolice()
  expect((await toan.send(requestOpen, back.mine)).status).toBe(200)
  const of = { organisationId: centre, caseId: back.ofCase.caseId }
  expect((await van.send(consentWithdraw, { ...of, consentId: back.consentId })).status).toBe(200)
  expect((await toan.send(requestOpen, back.mine)).body).toMatchObject({ code: 'request_ended' })
  const page = (await van.read(verificationRead, back.ofCase)).body
  expect(page.requests).toMatchObject([{ state: 'withdrawn', openings: 1 }])
  expect(page.clocks.filter(({ kind }) => kind === 'request_answer')).toEqual([])
  expect(await isOpenForVault(back)).toBe(false)

  // Run out: nothing is written; nobody opens or answers, and it says why.
  const late = await ofPolice()
  await product.database.dangerous`
    update consent set valid_from = valid_from - 40, valid_to = valid_from - 1 where id = ${late.consentId}`
  expect((await toan.send(requestOpen, late.mine)).body).toMatchObject({ code: 'request_ended' })
  expect(await isOpenForVault(late)).toBe(false)
  const { requests } = (await toan.read(requestInbox, { organisationId: police })).body
  expect(requests.find(({ id }) => id === late.requestId)).toMatchObject({
    state: 'sent',
    expired: false,
    consentEnded: true,
    overdue: false,
  })
  const mine = (await van.read(verificationRead, late.ofCase)).body
  expect(mine.requests).toMatchObject([{ consentEnded: true }])
  expect(mine.clocks.filter(({ kind }) => kind === 'request_answer')).toEqual([])
  const shown = (await van.read(caseRead, late.ofCase)).body
  expect(shown.deadlines.map(({ kind }) => kind)).not.toContain('request_answer')

  // A new sheet takes the place of the old one: what it covers goes on, what it does not cover ends.
  const kept = await ofPolice()
  const named = await send(kept.ofCase, { shared: { ...shared, age_and_sex: 'Khoảng 20 tuổi' } })
  expect(named.sent.body).toMatchObject({ code: 'request_needs_her_yes' })
  const wider = await agree(kept.ofCase, ['age_band', 'sex'], { replacesId: kept.consentId })
  expect((await toan.send(requestOpen, kept.mine)).status).toBe(200)
  const aged = await send(kept.ofCase, { shared: { ...shared, age_and_sex: 'Khoảng 20 tuổi' } })
  expect(aged.sent.status).toBe(200)
  await agree(kept.ofCase, ['age_band'], { replacesId: wider.consentId })
  expect((await toan.send(requestOpen, kept.mine)).status).toBe(200)
  const aged2 = { organisationId: police, requestId: aged.requestId }
  expect((await toan.send(requestOpen, aged2)).body).toMatchObject({ code: 'request_ended' })
})

/** Does the vault, which asks the database itself, open it for the liaison? */
async function isOpenForVault({ ofCase, requestId }: Awaited<ReturnType<typeof ofPolice>>): Promise<boolean> {
  const sql = product.database.dangerous
  const [sign] = await sql<{ token_hash: Buffer }[]>`
    select token_hash from sign_in where account_id = ${demoId('account/toan')} order by created_at desc limit 1`
  const [row] = await sql<
    { shared: Buffer }[]
  >`select shared from verification_request where id = ${requestId}`
  const bound = { table: 'verification_request', row: requestId, field: 'shared', version: 1 }
  const asToan = product.database.vault.asking({ tokenHash: sign?.token_hash ?? Buffer.alloc(0) })
  return asToan.open({ case: ofCase.caseId }, [{ bound, sealed: row?.shared ?? Buffer.alloc(0) }]).then(
    () => true,
    () => false,
  )
}

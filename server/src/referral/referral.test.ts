import { randomUUID } from 'node:crypto'
import { caseRead } from '@ke-vai/contract/case/case.ts'
import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import { consentGive, consentWithdraw } from '@ke-vai/contract/consent/consent.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  referralInbox,
  referralListOfCase,
  referralReceived,
  referralRecipients,
} from '@ke-vai/contract/referral/reads.ts'
import {
  referralDeliver,
  referralEnd,
  referralGiveFeedback,
  referralHear,
  referralOpenShared,
  referralPrepare,
  referralPreview,
  referralRate,
  referralRemind,
  referralRespond,
} from '@ke-vai/contract/referral/referral.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { centre, jobCentre, legalAid, receive, sheet } from './testing/one-case.ts'

let product: TestProduct
let [van, binh, tam, phuc]: TestPerson[] = []
const who = (person: TestPerson | undefined): TestPerson => {
  if (!person) throw new Error('nobody signed in')
  return person
}

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
  binh = await product.signIn('binh')
  tam = await product.signIn('tam')
  phuc = await product.signIn('phuc')
})
afterAll(() => product.close())

const fields: SharedField[] = ['called_by', 'need']
const need = 'Khai sinh cho con'

async function prepare(ofCase: { organisationId: string; caseId: string }, toOrganisationId = legalAid) {
  const referralId = randomUUID()
  const answer = await who(van).send(referralPrepare, {
    ...ofCase,
    referralId,
    service: 'papers',
    urgency: 'soon',
    cost: 'free',
    toOrganisationId,
    fields,
    need,
    reach: 'Gọi buổi sáng',
  })
  expect(answer.status).toBe(200)
  return { ...ofCase, referralId, consentNeeded: answer.body.consentNeeded }
}

async function sent(toOrganisationId = legalAid) {
  const ofCase = await receive(who(van))
  const consent = sheet(ofCase, toOrganisationId, fields)
  expect((await who(van).send(consentGive, consent)).status).toBe(200)
  const { consentNeeded, ...referral } = await prepare(ofCase, toOrganisationId)
  expect(consentNeeded).toBe(false)
  expect((await who(van).send(referralDeliver, referral)).status).toBe(200)
  return { ofCase, referral, consentId: consent.consentId }
}

const standingOf = async (ofCase: { organisationId: string; caseId: string }, id: string) =>
  (await who(van).read(referralListOfCase, ofCase)).body.referrals.find((each) => each.id === id)

test('scenario 31: without consent nothing is sent; it waits, and the same press goes once she agreed', async () => {
  const ofCase = await receive(who(van))
  const { consentNeeded, ...referral } = await prepare(ofCase)
  expect(consentNeeded).toBe(true)
  const refused = await who(van).send(referralDeliver, referral)
  expect(refused).toMatchObject({ status: 422, body: { code: 'consent_needed' } })
  const at = { organisationId: legalAid, referralId: referral.referralId }
  expect((await who(tam).read(referralReceived, at)).status).toBe(404)
  // A yes to another receiver, to other fields or for another purpose is not this yes.
  await who(van).send(consentGive, sheet(ofCase, jobCentre, fields))
  await who(van).send(consentGive, sheet(ofCase, legalAid, ['called_by']))
  await who(van).send(consentGive, sheet(ofCase, legalAid, fields, { purpose: 'share_transfer' }))
  expect((await who(van).send(referralDeliver, referral)).body).toMatchObject({ code: 'consent_needed' })
  await who(van).send(consentGive, sheet(ofCase, legalAid, fields))
  expect((await who(van).send(referralDeliver, referral)).status).toBe(200)
  expect((await who(tam).read(referralReceived, at)).status).toBe(200)
})

test('scenario 31: SQL of the app that marks it as sent without her consent is refused by the database', async () => {
  const ofCase = await receive(who(van))
  const { referralId } = await prepare(ofCase)
  const { asActor } = await import('../platform/actor.ts')
  const { demoId } = await import('../demo/demo.ts')
  const marking = asActor(
    product.database.operator,
    { accountId: demoId('account/van') },
    { organisationId: centre },
    (tx) =>
      tx`update referral set state = 'sent', emergency_id = id, sent_at = now() where id = ${referralId}`,
  )
  await expect(marking).rejects.toThrow(/row-level security/u)
})

test('scenario 32: the receiver sees exactly the fields she agreed to and that it is free; the preview is what was sent', async () => {
  const ofCase = await receive(who(van))
  await who(van).send(consentGive, sheet(ofCase, legalAid, fields))
  const { consentNeeded: _, ...referral } = await prepare(ofCase)
  const preview = await who(van).send(referralPreview, referral)
  expect(preview.status).toBe(200)
  await who(van).send(referralDeliver, referral)
  const at = { organisationId: legalAid, referralId: referral.referralId }
  const opened = await who(tam).send(referralOpenShared, at)
  expect(opened.body).toEqual(preview.body)
  expect(opened.body).toEqual({
    shared: [
      { field: 'called_by', value: 'Chị Thử Thương' },
      { field: 'need', value: need },
    ],
    cost: 'free',
    service: 'papers',
  })
  const page = await who(tam).read(referralReceived, at)
  expect(page.body).toMatchObject({ standing: 'sent', cost: 'free', fields })
  const inbox = await who(tam).read(referralInbox, { organisationId: legalAid })
  for (const answer of [page.body, inbox.body, opened.body])
    for (const hidden of [ofCase.caseId, 'Gọi buổi sáng', 'HS-22', '18_to_30'])
      expect(JSON.stringify(answer)).not.toContain(hidden)
  // Nothing else of the case is the receiver's, and nothing of it is another partner's or a colleague's.
  expect((await who(tam).read(caseRead, ofCase)).status).toBe(404)
  expect((await who(phuc).send(referralOpenShared, { ...at, organisationId: jobCentre })).status).toBe(404)
  expect((await who(phuc).send(referralOpenShared, at)).status).toBe(404)
  expect((await who(binh).read(referralListOfCase, ofCase)).status).toBe(404)
  expect((await who(binh).send(referralPreview, referral)).status).toBe(404)
  const [dump] = await product.database.dangerous<{ text: string }[]>`
    select string_agg(t.text, ' ') as text from (select referral::text as text from referral
      union all select case_entry::text from case_entry union all select command_log::text from command_log
      union all select audit_event::text from audit_event) t`
  for (const word of ['Thử Thương', need, 'Gọi buổi sáng']) expect(dump?.text).not.toContain(word)
})

test('scenario 33: silence past the deadline is seen, reminded, and another place is offered; the other one completes', async () => {
  const { ofCase, referral } = await sent()
  const [clock] = (await who(van).read(caseRead, ofCase)).body.deadlines
  expect(clock).toMatchObject({ kind: 'referral_answer', metAt: null, dueAt: expect.any(String) })
  await product.database
    .dangerous`update referral set answer_due_at = now() - interval '1 day' where id = ${referral.referralId}`
  const late = await standingOf(ofCase, referral.referralId)
  expect(late).toMatchObject({ standing: 'overdue', nextRecipients: [{ id: jobCentre }] })
  expect((await who(van).send(referralRemind, referral)).status).toBe(200)
  const inbox = (await who(tam).read(referralInbox, { organisationId: legalAid })).body
  expect(inbox.notices[0]).toMatchObject({ kind: 'answer_awaited', sentOn: today() })
  // The coordinator above the centre sees the clock, and not whose it is.
  const huong = await product.signIn('huong')
  expect((await huong.read(caseRead, ofCase)).status).toBe(403)

  await who(van).send(referralEnd, { ...referral, to: 'withdrawn' })
  await who(van).send(consentGive, sheet(ofCase, jobCentre, fields))
  const { consentNeeded: _, ...next } = await prepare(ofCase, jobCentre)
  await who(van).send(referralDeliver, next)
  const at = { organisationId: jobCentre, referralId: next.referralId }
  for (const to of ['accepted', 'in_progress', 'completed'] as const)
    expect((await who(phuc).send(referralRespond, { ...at, to })).status).toBe(200)
  const feedback = { ...at, onDay: today(), kind: 'papers' as const, outcome: 'done' as const }
  expect((await who(phuc).send(referralGiveFeedback, feedback)).status).toBe(200)
  expect((await who(phuc).read(referralReceived, at)).status).toBe(404)
  expect((await who(van).send(referralRate, { ...next, rating: 3 })).status).toBe(200)
  expect(await standingOf(ofCase, next.referralId)).toMatchObject({
    standing: 'feedback_given',
    feedback: { onDay: today(), kind: 'papers', outcome: 'done' },
    rating: 3,
  })
  expect((await who(van).send(referralEnd, { ...next, to: 'closed' })).status).toBe(200)
  const clocks = (await who(van).read(caseRead, ofCase)).body.deadlines
  expect(clocks.filter(({ kind, metAt }) => kind === 'referral_answer' && metAt === null)).toEqual([])
})

test('scenario 33: a decline needs its reason, leads to the next place, and nothing follows it but closing', async () => {
  const { ofCase, referral } = await sent()
  const at = { organisationId: legalAid, referralId: referral.referralId }
  expect((await who(tam).send(referralRespond, { ...at, to: 'declined' })).body).toMatchObject({
    code: 'reason_needed',
  })
  expect((await who(tam).send(referralRespond, { ...at, to: 'declined', reason: 'full' })).status).toBe(200)
  expect((await who(tam).send(referralRespond, { ...at, to: 'accepted' })).status).toBe(404)
  expect(await standingOf(ofCase, referral.referralId)).toMatchObject({
    standing: 'declined',
    reason: 'full',
    nextRecipients: [{ id: jobCentre }],
  })
  expect((await who(van).send(referralEnd, { ...referral, to: 'withdrawn' })).status).toBe(422)
  expect((await who(van).send(referralEnd, { ...referral, to: 'closed' })).status).toBe(200)
})

test('scenario 35: with one press the receiver finds nothing, both sides get a neutral word, the audit keeps what was', async () => {
  const { ofCase, referral, consentId } = await sent()
  const at = { organisationId: legalAid, referralId: referral.referralId }
  expect((await who(tam).send(referralOpenShared, at)).status).toBe(200)
  expect((await who(tam).send(referralRespond, { ...at, to: 'accepted' })).status).toBe(200)
  expect((await who(van).send(consentWithdraw, { ...ofCase, consentId })).status).toBe(200)
  const random = { ...at, referralId: randomUUID() }
  expect(await who(tam).read(referralReceived, at)).toEqual(await who(tam).read(referralReceived, random))
  expect((await who(tam).send(referralOpenShared, at)).status).toBe(404)
  expect((await who(tam).send(referralRespond, { ...at, to: 'in_progress' })).status).toBe(404)
  const inbox = (await who(tam).read(referralInbox, { organisationId: legalAid })).body
  expect(inbox.referrals.map(({ id }) => id)).not.toContain(referral.referralId)
  expect(inbox.notices[0]).toMatchObject({ kind: 'sharing_ended' })
  expect(JSON.stringify(inbox.notices)).not.toContain(referral.referralId)
  expect(await standingOf(ofCase, referral.referralId)).toMatchObject({
    standing: 'withdrawn',
    consented: false,
  })
  const sql = product.database.dangerous
  const notices =
    await sql`select organisation_id from sharing_notice where about_id = ${referral.referralId}`
  expect(notices.map((each) => each.organisation_id).sort()).toEqual([centre, legalAid].sort())
  const lines = await sql<{ action: string; fields: string[] }[]>`
    select action, fields from audit_event where action in ('REFERRAL_DELIVERED', 'REFERRAL_SHARED_OPENED', 'CONSENT_WITHDRAWN')
      and subject_id in (${referral.referralId}, ${ofCase.caseId}) order by at`
  expect(lines).toEqual([
    { action: 'REFERRAL_DELIVERED', fields },
    { action: 'REFERRAL_SHARED_OPENED', fields },
    { action: 'CONSENT_WITHDRAWN', fields: ['consent', 'share_referral'] },
  ])
  // What was withdrawn does not go again, not even under the same id.
  expect((await who(van).send(referralDeliver, referral)).status).toBe(422)
})

test('scenario 35: a consent that has run out ends the access like one withdrawn', async () => {
  const { ofCase, referral, consentId } = await sent()
  await product.database
    .dangerous`update consent set valid_from = current_date - 20, valid_to = current_date - 10
    where id = ${consentId}`
  const at = { organisationId: legalAid, referralId: referral.referralId }
  expect((await who(tam).send(referralOpenShared, at)).status).toBe(404)
  expect((await who(tam).read(referralReceived, at)).status).toBe(404)
  expect(await standingOf(ofCase, referral.referralId)).toMatchObject({ standing: 'withdrawn' })
  expect((await who(van).send(referralRemind, referral)).body).toMatchObject({ code: 'consent_needed' })
})

test('a consent that is replaced by a narrower one ends what it no longer covers; a wider one carries it on', async () => {
  const { ofCase, referral, consentId } = await sent()
  const wider = sheet(ofCase, legalAid, ['called_by', 'need', 'reach'], { replacesId: consentId })
  expect((await who(van).send(consentGive, wider)).status).toBe(200)
  const at = { organisationId: legalAid, referralId: referral.referralId }
  expect((await who(tam).send(referralOpenShared, at)).body.shared.map(({ field }) => field)).toEqual(fields)
  const narrower = sheet(ofCase, legalAid, ['need'], { replacesId: wider.consentId })
  expect((await who(van).send(consentGive, narrower)).status).toBe(200)
  expect((await who(tam).send(referralOpenShared, at)).status).toBe(404)
  expect((await who(van).send(consentWithdraw, { ...ofCase, consentId })).status).toBe(404)
})

test('of a receiver who is in the directory alone the team writes what it heard', async () => {
  const ofCase = await receive(who(van))
  const directoryEntryId = randomUUID()
  const consent = sheet(ofCase, legalAid, fields, { toOrganisationId: null, directoryEntryId })
  await who(van).send(consentGive, consent)
  const referral = { ...ofCase, referralId: randomUUID() }
  const prepared = { ...referral, service: 'medical' as const, urgency: 'now' as const, fields, need }
  expect((await who(van).send(referralPrepare, { ...prepared, directoryEntryId })).status).toBe(200)
  expect((await who(van).send(referralDeliver, referral)).status).toBe(200)
  for (const to of ['accepted', 'in_progress', 'completed'] as const)
    expect((await who(van).send(referralHear, { ...referral, to })).status).toBe(200)
  const feedback = { onDay: today(), kind: 'medical' as const, outcome: 'partly' as const }
  const heard = await who(van).send(referralHear, { ...referral, to: 'feedback_given', feedback })
  expect(heard.status).toBe(200)
  expect(await standingOf(ofCase, referral.referralId)).toMatchObject({
    standing: 'feedback_given',
    feedback,
  })
  const other = await sent()
  const [onSystem] = [{ ...other.referral, to: 'accepted' as const }]
  expect((await who(van).send(referralHear, onSystem)).status).toBe(422)
})

test('who may be asked: those whose kind fits first, and nobody learns it without work on cases', async () => {
  const asked = await who(van).read(referralRecipients, { organisationId: centre }, { service: 'legal_aid' })
  expect(asked.body.recipients.map(({ id, fits }) => [id, fits])).toEqual([
    [legalAid, true],
    [jobCentre, false],
  ])
  const tham = await product.signIn('tham')
  expect((await tham.read(referralRecipients, { organisationId: centre })).status).toBe(404)
})

import { randomUUID } from 'node:crypto'
import {
  consentAskForPerson,
  consentGiveForPerson,
  consentListOfPerson,
  consentWithdrawForPerson,
} from '@ke-vai/contract/consent/of-person.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  referralDeliverForPerson,
  referralEndForPerson,
  referralHearForPerson,
  referralListOfPerson,
  referralPrepareForPerson,
  referralPreviewForPerson,
  referralRateForPerson,
  referralRemindForPerson,
} from '@ke-vai/contract/referral/of-person.ts'
import { referralPlaces } from '@ke-vai/contract/referral/place.ts'
import { referralInbox, referralReceived } from '@ke-vai/contract/referral/reads.ts'
import {
  referralGiveFeedback,
  referralOpenShared,
  referralRespond,
} from '@ke-vai/contract/referral/referral.ts'
import { personErase } from '@ke-vai/contract/register/erasure.ts'
import { personMerge } from '@ke-vai/contract/register/merge.ts'
import { personAssign, personRead } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { clubBook } from '../month/testing/club-book.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { doAgreed } from '../register/testing/agreed.ts'
import { jobCentre, legalAid } from './testing/one-case.ts'
import { asked, clubId, enter, prepareForPerson, referPerson, sheetOfPerson } from './testing/one-person.ts'

let product: TestProduct
let chair: TestPerson
let officer: TestPerson
let tam: TestPerson
let phuc: TestPerson

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  officer = await product.signIn('lai')
  tam = await product.signIn('tam')
  phuc = await product.signIn('phuc')
})
afterAll(() => product.close())

type OfPerson = Awaited<ReturnType<typeof enter>>
const shown = async (ofPerson: OfPerson, id: string) =>
  (await chair.read(referralListOfPerson, ofPerson)).body.referrals.find((each) => each.id === id)
const status = async (ofPerson: OfPerson) => (await chair.read(personRead, ofPerson)).body.status
const at = (referralId: string, organisationId = legalAid) => ({ organisationId, referralId })

test('scenario 31: a club sends nothing without her yes to this place and these fields', async () => {
  const ofPerson = await enter(chair)
  const { referral, consentNeeded } = await prepareForPerson(chair, ofPerson)
  expect(consentNeeded).toBe(true)
  const deliver = () => chair.send(referralDeliverForPerson, referral)
  expect(await deliver()).toMatchObject({ status: 422, body: { code: 'consent_needed' } })
  await chair.send(consentGiveForPerson, sheetOfPerson(ofPerson, jobCentre, asked.fields))
  await chair.send(consentGiveForPerson, sheetOfPerson(ofPerson, legalAid, ['called_by']))
  // The yes of another person is not hers.
  await chair.send(consentGiveForPerson, sheetOfPerson(await enter(chair), legalAid, asked.fields))
  expect((await deliver()).body).toMatchObject({ code: 'consent_needed' })
  expect((await tam.read(referralReceived, at(referral.referralId))).status).toBe(404)
  // What waits is in no count and not in her book.
  expect((await chair.read(personRead, ofPerson)).body.referrals).toEqual([])
  expect(await status(ofPerson)).not.toBe('referred')
  expect(
    (await chair.send(consentGiveForPerson, sheetOfPerson(ofPerson, legalAid, asked.fields))).status,
  ).toBe(200)
  expect((await deliver()).status).toBe(200)
  expect((await chair.read(personRead, ofPerson)).body).toMatchObject({
    status: 'referred',
    referrals: [{ service: 'papers', outcome: 'no_answer' }],
  })
})

test('scenario 31: SQL of the app that marks a club’s referral as sent without her consent is refused', async () => {
  const ofPerson = await enter(chair)
  const { referral } = await prepareForPerson(chair, ofPerson)
  const other = await referPerson(chair, await enter(chair))
  for (const consentId of [null, other.consentId])
    await expect(
      asActor(product.database.operator, { accountId: demoId('account/tham') }, { clubId }, (tx) => {
        return tx`update referral set state = 'sent', consent_id = ${consentId}, sent_at = now() where id = ${referral.referralId}`
      }),
    ).rejects.toThrow(/row-level security|of_case_or_person/u)
})

test('scenario 32: the partner sees exactly what the preview showed, and of the sender its name alone', async () => {
  const ofPerson = await enter(chair, { phone: '0912 345 678' })
  await chair.send(consentGiveForPerson, sheetOfPerson(ofPerson, legalAid, asked.fields))
  const { referral } = await prepareForPerson(chair, ofPerson)
  const preview = await chair.send(referralPreviewForPerson, referral)
  expect(preview.body).toEqual({
    shared: [
      { field: 'called_by', value: 'Bàn Thị Thử Thương' },
      { field: 'need', value: asked.need },
    ],
    cost: 'free',
    service: 'papers',
  })
  expect((await chair.send(referralDeliverForPerson, referral)).status).toBe(200)
  const opened = await tam.send(referralOpenShared, at(referral.referralId))
  expect(opened.body).toEqual(preview.body)
  const page = (await tam.read(referralReceived, at(referral.referralId))).body
  expect(page).toMatchObject({ from: expect.stringContaining('Tuần Châu'), standing: 'sent', cost: 'free' })
  for (const answer of [
    page,
    opened.body,
    (await tam.read(referralInbox, { organisationId: legalAid })).body,
  ])
    for (const hidden of [ofPerson.personId, clubId, '0912', asked.reach])
      expect(JSON.stringify(answer)).not.toContain(hidden)
  expect((await phuc.send(referralOpenShared, at(referral.referralId, jobCentre))).status).toBe(404)
  expect((await tam.read(personRead, ofPerson)).status).toBe(404)
  const [dump] = await product.database.dangerous<{ text: string }[]>`
    select string_agg(t.text, ' ') as text from (select referral::text as text from referral
      union all select command_log::text from command_log union all select audit_event::text from audit_event) t`
  for (const word of ['Thử Thương', asked.need, asked.reach]) expect(dump?.text).not.toContain(word)
})

test('scenario 33: a decline with its reason leads to the next place, which completes and tells back; she has her say', async () => {
  const ofPerson = await enter(chair)
  const first = (await referPerson(chair, ofPerson)).referral
  const decline = { ...at(first.referralId), to: 'declined' as const, reason: 'full' as const }
  expect((await tam.send(referralRespond, decline)).status).toBe(200)
  expect(await shown(ofPerson, first.referralId)).toMatchObject({
    standing: 'declined',
    reason: 'full',
    nextRecipients: [{ id: jobCentre }],
  })
  expect(await status(ofPerson)).toBe('referred')
  const next = (await referPerson(chair, ofPerson, jobCentre)).referral
  const here = at(next.referralId, jobCentre)
  expect((await phuc.send(referralRespond, { ...here, to: 'accepted' })).status).toBe(200)
  expect(await status(ofPerson)).toBe('accompanied')
  for (const to of ['in_progress', 'completed'] as const)
    expect((await phuc.send(referralRespond, { ...here, to })).status).toBe(200)
  const feedback = { onDay: today(), kind: 'papers' as const, outcome: 'done' as const }
  expect((await phuc.send(referralGiveFeedback, { ...here, ...feedback })).status).toBe(200)
  expect((await chair.send(referralRateForPerson, { ...next, rating: 3 })).status).toBe(200)
  expect(await shown(ofPerson, next.referralId)).toMatchObject({
    standing: 'feedback_given',
    feedback,
    rating: 3,
  })
  expect((await chair.send(referralEndForPerson, { ...next, to: 'closed' })).status).toBe(200)
  const page = (await chair.read(personRead, ofPerson)).body
  expect(page.referrals.map(({ outcome }) => outcome).sort()).toEqual(['completed', 'declined'])
})

test('scenario 33: silence past the day is seen and reminded', async () => {
  const ofPerson = await enter(chair)
  const { referral } = await referPerson(chair, ofPerson)
  expect(await shown(ofPerson, referral.referralId)).toMatchObject({ answerDueAt: expect.any(String) })
  await product.database
    .dangerous`update referral set answer_due_at = now() - interval '1 day' where id = ${referral.referralId}`
  expect(await shown(ofPerson, referral.referralId)).toMatchObject({ standing: 'overdue' })
  expect((await chair.send(referralRemindForPerson, referral)).status).toBe(200)
  const inbox = (await tam.read(referralInbox, { organisationId: legalAid })).body
  expect(inbox.notices[0]).toMatchObject({ kind: 'answer_awaited', sentOn: today() })
})

test('scenario 35: with one press of the club the partner finds nothing, and both sides get a neutral word', async () => {
  const ofPerson = await enter(chair)
  const { referral, consentId } = await referPerson(chair, ofPerson)
  expect((await tam.send(referralOpenShared, at(referral.referralId))).status).toBe(200)
  expect((await chair.send(consentWithdrawForPerson, { ...ofPerson, consentId })).status).toBe(200)
  const gone = await tam.read(referralReceived, at(referral.referralId))
  expect(gone).toEqual(await tam.read(referralReceived, at(randomUUID())))
  expect((await tam.send(referralOpenShared, at(referral.referralId))).status).toBe(404)
  expect((await tam.send(referralRespond, { ...at(referral.referralId), to: 'accepted' })).status).toBe(404)
  expect(await shown(ofPerson, referral.referralId)).toMatchObject({
    standing: 'withdrawn',
    consented: false,
    endedAt: expect.any(String),
  })
  const notices = await product.database.dangerous<{ to: string }[]>`
    select coalesce(organisation_id, club_id) as to from sharing_notice where about_id = ${referral.referralId}`
  expect(notices.map(({ to }) => to).sort()).toEqual([clubId, legalAid].sort())
  expect((await chair.read(consentListOfPerson, ofPerson)).body.consents).toMatchObject([
    { state: 'withdrawn' },
  ])
  expect((await chair.send(referralDeliverForPerson, referral)).status).toBe(422)
})

test('a place that stands in the directory alone is chosen with its facts, and the club writes what it heard', async () => {
  const ofPerson = await enter(chair)
  await product.database.dangerous`
    insert into directory_entry (province, id, owner_organisation_id, provider, kind, name, area, fee, hours, languages, source)
    select '22', ${randomUUID()}, id, 'Trạm y tế thử', 'health', 'Trạm y tế thử', 'Phường Tuần Châu', 'free', 'office', '{mong}', 'thử'
    from organisation where id = ${demoId('organisation/health-22')}`
  const { places } = (await chair.read(referralPlaces, { clubId }, { service: 'medical' })).body
  const clinic = places.find(({ name }) => name === 'Trạm y tế thử')
  expect(clinic).toMatchObject({ area: 'Phường Tuần Châu', cost: 'free', languages: ['mong'], fits: true })
  expect(places.map(({ toOrganisationId }) => toOrganisationId)).toContain(legalAid)
  const directoryEntryId = clinic?.directoryEntryId ?? null
  const to = { toOrganisationId: null, directoryEntryId }
  await chair.send(consentGiveForPerson, sheetOfPerson(ofPerson, null, asked.fields, to))
  const referral = { ...ofPerson, referralId: randomUUID() }
  const medical = { ...referral, ...asked, ...to, service: 'medical' as const }
  expect((await chair.send(referralPrepareForPerson, medical)).body).toMatchObject({ consentNeeded: false })
  expect((await chair.send(referralDeliverForPerson, referral)).status).toBe(200)
  expect(await shown(ofPerson, referral.referralId)).toMatchObject({
    heard: true,
    recipient: 'Trạm y tế thử',
  })
  for (const step of ['accepted', 'in_progress', 'completed'] as const)
    expect((await chair.send(referralHearForPerson, { ...referral, to: step })).status).toBe(200)
  expect(await status(ofPerson)).toBe('accompanied')
  const feedback = { onDay: today(), kind: 'medical' as const, outcome: 'partly' as const }
  const heard = { ...referral, to: 'feedback_given' as const, feedback }
  expect((await chair.send(referralHearForPerson, heard)).status).toBe(200)
  // Of one who answers here by itself nothing is written in its name.
  const onSystem = { ...(await referPerson(chair, ofPerson)).referral, to: 'accepted' as const }
  expect((await chair.send(referralHearForPerson, onSystem)).status).toBe(422)
})

test('a child of the register decides with a child-protection officer; a no is kept and costs her nothing', async () => {
  const ofPerson = await enter(chair)
  const give = (more: object) =>
    chair.send(consentGiveForPerson, sheetOfPerson(ofPerson, legalAid, asked.fields, more))
  const child = { ageBand: '7_to_15' }
  expect((await give(child)).body).toMatchObject({ code: 'consent_of_child_and_representative' })
  const parent = { ...child, givenBy: 'with_representative', representative: 'parent' }
  expect((await give(parent)).body).toMatchObject({ code: 'child_officer_needed' })
  const withOfficer = { ...child, givenBy: 'child_officer', representative: 'child_officer' }
  expect((await give(withOfficer)).status).toBe(200)
  expect((await give({ languageStated: false })).body).toMatchObject({ code: 'consent_language' })
  expect((await chair.send(consentAskForPerson, { ...ofPerson, answer: 'later' })).status).toBe(200)
})

test('who accompanies her refers her too; the ward reads the state and sends nothing; another club and the excluded find nobody', async () => {
  const ofPerson = await enter(chair)
  const { referral } = await referPerson(chair, ofPerson)
  const hoa = await product.signIn('hoa')
  const list = (by: TestPerson) => by.read(referralListOfPerson, ofPerson)
  expect((await list(hoa)).status).toBe(404)
  const memberId = await clubBook(product.database.dangerous, 'tuan-chau').member('hoa')
  expect((await chair.send(personAssign, { ...ofPerson, memberId })).status).toBe(200)
  expect((await list(hoa)).body.referrals).toMatchObject([{ id: referral.referralId, consented: true }])
  expect((await referPerson(hoa, ofPerson, jobCentre)).consentId).toEqual(expect.any(String))
  expect((await list(officer)).body.referrals).toHaveLength(2)
  expect((await officer.read(consentListOfPerson, ofPerson)).status).toBe(403)
  expect((await officer.send(referralPreviewForPerson, referral)).status).toBe(403)
  const other = await product.signIn('cao-xanh')
  expect((await list(other)).status).toBe(404)
  expect((await other.send(referralPreviewForPerson, referral)).status).toBe(404)
  const borrowed = { ...referral, clubId: demoId('club/cao-xanh') }
  expect((await other.send(referralPreviewForPerson, borrowed)).status).toBe(404)
  await product.database.dangerous`
    insert into exclusion (province, id, club_id, person_id, account_id, ground)
    values ('22', ${randomUUID()}, ${clubId}, ${ofPerson.personId}, ${demoId('account/hoa')}, 'relative'),
      ('22', ${randomUUID()}, ${clubId}, ${ofPerson.personId}, ${demoId('account/tam')}, 'relative')`
  expect((await list(hoa)).status).toBe(404)
  expect((await hoa.send(referralPreviewForPerson, referral)).status).toBe(404)
  // A partner who is her relative does not receive her either.
  expect((await tam.send(referralOpenShared, at(referral.referralId))).status).toBe(404)
  for (const username of ['lai', 'cao-xanh', 'son', 'khai'])
    await expect(
      asActor(product.database.operator, { accountId: demoId(`account/${username}`) }, {}, (tx) => {
        return tx`insert into referral (province, id, club_id, person_id, service, sent_on, origin, state, recorded_by)
          values ('22', ${randomUUID()}, ${clubId}, ${ofPerson.personId}, 'medical', current_date, 'app', 'draft',
            ${demoId(`account/${username}`)})`
      }),
    ).rejects.toThrow(/row-level security/u)
})

test('after a merge what was sent under either line is found at the kept one, and her yes there carries both', async () => {
  const [kept, merged] = [await enter(chair), await enter(chair)]
  const sent = await referPerson(chair, merged)
  const waiting = await prepareForPerson(chair, merged, jobCentre)
  const pair = { clubId, keptId: kept.personId, mergedId: merged.personId }
  const args = { ...pair, mergeId: randomUUID(), reason: 'same_phone' as const }
  expect((await doAgreed(chair, officer, personMerge, args)).status).toBe(200)
  const ids = (await chair.read(referralListOfPerson, kept)).body.referrals.map(({ id }) => id)
  expect(ids.sort()).toEqual([sent.referral.referralId, waiting.referral.referralId].sort())
  expect((await tam.send(referralOpenShared, at(sent.referral.referralId))).status).toBe(200)
  const anew = sheetOfPerson(merged, jobCentre, asked.fields)
  expect((await chair.send(consentGiveForPerson, anew)).body).toMatchObject({ code: 'person_merged' })
  const hers = sheetOfPerson(kept, jobCentre, asked.fields)
  expect((await chair.send(consentGiveForPerson, hers)).status).toBe(200)
  const now = { ...kept, referralId: waiting.referral.referralId }
  expect((await chair.send(referralDeliverForPerson, now)).status).toBe(200)
  expect((await phuc.send(referralOpenShared, at(now.referralId, jobCentre))).status).toBe(200)
  expect(await status(kept)).toBe('referred')
  const back = { ...kept, consentId: sent.consentId }
  expect((await chair.send(consentWithdrawForPerson, back)).status).toBe(200)
  expect((await tam.send(referralOpenShared, at(sent.referral.referralId))).status).toBe(404)
})

test('erased, nothing sealed of a referral is left, and whoever received it finds nothing', async () => {
  const ofPerson = await enter(chair)
  const { referral } = await referPerson(chair, ofPerson)
  const erase = { ...ofPerson, erasureId: randomUUID(), ground: 'her_wish' as const }
  expect((await doAgreed(chair, officer, personErase, erase)).status).toBe(200)
  expect((await tam.send(referralOpenShared, at(referral.referralId))).status).toBe(404)
  expect((await tam.read(referralReceived, at(referral.referralId))).status).toBe(404)
  const rows = await product.database.dangerous`
    select words, shared, service, outcome from referral where id = ${referral.referralId}`
  expect(rows).toEqual([{ words: null, shared: null, service: 'papers', outcome: 'no_answer' }])
})

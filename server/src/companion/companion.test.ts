import { randomUUID } from 'node:crypto'
import { caseIdentityChange, caseRead, caseWordsOpen } from '@ke-vai/contract/case/case.ts'
import { caseSetSafeContact } from '@ke-vai/contract/case/safe-contact.ts'
import { caseMove } from '@ke-vai/contract/case/step.ts'
import { caseWriteStory } from '@ke-vai/contract/case/story.ts'
import { caseAddMember } from '@ke-vai/contract/case/team.ts'
import {
  companionAnswer,
  companionFinishTask,
  companionLeave,
  companionNoteVisit,
  companionOpen,
} from '@ke-vai/contract/companion/club.ts'
import type { CompanionField } from '@ke-vai/contract/companion/codes.ts'
import {
  companionAddTask,
  companionAsk,
  companionEnd,
  companionPlanVisit,
} from '@ke-vai/contract/companion/companion.ts'
import { companionClubs, companionList, companionListOfCase } from '@ke-vai/contract/companion/reads.ts'
import { consentGive, consentWithdraw } from '@ke-vai/contract/consent/consent.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { closingClose, closingPropose } from '@ke-vai/contract/follow-up/follow-up.ts'
import { transferAccept, transferOffer } from '@ke-vai/contract/transfer/transfer.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { centre, receive, sheet } from '../referral/testing/one-case.ts'

let product: TestProduct
let [van, binh, tham, hoa, pao, nga]: TestPerson[] = []
const who = (person: TestPerson | undefined): TestPerson => {
  if (!person) throw new Error('nobody signed in')
  return person
}
const clubId = demoId('club/tuan-chau')
const ward = demoId('organisation/union-tuan-chau')
let hoaMember: string

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
  binh = await product.signIn('binh')
  tham = await product.signIn('tham')
  hoa = await product.signIn('hoa')
  pao = await product.signIn('pao')
  nga = await product.signIn('nga')
  for (const [name, displayName] of [
    ['hoa', 'Em Hoa'],
    ['pao', 'Anh Páo'],
  ]) {
    const id = randomUUID()
    if (name === 'hoa') hoaMember = id
    await product.database.dangerous`insert into member (province, id, club_id, account_id, display_name)
      values ('22', ${id}, ${clubId}, ${demoId(`account/${name}`)}, ${displayName ?? ''})`
  }
})
afterAll(() => product.close())

const fields: CompanionField[] = ['called_by', 'reach', 'phone']
const how = 'Gọi số của chị gái, xưng bên hợp tác xã'
const codes = {
  ways: ['call' as const],
  fromMinute: 840,
  untilMinute: 1020,
  cautions: ['no_messages' as const, 'no_car_at_gate' as const],
  saidBy: 'herself' as const,
}

/** A case with identity, story and safe contact, and her yes to the club. */
async function prepared() {
  const ofCase = await receive(who(van))
  const identity = { calledBy: 'Chị Thử Thương', phone: '0900000555', address: 'Ngõ Thử' }
  expect((await who(van).send(caseIdentityChange, { ...ofCase, identity })).status).toBe(200)
  const story = { destination: 'Nơi xa', words: 'Chuyện kín của chị' }
  expect((await who(van).send(caseWriteStory, { ...ofCase, story })).status).toBe(200)
  expect((await who(van).send(caseSetSafeContact, { ...ofCase, ...codes, how })).status).toBe(200)
  return ofCase
}
const yes = (ofCase: { organisationId: string; caseId: string }, more = fields) =>
  sheet(ofCase, ward, more, { purpose: 'companion' })

async function asked() {
  const ofCase = await prepared()
  const consent = yes(ofCase)
  expect((await who(van).send(consentGive, consent)).status).toBe(200)
  const companion = { ...ofCase, companionId: randomUUID() }
  expect((await who(van).send(companionAsk, { ...companion, clubId, fields })).status).toBe(200)
  return { ofCase, consent, companion, at: { clubId, companionId: companion.companionId } }
}
async function walking() {
  const one = await asked()
  const answer = { ...one.at, accept: true, memberId: hoaMember }
  expect((await who(tham).send(companionAnswer, answer)).status).toBe(200)
  return one
}
const seenBy = async (person: TestPerson | undefined, id: string) =>
  (await who(person).read(companionList, { clubId })).body.companions.find((each) => each.id === id)

test('the latest safe contact stands, in codes for the team; its words open one by one', async () => {
  const ofCase = await prepared()
  const wrong = await who(van).send(caseSetSafeContact, { ...ofCase, ...codes, ways: ['none', 'call'] })
  expect(wrong).toMatchObject({ status: 422, body: { code: 'safe_contact_none' } })
  const again = { ...ofCase, ...codes, ways: ['in_person' as const], how: 'Chỉ gặp ở chợ' }
  const { body } = await who(van).send(caseSetSafeContact, again)
  const page = (await who(van).read(caseRead, ofCase)).body
  const [last] = page.entries.filter(({ kind }) => kind === 'case.safe_contact')
  expect(last).toMatchObject({ id: body.id, hasWords: true, body: { ways: ['in_person'] } })
  expect(JSON.stringify(page)).not.toContain('Chỉ gặp ở chợ')
  const opened = await who(van).send(caseWordsOpen, { ...ofCase, entryId: body.id })
  expect(opened.body.words).toEqual({ how: 'Chỉ gặp ở chợ' })
  expect((await who(binh).send(caseSetSafeContact, again)).status).toBe(404)
})

test('without her consent to this club and these fields nobody is asked', async () => {
  const ofCase = await prepared()
  const companion = { ...ofCase, companionId: randomUUID(), clubId, fields }
  const refused = async () => (await who(van).send(companionAsk, companion)).body
  expect(await refused()).toMatchObject({ code: 'consent_needed' })
  await who(van).send(consentGive, sheet(ofCase, ward, ['called_by', 'reach', 'phone']))
  expect(await refused()).toMatchObject({ code: 'consent_needed' })
  await who(van).send(consentGive, yes(ofCase, ['called_by', 'reach']))
  expect(await refused()).toMatchObject({ code: 'consent_needed' })
  expect(await seenBy(tham, companion.companionId)).toBeUndefined()
  await who(van).send(consentGive, yes(ofCase))
  expect((await who(binh).send(companionAsk, companion)).status).toBe(404)
  expect((await who(van).send(companionAsk, companion)).status).toBe(200)
  expect(await seenBy(tham, companion.companionId)).toMatchObject({ state: 'asked', safeContact: null })
  const twice = await who(van).send(companionAsk, { ...companion, companionId: randomUUID() })
  expect(twice.body).toMatchObject({ code: 'companion_asked' })
})

test('the manager finds clubs by name and learns of them nothing but names', async () => {
  const place = { organisationId: centre }
  const found = await who(van).read(companionClubs, place, { name: 'tuan chau' })
  expect(found.body.clubs.map(({ id }) => id)).toEqual([clubId])
  expect(Object.keys(found.body.clubs[0] ?? {})).toEqual(['id', 'name', 'organisationId', 'managedBy'])
  expect((await who(van).read(companionClubs, place, { name: 'khongco' })).body.clubs).toEqual([])
  expect((await who(tham).read(companionClubs, place)).status).toBe(404)
})

test('the club sees exactly what she agreed to, and nothing of the case', async () => {
  const { ofCase, companion, at } = await walking()
  const onDay = addDays(today(), 3)
  expect((await who(van).send(companionPlanVisit, { ...companion, onDay, purpose: 'visit' })).status).toBe(
    200,
  )
  const taskId = randomUUID()
  const task = { ...companion, taskId, kind: 'go_along_papers' as const, dueOn: onDay }
  const given = await who(van).send(companionAddTask, { ...task, words: 'Mang sổ hộ khẩu' })
  expect(given.status).toBe(200)
  const listed = await who(hoa).read(companionList, { clubId })
  const seen = listed.body.companions.find(({ id }) => id === at.companionId)
  expect(seen).toMatchObject({
    state: 'accepted',
    mine: true,
    nextVisit: { onDay, purpose: 'visit' },
    safeContact: codes,
    tasks: [{ id: taskId, kind: 'go_along_papers', dueOn: onDay, hasWords: true, doneOn: null }],
  })
  const opened = await who(hoa).send(companionOpen, at)
  expect(opened.body).toEqual({
    shared: [
      { field: 'called_by', value: 'Chị Thử Thương' },
      { field: 'phone', value: '0900000555' },
      { field: 'reach', value: how },
    ],
    tasks: [{ id: taskId, words: 'Mang sổ hộ khẩu' }],
  })
  const page = (await who(van).read(caseRead, ofCase)).body
  for (const answer of [listed.body, opened.body])
    for (const hidden of [
      ofCase.caseId,
      page.header.code,
      'HS-22',
      'Chuyện kín',
      'Nơi xa',
      'Ngõ Thử',
      '18_to_30',
    ])
      expect(JSON.stringify(answer)).not.toContain(hidden)
  expect((await who(hoa).read(caseRead, ofCase)).status).toBe(404)
  expect((await who(tham).read(companionListOfCase, ofCase)).status).toBe(404)
  const [dump] = await product.database.dangerous<{ text: string }[]>`
    select string_agg(t.text, ' ') as text from (select companion::text as text from companion
      union all select companion_task::text from companion_task union all select case_entry::text from case_entry
      union all select command_log::text from command_log union all select audit_event::text from audit_event) t`
  for (const word of ['Thử Thương', '0900000555', how, 'sổ hộ khẩu']) expect(dump?.text).not.toContain(word)
})

test('a member to whom it is not given, another club, and another ward reach nothing of it', async () => {
  const { at } = await walking()
  expect(await seenBy(pao, at.companionId)).toBeUndefined()
  expect((await who(pao).send(companionOpen, at)).status).toBe(404)
  const visit = { ...at, onDay: today(), outcome: 'met_well' as const }
  expect((await who(pao).send(companionNoteVisit, visit)).status).toBe(404)
  expect((await who(nga).read(companionList, { clubId })).status).toBe(404)
  const other = await product.signIn('cao-xanh')
  expect((await other.send(companionOpen, at)).status).toBe(404)
  const elsewhere = { ...at, clubId: demoId('club/cao-xanh') }
  expect((await other.send(companionOpen, elsewhere)).status).toBe(404)
  const theirs = await other.read(companionList, { clubId: elsewhere.clubId })
  expect(theirs.body).toMatchObject({ companions: [], ended: [] })
  // A plain member neither answers nor leaves.
  expect((await who(hoa).send(companionLeave, { ...at, reason: 'club_cannot' })).status).toBe(403)
})

test('before the club has accepted nothing opens, and only a member of the club is sent', async () => {
  const { at } = await asked()
  expect((await who(tham).send(companionOpen, at)).body).toMatchObject({ code: 'companion_not_now' })
  const nobody = await who(tham).send(companionAnswer, { ...at, accept: true, memberId: randomUUID() })
  expect(nobody.body).toMatchObject({ code: 'companion_member' })
  expect((await who(tham).send(companionAnswer, { ...at, accept: false })).body).toMatchObject({
    code: 'reason_needed',
  })
  const no = { ...at, accept: false, reason: 'too_far' as const }
  expect((await who(tham).send(companionAnswer, no)).status).toBe(200)
  expect(await seenBy(tham, at.companionId)).toBeUndefined()
})

test('what the club tells becomes entries of the case for its team, its words sealed', async () => {
  const { ofCase, companion, at } = await walking()
  const taskId = randomUUID()
  await who(van).send(companionAddTask, { ...companion, taskId, kind: 'visit', dueOn: today() })
  const done = { onDay: today(), outcome: 'met_to_talk' as const, words: 'Chị lo chuyện con' }
  expect((await who(hoa).send(companionFinishTask, { ...at, taskId, ...done })).status).toBe(200)
  expect((await who(hoa).send(companionFinishTask, { ...at, taskId, ...done })).status).toBe(404)
  const visit = { ...at, onDay: today(), outcome: 'met_well' as const, words: '' }
  expect((await who(hoa).send(companionNoteVisit, visit)).status).toBe(200)
  const later = await who(hoa).send(companionNoteVisit, { ...visit, onDay: addDays(today(), 1) })
  expect(later.body).toMatchObject({ code: 'companion_day' })
  const page = (await who(van).read(caseRead, ofCase)).body
  const [visited, finished, , answered] = page.entries
  expect(visited).toMatchObject({ kind: 'companion.visited', hasWords: false })
  expect(finished).toMatchObject({
    kind: 'companion.task_finished',
    hasWords: true,
    body: { companionId: at.companionId, taskId, outcome: 'met_to_talk' },
  })
  expect(answered).toMatchObject({ kind: 'companion.answered', body: { accepted: true } })
  const opened = await who(van).send(caseWordsOpen, { ...ofCase, entryId: finished?.id ?? '' })
  expect(opened.body.words).toEqual({ words: 'Chị lo chuyện con' })
  const { companions } = (await who(van).read(companionListOfCase, ofCase)).body
  expect(companions).toMatchObject([
    { state: 'accepted', lastVisit: { onDay: today(), outcome: 'met_well' }, tasks: [{ doneOn: today() }] },
  ])
  expect(companions[0]?.member).toBeTruthy()
})

test('her new way to be reached is the companion’s at once', async () => {
  const { ofCase, at } = await walking()
  const next = { ...codes, ways: ['in_person' as const], cautions: ['no_word_to_family' as const] }
  await who(van).send(caseSetSafeContact, { ...ofCase, ...next, how: 'Chỉ gặp ở chợ sáng' })
  expect((await seenBy(hoa, at.companionId))?.safeContact).toMatchObject({ cautions: ['no_word_to_family'] })
  const opened = await who(hoa).send(companionOpen, at)
  expect(opened.body.shared.at(-1)).toEqual({ field: 'reach', value: 'Chỉ gặp ở chợ sáng' })
})

test('taking the consent back ends the club’s access at once, with a neutral word', async () => {
  const { ofCase, consent, at } = await walking()
  const back = { ...ofCase, consentId: consent.consentId }
  expect((await who(van).send(consentWithdraw, back)).status).toBe(200)
  for (const person of [tham, hoa]) {
    expect(await seenBy(person, at.companionId)).toBeUndefined()
    expect((await who(person).send(companionOpen, at)).status).toBe(404)
    const { ended } = (await who(person).read(companionList, { clubId })).body
    const word = ended.find(({ id }) => id === at.companionId)
    expect(word).toEqual({ id: at.companionId, number: expect.any(Number), endedOn: today() })
  }
  const { companions } = (await who(van).read(companionListOfCase, ofCase)).body
  expect(companions).toMatchObject([{ state: 'ended', endReason: 'no_consent' }])
})

test('a consent that runs out, or is replaced by a narrower one, ends it too; by one as wide it goes on', async () => {
  const one = await walking()
  const wider = { ...yes(one.ofCase), replacesId: one.consent.consentId }
  expect((await who(van).send(consentGive, wider)).status).toBe(200)
  expect(await seenBy(hoa, one.at.companionId)).toMatchObject({ state: 'accepted' })
  const narrower = { ...yes(one.ofCase, ['called_by']), replacesId: wider.consentId }
  expect((await who(van).send(consentGive, narrower)).status).toBe(200)
  expect(await seenBy(hoa, one.at.companionId)).toBeUndefined()
  const late = await walking()
  await product.database.dangerous`
    update consent set valid_from = current_date - 9, valid_to = current_date - 2 where id = ${late.consent.consentId}`
  expect(await seenBy(hoa, late.at.companionId)).toBeUndefined()
  expect((await who(hoa).send(companionOpen, late.at)).status).toBe(404)
  const plan = { ...late.companion, onDay: today(), purpose: 'visit' as const }
  expect((await who(van).send(companionPlanVisit, plan)).body).toMatchObject({ code: 'consent_needed' })
})

test('either side may end it; what has ended is not planned any more', async () => {
  const one = await walking()
  expect((await who(tham).send(companionLeave, { ...one.at, reason: 'club_cannot' })).status).toBe(200)
  const [left] = (await who(van).read(caseRead, one.ofCase)).body.entries
  expect(left).toMatchObject({ kind: 'companion.left', body: { reason: 'club_cannot' } })
  const other = await walking()
  expect((await who(van).send(companionEnd, { ...other.companion, reason: 'her_wish' })).status).toBe(200)
  expect(await seenBy(hoa, other.at.companionId)).toBeUndefined()
  const plan = { ...other.companion, onDay: today(), purpose: 'visit' as const }
  expect((await who(van).send(companionPlanVisit, plan)).body).toMatchObject({ code: 'companion_not_now' })
})

test('a case that is closed, or that another agency answers for, is no club’s any more', async () => {
  const one = await walking()
  for (const to of ['assessment', 'planning', 'supporting', 'following'] as const)
    expect((await who(van).send(caseMove, { ...one.ofCase, to })).status).toBe(200)
  const wish = { ...one.ofCase, reason: 'goals_met' as const, dataChoice: 'keep' as const }
  expect((await who(van).send(closingPropose, wish)).status).toBe(200)
  const [proposal] = (await who(van).read(caseRead, one.ofCase)).body.entries.filter(
    ({ kind }) => kind === 'closing.proposed',
  )
  const joins = { ...one.ofCase, accountId: demoId('account/binh'), part: 'member' as const }
  expect((await who(van).send(caseAddMember, joins)).status).toBe(200)
  const close = { ...one.ofCase, proposalId: proposal?.id ?? '' }
  expect((await who(binh).send(closingClose, close)).status).toBe(200)
  const moved = await walking()
  const home = demoId('organisation/centre-11')
  const consent = sheet(moved.ofCase, home, ['called_by'], { purpose: 'share_transfer' })
  expect((await who(van).send(consentGive, consent)).status).toBe(200)
  const transferId = randomUUID()
  const offer = { ...moved.ofCase, transferId, toOrganisationId: home, reason: 'moves' as const }
  expect((await who(van).send(transferOffer, { ...offer, fields: ['called_by'] })).status).toBe(200)
  expect(await seenBy(hoa, moved.at.companionId)).toMatchObject({ state: 'accepted' })
  const may = await product.signIn('may')
  const accept = { organisationId: home, transferId, newCaseId: randomUUID() }
  expect((await may.send(transferAccept, accept)).status).toBe(200)
  for (const { at, ofCase } of [one, moved]) {
    expect(await seenBy(hoa, at.companionId)).toBeUndefined()
    expect((await who(hoa).send(companionOpen, at)).status).toBe(404)
    const { ended } = (await who(hoa).read(companionList, { clubId })).body
    expect(ended.find(({ id }) => id === at.companionId)).toMatchObject({ endedOn: today() })
    const { companions } = (await who(van).read(companionListOfCase, ofCase)).body
    expect(companions).toMatchObject([{ state: 'ended' }])
    // Nor does anything there remind those who no longer answer for her.
    const { deadlines } = (await who(van).read(caseRead, ofCase)).body
    expect(deadlines.filter(({ metAt }) => metAt === null).map(({ kind }) => kind)).toEqual([])
  }
})

test('a conflict of interest with the case hides it from the board too', async () => {
  const { ofCase, at } = await walking()
  await product.database.dangerous`
    insert into case_exclusion (province, id, case_id, account_id, ground)
    values ('22', ${randomUUID()}, ${ofCase.caseId}, ${demoId('account/tham')}, 'relative')`
  expect(await seenBy(tham, at.companionId)).toBeUndefined()
  expect((await who(tham).send(companionOpen, at)).status).toBe(404)
  expect(await seenBy(hoa, at.companionId)).toBeDefined()
})

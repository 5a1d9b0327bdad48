import { randomUUID } from 'node:crypto'
import { caseRead } from '@ke-vai/contract/case/case.ts'
import { caseMove } from '@ke-vai/contract/case/step.ts'
import { caseAddMember } from '@ke-vai/contract/case/team.ts'
import { consentGive } from '@ke-vai/contract/consent/consent.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { entitlementList } from '@ke-vai/contract/entitlement/entitlement.ts'
import { foldProposal } from '@ke-vai/contract/follow-up/closing.ts'
import { erasureSettle } from '@ke-vai/contract/follow-up/erasure.ts'
import {
  closingClose,
  closingPropose,
  closingReopen,
  closingReturn,
  followUpLose,
  followUpPlan,
  followUpRecord,
  followUpResume,
  followUpStop,
} from '@ke-vai/contract/follow-up/follow-up.ts'
import { foldFollowUps, isSustained } from '@ke-vai/contract/follow-up/state.ts'
import { monthsLater } from '@ke-vai/contract/need/assessment.ts'
import { needMove, needOpen, needSetRisk } from '@ke-vai/contract/need/need.ts'
import { referralDeliver, referralEnd, referralPrepare } from '@ke-vai/contract/referral/referral.ts'
import { serviceRecord } from '@ke-vai/contract/service/service.ts'
import { transferOffer, transferTakeBack } from '@ke-vai/contract/transfer/transfer.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { jobCentre, legalAid, receive, sheet } from '../referral/testing/one-case.ts'

type OfCase = { organisationId: string; caseId: string }
let product: TestProduct
let van: TestPerson
let binh: TestPerson

beforeAll(async () => {
  product = await testProduct()
  await product.database.dangerous`
    insert into role_grant (id, account_id, role, organisation_id, valid_from)
    values (${randomUUID()}, ${demoId('account/phuc')}, 'case_manager', ${jobCentre}, '2020-01-01')`
  van = await product.signIn('van')
  binh = await product.signIn('binh')
})
afterAll(() => product.close())

/** A case that is followed up, with a second case manager on its team. */
async function following(): Promise<OfCase> {
  const ofCase = await receive(van)
  const added = await van.send(caseAddMember, {
    ...ofCase,
    accountId: demoId('account/binh'),
    part: 'member',
  })
  expect(added.status).toBe(200)
  for (const to of ['assessment', 'planning', 'supporting', 'following'] as const)
    expect((await van.send(caseMove, { ...ofCase, to })).status).toBe(200)
  return ofCase
}
const pageOf = async (ofCase: OfCase) => (await van.read(caseRead, ofCase)).body
const openClocks = async ({ caseId }: OfCase) =>
  product.database.dangerous<{ about_id: string; due_at: Date }[]>`
    select about_id, due_at from case_deadline where case_id = ${caseId} and kind = 'follow_up'
      and met_at is null and dropped_at is null order by due_at`
const followUpAt = async (ofCase: OfCase, month: number) => {
  const found = foldFollowUps((await pageOf(ofCase)).entries).followUps.find((each) => each.month === month)
  if (!found) throw new Error(`no follow-up of month ${month}`)
  return found
}

test('scenario 50: after she went home seven follow-ups are due by her way, each with its clock', async () => {
  const ofCase = await following()
  const home = today()
  const plan = { ...ofCase, wentHomeOn: home, way: 'phone' as const, words: 'Gọi buổi tối, tự xưng là bạn' }
  expect((await van.send(followUpPlan, plan)).status).toBe(200)
  const { followUps } = foldFollowUps((await pageOf(ofCase)).entries)
  expect(followUps.map(({ month }) => month)).toEqual([1, 3, 6, 9, 12, 18, 24])
  expect(new Set(followUps.map(({ way }) => way))).toEqual(new Set(['phone']))
  expect((await openClocks(ofCase)).map(({ about_id, due_at }) => [about_id, today(due_at)])).toEqual(
    followUps.map(({ id, month }) => [id, monthsLater(home, month)]),
  )
  expect(await van.send(followUpPlan, plan)).toMatchObject({
    status: 422,
    body: { code: 'follow_ups_planned' },
  })
  const rows = await product.database.dangerous<{ body: unknown }[]>`
    select body from case_entry where case_id = ${ofCase.caseId}`
  expect(JSON.stringify(rows)).not.toContain('buổi tối')
})

test('scenario 50: what is recorded ends that clock alone; another day that she wishes gets a clock', async () => {
  const ofCase = await following()
  const home = monthsLater(today(), -1)
  await van.send(followUpPlan, { ...ofCase, wentHomeOn: home, way: 'home' })
  const first = await followUpAt(ofCase, 1)
  const later = monthsLater(today(), 1)
  const put = { ...ofCase, followUpId: first.id, onDay: today(), result: 'postponed' as const }
  expect((await van.send(followUpRecord, { ...put, postponedTo: later })).status).toBe(200)
  const clocks = await openClocks(ofCase)
  expect(clocks).toHaveLength(7)
  expect(today(clocks.find(({ about_id }) => about_id === first.id)?.due_at)).toBe(later)
  const met = {
    ...ofCase,
    followUpId: first.id,
    onDay: today(),
    result: 'met' as const,
    wellbeing: { health: '3' as const, work: '1' as const },
    incomeBand: 'not_enough' as const,
    safe: true,
  }
  expect((await van.send(followUpRecord, met)).status).toBe(200)
  expect((await openClocks(ofCase)).map(({ about_id }) => about_id)).not.toContain(first.id)
  expect(await van.send(followUpRecord, met)).toMatchObject({
    status: 422,
    body: { code: 'follow_up_does_not_follow' },
  })
  expect((await followUpAt(ofCase, 1)).last).toMatchObject({ safe: true, wellbeing: { work: '1' } })
})

test('scenario 50: her refusal stops every reminder and costs nothing; she may want them again', async () => {
  const ofCase = await following()
  await van.send(followUpPlan, { ...ofCase, wentHomeOn: monthsLater(today(), -4), way: 'message' })
  const third = await followUpAt(ofCase, 3)
  const no = { ...ofCase, followUpId: third.id, onDay: today(), result: 'not_now' as const }
  expect((await van.send(followUpRecord, no)).status).toBe(200)
  const owed = async () => (await van.read(entitlementList, ofCase)).body
  const [before, header] = [await owed(), (await pageOf(ofCase)).header]
  expect((await van.send(followUpStop, ofCase)).status).toBe(200)
  expect(await openClocks(ofCase)).toHaveLength(0)
  expect(await owed()).toEqual(before)
  const after = (await pageOf(ofCase)).header
  expect({ ...after, nextDue: null }).toEqual({ ...header, nextDue: null })
  const service = { type: 'essentials', quantity: 1, unit: 'time', funder: 'state', onDay: today() } as const
  expect((await van.send(serviceRecord, { ...ofCase, entryId: randomUUID(), ...service })).status).toBe(200)
  const sixth = await followUpAt(ofCase, 6)
  const more = { ...ofCase, followUpId: sixth.id, onDay: today(), result: 'no_contact' as const }
  expect(await van.send(followUpRecord, more)).toMatchObject({ body: { code: 'follow_up_stopped' } })
  expect((await van.send(followUpResume, ofCase)).status).toBe(200)
  // Month 1 was missed and month 3 refused: neither is asked for again.
  expect((await openClocks(ofCase)).map(({ due_at }) => today(due_at))).toEqual(
    [6, 9, 12, 18, 24].map((month) => monthsLater(monthsLater(today(), -4), month)),
  )
})

test('scenario 50: contact is lost only after enough tries, and found again it goes on', async () => {
  const ofCase = await following()
  await van.send(followUpPlan, { ...ofCase, wentHomeOn: monthsLater(today(), -1), way: 'phone' })
  const first = await followUpAt(ofCase, 1)
  const tried = { ...ofCase, followUpId: first.id, onDay: today(), result: 'no_contact' as const }
  for (let tries = 0; tries < 3; tries += 1) {
    expect(await van.send(followUpLose, ofCase)).toMatchObject({ body: { code: 'follow_up_not_tried' } })
    expect((await van.send(followUpRecord, tried)).status).toBe(200)
  }
  expect((await van.send(followUpLose, ofCase)).status).toBe(200)
  expect(await openClocks(ofCase)).toHaveLength(0)
  expect(foldFollowUps((await pageOf(ofCase)).entries).standing).toBe('lost')
  expect((await van.send(followUpRecord, { ...tried, result: 'met' })).status).toBe(200)
  expect((await van.send(followUpResume, ofCase)).status).toBe(200)
  expect(await openClocks(ofCase)).toHaveLength(6)
})

test('scenario 50: «bền vững» comes from a year of follow-up, not from emergency help', async () => {
  const ofCase = await following()
  await van.send(followUpPlan, { ...ofCase, wentHomeOn: monthsLater(today(), -12), way: 'home' })
  const service = { type: 'essentials', quantity: 1, unit: 'time', funder: 'state', onDay: today() } as const
  await van.send(serviceRecord, { ...ofCase, entryId: randomUUID(), ...service })
  expect(isSustained((await pageOf(ofCase)).entries)).toBe(false)
  const year = await followUpAt(ofCase, 12)
  const met = { ...ofCase, followUpId: year.id, onDay: today(), result: 'met' as const, safe: true }
  expect((await van.send(followUpRecord, met)).status).toBe(200)
  expect(isSustained((await pageOf(ofCase)).entries)).toBe(true)
})

test('planned from a past day, the months that went by start no clock that is overdue at once', async () => {
  const ofCase = await following()
  const home = monthsLater(today(), -7)
  expect((await van.send(followUpPlan, { ...ofCase, wentHomeOn: home, way: 'phone' })).status).toBe(200)
  expect((await openClocks(ofCase)).map(({ due_at }) => today(due_at))).toEqual(
    [9, 12, 18, 24].map((month) => monthsLater(home, month)),
  )
  const { followUps } = foldFollowUps((await pageOf(ofCase)).entries)
  expect(followUps.map(({ month, past }) => [month, past]).slice(0, 4)).toEqual([
    [1, true],
    [3, true],
    [6, true],
    [9, false],
  ])
  // She told of one of them all the same.
  const sixth = await followUpAt(ofCase, 6)
  const met = { ...ofCase, followUpId: sixth.id, onDay: today(), result: 'met' as const }
  expect((await van.send(followUpRecord, met)).status).toBe(200)
})

test('a risk that is written after the last follow-up ends the lasting outcome', async () => {
  const ofCase = await following()
  await van.send(followUpPlan, { ...ofCase, wentHomeOn: monthsLater(today(), -12), way: 'home' })
  const year = await followUpAt(ofCase, 12)
  const met = { ...ofCase, followUpId: year.id, onDay: today(), result: 'met' as const, safe: true }
  await van.send(followUpRecord, met)
  expect(isSustained((await pageOf(ofCase)).entries)).toBe(true)
  const risk = { ...ofCase, level: 'high' as const, signs: ['threatened' as const], words: '' }
  expect((await van.send(needSetRisk, risk)).status).toBe(200)
  expect(isSustained((await pageOf(ofCase)).entries)).toBe(false)
})

test('closing is proposed from follow-up and from no other step', async () => {
  const ofCase = await receive(van)
  const steps = ['assessment', 'planning', 'supporting', 'following'] as const
  for (const to of steps) {
    expect(await propose(ofCase)).toMatchObject({ status: 422, body: { code: 'case_move_does_not_follow' } })
    expect((await van.send(caseMove, { ...ofCase, to })).status).toBe(200)
  }
  expect((await propose(ofCase)).status).toBe(200)
})

test('a wish of erasure at the closing reminds the manager until it is answered; nothing is erased by it', async () => {
  const ofCase = await following()
  const settle = (how: 'law_keeps' | 'handed_on', by = van) => by.send(erasureSettle, { ...ofCase, how })
  expect((await settle('handed_on')).body).toMatchObject({ code: 'no_erasure_asked' })
  const wish = { ...ofCase, reason: 'her_wish', dataChoice: 'erase_later' } as const
  expect((await van.send(closingPropose, wish)).status).toBe(200)
  const proposalId = foldProposal((await pageOf(ofCase)).entries)?.id ?? ''
  const reminders = async () => (await pageOf(ofCase)).deadlines.filter(({ kind }) => kind === 'erasure_wish')
  expect(await reminders()).toEqual([])
  expect((await binh.send(closingClose, { ...ofCase, proposalId })).status).toBe(200)
  const [first, ...none] = await reminders()
  expect(none).toEqual([])
  expect(today(new Date(first?.dueAt ?? ''))).toBe(addDays(today(), 30))
  expect((await settle('handed_on', binh)).status).toBe(403)
  // The law keeps it for now: she is not forgotten.
  expect((await settle('law_keeps')).status).toBe(200)
  expect((await reminders()).map(({ metAt }) => metAt === null).sort()).toEqual([false, true])
  expect((await settle('handed_on')).status).toBe(200)
  expect((await reminders()).every(({ metAt }) => metAt !== null)).toBe(true)
  expect((await settle('handed_on')).body).toMatchObject({ code: 'no_erasure_asked' })
  expect((await pageOf(ofCase)).entries.some(({ kind }) => kind === 'closing.closed')).toBe(true)
})

const propose = (ofCase: OfCase) =>
  van.send(closingPropose, { ...ofCase, reason: 'goals_met', dataChoice: 'keep' })

// The running stay, the other half of scenario 51, is tried in stay.test.ts.
test('part of scenario 51: a case is not closed over an open need, nor by the person who proposed it', async () => {
  const ofCase = await following()
  await van.send(followUpPlan, { ...ofCase, way: 'phone' })
  const needId = randomUUID()
  const need = { ...ofCase, needId, domain: 'papers' as const, priority: 'now' as const }
  await van.send(needOpen, { ...need, words: 'Khai sinh cho con' })
  const refused = await propose(ofCase)
  expect(refused).toMatchObject({ status: 422, body: { code: 'closing_need_open' } })
  await van.send(needMove, { ...ofCase, needId, to: 'cannot', reason: 'waiting_list' })
  expect((await propose(ofCase)).status).toBe(200)
  const { header, entries } = await pageOf(ofCase)
  expect(header.state).toBe('closing')
  const close = { ...ofCase, proposalId: foldProposal(entries)?.id ?? '' }
  expect(await van.send(closingClose, close)).toMatchObject({
    status: 422,
    body: { code: 'closing_by_another' },
  })
  // A need that she names meanwhile keeps it open too.
  const newNeed = { ...need, needId: randomUUID() }
  await van.send(needOpen, newNeed)
  expect(await binh.send(closingClose, close)).toMatchObject({ body: { code: 'closing_need_open' } })
  await van.send(needMove, { ...ofCase, needId: newNeed.needId, to: 'met' })
  expect(await openClocks(ofCase)).toHaveLength(7)
  expect((await binh.send(closingClose, close)).status).toBe(200)
  expect((await pageOf(ofCase)).header.state).toBe('closed')
  expect(await openClocks(ofCase)).toHaveLength(0)
  expect(await van.send(followUpPlan, { ...ofCase, way: 'phone' })).toMatchObject({
    body: { code: 'follow_up_case_ended' },
  })
  expect((await van.send(closingReopen, { ...ofCase, reason: 'asked' })).status).toBe(200)
  expect((await pageOf(ofCase)).header.state).toBe('assessment')
  expect(await openClocks(ofCase)).toHaveLength(7)
})

test('part of scenario 51: an open referral or an unanswered transfer keeps the case open, and says so by its own name', async () => {
  const ofCase = await following()
  const referral = { ...ofCase, referralId: randomUUID() }
  const fields = ['called_by' as const, 'need' as const]
  await van.send(consentGive, sheet(ofCase, legalAid, fields))
  const prepared = await van.send(referralPrepare, {
    ...referral,
    service: 'papers',
    urgency: 'soon',
    cost: 'free',
    toOrganisationId: legalAid,
    fields,
    need: 'Khai sinh',
    reach: '',
  })
  expect(prepared.status).toBe(200)
  expect((await van.send(referralDeliver, referral)).status).toBe(200)
  expect(await propose(ofCase)).toMatchObject({ body: { code: 'closing_referral_open' } })
  await van.send(referralEnd, { ...referral, to: 'withdrawn' })
  await van.send(consentGive, sheet(ofCase, jobCentre, fields, { purpose: 'share_transfer' }))
  const transfer = { ...ofCase, transferId: randomUUID() }
  const offer = {
    ...transfer,
    toOrganisationId: jobCentre,
    reason: 'moves' as const,
    fields,
    need: 'Học nghề',
  }
  expect((await van.send(transferOffer, offer)).status).toBe(200)
  expect(await propose(ofCase)).toMatchObject({ body: { code: 'closing_transfer_unanswered' } })
  expect((await van.send(transferTakeBack, transfer)).status).toBe(200)
  expect((await propose(ofCase)).status).toBe(200)
  const proposalId = foldProposal((await pageOf(ofCase)).entries)?.id ?? ''
  expect((await van.send(closingReturn, { ...ofCase, proposalId })).status).toBe(200)
  expect((await pageOf(ofCase)).header.state).toBe('following')
})

test('only the manager proposes and reopens; nobody outside the team reaches it', async () => {
  const ofCase = await following()
  const asked = { ...ofCase, reason: 'goals_met', dataChoice: 'keep' } as const
  expect((await binh.send(closingPropose, asked)).status).toBe(403)
  const elsewhere = await receive(van)
  expect((await binh.send(followUpStop, elsewhere)).status).toBe(404)
  expect((await binh.send(closingClose, { ...elsewhere, proposalId: randomUUID() })).status).toBe(404)
  const anonymous = await product.signIn('tham')
  expect((await anonymous.send(followUpStop, ofCase)).status).toBeGreaterThanOrEqual(403)
  expect(await van.send(caseMove, { ...ofCase, to: 'closing' })).toMatchObject({
    body: { code: 'case_move_elsewhere' },
  })
})

import { randomUUID } from 'node:crypto'
import { caseList, caseRead, caseWordsOpen } from '@ke-vai/contract/case/case.ts'
import { caseMove } from '@ke-vai/contract/case/step.ts'
import { caseAddMember, caseEndMember } from '@ke-vai/contract/case/team.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { foldProposal } from '@ke-vai/contract/follow-up/closing.ts'
import { closingClose, closingPropose } from '@ke-vai/contract/follow-up/follow-up.ts'
import { countedFrom } from '@ke-vai/contract/follow-up/state.ts'
import { needMove, needOpen, needSetRisk } from '@ke-vai/contract/need/need.ts'
import { leavingPrepared, stayBegun } from '@ke-vai/contract/stay/entries.ts'
import { activeStay, foldStays, standingOf } from '@ke-vai/contract/stay/state.ts'
import {
  stayBegin,
  stayExtend,
  stayGoOn,
  stayLeave,
  stayList,
  stayNotReceive,
  stayPrepareLeaving,
  stayRequest,
  stayReserve,
  stayReview,
} from '@ke-vai/contract/stay/stay.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { centre, receive } from '../referral/testing/one-case.ts'

type OfStay = { organisationId: string; caseId: string; stayId: string }
let product: TestProduct
let van: TestPerson
let hien: TestPerson

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
  hien = await product.signIn('hien')
})
afterAll(() => product.close())

const join = (ofCase: { organisationId: string; caseId: string }, name: string, part: 'shelter' | 'member') =>
  van.send(caseAddMember, { ...ofCase, accountId: demoId(`account/${name}`), part })

/** A case with the shelter on its team, and a bed that was asked for. */
async function asked(): Promise<OfStay> {
  const ofStay = { ...(await receive(van)), stayId: randomUUID() }
  expect((await join(ofStay, 'hien', 'shelter')).status).toBe(200)
  expect((await van.send(stayRequest, { ...ofStay, words: 'Cần chỗ ngay đêm nay' })).status).toBe(200)
  return ofStay
}
const arrival = {
  bed: 'P2-1',
  rulesExplained: true,
  herYes: true,
  health: 'see_doctor' as const,
  allergies: 'dị ứng hải sản',
  healthWords: 'mất ngủ',
  belongings: 'một túi vải, điện thoại',
}
/** Somebody who moved in so many days ago. */
async function staying(daysAgo = 0): Promise<OfStay> {
  const ofStay = await asked()
  const moved = { ...ofStay, ...arrival, onDay: addDays(today(), -daysAgo) }
  expect((await hien.send(stayBegin, moved)).status).toBe(200)
  return ofStay
}
const pageOf = async (ofCase: OfStay) => (await van.read(caseRead, ofCase)).body
const stayOf = async (ofStay: OfStay) => activeStay(foldStays((await pageOf(ofStay)).entries))
const clocksOf = async ({ caseId }: OfStay) =>
  product.database.dangerous<{ kind: string; due_at: Date | null }[]>`
    select kind, due_at from case_deadline where case_id = ${caseId} and kind like 'stay%'
      and met_at is null and dropped_at is null order by kind`
const lineOf = async (who: TestPerson, { caseId }: OfStay) => {
  const { stays } = (await who.read(stayList, { organisationId: centre })).body
  return stays.find((each) => each.caseId === caseId)
}
const decision = {
  by: 'health_department',
  reason: 'proceedings',
  decidedOn: today(),
  paperNumber: '12/QĐ-SYT',
} as const

test('she moves in by the house’s code of a bed; rest and three clocks run; what she told lies sealed', async () => {
  const ofStay = await asked()
  expect((await hien.send(stayReserve, { ...ofStay, bed: 'P2-1' })).status).toBe(200)
  const moved = { ...ofStay, ...arrival, onDay: today() }
  expect(await hien.send(stayBegin, { ...moved, herYes: false })).toMatchObject({
    status: 422,
    body: { code: 'stay_needs_her_yes' },
  })
  expect((await hien.send(stayBegin, moved)).status).toBe(200)
  const now = await stayOf(ofStay)
  expect(now).toMatchObject({ state: 'staying', bed: 'P2-1', begunOn: today(), health: 'see_doctor' })
  const rest = Date.parse(now?.restUntil ?? '') - Date.now()
  expect(rest / 3_600_000).toBeGreaterThan(71.9)
  expect(rest / 3_600_000).toBeLessThanOrEqual(72)
  expect((await clocksOf(ofStay)).map(({ kind, due_at }) => [kind, today(due_at ?? undefined)])).toEqual([
    ['stay_limit', addDays(today(), 119)],
    ['stay_review', addDays(today(), 6)],
    ['stay_warning', addDays(today(), 89)],
  ])
  const rows = await product.database.dangerous`select body from case_entry where case_id = ${ofStay.caseId}`
  for (const words of ['hải sản', 'mất ngủ', 'túi vải', 'đêm nay'])
    expect(JSON.stringify(rows)).not.toContain(words)
  const entry = (await pageOf(ofStay)).entries.find(({ kind }) => kind === stayBegun.kind)
  const opened = await hien.send(caseWordsOpen, { ...ofStay, entryId: entry?.id ?? '' })
  expect(opened.body).toMatchObject({ words: { allergies: 'dị ứng hải sản', health: 'mất ngủ' } })
})

test('part of scenario 46: whoever is not received has another place, or it does not pass', async () => {
  const ofStay = await asked()
  const no = { ...ofStay, reason: 'no_bed', otherPlace: 'other_shelter' } as const
  expect(await hien.send(stayNotReceive, { ...no, place: ' ' })).toMatchObject({
    status: 422,
    body: { code: 'stay_other_place_owed' },
  })
  const without = { ...ofStay, reason: 'no_bed', place: 'nơi khác' } as unknown as typeof no & {
    place: string
  }
  expect((await hien.send(stayNotReceive, without)).status).toBe(400)
  expect((await stayOf(ofStay))?.state).toBe('requested')
  expect((await hien.send(stayNotReceive, { ...no, place: 'nhà số hai, chị trực nhận lời' })).status).toBe(
    200,
  )
  expect(await stayOf(ofStay)).toBeNull()
  expect(await lineOf(hien, ofStay)).toBeUndefined()
})

test('one stay at a time, and none begins while the shelter is not on the team', async () => {
  const ofStay = { ...(await receive(van)), stayId: randomUUID() }
  await van.send(stayRequest, ofStay)
  expect(await van.send(stayRequest, { ...ofStay, stayId: randomUUID() })).toMatchObject({
    status: 422,
    body: { code: 'stay_runs_already' },
  })
  const moved = { ...ofStay, ...arrival, onDay: today() }
  expect(await van.send(stayBegin, moved)).toMatchObject({ body: { code: 'stay_needs_shelter_on_team' } })
  await join(ofStay, 'hien', 'shelter')
  expect((await van.send(stayBegin, moved)).status).toBe(200)
  const { entries } = await pageOf(ofStay)
  expect(foldStays(entries)).toHaveLength(1)
  expect(foldStays(entries)[0]?.entryIds).toHaveLength(3)
})

test('scenario 47: at day 90 shelter and case manager are both told; at day 120 it is a violation without a decision', async () => {
  const [day89, day90, day120] = [await staying(89), await staying(90), await staying(120)]
  for (const who of [hien, van]) {
    expect(await lineOf(who, day89)).toMatchObject({ days: 89, standing: 'calm' })
    expect(await lineOf(who, day90)).toMatchObject({ days: 90, standing: 'near_end' })
    expect(await lineOf(who, day120)).toMatchObject({
      ...{ days: 120, standing: 'over_limit' },
      nextDue: { kind: 'stay_limit' },
    })
  }
  for (const who of [hien, van]) {
    const { cases } = (await who.read(caseList, { organisationId: centre })).body
    for (const of of [day90, day120]) {
      const due = cases.find(({ id }) => id === of.caseId)?.nextDue
      expect(due?.kind).toBe('stay_warning')
      expect(Date.parse(due?.dueAt ?? '')).toBeLessThan(Date.now())
    }
  }
  const { deadlines } = await pageOf(day120)
  expect(standingOf(deadlines.filter(({ metAt }) => metAt === null))).toBe('over_limit')
})

test('the last of the shelter does not leave the team while she sleeps there, nor by another part', async () => {
  const ofStay = await staying(1)
  const { team } = await pageOf(ofStay)
  const memberId = team.find(({ part }) => part === 'shelter')?.id ?? ''
  const refused = { status: 422, body: { code: 'stay_keeps_shelter_on_team' } }
  expect(await van.send(caseEndMember, { ...ofStay, memberId })).toMatchObject(refused)
  expect(await join(ofStay, 'hien', 'member')).toMatchObject(refused)
  const gone = { ...ofStay, how: 'on_her_own', onDay: today(), escort: 'nobody', kit: false } as const
  expect((await hien.send(stayLeave, gone)).status).toBe(200)
  expect((await van.send(caseEndMember, { ...ofStay, memberId })).status).toBe(200)
})

test('scenario 47: a decision moves the limit; taken back, the stay is over it again', async () => {
  const ofStay = await staying(125)
  const short = { ...ofStay, ...decision, until: addDays(today(), -1) }
  expect(await van.send(stayExtend, short)).toMatchObject({ body: { code: 'stay_extension_too_short' } })
  expect((await van.send(stayExtend, { ...ofStay, ...decision, until: addDays(today(), 60) })).status).toBe(
    200,
  )
  expect(await lineOf(hien, ofStay)).toMatchObject({ state: 'extended', standing: 'calm' })
  expect((await clocksOf(ofStay)).map(({ kind, due_at }) => [kind, today(due_at ?? undefined)])).toEqual([
    ['stay_limit', addDays(today(), 60)],
    ['stay_review', addDays(today(), 6)],
  ])
  expect((await van.send(stayGoOn, ofStay)).status).toBe(200)
  expect(await lineOf(van, ofStay)).toMatchObject({ state: 'staying', standing: 'over_limit' })
})

test('before the parameter began no number is invented: the clock of the limit has no end', async () => {
  const from = Math.round((Date.parse(today()) - Date.parse('2025-06-01')) / 86_400_000)
  const ofStay = await staying(from)
  const limit = (await clocksOf(ofStay)).find(({ kind }) => kind === 'stay_limit')
  expect(limit).toEqual({ kind: 'stay_limit', due_at: null })
})

test('she goes home: what was looked at before, contacts of her choice sealed, the stay ends and the case goes on', async () => {
  const ofStay = await staying(30)
  const check = { ...ofStay, home: 'with_her_yes', livelihood: 'on_the_way' } as const
  const contacts = ['cô Thắm ở câu lạc bộ', 'chị trạm y tế']
  expect(await van.send(stayPrepareLeaving, { ...check, contacts })).toMatchObject({
    status: 422,
    body: { code: 'stay_risk_not_looked_at' },
  })
  await van.send(needSetRisk, { ...ofStay, level: 'low' })
  expect((await van.send(stayPrepareLeaving, { ...check, contacts })).status).toBe(200)
  const rows = await product.database.dangerous`select body from case_entry where case_id = ${ofStay.caseId}`
  expect(JSON.stringify(rows)).not.toContain('Thắm')
  const before = (await pageOf(ofStay)).header
  const gone = { ...ofStay, how: 'went_home', onDay: today(), escort: 'worker', kit: true } as const
  expect((await hien.send(stayLeave, gone)).status).toBe(200)
  const page = await pageOf(ofStay)
  expect(foldStays(page.entries)[0]).toMatchObject({ state: 'left', ended: { how: 'went_home' } })
  expect(countedFrom(page.entries)).toBe(today())
  expect(page.header.state).toBe(before.state)
  expect(await clocksOf(ofStay)).toEqual([])
  // She may come back: that is another stay of the same person.
  const { sheltered } = (await hien.read(stayList, { organisationId: centre })).body
  const again = { ...ofStay, stayId: randomUUID() }
  await van.send(stayRequest, again)
  expect((await hien.send(stayBegin, { ...again, ...arrival, onDay: today() })).status).toBe(200)
  const after = (await hien.read(stayList, { organisationId: centre })).body.sheltered
  expect(after.persons).toEqual({ unit: 'person', value: sheltered.persons.value })
  expect(after.stays).toEqual({ unit: 'person_time', value: sheltered.stays.value + 1 })
})

test('she may leave on her own at any moment; nothing is asked first', async () => {
  const ofStay = await staying(3)
  const gone = { ...ofStay, how: 'on_her_own', onDay: today(), escort: 'nobody', kit: false } as const
  expect(await hien.send(stayLeave, { ...gone, how: 'went_home' })).toMatchObject({
    body: { code: 'stay_does_not_follow' },
  })
  expect((await hien.send(stayLeave, gone)).status).toBe(200)
  const { entries } = await pageOf(ofStay)
  expect(entries.filter(({ kind }) => kind === leavingPrepared.kind)).toHaveLength(1)
  expect(countedFrom(entries)).toBeNull()
})

test('scenario 51: an open need and a running stay keep a case open; with both ended it closes', async () => {
  const ofStay = await staying(20)
  await join(ofStay, 'binh', 'member')
  const needId = randomUUID()
  await van.send(needOpen, {
    ...ofStay,
    needId,
    domain: 'children',
    priority: 'soon',
    words: 'khai sinh cho con',
  })
  for (const to of ['assessment', 'planning', 'supporting', 'following'] as const)
    expect((await van.send(caseMove, { ...ofStay, to })).status).toBe(200)
  const propose = { ...ofStay, reason: 'goals_met', dataChoice: 'keep' } as const
  expect(await van.send(closingPropose, propose)).toMatchObject({ body: { code: 'closing_need_open' } })
  expect((await van.send(needMove, { ...ofStay, needId, to: 'met' })).status).toBe(200)
  expect(await van.send(closingPropose, propose)).toMatchObject({ body: { code: 'closing_stay_runs' } })
  const gone = { ...ofStay, how: 'on_her_own', onDay: today(), escort: 'nobody', kit: true } as const
  expect((await hien.send(stayLeave, gone)).status).toBe(200)
  expect((await van.send(closingPropose, propose)).status).toBe(200)
  const proposalId = foldProposal((await pageOf(ofStay)).entries)?.id ?? ''
  const binh = await product.signIn('binh')
  // Somebody asks for a bed between the proposal and the yes: it is looked at again.
  const again = { ...ofStay, stayId: randomUUID() }
  expect((await hien.send(stayRequest, again)).status).toBe(200)
  const close = { ...ofStay, proposalId }
  expect(await binh.send(closingClose, close)).toMatchObject({ body: { code: 'closing_stay_runs' } })
  const elsewhere = { reason: 'her_choice', otherPlace: 'place_of_her_own', place: 'về nhà mẹ' } as const
  expect((await hien.send(stayNotReceive, { ...again, ...elsewhere })).status).toBe(200)
  expect((await binh.send(closingClose, close)).status).toBe(200)
  expect((await pageOf(ofStay)).header.state).toBe('closed')
  expect(await van.send(stayRequest, { ...ofStay, stayId: randomUUID() })).toMatchObject({
    body: { code: 'stay_case_ended' },
  })
})

test('the list is of one’s own teams: codes and days, no name; others are refused or see nothing', async () => {
  const ofStay = await staying(5)
  const { body } = await hien.read(stayList, { organisationId: centre })
  expect(JSON.stringify(body)).not.toContain('Thử Thương')
  const binh = await product.signIn('binh')
  expect(await lineOf(binh, ofStay)).toBeUndefined()
  const [quyen, tham] = [await product.signIn('quyen'), await product.signIn('tham')]
  expect((await quyen.read(stayList, { organisationId: centre })).status).toBe(403)
  expect((await tham.read(stayList, { organisationId: centre })).status).toBe(404)
  const review = { ...ofStay, onDay: today(), levels: { health: 'well' as const } }
  expect((await binh.send(stayReview, review)).status).toBe(404)
  expect((await hien.send(stayReview, review)).status).toBe(200)
  expect((await hien.send(stayReserve, { ...ofStay, stayId: randomUUID(), bed: 'A1' })).body).toMatchObject({
    code: 'stay_not_there',
  })
})

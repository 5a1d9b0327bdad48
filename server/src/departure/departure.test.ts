import { randomUUID } from 'node:crypto'
import { taskList } from '@ke-vai/contract/club/task.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import {
  departureCheckIn,
  departureOpen,
  departurePlan,
  departureRead,
  departureStop,
} from '@ke-vai/contract/departure/departure.ts'
import { personErase } from '@ke-vai/contract/register/erasure.ts'
import { personMerge } from '@ke-vai/contract/register/merge.ts'
import { personAssign, personRegister } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { doAgreed } from '../register/testing/agreed.ts'

let product: TestProduct
let chair: TestPerson
let pao: TestPerson
let hoa: TestPerson
let officer: TestPerson
const clubId = demoId('club/tuan-chau')
const paoMember = randomUUID()

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  pao = await product.signIn('pao')
  hoa = await product.signIn('hoa')
  officer = await product.signIn('lai')
  await product.database.dangerous`insert into member (province, id, club_id, account_id, display_name)
    values ('22', ${paoMember}, ${clubId}, ${demoId('account/pao')}, 'Anh Páo')`
})
afterAll(() => product.close())

async function someone(): Promise<string> {
  const personId = randomUUID()
  const groups = ['prospective_migrant' as const]
  const made = await chair.send(personRegister, { clubId, personId, name: 'Lý Thị Thử', groups })
  expect(made.status).toBe(200)
  expect((await chair.send(personAssign, { clubId, personId, memberId: paoMember })).status).toBe(200)
  return personId
}
const planArgs = (personId: string, planId = randomUUID()) => ({
  clubId,
  personId,
  planId,
  country: 'japan' as const,
  leavesAbout: today().slice(0, 7),
  work: 'factory' as const,
  checkInOn: [addDays(today(), 7), today()],
  nextStep: 'commune_union' as const,
  words: { contact: 'Chị gái, 0900 000 009', way: 'message' as const, codeWord: 'cây mận', place: '' },
  agreed: true as const,
})
async function plan(personId: string, by = pao): Promise<string> {
  const args = planArgs(personId)
  expect((await by.send(departurePlan, args)).status).toBe(200)
  return args.planId
}
const checkIn = (
  by: TestPerson,
  personId: string,
  planId: string,
  outcome: 'heard_from' | 'no_answer' | 'asked_help',
  words = '',
) =>
  by.send(departureCheckIn, {
    clubId,
    personId,
    planId,
    checkInId: randomUUID(),
    onDay: today(),
    outcome,
    words,
  })
const read = (by: TestPerson, personId: string) => by.read(departureRead, { clubId, personId })
const openTasks = async (personId: string) =>
  (await pao.read(taskList, { clubId }, { open: 'true' })).body.tasks.filter(
    (each) => each.personId === personId,
  )

test('a plan gives its member the next asking; news moves it on, and silence leads to what was agreed and no further', async () => {
  const personId = await someone()
  const planId = await plan(personId)
  expect((await read(pao, personId)).body.plan).toMatchObject({
    id: planId,
    country: 'japan',
    checkInOn: [today(), addDays(today(), 7)],
    standing: { state: 'due', nextOn: today() },
  })
  expect(await openTasks(personId)).toMatchObject([{ origin: 'departure', overdue: false }])
  expect((await checkIn(pao, personId, planId, 'no_answer')).status).toBe(200)
  expect((await read(pao, personId)).body.plan?.standing).toMatchObject({ state: 'not_heard', asked: true })
  const [step, more] = await openTasks(personId)
  expect(more).toBeUndefined()
  expect(step?.content).toContain('Báo Hội LHPN xã')
  expect((await checkIn(chair, personId, planId, 'heard_from', 'đã tới ký túc xá')).status).toBe(200)
  expect((await read(chair, personId)).body.plan).toMatchObject({
    standing: { state: 'waiting', nextOn: addDays(today(), 7) },
    checkIns: [
      { outcome: 'heard_from', hasWords: true },
      { outcome: 'no_answer', hasWords: false },
    ],
  })
  expect((await openTasks(personId))[0]?.content).toMatch(/^Hỏi thăm \S+ như đã hẹn$/u)
  expect((await checkIn(pao, personId, planId, 'asked_help')).status).toBe(200)
  expect((await openTasks(personId))[0]?.content).toContain('cần giúp')
})

test('who goes to her now takes over what was asked of the one before', async () => {
  const personId = await someone()
  const planId = await plan(personId)
  const hoaMember = randomUUID()
  await product.database.dangerous`insert into member (province, id, club_id, account_id, display_name)
    values ('22', ${hoaMember}, ${clubId}, ${demoId('account/hoa')}, 'Chị Hoa')`
  expect((await chair.send(personAssign, { clubId, personId, memberId: hoaMember })).status).toBe(200)
  expect((await checkIn(hoa, personId, planId, 'heard_from')).status).toBe(200)
  const { tasks } = (await hoa.read(taskList, { clubId }, { open: 'true' })).body
  expect(tasks.map((each) => each.personId)).toEqual([personId])
  expect(await openTasks(personId), 'none is left with the one before').toEqual([])
  expect((await read(pao, personId)).status).toBe(404)
})

test('the words are sealed: opened with a reason by whoever goes to her, counted, and logged', async () => {
  const personId = await someone()
  const planId = await plan(personId)
  await checkIn(pao, personId, planId, 'heard_from', 'gọi bằng máy bạn')
  expect(JSON.stringify((await read(pao, personId)).body)).not.toMatch(/cây mận|Chị gái|máy bạn/u)
  const args = { clubId, personId, planId, reason: 'call' as const }
  const opened = await pao.send(departureOpen, args)
  expect(opened).toMatchObject({
    status: 200,
    body: {
      words: { codeWord: 'cây mận', contact: 'Chị gái, 0900 000 009' },
      checkIns: [{ words: 'gọi bằng máy bạn' }],
    },
  })
  const { dangerous } = product.database
  const rows = await dangerous`select action from audit_event where subject_id = ${personId}`
  const actions = rows.map((row) => row.action)
  expect(actions).toEqual(
    expect.arrayContaining(['DEPARTURE_PLANNED', 'DEPARTURE_CHECKED_IN', 'DEPARTURE_OPENED']),
  )
  const [kept] = await dangerous`select sealed from departure_plan where id = ${planId}`
  expect(String(kept?.sealed)).not.toContain('cây mận')
  const strange = randomUUID()
  expect(await hoa.send(departureOpen, args)).toEqual(
    await hoa.send(departureOpen, { ...args, personId: strange }),
  )
  expect((await hoa.send(departureOpen, args)).status).toBe(404)
  expect((await officer.send(departureOpen, args)).status).toBe(403)
  expect((await read(officer, personId)).status).toBe(403)
  expect((await read(hoa, personId)).status).toBe(404)
  expect((await hoa.send(departurePlan, planArgs(personId))).status).toBe(404)
  // A plan of somebody else is not there, whoever is named beside it.
  const other = await someone()
  expect((await pao.send(departureOpen, { ...args, personId: other })).status).toBe(404)
  expect((await checkIn(pao, other, planId, 'heard_from')).status).toBe(404)
})

test('a newer plan takes the place of the one before; stopped, nothing is asked again', async () => {
  const personId = await someone()
  const first = await plan(personId)
  const second = await plan(personId, chair)
  expect((await read(pao, personId)).body.plan?.id).toBe(second)
  expect((await checkIn(pao, personId, first, 'heard_from')).status).toBe(404)
  expect(await openTasks(personId)).toHaveLength(1)
  const { dangerous } = product.database
  await expect(
    product.database
      .dangerous`update departure_plan set ended_at = null, ended_as = 'stopped' where id = ${first}`,
  ).rejects.toThrow(/check/u)
  expect((await pao.send(departureStop, { clubId, personId, planId: second })).status).toBe(200)
  expect((await read(pao, personId)).body.plan).toBeNull()
  expect(await openTasks(personId)).toEqual([])
  const ended =
    await dangerous`select ended_as from departure_plan where person_id = ${personId} order by recorded_at`
  expect(ended.map((row) => row.ended_as)).toEqual(['replaced', 'stopped'])
  expect((await pao.send(departureStop, { clubId, personId, planId: second })).status).toBe(404)
})

test('two lines of one person: the plan of either is hers; a merged line takes no new one', async () => {
  const [keptId, mergedId] = [await someone(), await someone()]
  const planId = await plan(mergedId)
  const merge = { clubId, mergeId: randomUUID(), keptId, mergedId, reason: 'same_phone' as const }
  expect((await doAgreed(chair, officer, personMerge, merge)).status).toBe(200)
  for (const personId of [keptId, mergedId])
    expect((await read(pao, personId)).body.plan?.id, 'opens as the kept one').toBe(planId)
  expect((await checkIn(pao, keptId, planId, 'heard_from', 'đã gọi về')).status).toBe(200)
  const opened = await pao.send(departureOpen, { clubId, personId: keptId, planId, reason: 'call' })
  expect(opened.body).toMatchObject({ words: { codeWord: 'cây mận' }, checkIns: [{ words: 'đã gọi về' }] })
  expect(await pao.send(departurePlan, planArgs(mergedId))).toMatchObject({
    status: 422,
    body: { code: 'person_merged' },
  })
  const next = await plan(keptId)
  expect((await read(pao, keptId)).body.plan?.id).toBe(next)
})

test('two lines that each bring a plan: stopped is stopped for both', async () => {
  const [keptId, mergedId] = [await someone(), await someone()]
  const planId = await plan(keptId)
  await plan(mergedId)
  const merge = { clubId, mergeId: randomUUID(), keptId, mergedId, reason: 'same_phone' as const }
  expect((await doAgreed(chair, officer, personMerge, merge)).status).toBe(200)
  expect((await pao.send(departureStop, { clubId, personId: keptId, planId })).status).toBe(200)
  expect((await read(pao, keptId)).body.plan).toBeNull()
  expect([...(await openTasks(keptId)), ...(await openTasks(mergedId))]).toEqual([])
})

test('erased: nothing of a plan is left', async () => {
  const personId = await someone()
  await checkIn(pao, personId, await plan(personId), 'heard_from', 'đã tới')
  const erasure = { clubId, personId, erasureId: randomUUID(), ground: 'her_wish' as const }
  expect((await doAgreed(chair, officer, personErase, erasure)).status).toBe(200)
  const { dangerous } = product.database
  expect(await dangerous`select from departure_plan where person_id = ${personId}`).toHaveLength(0)
  expect(await dangerous`select from departure_check_in where person_id = ${personId}`).toHaveLength(0)
  expect((await read(chair, personId)).status).toBe(404)
})

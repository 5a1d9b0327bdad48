import { randomUUID } from 'node:crypto'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { registerPaper } from '@ke-vai/contract/register/paper.ts'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import { surveyDecline, surveyList, surveyOpenRound } from '@ke-vai/contract/survey/survey.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let chair: TestPerson
let member: TestPerson
const clubId = demoId('club/tuan-chau')

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  member = await product.signIn('hoa')
})
afterAll(() => product.close())

async function round(startsOn = today(), endsOn: string | null = null): Promise<string> {
  const roundId = randomUUID()
  const args = { clubId, roundId, purpose: 'Khảo sát tổ 3', startsOn, endsOn }
  expect((await chair.send(surveyOpenRound, args)).status).toBe(200)
  return roundId
}

/** How many rows each table of the product holds, but for the log of commands and the audit. */
async function rowCounts() {
  const sql = product.database.dangerous
  const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables
    where schemaname = 'public' and tablename not in ('command_log', 'audit_event', 'sign_in') order by tablename`
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from ${sql(name)}`
    counts[name] = row?.n ?? -1
  }
  return counts
}

test('scenario 13: a household that declines is one more on a tally, and nothing else anywhere', async () => {
  const roundId = await round()
  const before = await rowCounts()
  const id = randomUUID()
  expect((await member.send(surveyDecline, { clubId, roundId }, id)).status).toBe(200)
  // A retry of the same tap is the same household.
  expect((await member.send(surveyDecline, { clubId, roundId }, id)).status).toBe(200)
  expect((await member.send(surveyDecline, { clubId, roundId })).status).toBe(200)
  expect(await rowCounts()).toEqual(before)
  const rounds = (await chair.read(surveyList, { clubId })).body.rounds
  expect(rounds.find((each) => each.id === roundId)).toMatchObject({
    declinedHouseholds: 2,
    agreed: { unit: 'person', value: 0 },
  })
  const lines = await product.database
    .dangerous`select subject_kind, subject_id, fields, reason from audit_event where command_id = ${id}`
  expect(lines).toEqual([
    { subject_kind: 'survey_round', subject_id: roundId, fields: ['tally'], reason: null },
  ])
})

test('scenario 13: who agrees is counted apart from who declines', async () => {
  const roundId = await round()
  await chair.send(personRegister, {
    clubId,
    personId: randomUUID(),
    name: 'Vàng Thị Thử',
    groups: ['at_risk'],
    surveyRoundId: roundId,
  })
  const rounds = (await chair.read(surveyList, { clubId })).body.rounds
  expect(rounds.find((each) => each.id === roundId)).toMatchObject({
    declinedHouseholds: 0,
    agreed: { value: 1 },
  })
})

test('scenario 13: the paper holds codes and dates and columns to write in, and in its whole body nothing else', async () => {
  const personId = randomUUID()
  const made = await chair.send(personRegister, {
    clubId,
    personId,
    name: 'Vàng Thị Thử',
    groups: ['victim', 'irregular_returnee', 'at_risk', 'prospective_migrant', 'relative'],
    sex: 'female',
    birth: '1999',
    phone: '0900000001',
    address: 'Tổ 3, khu 4',
  })
  await chair.send(contactRecord, {
    clubId,
    contactId: randomUUID(),
    personId,
    onDay: today(),
    kinds: ['counselling'],
    topics: ['papers'],
    note: 'bị ép làm việc',
    nextStep: 'sang nhà chị Thử ở tổ 3',
    nextDueOn: addDays(today(), 7),
    ruleTicked: true,
  })
  const response = await chair.get(`/api/clubs/${clubId}/register/paper`)
  expect(response.status).toBe(200)
  const body = await response.text()
  expect(body).toContain(made.body.code)
  expect(body).toContain(addDays(today(), 7))
  expect(body).not.toContain(personId)
  expect(body).not.toMatch(/Vàng|Thử|0900000001|1999|[Tt]ổ 3|khu 4|ép làm|sang nhà/u)
  expect(body).not.toMatch(
    /victim|returnee|at_risk|migrant|relative|nạn nhân|mua bán|nguy cơ|người thân|không có giấy tờ|làm ở nước ngoài|traffick/iu,
  )
  expect(body).not.toMatch(/Tuần Châu|tuan-chau|counselling|papers|female|risk|group|nhóm/iu)
  const paper = (await chair.read(registerPaper, { clubId })).body
  expect(paper.columns.filter((each) => each.blank).length).toBeGreaterThanOrEqual(2)
  for (const row of paper.rows)
    expect(Object.keys(row).sort()).toEqual(['code', 'knownOn', 'lastContactOn', 'nextDueOn', 'no'])
  const lines = await product.database
    .dangerous`select 1 from audit_event where action = 'REGISTER_PRINTED' and club_id = ${clubId}`
  expect(lines.length).toBeGreaterThanOrEqual(1)
  // A member prints only those whom she accompanies.
  expect((await member.read(registerPaper, { clubId })).body.rows).toEqual([])
})

test('a round that has ended or has not begun takes no tally; another club finds no round', async () => {
  const ended = await round(addDays(today(), -10), addDays(today(), -1))
  expect(await chair.send(surveyDecline, { clubId, roundId: ended })).toMatchObject({
    status: 422,
    body: { code: 'round_not_open' },
  })
  const later = await round(addDays(today(), 2))
  expect((await chair.send(surveyDecline, { clubId, roundId: later })).status).toBe(422)
  const otherChair = await product.signIn('cao-xanh')
  const own = demoId('club/cao-xanh')
  expect((await otherChair.send(surveyDecline, { clubId: own, roundId: await round() })).status).toBe(404)
  const bad = { clubId, roundId: randomUUID(), purpose: 'x', startsOn: today(), endsOn: addDays(today(), -1) }
  expect(await chair.send(surveyOpenRound, bad)).toMatchObject({ status: 422, body: { field: 'endsOn' } })
})

test('past the guard, the ward officer changes no tally and another club sees no round', async () => {
  const roundId = await round()
  const changed = await asActor(
    product.database.operator,
    { accountId: demoId('account/lai') },
    {},
    (tx) => tx`update survey_round set refused = refused + 1 where id = ${roundId} returning id`,
  )
  expect(changed).toEqual([])
  const seen = await asActor(
    product.database.operator,
    { accountId: demoId('account/cao-xanh') },
    {},
    (tx) => tx`select id from survey_round where id = ${roundId}`,
  )
  expect(seen).toEqual([])
})

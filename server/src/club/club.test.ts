import { randomUUID } from 'node:crypto'
import { clubCreate, clubSetFacts, clubSetMonthStart, clubSetState } from '@ke-vai/contract/club/club.ts'
import {
  clubAccountsRead,
  memberAdd,
  memberLeave,
  memberLinkAccount,
  memberSetBoardRole,
  memberSetDuty,
} from '@ke-vai/contract/club/member.ts'
import { clubGet, clubList } from '@ke-vai/contract/club/reads.ts'
import { planApprove, planSet, statuteIssue, targetSet } from '@ke-vai/contract/club/year-plan.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let officer: TestPerson
let province: TestPerson
let chair: TestPerson
let member: TestPerson

const organisationId = demoId('organisation/union-tuan-chau')
const tuanChau = demoId('club/tuan-chau')
const year = Number(today().slice(0, 4))

beforeAll(async () => {
  product = await testProduct()
  officer = await product.signIn('lai')
  province = await product.signIn('khai')
  chair = await product.signIn('tham')
  member = await product.signIn('pao')
})
afterAll(() => product.close())

const proposal = (clubId: string) => ({
  organisationId,
  clubId,
  code: `thu-${clubId.slice(0, 8)}`,
  name: 'CLB PCMBN và hỗ trợ nạn nhân phường Tuần Châu',
  kind: 'prevention_and_support' as const,
  placeCode: '06700',
  placeAsOf: '2022-05-01',
  decisionNo: '12/QĐ-UBND',
  decisionOn: '2022-04-10',
  launchedOn: '2022-05-01',
})

async function create(over: { decisionNo?: null } = {}): Promise<string> {
  const clubId = randomUUID()
  const answer = await officer.send(clubCreate, { ...proposal(clubId), ...over })
  expect(answer).toEqual({ status: 200, body: { id: clubId } })
  return clubId
}

async function addTo(clubId: string, displayName: string): Promise<string> {
  const memberId = randomUUID()
  expect((await officer.send(memberAdd, { clubId, memberId, displayName })).status).toBe(200)
  return memberId
}

const activate = (clubId: string, who = officer) =>
  who.send(clubSetState, { clubId, state: 'active', onDay: today() })

const statute = (clubId: string) => ({
  clubId,
  statuteId: randomUUID(),
  issuedBy: 'UBND phường Tuần Châu',
  issuedOn: '2022-05-01',
  cadence: 'monthly' as const,
  boardCadence: 'monthly' as const,
  quorumPercent: 50,
})
const plan = (clubId: string) => ({
  clubId,
  planId: randomUUID(),
  year,
  objectives: ['Nâng cao nhận thức cho người dân'],
  activities: [{ month: 7, what: 'Hưởng ứng ngày 30/7' }],
})

test('scenario 1: a club without statute or plan stays in preparation, with the list of what is missing', async () => {
  const clubId = await create()
  const refused = await activate(clubId)
  expect(refused).toMatchObject({ status: 422, body: { code: 'club_not_ready' } })
  expect(JSON.stringify(refused.body)).toMatch(/quy chế; kế hoạch; phân công; Ban chủ nhiệm/u)
  const before = await officer.read(clubGet, { clubId })
  expect(before.body).toMatchObject({ state: 'preparing', launchedOn: '2022-05-01', vitality: null })
  expect(before.body.missing.map((each) => each.code)).toEqual(['statute', 'plan', 'assignment', 'board'])

  await officer.send(statuteIssue, statute(clubId))
  await officer.send(planSet, plan(clubId))
  const chairId = await addTo(clubId, 'Bà Cúc')
  const secretaryId = await addTo(clubId, 'Cô Mai')
  await officer.send(memberSetDuty, { clubId, memberId: chairId, area: 'Khu 1' })
  const ground = { boardRole: 'chair', eligibilityGround: 'prestige' } as const
  await officer.send(memberSetBoardRole, { clubId, memberId: chairId, ...ground })
  const halfway = await officer.read(clubGet, { clubId })
  expect(halfway.body.missing.map((each) => each.code)).toEqual(['plan', 'board'])
  expect((await activate(clubId)).status).toBe(422)

  await officer.send(planApprove, { clubId, year, approvedOn: today() })
  await officer.send(memberSetBoardRole, {
    clubId,
    memberId: secretaryId,
    boardRole: 'secretary',
    eligibilityGround: 'mass_organisation',
  })
  // The province sees no members, and still what is missing.
  const seen = await province.read(clubGet, { clubId })
  expect(seen.body).toMatchObject({ missing: [], members: null, tasks: null })
  expect(await activate(clubId)).toEqual({ status: 200, body: { done: true } })
  const after = await officer.read(clubGet, { clubId })
  expect(after.body).toMatchObject({ state: 'active', startedOn: today(), stateSince: today() })
  expect(after.body.stateChanges.map((each) => each.state)).toEqual(['preparing', 'active'])
})

test('scenario 2: a chair without ground is refused with the reason, and the club does not become active', async () => {
  const clubId = await create()
  await officer.send(statuteIssue, statute(clubId))
  await officer.send(planSet, plan(clubId))
  await officer.send(planApprove, { clubId, year, approvedOn: today() })
  const [first, second] = [await addTo(clubId, 'Ông Bách'), await addTo(clubId, 'Cô Trà')]
  await officer.send(memberSetDuty, { clubId, memberId: first, area: 'Khu 2' })
  const refused = await officer.send(memberSetBoardRole, { clubId, memberId: first, boardRole: 'chair' })
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'eligibility_missing', field: 'eligibilityGround' },
  })
  expect(JSON.stringify(refused.body)).toMatch(/người có uy tín.*đoàn thể/u)
  // Rows that came in without a ground (from an old book) are no board either.
  await product.database.dangerous`update member set board_role = 'chair' where id = ${first}`
  await product.database.dangerous`update member set board_role = 'secretary' where id = ${second}`
  const notYet = await activate(clubId)
  expect(notYet).toMatchObject({ status: 422, body: { code: 'club_not_ready' } })
  expect(JSON.stringify(notYet.body)).toMatch(/Ban chủ nhiệm/u)
  expect((await officer.read(clubGet, { clubId })).body.state).toBe('preparing')
})

test('a proposal without decision prepares only when the decision is entered', async () => {
  const clubId = await create({ decisionNo: null })
  const prepare = () => officer.send(clubSetState, { clubId, state: 'preparing', onDay: today() })
  expect(await prepare()).toMatchObject({ status: 422, body: { code: 'decision_missing' } })
  await officer.send(clubSetFacts, {
    clubId,
    decisionNo: '15/QĐ-UBND',
    decisionOn: today(),
    launchedOn: null,
    startedOn: null,
    pilot: false,
    programmeId: null,
  })
  expect((await prepare()).status).toBe(200)
})

test('a club is made once by code, at a place that exists, by those of its organisation', async () => {
  const clubId = await create()
  const again = { ...proposal(randomUUID()), code: `thu-${clubId.slice(0, 8)}` }
  expect(await officer.send(clubCreate, again)).toMatchObject({
    status: 422,
    body: { code: 'club_code_taken' },
  })
  const nowhere = { ...proposal(randomUUID()), placeCode: '99999' }
  expect(await officer.send(clubCreate, nowhere)).toMatchObject({
    status: 422,
    body: { code: 'place_unknown' },
  })
  const noProgramme = { ...proposal(randomUUID()), programmeId: randomUUID() }
  expect(await officer.send(clubCreate, noProgramme)).toMatchObject({ body: { code: 'programme_unknown' } })
  const elsewhere = { ...proposal(randomUUID()), organisationId: demoId('organisation/union-hong-gai') }
  expect((await officer.send(clubCreate, elsewhere)).status).toBe(404)
  expect((await chair.send(clubCreate, proposal(randomUUID()))).status).toBe(404)
  expect((await province.send(clubCreate, { ...proposal(randomUUID()) })).status).toBe(200)
})

test('a new statute replaces the one before, and a changed plan waits for approval again', async () => {
  const clubId = await create()
  expect((await officer.send(statuteIssue, statute(clubId))).body).toMatchObject({ version: 1 })
  const second = { ...statute(clubId), cadence: 'quarterly' as const }
  const issued = await Promise.all([
    officer.send(statuteIssue, second),
    officer.send(statuteIssue, statute(clubId)),
  ])
  expect(issued.map((each) => each.body.version).sort()).toEqual([2, 3])
  const inForce = await product.database.dangerous`
    select version from club_statute where club_id = ${clubId} and in_force`
  expect(inForce).toEqual([{ version: 3 }])
  await officer.send(planSet, plan(clubId))
  expect((await chair.send(planApprove, { clubId: tuanChau, year, approvedOn: today() })).status).toBe(403)
  expect((await province.send(planApprove, { clubId, year, approvedOn: today() })).status).toBe(200)
  expect((await officer.read(clubGet, { clubId })).body.plan?.approvedOn).toBe(today())
  await officer.send(planSet, plan(clubId))
  expect((await officer.read(clubGet, { clubId })).body.plan?.approvedOn).toBeNull()
})

test("targets are ranges with source; the club's and the programme's stand side by side", async () => {
  const clubId = await create()
  const target = (setBy: 'club' | 'programme', minimum: number, maximum: number) => ({
    clubId,
    targetId: randomUUID(),
    year,
    indicator: 'counselling' as const,
    setBy,
    minimum,
    maximum,
    unit: 'person_time' as const,
    source: setBy === 'club' ? 'F1.14' : 'F1.30',
  })
  await officer.send(targetSet, target('club', 10, 20))
  await officer.send(targetSet, target('club', 20, 120))
  expect((await province.send(targetSet, target('programme', 100, 150))).status).toBe(200)
  const shown = (await officer.read(clubGet, { clubId })).body.targets
  expect(
    shown.map(({ setBy, minimum, maximum, unit, source }) => [setBy, minimum, maximum, unit, source]),
  ).toEqual([
    ['club', 20, 120, 'person_time', 'F1.14'],
    ['programme', 100, 150, 'person_time', 'F1.30'],
  ])
  const byChair = await chair.send(targetSet, { ...target('programme', 1, 2), clubId: tuanChau })
  expect(byChair).toMatchObject({ status: 422, body: { code: 'programme_target' } })
  const wrong = { ...target('club', 20, 120), unit: 'person' as const }
  expect(await officer.send(targetSet, wrong)).toMatchObject({ body: { code: 'target_unit_wrong' } })
})

test('an account reaches its member row only with a role in the club, and the row stays hers', async () => {
  const accounts = (await chair.read(clubAccountsRead, { clubId: tuanChau })).body.accounts
  expect(accounts.map((each) => each.displayName).sort()).toEqual(['Anh Páo', 'Chị Thắm', 'Em H.'])
  expect((await member.read(clubAccountsRead, { clubId: tuanChau })).status).toBe(403)
  const [pao, other] = [await addTo(tuanChau, 'Anh Páo'), await addTo(tuanChau, 'Cô Lê')]
  const link = (memberId: string, username: string) =>
    chair.send(memberLinkAccount, { clubId: tuanChau, memberId, accountId: demoId(`account/${username}`) })
  expect(await link(pao, 'cao-xanh')).toMatchObject({ status: 422, body: { code: 'account_without_role' } })
  expect((await link(pao, 'pao')).status).toBe(200)
  expect(await link(pao, 'tham')).toMatchObject({ status: 422, body: { code: 'already_linked' } })
  expect(await link(other, 'pao')).toMatchObject({ status: 422, body: { code: 'already_linked' } })
  const page = await member.read(clubGet, { clubId: tuanChau })
  expect(page.body.members?.filter((each) => each.mine).map((each) => each.id)).toEqual([pao])
})

test('who leaves is no longer of the board nor of the list', async () => {
  const memberId = await addTo(tuanChau, 'Bà Liên')
  const gone = await chair.send(memberLeave, { clubId: tuanChau, memberId, leftOn: today() })
  expect(gone.status).toBe(200)
  const page = await chair.read(clubGet, { clubId: tuanChau })
  expect(page.body.members?.some((each) => each.id === memberId)).toBe(false)
  expect((await chair.send(memberSetDuty, { clubId: tuanChau, memberId, area: 'Khu 3' })).status).toBe(404)
})

test('the month may begin on a day from 1 to 28, set by the board', async () => {
  expect((await chair.send(clubSetMonthStart, { clubId: tuanChau, day: 21 })).status).toBe(200)
  expect((await chair.send(clubSetMonthStart, { clubId: tuanChau, day: 29 })).status).toBe(400)
  expect((await member.send(clubSetMonthStart, { clubId: tuanChau, day: 2 })).status).toBe(403)
  expect((await chair.read(clubGet, { clubId: tuanChau })).body.monthStartDay).toBe(21)
})

test('a club that ended is history: nothing of it changes, and it is still there to read', async () => {
  const clubId = await create()
  const end = { clubId, state: 'dissolved' as const, onDay: today() }
  expect(await officer.send(clubSetState, end)).toMatchObject({
    status: 422,
    body: { code: 'reason_missing' },
  })
  expect((await officer.send(clubSetState, { ...end, reason: 'Phường không lập nữa' })).status).toBe(200)
  expect(await officer.send(planSet, plan(clubId))).toMatchObject({
    status: 422,
    body: { code: 'club_ended' },
  })
  expect((await officer.read(clubGet, { clubId })).body.state).toBe('dissolved')
})

test('each sees the clubs of her reach and no others, with what she may do there', async () => {
  const own = await chair.read(clubList, {})
  expect(own.body.clubs.map((each) => each.code)).toEqual(['tuan-chau'])
  expect(own.body.clubs[0]?.may).toContain('club.run')
  expect(own.body.clubs[0]?.may).not.toContain('club.manage')
  expect((await chair.read(clubGet, { clubId: demoId('club/cao-xanh') })).status).toBe(404)
  const liaison = await product.signIn('son')
  expect((await liaison.read(clubList, {})).status).toBe(403)
})

import { randomUUID } from 'node:crypto'
import { caseIdentityChange, caseRead, caseTake } from '@ke-vai/contract/case/case.ts'
import {
  escortOpen,
  escortsOfPerson,
  healthNotices,
  noticeSee,
  receptionEscort,
  receptionEscortStep,
} from '@ke-vai/contract/case/escort.ts'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import { verificationClocks, verificationRead } from '@ke-vai/contract/verification/verification.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { takeSteps } from '../verification/testing/verified-case.ts'

let product: TestProduct
let tham: TestPerson
let hoa: TestPerson
let van: TestPerson
let huong: TestPerson
let pao: TestPerson
const clubId = demoId('club/tuan-chau')
const organisationId = demoId('organisation/centre-22')
const health = demoId('organisation/health-22')

beforeAll(async () => {
  product = await testProduct()
  ;[tham, hoa, pao, van, huong] = await Promise.all([
    product.signIn('tham'),
    product.signIn('hoa'),
    product.signIn('pao'),
    product.signIn('van'),
    product.signIn('huong'),
  ])
  for (const name of ['hoa', 'pao'])
    await product.database.dangerous`
      insert into member (province, id, club_id, account_id, display_name)
      values ('22', ${randomUUID()}, ${clubId}, ${demoId(`account/${name}`)}, ${name})`
})
afterAll(() => product.close())

/** A person of the register, entered by whoever goes to her. */
async function someone(by: TestPerson): Promise<string> {
  const personId = randomUUID()
  const made = await by.send(personRegister, { clubId, personId, name: 'Vàng Thị Thử', groups: ['victim'] })
  expect(made.status).toBe(200)
  return personId
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

const way = (personId: string) => ({
  clubId,
  personId,
  escortId: randomUUID(),
  caseId: randomUUID(),
  leftAt: minutesAgo(30),
  companion: 'Chị Hoa đi cùng',
  officeWords: 'UBND phường Tuần Châu',
})

test('scenario 21: one press records time, companion and officer, and the provincial health body is told at once', async () => {
  const personId = await someone(hoa)
  const args = way(personId)
  const began = Date.now()
  const pressed = await hoa.send(receptionEscort, args)
  expect(pressed).toMatchObject({ status: 200, body: { code: expect.stringMatching(/^HS-22-\d{6}$/) } })
  // Told at once, to the province's health body alone, by a code and a time.
  const told = await huong.read(healthNotices, { organisationId: health })
  const notice = told.body.notices.find(({ code }) => code === pressed.body.code)
  expect(notice).toMatchObject({ kind: 'somebody_reports', toldAt: pressed.body.notifiedAt, seenAt: null })
  expect(Date.parse(notice?.toldAt ?? '')).toBeGreaterThanOrEqual(began - 1000)
  expect(JSON.stringify(told.body)).not.toContain(personId)
  expect((await van.read(healthNotices, { organisationId: health })).status).toBe(404)
  const { noticeId = '' } = { noticeId: notice?.id }
  expect((await huong.send(noticeSee, { organisationId: health, noticeId })).status).toBe(200)
  const seen = (await huong.read(healthNotices, { organisationId: health })).body.notices
  expect(seen.find(({ id }) => id === noticeId)?.seenAt).not.toBeNull()

  const { escortId, caseId } = args
  const step = { clubId, personId, escortId, arrivedAt: minutesAgo(10), receivedAt: minutesAgo(5) }
  expect((await hoa.send(receptionEscortStep, { ...step, officer: 'Phó Chủ tịch UBND' })).status).toBe(200)
  const shown = await hoa.read(escortsOfPerson, { clubId, personId })
  expect(shown.body.escorts).toMatchObject([
    { id: escortId, leftAt: args.leftAt, arrivedAt: step.arrivedAt, receivedAt: step.receivedAt },
  ])

  // The agency takes the case that waits, and its team alone opens who went along and who received her.
  const asked = { organisationId, caseId, escortId }
  expect((await van.send(escortOpen, asked)).status).toBe(404)
  expect((await van.send(caseTake, { organisationId, caseId })).status).toBe(200)
  expect((await van.send(escortOpen, asked)).body).toEqual({
    leftAt: args.leftAt,
    arrivedAt: step.arrivedAt,
    receivedAt: step.receivedAt,
    companion: 'Chị Hoa đi cùng',
    officeWords: 'UBND phường Tuần Châu',
    officer: 'Phó Chủ tịch UBND',
  })
  const page = (await van.read(caseRead, { organisationId, caseId })).body
  expect(page.header).toMatchObject({ channel: 'club', waiting: false })
  expect(page.entries.find(({ kind }) => kind === 'reception.escorted')).toMatchObject({
    body: { escortId, office: 'commune' },
  })
  expect(page.deadlines.find(({ kind }) => kind === 'notify_health')?.metAt).toBe(pressed.body.notifiedAt)
  const identity = { calledBy: 'Chị Thử' }
  expect((await van.send(caseIdentityChange, { organisationId, caseId, identity })).status).toBe(200)

  const [dump] = await product.database.dangerous<{ text: string }[]>`
    select string_agg(t.text, ' ') as text from (select escort::text as text from escort
      union all select case_entry::text from case_entry union all select command_log::text from command_log
      union all select health_notice::text from health_notice union all select audit_event::text from audit_event) t`
  expect(dump?.text).not.toMatch(/Phó Chủ tịch|Chị Hoa|UBND phường/)
})

test('scenario 21: whoever takes her case begins its verification, and its 3 days count from the hand-over', async () => {
  const personId = await someone(hoa)
  // Written down late: she left four days ago and was handed over an hour later.
  const hoursAgo = (hours: number) => minutesAgo(hours * 60)
  const args = { ...way(personId), leftAt: hoursAgo(97) }
  const pressed = await hoa.send(receptionEscort, args)
  const { escortId, caseId } = args
  const receivedAt = hoursAgo(96)
  const step = { clubId, personId, escortId, arrivedAt: receivedAt, receivedAt }
  expect((await hoa.send(receptionEscortStep, step)).status).toBe(200)
  const waiting = async () =>
    (await huong.read(healthNotices, { organisationId: health })).body.notices.find(
      ({ code }) => code === pressed.body.code,
    )
  // While nobody has taken her up the health body sees until when somebody must, from the telling.
  const threeDays = 3 * 24 * 3_600_000
  const until = new Date(Date.parse(pressed.body.notifiedAt) + threeDays).toISOString()
  expect((await waiting())?.waits).toEqual({ dueAt: until, overdue: false })

  const ofCase = { organisationId, caseId }
  expect((await van.send(caseTake, ofCase)).status).toBe(200)
  const shown = (await van.read(verificationRead, ofCase)).body
  expect(shown.verification).toMatchObject({
    state: 'health_notified',
    startedAt: args.leftAt,
    notifiedAt: pressed.body.notifiedAt,
    leadOrganisationId: health,
  })
  expect(shown.clocks).toMatchObject([
    { kind: 'notify_health', startedAt: args.leftAt, metAt: pressed.body.notifiedAt },
    {
      kind: 'initial_verification',
      startedAt: receivedAt,
      dueAt: new Date(Date.parse(receivedAt) + threeDays).toISOString(),
      metAt: null,
      overdue: true,
    },
  ])
  expect((await van.read(caseRead, ofCase)).body.header.legalStatus).toBe('in_identification')
  // Red for the lead body, by the code alone; and the next steps follow as in any verification.
  expect((await waiting())?.waits).toBeNull()
  const red = await huong.read(verificationClocks, { organisationId: health })
  expect(red.body.clocks.filter(({ caseCode }) => caseCode === pressed.body.code)).toMatchObject([
    { kind: 'initial_verification', state: 'health_notified', overdue: true },
  ])
  await takeSteps(van, ofCase, ['initial', 'verifying'])
  const after = (await van.read(verificationRead, ofCase)).body.clocks
  expect(after.map(({ kind }) => kind)).toEqual(['notify_health', 'initial_verification', 'identification'])
})

test('a case that was not brought to the commune begins no verification when it is taken', async () => {
  const personId = await someone(hoa)
  const args = way(personId)
  await hoa.send(receptionEscort, args)
  await product.database.dangerous`delete from escort where id = ${args.escortId}`
  const ofCase = { organisationId, caseId: args.caseId }
  expect((await van.send(caseTake, ofCase)).status).toBe(200)
  expect((await van.read(verificationRead, ofCase)).body.verification).toBeNull()
  // Where the hand-over is not written down yet, the days count from her leaving: earlier, never later.
  const other = way(await someone(hoa))
  await hoa.send(receptionEscort, other)
  const of = { organisationId, caseId: other.caseId }
  expect((await van.send(caseTake, of)).status).toBe(200)
  const { clocks } = (await van.read(verificationRead, of)).body
  expect(clocks.find(({ kind }) => kind === 'initial_verification')?.startedAt).toBe(other.leftAt)
})

test('the club that opened the case never reads it, and a second press does not open another', async () => {
  const personId = await someone(hoa)
  const args = way(personId)
  const id = randomUUID()
  const twice = await Promise.all([hoa.send(receptionEscort, args, id), hoa.send(receptionEscort, args, id)])
  expect(twice.map(({ status }) => status)).toEqual([200, 200])
  expect(twice[0]?.body).toEqual(twice[1]?.body)
  const again = { ...args, escortId: randomUUID(), caseId: randomUUID() }
  expect((await tham.send(receptionEscort, again)).body).toMatchObject({ code: 'already_on_the_way' })
  expect((await tham.read(caseRead, { organisationId, caseId: args.caseId })).status).toBe(404)
  const reached = await product.database.operator.begin(async (tx) => {
    await tx`select policy.enter_as(${demoId('account/hoa')}, null, null)`
    const [n] = await tx<{ n: number }[]>`
      select (select count(*) from case_file)::int + (select count(*) from case_entry)::int
        + (select count(*) from case_identity)::int + (select count(*) from health_notice)::int as n`
    // Nor may she add to it once the press is over.
    const added = await tx
      .savepoint(
        (inner) => inner`
        insert into case_entry (province, id, case_id, seq, kind, tier, body, on_day, recorded_by)
        values ('22', ${randomUUID()}, ${args.caseId}, 9, 'case.noted', 'team', '{}', '2026-01-01', ${demoId('account/hoa')})`,
      )
      .then(
        () => 'added',
        (error: { code?: string }) => error.code,
      )
    return { n: n?.n, added }
  })
  expect(reached).toEqual({ n: 0, added: '42501' })
})

test('only whoever goes to her may: a colleague, another club and a stranger find nobody', async () => {
  const personId = await someone(hoa)
  expect((await pao.send(receptionEscort, way(personId))).status).toBe(404)
  expect((await pao.read(escortsOfPerson, { clubId, personId })).status).toBe(404)
  const other = await product.signIn('cao-xanh')
  expect((await other.send(receptionEscort, way(personId))).status).toBe(404)
  const lai = await product.signIn('lai')
  expect((await lai.send(receptionEscort, way(personId))).status).toBe(403)
  expect((await van.send(receptionEscort, way(personId))).status).toBe(404)
  expect((await tham.send(receptionEscort, way(personId))).status).toBe(200)
  expect((await pao.read(escortsOfPerson, { clubId, personId })).status).toBe(404)
  const khai = await product.signIn('khai')
  expect((await khai.read(healthNotices, { organisationId: health })).status).toBe(404)
})

test('times that do not follow one another, or have not come, are refused; so is an unknown way', async () => {
  const personId = await someone(tham)
  const late = { ...way(personId), leftAt: new Date(Date.now() + 3_600_000).toISOString() }
  expect((await tham.send(receptionEscort, late)).body).toMatchObject({ code: 'escort_in_future' })
  const args = way(personId)
  expect((await tham.send(receptionEscort, args)).status).toBe(200)
  const step = { clubId, personId, escortId: args.escortId }
  expect((await tham.send(receptionEscortStep, { ...step, arrivedAt: minutesAgo(60) })).body).toMatchObject({
    code: 'escort_out_of_order',
  })
  expect((await tham.send(receptionEscortStep, { ...step, escortId: randomUUID() })).status).toBe(404)
})

test('of several agencies one is asked for; of none the words say what to do, and nothing is written', async () => {
  const personId = await someone(tham)
  const sql = product.database.dangerous
  const second = randomUUID()
  await sql`insert into organisation (id, province, kind, level) values (${second}, '22', 'social_work_centre', 'province')`
  expect((await tham.send(receptionEscort, way(personId))).body).toMatchObject({ code: 'agency_not_chosen' })
  await sql`update organisation set kind = 'other' where id = ${second}`
  const nowhere = { ...way(personId), agencyId: second }
  expect((await tham.send(receptionEscort, nowhere)).status).toBe(404)
  await sql`update organisation set kind = 'other' where id = ${organisationId}`
  expect((await tham.send(receptionEscort, way(personId))).body).toMatchObject({ code: 'no_agency' })
  await sql`update organisation set kind = 'social_work_centre' where id = ${organisationId}`
  expect(await sql`select from escort where person_id = ${personId}`).toHaveLength(0)
  expect((await tham.send(receptionEscort, { ...way(personId), agencyId: organisationId })).status).toBe(200)
})

import { randomUUID } from 'node:crypto'
import type { YearMonth } from '@ke-vai/contract/date/date.ts'
import {
  meetingRecord,
  monthAccept,
  monthAmend,
  monthGiveTasks,
  monthOpen,
  monthPrepare,
  monthReturn,
  monthSubmit,
  monthWrite,
} from '@ke-vai/contract/month/commands.ts'
import { monthAgenda, monthGet, monthList, monthsToAccept } from '@ke-vai/contract/month/month.ts'
import { foldMonth, type MonthEntryKind } from '@ke-vai/contract/month/state.ts'
import { monthReportRead } from '@ke-vai/contract/report/report.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { type ClubBook, clubBook } from './testing/club-book.ts'

let product: TestProduct
let book: ClubBook
let chair: TestPerson
let officer: TestPerson
let pao: TestPerson
let members: string[]
const clubId = demoId('club/tuan-chau')
const organisationId = demoId('organisation/union-tuan-chau')

beforeAll(async () => {
  product = await testProduct()
  book = clubBook(product.database.dangerous, 'tuan-chau')
  members = [
    await book.member('tham', 'chair'),
    await book.member('pao'),
    await book.member('hoa'),
    await book.member(null, 'secretary'),
    await book.member(null),
  ]
  chair = await product.signIn('tham')
  officer = await product.signIn('lai')
  pao = await product.signIn('pao')
})
afterAll(() => product.close())

// After whatever a test did, the state kept beside each month is what its ledger folds to.
afterEach(async () => {
  const cycles = await product.database.dangerous<{ state: string; kinds: MonthEntryKind[] }[]>`
    select state, array(select kind from month_entry where cycle_id = month_cycle.id order by seq) as kinds from month_cycle`
  for (const { state, kinds } of cycles) expect(foldMonth(kinds.map((kind) => ({ kind })))).toBe(state)
})

const open = (month: YearMonth) => chair.send(monthOpen, { clubId, month, cycleId: randomUUID() })
const meeting = (month: YearMonth, heldOn: string, present: number) => ({
  clubId,
  month,
  meetingId: randomUUID(),
  kind: 'members' as const,
  heldOn,
  venue: 'Nhà văn hóa khu 4',
  attendance: members.slice(0, present),
  minutes: 'Đánh giá tháng, bàn việc tháng sau.\nMọi người thống nhất.',
  decisions: ['Mỗi thành viên thăm hai gia đình'],
  restrictedPart: 'Phần riêng của Ban chủ nhiệm',
})
const stateOf = async (month: YearMonth) => (await chair.read(monthGet, { clubId, month })).body

test('scenario 5: with 9 contacts and 2 sessions the figures are filled in and the chair adds words and tasks', async () => {
  const month = '2022-05'
  const persons = [await book.person(), await book.person(['victim', 'at_risk']), await book.person()]
  for (let i = 0; i < 9; i += 1)
    await book.contact(
      persons[i % 3] ?? '',
      `2022-05-${String(3 + i * 3).padStart(2, '0')}`,
      i < 5 ? 'counselling' : 'visit',
    )
  await book.contact(persons[0] ?? '', '2022-06-01')
  await book.session('2022-05-28', { staff: 10, members: 40, others: 1, leaflets: 24 })
  await book.session('2022-05-31', { members: 20, children: 30, leaflets: 6, method: 'estimated' })
  await product.database.dangerous`
    update person set next_step = 'hẹn làm giấy tờ', next_due_on = '2022-05-20' where id = ${persons[1] ?? ''}`
  await product.database.dangerous`
    update club_plan set activities = '[{"month":5,"what":"Truyền thông tại trường","quantity":2},{"month":6,"what":"Việc khác"}]'
    where club_id = ${clubId} and year = 2022`

  expect(await open(month)).toMatchObject({ status: 200, body: { first: '2022-05-01', last: '2022-05-31' } })
  const agenda = await chair.read(monthAgenda, { clubId, month })
  expect(agenda.body.figures.month.counts).toMatchObject({
    contacts: { unit: 'person_time', value: 9 },
    counselling: { unit: 'person_time', value: 5 },
    visits: { unit: 'person_time', value: 4 },
    persons_with_contact: { unit: 'person', value: 3 },
    new_persons: { unit: 'person', value: 3 },
    sessions: { unit: 'session', value: 2 },
    attendance: { unit: 'person_time', value: 101 },
    attendance_staff: { value: 10 },
    attendance_members: { value: 60 },
    attendance_children: { value: 30 },
    attendance_others: { value: 1 },
    attendance_estimated: { value: 50 },
    leaflets: { unit: 'item', value: 30 },
  })
  expect(agenda.body.figures.month.groups).toMatchObject({
    victim: { persons: { value: 1 }, contacts: { value: 3 } },
    at_risk: { persons: { value: 3 }, contacts: { value: 9 } },
    relative: { persons: { value: 0 } },
  })
  expect(agenda.body.overdue).toMatchObject([{ personId: persons[1], nextStep: 'hẹn làm giấy tờ' }])
  expect(agenda.body.planned).toEqual([{ content: 'Truyền thông tại trường', quantity: 2 }])

  const held = meeting(month, '2022-05-31', 3)
  expect((await chair.send(monthPrepare, { clubId, month })).status).toBe(200)
  expect((await stateOf(month)).state).toBe('preparing')
  expect((await chair.send(meetingRecord, held)).status).toBe(200)
  expect(
    (await chair.send(monthWrite, { clubId, month, situation: 'Yên ổn', nextMonth: 'Thăm hỏi' })).status,
  ).toBe(200)
  const given = await chair.send(monthGiveTasks, {
    clubId,
    month,
    meetingId: held.meetingId,
    tasks: [
      { taskId: randomUUID(), memberId: members[1] ?? '', content: 'Thăm hai gia đình', dueOn: '2022-06-20' },
    ],
  })
  expect(given.status).toBe(200)
  const tasks = await product.database
    .dangerous`select origin, month, origin_id from task where member_id = ${members[1] ?? ''}`
  expect(tasks).toEqual([{ origin: 'meeting', month: '2022-06', origin_id: held.meetingId }])
  const page = await stateOf(month)
  expect(page).toMatchObject({
    state: 'met',
    texts: { situation: 'Yên ổn', difficulties: '' },
    figures: { from: 'now' },
  })
  expect(page.may).toContain('submit')
  expect(page.meetings[0]).toMatchObject({ activeMembers: 5, quorum: 3, restrictedPart: held.restrictedPart })

  await open('2022-06')
  const next = await chair.read(monthAgenda, { clubId, month: '2022-06' })
  expect(next.body.tasksCarriedOver).toMatchObject([{ content: 'Thăm hai gia đình', dueOn: '2022-06-20' }])
})

test('scenario 6: returned, corrected, submitted again, accepted: locked, amended by number, the board part absent', async () => {
  const month = '2022-07'
  const personId = await book.person()
  await book.contact(personId, '2022-07-05')
  await open(month)
  const held = meeting(month, '2022-07-30', 4)
  await chair.send(meetingRecord, held)
  expect((await chair.send(monthSubmit, { clubId, month })).body).toEqual({ version: 1 })
  expect((await chair.send(monthWrite, { clubId, month, situation: 'x' })).body).toMatchObject({
    code: 'month_submitted',
  })

  const waiting = await officer.read(monthsToAccept, { organisationId })
  expect(waiting.body.months).toMatchObject([
    { clubId, month, clubName: expect.stringContaining('phường Tuần Châu') },
  ])
  const comment = 'Xin ghi thêm khó khăn'
  expect((await officer.send(monthReturn, { clubId, month, comment: '  ' })).status).toBe(400)
  expect((await officer.send(monthReturn, { clubId, month, comment })).status).toBe(200)
  const returned = await stateOf(month)
  expect(returned.state).toBe('returned')
  expect(returned.entries.at(-1)).toMatchObject({ kind: 'returned', comment })
  expect((await chair.send(monthSubmit, { clubId, month })).body).toMatchObject({
    code: 'month_not_corrected',
  })

  await chair.send(monthWrite, { clubId, month, difficulties: 'Đường xa' })
  await book.contact(personId, '2022-07-09', 'visit')
  expect((await chair.send(monthSubmit, { clubId, month })).body).toEqual({ version: 2 })
  expect((await officer.send(monthAccept, { clubId, month })).status).toBe(200)

  const before = await chair.read(monthReportRead, { clubId, month })
  expect(before.body).toMatchObject({ state: 'locked', version: 2, texts: { difficulties: 'Đường xa' } })
  await book.contact(personId, '2022-07-20')
  const after = await chair.read(monthReportRead, { clubId, month })
  expect(JSON.stringify(after.body)).toBe(JSON.stringify(before.body))
  for (const refused of [
    await chair.send(monthWrite, { clubId, month, situation: 'x' }),
    await chair.send(meetingRecord, held),
    await chair.send(monthSubmit, { clubId, month }),
    await officer.send(monthReturn, { clubId, month, comment }),
    await officer.send(monthAccept, { clubId, month }),
  ])
    expect(refused.status).toBe(422)

  const amend = (value: number) =>
    chair.send(monthAmend, {
      clubId,
      month,
      amendmentId: randomUUID(),
      indicator: 'contacts',
      value,
      reason: 'Ghi sót một cuộc gặp',
    })
  expect((await amend(2)).body).toMatchObject({ code: 'amendment_same_value' })
  expect((await amend(3)).body).toEqual({ no: 1, before: 2, after: 3 })
  expect((await amend(4)).body).toEqual({ no: 2, before: 3, after: 4 })
  const amended = await chair.read(monthReportRead, { clubId, month })
  expect(amended.body.amendments).toMatchObject([
    { no: 1, before: 2, after: 3, unit: { vi: 'lượt' } },
    { no: 2, before: 3, after: 4 },
  ])
  expect(amended.body.lines).toEqual(before.body.lines)
  expect((await stateOf(month)).state).toBe('locked')

  for (const username of ['pao', 'hoa']) {
    const member = await product.signIn(username)
    const answer = await member.get(`/api/clubs/${clubId}/months/${month}`)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    const page = JSON.parse(text) as Record<string, unknown>
    expect(text).toContain('Đánh giá tháng')
    expect(text).not.toContain('restrictedPart')
    expect(text).not.toContain('Phần riêng')
    expect(page).not.toHaveProperty('texts')
    expect(page).not.toHaveProperty('figures')
    expect(page.entries).toEqual([])
    const rows = await asActor(
      product.database.operator,
      { accountId: demoId(`account/${username}`) },
      {},
      async (tx) => [await tx`select 1 from meeting_restricted`, await tx`select 1 from meeting`],
    )
    expect(rows[0]).toHaveLength(0)
    expect(rows[1]?.length).toBeGreaterThan(0)
  }
})

test('without quorum the submission is refused with the numbers and what to do', async () => {
  const month = '2022-08'
  await open(month)
  expect((await chair.send(monthSubmit, { clubId, month })).body).toMatchObject({ code: 'month_not_met' })
  const board = { ...meeting(month, '2022-08-29', 5), kind: 'board' as const }
  await chair.send(meetingRecord, board)
  expect((await stateOf(month)).state).toBe('preparing')
  expect((await chair.send(monthSubmit, { clubId, month })).body).toMatchObject({ code: 'month_not_met' })
  const held = meeting(month, '2022-08-30', 2)
  await chair.send(meetingRecord, held)
  const refused = await chair.send(monthSubmit, { clubId, month })
  expect(refused).toMatchObject({ status: 422, body: { code: 'quorum_missing', field: 'attendance' } })
  expect(JSON.stringify(refused.body)).toContain('2/5 thành viên; quy chế cần ít nhất 3 người (50%)')
  const again = await chair.send(meetingRecord, {
    ...held,
    attendance: members.slice(0, 3),
    restrictedPart: '',
  })
  expect(again.status).toBe(200)
  expect((await chair.send(monthSubmit, { clubId, month })).status).toBe(200)
})

test('a month that starts on day 16 holds the days from 16 to 15, and no day belongs to two months', async () => {
  await product.database.dangerous`update club set month_start_day = 16 where id = ${clubId}`
  expect((await open('2023-03')).body).toMatchObject({ first: '2023-03-16', last: '2023-04-15' })
  const personId = await book.person()
  for (const day of ['2023-03-15', '2023-03-16', '2023-04-15', '2023-04-16'])
    await book.contact(personId, day)
  const page = await stateOf('2023-03')
  expect(page.figures?.month.counts.contacts.value).toBe(2)
  expect(page.figures?.yearToDate).toMatchObject({ first: '2023-01-16', counts: { contacts: { value: 3 } } })
  await product.database.dangerous`update club set month_start_day = 1 where id = ${clubId}`
  expect((await open('2023-04')).body).toMatchObject({ first: '2023-04-16', last: '2023-04-30' })
})

test('a month is opened once, not before its first day, and by the board alone', async () => {
  expect((await open('2023-04')).body).toMatchObject({ code: 'month_already_open' })
  expect((await open('2099-01')).body).toMatchObject({ code: 'month_in_future', field: 'month' })
  expect((await pao.send(monthOpen, { clubId, month: '2023-08', cycleId: randomUUID() })).status).toBe(403)
  expect((await officer.send(monthOpen, { clubId, month: '2023-08', cycleId: randomUUID() })).status).toBe(
    403,
  )
  expect((await chair.send(monthAccept, { clubId, month: '2022-08' })).status).toBe(403)
  const listed = await pao.read(monthList, { clubId }, { year: 2023 })
  expect(listed.body.months.map((each) => each.month)).toEqual(['2023-04', '2023-03'])
})

test('only who was a member that day can have been there, and another club is out of reach', async () => {
  await open('2023-05')
  const held = meeting('2023-05', '2023-05-30', 3)
  const stranger = { ...held, attendance: [...held.attendance, randomUUID()] }
  expect((await chair.send(meetingRecord, stranger)).body).toMatchObject({ code: 'not_a_member_then' })
  expect((await chair.send(meetingRecord, { ...held, heldOn: '2023-04-30' })).body).toMatchObject({
    code: 'meeting_before_month',
  })
  const other = await product.signIn('cao-xanh')
  expect((await other.read(monthGet, { clubId, month: '2023-05' })).status).toBe(404)
  expect((await other.send(meetingRecord, held)).status).toBe(404)
  const foreignOfficer = await product.signIn('nga')
  expect((await foreignOfficer.read(monthsToAccept, { organisationId })).status).toBe(404)
})

test('two submissions at the same moment make one version, and the ledger holds one entry', async () => {
  const month = '2023-05'
  await chair.send(meetingRecord, meeting(month, '2023-05-30', 3))
  const answers = await Promise.all([1, 2, 3].map(() => chair.send(monthSubmit, { clubId, month })))
  expect(answers.map((each) => each.status).sort()).toEqual([200, 422, 422])
  expect((await stateOf(month)).version).toBe(1)
})

test('the description of the API tells of the month, its files and their permissions', async () => {
  const answer = await fetch(`${product.address}/api/openapi.json`)
  expect(answer.status).toBe(200)
  const { paths } = (await answer.json()) as {
    paths: Record<string, Record<string, { operationId: string }>>
  }
  expect(paths['/api/commands/meeting.record']?.post?.operationId).toBe('meeting.record')
  expect(paths['/api/clubs/{clubId}/months/{month}/report.docx']?.get?.operationId).toBe('report.month_docx')
})

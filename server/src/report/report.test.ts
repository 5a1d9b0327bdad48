import { randomUUID } from 'node:crypto'
import { showFigure } from '@ke-vai/contract/indicator/figures.ts'
import {
  meetingRecord,
  monthAccept,
  monthAmend,
  monthGiveTasks,
  monthOpen,
  monthSubmit,
  monthWrite,
} from '@ke-vai/contract/month/commands.ts'
import { monthGet } from '@ke-vai/contract/month/month.ts'
import { type MonthReport, monthReportRead } from '@ke-vai/contract/report/report.ts'
import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operatorId } from '../demo/demo.ts'
import { type ClubBook, clubBook } from '../month/testing/club-book.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { computeFigures } from './report.ts'

let product: TestProduct
let book: ClubBook
let chair: TestPerson
let officer: TestPerson
let province: TestPerson
let clubId: string
const month = '2022-06'
let members: string[]
const dangerousText = '=HYPERLINK("http://x")\n@ghi thêm <b>&</b>'

beforeAll(async () => {
  product = await testProduct()
  book = clubBook(product.database.dangerous, 'tuan-chau')
  clubId = book.clubId
  chair = await product.signIn('tham')
  officer = await product.signIn('lai')
  province = await product.signIn('khai')
  members = [await book.member('tham', 'chair'), await book.member('pao'), await book.member('hoa')]

  // 20 persons with contact in the year, 45 counselling lượt, nine of them with a referral sent.
  const persons = []
  for (let i = 0; i < 20; i += 1)
    persons.push(await book.person(i < 7 ? ['victim'] : ['at_risk', 'relative']))
  for (let i = 0; i < 45; i += 1)
    await book.contact(
      persons[i % 20] ?? '',
      i < 30 ? '2022-05-10' : `2022-06-${String((i % 30) + 1).padStart(2, '0')}`,
    )
  await book.contact(persons[0] ?? '', '2022-06-30', 'visit')
  for (let i = 0; i < 9; i += 1)
    await book.referral(
      persons[i] ?? '',
      '2022-06-15',
      i < 2 ? 'completed' : i < 6 ? 'accepted' : 'no_answer',
    )
  // A second referral of one person is one more lượt and not one more person; nor does one without contact count.
  await book.referral(persons[0] ?? '', '2022-06-20', 'declined')
  await book.referral(await book.person(), '2022-06-20', 'completed')
  const session = await book.session('2022-06-12', {
    staff: 6,
    members: 56,
    children: 3,
    others: 25,
    leaflets: 1060,
  })
  await book.attended(members[1] ?? '', persons[3] ?? '', session, '2022-06-12')
  await book.attended(members[2] ?? '', persons[4] ?? '', session, '2022-06-12')
  await book.attended(members[2] ?? '', persons[5] ?? '', session, '2022-06-12')

  const meetingId = randomUUID()
  await chair.send(monthOpen, { clubId, month, cycleId: randomUUID() })
  await chair.send(meetingRecord, {
    clubId,
    month,
    meetingId,
    kind: 'members',
    heldOn: '2022-06-29',
    attendance: members.slice(0, 2),
    decisions: ['-1 việc: thăm thêm hai gia đình'],
  })
  await chair.send(monthWrite, { clubId, month, situation: dangerousText, selfAssessment: 'Đạt kế hoạch' })
  await chair.send(monthGiveTasks, {
    clubId,
    month,
    meetingId,
    tasks: [
      {
        taskId: randomUUID(),
        memberId: members[1] ?? '',
        content: '+Thăm khu 4',
        area: 'khu 4',
        dueOn: '2022-07-20',
      },
    ],
  })
})
afterAll(() => product.close())

const report = async (who: TestPerson) => (await who.read(monthReportRead, { clubId, month })).body
const file = async (who: TestPerson, ending: string) => {
  const answer = await who.get(`/api/clubs/${clubId}/months/${month}/report.${ending}`)
  expect(answer.status).toBe(200)
  return { bytes: new Uint8Array(await answer.arrayBuffer()), headers: answer.headers }
}
const line = (shown: MonthReport, code: string) => shown.lines.find((each) => each.code === code)

test('scenario 8: 45 counselling lượt reach the club minimum and are 45/100 for the programme, each with its source', async () => {
  const counselling = line(await report(chair), 'counselling')
  expect(counselling?.yearToDate).toEqual({ unit: 'person_time', value: 45 })
  expect(counselling?.month).toEqual({ unit: 'person_time', value: 15 })
  expect(counselling?.targets).toMatchObject([
    {
      setBy: 'club',
      minimum: 20,
      maximum: 120,
      reached: true,
      source: expect.stringContaining('kế hoạch mô hình năm 2022'),
      words: { vi: 'đạt mức tối thiểu 20' },
    },
    {
      setBy: 'programme',
      minimum: 100,
      maximum: 150,
      reached: false,
      source: expect.stringContaining('phấn đấu hằng năm'),
      words: { vi: '45/100' },
    },
  ])
})

test('scenario 10: 9 of 20 persons with contact were referred: 45% of the 50% asked, accepted and completed beneath', async () => {
  const shown = await report(chair)
  const codes = shown.lines.map((each) => each.code)
  const at = codes.indexOf('referral_rate')
  expect(codes.slice(at, at + 3)).toEqual([
    'referral_rate',
    'referral_accepted_rate',
    'referral_completed_rate',
  ])
  expect(shown.lines.slice(at, at + 3).map((each) => showFigure(each.yearToDate))).toEqual([
    '9/20 (45%)',
    '6/20 (30%)',
    '2/20 (10%)',
  ])
  expect(shown.lines[at]?.targets).toMatchObject([
    { minimum: 50, reached: false, words: { vi: '9/20 (45%) · mức cần đạt 50%' } },
  ])
  expect(line(shown, 'referrals_sent')?.yearToDate).toEqual({ unit: 'person_time', value: 11 })
  expect(line(shown, 'persons_referred')?.yearToDate).toEqual({ unit: 'person', value: 10 })
  expect(line(shown, 'mobilised_per_member')?.yearToDate).toMatchObject({
    part: { value: 1 },
    whole: { value: 3 },
  })
})

test('chair, ward officer and command line count the same; the province waits for the submission', async () => {
  expect(await report(officer)).toEqual(await report(chair))
  const page = await chair.read(monthGet, { clubId, month })
  const period = { province: '22', clubId, first: '2022-06-01', last: '2022-06-30' }
  const [counted] = await asActor(product.database.operator, { accountId: operatorId }, { clubId }, (tx) =>
    computeFigures(tx, period),
  )
  expect(page.body.figures?.month).toEqual(counted)
  expect((await province.read(monthReportRead, { clubId, month })).body).toMatchObject({
    code: 'report_not_submitted',
  })
  const member = await product.signIn('pao')
  expect((await member.read(monthReportRead, { clubId, month })).status).toBe(403)
})

/** Rows of the table of figures in a document, from the heading line on: label, unit, month, year. */
function figureCells(shown: MonthReport): string[][] {
  return shown.lines.map((each) => [
    each.partOf === null ? each.words.vi : `– ${each.words.vi}`,
    each.unit.vi,
    showFigure(each.month),
    showFigure(each.yearToDate),
  ])
}

function docxText(bytes: Uint8Array): { cells: string[][]; text: string } {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const plain = (part: string) =>
    part
      .replace(/<w:br\/>/gu, '\n')
      .replace(/<[^>]+>/gu, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
  const rows = xml.match(/<w:tr[ >].*?<\/w:tr>/gsu) ?? []
  return {
    cells: rows.map((row) => (row.match(/<w:tc[ >].*?<\/w:tc>/gsu) ?? []).map(plain)),
    text: plain(xml.replaceAll('</w:p>', '\n')),
  }
}

test('Excel and Word hold every figure of the report, its heads, words and signatures', async () => {
  const shown = await report(chair)
  const xlsx = await file(chair, 'xlsx')
  expect(xlsx.headers.get('content-disposition')).toBe(
    `attachment; filename="bao-cao-tuan-chau-${month}.xlsx"`,
  )
  const [sheet] = await readExcelFile(Buffer.from(xlsx.bytes))
  const rows = (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  const start = rows.findIndex((row) => row[1] === 'Chỉ số')
  expect(rows.slice(start + 1, start + 1 + shown.lines.length).map((row) => row.slice(1, 5))).toEqual(
    figureCells(shown),
  )
  const groupStart = rows.findIndex((row) => row[1] === 'Nhóm')
  const groupRows = shown.groups.flatMap(({ words, month: now, yearToDate }) => [
    [words.vi, 'người', String(now.persons.value), String(yearToDate.persons.value)],
    [words.vi, 'lượt', String(now.contacts.value), String(yearToDate.contacts.value)],
  ])
  expect(rows.slice(groupStart + 1, groupStart + 1 + groupRows.length).map((row) => row.slice(1, 5))).toEqual(
    groupRows,
  )

  const docx = docxText((await file(chair, 'docx')).bytes)
  const docxStart = docx.cells.findIndex((row) => row[1] === 'Chỉ số')
  expect(
    docx.cells.slice(docxStart + 1, docxStart + 1 + shown.lines.length).map((row) => row.slice(1, 5)),
  ).toEqual(figureCells(shown))
  const docxGroups = docx.cells.findIndex((row) => row[0] === 'Nhóm')
  expect(docx.cells.slice(docxGroups + 1, docxGroups + 1 + groupRows.length)).toEqual(groupRows)

  const flat = rows.flat().join('\n')
  for (const expected of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'HỘI LIÊN HIỆP PHỤ NỮ PHƯỜNG TUẦN CHÂU',
    'CLB Phòng, chống mua bán người và hỗ trợ nạn nhân phường Tuần Châu',
    'BÁO CÁO KẾT QUẢ HOẠT ĐỘNG THÁNG 06/2022',
    'Tuần Châu, ngày',
    'Chỉ tiêu của chương trình (phấn đấu hằng năm): 100–150 lượt (45/100)',
    '2/3 thành viên dự: ',
    'Thành viên pao',
    'Đạt kế hoạch',
    '20/07/2022',
    'THƯ KÝ',
    'CHỦ NHIỆM',
    'XÁC NHẬN CỦA HỘI LHPN',
  ]) {
    expect(flat).toContain(expected)
    expect(docx.text).toContain(expected)
  }
  expect(docx.text).toContain(dangerousText)
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/u)
  expect(flat).toContain(`'${dangerousText}`)
  expect(flat).toContain("'+Thăm khu 4")
  const sheetXml = strFromU8(unzipSync(xlsx.bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheetXml).not.toContain('<f>')
})

test('names in the report are those of its period', async () => {
  const { dangerous } = product.database
  await dangerous`update club_name set valid_to = '2022-06-30' where club_id = ${clubId}`
  await dangerous`insert into club_name (province, club_id, name, valid_from) values ('22', ${clubId}, 'Tên mới', '2022-07-01')`
  expect((await report(chair)).clubName).toContain('phường Tuần Châu')
  await chair.send(monthOpen, { clubId, month: '2022-07', cycleId: randomUUID() })
  const july = await chair.read(monthReportRead, { clubId, month: '2022-07' })
  expect(july.body.clubName).toBe('Tên mới')
})

test('a locked report and its files stay the same bytes whatever is recorded later; amendments show both values', async () => {
  expect((await chair.send(monthSubmit, { clubId, month })).status).toBe(200)
  expect((await officer.send(monthAccept, { clubId, month })).status).toBe(200)
  const take = async () => [
    JSON.stringify(await report(chair)),
    Buffer.from((await file(chair, 'xlsx')).bytes).toString('base64'),
    Buffer.from((await file(chair, 'docx')).bytes).toString('base64'),
  ]
  const before = await take()
  const late = await book.person(['victim'])
  await book.contact(late, '2022-06-18')
  await book.session('2022-06-19', { members: 100 })
  await book.referral(late, '2022-06-19', 'completed')
  const { dangerous } = product.database
  await dangerous`update task set content = 'đổi', state = 'cancelled' where club_id = ${clubId}`
  await dangerous`update target set minimum = 1 where club_id = ${clubId} and minimum <= maximum`
  // Files are dated by the second: a later second must not show.
  await new Promise((resolve) => setTimeout(resolve, 2100))
  expect(await take()).toEqual(before)

  // The province reads the submitted figures, without the names of members.
  const seen = await report(province)
  expect(seen.lines).toEqual((await report(chair)).lines)
  expect(seen.meetings[0]?.present.map((each) => each.name)).toEqual([null, null])

  const amendment = { clubId, month, amendmentId: randomUUID(), indicator: 'counselling' as const, value: 16 }
  const amended = await chair.send(monthAmend, { ...amendment, reason: '=Ghi sót một lượt' })
  expect(amended.body).toEqual({ no: 1, before: 15, after: 16 })
  const rows = (await readExcelFile(Buffer.from((await file(chair, 'xlsx')).bytes)))[0]?.data ?? []
  expect(rows.find((row) => row[5] !== null && String(row[5]).includes('Ghi sót'))?.slice(0, 5)).toEqual([
    1,
    'Lượt tư vấn',
    'lượt',
    15,
    16,
  ])
  const docx = docxText((await file(chair, 'docx')).bytes)
  expect(docx.cells.some((row) => row[1] === 'Lượt tư vấn' && row[3] === '15' && row[4] === '16')).toBe(true)
})

import { showDate } from '@ke-vai/contract/date/date.ts'
import { showFigure } from '@ke-vai/contract/indicator/figures.ts'
import type { FigureLine } from '@ke-vai/contract/indicator/lines.ts'
import {
  confirmingSide,
  countryLine,
  labelOf,
  meetingText,
  mottoLine,
  periodOf,
  placeAndDay,
  presentText,
  signHere,
  standingOf,
  targetText,
  textSections,
  titleOf,
} from '@ke-vai/contract/report/document-words.ts'
import type { MonthReport } from '@ke-vai/contract/report/report.ts'
import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node'
import { withoutHour } from './same-bytes.ts'

const widths = [6, 44, 10, 16, 16, 60]
const whole = widths.length

/** A text cell that no spreadsheet takes for a formula: those that begin like one get an apostrophe in front. */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text
}

const text = (value: string, style: CellObject = {}): CellObject => ({
  value: safeText(value),
  type: String,
  wrap: true,
  alignVertical: 'top',
  ...style,
})
const boxed: CellObject = { borderStyle: 'thin', borderColor: '#000000' }
const wide = (value: string, style: CellObject = {}): Row => [
  text(value, { columnSpan: whole, ...style }),
  ...Array<null>(whole - 1).fill(null),
]
const heading = (value: string): Row => wide(value, { fontWeight: 'bold' })
const headRow = (names: readonly string[]): Row =>
  names.map((name) => text(name, { ...boxed, fontWeight: 'bold', align: 'center' }))

/** The report as an Excel file. Counts are numbers of their column's unit; a rate stays text with both its parts. */
export async function makeXlsx(report: MonthReport): Promise<Uint8Array> {
  const rows: Row[] = [
    ...head(report),
    heading('I. Số liệu'),
    headRow(['STT', 'Chỉ số', 'Đơn vị', 'Trong tháng', 'Từ đầu năm', 'Chỉ tiêu năm, nguồn và kết quả']),
    ...report.lines.map(figureRow),
    [],
    heading('II. Theo nhóm người được hỗ trợ (một người có thể thuộc nhiều nhóm, không cộng các nhóm)'),
    headRow(['STT', 'Nhóm', 'Đơn vị', 'Trong tháng', 'Từ đầu năm', '']),
    ...groupRows(report),
    [],
    ...amendmentRows(report),
    ...writtenRows(report),
    ...signatures(),
  ]
  const file = await writeExcelFile(
    rows,
    { sheet: `Tháng ${report.month}`, columns: widths.map((width) => ({ width })), orientation: 'landscape' },
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBuffer()
  return withoutHour(file)
}

function head(report: MonthReport): Row[] {
  const right: CellObject = { align: 'center', fontWeight: 'bold' }
  const twoSides = (left: string, other: string, style: CellObject): Row => [
    text(left, { columnSpan: 2, align: 'center', fontWeight: 'bold' }),
    null,
    text(other, { columnSpan: 4, align: 'center', ...style }),
    null,
    null,
    null,
  ]
  return [
    twoSides((report.unionName ?? '').toUpperCase(), countryLine, right),
    twoSides(report.clubName, mottoLine, right),
    twoSides('', placeAndDay(report), { fontStyle: 'italic' }),
    [],
    wide(titleOf(report), { align: 'center', fontWeight: 'bold', fontSize: 14 }),
    wide(periodOf(report), { align: 'center' }),
    wide(standingOf(report), { align: 'center', fontStyle: 'italic' }),
    [],
  ]
}

const number = (value: number): CellObject => ({
  value,
  type: Number,
  format: '#,##0',
  alignVertical: 'top',
  ...boxed,
})

function valueCell(value: FigureLine['month']): CellObject {
  return 'part' in value ? text(showFigure(value), { ...boxed, align: 'right' }) : number(value.value)
}

function figureRow(line: FigureLine, i: number): Row {
  return [
    number(i + 1),
    text(labelOf(line), { ...boxed, ...(line.partOf === null ? {} : { indent: 1 }) }),
    text(line.unit.vi, { ...boxed, align: 'center' }),
    valueCell(line.month),
    valueCell(line.yearToDate),
    text(line.targets.map(targetText).join('\n'), boxed),
  ]
}

function groupRows(report: MonthReport): Row[] {
  return report.groups.flatMap((each, i) => [
    [
      number(i + 1),
      text(each.words.vi, boxed),
      text('người', { ...boxed, align: 'center' }),
      number(each.month.persons.value),
      number(each.yearToDate.persons.value),
      text('', boxed),
    ],
    [
      text('', boxed),
      text(each.words.vi, boxed),
      text('lượt', { ...boxed, align: 'center' }),
      number(each.month.contacts.value),
      number(each.yearToDate.contacts.value),
      text('', boxed),
    ],
  ])
}

function amendmentRows({ amendments }: MonthReport): Row[] {
  if (amendments.length === 0) return []
  return [
    heading('Đính chính sau khi khóa (số ở bảng trên giữ như lúc nộp)'),
    headRow(['Lần', 'Chỉ số', 'Đơn vị', 'Số đã nộp', 'Số đúng', 'Lý do, ngày']),
    ...amendments.map((each) => [
      number(each.no),
      text(each.words.vi, boxed),
      text(each.unit.vi, { ...boxed, align: 'center' }),
      number(each.before),
      number(each.after),
      text(`${each.reason} (${showDate(each.onDay)})`, boxed),
    ]),
    [],
  ]
}

function writtenRows(report: MonthReport): Row[] {
  return [
    ...textSections.flatMap(({ key, title }) => [heading(title), wide(report.texts[key]), []]),
    heading('Sinh hoạt, họp'),
    ...report.meetings.flatMap((meeting) => [
      wide(meetingText(meeting)),
      wide(presentText(meeting)),
      ...meeting.decisions.map((decision) => wide(`Quyết định: ${decision}`)),
    ]),
    [],
    heading('Phân công tháng tiếp theo'),
    headRow(['STT', 'Nội dung', 'Địa bàn', 'Hạn', 'Người làm', '']),
    ...report.tasks.map((task, i) => [
      number(i + 1),
      text(task.content, boxed),
      text(task.area ?? '', boxed),
      text(task.dueOn === null ? '' : showDate(task.dueOn), boxed),
      text(task.member?.name ?? '', boxed),
      text('', boxed),
    ]),
    [],
  ]
}

function signatures(): Row[] {
  const line = (left: string, middle: string, right: string, style: CellObject): Row => [
    text(left, { columnSpan: 2, align: 'center', ...style }),
    null,
    text(middle, { columnSpan: 3, align: 'center', ...style }),
    null,
    null,
    text(right, { align: 'center', ...style }),
  ]
  return [
    line('THƯ KÝ', 'CHỦ NHIỆM', confirmingSide, { fontWeight: 'bold' }),
    line(signHere, signHere, '(Ký, đóng dấu)', { fontStyle: 'italic' }),
  ]
}

import { showDate } from '@ke-vai/contract/date/date.ts'
import { showFigure } from '@ke-vai/contract/indicator/figures.ts'
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
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { withoutHour } from './same-bytes.ts'

type Look = { bold?: boolean; italics?: boolean; align?: (typeof AlignmentType)[keyof typeof AlignmentType] }

/** A paragraph; line breaks of what was written stay line breaks. */
function paragraph(written: string, { bold, italics, align }: Look = {}): Paragraph {
  const runs = written.split('\n').map(
    (line, i) =>
      new TextRun({
        text: line,
        ...(i > 0 && { break: 1 }),
        ...(bold && { bold }),
        ...(italics && { italics }),
      }),
  )
  return new Paragraph({ children: runs, spacing: { after: 60 }, ...(align && { alignment: align }) })
}

const heading = (title: string) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    spacing: { before: 200, after: 80 },
    keepNext: true,
    children: [new TextRun({ text: title, bold: true })],
  })

const centre = AlignmentType.CENTER

// Widths are in twentieths of a point; the page is A4 with room for binding on the left.
const pageWidth = 9350

function table(widths: readonly number[], rows: { cells: readonly string[]; head?: boolean }[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    rows: rows.map(
      ({ cells, head }) =>
        new TableRow({
          cantSplit: true,
          ...(head && { tableHeader: true }),
          children: cells.map(
            (written, i) =>
              new TableCell({
                width: { size: widths[i] ?? 0, type: WidthType.DXA },
                margins: { left: 70, right: 70 },
                children: [paragraph(written, head ? { bold: true, align: centre } : {})],
              }),
          ),
        }),
    ),
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

/** Blocks side by side without lines: the head of the document and the signatures. */
function sideBySide(blocks: readonly Paragraph[][]): Table {
  const width = Math.floor(pageWidth / blocks.length)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: blocks.map(() => width),
    borders: noBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: blocks.map(
          (children) =>
            new TableCell({ width: { size: width, type: WidthType.DXA }, borders: noBorders, children }),
        ),
      }),
    ],
  })
}

/** The report as a Word file, set as an administrative document (Times New Roman, A4). */
export async function makeDocx(report: MonthReport): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Kề Vai',
    title: titleOf(report),
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: 26, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1701, right: 851 },
          },
        },
        children: [...head(report), ...numbers(report), ...written(report), signatures()],
      },
    ],
  })
  return withoutHour(await Packer.toBuffer(document))
}

function head(report: MonthReport): (Paragraph | Table)[] {
  const bold = { bold: true, align: centre }
  return [
    sideBySide([
      [
        paragraph((report.unionName ?? '').toUpperCase(), { align: centre }),
        paragraph(report.clubName, bold),
      ],
      [
        paragraph(countryLine, bold),
        paragraph(mottoLine, bold),
        paragraph(placeAndDay(report), { italics: true, align: centre }),
      ],
    ]),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: centre,
      spacing: { before: 300, after: 60 },
      children: [new TextRun({ text: titleOf(report), bold: true })],
    }),
    paragraph(periodOf(report), { align: centre }),
    ...(standingOf(report) === '' ? [] : [paragraph(standingOf(report), { italics: true, align: centre })]),
  ]
}

function numbers(report: MonthReport): (Paragraph | Table)[] {
  const figures = report.lines.map((line, i) => ({
    cells: [
      String(i + 1),
      labelOf(line),
      line.unit.vi,
      showFigure(line.month),
      showFigure(line.yearToDate),
      line.targets.map(targetText).join('\n'),
    ],
  }))
  const groups = report.groups.flatMap(({ words, month, yearToDate }) => [
    { cells: [words.vi, 'người', String(month.persons.value), String(yearToDate.persons.value)] },
    { cells: [words.vi, 'lượt', String(month.contacts.value), String(yearToDate.contacts.value)] },
  ])
  return [
    heading('I. Số liệu'),
    table(
      [600, 3000, 850, 1200, 1200, 2500],
      [
        {
          head: true,
          cells: ['STT', 'Chỉ số', 'Đơn vị', 'Trong tháng', 'Từ đầu năm', 'Chỉ tiêu năm, nguồn và kết quả'],
        },
        ...figures,
      ],
    ),
    heading('II. Theo nhóm người được hỗ trợ'),
    paragraph('Một người có thể thuộc nhiều nhóm, nên không cộng các nhóm.', { italics: true }),
    table(
      [4550, 1200, 1800, 1800],
      [{ head: true, cells: ['Nhóm', 'Đơn vị', 'Trong tháng', 'Từ đầu năm'] }, ...groups],
    ),
    ...amendments(report),
  ]
}

function amendments(report: MonthReport): (Paragraph | Table)[] {
  if (report.amendments.length === 0) return []
  const rows = report.amendments.map((each) => ({
    cells: [
      String(each.no),
      each.words.vi,
      each.unit.vi,
      String(each.before),
      String(each.after),
      `${each.reason} (${showDate(each.onDay)})`,
    ],
  }))
  return [
    heading('Đính chính sau khi khóa'),
    paragraph('Số ở bảng trên giữ như lúc nộp.', { italics: true }),
    table(
      [600, 2500, 850, 1200, 1200, 3000],
      [{ head: true, cells: ['Lần', 'Chỉ số', 'Đơn vị', 'Số đã nộp', 'Số đúng', 'Lý do, ngày'] }, ...rows],
    ),
  ]
}

function written(report: MonthReport): (Paragraph | Table)[] {
  const tasks = report.tasks.map((task, i) => ({
    cells: [
      String(i + 1),
      task.content,
      task.member?.name ?? '',
      task.area ?? '',
      task.dueOn === null ? '' : showDate(task.dueOn),
    ],
  }))
  return [
    ...textSections.flatMap(({ key, title }) => [heading(title), paragraph(report.texts[key])]),
    heading('Sinh hoạt, họp'),
    ...report.meetings.flatMap((meeting) => [
      paragraph(meetingText(meeting), { bold: true }),
      paragraph(presentText(meeting)),
      ...meeting.decisions.map((decision) => paragraph(`Quyết định: ${decision}`)),
    ]),
    heading('Phân công tháng tiếp theo'),
    ...(tasks.length === 0
      ? []
      : [
          table(
            [600, 4000, 1950, 1500, 1300],
            [{ head: true, cells: ['STT', 'Nội dung', 'Người làm', 'Địa bàn', 'Hạn'] }, ...tasks],
          ),
        ]),
    paragraph(''),
  ]
}

function signatures(): Table {
  const block = (title: string, how: string) => [
    paragraph(title, { bold: true, align: centre }),
    paragraph(how, { italics: true, align: centre }),
    paragraph('\n\n\n'),
  ]
  return sideBySide([
    block('THƯ KÝ', signHere),
    block('CHỦ NHIỆM', signHere),
    block(confirmingSide, '(Ký, đóng dấu)'),
  ])
}

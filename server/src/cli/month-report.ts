import { writeFile } from 'node:fs/promises'
import { unitWords } from '@ke-vai/contract/count/count.ts'
import { showDate, showMonth } from '@ke-vai/contract/date/date.ts'
import { showFigure } from '@ke-vai/contract/indicator/figures.ts'
import { monthStates } from '@ke-vai/contract/month/state.ts'
import { monthReportRead } from '@ke-vai/contract/report/report.ts'
import { asActor } from '../platform/actor.ts'
import { type Read, runRead } from '../platform/reads.ts'
import { makeDocx, makeXlsx, reportReads } from '../report/report.ts'
import { findClub, operator } from './find-club.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { CommandRefusal, type Terminal } from './terminal.ts'
import { type AnyMonthReport, anyMonthReport, showUnopenedMonth } from './unopened-month.ts'

interface Asked {
  club: string
  month: string
  json: boolean
  xlsx: string | undefined
  docx: string | undefined
}

/** Prints the report of a month, or writes it as the file that the screen would give. */
export async function printMonthReport(asked: Asked, terminal: Terminal): Promise<void> {
  const database = await openDatabase(terminal)
  try {
    const clubId = await findClub(database.app, asked.club)
    const params = { clubId, month: asked.month }
    const report = anyMonthReport.parse(
      await runRead(database.app, database.vault, operator, await reading(database, params), {
        params,
        query: {},
      }),
    )
    // A document of a month that nobody opened is what it would be if it were opened now: a draft, and says so.
    const printed = { ...report, state: report.state === 'not_opened' ? ('open' as const) : report.state }
    if (asked.xlsx !== undefined) await save(asked.xlsx, await makeXlsx(printed), terminal)
    if (asked.docx !== undefined) await save(asked.docx, await makeDocx(printed), terminal)
    if (!asked.json && (asked.xlsx ?? asked.docx) !== undefined) return
    terminal.print(asked.json ? JSON.stringify(report, null, 2) : reportText(report))
  } finally {
    await database.close()
  }
}

type Params = { clubId: string; month: string }

async function isOpened({ app }: OpenDatabase, { clubId, month }: Params): Promise<boolean> {
  const found = await asActor(
    app,
    operator,
    { clubId },
    (tx, actor) =>
      tx`select from month_cycle where province = ${actor.clubProvince} and club_id = ${clubId} and month = ${month}`,
  )
  return found.length > 0
}

/** The read that answers for this month: the one of the screens, or that of a month not opened. */
async function reading(database: OpenDatabase, params: Params): Promise<Read> {
  if (!(await isOpened(database, params))) return showUnopenedMonth
  const found = reportReads.find((each) => each.definition.name === monthReportRead.name)
  if (!found) throw new Error('the report has no handler')
  return found
}

async function save(path: string, bytes: Uint8Array, terminal: Terminal): Promise<void> {
  await writeFile(path, bytes, { mode: 0o600 }).catch(() => {
    throw new CommandRefusal('Không ghi được tệp báo cáo', 'the report file could not be written')
  })
  terminal.say(`Đã ghi ${path} (written).`)
}

/** The report as lines of text: every figure with its unit, the year so far beside it, its targets below it. */
function reportText(report: AnyMonthReport): string {
  const state = report.state === 'not_opened' ? 'chưa mở' : monthStates[report.state].vi
  return [
    `${report.clubName} (${report.clubCode})`,
    `Báo cáo tháng ${showMonth(report.month)}: từ ${showDate(report.first)} đến ${showDate(report.last)}`,
    `Trạng thái: ${state}`,
    '',
    ...report.lines.flatMap((line) => [
      `${line.partOf === null ? '' : '  – '}${line.words.vi}: ${showFigure(line.month)} ${line.unit.vi} · từ đầu năm ${showFigure(line.yearToDate)} ${line.unit.vi}`,
      ...line.targets.map((each) => `      ${each.source}: ${each.words.vi}`),
    ]),
    '',
    'Theo nhóm (một người có thể thuộc nhiều nhóm):',
    ...report.groups.map(
      (each) =>
        `  ${each.words.vi}: ${each.month.persons.value} ${unitWords.person.vi}, ${each.month.contacts.value} ${unitWords.person_time.vi}`,
    ),
    ...report.amendments.map(
      (each) =>
        `Đính chính ${each.no}: ${each.words.vi}: ${each.before} → ${each.after} ${each.unit.vi} (${each.reason})`,
    ),
  ].join('\n')
}

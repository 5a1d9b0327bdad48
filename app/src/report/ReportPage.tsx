import { showMonth } from '@ke-vai/contract/date/date.ts'
import { monthList } from '@ke-vai/contract/month/month.ts'
import { monthStates } from '@ke-vai/contract/month/state.ts'
import { monthDocxRead, monthReportRead, monthXlsxRead } from '@ke-vai/contract/report/report.ts'
import { Link, useLocation } from 'wouter'
import { addressOf } from '../api/api.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { ReportSheet } from './report.tsx'

const words = {
  title: { vi: 'Báo cáo tháng', en: 'Report of the month' },
  month: { vi: 'Tháng', en: 'Month' },
  none: {
    vi: 'Chưa có tháng nào để báo cáo. Mở tháng trước, số liệu sẽ tự vào báo cáo.',
    en: 'There is no month to report on yet. Open a month first; the report fills itself.',
  },
  open: { vi: 'Mở tháng', en: 'Open a month' },
  xlsx: { vi: 'Tải Excel', en: 'Download Excel' },
  docx: { vi: 'Tải Word', en: 'Download Word' },
  print: { vi: 'In', en: 'Print' },
} as const

interface Props {
  clubId: string
  /** Left out: the newest month. */
  month?: string
  /** Where the report of another month of this club is. */
  pathOf: (month: string) => string
  back?: { href: string; text: string }
}

/** The report of one month, as it prints, with its files. */
export function ReportPage({ clubId, month, pathOf, back }: Props) {
  const { say } = useLanguage()
  const list = useRead(monthList, { clubId }, {})
  return (
    <Page title={say(words.title)} wide {...(back ? { back } : {})}>
      <Reading of={list}>
        {({ months }) => {
          const shown = month ?? months[0]?.month
          if (!shown)
            return (
              <div className="card stack">
                <p>{say(words.none)}</p>
                <Link href={paths.month()} className="button button-main">
                  {say(words.open)}
                </Link>
              </div>
            )
          return (
            <>
              <ChooseMonth months={months} shown={shown} pathOf={pathOf} />
              <OneReport clubId={clubId} month={shown} />
            </>
          )
        }}
      </Reading>
    </Page>
  )
}

interface ChooseProps {
  months: readonly { month: string; state: keyof typeof monthStates }[]
  shown: string
  pathOf: (month: string) => string
}

function ChooseMonth({ months, shown, pathOf }: ChooseProps) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  return (
    <div className="field no-print choose-month">
      <label htmlFor="report-month">{say(words.month)}</label>
      <select id="report-month" value={shown} onChange={(event) => go(pathOf(event.target.value))}>
        {months.map(({ month, state }) => (
          <option key={month} value={month}>
            {showMonth(month)} · {say(monthStates[state])}
          </option>
        ))}
      </select>
    </div>
  )
}

function OneReport({ clubId, month }: { clubId: string; month: string }) {
  const { say } = useLanguage()
  const report = useRead(monthReportRead, { clubId, month }, {})
  return (
    <Reading of={report}>
      {(data) => (
        <>
          <div className="actions">
            <a className="button button-main" href={addressOf(monthXlsxRead, { clubId, month }, {})} download>
              {say(words.xlsx)}
            </a>
            <a
              className="button button-quiet"
              href={addressOf(monthDocxRead, { clubId, month }, {})}
              download
            >
              {say(words.docx)}
            </a>
            <Button look="quiet" onClick={() => window.print()}>
              {say(words.print)}
            </Button>
          </div>
          <ReportSheet report={data} />
        </>
      )}
    </Reading>
  )
}

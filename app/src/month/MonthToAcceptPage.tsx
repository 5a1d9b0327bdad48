import { clubGet } from '@ke-vai/contract/club/reads.ts'
import { showDate, showMonth } from '@ke-vai/contract/date/date.ts'
import { monthGet } from '@ke-vai/contract/month/month.ts'
import { monthReportRead } from '@ke-vai/contract/report/report.ts'
import { Link } from 'wouter'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { ReportSheet } from '../report/report.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { Amendments } from './Amendments.tsx'
import { AnswerMonth } from './AnswerMonth.tsx'
import { Minutes } from './Minutes.tsx'
import { StateChip } from './StateChip.tsx'

const words = {
  title: { vi: 'Xem tháng của câu lạc bộ', en: 'A month of a club' },
  back: { vi: 'Tháng chờ nhận', en: 'Months to accept' },
  files: { vi: 'Tải hoặc in báo cáo', en: 'Download or print the report' },
  minutes: { vi: 'Biên bản', en: 'Minutes' },
  report: { vi: 'Báo cáo', en: 'The report' },
} as const

interface Props {
  clubId: string
  month: string
}

/** A submitted month before the ward officer: her answer, the minutes, the report. */
export function MonthToAcceptPage({ clubId, month }: Props) {
  const { say } = useLanguage()
  const read = useRead(monthGet, { clubId, month }, {})
  const club = useRead(clubGet, { clubId }, {})
  const report = useRead(monthReportRead, { clubId, month }, {})
  return (
    <Page
      title={say(words.title)}
      back={{ href: paths.monthsToAccept(), text: say(words.back) }}
      wide
      actions={
        <Link href={paths.clubReport(clubId, month)} className="button button-quiet">
          {say(words.files)}
        </Link>
      }
    >
      <Reading of={read}>
        {(data) => (
          <>
            <Reading of={club}>
              {({ name }) => (
                <div>
                  <h2>{name}</h2>
                  <p className="line">
                    <strong>
                      {say({ vi: `Tháng ${showMonth(data.month)}`, en: `Month ${showMonth(data.month)}` })}
                    </strong>
                    <span className="quiet">
                      {showDate(data.first)} – {showDate(data.last)}
                    </span>
                    <StateChip state={data.state} />
                  </p>
                </div>
              )}
            </Reading>
            <AnswerMonth clubId={clubId} month={data} />
            <Amendments amendments={data.amendments} />
            <div className="beside">
              <section className="stack" aria-labelledby="report">
                <h2 id="report">{say(words.report)}</h2>
                <Reading of={report}>{(sheet) => <ReportSheet report={sheet} />}</Reading>
              </section>
              <section className="stack" aria-labelledby="minutes">
                <h2 id="minutes">{say(words.minutes)}</h2>
                <Minutes meetings={data.meetings} members={club.data?.members ?? []} texts={undefined} />
              </section>
            </div>
          </>
        )}
      </Reading>
    </Page>
  )
}

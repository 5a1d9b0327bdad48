import { showDate, showMonth, today } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { monthsToAccept } from '@ke-vai/contract/month/month.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { standingWith, useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Choice } from '../ui/Choice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { StateChip } from './StateChip.tsx'

type Lines = ResponseOf<typeof monthsToAccept>['months']
type Shown = 'submitted' | 'returned' | 'locked'

const shownWords: Record<Shown, Words> = {
  submitted: { vi: 'Chờ xem', en: 'Waiting' },
  returned: { vi: 'Đã gửi lại', en: 'Returned' },
  locked: { vi: 'Đã nhận', en: 'Accepted' },
}
const empty: Record<Shown, Words> = {
  submitted: {
    vi: 'Không có tháng nào đang chờ. Khi câu lạc bộ nộp, tháng sẽ hiện ở đây.',
    en: 'No month is waiting. When a club submits one, it appears here.',
  },
  returned: { vi: 'Không có tháng nào đang được câu lạc bộ sửa.', en: 'No month is being corrected.' },
  locked: { vi: 'Chưa nhận tháng nào.', en: 'No month has been accepted yet.' },
}
const words = {
  title: { vi: 'Tháng chờ nhận', en: 'Months to accept' },
  show: { vi: 'Xem', en: 'Show' },
  club: { vi: 'Câu lạc bộ', en: 'Club' },
  month: { vi: 'Tháng', en: 'Month' },
  days: { vi: 'Từ ngày, đến ngày', en: 'From, to' },
  submitted: { vi: 'Ngày nộp', en: 'Submitted' },
  open: { vi: 'Mở xem', en: 'Open' },
} as const

/** The months of the officer's clubs that wait for her answer, the longest waiting first. */
export function MonthsToAcceptPage() {
  const { say } = useLanguage()
  const organisationId = standingWith(useMe(), 'month.accept')?.organisationId
  const [shown, setShown] = useState<Shown>('submitted')
  return (
    <Page title={say(words.title)} wide>
      <Choice
        label={say(words.show)}
        options={(Object.keys(shownWords) as Shown[]).map((code) => ({ code, text: say(shownWords[code]) }))}
        chosen={[shown]}
        onChange={([code]) => code && setShown(code)}
      />
      {organisationId && <Months organisationId={organisationId} shown={shown} />}
    </Page>
  )
}

function Months({ organisationId, shown }: { organisationId: string; shown: Shown }) {
  const { say } = useLanguage()
  const list = useRead(monthsToAccept, { organisationId }, { state: shown })
  return (
    <Reading of={list}>
      {({ months }) =>
        months.length === 0 ? (
          <p className="empty">{say(empty[shown])}</p>
        ) : (
          <>
            <MonthTable months={months} />
            <MonthCards months={months} />
          </>
        )
      }
    </Reading>
  )
}

const submittedOn = (at: string | null) => (at === null ? '' : showDate(today(new Date(at))))

function MonthTable({ months }: { months: Lines }) {
  const { say } = useLanguage()
  return (
    <table className="wide-only">
      <thead>
        <tr>
          <th scope="col">{say(words.club)}</th>
          <th scope="col">{say(words.month)}</th>
          <th scope="col">{say(words.days)}</th>
          <th scope="col">{say(words.submitted)}</th>
          <th scope="col">{say(words.open)}</th>
        </tr>
      </thead>
      <tbody>
        {months.map((each) => (
          <tr key={each.id}>
            <th scope="row">{each.clubName}</th>
            <td>{showMonth(each.month)}</td>
            <td className="nowrap">
              {showDate(each.first)} – {showDate(each.last)}
            </td>
            <td>{submittedOn(each.submittedAt)}</td>
            <td>
              <Link
                href={paths.monthToAccept(each.clubId, each.month)}
                className="button button-quiet nowrap"
                aria-label={`${say(words.open)}: ${each.clubName}, ${showMonth(each.month)}`}
              >
                {say(words.open)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MonthCards({ months }: { months: Lines }) {
  const { say } = useLanguage()
  return (
    <ul className="cards narrow-only">
      {months.map((each) => (
        <li key={each.id} className="card">
          <Link href={paths.monthToAccept(each.clubId, each.month)} className="person-link">
            <strong>{each.clubName}</strong>
            <span>
              {say({ vi: `Tháng ${showMonth(each.month)}`, en: `Month ${showMonth(each.month)}` })}
              {each.submittedAt !== null &&
                say({
                  vi: ` · nộp ngày ${submittedOn(each.submittedAt)}`,
                  en: ` · submitted ${submittedOn(each.submittedAt)}`,
                })}
            </span>
            <StateChip state={each.state} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

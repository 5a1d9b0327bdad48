import { clubGet } from '@ke-vai/contract/club/reads.ts'
import { monthOf, showDate, showMonth, today } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { monthList } from '@ke-vai/contract/month/month.ts'
import { isWritable, type MonthState } from '@ke-vai/contract/month/state.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { Link } from 'wouter'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { OpenMonth } from './OpenMonth.tsx'
import { StateChip } from './StateChip.tsx'

type Months = ResponseOf<typeof monthList>['months']

const words = {
  title: { vi: 'Họp tháng', en: 'Month' },
  next: { vi: 'Việc tiếp theo', en: 'What comes next' },
  all: { vi: 'Các tháng', en: 'All months' },
  none: {
    vi: 'Câu lạc bộ chưa mở tháng nào. Ban chủ nhiệm mở tháng, rồi số liệu tự vào.',
    en: 'No month has been opened yet. The board opens one; then the figures come by themselves.',
  },
  openFirst: {
    vi: 'Mở tháng đầu tiên: số liệu trong sổ sẽ tự vào, chị chỉ điểm danh và ghi vài dòng.',
    en: 'Open the first month: figures come from the book, you only tick who was there and add a few words.',
  },
  calm: {
    vi: 'Các tháng đã mở đều xong phần của câu lạc bộ.',
    en: 'The club has done its part of every open month.',
  },
  openOther: { vi: 'Mở một tháng khác', en: 'Open another month' },
} as const

/** The one thing to do with a month that the club still holds. */
const nextStep: Partial<Record<MonthState, Words>> = {
  open: { vi: 'Chuẩn bị họp', en: 'Prepare the meeting' },
  preparing: { vi: 'Vào họp tháng', en: 'Hold the meeting' },
  met: { vi: 'Xem lại và nộp', en: 'Look over and submit' },
  returned: { vi: 'Xem góp ý và sửa', en: 'Read the comment and correct' },
}

/** The months of the club, and what is next to do. */
export function MonthPage() {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const runs = useOwnPermissions().includes('month.run')
  const list = useRead(monthList, { clubId }, {})
  const club = useRead(clubGet, { clubId }, {})
  return (
    <Page title={say(words.title)}>
      <Reading of={list}>
        {({ months }) => (
          <>
            {runs && (
              <Reading of={club}>
                {({ monthStartDay, startedOn }) => (
                  <NextThing months={months} present={monthOf(today(), monthStartDay)} since={startedOn} />
                )}
              </Reading>
            )}
            {months.length === 0 && !runs && <p className="empty">{say(words.none)}</p>}
            {months.length > 0 && <MonthCards months={months} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

interface NextProps {
  months: Months
  /** The month to which today belongs. */
  present: string
  since: string | null
}

function NextThing({ months, present, since }: NextProps) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  // What was returned waits for an answer; then the newest month that the club still holds.
  const held =
    months.find(({ state }) => state === 'returned') ?? months.find(({ state }) => isWritable(state))
  const step = held && nextStep[held.state]
  const opened = months.map(({ month }) => month)
  return (
    <section className="card stack" aria-labelledby="next">
      <h2 id="next">{say(words.next)}</h2>
      {held && step ? (
        <>
          <p>
            <strong>
              {say({ vi: `Tháng ${showMonth(held.month)}`, en: `Month ${showMonth(held.month)}` })}
            </strong>{' '}
            <StateChip state={held.state} />
          </p>
          <Link href={paths.monthOf(held.month)} className="button button-main wide">
            {say(step)}
          </Link>
          <details>
            <summary>{say(words.openOther)}</summary>
            <OpenMonth clubId={clubId} opened={opened} present={present} since={since} look="quiet" />
          </details>
        </>
      ) : (
        <>
          <p>{say(months.length === 0 ? words.openFirst : words.calm)}</p>
          <OpenMonth clubId={clubId} opened={opened} present={present} since={since} look="main" />
        </>
      )}
    </section>
  )
}

function MonthCards({ months }: { months: Months }) {
  const { say } = useLanguage()
  return (
    <section>
      <h2>{say(words.all)}</h2>
      <ul className="cards">
        {months.map(({ id, month, first, last, state }) => (
          <li key={id} className="card">
            <Link href={paths.monthOf(month)} className="person-link">
              <strong>{say({ vi: `Tháng ${showMonth(month)}`, en: `Month ${showMonth(month)}` })}</strong>
              <span className="quiet">
                {showDate(first)} – {showDate(last)}
              </span>
              <StateChip state={state} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

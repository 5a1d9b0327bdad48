import { clubGet } from '@ke-vai/contract/club/reads.ts'
import { showDate, showMonth } from '@ke-vai/contract/date/date.ts'
import { type MonthPage, monthGet } from '@ke-vai/contract/month/month.ts'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { type ReadState, readAgain, useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { AmendMonth } from './AmendMonth.tsx'
import { Amendments } from './Amendments.tsx'
import { Minutes } from './Minutes.tsx'
import { MonthMeeting } from './MonthMeeting.tsx'
import { ReturnedComment } from './ReturnedComment.tsx'
import { StateChip } from './StateChip.tsx'
import { withoutWarning } from './without-warning.ts'

const words = {
  report: { vi: 'Xem báo cáo tháng', en: 'See the report of the month' },
  months: { vi: 'Các tháng', en: 'All months' },
  noMinutes: {
    vi: 'Tháng này chưa có biên bản họp. Chị xem lại sau buổi họp nhé.',
    en: 'There are no minutes for this month yet. Please look again after the meeting.',
  },
  waiting: {
    vi: 'Hội LHPN đang xem. Chị chưa cần làm gì thêm; khi có góp ý hoặc khi tháng được nhận, trang này sẽ báo.',
    en: "The ward's Union is looking at it. There is nothing to do now; this page will say when it is answered.",
  },
  locked: {
    vi: 'Tháng đã được nhận và khóa. Số liệu giữ nguyên như khi nộp.',
    en: 'The month is accepted and locked. Its figures stay as they were submitted.',
  },
} as const

/** One month of one's own club: the meeting while it is written, then what became of it. */
export function MonthOfPage({ month }: { month: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const read = useRead(monthGet, { clubId, month }, {})
  const fresh = useFresh(read)
  useEffect(() => {
    window.addEventListener('online', readAgain)
    return () => window.removeEventListener('online', readAgain)
  }, [])
  return (
    <Page
      title={say({ vi: `Họp tháng ${showMonth(month)}`, en: `Month ${showMonth(month)}` })}
      back={{ href: paths.month(), text: say(words.months) }}
    >
      <Reading of={fresh ? read : { ...read, data: null }}>
        {(data) => <OneMonth clubId={clubId} month={data} again={read.again} />}
      </Reading>
    </Page>
  )
}

/** True once the first answer of this visit is here: what is written starts from it, not from an older one. */
function useFresh({ waiting }: ReadState<unknown>): boolean {
  const [fresh, setFresh] = useState(false)
  useEffect(() => {
    if (!waiting) setFresh(true)
  }, [waiting])
  return fresh
}

interface Props {
  clubId: string
  month: MonthPage
  again: () => void
}

function OneMonth({ clubId, month, again }: Props) {
  const club = useRead(clubGet, { clubId }, {})
  return (
    <>
      <p className="line">
        <StateChip state={month.state} />
        <span className="quiet">
          {showDate(month.first)} – {showDate(month.last)}
        </span>
      </p>
      <ReturnedComment entries={month.entries} />
      <Reading of={withoutWarning(club)}>
        {(data) =>
          month.may.includes('write') ? (
            <MonthMeeting club={data} month={month} again={again} />
          ) : (
            <WrittenMonth clubId={clubId} month={month} members={data.members ?? []} />
          )
        }
      </Reading>
    </>
  )
}

type WrittenProps = Omit<Props, 'again'> & { members: readonly { id: string; displayName: string }[] }

function WrittenMonth({ clubId, month, members }: WrittenProps) {
  const { say } = useLanguage()
  const reads = useOwnPermissions().includes('report.read')
  const submitted = month.entries.findLast(({ kind }) => kind === 'submitted')
  return (
    <>
      {month.state === 'submitted' && reads && (
        <Notice>
          <p>
            <strong>
              {say({
                vi: `Đã nộp lần ${month.version}${submitted ? `, ngày ${dayOf(submitted.at)}` : ''}.`,
                en: `Submitted, version ${month.version}${submitted ? `, on ${dayOf(submitted.at)}` : ''}.`,
              })}
            </strong>
          </p>
          <p>{say(words.waiting)}</p>
        </Notice>
      )}
      {month.state === 'locked' && reads && <Notice kind="good">{say(words.locked)}</Notice>}
      {reads && (
        <Link href={paths.reportOf(month.month)} className="button button-main wide">
          {say(words.report)}
        </Link>
      )}
      {month.meetings.length === 0 ? (
        <p className="empty">{say(words.noMinutes)}</p>
      ) : (
        <Minutes meetings={month.meetings} members={members} texts={month.texts} />
      )}
      {month.state === 'locked' && reads && <Amendments amendments={month.amendments} />}
      {month.may.includes('amend') && <AmendMonth clubId={clubId} month={month} />}
    </>
  )
}

/** An instant as the day on which it was in Việt Nam. */
const dayOf = (at: string) =>
  new Date(at).toLocaleDateString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  })

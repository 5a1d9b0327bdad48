import { showCount } from '@ke-vai/contract/count/count.ts'
import { addMonths, showDate, showMonth, today, type YearMonth } from '@ke-vai/contract/date/date.ts'
import {
  attendanceOf,
  type SessionLine,
  sessionKinds,
  sessionList,
} from '@ke-vai/contract/session/session.ts'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { usePendingSessions } from './pending.ts'

const words = {
  title: { vi: 'Buổi truyền thông', en: 'Sessions' },
  back: { vi: 'Sổ theo dõi', en: 'Register' },
  add: { vi: 'Ghi một buổi', en: 'Record a session' },
  progress: { vi: 'Tiến độ mời người dự', en: 'Progress in inviting' },
  before: { vi: 'Tháng trước', en: 'Month before' },
  after: { vi: 'Tháng sau', en: 'Month after' },
  month: { vi: 'Tháng', en: 'Month' },
  sessions: { vi: 'Số buổi', en: 'Sessions' },
  attendance: { vi: 'Lượt dự', en: 'Attendance' },
  leaflets: { vi: 'Tờ rơi', en: 'Leaflets' },
  estimated: { vi: 'trong đó ước tính', en: 'of which estimated' },
  aboutCount: { vi: 'ước tính', en: 'estimated' },
  empty: {
    vi: 'Tháng này chưa có buổi nào. Ghi ngay sau khi buổi kết thúc, lúc còn nhớ số người.',
    en: 'No session this month. Record one right after it ends, while the numbers are fresh.',
  },
  pending: { vi: 'Đã lưu trong máy, chưa gửi', en: 'Saved on this device, not sent yet' },
} as const

/** The sessions of a month, with its totals in cuộc, lượt and tờ. Nothing here says who was invited. */
export function SessionsPage() {
  const { say, language } = useLanguage()
  const clubId = useOwnClubId()
  const may = useOwnPermissions()
  const [chosen, setChosen] = useState<YearMonth | null>(null)
  const month = chosen ?? today().slice(0, 7)
  const list = useRead(sessionList, { clubId }, { month })
  const pending = usePendingSessions()
  const firstDay = list.data?.firstDay

  useEffect(() => {
    // A club whose month starts late is still in the month before.
    if (chosen === null && firstDay !== undefined && firstDay > today()) setChosen(addMonths(month, -1))
  }, [chosen, firstDay, month])

  return (
    <Page
      title={say(words.title)}
      back={{ href: paths.register(), text: say(words.back) }}
      actions={
        <div className="actions">
          {may.includes('session.record') && (
            <Link href={paths.newSession()} className="button button-main">
              {say(words.add)}
            </Link>
          )}
          {may.includes('mobilisation.read') && (
            <Link href={paths.mobilisation()} className="button button-quiet">
              {say(words.progress)}
            </Link>
          )}
        </div>
      }
    >
      <div className="month-switch">
        <Button look="quiet" aria-label={say(words.before)} onClick={() => setChosen(addMonths(month, -1))}>
          ‹
        </Button>
        <h2>
          {say(words.month)} {showMonth(month)}
        </h2>
        <Button look="quiet" aria-label={say(words.after)} onClick={() => setChosen(addMonths(month, 1))}>
          ›
        </Button>
      </div>
      <Reading of={list}>
        {({ firstDay, lastDay, lines, totals }) => {
          const waiting = pending.filter((each) => each.onDay >= firstDay && each.onDay <= lastDay)
          return (
            <>
              <p className="quiet">
                {showDate(firstDay)} – {showDate(lastDay)}
              </p>
              <dl className="figures">
                <Figure term={say(words.sessions)}>{showCount(totals.sessions, language)}</Figure>
                <Figure term={say(words.attendance)}>{showCount(totals.attendance, language)}</Figure>
                <Figure term={say(words.leaflets)}>{showCount(totals.leaflets, language)}</Figure>
              </dl>
              {totals.estimated.value > 0 && (
                <p className="quiet">
                  {say(words.attendance)}: {say(words.estimated)} {showCount(totals.estimated, language)}.
                </p>
              )}
              {lines.length + waiting.length === 0 && <p className="empty">{say(words.empty)}</p>}
              <ul className="cards">
                {waiting.map((each) => (
                  <li key={each.sessionId} className="card">
                    <strong>{each.topic}</strong>
                    <p className="quiet">
                      {showDate(each.onDay)} · {showCount(attendanceOf(each), language)}
                    </p>
                    <span className="pending">{say(words.pending)}</span>
                  </li>
                ))}
                {lines.map((line) => (
                  <SessionCard key={line.id} line={line} />
                ))}
              </ul>
            </>
          )
        }}
      </Reading>
    </Page>
  )
}

function SessionCard({ line }: { line: SessionLine }) {
  const { say, language } = useLanguage()
  return (
    <li className="card">
      <strong>{line.topic}</strong>
      <p className="quiet">
        {showDate(line.onDay)} · {say(sessionKinds[line.kind])}
        {line.venue && ` · ${line.venue}`}
      </p>
      <p>
        {showCount(line.attendance, language)}
        {line.method === 'estimated' && ` (${say(words.aboutCount)})`}
        {line.leaflets.value > 0 && ` · ${showCount(line.leaflets, language)}`}
      </p>
    </li>
  )
}

function Figure({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

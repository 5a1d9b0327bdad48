import { showMoment } from '@ke-vai/contract/date/date.ts'
import { useLanguage } from '../language/language.ts'
import { Clock } from './Clock.tsx'
import { deadlineWords } from './clock-words.ts'
import type { CasePanelProps } from './panel.ts'

const words = {
  none: {
    vi: 'Chưa có thời hạn nào chạy. Thời hạn tự bắt đầu khi có việc mà luật hoặc kế hoạch đặt hạn.',
    en: 'No clock runs. One starts by itself with whatever the law or the plan sets a time limit for.',
  },
  started: { vi: 'bắt đầu', en: 'started' },
  withoutHolidays: {
    vi: 'tính theo ngày làm việc, chưa tính ngày nghỉ lễ',
    en: 'counted in working days, public holidays not yet taken out',
  },
  met: { vi: 'Đã xong', en: 'Done' },
} as const

/** Every clock of a case: those that run by when they end, then those that were met. */
export function ClocksPanel({ page }: CasePanelProps) {
  const { say } = useLanguage()
  const { deadlines } = page
  if (deadlines.length === 0) return <p className="empty">{say(words.none)}</p>
  return (
    <ul className="cards">
      {deadlines.map(({ id, kind, startedAt, dueAt, metAt, withoutHolidays }) => (
        <li key={id} className="card">
          {metAt === null ? (
            <Clock due={{ kind, dueAt }} />
          ) : (
            <>
              <strong>{say(deadlineWords(kind))}</strong>{' '}
              <span className="good">
                {say(words.met)} {showMoment(metAt)}
              </span>
            </>
          )}
          <span className="quiet below">
            {say(words.started)} {showMoment(startedAt)}
            {withoutHolidays && ` · ${say(words.withoutHolidays)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

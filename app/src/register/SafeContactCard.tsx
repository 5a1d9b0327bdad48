import { showClock } from '@ke-vai/contract/date/date.ts'
import {
  contactWays,
  offerNow,
  type ShownSafeContact,
  showMinute,
} from '@ke-vai/contract/register/safe-contact.ts'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'

const words = {
  title: { vi: 'Cách liên hệ an toàn', en: 'How to reach her safely' },
  none: {
    vi: 'Chưa ghi cách liên hệ an toàn. Lần gặp tới, hãy hỏi: «Chị muốn chúng tôi liên hệ bằng cách nào, lúc nào?»',
    en: 'No rule yet. Ask next time: “How and when would you like us to reach you?”',
  },
  hours: { vi: 'Giờ', en: 'Hours' },
  say: { vi: 'Xưng là', en: 'Speak as' },
  answers: { vi: 'Người có thể nghe máy', en: 'Who may answer' },
  visit: { vi: 'Khi đến thăm', en: 'When visiting' },
  said: { vi: 'Lời chị dặn', en: 'What she said' },
  wordsShut: {
    vi: 'Chị có dặn thêm, nhưng lúc này chưa mở được: khóa của sổ đang đóng. Không có gì bị mất; xin báo người quản trị.',
    en: 'She said more, but it cannot be opened now: the register is locked. Nothing is lost; please tell the administrator.',
  },
  noMessage: { vi: 'Không để lại lời nhắn.', en: 'Leave no message.' },
  mayMessage: { vi: 'Có thể để lại lời nhắn trung tính.', en: 'A neutral message may be left.' },
  set: { vi: 'Ghi cách liên hệ an toàn', en: 'Write how to reach her' },
  change: { vi: 'Đổi cách liên hệ', en: 'Change this' },
  callNow: { vi: 'Bây giờ có thể gọi.', en: 'Calling is possible now.' },
} as const

/** The minute of the day in Việt Nam. */
export function minuteNow(now: Date = new Date()): number {
  const [hour, minute] = showClock(now).split(':')
  return Number(hour) * 60 + Number(minute)
}

/** The safe-contact rule, shown before any contact. Calling is offered only in her hours and in the name she chose. */
export function SafeContactCard({ rule, edit }: { rule: ShownSafeContact | null; edit?: string }) {
  const { say } = useLanguage()
  if (rule === null)
    return (
      <div className="notice notice-careful">
        <p>{say(words.none)}</p>
        {edit && <EditLink to={edit}>{say(words.set)}</EditLink>}
      </div>
    )
  const offer = offerNow(rule, minuteNow())
  return (
    <section className="card safe-contact" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      <p>{rule.ways.map((way) => say(contactWays[way])).join(' · ')}</p>
      <dl>
        {(rule.fromMinute !== null || rule.untilMinute !== null) && (
          <Line term={say(words.hours)}>
            {showMinute(rule.fromMinute ?? 0)} – {showMinute(rule.untilMinute ?? 1440)}
          </Line>
        )}
        {rule.wordsShut && <Line term={say(words.said)}>{say(words.wordsShut)}</Line>}
        {rule.sayFrom && <Line term={say(words.say)}>{rule.sayFrom}</Line>}
        {rule.whoMayAnswer && <Line term={say(words.answers)}>{rule.whoMayAnswer}</Line>}
        {rule.visitRule && <Line term={say(words.visit)}>{rule.visitRule}</Line>}
      </dl>
      <p>{say(rule.mayLeaveMessage ? words.mayMessage : words.noMessage)}</p>
      <p className={offer.call ? 'good' : 'careful'}>{offer.why ? say(offer.why) : say(words.callNow)}</p>
      {edit && !rule.wordsShut && <EditLink to={edit}>{say(words.change)}</EditLink>}
    </section>
  )
}

function EditLink({ to, children }: { to: string; children: React.ReactNode }) {
  return (
    <Link href={to} className="touch-link">
      {children}
    </Link>
  )
}

function Line({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

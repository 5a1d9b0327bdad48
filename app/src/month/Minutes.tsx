import { showDate } from '@ke-vai/contract/date/date.ts'
import type { MeetingPage } from '@ke-vai/contract/month/month.ts'
import { type MonthTexts, meetingKinds, monthTextWords } from '@ke-vai/contract/month/writing.ts'
import { useLanguage } from '../language/language.ts'
import { BoardOnly } from './BoardOnly.tsx'

const words = {
  minutes: { vi: 'Biên bản', en: 'Minutes' },
  decisions: { vi: 'Quyết định', en: 'Decisions' },
  who: { vi: 'Người dự', en: 'Who was there' },
  nothing: { vi: 'Chưa ghi', en: 'Nothing written' },
} as const

interface Props {
  meetings: readonly MeetingPage[]
  members: readonly { id: string; displayName: string }[]
  /** Only for the board and the ward officer; for others there is none. */
  texts: MonthTexts | undefined
}

/** What was written of a month, to read. Whatever the reader may not see is not in the answer, so it is not here. */
export function Minutes({ meetings, members, texts }: Props) {
  const { say } = useLanguage()
  return (
    <>
      {meetings.map((meeting) => (
        <section key={meeting.id} className="card stack" aria-labelledby={`meeting-${meeting.id}`}>
          <div>
            <h2 id={`meeting-${meeting.id}`}>{say(meetingKinds[meeting.kind])}</h2>
            <p className="quiet">{[showDate(meeting.heldOn), meeting.venue].filter(Boolean).join(' · ')}</p>
          </div>
          <Attendance meeting={meeting} members={members} />
          <div>
            <h3>{say(words.minutes)}</h3>
            <p className="written">{meeting.minutes || say(words.nothing)}</p>
          </div>
          {meeting.decisions.length > 0 && (
            <div>
              <h3>{say(words.decisions)}</h3>
              <ul className="dots">
                {meeting.decisions.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </div>
          )}
          {meeting.restrictedPart && (
            <BoardOnly>
              <p className="written">{meeting.restrictedPart}</p>
            </BoardOnly>
          )}
        </section>
      ))}
      {texts && (
        <section className="card stack">
          {(Object.keys(monthTextWords) as (keyof MonthTexts)[]).map((key) => (
            <div key={key}>
              <h3>{say(monthTextWords[key])}</h3>
              <p className="written">{texts[key] || say(words.nothing)}</p>
            </div>
          ))}
        </section>
      )}
    </>
  )
}

function Attendance({ meeting, members }: { meeting: MeetingPage } & Pick<Props, 'members'>) {
  const { say } = useLanguage()
  if (meeting.attendance.length === 0) return null
  const names = members.filter(({ id }) => meeting.attendance.includes(id)).map((each) => each.displayName)
  return (
    <div>
      <h3>{say(words.who)}</h3>
      <p>
        {say({
          vi: `${meeting.attendance.length}/${meeting.activeMembers} người`,
          en: `${meeting.attendance.length} of ${meeting.activeMembers} members`,
        })}
        {names.length > 0 && `: ${names.join(', ')}`}
      </p>
    </div>
  )
}

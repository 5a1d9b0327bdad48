import { showClock, showMoment, today } from '@ke-vai/contract/date/date.ts'
import { fieldGroups, identityOpenings, type Opening } from '@ke-vai/contract/register/identity.ts'
import { openingReasons } from '@ke-vai/contract/register/person.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'

const words = {
  opened: { vi: 'Đã mở', en: 'Opened by' },
  nobody: { vi: 'Chưa ai mở thông tin riêng của chị ấy.', en: 'Nobody has opened her identity yet.' },
  own: { vi: 'chính chị', en: 'yourself' },
  left: { vi: 'người đã rời câu lạc bộ', en: 'somebody who left the club' },
  all: { vi: 'Xem các lần đã mở', en: 'See who opened it' },
} as const

/** Who opened this person, when, why and what: a calm line, so that everybody knows that openings are seen. */
export function WhoOpened({ clubId, personId }: { clubId: string; personId: string }) {
  const { say } = useLanguage()
  const { data } = useRead(identityOpenings, { clubId, personId }, {})
  if (data === null) return null
  if (data.openings.length === 0) return <p className="hint">{say(words.nobody)}</p>
  // Beside the last one, which is often her own, the last one of somebody else.
  const [last] = data.openings
  const another = data.openings.find((opening) => !opening.own)
  const shown = data.openings.filter((opening) => opening === last || opening === another)
  return (
    <div className="who-opened">
      {shown.map((opening) => (
        <p key={opening.at} className="hint">
          {say(words.opened)}: <OpeningLine opening={opening} />
        </p>
      ))}
      {data.openings.length > shown.length && (
        <details>
          <summary>
            {say(words.all)} ({data.total})
          </summary>
          <ul>
            {data.openings.map((opening) => (
              <li key={opening.at} className="hint">
                <OpeningLine opening={opening} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function OpeningLine({ opening }: { opening: Opening }) {
  const { say } = useLanguage()
  const who = opening.own ? say(words.own) : (opening.by ?? say(words.left))
  const why = opening.reason === null ? [] : [say(openingReasons[opening.reason])]
  const what = say(fieldGroups[opening.fields])
  return <>{[who, openedAt(opening.at), ...why, what].join(' · ')}</>
}

/** '14:05', and with its day when that is not today. */
function openedAt(at: string): string {
  return today(new Date(at)) === today() ? showClock(at) : showMoment(at)
}

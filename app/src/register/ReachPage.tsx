import { type PersonPage, personRead } from '@ke-vai/contract/register/person.ts'
import { offerNow } from '@ke-vai/contract/register/safe-contact.ts'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useOwnClubId } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { CallOffer } from './CallOffer.tsx'
import { minuteNow, SafeContactCard } from './SafeContactCard.tsx'

const words = {
  title: { vi: 'Liên hệ', en: 'Reach her' },
  back: { vi: 'Người này', en: 'This person' },
  tick: { vi: 'Tôi đã đọc và sẽ làm theo', en: 'I have read this and will keep to it' },
  noRule: {
    vi: 'Vì chưa biết lúc nào an toàn, chưa gọi điện được. Xin gặp trực tiếp và hỏi chị ấy trước.',
    en: 'Nobody knows yet when it is safe, so calling is not offered. Please ask her in person first.',
  },
  setRule: { vi: 'Ghi cách liên hệ an toàn', en: 'Write how to reach her' },
  note: { vi: 'Ghi nhanh sau khi liên hệ', en: 'Quick note afterwards' },
} as const

/** «Liên hệ»: the rule comes first and is ticked; only then is offered what she allows at this hour. */
export function ReachPage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const person = useRead(personRead, { clubId, personId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.person(personId), text: say(words.back) }}>
      <Reading of={person}>{(data) => <Reach clubId={clubId} person={data} />}</Reading>
    </Page>
  )
}

function Reach({ clubId, person }: { clubId: string; person: PersonPage }) {
  const { say } = useLanguage()
  const [ticked, setTicked] = useState(false)
  const minute = useMinuteNow()
  const rule = person.safeContact
  if (rule === null)
    return (
      <div className="stack">
        <p className="code big">{person.code}</p>
        <SafeContactCard rule={null} />
        <p>{say(words.noRule)}</p>
        <Link href={paths.safeContact(person.id)} className="button button-main wide">
          {say(words.setRule)}
        </Link>
      </div>
    )
  const offer = offerNow(rule, minute)
  return (
    <div className="stack">
      <p className="code big">{person.code}</p>
      <SafeContactCard rule={rule} />
      <label className="tick">
        <input type="checkbox" checked={ticked} onChange={(event) => setTicked(event.target.checked)} />
        {say(words.tick)}
      </label>
      {ticked && offer.why && <Notice kind="careful">{say(offer.why)}</Notice>}
      {ticked && (offer.call || offer.message) && (
        <CallOffer clubId={clubId} personId={person.id} rule={rule} offer={offer} />
      )}
      {ticked && (
        <Link href={paths.quickNote(person.id)} className="button button-quiet wide">
          {say(words.note)}
        </Link>
      )}
    </div>
  )
}

/** The minute of the day, looked at again while the screen stands open: her hours may end meanwhile. */
function useMinuteNow(): number {
  const [minute, setMinute] = useState(() => minuteNow())
  useEffect(() => {
    const timer = setInterval(() => setMinute(minuteNow()), 10_000)
    return () => clearInterval(timer)
  }, [])
  return minute
}

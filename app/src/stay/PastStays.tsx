import type { EntryShown } from '@ke-vai/contract/case/entry.ts'
import { showDate, today } from '@ke-vai/contract/date/date.ts'
import { notReceivedReasons, otherPlaces, stayEnds } from '@ke-vai/contract/stay/codes.ts'
import { leavingPrepared, stayNotReceived } from '@ke-vai/contract/stay/entries.ts'
import { daysStayed, type StayNow } from '@ke-vai/contract/stay/state.ts'
import { OpenWords } from '../case/OpenWords.tsx'
import { useLanguage } from '../language/language.ts'

const words = {
  title: { vi: 'Những lần trước', en: 'Earlier stays' },
  contacts: { vi: 'Mở người muốn gặp trước ở xã', en: 'Open whom she wanted to meet first' },
} as const

interface Props {
  organisationId: string
  caseId: string
  entries: readonly EntryShown[]
  stays: readonly StayNow[]
}

/** Stays that ended, and beds that were asked for and found elsewhere, the newest first. */
export function PastStays({ organisationId, caseId, entries, stays }: Props) {
  const { say } = useLanguage()
  if (stays.length === 0) return null
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      <ul className="cards">
        {stays.toReversed().map((stay) => {
          const { begunOn, ended, notReceived } = stay
          const days = daysStayed(stay, today())
          const entry = entries.find(
            ({ id, kind, hasWords }) =>
              stay.entryIds.includes(id) &&
              hasWords &&
              (kind === leavingPrepared.kind || kind === stayNotReceived.kind),
          )
          return (
            <li key={stay.id} className="card stack">
              {begunOn && ended && (
                <>
                  <strong>{say(stayEnds[ended.how])}</strong>
                  <span>
                    {showDate(begunOn)} – {showDate(ended.onDay)} ·{' '}
                    {say({ vi: `${days} ngày`, en: `${days} days` })}
                  </span>
                </>
              )}
              {notReceived && (
                <>
                  <strong>{say(otherPlaces[notReceived.otherPlace])}</strong>
                  <span>
                    {showDate(stay.requestedOn)} · {say(notReceivedReasons[notReceived.reason])}
                  </span>
                </>
              )}
              {entry && (
                <OpenWords
                  {...{ organisationId, caseId, entry }}
                  {...(ended ? { text: say(words.contacts) } : {})}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

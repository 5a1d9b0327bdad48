import type { EntryShown } from '@ke-vai/contract/case/entry.ts'
import { escorted } from '@ke-vai/contract/case/escort.ts'
import { showClock, showDate, showMoment, today } from '@ke-vai/contract/date/date.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { EscortWords } from './EscortWords.tsx'
import { entryLine } from './entry-lines.ts'
import { NoteForms } from './NoteForms.tsx'
import { OpenWords } from './OpenWords.tsx'
import type { CasePanelProps } from './panel.ts'
import { type StandingEntry, timelineOf } from './timeline.ts'

const words = {
  kind: { vi: 'Chỉ xem', en: 'Only show' },
  all: { vi: 'Tất cả', en: 'Everything' },
  empty: {
    vi: 'Chưa có ghi nhận nào. Mỗi việc làm cùng người được hỗ trợ hiện ở đây theo ngày.',
    en: 'Nothing is recorded yet. Whatever is done with the person supported appears here, day by day.',
  },
  more: { vi: 'Xem thêm', en: 'Show more' },
  replaced: { vi: 'Bản trước, đã được thay', en: 'Earlier, since replaced' },
  story: { vi: 'cất riêng, mở ở phần «Lời kể»', en: 'kept apart, opened under “Story”' },
  private: { vi: 'ghi chép riêng', en: 'a private note' },
} as const

/** Days shown at first, and with each press more. */
const step = 20

/** What happened in a case, by day; words are opened one by one, stories under their own tab. */
export function TimelinePanel({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const [kind, setKind] = useState('')
  const [shown, setShown] = useState(step)
  const kinds = [...new Set(page.entries.map((each) => each.kind))]
  const days = timelineOf(page.entries.filter((each) => kind === '' || each.kind === kind))
  return (
    <>
      <NoteForms organisationId={organisationId} caseId={caseId} />
      {kinds.length > 1 && (
        <Field label={say(words.kind)}>
          <select className="short" value={kind} onChange={(event) => setKind(event.target.value)}>
            <option value="">{say(words.all)}</option>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {say(entryLine(each).words)}
              </option>
            ))}
          </select>
        </Field>
      )}
      {days.length === 0 && <p className="empty">{say(words.empty)}</p>}
      {days.slice(0, shown).map(({ day, entries }) => (
        <section key={day} className="timeline-day">
          <h3>{showDate(day)}</h3>
          <ul className="timeline">
            {entries.map((each) => (
              <Entry key={each.entry.id} of={each} organisationId={organisationId} caseId={caseId} />
            ))}
          </ul>
        </section>
      ))}
      {days.length > shown && (
        <Button look="quiet" wide onClick={() => setShown(shown + step)}>
          {say(words.more)}
        </Button>
      )}
    </>
  )
}

interface EntryProps {
  of: StandingEntry
  organisationId: string
  caseId: string
}

function Entry({ of: { entry, before }, organisationId, caseId }: EntryProps) {
  const { say } = useLanguage()
  const given = { organisationId, caseId }
  return (
    <li>
      <Said entry={entry} />
      {entry.hasWords && entry.tier !== 'story' && <OpenWords {...given} entry={entry} />}
      {entry.kind === escorted.kind && <EscortWords {...given} body={entry.body} />}
      {before.length > 0 && (
        <details>
          <summary>
            {say(words.replaced)} ({before.length})
          </summary>
          <ul className="timeline replaced">
            {before.map((each) => (
              <li key={each.id}>
                <Said entry={each} />
                {each.hasWords && each.tier !== 'story' && <OpenWords {...given} entry={each} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

/** The coded part in words, and who wrote it when. */
function Said({ entry }: { entry: EntryShown }) {
  const { say } = useLanguage()
  const { words: kind, detail } = entryLine(entry.kind)
  const details: readonly Words[] = [
    ...detail(entry.body),
    ...(entry.tier === 'story' ? [words.story] : []),
    ...(entry.tier === 'private' ? [words.private] : []),
  ]
  // Of what was written on a later day both days are said.
  const sameDay = today(new Date(entry.recordedAt)) === entry.onDay
  const at = sameDay ? showClock(entry.recordedAt) : showMoment(entry.recordedAt)
  return (
    <>
      <strong>{say(kind)}</strong>
      {details.length > 0 && <span>: {details.map(say).join(' · ')}</span>}
      <span className="quiet">
        {sameDay ? '' : say({ vi: 'ghi lúc ', en: 'written ' })}
        {at}
        {entry.recordedBy && ` · ${entry.recordedBy}`}
      </span>
    </>
  )
}

import { showDate } from '@ke-vai/contract/date/date.ts'
import { reliabilities, situationList } from '@ke-vai/contract/situation/situation.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Reading } from '../ui/Reading.tsx'

const words = {
  notes: { vi: 'Các ghi chép', en: 'Notes' },
  empty: {
    vi: 'Chưa có ghi chép nào. Nghe được điều gì đáng lo thì ghi lại, kèm mức tin cậy.',
    en: 'No notes yet. Write down what is worrying, and how reliable it is.',
  },
} as const

/** The notes of a club as its board and the ward read them: nobody's name, nor whether one was given. */
export function SituationNotes({ clubId }: { clubId: string }) {
  const { say } = useLanguage()
  const list = useRead(situationList, { clubId }, {})
  return (
    <section>
      <h2>{say(words.notes)}</h2>
      <Reading of={list}>
        {({ notes }) => (
          <>
            {notes.length === 0 && <p className="empty">{say(words.empty)}</p>}
            <ul className="timeline">
              {notes.map((note) => (
                <li key={note.id}>
                  <strong>{showDate(note.onDay)}</strong>
                  <p className="as-written">{note.text}</p>
                  <span className="quiet">{say(reliabilities[note.reliability])}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Reading>
    </section>
  )
}

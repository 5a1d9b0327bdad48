import { showDate } from '@ke-vai/contract/date/date.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import {
  reliabilities,
  situationAccused,
  situationClubs,
  situationOpenAccused,
} from '@ke-vai/contract/situation/situation.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { useRead, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'
import { Reading } from '../ui/Reading.tsx'

const words = {
  lead: {
    vi: 'Thông tin chưa kiểm chứng, do người dân kể. Mỗi lần mở đều được ghi vào nhật ký.',
    en: 'Unverified, told by residents. Each opening is logged.',
  },
  empty: { vi: 'Chưa có ghi chép nào gửi đến.', en: 'Nothing has been sent yet.' },
  open: { vi: 'Mở phần niêm phong', en: 'Open the sealed part' },
} as const

/** For the police liaison: the notes of each club of the area in which somebody is named, opened one by one. */
export function AccusedNotes() {
  const { say } = useLanguage()
  const clubs = useRead(situationClubs, {}, {})
  return (
    <>
      <p>{say(words.lead)}</p>
      <Reading of={clubs}>
        {(data) => data.clubs.map((club) => <ClubNotes key={club.id} clubId={club.id} name={club.name} />)}
      </Reading>
    </>
  )
}

function ClubNotes({ clubId, name }: { clubId: string; name: string }) {
  const { say } = useLanguage()
  const list = useRead(situationAccused, { clubId }, {})
  return (
    <section>
      <h2>{name}</h2>
      <Reading of={list}>
        {({ notes }) => (
          <>
            {notes.length === 0 && <p className="empty">{say(words.empty)}</p>}
            <ul className="cards">
              {notes.map((note) => (
                <li key={note.id} className="card stack">
                  <div>
                    <strong>{showDate(note.onDay)}</strong>
                    <p className="as-written">{note.text}</p>
                    <span className="quiet">{say(reliabilities[note.reliability])}</span>
                  </div>
                  <OpenAccused clubId={clubId} noteId={note.id} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Reading>
    </section>
  )
}

function OpenAccused({ clubId, noteId }: { clubId: string; noteId: string }) {
  const { say } = useLanguage()
  const opened = useOpened<string>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)

  async function open() {
    setBusy(true)
    setProblem(null)
    try {
      opened.show((await sendNow(situationOpenAccused, { clubId, noteId })).accused)
    } catch (error) {
      setProblem(wordsOf(error))
    }
    setBusy(false)
  }

  if (opened.value !== null)
    return (
      <>
        <p className="as-written sealed card">{opened.value}</p>
        <ClosesIn opened={opened} />
      </>
    )
  return (
    <>
      {problem && <Notice kind="problem">{say(problem.message)}</Notice>}
      <Button look="quiet" busy={busy} onClick={() => void open()}>
        {say(words.open)}
      </Button>
    </>
  )
}

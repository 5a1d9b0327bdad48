import { type PersonPage, personRead } from '@ke-vai/contract/register/person.ts'
import { screeningRecord } from '@ke-vai/contract/register/screening.ts'
import {
  instrument,
  levelOf,
  type Question,
  questions,
  type ScreenedLevel,
  type ScreeningAnswers,
  screeningAnswers,
} from '@ke-vai/contract/register/screening-instrument.ts'
import { type FormEvent, useState } from 'react'
import { useOwnClubId } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { record } from '../offline/offline.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { ScreeningResult } from './ScreeningResult.tsx'
import { useSending } from './use-sending.ts'

const words = {
  title: { vi: 'Hỏi về nguy cơ', en: 'Questions about risk' },
  back: { vi: 'Người này', en: 'This person' },
  lead: {
    vi: '«Chị không cần kể lại. Chỉ cần cho biết bây giờ chị có an toàn không.»',
    en: '“You do not have to tell your story. Only whether you are safe now.”',
  },
  skip: {
    vi: 'Câu nào chị ấy chưa muốn trả lời thì để trống.',
    en: 'Leave open whatever she does not want to answer.',
  },
  draft: {
    vi: 'Bộ câu hỏi đề xuất, chuyên gia chưa thẩm định. Kết quả chỉ cho biết nên trò chuyện sớm đến đâu.',
    en: 'A proposed list, not yet validated by experts. It only says how soon to talk.',
  },
  clear: { vi: 'Bỏ câu trả lời này', en: 'Take this answer back' },
  save: { vi: 'Xem nên làm gì', en: 'See what to do' },
} as const

/** The short list of questions. It helps to decide how soon to talk with her; it says nothing about who she is. */
export function ScreeningPage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const person = useRead(personRead, { clubId, personId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.person(personId), text: say(words.back) }}>
      <Reading of={person}>{(data) => <ScreeningForm clubId={clubId} person={data} />}</Reading>
    </Page>
  )
}

function ScreeningForm({ clubId, person }: { clubId: string; person: PersonPage }) {
  const { say } = useLanguage()
  const [answers, setAnswers] = useState<ScreeningAnswers>({})
  const [level, setLevel] = useState<ScreenedLevel | null>(null)
  const sending = useSending()

  function submit(event: FormEvent) {
    event.preventDefault()
    void sending.run(async () => {
      const screeningId = crypto.randomUUID()
      await record(screeningRecord, { clubId, screeningId, personId: person.id, instrument, answers })
      // The same rule that the server runs: what to do is known at once, without a network too.
      setLevel(levelOf(answers))
    })
  }

  function take(question: Question) {
    const { [question]: _, ...rest } = answers
    setAnswers(rest)
  }

  if (level !== null) return <ScreeningResult personId={person.id} level={level} />
  return (
    <form className="stack" onSubmit={submit}>
      <p className="code big">{person.code}</p>
      <p>{say(words.lead)}</p>
      <p>{say(words.skip)}</p>
      <p className="hint">{say(words.draft)}</p>
      {(Object.keys(questions) as Question[]).map((question) => {
        const given = answers[question]
        return (
          <div key={question} className="card">
            <Choice
              label={say(questions[question])}
              options={optionsOf(screeningAnswers, say)}
              chosen={given === undefined ? [] : [given]}
              onChange={([answer]) => answer && setAnswers({ ...answers, [question]: answer })}
            />
            {given !== undefined && (
              <button type="button" className="link" onClick={() => take(question)}>
                {say(words.clear)}
              </button>
            )}
          </div>
        )
      })}
      <div className="stick">
        <Button type="submit" wide busy={sending.busy} disabled={Object.keys(answers).length === 0}>
          {say(words.save)}
        </Button>
      </div>
    </form>
  )
}

import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { surveyOpenRound, surveyRoundRule } from '@ke-vai/contract/survey/survey.ts'
import { type FormEvent, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'

const words = {
  title: { vi: 'Mở một đợt khảo sát', en: 'Open a survey round' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  purposeHint: { vi: 'Nói với từng gia đình trước khi hỏi', en: 'Told to each household before asking' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến ngày (có thể để trống)', en: 'Until (may stay open)' },
  save: { vi: 'Mở đợt', en: 'Open the round' },
} as const

/** A new round, folded away until it is needed. */
export function OpenRound({ clubId }: { clubId: string }) {
  const { say } = useLanguage()
  // A form that was sent is made anew, empty and folded.
  const [turn, setTurn] = useState(0)
  return (
    <details key={turn}>
      <summary>{say(words.title)}</summary>
      <RoundForm clubId={clubId} onOpened={() => setTurn(turn + 1)} />
    </details>
  )
}

function RoundForm({ clubId, onOpened }: { clubId: string; onOpened: () => void }) {
  const { say } = useLanguage()
  const [purpose, setPurpose] = useState('')
  const [startsOn, setStartsOn] = useState<PlainDate | null>(today())
  const [endsOn, setEndsOn] = useState<PlainDate | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (startsOn === null) return
    const refused = surveyRoundRule({ startsOn, endsOn })
    setProblem(refused)
    if (refused) return
    setBusy(true)
    try {
      await sendNow(surveyOpenRound, { clubId, roundId: crypto.randomUUID(), purpose, startsOn, endsOn })
      readAgain()
      onOpened()
    } catch (error) {
      setProblem(wordsOf(error))
      setBusy(false)
    }
  }

  return (
    <form className="stack" onSubmit={submit}>
      <Field label={say(words.purpose)} hint={say(words.purposeHint)}>
        <input
          required
          maxLength={300}
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
        />
      </Field>
      <DateField label={say(words.from)} value={startsOn} onChange={setStartsOn} />
      <DateField label={say(words.until)} value={endsOn} onChange={setEndsOn} />
      {problem && <Notice kind="problem">{say(problem.message)}</Notice>}
      <Button type="submit" wide busy={busy} disabled={purpose.trim() === '' || startsOn === null}>
        {say(words.save)}
      </Button>
    </form>
  )
}

import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import { type CheckInOutcome, checkInOutcomes } from '@ke-vai/contract/departure/codes.ts'
import { departureCheckIn } from '@ke-vai/contract/departure/departure.ts'
import { type FormEvent, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'

const words = {
  ask: { vi: 'Ghi một lần hỏi thăm', en: 'Write what was heard' },
  how: { vi: 'Lần này thế nào?', en: 'How did it go?' },
  day: { vi: 'Ngày hỏi thăm', en: 'On which day' },
  words: { vi: 'Lời nhắn (được niêm phong)', en: 'Words (sealed)' },
  save: { vi: 'Lưu lần hỏi thăm', en: 'Save' },
  leave: { vi: 'Thôi, chưa ghi', en: 'Not now' },
} as const

/** What was heard on one day. */
export function CheckInForm({ of }: { of: { clubId: string; personId: string; planId: string } }) {
  const { say } = useLanguage()
  const [asked, setAsked] = useState(false)
  const [outcome, setOutcome] = useState<CheckInOutcome | null>(null)
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [text, setText] = useState('')
  const sending = useSending()

  function submit(event: FormEvent) {
    event.preventDefault()
    if (outcome === null || onDay === null) return
    void sending.run(async () => {
      const checkInId = crypto.randomUUID()
      await sendNow(departureCheckIn, { ...of, checkInId, onDay, outcome, words: text })
      setAsked(false)
      setOutcome(null)
      setText('')
      sending.rest()
      readAgain()
    })
  }

  if (!asked)
    return (
      <Button wide onClick={() => setAsked(true)}>
        {say(words.ask)}
      </Button>
    )
  return (
    <form className="card stack" onSubmit={submit}>
      <Choice
        label={say(words.how)}
        options={optionsOf(checkInOutcomes, say)}
        chosen={outcome === null ? [] : [outcome]}
        onChange={([code]) => setOutcome(code ?? null)}
      />
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      <Field label={say(words.words)}>
        <input
          maxLength={1000}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <div className="actions">
        <Button type="submit" busy={sending.busy} disabled={outcome === null || onDay === null}>
          {say(words.save)}
        </Button>
        <Button look="quiet" onClick={() => setAsked(false)}>
          {say(words.leave)}
        </Button>
      </div>
    </form>
  )
}

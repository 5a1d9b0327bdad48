import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { namesSomebody } from '@ke-vai/contract/situation/names-somebody.ts'
import {
  type Reliability,
  reliabilities,
  situationRule,
  situationWrite,
} from '@ke-vai/contract/situation/situation.ts'
import { type FormEvent, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'

const words = {
  text: { vi: 'Chuyện gì đang xảy ra?', en: 'What is happening?' },
  textHint: {
    vi: 'Phần này nhiều người đọc. Không ghi tên, số điện thoại, địa chỉ của ai.',
    en: 'Many people read this part. No names, numbers or addresses.',
  },
  named: {
    vi: 'Phần này hình như có tên hoặc số điện thoại của ai đó. Xin chuyển sang ô «Chỉ gửi đầu mối công an» ở dưới.',
    en: 'This part seems to name somebody. Please move it to “For the police liaison only” below.',
  },
  checked: { vi: 'Đã xem lại: không phải tên người', en: 'Looked again: it is no name' },
  reliability: { vi: 'Nguồn tin', en: 'How reliable is it?' },
  day: { vi: 'Ngày', en: 'Day' },
  accused: {
    vi: 'Chỉ gửi đầu mối công an: người bị nghi',
    en: 'For the police liaison only: who is suspected',
  },
  accusedHint: {
    vi: 'Không bắt buộc. Được niêm phong ngay; chỉ đầu mối công an mở được, câu lạc bộ không xem lại được.',
    en: 'Optional. Sealed at once; only the police liaison can open it, the club cannot read it again.',
  },
  save: { vi: 'Gửi ghi chép', en: 'Send the note' },
  sent: { vi: 'Đã gửi. Cảm ơn chị.', en: 'Sent. Thank you.' },
} as const

/** A note of the situation; whoever is named goes into a field of its own. It is never kept on the device. */
export function WriteSituation({ clubId }: { clubId: string }) {
  const { say } = useLanguage()
  const [text, setText] = useState('')
  const [reliability, setReliability] = useState<Reliability | null>(null)
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [accused, setAccused] = useState('')
  const [namesChecked, setNamesChecked] = useState(false)
  const [state, setState] = useState<'writing' | 'busy' | 'sent'>('writing')
  const [problem, setProblem] = useState<Refusal | null>(null)
  const named = namesSomebody(text)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (reliability === null || onDay === null) return
    const note = { clubId, noteId: crypto.randomUUID(), onDay, text, reliability, accused, namesChecked }
    const refused = situationRule(note, today())
    setProblem(refused)
    if (refused) return
    setState('busy')
    try {
      await sendNow(situationWrite, note)
      setText('')
      setAccused('')
      setReliability(null)
      setNamesChecked(false)
      setState('sent')
      readAgain()
    } catch (error) {
      setProblem(wordsOf(error))
      setState('writing')
    }
  }

  return (
    <form className="stack" onSubmit={submit}>
      {state === 'sent' && <Notice kind="good">{say(words.sent)}</Notice>}
      <Field label={say(words.text)} hint={say(words.textHint)}>
        <textarea
          rows={4}
          maxLength={2000}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setNamesChecked(false)
            setState('writing')
          }}
        />
      </Field>
      {named && (
        <Notice kind="careful">
          <p>{say(words.named)}</p>
          <label className="tick">
            <input
              type="checkbox"
              checked={namesChecked}
              onChange={(event) => setNamesChecked(event.target.checked)}
            />
            {say(words.checked)}
          </label>
        </Notice>
      )}
      <Choice
        label={say(words.reliability)}
        options={optionsOf(reliabilities, say)}
        chosen={reliability === null ? [] : [reliability]}
        onChange={([code]) => setReliability(code ?? null)}
      />
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      <div className="card sealed">
        <Field label={say(words.accused)} hint={say(words.accusedHint)}>
          <textarea
            rows={3}
            maxLength={2000}
            autoComplete="off"
            value={accused}
            onChange={(event) => setAccused(event.target.value)}
          />
        </Field>
      </div>
      {problem && <Notice kind="problem">{say(problem.message)}</Notice>}
      <Button
        type="submit"
        wide
        busy={state === 'busy'}
        disabled={text.trim() === '' || reliability === null || onDay === null}
      >
        {say(words.save)}
      </Button>
    </form>
  )
}

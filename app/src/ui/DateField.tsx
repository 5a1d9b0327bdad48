import { type PlainDate, readTypedDate, showDate } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Field } from './Field.tsx'

const words = {
  hint: { vi: 'Ví dụ: 06/05/2026', en: 'For example 06/05/2026 (day first)' },
  wrong: {
    vi: 'Ngày này không có trong lịch. Xin ghi ngày/tháng/năm.',
    en: 'There is no such day. Please write day/month/year.',
  },
} as const

interface Props {
  label: string
  value: PlainDate | null
  onChange: (day: PlainDate | null) => void
}

/** A day typed as people write it (6.5.26, 06/05/2026) and shown dd/mm/yyyy, whatever the browser's own language. */
export function DateField({ label, value, onChange }: Props) {
  const { say } = useLanguage()
  const [typed, setTyped] = useState(value === null ? '' : showDate(value))
  const [left, setLeft] = useState(false)
  const read = typed.trim() === '' ? null : readTypedDate(typed)
  const wrong = left && typed.trim() !== '' && read === null
  return (
    <Field label={label} hint={say(words.hint)} problem={wrong ? say(words.wrong) : null}>
      <input
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(event.target.value.trim() === '' ? null : readTypedDate(event.target.value))
        }}
        onBlur={() => {
          setLeft(true)
          if (read !== null) setTyped(showDate(read))
        }}
      />
    </Field>
  )
}

import { type PlainDate, showClock, today } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'

/** An instant in Việt Nam from a day and «09:30»; null while one of them cannot be read. */
export function instantOf(day: PlainDate | null, clock: string): string | null {
  const found = /^\s*([01]?\d|2[0-3])[:.h]([0-5]\d)\s*$/.exec(clock)
  if (day === null || !found?.[1] || !found[2]) return null
  return `${day}T${found[1].padStart(2, '0')}:${found[2]}:00+07:00`
}

/** A day and an hour, now unless somebody says otherwise. */
export function useMoment() {
  const [day, setDay] = useState<PlainDate | null>(today())
  const [clock, setClock] = useState(showClock(new Date()))
  return { day, setDay, clock, setClock, at: instantOf(day, clock) }
}

/** When it was: a day and an hour. */
export function MomentField({ moment }: { moment: ReturnType<typeof useMoment> }) {
  const { say } = useLanguage()
  const wrong = moment.day !== null && moment.at === null
  return (
    <>
      <DateField label={say({ vi: 'Ngày', en: 'Day' })} value={moment.day} onChange={moment.setDay} />
      <Field
        label={say({ vi: 'Giờ', en: 'Hour' })}
        hint={say({ vi: 'Ví dụ: 09:30', en: 'For example 09:30' })}
        problem={wrong ? say({ vi: 'Xin ghi giờ:phút.', en: 'Please write hour:minute.' }) : null}
      >
        <input
          inputMode="numeric"
          autoComplete="off"
          value={moment.clock}
          onChange={(event) => moment.setClock(event.target.value)}
        />
      </Field>
    </>
  )
}

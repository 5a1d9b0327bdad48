import { showDate } from '@ke-vai/contract/date/date.ts'
import { searchPlacesRead } from '@ke-vai/contract/place/endpoints.ts'
import type { Place } from '@ke-vai/contract/place/place.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Reading } from '../ui/Reading.tsx'
import { useLastAnswer } from './last-answer.ts'

const words = {
  find: { vi: 'Tìm phường, xã', en: 'Find the commune' },
  hint: { vi: 'Gõ tên, không cần dấu. Tên cũ cũng tìm được.', en: 'Type the name; former names work too.' },
  choose: { vi: 'Chọn phường, xã', en: 'Choose the commune' },
  none: {
    vi: 'Không thấy phường, xã nào. Chị thử gõ ít chữ hơn.',
    en: 'No commune found. Try fewer letters.',
  },
} as const

const keyOf = (place: Place) => `${place.code}/${place.validFrom}`

/** The commune of the club, of today or of the day of an old decision. */
export function PlaceChoice({
  chosen,
  onChange,
}: {
  chosen: Place | null
  onChange: (place: Place) => void
}) {
  const { say } = useLanguage()
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  return (
    <div className="stack">
      <Field label={say(words.find)} hint={say(words.hint)}>
        <input
          type="search"
          autoComplete="off"
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {q.length >= 2 ? <Found q={q} chosen={chosen} onChange={onChange} /> : chosen && <p>{chosen.path}</p>}
    </div>
  )
}

interface FoundProps {
  q: string
  chosen: Place | null
  onChange: (place: Place) => void
}

function Found({ q, chosen, onChange }: FoundProps) {
  const { say } = useLanguage()
  const found = useLastAnswer(useRead(searchPlacesRead, {}, { q, level: 'commune', limit: 8 }))
  return (
    <Reading of={found}>
      {({ places }) =>
        places.length === 0 ? (
          <p className="empty">{say(words.none)}</p>
        ) : (
          <Choice
            label={say(words.choose)}
            options={places.map((place) => ({ code: keyOf(place), text: pathWithEnd(place, say(until)) }))}
            chosen={chosen ? [keyOf(chosen)] : []}
            onChange={([key]) => {
              const place = places.find((each) => keyOf(each) === key)
              if (place) onChange(place)
            }}
          />
        )
      }
    </Reading>
  )
}

const until = { vi: 'đến', en: 'until' } as const

function pathWithEnd(place: Place, untilWord: string): string {
  return place.validTo === null ? place.path : `${place.path} (${untilWord} ${showDate(place.validTo)})`
}

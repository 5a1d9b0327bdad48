import { type PlainDate, showDate } from '@ke-vai/contract/date/date.ts'
import type { QueryOf } from '@ke-vai/contract/endpoint.ts'
import { searchPlacesRead } from '@ke-vai/contract/place/endpoints.ts'
import type { Place, PlaceLevel } from '@ke-vai/contract/place/place.ts'
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

const anyLevel = {
  find: { vi: 'Tìm tỉnh, phường, xã', en: 'Find the province or commune' },
  hint: { vi: 'Gõ tên, không cần dấu.', en: 'Type the name.' },
  choose: { vi: 'Chọn địa bàn', en: 'Choose the place' },
  none: { vi: 'Không thấy địa bàn nào. Chị thử gõ ít chữ hơn.', en: 'No place found. Try fewer letters.' },
} as const

interface Props {
  chosen: Place | null
  onChange: (place: Place) => void
  /** Left out: communes; null: of every level. */
  level?: PlaceLevel | null
  /** Left out: of today or of the day of an old decision. */
  asOf?: PlainDate
}

/** A place by what is typed: the commune of a club, or where somebody holds a role. */
export function PlaceChoice({ chosen, onChange, level = 'commune', asOf }: Props) {
  const { say } = useLanguage()
  const said = level === 'commune' ? words : anyLevel
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  return (
    <div className="stack">
      <Field label={say(said.find)} hint={say(asOf ? anyLevel.hint : said.hint)}>
        <input
          type="search"
          autoComplete="off"
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {q.length >= 2 ? (
        <Found
          search={{ q, limit: 8, ...(level && { level }), ...(asOf && { asOf }) }}
          {...{ chosen, onChange, said }}
        />
      ) : (
        chosen && <p>{chosen.path}</p>
      )}
    </div>
  )
}

interface FoundProps extends Pick<Props, 'chosen' | 'onChange'> {
  search: QueryOf<typeof searchPlacesRead>
  said: typeof words | typeof anyLevel
}

function Found({ search, chosen, onChange, said }: FoundProps) {
  const { say } = useLanguage()
  const found = useLastAnswer(useRead(searchPlacesRead, {}, search))
  return (
    <Reading of={found}>
      {({ places }) =>
        places.length === 0 ? (
          <p className="empty">{say(said.none)}</p>
        ) : (
          <Choice
            label={say(said.choose)}
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

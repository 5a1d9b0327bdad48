import { type PersonPage, personRead } from '@ke-vai/contract/register/person.ts'
import {
  type ContactWay,
  contactWays,
  type SafeContact,
  safeContactSet,
  showMinute,
} from '@ke-vai/contract/register/safe-contact.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useOwnClubId } from '../account/own-club.ts'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { useSending } from './use-sending.ts'

const words = {
  title: { vi: 'Cách liên hệ an toàn', en: 'How to reach her safely' },
  back: { vi: 'Người này', en: 'This person' },
  lead: {
    vi: 'Hỏi chị ấy, và ghi đúng như chị ấy chọn: «Chị muốn chúng tôi liên hệ bằng cách nào, lúc nào?»',
    en: 'Ask her, and write exactly what she chooses: “How and when would you like us to reach you?”',
  },
  ways: { vi: 'Chị ấy muốn', en: 'She would like' },
  from: { vi: 'Gọi từ', en: 'Call from' },
  until: { vi: 'Đến', en: 'Until' },
  any: { vi: 'Cả ngày', en: 'Any time' },
  wrongHours: {
    vi: 'Giờ kết thúc phải sau giờ bắt đầu.',
    en: 'The last hour must come after the first.',
  },
  sayFrom: { vi: 'Khi gọi, xưng là', en: 'When calling, speak as' },
  sayFromHint: { vi: 'Ví dụ: bên hợp tác xã', en: 'For example: from the cooperative' },
  whoMayAnswer: { vi: 'Ai có thể nghe máy thay chị?', en: 'Who else may answer?' },
  whoMayAnswerHint: { vi: 'Ghi quan hệ, không ghi tên: mẹ chồng', en: 'A relation, no name: mother-in-law' },
  message: { vi: 'Có được để lại lời nhắn không?', en: 'May a message be left?' },
  yes: { vi: 'Được, lời trung tính', en: 'Yes, a neutral one' },
  no: { vi: 'Không', en: 'No' },
  visitRule: { vi: 'Khi đến thăm', en: 'When visiting' },
  visitRuleHint: {
    vi: 'Ví dụ: chỉ buổi sáng, không mặc áo của câu lạc bộ',
    en: 'For example: mornings only, without the club’s shirt',
  },
  shut: {
    vi: 'Lúc này chưa mở được lời chị đã dặn, nên xin để sau hãy sửa, để không mất lời nào.',
    en: 'What she said cannot be opened now, so please change it later: nothing of it must be lost.',
  },
  save: { vi: 'Lưu cách liên hệ', en: 'Save' },
} as const

/** How she may be reached, in her own words; it is shown before any contact from then on. */
export function SafeContactPage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const person = useRead(personRead, { clubId, personId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.person(personId), text: say(words.back) }}>
      <Reading of={person}>
        {(data) =>
          data.safeContact?.wordsShut ? (
            <Notice kind="careful">{say(words.shut)}</Notice>
          ) : (
            <SafeContactForm clubId={clubId} person={data} />
          )
        }
      </Reading>
    </Page>
  )
}

// Silence is never consent: until she says otherwise, no message is left.
const unknown: SafeContact = {
  ways: [],
  fromMinute: null,
  untilMinute: null,
  sayFrom: null,
  mayLeaveMessage: false,
  whoMayAnswer: null,
  visitRule: null,
}

function SafeContactForm({ clubId, person }: { clubId: string; person: PersonPage }) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const [rule, setRule] = useState(person.safeContact ?? unknown)
  const sending = useSending()
  const change = (part: Partial<SafeContact>) => setRule((before) => ({ ...before, ...part }))
  const wrongHours =
    rule.fromMinute !== null && rule.untilMinute !== null && rule.untilMinute <= rule.fromMinute

  function chooseWays(ways: ContactWay[]) {
    // «Không liên hệ» stands alone: choosing it takes the others away, and the other way round.
    const noneIsNew = ways.includes('none') && !rule.ways.includes('none')
    change({ ways: noneIsNew ? ['none'] : ways.filter((way) => way !== 'none' || ways.length === 1) })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void sending.run(async () => {
      await sendNow(safeContactSet, { clubId, personId: person.id, rule })
      readAgain()
      go(paths.person(person.id))
    })
  }

  return (
    <form className="stack" onSubmit={submit}>
      <p>{say(words.lead)}</p>
      <p className="code big">{person.code}</p>
      <Choice
        label={say(words.ways)}
        several
        options={optionsOf(contactWays, say)}
        chosen={rule.ways}
        onChange={chooseWays}
      />
      <div className="two">
        <Field label={say(words.from)}>
          <HourSelect value={rule.fromMinute} last={1410} onChange={(fromMinute) => change({ fromMinute })} />
        </Field>
        <Field label={say(words.until)} problem={wrongHours ? say(words.wrongHours) : null}>
          <HourSelect
            value={rule.untilMinute}
            last={1440}
            onChange={(untilMinute) => change({ untilMinute })}
          />
        </Field>
      </div>
      {(['sayFrom', 'whoMayAnswer', 'visitRule'] as const).map((field) => (
        <Field key={field} label={say(words[field])} hint={say(words[`${field}Hint`])}>
          <input
            maxLength={200}
            autoComplete="off"
            value={rule[field] ?? ''}
            onChange={(event) => change({ [field]: event.target.value || null })}
          />
        </Field>
      ))}
      <Choice
        label={say(words.message)}
        options={[
          { code: 'no', text: say(words.no) },
          { code: 'yes', text: say(words.yes) },
        ]}
        chosen={[rule.mayLeaveMessage ? 'yes' : 'no']}
        onChange={([code]) => change({ mayLeaveMessage: code === 'yes' })}
      />
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <div className="stick">
        <Button type="submit" wide busy={sending.busy} disabled={rule.ways.length === 0 || wrongHours}>
          {say(words.save)}
        </Button>
      </div>
    </form>
  )
}

interface HourSelectProps {
  id?: string
  value: number | null
  last: number
  onChange: (minute: number | null) => void
}

/** Half hours of the day, in 24 hours whatever the phone's language; an odd minute that is kept stays to be chosen. */
function HourSelect({ value, last, onChange, ...rest }: HourSelectProps) {
  const { say } = useLanguage()
  const halves = Array.from({ length: 49 }, (_, i) => i * 30).filter((minute) => minute <= last)
  const minutes = [...new Set([...halves, ...(value === null ? [] : [value])])].sort((a, b) => a - b)
  return (
    <select
      {...rest}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">{say(words.any)}</option>
      {minutes
        .filter((minute) => last < 1440 || minute > 0)
        .map((minute) => (
          <option key={minute} value={minute}>
            {showMinute(minute)}
          </option>
        ))}
    </select>
  )
}

import { addMonths, type PlainDate, showMonth, today } from '@ke-vai/contract/date/date.ts'
import {
  type CheckInWay,
  checkInWays,
  type DepartureCountry,
  type DepartureNextStep,
  type DepartureWork,
  departureCountries,
  departureNextSteps,
  departureWorks,
} from '@ke-vai/contract/departure/codes.ts'
import { departurePlan, departureRule, proposedDays } from '@ke-vai/contract/departure/departure.ts'
import { type FormEvent, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'

const words = {
  lead: {
    vi: 'Hỏi người ấy trước: «Bạn có muốn câu lạc bộ hỏi thăm khi bạn đi xa không?» Muốn thì cùng ghi; chưa muốn thì thôi.',
    en: 'Ask first: “Would you like the club to ask after you?” Write it together if yes; else leave it.',
  },
  country: { vi: 'Đi nước nào?', en: 'Which country?' },
  choose: { vi: 'Chọn', en: 'Choose' },
  month: { vi: 'Khoảng tháng nào đi?', en: 'About which month?' },
  work: { vi: 'Làm việc gì?', en: 'What work?' },
  place: { vi: 'Nơi đến, tên công ty (nếu biết)', en: 'The place, the company (if known)' },
  contact: { vi: 'Hỏi thăm qua ai?', en: 'Whom may we ask?' },
  contactHint: {
    vi: 'Người ấy tự chọn. Ví dụ: chị gái, số điện thoại',
    en: 'Their own choice: a sister, a number',
  },
  way: { vi: 'Bằng cách nào?', en: 'In which way?' },
  codeWord: { vi: 'Từ riêng, nghe là biết cần giúp', en: 'A word that means “I need help”' },
  codeWordHint: {
    vi: 'Một từ thường ngày. Ví dụ: «cây mận nhà mình»',
    en: 'An everyday word: “the plum tree at home”',
  },
  sealed: {
    vi: 'Bốn ô này được niêm phong: chỉ người đi cùng và ban chủ nhiệm mở được, có lý do.',
    en: 'These are sealed: only whoever goes to them and the board may open them, for a reason.',
  },
  days: { vi: 'Ngày hỏi thăm', en: 'Days to ask' },
  proposed: {
    vi: 'Gợi ý: sau khi đi một tuần, một tháng, ba tháng. Có thể đổi.',
    en: 'Proposed: a week, a month and three months after leaving. They may be changed.',
  },
  day: { vi: 'Lần', en: 'Time' },
  step: { vi: 'Nếu chưa nghe tin, người ấy muốn', en: 'When nothing is heard, they want us to' },
  agreed: {
    vi: 'Người ấy đồng ý ghi lời hẹn này, và biết có thể dừng bất cứ lúc nào.',
    en: 'They agree to this, and know that they may stop at any time.',
  },
  group: {
    vi: 'Lưu xong, người ấy có trong nhóm «Có dự định đi làm ở nước ngoài».',
    en: 'Once saved, they are in the group of those who plan to work abroad.',
  },
  save: { vi: 'Lưu lời hẹn', en: 'Save what was agreed' },
} as const

interface Props {
  of: { clubId: string; personId: string }
  onDone: () => void
}

/** What is agreed together before somebody leaves. */
export function PlanForm({ of, onDone }: Props) {
  const { say } = useLanguage()
  const now = today()
  const months = Array.from({ length: 13 }, (_, i) => addMonths(now.slice(0, 7), i))
  const [country, setCountry] = useState<DepartureCountry | ''>('')
  const [month, setMonth] = useState(now.slice(0, 7))
  const [work, setWork] = useState<DepartureWork | ''>('')
  const [said, setSaid] = useState({ contact: '', codeWord: '', place: '' })
  const [way, setWay] = useState<CheckInWay | null>(null)
  const [days, setDays] = useState<readonly (PlainDate | null)[]>(proposedDays(month, now))
  const [nextStep, setNextStep] = useState<DepartureNextStep | null>(null)
  const [agreed, setAgreed] = useState(false)
  const sending = useSending()
  const written = days.filter((day) => day !== null)
  const refusal = departureRule({ leavesAbout: month, checkInOn: written }, now)
  const ready =
    country !== '' &&
    work !== '' &&
    way !== null &&
    nextStep !== null &&
    said.contact.trim() !== '' &&
    said.codeWord.trim() !== '' &&
    written.length > 0 &&
    refusal === null &&
    agreed

  function submit(event: FormEvent) {
    event.preventDefault()
    if (country === '' || work === '' || way === null || nextStep === null || !agreed) return
    void sending.run(async () => {
      await sendNow(departurePlan, {
        ...of,
        planId: crypto.randomUUID(),
        country,
        leavesAbout: month,
        work,
        checkInOn: written,
        nextStep,
        words: { ...said, way },
        agreed: true,
      })
      onDone()
      readAgain()
    })
  }

  const text = (field: keyof typeof said, hint?: string) => (
    <Field label={say(words[field])} {...(hint ? { hint } : {})}>
      <input
        maxLength={field === 'codeWord' ? 100 : 200}
        autoComplete="off"
        value={said[field]}
        onChange={(event) => setSaid({ ...said, [field]: event.target.value })}
      />
    </Field>
  )
  return (
    <form className="stack" onSubmit={submit}>
      <p>{say(words.lead)}</p>
      <CodeSelect
        label={say(words.country)}
        codes={departureCountries}
        none={say(words.choose)}
        value={country}
        onChange={setCountry}
      />
      <Field label={say(words.month)}>
        <select
          value={month}
          onChange={(event) => {
            setMonth(event.target.value)
            setDays(proposedDays(event.target.value, now))
          }}
        >
          {months.map((each) => (
            <option key={each} value={each}>
              {showMonth(each)}
            </option>
          ))}
        </select>
      </Field>
      <CodeSelect
        label={say(words.work)}
        codes={departureWorks}
        none={say(words.choose)}
        value={work}
        onChange={setWork}
      />
      <section className="card stack sealed">
        <p className="hint">{say(words.sealed)}</p>
        {text('contact', say(words.contactHint))}
        <Choice
          label={say(words.way)}
          options={optionsOf(checkInWays, say)}
          chosen={way === null ? [] : [way]}
          onChange={([code]) => setWay(code ?? null)}
        />
        {text('codeWord', say(words.codeWordHint))}
        {text('place')}
      </section>
      <fieldset className="choice">
        <legend>{say(words.days)}</legend>
        <div className="stack">
          <p className="hint">{say(words.proposed)}</p>
          {days.map((day, i) => (
            <DateField
              // biome-ignore lint/suspicious/noArrayIndexKey: the first, second and third time, of this month
              key={`${month} ${i}`}
              label={`${say(words.day)} ${i + 1}`}
              value={day}
              onChange={(changed) => setDays(days.map((each, at) => (at === i ? changed : each)))}
            />
          ))}
        </div>
      </fieldset>
      <Choice
        label={say(words.step)}
        options={optionsOf(departureNextSteps, say)}
        chosen={nextStep === null ? [] : [nextStep]}
        onChange={([code]) => setNextStep(code ?? null)}
      />
      <label className="tick">
        <input type="checkbox" checked={agreed} onChange={() => setAgreed(!agreed)} />
        <span>{say(words.agreed)}</span>
      </label>
      <p className="hint">{say(words.group)}</p>
      {refusal && <Notice kind="careful">{say(refusal.message)}</Notice>}
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <div className="stick">
        <Button type="submit" wide busy={sending.busy} disabled={!ready}>
          {say(words.save)}
        </Button>
      </div>
    </form>
  )
}

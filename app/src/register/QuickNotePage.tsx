import { addDays, type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { type ContactKind, contactKinds, type Topic, topics } from '@ke-vai/contract/register/codes.ts'
import { contactRecord, contactRule } from '@ke-vai/contract/register/contact.ts'
import { type PersonPage, personRead } from '@ke-vai/contract/register/person.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useOwnClubId } from '../account/own-club.ts'
import { useRead, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { record } from '../offline/offline.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { SafeContactCard } from './SafeContactCard.tsx'

const words = {
  title: { vi: 'Ghi nhanh', en: 'Quick note' },
  kind: { vi: 'Hình thức', en: 'Kind' },
  kindHint: {
    vi: 'Khảo sát kèm tư vấn: chọn cả hai, vẫn tính một lượt.',
    en: 'Survey and counselling together: choose both, it counts once.',
  },
  tick: { vi: 'Tôi đã đọc và làm theo cách liên hệ này', en: 'I have read and kept to this' },
  left: { vi: 'Đã để lại lời nhắn trung tính', en: 'A neutral message was left' },
  save: { vi: 'Lưu', en: 'Save' },
  more: { vi: 'Ghi thêm (không bắt buộc)', en: 'More (optional)' },
  day: { vi: 'Ngày gặp', en: 'Day' },
  topics: { vi: 'Nội dung', en: 'Topics' },
  minutes: { vi: 'Số phút', en: 'Minutes' },
  note: { vi: 'Vài dòng', en: 'A few words' },
  noteHint: {
    vi: 'Chỉ ban chủ nhiệm và người đồng hành mở được.',
    en: 'Only the board and who accompanies her can open it.',
  },
  next: { vi: 'Việc tiếp theo', en: 'Next step' },
  nextOn: { vi: 'Ngày hẹn', en: 'Next date' },
  today: { vi: 'Hôm nay', en: 'Today' },
  yesterday: { vi: 'Hôm qua', en: 'Yesterday' },
} as const

/** A contact in three taps: kind, (the tick), save. It is safe on the device before the screen moves on. */
export function QuickNotePage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const person = useRead(personRead, { clubId, personId }, {})
  return (
    <Page
      title={say(words.title)}
      back={{ href: paths.person(personId), text: say({ vi: 'Người này', en: 'This person' }) }}
    >
      <Reading of={person}>{(data) => <QuickNoteForm clubId={clubId} person={data} />}</Reading>
    </Page>
  )
}

function QuickNoteForm({ clubId, person }: { clubId: string; person: PersonPage }) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const [kinds, setKinds] = useState<ContactKind[]>([])
  const [about, setAbout] = useState<Topic[]>([])
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [minutes, setMinutes] = useState('')
  const [note, setNote] = useState('')
  const [nextStep, setNextStep] = useState('')
  const [nextDueOn, setNextDueOn] = useState<PlainDate | null>(null)
  const [ruleTicked, setRuleTicked] = useState(false)
  const [leftMessage, setLeftMessage] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (onDay === null) return
    const contact = {
      clubId,
      contactId: crypto.randomUUID(),
      personId: person.id,
      onDay,
      kinds,
      topics: about,
      minutes: minutes === '' ? null : Number(minutes),
      note,
      nextStep,
      nextDueOn,
      ruleTicked,
      leftMessage,
    }
    // The same rule that the server runs; here it answers at once and without a network.
    const known = {
      status: person.status,
      hasSafeContactRule: person.safeContact !== null,
      mayLeaveMessage: person.safeContact?.mayLeaveMessage === true,
      today: today(),
    }
    const refused = contactRule(contact, known)
    setRefusal(refused)
    if (refused) return
    setBusy(true)
    try {
      await record(contactRecord, contact)
      go(paths.person(person.id))
    } catch (error) {
      setRefusal(wordsOf(error))
      setBusy(false)
    }
  }

  return (
    <form onSubmit={submit} className="stack">
      <p className="code big">{person.code}</p>
      <SafeContactCard rule={person.safeContact} />
      {person.safeContact && (
        <label className="tick">
          <input
            type="checkbox"
            checked={ruleTicked}
            onChange={(event) => setRuleTicked(event.target.checked)}
          />
          {say(words.tick)}
        </label>
      )}
      <Choice
        label={say(words.kind)}
        hint={say(words.kindHint)}
        several
        options={optionsOf(contactKinds, say)}
        chosen={kinds}
        onChange={setKinds}
      />
      <Choice
        label={say(words.day)}
        options={[
          { code: today(), text: say(words.today) },
          { code: addDays(today(), -1), text: say(words.yesterday) },
        ]}
        chosen={onDay === null ? [] : [onDay]}
        onChange={([day]) => setOnDay(day ?? null)}
      />
      <details>
        <summary>{say(words.more)}</summary>
        <div className="stack">
          <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
          <Choice
            label={say(words.topics)}
            several
            options={optionsOf(topics, say)}
            chosen={about}
            onChange={setAbout}
          />
          <Field label={say(words.minutes)}>
            <input
              inputMode="numeric"
              pattern="[0-9]*"
              value={minutes}
              onChange={(event) => setMinutes(event.target.value.replace(/\D/g, ''))}
            />
          </Field>
          <div className="field">
            <label htmlFor="note">{say(words.note)}</label>
            <p className="hint">{say(words.noteHint)}</p>
            <textarea
              id="note"
              rows={4}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
          {person.safeContact?.mayLeaveMessage && (
            <label className="tick">
              <input
                type="checkbox"
                checked={leftMessage}
                onChange={(event) => setLeftMessage(event.target.checked)}
              />
              {say(words.left)}
            </label>
          )}
          <Field label={say(words.next)}>
            <input maxLength={200} value={nextStep} onChange={(event) => setNextStep(event.target.value)} />
          </Field>
          <DateField label={say(words.nextOn)} value={nextDueOn} onChange={setNextDueOn} />
        </div>
      </details>
      {refusal && <Notice kind="problem">{say(refusal.message)}</Notice>}
      <div className="stick">
        <Button type="submit" wide busy={busy} disabled={kinds.length === 0 || onDay === null}>
          {say(words.save)}
        </Button>
      </div>
    </form>
  )
}

function optionsOf<Code extends string>(
  list: Readonly<Record<Code, { vi: string; en: string }>>,
  say: (words: { vi: string; en: string }) => string,
) {
  return (Object.keys(list) as Code[]).map((code) => ({ code, text: say(list[code]) }))
}

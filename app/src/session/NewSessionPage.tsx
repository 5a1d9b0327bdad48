import { showCount } from '@ke-vai/contract/count/count.ts'
import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import {
  attendanceOf,
  type CountingMethod,
  countingMethods,
  type SessionKind,
  sessionKinds,
  sessionRecord,
  sessionRule,
} from '@ke-vai/contract/session/session.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useOwnClubId } from '../account/own-club.ts'
import { wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { record } from '../offline/offline.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { TallyCounter } from './TallyCounter.tsx'

const words = {
  title: { vi: 'Ghi một buổi', en: 'Record a session' },
  back: { vi: 'Buổi truyền thông', en: 'Sessions' },
  topic: { vi: 'Chủ đề', en: 'Topic' },
  topicHint: { vi: 'Ví dụ: Đi làm xa an toàn', en: 'For example: Working far away safely' },
  day: { vi: 'Ngày', en: 'Day' },
  kind: { vi: 'Loại', en: 'Kind' },
  venue: { vi: 'Nơi tổ chức', en: 'Where' },
  present: { vi: 'Người dự (tính lượt, không ghi tên)', en: 'Who attended (numbers, no names)' },
  staff: { vi: 'Cán bộ', en: 'Officials' },
  members: { vi: 'Hội viên', en: 'Union members' },
  children: { vi: 'Trẻ em, học sinh', en: 'Children, pupils' },
  others: { vi: 'Người dân khác', en: 'Other people' },
  leaflets: { vi: 'Tờ rơi đã phát', en: 'Leaflets given out' },
  total: { vi: 'Cộng', en: 'Total' },
  method: { vi: 'Số người', en: 'The numbers are' },
  more: { vi: 'Ghi thêm (không bắt buộc)', en: 'More (optional)' },
  save: { vi: 'Lưu buổi này', en: 'Save' },
} as const

const groups = ['staff', 'members', 'children', 'others'] as const
const nobody = { staff: 0, members: 0, children: 0, others: 0, leaflets: 0 }

/** A session, counted with the thumb; it is safe on the device before the screen moves on. */
export function NewSessionPage() {
  const { say, language } = useLanguage()
  const [, go] = useLocation()
  const clubId = useOwnClubId()
  const [topic, setTopic] = useState('')
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [kind, setKind] = useState<SessionKind>('talk')
  const [venue, setVenue] = useState('')
  const [counts, setCounts] = useState(nobody)
  const [method, setMethod] = useState<CountingMethod>('counted')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (onDay === null) return
    const refused = sessionRule({ ...counts, onDay }, today())
    setRefusal(refused)
    if (refused) return
    setBusy(true)
    const sessionId = crypto.randomUUID()
    const held = { clubId, sessionId, onDay, topic, venue: venue || null, kind, ...counts, method }
    try {
      await record(sessionRecord, held)
      go(paths.sessions())
    } catch (error) {
      setRefusal(wordsOf(error))
      setBusy(false)
    }
  }

  return (
    <Page title={say(words.title)} back={{ href: paths.sessions(), text: say(words.back) }}>
      <form className="stack" onSubmit={submit}>
        <Field label={say(words.topic)} hint={say(words.topicHint)}>
          <input required maxLength={300} value={topic} onChange={(event) => setTopic(event.target.value)} />
        </Field>
        <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
        <fieldset className="choice stack">
          <legend>{say(words.present)}</legend>
          {groups.map((group) => (
            <TallyCounter
              key={group}
              label={say(words[group])}
              value={counts[group]}
              onChange={(value) => setCounts({ ...counts, [group]: value })}
            />
          ))}
          <p role="status">
            {say(words.total)}: <strong>{showCount(attendanceOf(counts), language)}</strong>
          </p>
        </fieldset>
        <Choice
          label={say(words.method)}
          options={optionsOf(countingMethods, say)}
          chosen={[method]}
          onChange={([code]) => code && setMethod(code)}
        />
        <TallyCounter
          label={say(words.leaflets)}
          value={counts.leaflets}
          onChange={(leaflets) => setCounts({ ...counts, leaflets })}
        />
        <details>
          <summary>{say(words.more)}</summary>
          <div className="stack">
            <Choice
              label={say(words.kind)}
              options={optionsOf(sessionKinds, say)}
              chosen={[kind]}
              onChange={([code]) => code && setKind(code)}
            />
            <Field label={say(words.venue)}>
              <input maxLength={200} value={venue} onChange={(event) => setVenue(event.target.value)} />
            </Field>
          </div>
        </details>
        {refusal && <Notice kind="problem">{say(refusal.message)}</Notice>}
        <div className="stick">
          <Button type="submit" wide busy={busy} disabled={topic.trim() === '' || onDay === null}>
            {say(words.save)}
          </Button>
        </div>
      </form>
    </Page>
  )
}

import type { EntryShown } from '@ke-vai/contract/case/entry.ts'
import {
  type Caution,
  caseSetSafeContact,
  cautions,
  type SafeContactCodes,
  type SaidBy,
  safeContactOf,
  safeContactPhrases,
  safeContactRule,
  saidBys,
} from '@ke-vai/contract/case/safe-contact.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import { type ContactWay, contactWays, showMinute } from '@ke-vai/contract/register/safe-contact.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import { OpenWords } from './OpenWords.tsx'
import { useMayAtAgency } from './own-agency.ts'
import type { CasePanelProps } from './panel.ts'

const words = {
  title: { vi: 'Liên hệ an toàn', en: 'Safe contact' },
  none: {
    vi: 'Chưa ghi cách liên hệ an toàn. Chưa hỏi được người ấy thì chưa gọi, chưa nhắn, chưa tới nhà; hỏi nhóm hỗ trợ trước.',
    en: 'No safe way is recorded yet. Until the person has been asked do not call, write or visit; ask the team first.',
  },
  set: { vi: 'Ghi cách liên hệ an toàn', en: 'Record the safe contact' },
  change: { vi: 'Ghi lại liên hệ an toàn', en: 'Record it anew' },
  how: { vi: 'Xem số và cách gọi', en: 'See the number and how to call' },
  ways: {
    vi: 'Chị muốn chúng tôi liên hệ bằng cách nào?',
    en: 'How would you like us to reach you?',
  },
  from: { vi: 'Từ', en: 'From' },
  until: { vi: 'Đến', en: 'Until' },
  any: { vi: 'Cả ngày', en: 'Any time' },
  cautions: { vi: 'Điều cần giữ', en: 'What to mind' },
  saidBy: { vi: 'Ai cho biết?', en: 'Who said so?' },
  words: { vi: 'Số máy, gọi thế nào, xưng là ai', en: 'Number, how to call, in whose name' },
  wordsHint: {
    vi: 'Được cất kín, chỉ nhóm hỗ trợ mở được. Câu lạc bộ đồng hành chỉ thấy khi người ấy đồng ý.',
    en: 'Sealed, opened by the team alone. A companion club sees it only with consent.',
  },
  save: { vi: 'Lưu liên hệ an toàn', en: 'Save' },
} as const

/** What stands on every tab before anybody calls: the codes of the latest; her words open behind their button. */
export function SafeContactBanner({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  const standing = safeContactOf(page.entries)
  const entry = page.entries.find(({ id }) => id === standing?.entryId)
  return (
    <section className="notice notice-careful case-safe stack" aria-label={say(words.title)}>
      <p role="note">
        <strong>{say(words.title)}: </strong>
        {standing === null
          ? say(words.none)
          : safeContactPhrases(standing.codes)
              .map((each) => say(each))
              .join(' · ')}
      </p>
      {standing && (
        <p className="hint">
          {say(saidBys[standing.codes.saidBy])}, {showDate(standing.onDay)}
        </p>
      )}
      <div className="actions">
        {entry?.hasWords && <Words organisationId={organisationId} caseId={caseId} entry={entry} />}
        {may('case.write') && !page.header.waiting && (
          <Opening text={say(standing === null ? words.set : words.change)}>
            {(close) => (
              <SafeContactForm
                organisationId={organisationId}
                caseId={caseId}
                before={standing?.codes ?? null}
                onDone={close}
              />
            )}
          </Opening>
        )}
      </div>
    </section>
  )
}

function Words(given: { organisationId: string; caseId: string; entry: EntryShown }) {
  const { say } = useLanguage()
  return <OpenWords {...given} text={say(words.how)} />
}

interface FormProps {
  organisationId: string
  caseId: string
  before: SafeContactCodes | null
  onDone: () => void
}

function SafeContactForm({ organisationId, caseId, before, onDone }: FormProps) {
  const { say } = useLanguage()
  const [ways, setWays] = useState<ContactWay[]>(before?.ways ?? [])
  const [fromMinute, setFrom] = useState<number | null>(before?.fromMinute ?? null)
  const [untilMinute, setUntil] = useState<number | null>(before?.untilMinute ?? null)
  const [chosen, setChosen] = useState<Caution[]>(before?.cautions ?? [])
  const [saidBy, setSaidBy] = useState<SaidBy | null>(null)
  const [how, setHow] = useState('')
  const codes = { ways, fromMinute, untilMinute, cautions: chosen, saidBy: saidBy ?? ('herself' as const) }
  return (
    <CommandForm
      command={caseSetSafeContact}
      submit={say(words.save)}
      ready={ways.length > 0 && saidBy !== null}
      rule={() => safeContactRule(codes)}
      args={() => ({ organisationId, caseId, ...codes, how })}
      onDone={onDone}
    >
      <Choice
        label={say(words.ways)}
        several
        options={optionsOf(contactWays, say)}
        chosen={ways}
        onChange={setWays}
      />
      <div className="two">
        <Field label={say(words.from)}>
          <HalfHours value={fromMinute} first={0} onChange={setFrom} />
        </Field>
        <Field label={say(words.until)}>
          <HalfHours value={untilMinute} first={30} onChange={setUntil} />
        </Field>
      </div>
      <Choice
        label={say(words.cautions)}
        several
        options={optionsOf(cautions, say)}
        chosen={chosen}
        onChange={setChosen}
      />
      <Choice
        label={say(words.saidBy)}
        options={optionsOf(saidBys, say)}
        chosen={saidBy === null ? [] : [saidBy]}
        onChange={([code]) => setSaidBy(code ?? null)}
      />
      <TextArea
        label={say(words.words)}
        hint={say(words.wordsHint)}
        rows={3}
        maxLength={1000}
        value={how}
        onChange={setHow}
      />
    </CommandForm>
  )
}

interface HalfHoursProps {
  id?: string
  value: number | null
  first: number
  onChange: (minute: number | null) => void
}

function HalfHours({ value, first, onChange, ...rest }: HalfHoursProps) {
  const { say } = useLanguage()
  const halves = Array.from({ length: 48 }, (_, at) => first + at * 30)
  return (
    <select
      {...rest}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">{say(words.any)}</option>
      {halves.map((minute) => (
        <option key={minute} value={minute}>
          {showMinute(minute)}
        </option>
      ))}
    </select>
  )
}

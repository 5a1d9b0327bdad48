import {
  type CounsellingMode,
  caseNote,
  counsellingModes,
  counsellingNote,
  notedDayRule,
} from '@ke-vai/contract/case/story.ts'
import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { useMayAtAgency } from './own-agency.ts'

const words = {
  note: { vi: 'Ghi chú cho nhóm', en: 'A note for the team' },
  day: { vi: 'Ngày', en: 'Day' },
  text: { vi: 'Ghi chú', en: 'Note' },
  textHint: {
    vi: 'Được cất kín. Chỉ ghi điều cần để hỗ trợ; không ghi chuyện đã xảy ra với người ấy.',
    en: 'Sealed. Only what the support needs; not what happened to the person.',
  },
  save: { vi: 'Lưu ghi chú', en: 'Save the note' },
  counselling: { vi: 'Ghi buổi tham vấn', en: 'A session of counselling' },
  mode: { vi: 'Cách tham vấn', en: 'How' },
  minutes: { vi: 'Số phút', en: 'Minutes' },
  private: { vi: 'Ghi chép riêng của chị', en: 'Your private note' },
  privateHint: {
    vi: 'Chỉ chị và người giám sát chuyên môn mở được. Có thể để trống.',
    en: 'You and the clinical supervisor alone can open it. It may stay empty.',
  },
  saveSession: { vi: 'Lưu buổi tham vấn', en: 'Save the session' },
} as const

interface Props {
  organisationId: string
  caseId: string
}

/** The forms of what is written day by day. */
export function NoteForms(ofCase: Props) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  return (
    <div className="actions">
      {may('case.write') && (
        <Opening text={say(words.note)}>{(close) => <TeamNote {...ofCase} onDone={close} />}</Opening>
      )}
      {may('counselling.write') && (
        <Opening text={say(words.counselling)}>{(close) => <Session {...ofCase} onDone={close} />}</Opening>
      )}
    </div>
  )
}

interface FormProps extends Props {
  onDone: () => void
}

function TeamNote({ organisationId, caseId, onDone }: FormProps) {
  const { say } = useLanguage()
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [text, setText] = useState('')
  return (
    <CommandForm
      command={caseNote}
      args={() => ({ organisationId, caseId, onDay: onDay ?? today(), words: text })}
      rule={() => (onDay === null ? null : notedDayRule(onDay, today()))}
      ready={onDay !== null && text.trim() !== ''}
      submit={say(words.save)}
      onDone={onDone}
    >
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      <TextArea
        label={say(words.text)}
        hint={say(words.textHint)}
        rows={5}
        maxLength={5000}
        value={text}
        onChange={setText}
      />
    </CommandForm>
  )
}

function Session({ organisationId, caseId, onDone }: FormProps) {
  const { say } = useLanguage()
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [mode, setMode] = useState<CounsellingMode>('in_person')
  const [minutes, setMinutes] = useState('')
  const [note, setNote] = useState('')
  const long = /^[1-9]\d{0,2}$/.test(minutes.trim()) ? Number(minutes) : 0
  return (
    <CommandForm
      command={counsellingNote}
      args={() => ({ organisationId, caseId, onDay: onDay ?? today(), mode, minutes: long, note })}
      rule={() => (onDay === null ? null : notedDayRule(onDay, today()))}
      ready={onDay !== null && long >= 1 && long <= 600}
      submit={say(words.saveSession)}
      onDone={onDone}
    >
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      <CodeSelect
        label={say(words.mode)}
        codes={counsellingModes}
        value={mode}
        onChange={(code) => setMode(code || 'in_person')}
      />
      <Field label={say(words.minutes)}>
        <input
          inputMode="numeric"
          maxLength={3}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
      </Field>
      <TextArea
        label={say(words.private)}
        hint={say(words.privateHint)}
        rows={6}
        maxLength={20_000}
        value={note}
        onChange={setNote}
      />
    </CommandForm>
  )
}

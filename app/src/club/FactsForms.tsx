import { clubRename, clubSetFacts, clubSetMonthStart } from '@ke-vai/contract/club/club.ts'
import { renameRule } from '@ke-vai/contract/club/dated-name.ts'
import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { CommandForm } from './CommandForm.tsx'
import { ProgrammeSelect } from './ProgrammeSelect.tsx'

const words = {
  save: { vi: 'Lưu', en: 'Save' },
  decisionNo: { vi: 'Số quyết định', en: 'Number of the decision' },
  decisionOn: { vi: 'Ngày quyết định', en: 'Day of the decision' },
  launchedOn: { vi: 'Ngày ra mắt', en: 'Day of the launch' },
  startedOn: { vi: 'Ngày bắt đầu hoạt động', en: 'Day on which it began to work' },
  pilot: { vi: 'Câu lạc bộ thí điểm', en: 'Pilot club' },
  name: { vi: 'Tên mới', en: 'New name' },
  from: { vi: 'Dùng từ ngày', en: 'From' },
  day: { vi: 'Tháng của câu lạc bộ bắt đầu từ ngày', en: "The club's month begins on day" },
  dayHint: {
    vi: 'Từ 1 đến 28. Các tháng đã mở giữ nguyên ngày của mình.',
    en: '1 to 28. Months already opened keep their days.',
  },
} as const

interface Props {
  club: ClubPage
  onDone: () => void
}

/** Decision, launch, start, pilot, programme. */
export function FactsForm({ club, onDone }: Props) {
  const { say } = useLanguage()
  const [decisionNo, setDecisionNo] = useState(club.decisionNo ?? '')
  const [decisionOn, setDecisionOn] = useState(club.decisionOn)
  const [launchedOn, setLaunchedOn] = useState(club.launchedOn)
  const [startedOn, setStartedOn] = useState(club.startedOn)
  const [programmeId, setProgrammeId] = useState(club.programme?.id ?? '')
  const [pilot, setPilot] = useState(club.pilot)
  return (
    <CommandForm
      command={clubSetFacts}
      submit={say(words.save)}
      args={() => ({
        clubId: club.id,
        decisionNo: decisionNo.trim() || null,
        decisionOn,
        launchedOn,
        startedOn,
        pilot,
        programmeId: programmeId || null,
      })}
      onDone={onDone}
    >
      <Field label={say(words.decisionNo)}>
        <input
          maxLength={80}
          autoComplete="off"
          value={decisionNo}
          onChange={(event) => setDecisionNo(event.target.value)}
        />
      </Field>
      <DateField label={say(words.decisionOn)} value={decisionOn} onChange={setDecisionOn} />
      <DateField label={say(words.launchedOn)} value={launchedOn} onChange={setLaunchedOn} />
      <DateField label={say(words.startedOn)} value={startedOn} onChange={setStartedOn} />
      <ProgrammeSelect value={programmeId} onChange={setProgrammeId} />
      <label className="tick">
        <input type="checkbox" checked={pilot} onChange={(event) => setPilot(event.target.checked)} />
        {say(words.pilot)}
      </label>
    </CommandForm>
  )
}

/** A new name from a day on; the one before is kept with its days. */
export function RenameForm({ club, onDone }: Props) {
  const { say } = useLanguage()
  const [name, setName] = useState(club.name)
  const [validFrom, setValidFrom] = useState<PlainDate | null>(today())
  return (
    <CommandForm
      command={clubRename}
      submit={say(words.save)}
      ready={name.trim() !== '' && validFrom !== null}
      rule={() => renameRule(club.names, validFrom ?? today())}
      args={() => ({ clubId: club.id, name, validFrom: validFrom ?? today() })}
      onDone={onDone}
    >
      <Field label={say(words.name)}>
        <input maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <DateField label={say(words.from)} value={validFrom} onChange={setValidFrom} />
    </CommandForm>
  )
}

const days = Array.from({ length: 28 }, (_, i) => i + 1)

/** The day on which the months to come begin. */
export function MonthStartForm({ club, onDone }: Props) {
  const { say } = useLanguage()
  const [day, setDay] = useState(club.monthStartDay)
  return (
    <CommandForm
      command={clubSetMonthStart}
      submit={say(words.save)}
      args={() => ({ clubId: club.id, day })}
      onDone={onDone}
    >
      <Field label={say(words.day)} hint={say(words.dayHint)}>
        <select value={day} onChange={(event) => setDay(Number(event.target.value))}>
          {days.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </Field>
    </CommandForm>
  )
}

import { clubSetState } from '@ke-vai/contract/club/club.ts'
import { hasEnded } from '@ke-vai/contract/club/club-state.ts'
import { type ClubState, clubStates } from '@ke-vai/contract/club/codes.ts'
import { type ClubPage, clubList } from '@ke-vai/contract/club/reads.ts'
import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { CommandForm } from './CommandForm.tsx'

interface Props {
  club: ClubPage
  states: readonly ClubState[]
  onDone: () => void
}

/** Suspends, dissolves or merges a club, from a day on and with a reason that is understood later. */
export function ChangeStateForm({ club, states, onDone }: Props) {
  const { say } = useLanguage()
  const [state, setState] = useState<ClubState | null>(states.length === 1 ? (states[0] ?? null) : null)
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [reason, setReason] = useState('')
  const [successorClubId, setSuccessorClubId] = useState('')
  return (
    <CommandForm
      command={clubSetState}
      submit={state ? `${say({ vi: 'Xác nhận', en: 'Confirm' })}: ${say(clubStates[state])}` : say(confirm)}
      ready={state !== null && onDay !== null}
      args={() => ({
        clubId: club.id,
        state: state ?? club.state,
        onDay: onDay ?? today(),
        reason,
        successorClubId: state === 'merged' ? successorClubId || null : null,
      })}
      onDone={onDone}
    >
      {states.length > 1 && (
        <Choice
          label={say({ vi: 'Chuyển sang', en: 'Change to' })}
          options={states.map((code) => ({ code, text: say(clubStates[code]) }))}
          chosen={state ? [state] : []}
          onChange={([code]) => setState(code ?? null)}
        />
      )}
      <DateField label={say({ vi: 'Từ ngày', en: 'From' })} value={onDay} onChange={setOnDay} />
      <Field label={say({ vi: 'Lý do', en: 'Reason' })}>
        <input maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {state === 'merged' && (
        <Successor clubId={club.id} value={successorClubId} onChange={setSuccessorClubId} />
      )}
    </CommandForm>
  )
}

const confirm = { vi: 'Xác nhận', en: 'Confirm' } as const

interface SuccessorProps {
  clubId: string
  value: string
  onChange: (clubId: string) => void
}

function Successor({ clubId, value, onChange }: SuccessorProps) {
  const { say } = useLanguage()
  const clubs = useRead(clubList, {}, {}).data?.clubs ?? []
  return (
    <Field label={say({ vi: 'Câu lạc bộ nhận sáp nhập', en: 'The club that it joins' })}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{say({ vi: 'Chọn', en: 'Choose' })}</option>
        {clubs
          .filter((each) => each.id !== clubId && !hasEnded(each.state))
          .map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
      </select>
    </Field>
  )
}

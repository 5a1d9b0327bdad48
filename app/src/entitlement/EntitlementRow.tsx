import { type PlainDate, showDate, today } from '@ke-vai/contract/date/date.ts'
import { type EntitlementShown, entitlementWrite } from '@ke-vai/contract/entitlement/entitlement.ts'
import {
  type EntitlementState,
  entitlementRule,
  entitlementStates,
  nextEntitlementStates,
} from '@ke-vai/contract/entitlement/state.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'

const words = {
  nothing: { vi: 'Chưa ghi', en: 'Nothing written yet' },
  noAmount: { vi: 'Chưa có mức chi được xác minh', en: 'No verified amount' },
  write: { vi: 'Ghi', en: 'Write' },
  state: { vi: 'Bây giờ thế nào?', en: 'How does it stand?' },
  day: { vi: 'Ngày', en: 'Day' },
  note: { vi: 'Ghi chú (được niêm phong)', en: 'Note (sealed)' },
  save: { vi: 'Lưu', en: 'Save' },
} as const

interface Props {
  organisationId: string
  caseId: string
  line: EntitlementShown
  /** Where the regime of the whole list stands; a line says its own source where it is another. */
  ofRegime: string
  mayWrite: boolean
}

/** One support: what it is called in law, why it is open, how it stands. */
export function EntitlementRow({ organisationId, caseId, line, ofRegime, mayWrite }: Props) {
  const { say } = useLanguage()
  const next = nextEntitlementStates(line, line.state)
  const name = `${line.code}) ${say(line.words)}`
  return (
    <li className="card stack">
      <div>
        <h3 className="entitlement-name">{name}</h3>
        <p>
          <strong>{line.state === null ? say(words.nothing) : say(entitlementStates[line.state])}</strong>
          {line.onDay !== null && ` · ${showDate(line.onDay)}`}
          {line.times > 1 && ` · ${say({ vi: `${line.times} lần`, en: `${line.times} times` })}`}
        </p>
        <p className="quiet">{say(line.why)}</p>
        <p className="quiet">
          {line.source !== ofRegime && `${line.source} · `}
          {amountWords(line.amount, say(words.noAmount))}
        </p>
      </div>
      {mayWrite && next.length > 0 && (
        <Opening text={say(words.write)} label={`${say(words.write)}: ${name}`}>
          {(close) => (
            <WriteForm
              organisationId={organisationId}
              caseId={caseId}
              line={line}
              next={next}
              onDone={close}
            />
          )}
        </Opening>
      )}
    </li>
  )
}

const amountWords = (amount: number | null, none: string): string =>
  amount === null ? none : `${amount.toLocaleString('vi-VN')} đ`

function WriteForm({
  organisationId,
  caseId,
  line,
  next,
  onDone,
}: Omit<Props, 'ofRegime' | 'mayWrite'> & { next: readonly EntitlementState[]; onDone: () => void }) {
  const { say } = useLanguage()
  const [state, setState] = useState<EntitlementState | null>(null)
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [note, setNote] = useState('')
  return (
    <CommandForm
      command={entitlementWrite}
      args={() => ({
        organisationId,
        caseId,
        entryId: crypto.randomUUID(),
        regime: line.regime,
        code: line.code,
        state: state ?? 'waiting',
        onDay: onDay ?? today(),
        note,
      })}
      rule={() => (state === null ? null : entitlementRule(line, line.state, state))}
      submit={say(words.save)}
      ready={state !== null && onDay !== null}
      onDone={onDone}
    >
      <Choice
        label={say(words.state)}
        options={next.map((code) => ({ code, text: say(entitlementStates[code]) }))}
        chosen={state === null ? [] : [state]}
        onChange={([code]) => setState(code ?? null)}
      />
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      <Field label={say(words.note)}>
        <input
          autoComplete="off"
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </CommandForm>
  )
}

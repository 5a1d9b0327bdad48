import { caseWordsOpen } from '@ke-vai/contract/case/case.ts'
import { type PlainDate, showDate, today } from '@ke-vai/contract/date/date.ts'
import { type EvidenceKind, evidenceKinds } from '@ke-vai/contract/verification/codes.ts'
import { evidenceAdd } from '@ke-vai/contract/verification/verification.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { useMayAtAgency } from '../case/own-agency.ts'
import { SealedWords } from '../case/SealedWords.tsx'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { nameOf, type PartProps } from './panel-data.ts'

const words = {
  title: { vi: 'Căn cứ (Điều 32)', en: 'Evidence (Article 32)' },
  none: {
    vi: 'Chưa có căn cứ nào. Mỗi căn cứ ghi loại, ngày và nơi cung cấp; nội dung được cất riêng.',
    en: 'No evidence yet. Each names its kind, day and source; what it says is sealed.',
  },
  add: { vi: 'Ghi một căn cứ', en: 'Record evidence' },
  kind: { vi: 'Loại căn cứ', en: 'Kind' },
  choose: { vi: 'Chọn một loại', en: 'Choose one' },
  day: { vi: 'Ngày', en: 'Day' },
  from: { vi: 'Cơ quan cung cấp', en: 'From which body' },
  nobody: { vi: 'Không có hoặc cơ quan khác', en: 'None or another' },
  findings: { vi: 'Nội dung', en: 'What it says' },
  hint: {
    vi: 'Được cất riêng. Không hỏi lại điều người được hỗ trợ đã kể.',
    en: 'Sealed. Nobody is asked again what she told already.',
  },
  open: { vi: 'Mở nội dung', en: 'Open what it says' },
} as const

/** The evidence by kind and day; what it says opens one by one, through an extra step. */
export function EvidenceSection(props: PartProps & { runs: boolean }) {
  const { organisationId, caseId, data, runs } = props
  const { say } = useLanguage()
  const opens = useMayAtAgency()('case.words.open')
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      {data.evidence.length === 0 && <p className="empty">{say(words.none)}</p>}
      <ul className="cards">
        {data.evidence.map(({ id, evidence, onDay, fromOrganisationId }) => (
          <li key={id} className="card stack">
            <div>
              <strong>{say(evidenceKinds[evidence])}</strong>
              <p className="quiet">
                {showDate(onDay)}
                {fromOrganisationId && ` · ${nameOf(data.bodies, fromOrganisationId)}`}
              </p>
            </div>
            {opens && (
              <SealedWords
                text={say(words.open)}
                open={async () => {
                  const asked = { organisationId, caseId, entryId: id }
                  const { words: opened } = await sendNow(caseWordsOpen, asked)
                  return Object.values(opened).map(String)
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {runs && <Opening text={say(words.add)}>{(close) => <AddForm {...props} onDone={close} />}</Opening>}
    </section>
  )
}

function AddForm({ organisationId, caseId, data, onDone }: PartProps & { onDone: () => void }) {
  const { say } = useLanguage()
  const [evidence, setEvidence] = useState<EvidenceKind | ''>('')
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [from, setFrom] = useState('')
  const [findings, setFindings] = useState('')
  return (
    <CommandForm
      command={evidenceAdd}
      submit={say(words.add)}
      ready={evidence !== '' && onDay !== null}
      args={() => ({
        organisationId,
        caseId,
        evidenceId: crypto.randomUUID(),
        evidence: evidence || 'i_lawful_document',
        onDay: onDay ?? today(),
        fromOrganisationId: from || null,
        findings,
      })}
      onDone={onDone}
    >
      <CodeSelect
        label={say(words.kind)}
        codes={evidenceKinds}
        none={say(words.choose)}
        value={evidence}
        onChange={setEvidence}
      />
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      <Field label={say(words.from)}>
        <select value={from} onChange={(event) => setFrom(event.target.value)}>
          <option value="">{say(words.nobody)}</option>
          {data.bodies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={say(words.findings)} hint={say(words.hint)}>
        <textarea
          rows={5}
          maxLength={8000}
          value={findings}
          autoComplete="off"
          onChange={(event) => setFindings(event.target.value)}
        />
      </Field>
    </CommandForm>
  )
}

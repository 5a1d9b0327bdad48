import { showDate, today } from '@ke-vai/contract/date/date.ts'
import { assessmentRule, foldAssessments } from '@ke-vai/contract/need/assessment.ts'
import {
  type AssessmentKind,
  assessmentKinds,
  type NeedDomain,
  type NeedLevel,
  needDomains,
  needLevels,
} from '@ke-vai/contract/need/codes.ts'
import { needAssess } from '@ke-vai/contract/need/need.ts'
import { useState } from 'react'
import { OpenWords } from '../case/OpenWords.tsx'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import { ChangePicture } from './ChangePicture.tsx'
import type { PartProps } from './part.ts'

const words = {
  title: { vi: 'Đánh giá nhu cầu', en: 'Assessment of needs' },
  empty: {
    vi: 'Chưa có đánh giá nào. Cùng người được hỗ trợ xem từng mặt, chỉ những mặt người ấy muốn nói.',
    en: 'There is no assessment yet. Look at each domain with her, only those she wants to speak of.',
  },
  first: { vi: 'Điều quan trọng nhất với người được hỗ trợ', en: 'What matters most to her' },
  write: { vi: 'Đánh giá cùng người được hỗ trợ', en: 'Assess together' },
  kind: { vi: 'Lần đánh giá', en: 'Which assessment' },
  day: { vi: 'Ngày', en: 'Day' },
  notSpoken: { vi: 'Chưa nói tới', en: 'Not spoken of' },
  priorities: { vi: 'Điều gì quan trọng nhất? Chọn theo thứ tự', en: 'What matters most? Choose in order' },
  said: { vi: 'Lời của người được hỗ trợ (không bắt buộc)', en: 'In her words (may stay empty)' },
  strengths: { vi: 'Điểm mạnh, điều tự làm tốt (không bắt buộc)', en: 'Strengths (may stay empty)' },
  save: { vi: 'Lưu đánh giá', en: 'Save the assessment' },
} as const

/** The assessments, the first and the last as a picture, and the form of the next. */
export function AssessmentSection({ organisationId, caseId, entries, writes }: PartProps) {
  const { say } = useLanguage()
  const all = foldAssessments(entries)
  const now = all.at(-1)
  const before = all.length > 1 ? (all[0] ?? null) : null
  const entry = entries.find(({ id }) => id === now?.id)
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      {!now && <p className="empty">{say(words.empty)}</p>}
      {now && (
        <>
          <p>
            {say(assessmentKinds[now.kind])}, {showDate(now.onDay)}
          </p>
          {now.priorities.length > 0 && (
            <>
              <h3>{say(words.first)}</h3>
              <ol className="need-priorities">
                {now.priorities.map((each) => (
                  <li key={each}>{say(needDomains[each])}</li>
                ))}
              </ol>
            </>
          )}
          <ChangePicture before={before} now={now} />
          {entry?.hasWords && <OpenWords organisationId={organisationId} caseId={caseId} entry={entry} />}
        </>
      )}
      {writes && (
        <Opening text={say(words.write)}>
          {(close) => (
            <AssessForm
              organisationId={organisationId}
              caseId={caseId}
              entries={entries}
              writes={writes}
              onDone={close}
              first={!now}
            />
          )}
        </Opening>
      )}
    </section>
  )
}

interface FormProps extends PartProps {
  first: boolean
  onDone: () => void
}

function AssessForm({ organisationId, caseId, entries, first, onDone }: FormProps) {
  const { say } = useLanguage()
  const [entryId] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<AssessmentKind>(first ? 'initial' : 'periodic')
  const [onDay, setOnDay] = useState<string | null>(today())
  const [levels, setLevels] = useState<Partial<Record<NeedDomain, NeedLevel>>>({})
  const [priorities, setPriorities] = useState<NeedDomain[]>([])
  const [said, setSaid] = useState('')
  const [strengths, setStrengths] = useState('')
  const body = { kind, levels, priorities, onDay: onDay ?? '', correctsId: null }
  return (
    <CommandForm
      command={needAssess}
      submit={say(words.save)}
      ready={onDay !== null}
      rule={() => assessmentRule(entries, body, today())}
      args={() => ({ organisationId, caseId, entryId, ...body, words: said, strengths })}
      onDone={onDone}
    >
      <Choice
        label={say(words.kind)}
        options={optionsOf(assessmentKinds, say)}
        chosen={[kind]}
        onChange={([code]) => code && setKind(code)}
      />
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      <div className="need-domains">
        {(Object.keys(needDomains) as NeedDomain[]).map((each) => (
          <CodeSelect
            key={each}
            label={say(needDomains[each])}
            codes={needLevels}
            none={say(words.notSpoken)}
            value={levels[each] ?? ''}
            onChange={(level) => {
              const { [each]: _, ...rest } = levels
              setLevels(level === '' ? rest : { ...rest, [each]: level })
            }}
          />
        ))}
      </div>
      <Choice
        label={say(words.priorities)}
        hint={priorities.map((each, i) => `${i + 1}. ${say(needDomains[each])}`).join(' · ')}
        options={optionsOf(needDomains, say)}
        chosen={priorities}
        several
        onChange={setPriorities}
      />
      <Field label={say(words.said)}>
        <textarea maxLength={4000} value={said} onChange={(event) => setSaid(event.target.value)} />
      </Field>
      <Field label={say(words.strengths)}>
        <textarea maxLength={4000} value={strengths} onChange={(event) => setStrengths(event.target.value)} />
      </Field>
    </CommandForm>
  )
}

import {
  type ChildLink,
  type ChildOpinion,
  childEnterSchool,
  childLinkCase,
  childLinks,
  childNameRepresentative,
  childPlan,
  childTakeMeasure,
  type EmergencyMeasure,
  emergencyMeasures,
  type RepresentativeRelation,
  representativeRelations,
  schoolRule,
} from '@ke-vai/contract/case/child.ts'
import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import { opinionWords, schoolWords } from './case-words.ts'
import { useCases } from './use-cases.ts'

const words = {
  save: { vi: 'Lưu', en: 'Save' },
  relation: { vi: 'Là ai của trẻ', en: 'Relation to the child' },
  choose: { vi: 'Chọn', en: 'Choose' },
  name: { vi: 'Tên (được cất kín)', en: 'Name (sealed)' },
  suspected: {
    vi: 'Có dấu hiệu người này liên quan tới việc bóc lột trẻ',
    en: 'There are signs that this person had a part in the exploitation',
  },
  note: { vi: 'Ghi chú (được cất kín)', en: 'Note (sealed)' },
  measures: { vi: 'Đã làm gì ngay', en: 'What was done at once' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  child: { vi: 'Trẻ nghĩ gì về kế hoạch', en: 'What the child thinks of it' },
  childWords: { vi: 'Lời của trẻ', en: 'In the child’s words' },
  carer: { vi: 'Người chăm sóc nghĩ gì', en: 'What the carer thinks of it' },
  carerWords: { vi: 'Lời người chăm sóc', en: 'In the carer’s words' },
  where: { vi: 'Học ở đâu', en: 'Where' },
  on: { vi: 'Từ ngày', en: 'Since' },
  with: { vi: 'Hồ sơ của người kia', en: 'The case of the other person' },
  as: { vi: 'Là', en: 'As' },
} as const

interface FormProps {
  organisationId: string
  caseId: string
  onDone: () => void
}

export function RepresentativeForm({ onDone, ...ofCase }: FormProps) {
  const { say } = useLanguage()
  const [relation, setRelation] = useState<RepresentativeRelation | ''>('')
  const [suspected, setSuspected] = useState(false)
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  return (
    <CommandForm
      command={childNameRepresentative}
      args={() => ({ ...ofCase, relation: relation || 'guardian', suspected, name, words: note })}
      ready={relation !== ''}
      submit={say(words.save)}
      onDone={onDone}
    >
      <CodeSelect
        label={say(words.relation)}
        codes={representativeRelations}
        none={say(words.choose)}
        value={relation}
        onChange={setRelation}
      />
      <Field label={say(words.name)}>
        <input maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <label className="tick">
        <input type="checkbox" checked={suspected} onChange={(event) => setSuspected(event.target.checked)} />
        {say(words.suspected)}
      </label>
      <TextArea label={say(words.note)} rows={3} maxLength={2000} value={note} onChange={setNote} />
    </CommandForm>
  )
}

export function MeasureForm({ onDone, ...ofCase }: FormProps) {
  const { say } = useLanguage()
  const [measures, setMeasures] = useState<EmergencyMeasure[]>([])
  const [note, setNote] = useState('')
  return (
    <CommandForm
      command={childTakeMeasure}
      args={() => ({ ...ofCase, measures, words: note })}
      ready={measures.length > 0}
      submit={say(words.save)}
      onDone={onDone}
    >
      <Choice
        label={say(words.measures)}
        options={optionsOf(emergencyMeasures, say)}
        chosen={measures}
        several
        onChange={setMeasures}
      />
      <TextArea label={say(words.note)} rows={3} maxLength={2000} value={note} onChange={setNote} />
    </CommandForm>
  )
}

/** What the child and the carer say of the plan is owed, also when they say no. */
export function PlanForm({ onDone, ...ofCase }: FormProps) {
  const { say } = useLanguage()
  const [plan, setPlan] = useState('')
  const [childOpinion, setChildOpinion] = useState<ChildOpinion | null>(null)
  const [childWords, setChildWords] = useState('')
  const [carerOpinion, setCarerOpinion] = useState<ChildOpinion | null>(null)
  const [carerWords, setCarerWords] = useState('')
  return (
    <CommandForm
      command={childPlan}
      args={() => ({
        ...ofCase,
        plan,
        childOpinion: childOpinion ?? 'cannot_say',
        childWords,
        carerOpinion: carerOpinion ?? 'cannot_say',
        carerWords,
      })}
      ready={plan.trim() !== '' && childOpinion !== null && carerOpinion !== null}
      submit={say(words.save)}
      onDone={onDone}
    >
      <TextArea label={say(words.plan)} rows={6} maxLength={5000} value={plan} onChange={setPlan} />
      <Choice
        label={say(words.child)}
        options={optionsOf(opinionWords, say)}
        chosen={childOpinion === null ? [] : [childOpinion]}
        onChange={([code]) => setChildOpinion(code ?? null)}
      />
      <TextArea
        label={say(words.childWords)}
        rows={2}
        maxLength={2000}
        value={childWords}
        onChange={setChildWords}
      />
      <Choice
        label={say(words.carer)}
        options={optionsOf(opinionWords, say)}
        chosen={carerOpinion === null ? [] : [carerOpinion]}
        onChange={([code]) => setCarerOpinion(code ?? null)}
      />
      <TextArea
        label={say(words.carerWords)}
        rows={2}
        maxLength={2000}
        value={carerWords}
        onChange={setCarerWords}
      />
    </CommandForm>
  )
}

export function SchoolForm({ onDone, ...ofCase }: FormProps) {
  const { say } = useLanguage()
  const [where, setWhere] = useState<keyof typeof schoolWords | ''>('')
  const [on, setOn] = useState<PlainDate | null>(today())
  const rule = () => (where === '' || on === null ? null : schoolRule({ where, on }, today()))
  return (
    <CommandForm
      command={childEnterSchool}
      args={() => ({ ...ofCase, where: where || 'not_of_age', on: on ?? today() })}
      ready={where !== '' && on !== null}
      rule={rule}
      submit={say(words.save)}
      onDone={onDone}
    >
      <CodeSelect
        label={say(words.where)}
        codes={schoolWords}
        none={say(words.choose)}
        value={where}
        onChange={setWhere}
      />
      <DateField label={say(words.on)} value={on} onChange={setOn} />
    </CommandForm>
  )
}

/** The other case is one of her own teams', named by its code. */
export function LinkForm({ onDone, ...ofCase }: FormProps) {
  const { say } = useLanguage()
  const { cases } = useCases(ofCase.organisationId, 'own')
  const [withCaseId, setWithCaseId] = useState('')
  const [as, setAs] = useState<ChildLink | null>(null)
  return (
    <CommandForm
      command={childLinkCase}
      args={() => ({ ...ofCase, withCaseId, as: as ?? 'sibling' })}
      ready={withCaseId !== '' && as !== null}
      submit={say(words.save)}
      onDone={onDone}
    >
      <Field label={say(words.with)}>
        <select value={withCaseId} onChange={(event) => setWithCaseId(event.target.value)}>
          <option value="">{say(words.choose)}</option>
          {(cases ?? [])
            .filter(({ id }) => id !== ofCase.caseId)
            .map(({ id, code }) => (
              <option key={id} value={id}>
                {code}
              </option>
            ))}
        </select>
      </Field>
      <Choice
        label={say(words.as)}
        options={optionsOf(childLinks, say)}
        chosen={as === null ? [] : [as]}
        onChange={([code]) => setAs(code ?? null)}
      />
    </CommandForm>
  )
}

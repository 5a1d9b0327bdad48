import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { planSet } from '@ke-vai/contract/club/year-plan.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { CommandForm } from './CommandForm.tsx'
import { type ActivityDraft, activitiesOf, draftsOf, emptyActivity, objectivesOf } from './plan-draft.ts'

const words = {
  objectives: { vi: 'Mục tiêu, mỗi dòng một mục tiêu', en: 'Objectives, one a line' },
  activity: { vi: 'Hoạt động', en: 'Activity' },
  month: { vi: 'Tháng', en: 'Month' },
  what: { vi: 'Làm gì', en: 'What' },
  quantity: { vi: 'Số lượng', en: 'How many' },
  lead: { vi: 'Phụ trách', en: 'Led by' },
  budget: { vi: 'Kinh phí (đồng)', en: 'Budget (đồng)' },
  source: { vi: 'Nguồn kinh phí', en: 'Source of the budget' },
  add: { vi: 'Thêm hoạt động', en: 'Add an activity' },
  remove: { vi: 'Bỏ hoạt động này', en: 'Leave this one out' },
  again: {
    vi: 'Sửa kế hoạch đã duyệt thì cần duyệt lại.',
    en: 'A changed plan needs approval again.',
  },
  save: { vi: 'Lưu kế hoạch', en: 'Save the plan' },
} as const

const months = Array.from({ length: 12 }, (_, i) => i + 1)

/** The plan of a year as a form: objectives as lines, activities as rows that come and go. */
export function PlanForm({ club, onDone }: { club: ClubPage; onDone: () => void }) {
  const { say } = useLanguage()
  const [objectives, setObjectives] = useState(club.plan?.objectives.join('\n') ?? '')
  const [drafts, setDrafts] = useState(() => draftsOf(club.plan?.activities ?? []))
  const change = (next: ActivityDraft) =>
    setDrafts(drafts.map((each) => (each.key === next.key ? next : each)))
  return (
    <CommandForm
      command={planSet}
      submit={say(words.save)}
      ready={objectivesOf(objectives).length > 0}
      args={() => ({
        clubId: club.id,
        planId: club.plan?.id ?? crypto.randomUUID(),
        year: club.year,
        objectives: objectivesOf(objectives),
        activities: activitiesOf(drafts),
      })}
      onDone={onDone}
    >
      {club.plan?.approvedOn && <p className="careful">{say(words.again)}</p>}
      <Field label={say(words.objectives)}>
        <textarea rows={4} value={objectives} onChange={(event) => setObjectives(event.target.value)} />
      </Field>
      {drafts.map((draft, i) => (
        <ActivityFields
          key={draft.key}
          title={`${say(words.activity)} ${i + 1}`}
          draft={draft}
          onChange={change}
          onRemove={() => setDrafts(drafts.filter((each) => each.key !== draft.key))}
        />
      ))}
      <Button look="quiet" onClick={() => setDrafts([...drafts, emptyActivity(drafts.at(-1)?.month ?? 1)])}>
        {say(words.add)}
      </Button>
    </CommandForm>
  )
}

interface RowProps {
  title: string
  draft: ActivityDraft
  onChange: (draft: ActivityDraft) => void
  onRemove: () => void
}

type TextPart = 'what' | 'quantity' | 'lead' | 'budget' | 'budgetSource'

function ActivityFields({ title, draft, onChange, onRemove }: RowProps) {
  const { say } = useLanguage()
  const text = (part: TextPart, maxLength: number, numeric = false) => (
    <input
      maxLength={maxLength}
      autoComplete="off"
      inputMode={numeric ? 'numeric' : 'text'}
      value={draft[part]}
      onChange={(event) => onChange({ ...draft, [part]: event.target.value })}
    />
  )
  return (
    <fieldset className="choice stack rows">
      <legend>{title}</legend>
      <Field label={say(words.month)}>
        <select
          value={draft.month}
          onChange={(event) => onChange({ ...draft, month: Number(event.target.value) })}
        >
          {months.map((month) => (
            <option key={month} value={month}>
              {month}
            </option>
          ))}
        </select>
      </Field>
      <Field label={say(words.what)}>{text('what', 300)}</Field>
      <Field label={say(words.quantity)}>{text('quantity', 6, true)}</Field>
      <Field label={say(words.lead)}>{text('lead', 120)}</Field>
      <Field label={say(words.budget)}>{text('budget', 16, true)}</Field>
      <Field label={say(words.source)}>{text('budgetSource', 200)}</Field>
      <Button look="quiet" onClick={onRemove}>
        {say(words.remove)}
      </Button>
    </fieldset>
  )
}

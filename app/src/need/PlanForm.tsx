import {
  type ActionDoer,
  actionDoers,
  type CostSource,
  costSources,
  type HerWord,
  herWords,
  type NeedDomain,
  needDomains,
} from '@ke-vai/contract/need/codes.ts'
import { needWritePlan } from '@ke-vai/contract/need/need.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import type { PartProps } from './part.ts'

const words = {
  goals: { vi: 'Mục tiêu về', en: 'Goals in' },
  step: { vi: 'Việc', en: 'Step' },
  what: { vi: 'Làm gì', en: 'What' },
  goal: { vi: 'Cho mục tiêu', en: 'For the goal' },
  noGoal: { vi: 'Việc chung', en: 'In general' },
  who: { vi: 'Ai làm', en: 'Who' },
  byDay: { vi: 'Trước ngày (không bắt buộc)', en: 'By when (may stay empty)' },
  cost: { vi: 'Chi phí từ', en: 'Who pays' },
  more: { vi: 'Thêm một việc', en: 'Add a step' },
  herWord: { vi: 'Người được hỗ trợ đã nghe và', en: 'She has heard it, and' },
  save: { vi: 'Lưu kế hoạch', en: 'Save the plan' },
} as const

interface Step {
  id: string
  goal: NeedDomain | ''
  what: string
  who: ActionDoer
  byDay: string | null
  cost: CostSource
}
const newStep = (): Step => ({
  id: crypto.randomUUID(),
  goal: '',
  what: '',
  who: 'manager',
  byDay: null,
  cost: 'unknown',
})

/** A whole plan: a goal for each chosen domain, and steps. Her word is never chosen beforehand. */
export function PlanForm({ organisationId, caseId, onDone }: PartProps & { onDone: () => void }) {
  const { say } = useLanguage()
  const [planId] = useState(() => crypto.randomUUID())
  const [goals, setGoals] = useState<{ id: string; domain: NeedDomain }[]>([])
  const [steps, setSteps] = useState<Step[]>([newStep()])
  const [herWord, setHerWord] = useState<HerWord | null>(null)
  const change = (id: string, part: Partial<Step>) =>
    setSteps(steps.map((each) => (each.id === id ? { ...each, ...part } : each)))
  return (
    <CommandForm
      command={needWritePlan}
      submit={say(words.save)}
      ready={herWord !== null && goals.length > 0}
      args={() => ({
        organisationId,
        caseId,
        planId,
        goals,
        actions: steps
          .filter(({ what }) => what.trim() !== '')
          .map(({ id, goal, who, byDay, cost }) => ({
            id,
            goalId: goals.find(({ domain }) => domain === goal)?.id ?? null,
            needId: null,
            who,
            byDay,
            cost,
          })),
        herWord: herWord ?? 'not_yet',
        said: Object.fromEntries(steps.map(({ id, what }) => [id, what])),
      })}
      onDone={onDone}
    >
      <Choice
        label={say(words.goals)}
        options={optionsOf(needDomains, say)}
        chosen={goals.map(({ domain }) => domain)}
        several
        onChange={(domains) =>
          setGoals(
            domains.map(
              (domain) => goals.find((each) => each.domain === domain) ?? { id: crypto.randomUUID(), domain },
            ),
          )
        }
      />
      {steps.map((step, i) => (
        <fieldset key={step.id} className="card stack">
          <legend>
            {say(words.step)} {i + 1}
          </legend>
          <Field label={say(words.what)}>
            <input
              maxLength={500}
              value={step.what}
              onChange={(event) => change(step.id, { what: event.target.value })}
            />
          </Field>
          <div className="need-domains">
            <Field label={say(words.goal)}>
              <select
                value={step.goal}
                onChange={(event) => change(step.id, { goal: event.target.value as NeedDomain | '' })}
              >
                <option value="">{say(words.noGoal)}</option>
                {goals.map(({ domain }) => (
                  <option key={domain} value={domain}>
                    {say(needDomains[domain])}
                  </option>
                ))}
              </select>
            </Field>
            <CodeSelect
              label={say(words.who)}
              codes={actionDoers}
              value={step.who}
              onChange={(who) => who && change(step.id, { who })}
            />
            <CodeSelect
              label={say(words.cost)}
              codes={costSources}
              value={step.cost}
              onChange={(cost) => cost && change(step.id, { cost })}
            />
          </div>
          <DateField
            label={say(words.byDay)}
            value={step.byDay}
            onChange={(byDay) => change(step.id, { byDay })}
          />
        </fieldset>
      ))}
      <Button look="quiet" onClick={() => setSteps([...steps, newStep()])}>
        {say(words.more)}
      </Button>
      <Choice
        label={say(words.herWord)}
        options={optionsOf(herWords, say)}
        chosen={herWord === null ? [] : [herWord]}
        onChange={([code]) => setHerWord(code ?? null)}
      />
    </CommandForm>
  )
}

import { showDate } from '@ke-vai/contract/date/date.ts'
import {
  type ActionState,
  actionDoers,
  actionStates,
  costSources,
  herWords,
  needDomains,
  type ReviewResult,
  reviewResults,
} from '@ke-vai/contract/need/codes.ts'
import { needMarkAction, needReviewPlan } from '@ke-vai/contract/need/need.ts'
import { foldPlan, nextActionStates, type PlanNow } from '@ke-vai/contract/need/plan.ts'
import { useState } from 'react'
import { OpenWords } from '../case/OpenWords.tsx'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { PlanForm } from './PlanForm.tsx'
import type { PartProps } from './part.ts'

const words = {
  title: { vi: 'Kế hoạch hỗ trợ', en: 'Support plan' },
  empty: {
    vi: 'Chưa có kế hoạch. Kế hoạch gồm vài mục tiêu và việc cụ thể: ai làm, khi nào, chi phí từ đâu.',
    en: 'There is no plan yet: a few goals and steps, who does what by when, and who pays.',
  },
  draft: {
    vi: 'Người được hỗ trợ chưa đồng ý với kế hoạch này.',
    en: 'She has not agreed to this plan yet.',
  },
  agreed: { vi: 'Đã đồng ý', en: 'Agreed' },
  goals: { vi: 'Mục tiêu', en: 'Goals' },
  next: { vi: 'Xem lại ngày', en: 'Next review' },
  mark: { vi: 'Đánh dấu', en: 'Mark' },
  review: { vi: 'Cùng xem lại kế hoạch', en: 'Review together' },
  result: { vi: 'Kế hoạch', en: 'The plan' },
  write: { vi: 'Lập kế hoạch', en: 'Write a plan' },
  again: { vi: 'Lập lại kế hoạch', en: 'Write the plan anew' },
  save: { vi: 'Lưu', en: 'Save' },
} as const

/** The plan that stands, her word on it, its steps, and its reviews. */
export function PlanSection(given: PartProps) {
  const { say } = useLanguage()
  const { organisationId, caseId, entries, writes } = given
  const plan = foldPlan(entries)
  const entry = entries.find(({ id }) => id === plan?.id)
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      {!plan && <p className="empty">{say(words.empty)}</p>}
      {plan && (
        <>
          <p>
            {showDate(plan.onDay)}
            {plan.agreed && ` · ${say(words.agreed)}: ${say(herWords[plan.herWord])}`}
            {plan.lastReview && ` · ${say(reviewResults[plan.lastReview.result])}`}
            {plan.nextReviewOn && ` · ${say(words.next)} ${showDate(plan.nextReviewOn)}`}
          </p>
          {!plan.agreed && <Notice kind="careful">{say(words.draft)}</Notice>}
          <p>
            {say(words.goals)}: {plan.goals.map(({ domain }) => say(needDomains[domain])).join(' · ')}
          </p>
          {entry?.hasWords && <OpenWords organisationId={organisationId} caseId={caseId} entry={entry} />}
          <Steps plan={plan} {...given} />
          {writes && <Review plan={plan} organisationId={organisationId} caseId={caseId} />}
        </>
      )}
      {writes && (
        <Opening text={say(plan ? words.again : words.write)}>
          {(close) => <PlanForm {...given} onDone={close} />}
        </Opening>
      )}
    </section>
  )
}

function Steps({ plan, organisationId, caseId, writes }: PartProps & { plan: PlanNow }) {
  const { say } = useLanguage()
  const [to, setTo] = useState<ActionState | null>(null)
  return (
    <ol className="cards">
      {plan.actions.map(({ id, who, byDay, cost, goalId }, i) => {
        const state = plan.states.get(id) ?? 'planned'
        const goal = plan.goals.find((each) => each.id === goalId)
        const options = nextActionStates(state).map((code) => ({ code, text: say(actionStates[code]) }))
        return (
          <li key={id} className="card stack">
            <span className="need-line">
              <strong>
                {i + 1}. {goal ? say(needDomains[goal.domain]) : ''}
              </strong>
              <span>{say(actionStates[state])}</span>
              <span className="quiet">
                {say(actionDoers[who])}
                {byDay && ` · ${showDate(byDay)}`} · {say(costSources[cost])}
              </span>
            </span>
            {writes && (
              <Opening text={say(words.mark)} label={`${say(words.mark)} ${i + 1}`} look="link">
                {(close) => (
                  <CommandForm
                    command={needMarkAction}
                    submit={say(words.save)}
                    ready={to !== null}
                    args={() => ({ organisationId, caseId, actionId: id, state: to ?? 'done' })}
                    onDone={() => {
                      setTo(null)
                      close()
                    }}
                  >
                    <Choice
                      label={say(words.mark)}
                      options={options}
                      chosen={to === null ? [] : [to]}
                      onChange={([code]) => setTo(code ?? null)}
                    />
                  </CommandForm>
                )}
              </Opening>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Review({ plan, organisationId, caseId }: { plan: PlanNow; organisationId: string; caseId: string }) {
  const { say } = useLanguage()
  const [result, setResult] = useState<ReviewResult | null>(null)
  const [nextOn, setNextOn] = useState<string | null>(null)
  return (
    <Opening text={say(words.review)}>
      {(close) => (
        <CommandForm
          command={needReviewPlan}
          submit={say(words.save)}
          ready={result !== null}
          args={() => ({ organisationId, caseId, planId: plan.id, result: result ?? 'change', nextOn })}
          onDone={close}
        >
          <Choice
            label={say(words.result)}
            options={optionsOf(reviewResults, say)}
            chosen={result === null ? [] : [result]}
            onChange={([code]) => setResult(code ?? null)}
          />
          <DateField label={say(words.next)} value={nextOn} onChange={setNextOn} />
        </CommandForm>
      )}
    </Opening>
  )
}

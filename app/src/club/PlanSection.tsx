import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { planApprove } from '@ke-vai/contract/club/year-plan.ts'
import { type PlainDate, showDate, today } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/DateField.tsx'
import { CommandForm } from './CommandForm.tsx'
import { Opening } from './Opening.tsx'
import { PlanForm } from './PlanForm.tsx'
import { Section } from './Section.tsx'

const words = {
  title: { vi: 'Kế hoạch năm', en: 'Plan of' },
  empty: {
    vi: 'Chưa có kế hoạch của năm này. Bước tiếp theo: ghi vài mục tiêu, rồi các hoạt động theo tháng.',
    en: 'There is no plan of this year yet. Next: write a few objectives, then the activities by month.',
  },
  objectives: { vi: 'Mục tiêu', en: 'Objectives' },
  activities: { vi: 'Hoạt động theo tháng', en: 'Activities by month' },
  waiting: { vi: 'Đang chờ duyệt', en: 'Waiting for approval' },
  approved: { vi: 'Đã duyệt ngày', en: 'Approved on' },
  approve: { vi: 'Duyệt kế hoạch', en: 'Approve the plan' },
  approvedOn: { vi: 'Ngày duyệt', en: 'Day of approval' },
  write: { vi: 'Soạn kế hoạch', en: 'Write the plan' },
  change: { vi: 'Sửa kế hoạch', en: 'Change the plan' },
  lead: { vi: 'Phụ trách', en: 'Led by' },
} as const

type Plan = NonNullable<ClubPage['plan']>

/** The plan of the shown year: objectives, what happens in which month, who approved it. */
export function PlanSection({ club }: { club: ClubPage }) {
  const { say } = useLanguage()
  const { plan } = club
  return (
    <Section id="plan" title={`${say(words.title)} ${club.year}`}>
      {plan === null ? <p className="empty">{say(words.empty)}</p> : <PlanText plan={plan} />}
      <div className="actions">
        {plan?.approvedOn === null && club.may.includes('club.manage') && (
          <Opening text={say(words.approve)} look="main">
            {(close) => <ApproveForm club={club} onDone={close} />}
          </Opening>
        )}
        {club.may.includes('club.run') && (
          <Opening text={say(plan === null ? words.write : words.change)}>
            {(close) => <PlanForm club={club} onDone={close} />}
          </Opening>
        )}
      </div>
    </Section>
  )
}

function PlanText({ plan }: { plan: Plan }) {
  const { say, language } = useLanguage()
  const inOrder = [...plan.activities].sort((a, b) => a.month - b.month)
  const money = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB')
  return (
    <>
      <p className={plan.approvedOn ? 'good' : 'careful'}>
        {plan.approvedOn ? `${say(words.approved)} ${showDate(plan.approvedOn)}` : say(words.waiting)}
      </p>
      <div>
        <h3>{say(words.objectives)}</h3>
        <ul className="dots">
          {plan.objectives.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </div>
      {inOrder.length > 0 && (
        <div>
          <h3>{say(words.activities)}</h3>
          <ul className="timeline">
            {inOrder.map((each) => (
              <li key={`${each.month}/${each.what}`}>
                <strong>
                  {say({ vi: 'Tháng', en: 'Month' })} {each.month}
                </strong>
                : {each.what}
                {each.quantity !== null && ` · ${each.quantity}`}
                <span className="quiet">
                  {[
                    each.lead && `${say(words.lead)}: ${each.lead}`,
                    each.budget !== null && `${money.format(each.budget)} đồng`,
                    each.budgetSource,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function ApproveForm({ club, onDone }: { club: ClubPage; onDone: () => void }) {
  const { say } = useLanguage()
  const [approvedOn, setApprovedOn] = useState<PlainDate | null>(today())
  return (
    <CommandForm
      command={planApprove}
      submit={say(words.approve)}
      ready={approvedOn !== null}
      args={() => ({ clubId: club.id, year: club.year, approvedOn: approvedOn ?? today() })}
      onDone={onDone}
    >
      <DateField label={say(words.approvedOn)} value={approvedOn} onChange={setApprovedOn} />
    </CommandForm>
  )
}

import {
  type CompanionEnd,
  type CompanionTaskKind,
  companionDeclines,
  companionEnds,
  companionOutcomes,
  companionStates,
  companionTaskKinds,
  teamEnds,
  type VisitPurpose,
  visitPurposes,
} from '@ke-vai/contract/companion/codes.ts'
import { companionAddTask, companionEnd, companionPlanVisit } from '@ke-vai/contract/companion/companion.ts'
import { companionNumber } from '@ke-vai/contract/companion/number.ts'
import type { CompanionOfCase } from '@ke-vai/contract/companion/reads.ts'
import { companionDayRule } from '@ke-vai/contract/companion/state.ts'
import { sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { addDays, type PlainDate, showDate, today } from '@ke-vai/contract/date/date.ts'
import { type ReactNode, useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { optionsOf } from '../ui/options.ts'
import { TaskLines } from './TaskLines.tsx'
import './companion.css'

const words = {
  goes: { vi: 'Người đi cùng', en: 'Who goes' },
  sees: { vi: 'Được thấy', en: 'Sees' },
  lapsed: {
    vi: 'Sự đồng ý đã hết hạn: câu lạc bộ không thấy gì nữa. Hỏi ý lại, hoặc dừng.',
    en: 'The consent has run out: the club sees nothing any more. Ask her anew, or end it.',
  },
  next: { vi: 'Lần gặp tới', en: 'Next visit' },
  last: { vi: 'Lần gặp gần nhất', en: 'Last visit' },
  plan: { vi: 'Hẹn lần gặp tới', en: 'Plan the next visit' },
  task: { vi: 'Nhờ một việc', en: 'Give a task' },
  end: { vi: 'Dừng đồng hành', en: 'End it' },
  day: { vi: 'Ngày', en: 'Day' },
  purpose: { vi: 'Để làm gì', en: 'For what' },
  kind: { vi: 'Việc gì', en: 'Which task' },
  note: { vi: 'Lời nhắn cho người đi cùng', en: 'A word to the companion' },
  noteHint: {
    vi: 'Được cất kín. Chỉ ghi nơi, giờ, mang gì; không ghi chuyện đã xảy ra.',
    en: 'Sealed. Where, when, what to bring; nothing of what happened to her.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  savePlan: { vi: 'Lưu lần hẹn', en: 'Save the plan' },
  saveTask: { vi: 'Gửi việc này', en: 'Send the task' },
} as const

interface Props {
  organisationId: string
  caseId: string
  companion: CompanionOfCase
  mayWrite: boolean
}

/** One club beside the case, for the team: who goes, what is planned, what came back. */
export function CompanionCard({ organisationId, caseId, companion, mayWrite }: Props) {
  const { say } = useLanguage()
  const { state, club, member, nextVisit, lastVisit, consented } = companion
  const live = state === 'asked' || state === 'accepted'
  const of = { organisationId, caseId, companionId: companion.id }
  const reason = state === 'declined' ? companion.declineReason : null
  return (
    <article className="card stack" aria-label={club}>
      <p>
        <strong>{club}</strong> · {companionNumber(companion.number)}
      </p>
      <p className={state === 'accepted' && consented ? 'good' : 'quiet'}>
        {say(companionStates[state])}
        {reason && `: ${say(companionDeclines[reason])}`}
        {state === 'ended' && companion.endReason && `: ${say(companionEnds[companion.endReason])}`}
      </p>
      {live && !consented && <p className="careful">{say(words.lapsed)}</p>}
      <dl className="facts">
        {member && <Fact term={say(words.goes)}>{member}</Fact>}
        <Fact term={say(words.sees)}>
          {companion.fields.map((field) => say(sharedFields[field])).join(' · ')}
        </Fact>
        {nextVisit && (
          <Fact term={say(words.next)}>
            {showDate(nextVisit.onDay)}, {say(visitPurposes[nextVisit.purpose])}
          </Fact>
        )}
        {lastVisit && (
          <Fact term={say(words.last)}>
            {showDate(lastVisit.onDay)}, {say(companionOutcomes[lastVisit.outcome])}
          </Fact>
        )}
      </dl>
      <TaskLines tasks={companion.tasks} />
      {live && mayWrite && (
        <div className="actions">
          {consented && (
            <>
              <Opening text={say(words.plan)}>{(close) => <PlanVisit of={of} onDone={close} />}</Opening>
              <Opening text={say(words.task)}>{(close) => <AddTask of={of} onDone={close} />}</Opening>
            </>
          )}
          <Opening text={say(words.end)}>{(close) => <End of={of} onDone={close} />}</Opening>
        </div>
      )}
    </article>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface FormProps {
  of: { organisationId: string; caseId: string; companionId: string }
  onDone: () => void
}

function PlanVisit({ of, onDone }: FormProps) {
  const { say } = useLanguage()
  const [onDay, setDay] = useState<PlainDate | null>(addDays(today(), 7))
  const [purpose, setPurpose] = useState<VisitPurpose | null>(null)
  return (
    <CommandForm
      command={companionPlanVisit}
      submit={say(words.savePlan)}
      ready={onDay !== null && purpose !== null}
      rule={() => companionDayRule(onDay ?? today(), today(), 'plan')}
      args={() => ({ ...of, onDay: onDay ?? today(), purpose: purpose ?? 'visit' })}
      onDone={onDone}
    >
      <DateField label={say(words.day)} value={onDay} onChange={setDay} />
      <Choice
        label={say(words.purpose)}
        options={optionsOf(visitPurposes, say)}
        chosen={purpose === null ? [] : [purpose]}
        onChange={([code]) => setPurpose(code ?? null)}
      />
    </CommandForm>
  )
}

function AddTask({ of, onDone }: FormProps) {
  const { say } = useLanguage()
  const [kind, setKind] = useState<CompanionTaskKind | ''>('')
  const [dueOn, setDay] = useState<PlainDate | null>(addDays(today(), 7))
  const [note, setNote] = useState('')
  return (
    <CommandForm
      command={companionAddTask}
      submit={say(words.saveTask)}
      ready={kind !== '' && dueOn !== null}
      rule={() => companionDayRule(dueOn ?? today(), today(), 'plan')}
      args={() => ({
        ...of,
        taskId: crypto.randomUUID(),
        kind: kind === '' ? 'other_small' : kind,
        dueOn: dueOn ?? today(),
        words: note,
      })}
      onDone={onDone}
    >
      <CodeSelect
        label={say(words.kind)}
        codes={companionTaskKinds}
        none="—"
        value={kind}
        onChange={setKind}
      />
      <DateField label={say(words.day)} value={dueOn} onChange={setDay} />
      <TextArea
        label={say(words.note)}
        hint={say(words.noteHint)}
        rows={2}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
    </CommandForm>
  )
}

function End({ of, onDone }: FormProps) {
  const { say } = useLanguage()
  const [reason, setReason] = useState<CompanionEnd | null>(null)
  return (
    <CommandForm
      command={companionEnd}
      submit={say(words.end)}
      ready={reason !== null}
      args={() => ({ ...of, reason: reason ?? 'other' })}
      onDone={onDone}
    >
      <Choice
        label={say(words.reason)}
        options={teamEnds.map((code) => ({ code, text: say(companionEnds[code]) }))}
        chosen={reason === null ? [] : [reason]}
        onChange={([code]) => setReason(code ?? null)}
      />
    </CommandForm>
  )
}

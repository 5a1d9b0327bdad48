import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { taskList } from '@ke-vai/contract/club/task.ts'
import { addMonths, monthDays, type PlainDate, showDate, today } from '@ke-vai/contract/date/date.ts'
import { monthGiveTasks } from '@ke-vai/contract/month/commands.ts'
import type { MonthPage } from '@ke-vai/contract/month/month.ts'
import { tasksRule } from '@ke-vai/contract/month/rules.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { type FormEvent, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Reading } from '../ui/Reading.tsx'
import { withoutWarning } from './without-warning.ts'

const words = {
  who: { vi: 'Ai làm', en: 'Who' },
  choose: { vi: 'Chọn thành viên', en: 'Choose a member' },
  what: { vi: 'Việc gì', en: 'What' },
  due: { vi: 'Hạn xong', en: 'Done by' },
  give: { vi: 'Giao việc', en: 'Give the task' },
  first: {
    vi: 'Điểm danh buổi họp trước (bước 3), rồi giao việc ở đây.',
    en: 'First tick who was at the meeting (step 3), then give tasks here.',
  },
  none: { vi: 'Chưa giao việc nào cho tháng sau.', en: 'No task given for next month yet.' },
} as const

interface Props {
  club: ClubPage
  month: MonthPage
}

/** What the meeting decided becomes tasks, each with a member and a day. */
export function GiveTasks({ club, month }: Props) {
  const { say } = useLanguage()
  const next = addMonths(month.month, 1)
  const given = useRead(taskList, { clubId: club.id }, { month: next })
  const meeting = month.meetings.findLast(({ kind }) => kind === 'members') ?? month.meetings.at(-1)
  return (
    <>
      <Reading of={withoutWarning(given)}>
        {({ tasks }) => {
          const ours = tasks.filter(({ origin, state }) => origin === 'meeting' && state !== 'cancelled')
          if (ours.length === 0) return <p className="quiet">{say(words.none)}</p>
          return (
            <ul className="dots">
              {ours.map(({ id, content, memberName, dueAt }) => (
                <li key={id}>
                  {[content, memberName, dueAt && showDate(today(new Date(dueAt)))]
                    .filter(Boolean)
                    .join(' · ')}
                </li>
              ))}
            </ul>
          )
        }}
      </Reading>
      {meeting ? (
        <GiveTask
          club={club}
          month={month}
          meetingId={meeting.id}
          usualDay={monthDays(next, club.monthStartDay).last}
        />
      ) : (
        <p className="hint">{say(words.first)}</p>
      )}
    </>
  )
}

function GiveTask({ club, month, meetingId, usualDay }: Props & { meetingId: string; usualDay: PlainDate }) {
  const { say } = useLanguage()
  const [memberId, setMemberId] = useState('')
  const [content, setContent] = useState('')
  const [dueOn, setDueOn] = useState<PlainDate | null>(usualDay)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  async function give(event: FormEvent) {
    event.preventDefault()
    if (dueOn === null) return
    const refused = tasksRule([{ dueOn }], month)
    setRefusal(refused)
    if (refused) return
    setBusy(true)
    try {
      const task = { taskId: crypto.randomUUID(), memberId, content, dueOn }
      await sendNow(monthGiveTasks, { clubId: club.id, month: month.month, meetingId, tasks: [task] })
      setContent('')
      setMemberId('')
      readAgain()
    } catch (error) {
      setRefusal(wordsOf(error))
    }
    setBusy(false)
  }

  return (
    <form className="stack" onSubmit={(event) => void give(event)}>
      <div className="field">
        <label htmlFor="task-member">{say(words.who)}</label>
        <select
          id="task-member"
          required
          value={memberId}
          onChange={(event) => setMemberId(event.target.value)}
        >
          <option value="">{say(words.choose)}</option>
          {(club.members ?? []).map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </select>
      </div>
      <Field label={say(words.what)}>
        <input
          required
          maxLength={500}
          value={content}
          onChange={(event) => setContent(event.target.value)}
        />
      </Field>
      <DateField label={say(words.due)} value={dueOn} onChange={setDueOn} />
      {refusal && <Notice kind="problem">{say(refusal.message)}</Notice>}
      <Button
        type="submit"
        look="quiet"
        wide
        busy={busy}
        disabled={memberId === '' || content.trim() === '' || dueOn === null}
      >
        {say(words.give)}
      </Button>
    </form>
  )
}

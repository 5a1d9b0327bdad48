import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { taskGive } from '@ke-vai/contract/club/task.ts'
import type { PlainDate } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { CommandForm } from './CommandForm.tsx'
import { Opening } from './Opening.tsx'
import { Section } from './Section.tsx'
import { TaskCard } from './TaskCard.tsx'

const words = {
  title: { vi: 'Việc đang làm của câu lạc bộ', en: 'Open tasks of the club' },
  others: { vi: 'Việc của thành viên khác', en: 'Open tasks of other members' },
  empty: {
    vi: 'Không có việc nào đang chờ. Chị có thể phân công một việc cho thành viên.',
    en: 'No task is open. You may give a task to a member.',
  },
  give: { vi: 'Phân công một việc', en: 'Give a task' },
  content: { vi: 'Việc gì', en: 'What' },
  member: { vi: 'Giao cho', en: 'Given to' },
  nobody: { vi: 'Chưa giao cho ai', en: 'Nobody yet' },
  area: { vi: 'Ở đâu', en: 'Where' },
  due: { vi: 'Xong trước hết ngày', en: 'Due by the end of' },
} as const

interface Props {
  club: ClubPage
  /** Her own stand above on her page. */
  othersOnly?: boolean
}

/** The open tasks of the club, for those who run it. */
export function TasksSection({ club, othersOnly = false }: Props) {
  const { say } = useLanguage()
  if (club.tasks === null || (othersOnly && !club.may.includes('club.run'))) return null
  const mine = club.members?.find((member) => member.mine)?.id
  const tasks = club.tasks.filter((task) => !othersOnly || mine === undefined || task.memberId !== mine)
  return (
    <Section id="tasks" title={`${say(othersOnly ? words.others : words.title)} (${tasks.length})`}>
      {tasks.length === 0 && <p className="empty">{say(words.empty)}</p>}
      <ul className="cards">
        {tasks.map((task) => (
          <TaskCard
            key={task.id}
            clubId={club.id}
            task={task}
            mayDo={club.may.includes('task.do')}
            showMember
          />
        ))}
      </ul>
      {club.may.includes('club.run') && (
        <Opening text={say(words.give)}>{(close) => <GiveForm club={club} onDone={close} />}</Opening>
      )}
    </Section>
  )
}

function GiveForm({ club, onDone }: { club: ClubPage; onDone: () => void }) {
  const { say } = useLanguage()
  const [content, setContent] = useState('')
  const [memberId, setMemberId] = useState('')
  const [area, setArea] = useState('')
  const [dueOn, setDueOn] = useState<PlainDate | null>(null)
  return (
    <CommandForm
      command={taskGive}
      submit={say(words.give)}
      ready={content.trim() !== ''}
      args={() => ({
        clubId: club.id,
        taskId: crypto.randomUUID(),
        memberId: memberId || null,
        content,
        area,
        dueOn,
      })}
      onDone={onDone}
    >
      <Field label={say(words.content)}>
        <input maxLength={500} value={content} onChange={(event) => setContent(event.target.value)} />
      </Field>
      <Field label={say(words.member)}>
        <select value={memberId} onChange={(event) => setMemberId(event.target.value)}>
          <option value="">{say(words.nobody)}</option>
          {club.members?.map((member) => (
            <option key={member.id} value={member.id}>
              {member.displayName}
            </option>
          ))}
        </select>
      </Field>
      <Field label={say(words.area)}>
        <input maxLength={200} value={area} onChange={(event) => setArea(event.target.value)} />
      </Field>
      <DateField label={say(words.due)} value={dueOn} onChange={setDueOn} />
    </CommandForm>
  )
}

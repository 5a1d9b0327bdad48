import { taskOrigins, taskStates } from '@ke-vai/contract/club/codes.ts'
import { type TaskLine, taskDo } from '@ke-vai/contract/club/task.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { record, useOutbox } from '../offline/offline.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { dueWords } from './due-words.ts'
import { Opening } from './Opening.tsx'

const words = {
  done: { vi: 'Đã làm xong', en: 'It is done' },
  cancel: { vi: 'Không làm nữa', en: 'It will not be done' },
  result: { vi: 'Kết quả thế nào (có thể để trống)', en: 'How it went (may be empty)' },
  reason: { vi: 'Vì sao không làm nữa', en: 'Why not' },
  careful: {
    vi: 'Không ghi tên, số điện thoại hay chuyện riêng của ai vào đây.',
    en: 'Please write no name, phone number or story of anybody here.',
  },
  save: { vi: 'Ghi là đã xong', en: 'Record it as done' },
  saveCancel: { vi: 'Ghi là không làm nữa', en: 'Record that it will not be done' },
  waiting: { vi: 'Đã lưu trong máy, chưa gửi', en: 'Saved on this device, not sent yet' },
} as const

interface Props {
  clubId: string
  task: TaskLine
  mayDo: boolean
  /** With the name of whom it is given to: in the list of the whole club. */
  showMember?: boolean
}

/** One task: what, for whom by code, when it is due; finished without a network too. */
export function TaskCard({ clubId, task, mayDo, showMember = false }: Props) {
  const { say } = useLanguage()
  const waiting = useOutbox().waiting.some(
    ({ sent, state }) =>
      state === 'waiting' &&
      sent.name === taskDo.name &&
      taskDo.args.safeParse(sent.args).data?.taskId === task.id,
  )
  return (
    <li className="card stack">
      <div>
        <p>
          <strong>{task.content}</strong>
        </p>
        <p className={task.overdue ? 'overdue' : 'quiet'}>{say(dueWords(task))}</p>
        <p className="quiet">
          {[
            showMember && task.memberName,
            task.area,
            say(taskOrigins[task.origin]),
            task.state === 'doing' && say(taskStates.doing),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {task.personId && task.personCode && (
          <Link href={paths.person(task.personId)} className="code back">
            {task.personCode}
          </Link>
        )}
      </div>
      {waiting && <p className="pending">{say(words.waiting)}</p>}
      {mayDo && !waiting && (
        <div className="actions">
          <Opening text={say(words.done)} label={`${say(words.done)}: ${task.content}`} look="main">
            {() => <FinishForm clubId={clubId} task={task} state="done" />}
          </Opening>
          <Opening text={say(words.cancel)} label={`${say(words.cancel)}: ${task.content}`} look="link">
            {() => <FinishForm clubId={clubId} task={task} state="cancelled" />}
          </Opening>
        </div>
      )}
    </li>
  )
}

interface FormProps {
  clubId: string
  task: TaskLine
  state: 'done' | 'cancelled'
}

// Goes to the outbox, not to the server: the card itself then says that it waits.
function FinishForm({ clubId, task, state }: FormProps) {
  const { say } = useLanguage()
  const [result, setResult] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)
  const cancelled = state === 'cancelled'

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      await record(taskDo, { clubId, taskId: task.id, state, result })
    } catch (error) {
      setProblem(wordsOf(error))
      setBusy(false)
    }
  }

  return (
    <form className="stack" onSubmit={submit}>
      <Field label={say(cancelled ? words.reason : words.result)} hint={say(words.careful)}>
        <input maxLength={1000} value={result} onChange={(event) => setResult(event.target.value)} />
      </Field>
      {problem && <Notice kind="problem">{say(problem.message)}</Notice>}
      <Button type="submit" wide busy={busy} disabled={cancelled && result.trim() === ''}>
        {say(cancelled ? words.saveCancel : words.save)}
      </Button>
    </form>
  )
}

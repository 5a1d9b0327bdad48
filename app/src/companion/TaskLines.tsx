import { companionOutcomes, companionTaskKinds } from '@ke-vai/contract/companion/codes.ts'
import type { CompanionOfCase } from '@ke-vai/contract/companion/reads.ts'
import { showDate, today } from '@ke-vai/contract/date/date.ts'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'

type Task = CompanionOfCase['tasks'][number]

interface Props {
  tasks: readonly Task[]
  /** What may be done with an open one. */
  children?: (task: Task) => ReactNode
}

/** The tasks of a companion: the open ones with their day, then what was done. */
export function TaskLines({ tasks, children }: Props) {
  const { say } = useLanguage()
  if (tasks.length === 0) return null
  return (
    <ul className="companion-tasks" aria-label={say({ vi: 'Việc được nhờ', en: 'Tasks' })}>
      {tasks.map((task) => (
        <li key={task.id}>
          <strong>{say(companionTaskKinds[task.kind])}</strong>{' '}
          {task.doneOn === null ? (
            <span className={task.dueOn < today() ? 'careful' : 'quiet'}>
              {say({ vi: 'hẹn', en: 'by' })} {showDate(task.dueOn)}
            </span>
          ) : (
            <span className="good">
              ✓ {showDate(task.doneOn)}
              {task.outcome && `, ${say(companionOutcomes[task.outcome])}`}
            </span>
          )}
          {task.doneOn === null && children?.(task)}
        </li>
      ))}
    </ul>
  )
}

import { taskList } from '@ke-vai/contract/club/task.ts'
import type { Figures } from '@ke-vai/contract/indicator/figures.ts'
import { monthGet, monthList } from '@ke-vai/contract/month/month.ts'
import type { ReactNode } from 'react'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { TaskCard } from './TaskCard.tsx'

const words = {
  title: { vi: 'Việc của tôi', en: 'My tasks' },
  empty: {
    vi: 'Chị chưa có việc nào đang chờ. Việc được phân công ở cuộc họp sẽ hiện ở đây.',
    en: 'No task is waiting for you. What is assigned at a meeting will stand here.',
  },
} as const

interface Props {
  clubId: string
  /** On the club's page an empty list says what will stand there; today it is left out. */
  teachWhenEmpty?: boolean
}

/** The open tasks of the signed-in member, the most urgent first. */
export function MyTasks({ clubId, teachWhenEmpty = false }: Props) {
  const { say } = useLanguage()
  const tasks = useRead(taskList, { clubId }, { mine: 'true', open: 'true' }).data?.tasks ?? []
  if (tasks.length === 0 && !teachWhenEmpty) return null
  return (
    <section aria-label={say(words.title)}>
      <h2>
        {say(words.title)} ({tasks.length})
      </h2>
      {tasks.length === 0 && <p className="empty">{say(words.empty)}</p>}
      <ul className="cards">
        {tasks.map((task) => (
          <TaskCard key={task.id} clubId={clubId} task={task} mayDo />
        ))}
      </ul>
    </section>
  )
}

interface YearProps {
  clubId: string
  year: number
  children: (figures: Figures | null) => ReactNode
}

/**
 * The figures of the year up to its latest opened month; null while they are not known: no month is open yet, the
 * reader may not see reports, or there is no network.
 */
export function YearFigures({ clubId, year, children }: YearProps) {
  const latest = useRead(monthList, { clubId }, { year }).data?.months[0]?.month
  if (latest === undefined) return children(null)
  return (
    <OfMonth clubId={clubId} month={latest}>
      {children}
    </OfMonth>
  )
}

function OfMonth({
  clubId,
  month,
  children,
}: {
  clubId: string
  month: string
  children: YearProps['children']
}) {
  return children(useRead(monthGet, { clubId, month }, {}).data?.figures?.yearToDate ?? null)
}

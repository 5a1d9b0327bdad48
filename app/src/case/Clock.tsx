import { useLanguage } from '../language/language.ts'
import { clockStanding, clockWords, deadlineWords } from './clock-words.ts'
import { useNow } from './use-now.ts'

/** One clock that runs: what for, and how long still; late ones say so in words. `due` null: nothing runs. */
export function Clock({ due }: { due: { kind: string; dueAt: string | null } | null }) {
  const { say } = useLanguage()
  const now = useNow()
  if (due === null)
    return <span className="quiet">{say({ vi: 'Không có hạn nào đang chạy', en: 'No clock runs' })}</span>
  return (
    <span className={`clock clock-${clockStanding(due.dueAt, now)}`}>
      <span className="clock-kind">{say(deadlineWords(due.kind))}</span>
      <span className="clock-left">{say(clockWords(due.dueAt, now))}</span>
    </span>
  )
}

import type { TaskLine } from '@ke-vai/contract/club/task.ts'
import { addDays, showClock, showDate, today } from '@ke-vai/contract/date/date.ts'
import type { Words } from '@ke-vai/contract/words.ts'

/** «Hạn hôm nay, trước 14:30», «Quá hạn 3 ngày (20/11/2026)»: when a task is due, in words. */
export function dueWords({ dueAt, overdue }: Pick<TaskLine, 'dueAt' | 'overdue'>, now = new Date()): Words {
  if (dueAt === null) return { vi: 'Không hẹn ngày', en: 'No day set' }
  const at = new Date(dueAt)
  const day = today(at)
  const thisDay = today(now)
  // Most tasks are due by the end of a day; an hour is named only where there is one.
  const clock = showClock(at)
  const hour = clock === '23:59' ? null : clock
  if (overdue) {
    const days = Math.round((Date.parse(thisDay) - Date.parse(day)) / 86_400_000)
    if (days <= 0) return { vi: `Quá hạn từ ${hour} hôm nay`, en: `Overdue since ${hour} today` }
    return { vi: `Quá hạn ${days} ngày (${showDate(day)})`, en: `Overdue by ${days} days (${showDate(day)})` }
  }
  const before: Words = hour === null ? { vi: '', en: '' } : { vi: `, trước ${hour}`, en: `, before ${hour}` }
  if (day === thisDay) return { vi: `Hạn hôm nay${before.vi}`, en: `Due today${before.en}` }
  if (day === addDays(thisDay, 1)) return { vi: `Hạn ngày mai${before.vi}`, en: `Due tomorrow${before.en}` }
  return { vi: `Hạn ${showDate(day)}${before.vi}`, en: `Due ${showDate(day)}${before.en}` }
}

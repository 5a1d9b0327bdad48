import type { CaseHeader } from '@ke-vai/contract/case/case.ts'
import { deadlineKinds } from '@ke-vai/contract/case/deadline.ts'
import { showClock, showDate, today } from '@ke-vai/contract/date/date.ts'
import type { Words } from '@ke-vai/contract/words.ts'

const hour = 3_600_000
const day = 24 * hour

/** How a clock stands. Said in words; the colour only repeats it. */
export type ClockStanding = 'overdue' | 'soon' | 'later' | 'unknown'

/** The days within which a clock is said to be near. */
export const nearDays = 7

export function clockStanding(dueAt: string | null, now: Date): ClockStanding {
  if (dueAt === null) return 'unknown'
  const left = Date.parse(dueAt) - now.getTime()
  if (left < 0) return 'overdue'
  return left <= nearDays * day ? 'soon' : 'later'
}

/** «Quá hạn 5 giờ», «Còn 2 ngày (24/11/2026)», «Còn 40 phút, đến 14:30»; an instant of ISO 8601 or null. */
export function clockWords(dueAt: string | null, now: Date): Words {
  if (dueAt === null) return { vi: 'chưa có thời hạn được xác minh', en: 'no verified time limit yet' }
  const left = Date.parse(dueAt) - now.getTime()
  const span = spanWords(Math.abs(left))
  const at = showDate(today(new Date(dueAt)))
  const clock = showClock(dueAt)
  // A time limit of «at once» begins with its end: no minute is gone yet.
  if (left < 0 && left > -60_000)
    return { vi: `Tới hạn lúc này (${clock} ${at})`, en: `Due now (${clock} ${at})` }
  if (left < 0)
    return {
      vi: `Quá hạn ${span.vi} (từ ${clock} ${at})`,
      en: `Overdue by ${span.en} (since ${clock} ${at})`,
    }
  const until = left < day ? { vi: `đến ${clock} ${at}`, en: `until ${clock} ${at}` } : { vi: at, en: at }
  return { vi: `Còn ${span.vi} (${until.vi})`, en: `${span.en} left (${until.en})` }
}

/** Whole minutes below an hour, whole hours below two days, then whole days; never more than is there. */
function spanWords(span: number): Words {
  const many = (count: number, vi: string, en: string): Words => ({
    vi: `${count} ${vi}`,
    en: `${count} ${en}${count === 1 ? '' : 's'}`,
  })
  if (span < hour) return many(Math.floor(span / 60_000), 'phút', 'minute')
  if (span < 2 * day) return many(Math.floor(span / hour), 'giờ', 'hour')
  return many(Math.floor(span / day), 'ngày', 'day')
}

const kinds: Readonly<Record<string, Words | undefined>> = deadlineKinds

/** What a clock is for; a kind that this app does not know yet is still shown. */
export const deadlineWords = (kind: string): Words =>
  kinds[kind] ?? { vi: 'Một thời hạn', en: 'A time limit' }

/** Whoever waits: first those who are not safe or need a doctor, then whose clock runs out first, then who waits longest. */
export function byNeed(one: CaseHeader, other: CaseHeader): number {
  const urgent = (line: CaseHeader) =>
    line.triage.some((code) => code === 'in_danger' || code === 'danger_from_present' || code === 'injured')
  if (urgent(one) !== urgent(other)) return urgent(one) ? -1 : 1
  return one.nextDue?.dueAt || other.nextDue?.dueAt ? byClock(one, other) : one.code < other.code ? -1 : 1
}

/** The case whose clock runs out first comes first; without an end of a clock, the newer code. */
export function byClock(one: CaseHeader, other: CaseHeader): number {
  const [first, second] = [one.nextDue?.dueAt ?? null, other.nextDue?.dueAt ?? null]
  if (first !== null && second !== null && first !== second) return first < second ? -1 : 1
  if ((first === null) !== (second === null)) return first === null ? 1 : -1
  return one.code < other.code ? 1 : -1
}

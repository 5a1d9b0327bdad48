import { touchedWords } from '@ke-vai/contract/approval/counts.ts'
import type { ApprovalState } from '@ke-vai/contract/approval/rules.ts'
import { type PlainDate, showClock, showDate, today } from '@ke-vai/contract/date/date.ts'
import type { Words } from '@ke-vai/contract/words.ts'

/** «14:05 ngày 21/11/2026», in Việt Nam. */
export function momentWords(at: string): Words {
  const [time, day] = [showClock(at), showDate(today(new Date(at)))]
  return { vi: `${time} ngày ${day}`, en: `${time} on ${day}` }
}

/** «từ 01/12/2026 đến 31/12/2027». */
export function daysWords(since: PlainDate, until: PlainDate | null): Words {
  if (until === null) return { vi: `từ ${showDate(since)}`, en: `from ${showDate(since)}` }
  return {
    vi: `từ ${showDate(since)} đến ${showDate(until)}`,
    en: `from ${showDate(since)} to ${showDate(until)}`,
  }
}

const countWords: Readonly<Record<string, Words>> = touchedWords

/** «1 người, 12 lượt gặp»: how much it touches; a count without words of its own keeps its code. */
export function countsWords(counts: Readonly<Record<string, number>>): Words {
  const said = Object.entries(counts).map(([code, value]) => ({
    vi: `${value} ${countWords[code]?.vi ?? code}`,
    en: `${value} ${countWords[code]?.en ?? code}`,
  }))
  return { vi: said.map((each) => each.vi).join(', '), en: said.map((each) => each.en).join(', ') }
}

export const stateWords: Readonly<Record<ApprovalState, Words>> = {
  waiting: { vi: 'Đang chờ trả lời', en: 'Waiting for an answer' },
  approved: { vi: 'Đã được đồng ý, làm tiếp', en: 'Agreed: go on' },
  declined: { vi: 'Chưa được đồng ý', en: 'Not agreed' },
  used: { vi: 'Đã làm xong', en: 'Done' },
  withdrawn: { vi: 'Đã rút lại', en: 'Withdrawn' },
  expired: { vi: 'Đã quá hạn', en: 'Ran out' },
}

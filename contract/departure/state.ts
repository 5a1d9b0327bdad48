import { addDays, type PlainDate } from '../date/date.ts'
import type { CodeWords, Words } from '../words.ts'
import type { CheckInOutcome, DepartureNextStep } from './codes.ts'

export type DepartureState = 'waiting' | 'due' | 'not_heard' | 'asked_help' | 'all_heard'
export const departureStates: CodeWords<DepartureState> = {
  waiting: { vi: 'Chưa tới ngày hỏi thăm', en: 'The next day is still to come' },
  due: { vi: 'Hôm nay là ngày hỏi thăm', en: 'Today is a day to ask' },
  not_heard: { vi: 'Chưa nghe tin', en: 'Not heard from yet' },
  asked_help: { vi: 'Có tin, cần giúp', en: 'Heard from, wants help' },
  all_heard: { vi: 'Đã nghe tin đủ các lần hẹn', en: 'Heard from on every day agreed' },
}

/** News that comes a few days before the day agreed is the news of that day. */
const early = 3

export interface CheckedIn {
  onDay: PlainDate
  outcome: CheckInOutcome
}

/** How a plan stands: `nextOn` is the first day agreed that no news covers, null when there is none. */
export interface DepartureStanding {
  state: DepartureState
  nextOn: PlainDate | null
  /** The chosen contact was asked for that day, and did not know either. */
  asked: boolean
}

/** Folds what was heard over the days agreed. Pure; `checkIns` in any order. */
export function standingOf(
  days: readonly PlainDate[],
  checkIns: readonly CheckedIn[],
  today: PlainDate,
): DepartureStanding {
  const told = checkIns.filter(({ outcome }) => outcome !== 'no_answer')
  const last = told.reduce<CheckedIn | null>((latest, each) => {
    if (latest === null || each.onDay > latest.onDay) return each
    // Of two words on one day the careful one counts.
    return each.onDay === latest.onDay && each.outcome === 'asked_help' ? each : latest
  }, null)
  const covered = last === null ? '' : addDays(last.onDay, early)
  const nextOn = [...days].sort().find((day) => day > covered) ?? null
  const asked =
    nextOn !== null &&
    checkIns.some(({ outcome, onDay }) => outcome === 'no_answer' && addDays(onDay, early) >= nextOn)
  if (last?.outcome === 'asked_help') return { state: 'asked_help', nextOn, asked }
  if (nextOn === null) return { state: 'all_heard', nextOn, asked }
  if (nextOn < today || (asked && nextOn <= today)) return { state: 'not_heard', nextOn, asked }
  return { state: nextOn === today ? 'due' : 'waiting', nextOn, asked }
}

const gentle: Words = {
  vi: 'Hỏi thăm nhẹ nhàng người thân đã chọn, đúng cách đã hẹn.',
  en: 'Ask the contact that was chosen, gently and in the way agreed.',
}
const agreed: Readonly<Record<DepartureNextStep, Words>> = {
  call_chosen: {
    vi: 'Gọi lại người thân đã chọn, hỏi xem có cần giúp gì. Không gọi ai khác.',
    en: 'Call the chosen relative again and ask what would help. Nobody else is called.',
  },
  commune_union: {
    vi: 'Báo Hội LHPN xã, đúng như đã hẹn trước khi đi.',
    en: "Tell the commune's Women's Union, as agreed before leaving.",
  },
  hotline: {
    vi: 'Gọi tổng đài trong danh mục, đúng như đã hẹn trước khi đi.',
    en: 'Call a hotline of the directory, as agreed before leaving.',
  },
  nothing: {
    vi: 'Đã hẹn là không làm gì thêm. Câu lạc bộ vẫn sẵn sàng khi có tin.',
    en: 'It was agreed to do nothing more. The club stays ready for any news.',
  },
}
const help: Words = {
  vi: 'Nghe xem cần gì, rồi báo chủ nhiệm ngay hôm nay. Đang nguy hiểm thì gọi số trong danh mục.',
  en: 'Hear what is needed and tell the chair today. In danger, call a number of the directory.',
}

/** The next thing to do, never more than what was agreed to; null while there is nothing to do. */
export function nextThing(standing: DepartureStanding, step: DepartureNextStep): Words | null {
  if (standing.state === 'asked_help') return help
  if (standing.state === 'due') return gentle
  if (standing.state === 'not_heard') return standing.asked ? agreed[step] : gentle
  return null
}

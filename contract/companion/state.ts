import type { PlainDate } from '../date/date.ts'
import { addDays } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { CompanionState } from './codes.ts'

/** What may follow what. Whoever was asked answers; whoever walks along may stop, and so may she. */
export const companionFollows: Readonly<Record<CompanionState, readonly CompanionState[]>> = {
  asked: ['accepted', 'declined', 'ended'],
  accepted: ['ended'],
  declined: [],
  ended: [],
}

/** While it stands here the club sees it. */
export const liveCompanions: readonly CompanionState[] = ['asked', 'accepted']

/** May it move there? Only the club answers. */
export function companionMoveRule(
  from: CompanionState,
  to: CompanionState,
  side: 'team' | 'club',
): Refusal | null {
  const mine = to === 'ended' || side === 'club'
  return companionFollows[from].includes(to) && mine ? null : companionNotNow
}

export const companionNotNow: Refusal = refuse('companion_not_now', {
  vi: 'Việc đồng hành này chưa tới lúc, hoặc đã dừng.',
  en: 'It is not yet the time for this, or it has ended.',
})

export const memberNeeded: Refusal = refuse(
  'companion_member',
  {
    vi: 'Xin chọn một thành viên đang hoạt động sẽ đi cùng.',
    en: 'Choose a member at work who will go along.',
  },
  'memberId',
)

export const declineNeeded: Refusal = refuse(
  'reason_needed',
  { vi: 'Xin chọn lý do.', en: 'Please choose the reason.' },
  'reason',
)

/** A plan is for today or later, and not beyond a year; what was done was done today or before. */
export function companionDayRule(day: PlainDate, today: PlainDate, which: 'plan' | 'done'): Refusal | null {
  const right =
    which === 'plan' ? day >= today && day <= addDays(today, 366) : day <= today && day >= addDays(today, -60)
  if (right) return null
  return refuse(
    'companion_day',
    which === 'plan'
      ? { vi: 'Xin chọn ngày từ hôm nay đến một năm tới.', en: 'Choose a day from today, within a year.' }
      : {
          vi: 'Xin chọn ngày đã gặp, trong 60 ngày qua.',
          en: 'Choose the day it was, within the last 60 days.',
        },
    which === 'plan' ? 'dueOn' : 'onDay',
  )
}

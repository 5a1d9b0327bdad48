import { type PlainDate, showDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { isWritable, type MonthState, monthStates } from './state.ts'
import type { MeetingKind } from './writing.ts'

// May this follow? Each rule answers null for yes, else why not and what to do. Device and server run the same.

/** A month may be opened from its first day on; months long past too, because the old books are brought in. */
export function openRule(days: { first: PlainDate } | null, today: PlainDate): Refusal | null {
  if (days === null)
    return refuse(
      'month_without_days',
      {
        vi: 'Các ngày của tháng này đã thuộc tháng trước và tháng sau. Xin xem lại ngày bắt đầu tháng.',
        en: 'All days of this month belong to its neighbours. Please check the start of the month.',
      },
      'month',
    )
  if (days.first > today)
    return refuse(
      'month_in_future',
      {
        vi: `Tháng này bắt đầu ngày ${showDate(days.first)}. Xin mở khi đến ngày.`,
        en: `This month begins on ${showDate(days.first)}. Please open it then.`,
      },
      'month',
    )
  return null
}

/** Words, meetings and tasks are written until the month is submitted, and again when it was returned. */
export function writableRule(state: MonthState): Refusal | null {
  if (isWritable(state)) return null
  if (state === 'locked')
    return refuse('month_locked', {
      vi: 'Tháng đã khóa. Nếu có số cần sửa, xin ghi một đính chính kèm lý do.',
      en: 'The month is locked. If a figure must change, please record an amendment with its reason.',
    })
  return refuse('month_submitted', {
    vi: 'Tháng đã nộp. Nếu cần sửa, xin nhờ cán bộ Hội LHPN gửi lại.',
    en: 'The month has been submitted. To change it, please ask the ward officer to return it.',
  })
}

export function meetingRule(
  meeting: { heldOn: PlainDate },
  month: { state: MonthState; first: PlainDate; today: PlainDate },
): Refusal | null {
  const closed = writableRule(month.state)
  if (closed) return closed
  if (meeting.heldOn > month.today)
    return refuse(
      'meeting_in_future',
      { vi: 'Ngày họp chưa tới. Xin xem lại ngày.', en: 'The day has not come yet. Please check the date.' },
      'heldOn',
    )
  if (meeting.heldOn < month.first)
    return refuse(
      'meeting_before_month',
      {
        vi: `Buổi họp của tháng này không trước ngày ${showDate(month.first)}. Xin xem lại ngày.`,
        en: `A meeting of this month is not before ${showDate(month.first)}. Please check the date.`,
      },
      'heldOn',
    )
  return null
}

/** How many members must be there: the percent of the statute, rounded up, and at least one. */
export function quorumOf(percent: number, activeMembers: number): number {
  return Math.max(1, Math.ceil((percent * activeMembers) / 100))
}

export interface HeldMeeting {
  kind: MeetingKind
  heldOn: PlainDate
  present: number
  /** Members of the club on the day of the meeting. */
  activeMembers: number
}

/** May the month be submitted? It needs a meeting of all members with the quorum of the statute in force. */
export function submitRule(situation: {
  state: MonthState
  meetings: readonly HeldMeeting[]
  quorumPercent: number | null
}): Refusal | null {
  const { state, quorumPercent } = situation
  const closed = writableRule(state)
  if (closed) return closed
  if (state === 'returned')
    return refuse('month_not_corrected', {
      vi: 'Tháng được gửi lại kèm góp ý. Xin sửa theo góp ý rồi nộp.',
      en: 'The month was returned with a comment. Please correct it, then submit.',
    })
  if (quorumPercent === null)
    return refuse('no_statute', {
      vi: 'Câu lạc bộ chưa có quy chế đang hiệu lực nên chưa biết số người cần dự họp. Xin ghi quy chế trước.',
      en: 'The club has no statute in force, so the quorum is unknown. Please record the statute first.',
    })
  const meetings = situation.meetings.filter((each) => each.kind === 'members')
  const best = meetings.toSorted((a, b) => missing(a, quorumPercent) - missing(b, quorumPercent))[0]
  if (!best)
    return refuse('month_not_met', {
      vi: 'Tháng này chưa ghi buổi sinh hoạt toàn thể. Xin ghi buổi họp rồi nộp.',
      en: 'No meeting of all members is recorded for this month. Please record it, then submit.',
    })
  const needed = quorumOf(quorumPercent, best.activeMembers)
  if (best.present >= needed) return null
  return refuse(
    'quorum_missing',
    {
      vi:
        `Buổi họp ngày ${showDate(best.heldOn)} có ${best.present}/${best.activeMembers} thành viên; quy chế cần ít nhất ` +
        `${needed} người (${quorumPercent}%). Xin ghi thêm người dự nếu còn sót, hoặc họp lại rồi nộp.`,
      en:
        `The meeting of ${showDate(best.heldOn)} had ${best.present} of ${best.activeMembers} members; the statute asks ` +
        `for at least ${needed} (${quorumPercent}%). Please add whoever was missed, or meet again, then submit.`,
    },
    'attendance',
  )
}

function missing(meeting: HeldMeeting, percent: number): number {
  return quorumOf(percent, meeting.activeMembers) - meeting.present
}

/** Tasks come out of a meeting, before the month is submitted. */
export function tasksRule(
  tasks: readonly { dueOn: PlainDate }[],
  month: { state: MonthState; first: PlainDate },
): Refusal | null {
  const closed = writableRule(month.state)
  if (closed) return closed
  if (tasks.some((each) => each.dueOn < month.first))
    return refuse(
      'task_due_before_month',
      {
        vi: 'Có việc hẹn xong trước cả tháng này. Xin xem lại ngày.',
        en: 'A task is due before this month.',
      },
      'tasks',
    )
  return null
}

/** The ward officer answers a submitted month: returns it with a comment, or accepts it. */
export function answerRule(state: MonthState): Refusal | null {
  if (state === 'submitted') return null
  return refuse('month_not_submitted', {
    vi: `Tháng này không ở bước chờ xem (${monthStates[state].vi.toLowerCase()}). Xin tải lại trang.`,
    en: `This month is not waiting for an answer (${monthStates[state].en.toLowerCase()}). Please reload.`,
  })
}

/** Only a locked month is amended, and an amendment changes something. */
export function amendRule(change: { state: MonthState; before: number; after: number }): Refusal | null {
  if (change.state !== 'locked')
    return refuse('month_not_locked', {
      vi: 'Tháng chưa khóa nên chưa cần đính chính. Xin sửa thẳng vào sổ rồi nộp.',
      en: 'The month is not locked, so it needs no amendment. Please correct the book, then submit.',
    })
  if (change.before === change.after)
    return refuse(
      'amendment_same_value',
      { vi: 'Số mới giống số đang có. Xin xem lại.', en: 'The new value is the same as the present one.' },
      'value',
    )
  return null
}

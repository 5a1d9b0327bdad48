import type { CaseState } from '../case/codes.ts'
import { type EntryFact, standing } from '../case/entry.ts'
import { caseMoved } from '../case/state.ts'
import { type PlainDate, showDate } from '../date/date.ts'
import { monthsLater } from '../need/assessment.ts'
import { riskSet } from '../need/risk.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type FollowUpResult, type FollowUpWay, followUpResults } from './codes.ts'
import {
  type FollowUpTold,
  followUpLost,
  followUpPlanned,
  followUpRecorded,
  followUpResumed,
  followUpStopped,
  wentHome,
} from './entries.ts'

/** Where one follow-up stands: planned, or how it went last. */
export type FollowUpState = 'planned' | FollowUpResult

export interface FollowUpNow {
  id: string
  month: number
  /** The day of the plan; it stays, whatever was wished instead. */
  plannedOn: PlainDate
  /** The day of the plan, or the one that she wished instead. */
  dueOn: PlainDate
  way: FollowUpWay
  state: FollowUpState
  /** Its day had gone by when the follow-ups were planned: it reminds nobody. */
  past: boolean
  last: (FollowUpTold & { onDay: PlainDate; entryId: string }) | null
}

export interface FollowUpsNow {
  /** Reminders run; they stopped at her wish; contact was lost. */
  standing: 'running' | 'stopped' | 'lost'
  followUps: FollowUpNow[]
  /** How often nobody was reached since she was last reached. */
  tries: number
}

/** Which kinds of entries `foldFollowUps` and `countedFrom` read. */
export const followUpKinds: readonly string[] = [
  followUpPlanned,
  followUpRecorded,
  followUpStopped,
  followUpResumed,
  followUpLost,
  wentHome,
  caseMoved,
].map(({ kind }) => kind)

const ofStanding: Readonly<Record<string, FollowUpsNow['standing'] | undefined>> = {
  [followUpStopped.kind]: 'stopped',
  [followUpLost.kind]: 'lost',
  [followUpResumed.kind]: 'running',
}

/** The follow-ups of a case, by their days, from its entries alone. */
export function foldFollowUps(entries: readonly EntryFact[]): FollowUpsNow {
  const all = new Map<string, FollowUpNow>()
  for (const { id, onDay, body } of standing(entries, followUpPlanned))
    all.set(id, {
      id,
      ...body,
      plannedOn: body.dueOn,
      state: 'planned',
      past: body.dueOn < onDay,
      last: null,
    })
  let tries = 0
  for (const { id, onDay, body } of standing(entries, followUpRecorded)) {
    const { followUpId, ...told } = body
    const before = all.get(followUpId)
    if (!before) continue
    const dueOn = told.postponedTo ?? before.dueOn
    const last = { ...told, onDay, entryId: id }
    all.set(followUpId, { ...before, dueOn, state: told.result, past: false, last })
    tries = told.result === 'no_contact' ? tries + 1 : 0
  }
  const said = [followUpStopped, followUpResumed, followUpLost].flatMap((kind) => standing(entries, kind))
  const newest = said.sort((one, other) => one.seq - other.seq).at(-1)
  const followUps = [...all.values()].sort((one, other) => one.dueOn.localeCompare(other.dueOn))
  return { standing: ofStanding[newest?.kind ?? ''] ?? 'running', followUps, tries }
}

/** Those that are still to come, for which a clock runs while nothing was stopped. */
export const stillToCome = ({ followUps }: Pick<FollowUpsNow, 'followUps'>): FollowUpNow[] =>
  followUps.filter(({ state, past }) => (state === 'planned' && !past) || state === 'postponed')

/** From which day the months count: the day she went home, or the last on which the case went over to follow-up. */
export function countedFrom(entries: readonly EntryFact[]): PlainDate | null {
  const following = standing(entries, caseMoved).findLast(({ body }) => body.to === 'following')
  return standing(entries, wentHome).at(-1)?.body.onDay ?? following?.onDay ?? null
}

const ended: readonly CaseState[] = ['closed', 'transferred']

/** What is over has no follow-ups. Null means yes. */
export function stillOpenRule(state: CaseState): Refusal | null {
  if (!ended.includes(state)) return null
  return refuse('follow_up_case_ended', {
    vi: 'Hồ sơ này đã đóng hoặc đã chuyển giao. Muốn theo dõi tiếp, xin mở lại hồ sơ trước.',
    en: 'This case was closed or handed over. To follow up, please reopen it first.',
  })
}

/** May follow-ups be planned from this day? Null means yes. */
export function followUpPlanRule(
  now: FollowUpsNow,
  from: PlainDate | null,
  today: PlainDate,
): Refusal | null {
  if (now.standing !== 'running') return now.standing === 'stopped' ? stopped : lost
  if (stillToCome(now).length > 0)
    return refuse('follow_ups_planned', {
      vi: 'Các lần theo dõi đã được dự kiến rồi.',
      en: 'Follow-ups are planned already.',
    })
  if (from === null)
    return refuse(
      'follow_up_no_day',
      {
        vi: 'Xin cho biết ngày người được hỗ trợ về nhà; các tháng tính từ ngày ấy.',
        en: 'Please say on which day she went home; the months count from it.',
      },
      'wentHomeOn',
    )
  return from > today ? notYet('wentHomeOn') : null
}

const notYet = (field: string): Refusal =>
  refuse(
    'follow_up_in_future',
    { vi: 'Ngày này chưa tới. Xin ghi ngày đã diễn ra.', en: 'This day is still to come.' },
    field,
  )
const stopped = refuse('follow_up_stopped', {
  vi: 'Người được hỗ trợ không muốn được nhắc. Nếu nay người ấy muốn, xin bấm «Theo dõi lại» trước.',
  en: 'She wants no follow-ups. If she wants them now, please press “Resume” first.',
})

const lost = refuse('follow_up_contact_lost', {
  vi: 'Đang ghi là mất liên lạc. Liên lạc lại được thì xin bấm «Theo dõi lại» trước.',
  en: 'Contact is written as lost. If she was found again, please press “Resume” first.',
})

/** What may follow what: a meeting is the end of one follow-up; whatever else may turn into a meeting. */
const mayFollow: Readonly<Record<FollowUpState, readonly FollowUpResult[]>> = {
  planned: ['met', 'no_contact', 'not_now', 'postponed'],
  postponed: ['met', 'no_contact', 'not_now', 'postponed'],
  no_contact: ['met', 'no_contact', 'not_now', 'postponed'],
  not_now: ['met', 'postponed'],
  met: [],
}
export const nextResults = (state: FollowUpState): readonly FollowUpResult[] => mayFollow[state]

/** May this be written of this follow-up? Null means yes. */
export function followUpRecordRule(
  now: FollowUpsNow,
  followUpId: string,
  told: FollowUpTold & { onDay: PlainDate },
  today: PlainDate,
): Refusal | null {
  const one = now.followUps.find(({ id }) => id === followUpId)
  if (!one)
    return refuse(
      'follow_up_not_there',
      { vi: 'Không thấy lần theo dõi này.', en: 'There is no such follow-up.' },
      'followUpId',
    )
  if (now.standing === 'stopped') return stopped
  if (told.onDay > today) return notYet('onDay')
  // A month's follow-up tells of that month: what is met long before tells of another.
  const opens = monthsLater(one.plannedOn, -1)
  const metOn = told.postponedTo ?? told.onDay
  if (metOn < opens && told.result !== 'not_now')
    return refuse(
      'follow_up_too_early',
      {
        vi: `Lần theo dõi này ghi được từ ngày ${showDate(opens)}. Gặp sớm hơn, xin ghi vào ghi chú.`,
        en: `This follow-up can be written from ${showDate(opens)}. An earlier meeting goes into the notes.`,
      },
      'onDay',
    )
  if (!nextResults(one.state).includes(told.result))
    return refuse(
      'follow_up_does_not_follow',
      {
        vi: `Lần này đã ghi «${one.state === 'planned' ? 'Dự kiến' : followUpResults[one.state].vi}».`,
        en: `This one is written as “${one.state === 'planned' ? 'Planned' : followUpResults[one.state].en}”.`,
      },
      'result',
    )
  return toldRule(told)
}

function toldRule(told: FollowUpTold & { onDay: PlainDate }): Refusal | null {
  const { result, postponedTo, wellbeing, incomeBand, safe, signs } = told
  if ((result === 'postponed') !== (postponedTo !== null) || (postponedTo ?? '9999') <= told.onDay)
    return refuse(
      'follow_up_other_day',
      {
        vi: 'Hẹn ngày khác thì xin chọn ngày sau ngày ghi.',
        en: 'If it is postponed, please choose a later day.',
      },
      'postponedTo',
    )
  const tells = wellbeing !== null || incomeBand !== null || safe !== null || signs.length > 0
  if (result !== 'met' && tells)
    return refuse(
      'follow_up_tells_without_meeting',
      {
        vi: 'Chỉ ghi điều người ấy kể khi đã gặp được.',
        en: 'How she is can only be written when she was met.',
      },
      'result',
    )
  return null
}

/** May reminders stop at her wish? Always, once; before anything is planned too. Null means yes. */
export function followUpStopRule({ standing: now }: Pick<FollowUpsNow, 'standing'>): Refusal | null {
  if (now !== 'stopped') return null
  return refuse('follow_up_stopped_already', {
    vi: 'Việc nhắc theo dõi đã dừng rồi.',
    en: 'Reminders have stopped already.',
  })
}

export function followUpResumeRule({ standing: now }: Pick<FollowUpsNow, 'standing'>): Refusal | null {
  if (now !== 'running') return null
  return refuse('follow_up_not_stopped', {
    vi: 'Việc theo dõi đang chạy.',
    en: 'Follow-ups are running.',
  })
}

/** May contact be called lost? @param needed how many tries without answer it takes. Null means yes. */
export function followUpLostRule(now: FollowUpsNow, needed: number): Refusal | null {
  if (now.standing === 'stopped') return stopped
  if (now.standing === 'lost')
    return refuse('follow_up_lost_already', {
      vi: 'Đã ghi mất liên lạc.',
      en: 'Contact is written as lost already.',
    })
  if (now.tries >= needed) return null
  return refuse('follow_up_not_tried', {
    vi: `Mới có ${now.tries} lần chưa liên lạc được, cần ${needed} lần. Xin thử lại vào giờ khác, theo cách an toàn.`,
    en: `Nobody was reached ${now.tries} times so far; it takes ${needed}. Please try again at another hour, in the safe way.`,
  })
}

/**
 * Is it a lasting outcome («bền vững»)? Only by the last follow-up in which she was met, of month 12 or later, who said
 * that she is safe, without any sign; and while no risk that was written since says otherwise. No service, no emergency
 * help and no state of the case is looked at.
 */
export function isSustained(entries: readonly EntryFact[]): boolean {
  const { followUps } = foldFollowUps(entries)
  const months = new Map(followUps.map(({ id, month }) => [id, month]))
  const met = standing(entries, followUpRecorded)
    .filter(({ body }) => body.result === 'met')
    .sort((one, other) => one.onDay.localeCompare(other.onDay) || one.seq - other.seq)
    .at(-1)
  if (!met) return false
  const { followUpId, safe, signs } = met.body
  const risk = standing(entries, riskSet).at(-1)
  const atRisk =
    risk !== undefined && risk.seq > met.seq && (risk.body.level !== 'low' || risk.body.signs.length > 0)
  return (months.get(followUpId) ?? 0) >= 12 && safe === true && signs.length === 0 && !atRisk
}

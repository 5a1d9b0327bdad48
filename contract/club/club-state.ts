import type { PlainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Words } from '../words.ts'
import { type ClubState, clubStates } from './codes.ts'

// SM-CLUB. «Đã có quyết định» is no state of its own: a club with a decision is one that prepares.
const follows: Readonly<Record<ClubState, readonly ClubState[]>> = {
  proposed: ['preparing', 'dissolved'],
  preparing: ['active', 'dissolved'],
  active: ['needs_support', 'suspended', 'dissolved', 'merged'],
  needs_support: ['active', 'suspended', 'dissolved', 'merged'],
  suspended: ['active', 'dissolved', 'merged'],
  dissolved: [],
  merged: [],
}

/** The states in which a club works and counts as one of «16 CLB»; one that needs support still works. */
export const workingStates = ['active', 'needs_support'] as const satisfies readonly ClubState[]

export function isWorking(state: ClubState): boolean {
  return (workingStates as readonly ClubState[]).includes(state)
}

/** A club in one of these is history: nothing of it changes any more. */
export function hasEnded(state: ClubState): boolean {
  return follows[state].length === 0
}

/** The states that may follow, in the order in which a screen offers them. */
export function mayFollow(state: ClubState): readonly ClubState[] {
  return follows[state]
}

/** What a club has, as far as becoming active needs it. Counts are of present members with a valid ground. */
export interface ClubFacts {
  hasDecision: boolean
  hasStatute: boolean
  /** The plan of the present year. */
  plan: 'none' | 'unapproved' | 'approved'
  chairsWithGround: number
  othersOfBoardWithGround: number
  /** Members who look after an area (phân công). */
  membersWithDuty: number
}

export type MissingCode = 'statute' | 'plan' | 'assignment' | 'board'
export interface Missing {
  code: MissingCode
  words: Words
}

/** What is still to be done before the club can be active, in the order in which clubs do it. Empty: ready. */
export function missingForActive(facts: ClubFacts): Missing[] {
  const missing: Missing[] = []
  if (!facts.hasStatute) missing.push({ code: 'statute', words: { vi: 'quy chế', en: 'statute' } })
  if (facts.plan === 'none') missing.push({ code: 'plan', words: { vi: 'kế hoạch', en: 'year plan' } })
  if (facts.plan === 'unapproved')
    missing.push({
      code: 'plan',
      words: { vi: 'kế hoạch (đã có, đang chờ duyệt)', en: 'year plan (waiting for approval)' },
    })
  if (facts.membersWithDuty === 0)
    missing.push({ code: 'assignment', words: { vi: 'phân công', en: 'assignment of areas' } })
  if (!hasMinimalBoard(facts))
    missing.push({
      code: 'board',
      words: {
        vi: 'Ban chủ nhiệm (Chủ nhiệm và ít nhất một người nữa là người có uy tín hoặc làm công tác đoàn thể)',
        en: 'board (a chair and one more, each of prestige or working in a mass organisation)',
      },
    })
  return missing
}

/** A chair and one more, each with a ground (F1.28). */
function hasMinimalBoard(facts: ClubFacts): boolean {
  return facts.chairsWithGround > 0 && facts.chairsWithGround + facts.othersOfBoardWithGround >= 2
}

/** A wish to move a club to another state. */
export interface StateWish {
  state: ClubState
  reason: string
  successorClubId: string | null
}

const needReason: readonly ClubState[] = ['suspended', 'dissolved', 'merged']

/** May the club move as wished? The same on the device and on the server; null means yes. */
export function clubNext(
  club: { id: string; state: ClubState; facts: ClubFacts },
  wish: StateWish,
): Refusal | null {
  if (!follows[club.state].includes(wish.state))
    return refuse(
      'state_cannot_follow',
      {
        vi: `Câu lạc bộ đang ở bước «${clubStates[club.state].vi}», chưa thể chuyển sang «${clubStates[wish.state].vi}».`,
        en: `The club is «${clubStates[club.state].en}»; «${clubStates[wish.state].en}» cannot follow.`,
      },
      'state',
    )
  if (wish.state === 'preparing' && !club.facts.hasDecision)
    return refuse('decision_missing', {
      vi: 'Xin ghi số và ngày quyết định thành lập trước.',
      en: 'Please enter the number and day of the founding decision first.',
    })
  if (wish.state === 'active') return readyRule(club.facts)
  if (needReason.includes(wish.state) && wish.reason.trim() === '')
    return refuse(
      'reason_missing',
      {
        vi: 'Xin ghi lý do, để về sau còn hiểu.',
        en: 'Please give the reason, so that it is understood later.',
      },
      'reason',
    )
  if (wish.state === 'merged' && (wish.successorClubId === null || wish.successorClubId === club.id))
    return refuse(
      'successor_missing',
      { vi: 'Xin chọn câu lạc bộ nhận sáp nhập.', en: 'Please choose the club that it joins.' },
      'successorClubId',
    )
  return null
}

function readyRule(facts: ClubFacts): Refusal | null {
  const missing = missingForActive(facts)
  if (missing.length === 0) return null
  return refuse(
    'club_not_ready',
    {
      vi: `Câu lạc bộ đang chuẩn bị, còn thiếu: ${missing.map((each) => each.words.vi).join('; ')}.`,
      en: `The club is still preparing; missing: ${missing.map((each) => each.words.en).join('; ')}.`,
    },
    'state',
  )
}

/** Refuses every change of a club that is history. */
export function notEndedRule(state: ClubState): Refusal | null {
  return hasEnded(state)
    ? refuse('club_ended', {
        vi: 'Câu lạc bộ này đã kết thúc; chỉ còn để xem lại.',
        en: 'This club has ended; it can only be looked at.',
      })
    : null
}

/** May the new state begin on this day? Not in the future, and not before the present state began. */
export function stateDayRule(
  onDay: PlainDate,
  now: { since: PlainDate | null; today: PlainDate },
): Refusal | null {
  if (onDay > now.today)
    return refuse(
      'state_in_future',
      { vi: 'Ngày này chưa tới. Xin xem lại ngày.', en: 'The day has not come yet. Please check it.' },
      'onDay',
    )
  if (now.since !== null && onDay < now.since)
    return refuse(
      'state_before_last',
      {
        vi: 'Ngày này trước lần thay đổi gần nhất. Xin xem lại ngày.',
        en: 'The day lies before the last change. Please check it.',
      },
      'onDay',
    )
  return null
}

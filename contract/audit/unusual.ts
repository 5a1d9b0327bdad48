import { addDays, type PlainDate, today, zone } from '../date/date.ts'
import type { CodeWords } from '../words.ts'

/** One opening of an identity or a note, with the facts beside it. */
export interface Opening {
  at: Date
  accountId: string
  /** The person's code. */
  code: string
  /** Was she assigned to whoever opened? */
  assigned: boolean
  /** Was a contact with her recorded within a week of it, before or after? */
  contactNear: boolean
}

/** Any other line that the rules look at. */
export interface Doing {
  at: Date
  accountId: string | null
  action: string
}

export const unusualRules = {
  budget: { vi: 'Mở quá số người cho phép trong một ngày', en: 'More persons than a day allows' },
  more_than_usual: { vi: 'Mở nhiều hơn hẳn mọi ngày', en: 'Far more openings than usual' },
  at_night: { vi: 'Mở vào ban đêm (22 giờ đến 5 giờ)', en: 'Opened at night (22:00 to 5:00)' },
  not_hers: {
    vi: 'Mở hồ sơ của người không được giao và trước đó chưa từng mở',
    en: 'Opened persons not assigned to her, whom she had never opened',
  },
  no_contact: {
    vi: 'Mở mà trong 7 ngày không có cuộc gặp nào được ghi',
    en: 'Opened with no contact recorded within 7 days',
  },
  by_many: { vi: 'Một người bị nhiều tài khoản mở trong một ngày', en: 'One person opened by many in a day' },
  refused: { vi: 'Nhiều lần đăng nhập không thành công', en: 'Many refused sign-ins' },
  taken: { vi: 'Lấy dữ liệu ra khỏi hệ thống', en: 'Data taken out' },
  erased: { vi: 'Xóa hoặc gộp hồ sơ', en: 'Erased or merged' },
  granted: { vi: 'Thay đổi phân quyền', en: 'Roles changed' },
} as const satisfies CodeWords<string>
export type UnusualRule = keyof typeof unusualRules

/** What somebody should look at: one rule, one day, of one account or about one person. */
export interface Finding {
  rule: UnusualRule
  day: PlainDate
  /** Null: several accounts, or an unknown one. */
  accountId: string | null
  /** The person's code, where it is about one. */
  code: string | null
  /** How many openings, refusals, accounts. */
  count: number
  /** Where it is compared with the usual: her median on a day on which she opens. */
  usual: number | null
}

const usualFactor = 3
/** Below this many openings a day nothing is far more than usual. */
const fewOpenings = 6
const manyAccounts = 3
const manyRefusals = 5
const contactDays = 7

const dayOf = (at: Date): PlainDate => today(at)
const hourOf = (at: Date): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at))

const watched: Record<string, UnusualRule> = {
  READING_BUDGET_SPENT: 'budget',
  VAULT_LIMIT_REACHED: 'budget',
  REGISTER_EXPORTED: 'taken',
  REGISTER_PRINTED: 'taken',
  PERSON_ERASED: 'erased',
  PERSONS_MERGED: 'erased',
  PERSONS_UNMERGED: 'erased',
  ROLE_GIVEN: 'granted',
  ROLE_ENDED: 'granted',
  EXCLUSION_LIFTED: 'granted',
}
const refusals = ['SIGN_IN_REFUSED', 'STEP_UP_REFUSED']

/** The actions beside openings that `findUnusual` wants to know of. */
export const watchedActions: readonly string[] = [...Object.keys(watched), ...refusals]

/**
 * What is unusual in the days from `first` on, the latest first. What is earlier only tells what is usual.
 * It is no accusation: every finding may have a good reason, and somebody asks.
 */
export function findUnusual(
  known: { openings: readonly Opening[]; doings: readonly Doing[] },
  first: PlainDate,
  now: Date,
): Finding[] {
  const openings = known.openings.filter(({ at }) => dayOf(at) >= first)
  const doings = known.doings.filter(({ at }) => dayOf(at) >= first)
  const findings = [
    ...moreThanUsual(known.openings).filter(({ day }) => day >= first),
    ...ofOpenings(openings, 'at_night', ({ at }) => hourOf(at) >= 22 || hourOf(at) < 5),
    ...notHers(known.openings).filter(({ day }) => day >= first),
    ...ofOpenings(
      openings,
      'no_contact',
      ({ at, contactNear }) => !contactNear && addDays(dayOf(at), contactDays) < dayOf(now),
    ),
    ...byMany(openings),
    ...ofDoings(doings),
  ]
  return findings.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.rule < b.rule ? -1 : 1))
}

function grouped<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of list) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each])
  return groups
}

const perAccountAndDay = ({ accountId, at }: { accountId: string | null; at: Date }) =>
  `${dayOf(at)}|${accountId ?? ''}`

/** Openings for which something holds, one finding an account and day. */
function ofOpenings(
  openings: readonly Opening[],
  rule: UnusualRule,
  holds: (each: Opening) => boolean,
): Finding[] {
  return [...grouped(openings.filter(holds), perAccountAndDay).values()].flatMap((list) => {
    const [one] = list
    if (!one) return []
    const codes = new Set(list.map(({ code }) => code))
    const code = codes.size === 1 ? one.code : null
    return [{ rule, day: dayOf(one.at), accountId: one.accountId, code, count: list.length, usual: null }]
  })
}

function moreThanUsual(openings: readonly Opening[]): Finding[] {
  return [...grouped(openings, ({ accountId }) => accountId)].flatMap(([accountId, own]) => {
    const days = [...grouped(own, ({ at }) => dayOf(at))].map(([day, list]) => ({
      day,
      count: new Set(list.map(({ code }) => code)).size,
    }))
    return days.flatMap(({ day, count }) => {
      const usual = median(days.filter((each) => each.day < day).map((each) => each.count))
      if (count < fewOpenings || count <= usualFactor * usual) return []
      return [{ rule: 'more_than_usual' as const, day, accountId, code: null, count, usual }]
    })
  })
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

function notHers(openings: readonly Opening[]): Finding[] {
  const inOrder = [...openings].sort((a, b) => a.at.getTime() - b.at.getTime())
  const before = new Set<string>()
  const strange = inOrder.filter(({ accountId, code, assigned }) => {
    const known = before.has(`${accountId}|${code}`)
    before.add(`${accountId}|${code}`)
    return !assigned && !known
  })
  return ofOpenings(strange, 'not_hers', () => true)
}

function byMany(openings: readonly Opening[]): Finding[] {
  return [...grouped(openings, ({ at, code }) => `${dayOf(at)}|${code}`).values()].flatMap((list) => {
    const [one] = list
    const count = new Set(list.map(({ accountId }) => accountId)).size
    if (!one || count < manyAccounts) return []
    return [
      { rule: 'by_many' as const, day: dayOf(one.at), accountId: null, code: one.code, count, usual: null },
    ]
  })
}

function ofDoings(doings: readonly Doing[]): Finding[] {
  return [...grouped(doings, (each) => `${perAccountAndDay(each)}|${ruleOf(each.action)}`).values()].flatMap(
    (list) => {
      const [one] = list
      const rule = one && ruleOf(one.action)
      if (!one || !rule || (rule === 'refused' && list.length < manyRefusals)) return []
      const { accountId } = one
      return [{ rule, day: dayOf(one.at), accountId, code: null, count: list.length, usual: null }]
    },
  )
}

function ruleOf(action: string): UnusualRule | null {
  return refusals.includes(action) ? 'refused' : (watched[action] ?? null)
}

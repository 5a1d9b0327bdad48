import type { CaseState } from '../case/codes.ts'
import { addDays, type PlainDate, showDate } from '../date/date.ts'
import type { RiskNow } from '../need/risk.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type StayEnd, type StayState, stayStates } from './codes.ts'
import { activeStay, mayMoveTo, type StayNow } from './state.ts'

const notThere = refuse(
  'stay_not_there',
  { vi: 'Không thấy lần lưu trú này.', en: 'There is no such stay.' },
  'stayId',
)
const inFuture = refuse(
  'stay_in_future',
  { vi: 'Ngày này chưa tới. Xin ghi ngày đã diễn ra.', en: 'This day is still to come.' },
  'onDay',
)

const doesNotFollow = (from: StayState): Refusal =>
  refuse('stay_does_not_follow', {
    vi: `Lần lưu trú này đang ở bước «${stayStates[from].vi}», việc này chưa làm được.`,
    en: `This stay is at “${stayStates[from].en}”; this cannot follow.`,
  })

const found = (stays: readonly StayNow[], stayId: string): StayNow | undefined =>
  stays.find(({ id }) => id === stayId)

/** May this stay move there? Null means yes. */
export function stayMoveRule(stays: readonly StayNow[], stayId: string, to: StayState): Refusal | null {
  const stay = found(stays, stayId)
  if (!stay) return notThere
  return mayMoveTo(stay.state, to) ? null : doesNotFollow(stay.state)
}

/** May she stay on? From an extended stay, or while she gets ready to leave; a bed that is kept begins otherwise. Null: yes. */
export function stayGoOnRule(stays: readonly StayNow[], stayId: string): Refusal | null {
  const stay = found(stays, stayId)
  if (!stay) return notThere
  return stay.begunOn === null ? doesNotFollow(stay.state) : stayMoveRule(stays, stayId, 'staying')
}

const over: readonly CaseState[] = ['closed', 'transferred']

/** May a bed be asked for? One stay at a time, while the case is carried here. Null means yes. */
export function stayRequestRule(stays: readonly StayNow[], state: CaseState): Refusal | null {
  if (over.includes(state))
    return refuse('stay_case_ended', {
      vi: 'Hồ sơ này đã đóng hoặc đã chuyển giao. Xin mở lại hồ sơ trước khi đề nghị chỗ ở.',
      en: 'This case was closed or handed over. Please reopen it before a bed is asked for.',
    })
  if (activeStay(stays) === null) return null
  return refuse('stay_runs_already', {
    vi: 'Người này đang có một lần lưu trú. Mỗi người chỉ có một lần lưu trú cùng lúc.',
    en: 'A stay of hers is open already. There is one at a time.',
  })
}

/** Which place takes her instead is owed, in words that somebody can act on tonight. Null means it is said. */
export function otherPlaceRule(place: string): Refusal | null {
  if (place.trim() !== '') return null
  return refuse(
    'stay_other_place_owed',
    {
      vi: 'Chưa nhận được thì cần có nơi khác trước. Xin ghi nơi nào và ai ở đó đã nhận lời.',
      en: 'Before she is not received here, another place is owed. Please write which, and who there said yes.',
    },
    'place',
  )
}

interface Beginning {
  onDay: PlainDate
  rulesExplained: boolean
  herYes: boolean
}

/**
 * May she move in? From a bed that is kept or asked for; the rules explained in her language and her own yes; not over an
 * earlier stay. Null means yes.
 */
export function stayBeginRule(
  stays: readonly StayNow[],
  stayId: string,
  { onDay, rulesExplained, herYes }: Beginning,
  today: PlainDate,
): Refusal | null {
  const stay = found(stays, stayId)
  if (!stay) return notThere
  if (stay.state !== 'requested' && stay.state !== 'reserved') return doesNotFollow(stay.state)
  if (onDay > today) return inFuture
  const last = stays.findLast(({ ended }) => ended !== null)?.ended
  if (last && onDay < last.onDay)
    return refuse(
      'stay_overlaps',
      {
        vi: `Lần lưu trú trước kéo dài đến ${showDate(last.onDay)}. Xin chọn từ ngày ấy trở đi.`,
        en: `The stay before lasted until ${showDate(last.onDay)}. Please choose that day or a later one.`,
      },
      'onDay',
    )
  if (rulesExplained && herYes) return null
  return refuse(
    'stay_needs_her_yes',
    {
      vi: 'Xin giải thích nội quy bằng ngôn ngữ của người ấy, và chỉ ghi vào ở khi chính người ấy đồng ý.',
      en: 'Please explain the rules in her language; she moves in only by her own yes.',
    },
    rulesExplained ? 'herYes' : 'rulesExplained',
  )
}

/** Both who carries the case and the shelter are told when the stay nears its end, so both are on its team. Null: they are. */
export function twoRolesRule(parts: readonly string[]): Refusal | null {
  if (parts.includes('manager') && parts.includes('shelter')) return null
  return refuse('stay_needs_shelter_on_team', {
    vi: 'Xin quản lý trường hợp thêm người của nhà tạm lánh vào nhóm hỗ trợ trước: khi gần hết hạn lưu trú, cả hai cùng được báo.',
    en: 'Please have the case manager put the shelter on the team first: both are told when the stay nears its end.',
  })
}

/** May the shelter leave the team? Not the last of it while she sleeps there. @param parts of the team afterwards. Null: yes. */
export function shelterLeavesRule(stays: readonly StayNow[], parts: readonly string[]): Refusal | null {
  const running = activeStay(stays)
  if (running === null || running.begunOn === null || parts.includes('shelter')) return null
  return refuse('stay_keeps_shelter_on_team', {
    vi: 'Người được hỗ trợ đang lưu trú. Xin thêm một người khác của nhà tạm lánh vào nhóm trước.',
    en: 'She is staying at the shelter. Please put somebody else of the shelter on the team first.',
  })
}

/** May a review be written? While she sleeps here, of a day of her stay. Null means yes. */
export function stayReviewRule(
  stays: readonly StayNow[],
  stayId: string,
  onDay: PlainDate,
  today: PlainDate,
): Refusal | null {
  const stay = found(stays, stayId)
  if (!stay) return notThere
  if (stay.begunOn === null || stay.ended !== null) return doesNotFollow(stay.state)
  return onDay > today ? inFuture : beforeRule(stay.begunOn, onDay)
}

const beforeRule = (begunOn: PlainDate, onDay: PlainDate): Refusal | null =>
  onDay >= begunOn
    ? null
    : refuse(
        'stay_before_it_began',
        {
          vi: `Người ấy vào ở ngày ${showDate(begunOn)}. Xin chọn từ ngày ấy trở đi.`,
          en: `She moved in on ${showDate(begunOn)}. Please choose that day or a later one.`,
        },
        'onDay',
      )

/**
 * May it be extended until that day? @param limitDays of the parameter; null while none is verified. Null means yes.
 */
export function stayExtendRule(
  stays: readonly StayNow[],
  stayId: string,
  { until, decidedOn }: { until: PlainDate; decidedOn: PlainDate },
  today: PlainDate,
  limitDays: number | null,
): Refusal | null {
  const refusal = stayMoveRule(stays, stayId, 'extended')
  const stay = found(stays, stayId)
  if (refusal || !stay?.begunOn) return refusal ?? notThere
  if (decidedOn > today) return { ...inFuture, field: 'decidedOn' }
  const limit =
    stay.extension?.until ?? (limitDays === null ? stay.begunOn : addDays(stay.begunOn, limitDays - 1))
  if (until > limit && until >= today) return null
  const from = limit < today ? today : addDays(limit, 1)
  return refuse(
    'stay_extension_too_short',
    {
      vi: `Gia hạn đến ngày nào? Xin chọn từ ${showDate(from)} trở đi.`,
      en: `Until when is it extended? Please choose ${showDate(from)} or a later day.`,
    },
    'until',
  )
}

/**
 * May she get ready to leave? The risk must have been looked at while she was here, and a plan against a high one stands.
 * Leaving on her own asks nothing of this. Null means yes.
 */
export function leavingRule(
  stays: readonly StayNow[],
  stayId: string,
  risk: Pick<RiskNow, 'level' | 'onDay' | 'owesPlan'>,
): Refusal | null {
  const refusal = stayMoveRule(stays, stayId, 'leaving')
  const begunOn = found(stays, stayId)?.begunOn ?? null
  if (refusal) return refusal
  if (risk.onDay === null || begunOn === null || risk.onDay < begunOn)
    return refuse('stay_risk_not_looked_at', {
      vi: 'Trước khi về, xin xem nguy cơ bị mua bán trở lại cùng người ấy (phần «Nhu cầu, kế hoạch»).',
      en: 'Before she goes, please look at the risk of being trafficked again with her (“Needs, plan”).',
    })
  if (!risk.owesPlan) return null
  return refuse('stay_safety_plan_owed', {
    vi: 'Nguy cơ đang cao. Xin cùng người ấy lập kế hoạch an toàn trước khi rời nhà tạm lánh.',
    en: 'The risk is high. Please make a safety plan with her before she leaves.',
  })
}

/** Has she left so? On her own she may at any moment; otherwise after what was prepared. Null means yes. */
export function stayEndRule(
  stays: readonly StayNow[],
  stayId: string,
  { how, onDay }: { how: StayEnd; onDay: PlainDate },
  today: PlainDate,
): Refusal | null {
  const stay = found(stays, stayId)
  if (!stay) return notThere
  const alone = how === 'on_her_own' && mayMoveTo(stay.state, 'leaving')
  if (!alone && !mayMoveTo(stay.state, 'left')) return doesNotFollow(stay.state)
  if (onDay > today) return inFuture
  return stay.begunOn === null ? null : beforeRule(stay.begunOn, onDay)
}

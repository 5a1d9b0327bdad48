import { type Role, reachOf } from '../permissions.ts'
import type { PlaceKey } from '../place/place.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** Where a role may be held: in a club, or in an organisation of one of these levels. */
export type PlaceLevel = 'club' | 'hamlet' | 'commune' | 'province' | 'national'

interface GrantRule {
  /** Who may give it, and end it, at her own place or below. */
  givenBy: readonly Role[]
  at: readonly PlaceLevel[]
  /** At an administrative unit (địa bàn) of which level; left out: at none. */
  atPlace?: readonly PlaceKey['level'][]
}

const nobody = { givenBy: [], at: [] } as const
const professional = {
  givenBy: ['province_manager', 'administrator'],
  at: ['commune', 'province'],
  atPlace: ['commune', 'province'],
} as const

/**
 * Who may give which role, and where. Whoever gives holds her own role at that place or above it, so that nobody
 * gives a reach wider than her own. A member's role is given by one person; every other one takes two. A member's and
 * a board's role are of a club and never of a place; whoever looks over the others does so in an organisation.
 */
export const grantRules: Readonly<Record<Role, GrantRule>> = {
  club_member: { givenBy: ['club_chair', 'ward_officer', 'province_manager'], at: ['club'] },
  club_chair: { givenBy: ['ward_officer', 'province_manager'], at: ['club'] },
  ward_officer: { givenBy: ['province_manager', 'administrator'], at: ['commune'], atPlace: ['commune'] },
  police_liaison: professional,
  province_manager: { givenBy: ['administrator'], at: ['province'], atPlace: ['province'] },
  case_manager: professional,
  psychologist: professional,
  shelter_manager: professional,
  hotline_counsellor: professional,
  service_partner: professional,
  livelihood_coordinator: professional,
  enterprise: professional,
  national_analyst: { givenBy: ['administrator'], at: ['national'] },
  // Those who look over the others' shoulders are not chosen by one of these others alone: it takes two.
  data_protection_officer: { givenBy: ['province_manager', 'administrator'], at: ['province', 'national'] },
  auditor: { givenBy: ['province_manager', 'administrator'], at: ['province', 'national'] },
  administrator: { givenBy: ['administrator'], at: ['province', 'national'] },
  supported_person: nobody,
  operator: nobody,
}

/** Every role but a member's is given by two people. */
export const isPowerful = (role: Role) => role !== 'club_member'

/** The roles that a holder of `held` may give at a place of this level. */
export function rolesToGive(held: readonly Role[], level: PlaceLevel): Role[] {
  return (Object.keys(grantRules) as Role[]).filter((role) => {
    const { givenBy, at } = grantRules[role]
    const permission = isPowerful(role) ? 'grant.powerful' : 'grant.member'
    return (
      at.includes(level) && held.some((own) => givenBy.includes(own) && reachOf(own, permission) !== null)
    )
  })
}

/** The same at an administrative unit. */
export function rolesToGiveAtPlace(held: readonly Role[], level: PlaceKey['level']): Role[] {
  return (Object.keys(grantRules) as Role[]).filter((role) => {
    const { givenBy, atPlace = [] } = grantRules[role]
    return (
      atPlace.includes(level) &&
      held.some((own) => givenBy.includes(own) && reachOf(own, 'grant.powerful') !== null)
    )
  })
}

/** True when a holder of `held` may end this role: who may give a role may end it. */
export const mayEnd = (held: readonly Role[], role: Role) =>
  held.some((own) => grantRules[role].givenBy.includes(own))

export const grantRefusals = {
  toHerself: refuse(
    'grant_to_herself',
    {
      vi: 'Không ai tự phân quyền cho mình. Xin nhờ người khác có quyền làm giúp.',
      en: 'Nobody gives a role to herself. Please ask somebody else who may.',
    },
    'accountId',
  ),
  notYours: refuse(
    'role_not_hers_to_give',
    {
      vi: 'Vai trò này ở nơi này không do chị phân. Xin hỏi người quản lý chương trình.',
      en: 'This role at this place is not yours to give or to end. Please ask the programme manager.',
    },
    'role',
  ),
  daysWrong: refuse(
    'grant_days_wrong',
    {
      vi: 'Ngày hết hạn phải sau hoặc bằng ngày bắt đầu, và ngày bắt đầu không ở trước hôm nay.',
      en: 'The last day may not come before the first, and the first not before today.',
    },
    'until',
  ),
  placeNotCovered: refuse(
    'place_not_covered',
    {
      vi: 'Địa bàn này không nằm trọn trong phần việc của đơn vị, hoặc không còn trên bản đồ hôm nay. Xin chọn địa bàn khác.',
      en: 'This place does not lie wholly within the work of the organisation, or is no longer on today’s map. Please choose another.',
    },
    'place',
  ),
  heldAlready: refuse('role_held_already', {
    vi: 'Người này đang có vai trò đó ở nơi đó rồi.',
    en: 'This person holds that role there already.',
  }),
  lastAdministrator: refuse('last_administrator', {
    vi: 'Đây là người quản trị cuối cùng của nơi này. Xin phân quyền quản trị cho người khác trước.',
    en: 'This is the last administrator of this place. Please make another one first.',
  }),
} as const

interface Wish {
  giver: string
  held: readonly Role[]
  accountId: string
  role: Role
  /** Of the club or organisation, or of the administrative unit. */
  at: { level: PlaceLevel } | { place: PlaceKey['level'] }
  since: string
  until: string | null
  today: string
}

/** May this role be given to her there, from that day to that? Null when it may. */
export function giveRule(wish: Wish): Refusal | null {
  if (wish.giver === wish.accountId) return grantRefusals.toHerself
  const mayGive =
    'place' in wish.at ? rolesToGiveAtPlace(wish.held, wish.at.place) : rolesToGive(wish.held, wish.at.level)
  if (!mayGive.includes(wish.role)) return grantRefusals.notYours
  if (wish.since < wish.today || (wish.until !== null && wish.until < wish.since))
    return grantRefusals.daysWrong
  return null
}

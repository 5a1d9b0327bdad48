import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { refuse } from '../refusal.ts'
import { type CodeWords, codeOf } from '../words.ts'

export type ExclusionGround = 'relative' | 'named_by_her' | 'party_to_case' | 'other'
export const exclusionGrounds: CodeWords<ExclusionGround> = {
  relative: { vi: 'Là người thân của chị ấy', en: 'Is a relative of hers' },
  named_by_her: { vi: 'Chị ấy không muốn người này biết', en: 'She does not want this person to know' },
  party_to_case: { vi: 'Có liên quan đến vụ việc', en: 'Is a party to the case' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
}
const ground = codeOf(exclusionGrounds)

/** Refused alike for setting and lifting: a conflict of interest is another's to judge. */
export const ownExclusion = refuse(
  'exclusion_of_herself',
  {
    vi: 'Việc này do người khác ghi giúp chị: Ban chủ nhiệm hoặc cán bộ Hội phường, xã.',
    en: 'Somebody else records this for you: the board, or the ward officer.',
  },
  'accountId',
)
export const accountOutsideClub = refuse(
  'account_reaches_no_club',
  {
    vi: 'Người này không có vai trò nào xem được sổ của câu lạc bộ.',
    en: 'This person holds no role that reaches the club.',
  },
  'accountId',
)

/** From now on this person is not there for that account, whatever role it holds. */
export const exclusionSet = defineCommand({
  name: 'exclusion.set',
  permission: 'exclusion.set',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    exclusionId: z.uuid(),
    personId: z.uuid(),
    accountId: z.uuid(),
    ground,
  }),
  result: made,
  audit: 'EXCLUSION_SET',
  offline: false,
  subject: { kind: 'person', arg: 'personId' },
  summary: {
    vi: 'Tránh xung đột lợi ích: một người không xem được hồ sơ này nữa',
    en: 'A conflict of interest: somebody no longer sees this person',
  },
})

export const exclusionLift = defineCommand({
  name: 'exclusion.lift',
  permission: 'exclusion.lift',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), exclusionId: z.uuid() }),
  result: done,
  audit: 'EXCLUSION_LIFTED',
  offline: false,
  summary: { vi: 'Bỏ việc tránh xung đột lợi ích', en: 'Lift a conflict of interest' },
})

export const exclusionLine = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  /** The person's code where the reader may see it. */
  code: z.string().nullable(),
  accountId: z.uuid(),
  displayName: z.string(),
  ground,
  setOn: plainDate,
})
export type ExclusionLine = z.infer<typeof exclusionLine>

/** Those in force, and who could be chosen. Whoever is excluded herself sees no line of that person. */
export const exclusionList = defineRead({
  name: 'exclusion.list',
  path: '/clubs/:clubId/exclusions',
  params: z.object({ clubId: z.uuid() }),
  query: nothing,
  response: z.object({
    exclusions: z.array(exclusionLine),
    accounts: z.array(z.object({ id: z.uuid(), displayName: z.string() })),
  }),
  permission: 'exclusion.read',
  scope: 'club',
  summary: {
    vi: 'Ai không xem được hồ sơ nào, vì xung đột lợi ích',
    en: 'Conflicts of interest of the club',
  },
})

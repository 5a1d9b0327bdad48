import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { defineRead } from '../endpoint.ts'
import { codeOf } from '../words.ts'
import { boardRoles, eligibilityGrounds, memberKinds } from './codes.ts'

export const boardRole = codeOf(boardRoles)
export const eligibilityGround = codeOf(eligibilityGrounds)
export const memberKind = codeOf(memberKinds)

const ofMember = { clubId: z.uuid(), memberId: z.uuid() }

export const memberAdd = defineCommand({
  name: 'member.add',
  permission: 'club.run',
  scope: 'club',
  args: z.object({
    ...ofMember,
    displayName: z.string().trim().min(1).max(120),
    kind: memberKind.nullable().default(null),
    work: z.string().trim().max(200).default(''),
    joinedOn: plainDate.nullable().default(null),
    mobilisationTarget: z.number().int().min(0).max(100).default(2),
  }),
  result: made,
  audit: 'MEMBER_ADDED',
  offline: false,
  summary: { vi: 'Thêm thành viên', en: 'Add a member' },
})

export const memberSetBoardRole = defineCommand({
  name: 'member.set_board_role',
  permission: 'club.run',
  scope: 'club',
  args: z.object({
    ...ofMember,
    boardRole,
    eligibilityGround: eligibilityGround.nullable().default(null),
  }),
  result: done,
  audit: 'MEMBER_BOARD_ROLE_SET',
  offline: false,
  summary: { vi: 'Cử vào Ban chủ nhiệm, có căn cứ', en: 'Set the part in the board, with its ground' },
})

/** Phân công: which area (tổ dân, khu phố) the member looks after, and what she works as. */
export const memberSetDuty = defineCommand({
  name: 'member.set_duty',
  permission: 'club.run',
  scope: 'club',
  args: z.object({
    ...ofMember,
    area: z.string().trim().max(200),
    work: z.string().trim().max(200).optional(),
  }),
  result: done,
  audit: 'MEMBER_DUTY_SET',
  offline: false,
  summary: { vi: 'Phân công địa bàn', en: 'Assign an area' },
})

export const memberLeave = defineCommand({
  name: 'member.leave',
  permission: 'club.run',
  scope: 'club',
  args: z.object({ ...ofMember, leftOn: plainDate }),
  result: done,
  audit: 'MEMBER_LEFT',
  offline: false,
  summary: { vi: 'Thành viên thôi tham gia', en: 'A member leaves' },
})

export const memberLinkAccount = defineCommand({
  name: 'member.link_account',
  permission: 'club.run',
  scope: 'club',
  args: z.object({ ...ofMember, accountId: z.uuid() }),
  result: done,
  audit: 'MEMBER_ACCOUNT_LINKED',
  offline: false,
  summary: { vi: 'Nối tài khoản với thành viên', en: 'Link an account with its member' },
})

export const clubAccountsRead = defineRead({
  name: 'club.accounts',
  path: '/clubs/:clubId/accounts',
  params: z.object({ clubId: z.uuid() }),
  query: z.object({}),
  response: z.object({
    accounts: z.array(z.object({ id: z.uuid(), displayName: z.string(), memberId: z.uuid().nullable() })),
  }),
  permission: 'club.run',
  scope: 'club',
  summary: {
    vi: 'Tài khoản có vai trò trong câu lạc bộ, để nối với thành viên',
    en: 'Accounts that hold a role in the club, to be linked with members',
  },
})

/** A member as lists show her: her part in the club and nothing of her past. */
export const memberLine = z.object({
  id: z.uuid(),
  displayName: z.string(),
  boardRole,
  eligibilityGround: eligibilityGround.nullable(),
  kind: z.string().nullable(),
  work: z.string().nullable(),
  area: z.string().nullable(),
  mobilisationTarget: z.number().int(),
  joinedOn: plainDate.nullable(),
  leftOn: plainDate.nullable(),
  hasAccount: z.boolean(),
  /** It is the reader's own row. */
  mine: z.boolean(),
})
export type MemberLine = z.infer<typeof memberLine>

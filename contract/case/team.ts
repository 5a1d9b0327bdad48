import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { defineRead, nothing } from '../endpoint.ts'
import type { Role } from '../permissions.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CodeWords, codeOf } from '../words.ts'
import { type CasePart, caseParts } from './codes.ts'

export type CaseExclusionGround = 'relative' | 'named_by_her' | 'party_to_case' | 'other'
export const caseExclusionGrounds: CodeWords<CaseExclusionGround> = {
  relative: { vi: 'Người thân', en: 'A relative' },
  named_by_her: { vi: 'Người được hỗ trợ đề nghị', en: 'She asked for it' },
  party_to_case: { vi: 'Có liên quan vụ việc', en: 'A party to the matter' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
}

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }
const about = {
  permission: 'case.manage',
  scope: 'organisation',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
} as const

export const caseAddMember = defineCommand({
  ...about,
  name: 'case.add_member',
  args: z.object({ ...ofCase, accountId: z.uuid(), part: codeOf(caseParts) }),
  result: done,
  audit: 'CASE_TEAM_CHANGED',
  summary: { vi: 'Thêm người vào nhóm hồ sơ', en: 'Add somebody to the team' },
})

/** Somebody leaves the team; a manager names who carries the case after her. */
export const caseEndMember = defineCommand({
  ...about,
  name: 'case.end_member',
  args: z.object({ ...ofCase, memberId: z.uuid(), successorId: z.uuid().nullable().default(null) }),
  result: done,
  audit: 'CASE_TEAM_CHANGED',
  summary: { vi: 'Kết thúc vai trong nhóm hồ sơ', en: 'End a part in the team' },
})

/** A conflict of interest: for this account the case is not there, whatever the role, until it is lifted. */
export const caseSetExclusion = defineCommand({
  ...about,
  name: 'case.set_exclusion',
  args: z.object({
    ...ofCase,
    accountId: z.uuid(),
    ground: codeOf(caseExclusionGrounds),
    /** Who carries the case, when it is the manager herself who must not. */
    successorId: z.uuid().nullable().default(null),
  }),
  result: made,
  audit: 'EXCLUSION_SET',
  summary: { vi: 'Ghi xung đột lợi ích với hồ sơ', en: 'Set a conflict of interest with a case' },
})

export const caseLiftExclusion = defineCommand({
  ...about,
  name: 'case.lift_exclusion',
  args: z.object({ ...ofCase, exclusionId: z.uuid() }),
  result: done,
  audit: 'EXCLUSION_LIFTED',
  summary: { vi: 'Gỡ xung đột lợi ích với hồ sơ', en: 'Lift a conflict of interest with a case' },
})

/** Who may be on the team, and who must not see the case; for its manager. */
export const caseTeamRead = defineRead({
  name: 'case.team',
  path: '/organisations/:organisationId/cases/:caseId/team',
  params: z.object(ofCase),
  query: nothing,
  response: z.object({
    colleagues: z.array(
      z.object({ accountId: z.uuid(), displayName: z.string(), parts: z.array(codeOf(caseParts)) }),
    ),
    exclusions: z.array(
      z.object({
        id: z.uuid(),
        accountId: z.uuid(),
        displayName: z.string(),
        ground: codeOf(caseExclusionGrounds),
        setAt: z.string(),
      }),
    ),
  }),
  permission: 'case.manage',
  scope: 'organisation',
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Người có thể vào nhóm, người được giữ ngoài', en: 'Who may join, who is kept out' },
})

/** Which role each part of a team asks for. */
const rolesOf: Record<CasePart, readonly Role[]> = {
  manager: ['case_manager'],
  member: ['case_manager', 'psychologist', 'shelter_manager'],
  psychologist: ['psychologist'],
  supervisor: ['psychologist', 'case_manager'],
  shelter: ['shelter_manager'],
}

/** The parts that somebody of these roles may take. */
export function partsOf(roles: readonly string[]): CasePart[] {
  return (Object.keys(rolesOf) as CasePart[]).filter((part) =>
    rolesOf[part].some((role) => roles.includes(role)),
  )
}

/** May somebody of these roles take this part? Null means yes. */
export function partRule(part: CasePart, roles: readonly string[]): Refusal | null {
  if (partsOf(roles).includes(part)) return null
  return refuse(
    'part_needs_role',
    {
      vi: `Người này chưa có vai trò phù hợp với phần việc «${caseParts[part].vi}».`,
      en: `This person does not hold a role that “${caseParts[part].en}” needs.`,
    },
    'part',
  )
}

/** A case is carried by somebody at every moment: a manager leaves only to another. Null means yes. */
export function leaveRule(
  leaving: { part: CasePart; accountId: string },
  successorId: string | null,
): Refusal | null {
  if (leaving.part !== 'manager') return null
  if (successorId !== null && successorId !== leaving.accountId) return null
  return refuse(
    'manager_needs_successor',
    {
      vi: 'Hồ sơ luôn cần một người quản lý. Xin chọn người nhận trước.',
      en: 'A case always has a manager. Please choose who takes it first.',
    },
    'successorId',
  )
}

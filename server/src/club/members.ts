import { boardRule } from '@ke-vai/contract/club/board.ts'
import {
  clubAccountsRead,
  memberAdd,
  memberLeave,
  memberLinkAccount,
  memberSetBoardRole,
  memberSetDuty,
} from '@ke-vai/contract/club/member.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { reachOf } from '@ke-vai/contract/permissions.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { lockClub } from './lock-club.ts'

interface MemberRow {
  account_id: string | null
  joined_on: string | null
}

/** A present member of the club; the club is taken first, so that board and links cannot be changed twice at once. */
async function lockMember(tx: Tx, province: string, clubId: string, memberId: string): Promise<MemberRow> {
  await lockClub(tx, province, clubId)
  const [member] = await tx<MemberRow[]>`
    select account_id, joined_on from member
    where province = ${province} and club_id = ${clubId} and id = ${memberId} and left_on is null`
  if (!member) throw new Refused('notFound')
  return member
}

export const addMember = command(memberAdd, async (args, { tx, province, audit }) => {
  await lockClub(tx, province, args.clubId)
  await tx`
    insert into member (province, id, club_id, display_name, kind, work, joined_on, mobilisation_target)
    values (${province}, ${args.memberId}, ${args.clubId}, ${cleanText(args.displayName)}, ${args.kind},
      ${cleanText(args.work) || null}, ${args.joinedOn ?? today()}, ${args.mobilisationTarget})`
  await audit({ subjectKind: 'member', subjectId: args.memberId, fields: ['name', 'kind', 'work'] })
  return { id: args.memberId }
})

export const setMemberBoardRole = command(memberSetBoardRole, async (args, { tx, province, audit }) => {
  await lockMember(tx, province, args.clubId, args.memberId)
  const otherChairs = await tx`
    select id from member where province = ${province} and club_id = ${args.clubId} and board_role = 'chair'
      and left_on is null and id <> ${args.memberId}`
  const refusal = boardRule(args, { hasOtherChair: otherChairs.length > 0 })
  if (refusal) throw new Refused(refusal)
  await tx`
    update member set board_role = ${args.boardRole},
      eligibility_ground = ${args.boardRole === 'none' ? null : args.eligibilityGround}
    where province = ${province} and id = ${args.memberId}`
  await audit({
    subjectKind: 'member',
    subjectId: args.memberId,
    fields: ['board_role', 'eligibility_ground'],
  })
  return { done: true as const }
})

export const setMemberDuty = command(memberSetDuty, async (args, { tx, province, audit }) => {
  await lockMember(tx, province, args.clubId, args.memberId)
  const work = args.work === undefined ? tx`work` : tx`${cleanText(args.work) || null}`
  await tx`
    update member set area = ${cleanText(args.area) || null}, work = ${work}
    where province = ${province} and id = ${args.memberId}`
  await audit({ subjectKind: 'member', subjectId: args.memberId, fields: ['duty'] })
  return { done: true as const }
})

const leftDayWrong = refuse(
  'left_day_wrong',
  {
    vi: 'Ngày thôi tham gia phải sau ngày vào và không muộn hơn hôm nay.',
    en: 'The day of leaving must come after joining and not after today.',
  },
  'leftOn',
)

/** Who left is of no list and no board; what she was and did stays in the books. */
export const leaveClub = command(memberLeave, async (args, { tx, province, audit }) => {
  const member = await lockMember(tx, province, args.clubId, args.memberId)
  const beforeJoining = member.joined_on !== null && args.leftOn < member.joined_on
  if (args.leftOn > today() || beforeJoining) throw new Refused(leftDayWrong)
  await tx`
    update member set left_on = ${args.leftOn}
    where province = ${province} and id = ${args.memberId}`
  await audit({ subjectKind: 'member', subjectId: args.memberId, fields: ['left_on'] })
  return { done: true as const }
})

const accountWithoutRole = refuse(
  'account_without_role',
  {
    vi: 'Tài khoản này chưa có vai trò trong câu lạc bộ.',
    en: 'This account holds no role in the club.',
  },
  'accountId',
)
const alreadyLinked = refuse(
  'already_linked',
  {
    vi: 'Thành viên hoặc tài khoản này đã được nối rồi.',
    en: 'This member or account is linked already.',
  },
  'accountId',
)

const personsAssigned = refuse(
  'member_has_persons',
  {
    vi: 'Thành viên này đang được giao đồng hành với người trong sổ, nên Ban chủ nhiệm câu lạc bộ nối tài khoản.',
    en: 'Persons are assigned to this member, so the board of the club links the account.',
  },
  'memberId',
)

// A member row once linked is never handed to another account: what is hers alone hangs on it. With the row go the
// persons assigned to it: an officer, who opens no identity, must not open one through an account that she invited.
export const linkMemberAccount = command(memberLinkAccount, async (args, { tx, actor, province, audit }) => {
  const member = await lockMember(tx, province, args.clubId, args.memberId)
  const [account] = await tx<{ account_id: string }[]>`
    select account_id from policy.club_accounts(${args.clubId}) where account_id = ${args.accountId}`
  if (!account) throw new Refused(accountWithoutRole)
  const others = await tx`
    select id from member where province = ${province} and club_id = ${args.clubId}
      and account_id = ${args.accountId} and left_on is null`
  if (member.account_id !== null || others.length > 0) throw new Refused(alreadyLinked)
  const assigns = actor.roles.some((role) => reachOf(role, 'register.assign') === 'all')
  const [free] = await tx<{ yes: boolean }[]>`
    select ${assigns} or not policy.has_persons(${args.memberId}) as yes`
  if (!free?.yes) throw new Refused(personsAssigned)
  await tx`update member set account_id = ${args.accountId} where province = ${province} and id = ${args.memberId}`
  await audit({ subjectKind: 'member', subjectId: args.memberId, fields: ['account'] })
  return { done: true as const }
})

export const listClubAccounts = read(clubAccountsRead, async ({ params }, { tx, province }) => {
  const accounts = await tx<{ id: string; displayName: string; memberId: string | null }[]>`
    select account_id as id, display_name as "displayName",
      (select member.id from member where member.province = ${province} and member.club_id = ${params.clubId}
        and member.account_id = held.account_id and member.left_on is null limit 1) as "memberId"
    from policy.club_accounts(${params.clubId}) held order by display_name, account_id`
  return { accounts: [...accounts] }
})

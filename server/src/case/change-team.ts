import { randomUUID } from 'node:crypto'
import type { CasePart } from '@ke-vai/contract/case/codes.ts'
import {
  type CaseExclusionGround,
  caseAddMember,
  caseEndMember,
  caseLiftExclusion,
  caseSetExclusion,
  caseTeamRead,
  leaveRule,
  partRule,
  partsOf,
} from '@ke-vai/contract/case/team.ts'
import { stayKinds } from '@ke-vai/contract/stay/entries.ts'
import { shelterLeavesRule } from '@ke-vai/contract/stay/rules.ts'
import { foldStays } from '@ke-vai/contract/stay/state.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { selectEntries } from './entries.ts'
import { requireManager } from './manager.ts'
import { joinTeam } from './team.ts'

interface Colleague {
  account_id: string
  display_name: string
  roles: string[]
}
const selectColleagues = (tx: Tx, organisationId: string) => tx<Colleague[]>`
  select account_id, display_name, roles from policy.case_colleagues(${organisationId}) order by display_name`

/** Whoever manages cases at the agency and may take this one: a colleague with the roles of the part. */
async function requireColleague(
  tx: Tx,
  of: { organisationId: string; accountId: string },
  part: CasePart,
): Promise<void> {
  const colleague = (await selectColleagues(tx, of.organisationId)).find(
    ({ account_id }) => account_id === of.accountId,
  )
  if (!colleague) throw new Refused('notFound')
  const refusal = partRule(part, colleague.roles)
  if (refusal) throw new Refused(refusal)
}

// Two changes of one team wait for one another, so that two managers cannot leave at once.
const holdTeam = (tx: Tx, province: string, caseId: string) =>
  tx`select id from case_file where province = ${province} and id = ${caseId} for no key update`

interface Member {
  id: string
  accountId: string
  part: CasePart
}
const selectTeam = (tx: Tx, province: string, caseId: string) => tx<Member[]>`
  select id, account_id as "accountId", part from case_member
  where province = ${province} and case_id = ${caseId} and until is null`

const endPart = (tx: Tx, province: string, { id }: Member) =>
  tx`update case_member set until = now() where province = ${province} and id = ${id}`

/** Where she sleeps, somebody of the shelter stays on the team: both are told when the stay nears its end. */
async function requireShelter({ tx, province }: Place, caseId: string, leaving: Member): Promise<void> {
  if (leaving.part !== 'shelter') return
  const others = (await selectTeam(tx, province, caseId)).filter(({ id }) => id !== leaving.id)
  const stays = foldStays(await selectEntries(tx, province, caseId, stayKinds))
  const refusal = shelterLeavesRule(
    stays,
    others.map(({ part }) => part),
  )
  if (refusal) throw new Refused(refusal)
}

type Place = Pick<CommandContext, 'tx' | 'actor' | 'province'>

/** Puts a colleague on the team; whoever is there already changes her part. */
async function place(
  { tx, actor, province }: Place,
  of: { organisationId: string; caseId: string; accountId: string },
  part: CasePart,
): Promise<void> {
  await requireColleague(tx, of, part)
  const there = (await selectTeam(tx, province, of.caseId)).find(
    ({ accountId }) => accountId === of.accountId,
  )
  if (there) await endPart(tx, province, there)
  await joinTeam(tx, actor, province, of.caseId, of.accountId, part)
}

export const addMember = command(caseAddMember, async (args, context) => {
  const { tx, province, audit } = context
  await requireManager(context, args.caseId)
  await holdTeam(tx, province, args.caseId)
  const there = (await selectTeam(tx, province, args.caseId)).find(
    ({ accountId }) => accountId === args.accountId,
  )
  // A case has one manager; she hands it on by leaving.
  const refusal =
    args.part === 'manager'
      ? leaveRule({ part: 'manager', accountId: args.accountId }, null)
      : there && leaveRule(there, null)
  if (refusal) throw new Refused(refusal)
  if (there && args.part !== 'shelter') await requireShelter(context, args.caseId, there)
  await place(context, args, args.part)
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['team'] })
  return { done: true as const }
})

export const endMember = command(caseEndMember, async (args, context) => {
  const { tx, province, audit } = context
  await requireManager(context, args.caseId)
  await holdTeam(tx, province, args.caseId)
  const leaving = (await selectTeam(tx, province, args.caseId)).find(({ id }) => id === args.memberId)
  if (!leaving) throw new Refused('notFound')
  const refusal = leaveRule(leaving, args.successorId)
  if (refusal) throw new Refused(refusal)
  await requireShelter(context, args.caseId, leaving)
  if (leaving.part === 'manager' && args.successorId !== null)
    await place(context, { ...args, accountId: args.successorId }, 'manager')
  await endPart(tx, province, leaving)
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['team'] })
  return { done: true as const }
})

export const setExclusion = command(caseSetExclusion, async (args, context) => {
  const { tx, actor, province, audit } = context
  const { caseId, accountId } = args
  await requireManager(context, caseId)
  await holdTeam(tx, province, caseId)
  const there = (await selectTeam(tx, province, caseId)).find((each) => each.accountId === accountId)
  const id = randomUUID()
  const refusal = there && leaveRule(there, args.successorId)
  if (refusal) throw new Refused(refusal)
  if (there?.part === 'manager' && args.successorId !== null)
    await place(context, { ...args, accountId: args.successorId }, 'manager')
  // In one statement: she who keeps herself out may write neither after the other.
  await tx`
    with gone as (update case_member set until = now()
      where province = ${province} and id = ${there?.id ?? null} returning id)
    insert into case_exclusion (province, id, case_id, account_id, ground, set_by)
    values (${province}, ${id}, ${caseId}, ${accountId}, ${args.ground}, ${actor.id})`
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['exclusion'], reason: args.ground })
  return { id }
})

export const liftExclusion = command(caseLiftExclusion, async (args, context) => {
  const { tx, actor, province, audit } = context
  await requireManager(context, args.caseId)
  const [lifted] = await tx`
    update case_exclusion set lifted_at = now(), lifted_by = ${actor.id}
    where province = ${province} and case_id = ${args.caseId} and id = ${args.exclusionId} and lifted_at is null
    returning id`
  if (!lifted) throw new Refused('notFound')
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['exclusion'] })
  return { done: true as const }
})

interface ExclusionRow {
  id: string
  accountId: string
  ground: CaseExclusionGround
  setAt: Date
}

export const showTeam = read(caseTeamRead, async ({ params }, { tx, province }) => {
  const { organisationId, caseId } = params
  const colleagues = await selectColleagues(tx, organisationId)
  const exclusions = await tx<ExclusionRow[]>`
    select id, account_id as "accountId", ground, set_at as "setAt" from case_exclusion
    where province = ${province} and case_id = ${caseId} and lifted_at is null order by set_at`
  const nameOf = new Map(colleagues.map((each) => [each.account_id, each.display_name]))
  return {
    colleagues: colleagues.map(({ account_id, display_name, roles }) => ({
      accountId: account_id,
      displayName: display_name,
      parts: partsOf(roles),
    })),
    exclusions: exclusions.map((each) => ({
      ...each,
      setAt: each.setAt.toISOString(),
      displayName: nameOf.get(each.accountId) ?? '',
    })),
  }
})

import { randomUUID } from 'node:crypto'
import type { BodyOf, EntryKind } from '@ke-vai/contract/case/entry.ts'
import {
  companionAnswer,
  companionAssign,
  companionFinishTask,
  companionLeave,
  companionNoteVisit,
  companionOpen,
} from '@ke-vai/contract/companion/club.ts'
import { type CompanionTaskKind, clubEnds } from '@ke-vai/contract/companion/codes.ts'
import {
  companionAnswered,
  companionLeft,
  companionTaskFinished,
  companionVisited,
} from '@ke-vai/contract/companion/companion.ts'
import {
  companionDayRule,
  companionMoveRule,
  companionNotNow,
  declineNeeded,
  memberNeeded,
} from '@ke-vai/contract/companion/state.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { shared } from '@ke-vai/contract/referral/shared.ts'
import { z } from 'zod'
import { entryBound } from '../case/write-entry.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { requireBudget } from '../register/reading-budget.ts'
import { type CompanionRow, holdOfClub, parcelBound, reachBound, taskBound } from './find-companion.ts'

/** Writes what the club did into the case, for its team; called while the club still reaches the companion. */
async function tellTeam<E extends EntryKind>(
  { tx, vault }: CommandContext,
  row: CompanionRow,
  [kind, given, words]: readonly [E, Omit<BodyOf<E>, 'companionId'>, string],
): Promise<void> {
  const id = randomUUID()
  const body = kind.body.parse({ ...given, companionId: row.id })
  const [sealed] =
    words === ''
      ? [null]
      : await vault.seal({ case: row.caseId }, [{ bound: entryBound(id, kind.tier), value: { words } }])
  await tx`
    select policy.write_companion_entry(${row.id}, ${id}, ${kind.kind}, ${JSON.stringify(body)}::text::jsonb, ${sealed ?? null})`
}

async function requireMember({ tx, province }: CommandContext, clubId: string, memberId: string | null) {
  const [member] = memberId
    ? await tx`
        select id from member where province = ${province} and club_id = ${clubId} and id = ${memberId} and left_on is null`
    : []
  if (!member) throw new Refused(memberNeeded)
}

const lineOf = (row: CompanionRow, ...fields: string[]) => ({
  subjectKind: 'companion',
  subjectId: row.id,
  fields: ['companion', ...fields],
})

export const answerTeam = command(companionAnswer, async (args, context) => {
  const { tx, province, audit } = context
  const row = await holdOfClub(tx, province, args)
  const to = args.accept ? 'accepted' : 'declined'
  const refusal = companionMoveRule(row.state, to, 'club')
  if (refusal) throw new Refused(refusal)
  if (args.accept) await requireMember(context, args.clubId, args.memberId)
  else if (args.reason === null) throw new Refused(declineNeeded)
  const reason = args.accept ? null : args.reason
  await tellTeam(context, row, [companionAnswered, { accepted: args.accept, reason }, ''])
  await tx`
    update companion set state = ${to}, answered_at = now(), decline_reason = ${reason},
      member_id = ${args.accept ? args.memberId : null}
    where province = ${province} and id = ${row.id}`
  await audit(lineOf(row, to))
  return { done: true as const }
})

export const assignMember = command(companionAssign, async (args, context) => {
  const { tx, province, audit } = context
  const row = await holdOfClub(tx, province, args)
  if (row.state !== 'accepted') throw new Refused(companionNotNow)
  await requireMember(context, args.clubId, args.memberId)
  await tx`update companion set member_id = ${args.memberId} where province = ${province} and id = ${row.id}`
  await audit(lineOf(row, 'member'))
  return { done: true as const }
})

export const finishTask = command(companionFinishTask, async (args, context) => {
  const { tx, province, audit } = context
  const { onDay, outcome, taskId } = args
  const row = await holdOfClub(tx, province, args)
  if (row.state !== 'accepted') throw new Refused(companionNotNow)
  const [task] = await tx<{ kind: CompanionTaskKind }[]>`
    select kind from companion_task
    where province = ${province} and companion_id = ${row.id} and id = ${taskId} and done_on is null for no key update`
  if (!task) throw new Refused('notFound')
  const refusal = companionDayRule(onDay, today(), 'done')
  if (refusal) throw new Refused(refusal)
  await tx`update companion_task set done_on = ${onDay}, outcome = ${outcome}
    where province = ${province} and id = ${taskId}`
  await tellTeam(context, row, [
    companionTaskFinished,
    { taskId, kind: task.kind, onDay, outcome },
    args.words,
  ])
  await audit(lineOf(row, 'task', outcome))
  return { done: true as const }
})

export const noteVisit = command(companionNoteVisit, async (args, context) => {
  const { tx, province, audit } = context
  const { onDay, outcome } = args
  const row = await holdOfClub(tx, province, args)
  if (row.state !== 'accepted') throw new Refused(companionNotNow)
  const refusal = companionDayRule(onDay, today(), 'done')
  if (refusal) throw new Refused(refusal)
  await tellTeam(context, row, [companionVisited, { onDay, outcome }, args.words])
  // The visit that was planned has been made; one that is planned for later stays.
  const made = row.nextVisitOn !== null && row.nextVisitOn <= onDay && outcome !== 'not_met'
  await tx`
    update companion set last_visit_on = ${onDay}, last_outcome = ${outcome}
      ${made ? tx`, next_visit_on = null, next_visit_purpose = null` : tx``}
    where province = ${province} and id = ${row.id}`
  await audit(lineOf(row, 'visit', outcome))
  return { done: true as const }
})

export const leaveCompanion = command(companionLeave, async (args, context) => {
  const { tx, province, audit } = context
  const row = await holdOfClub(tx, province, args)
  if (!clubEnds.includes(args.reason)) throw new Refused('badShape')
  if (row.state !== 'accepted') throw new Refused(companionNotNow)
  await tellTeam(context, row, [companionLeft, { reason: args.reason }, ''])
  await tx`
    update companion set state = 'ended', ended_at = now(), ended_side = 'club', end_reason = ${args.reason},
      next_visit_on = null, next_visit_purpose = null
    where province = ${province} and id = ${row.id}`
  await audit(lineOf(row, args.reason))
  return { done: true as const }
})

/** Opens for the club exactly the fields that she agreed to, and the team's words to the open tasks. */
export const openCompanion = command(companionOpen, async (args, { tx, actor, province, vault, audit }) => {
  const row = await holdOfClub(tx, province, args)
  if (row.state !== 'accepted') throw new Refused(companionNotNow)
  await requireBudget(tx, actor, row.id)
  // The line comes before the opening: if it cannot be written, nothing is opened.
  await audit({ subjectKind: 'companion', subjectId: row.id, fields: row.fields })
  const tasks = await tx<{ id: string; sealed: Buffer }[]>`
    select id, sealed from companion_task
    where province = ${province} and companion_id = ${row.id} and done_on is null and sealed is not null order by due_on`
  const [parcel, ...rest] = await vault.open({ case: row.caseId }, [
    { bound: parcelBound(row.id), sealed: row.parcel },
    ...tasks.map(({ id, sealed }) => ({ bound: taskBound(id), sealed })),
    ...(row.reach ? [{ bound: reachBound(row.id), sealed: row.reach }] : []),
  ])
  const lines = shared.parse(parcel)
  const reach = row.reach ? z.string().parse(rest.at(-1)) : ''
  return {
    shared: row.fields.includes('reach') ? [...lines, { field: 'reach' as const, value: reach }] : lines,
    tasks: tasks.map(({ id }, at) => ({ id, words: z.string().parse(rest[at]) })),
  }
})

import { type CompanionEnd, type CompanionField, teamEnds } from '@ke-vai/contract/companion/codes.ts'
import {
  companionAddTask,
  companionEnd,
  companionEnded,
  companionPlanVisit,
  companionTaskAdded,
  visitPlanned,
} from '@ke-vai/contract/companion/companion.ts'
import {
  companionDayRule,
  companionMoveRule,
  companionNotNow,
  liveCompanions,
} from '@ke-vai/contract/companion/state.ts'
import { type ConsentFact, consentCovers, consentNeeded } from '@ke-vai/contract/consent/state.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { writeEntry } from '../case/write-entry.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { type CompanionRow, holdCompanion, taskBound } from './find-companion.ts'

/** What may be planned with it: it lives, and her consent stands. */
async function holdLive(context: CommandContext, args: { caseId: string; companionId: string }) {
  const { tx, province } = context
  const row = await holdCompanion(tx, province, args)
  if (!liveCompanions.includes(row.state)) throw new Refused(companionNotNow)
  const [found] = await tx<{ yes: boolean }[]>`select policy.consent_in_force(${row.consentId}) as yes`
  if (!found?.yes) throw new Refused(consentNeeded)
  return row
}

export const planVisit = command(companionPlanVisit, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, companionId, onDay, purpose } = args
  const row = await holdLive(context, args)
  const refusal = companionDayRule(onDay, today(), 'plan')
  if (refusal) throw new Refused(refusal)
  await tx`
    update companion set next_visit_on = ${onDay}, next_visit_purpose = ${purpose}
    where province = ${province} and id = ${row.id}`
  await writeEntry(context, visitPlanned, { caseId, body: { companionId, onDay, purpose } })
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['companion', 'visit'] })
  return { done: true as const }
})

export const addTask = command(companionAddTask, async (args, context) => {
  const { tx, actor, province, vault, audit } = context
  const { caseId, companionId, taskId, kind, dueOn } = args
  const row = await holdLive(context, args)
  const refusal = companionDayRule(dueOn, today(), 'plan')
  if (refusal) throw new Refused(refusal)
  const [sealed] =
    args.words === ''
      ? [null]
      : await vault.seal({ case: caseId }, [{ bound: taskBound(taskId), value: args.words }])
  await tx`
    insert into companion_task (province, id, companion_id, case_id, kind, due_on, sealed, added_by)
    values (${province}, ${taskId}, ${row.id}, ${caseId}, ${kind}, ${dueOn}, ${sealed ?? null}, ${actor.id})`
  await writeEntry(context, companionTaskAdded, { caseId, body: { companionId, taskId, kind, dueOn } })
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['companion', 'task'] })
  return { id: taskId }
})

async function end(context: CommandContext, row: CompanionRow, reason: CompanionEnd): Promise<void> {
  const { tx, province } = context
  const refusal = companionMoveRule(row.state, 'ended', 'team')
  if (refusal) throw new Refused(refusal)
  await tx`
    update companion set state = 'ended', ended_at = now(), ended_side = 'team', end_reason = ${reason},
      next_visit_on = null, next_visit_purpose = null
    where province = ${province} and id = ${row.id}`
  await writeEntry(context, companionEnded, { caseId: row.caseId, body: { companionId: row.id, reason } })
}

export const endCompanion = command(companionEnd, async (args, context) => {
  const { tx, province, audit } = context
  if (!teamEnds.includes(args.reason)) throw new Refused('badShape')
  await end(context, await holdCompanion(tx, province, args), args.reason)
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['companion', args.reason] })
  return { done: true as const }
})

/**
 * Ends whatever stands on a consent that she takes back, or all of a case that closes; the club finds its number and the
 * day, and nothing else.
 */
export async function endCompanionsOf(
  context: CommandContext,
  caseId: string,
  because: { consentId: string } | 'closed',
): Promise<void> {
  const { tx, province } = context
  const consentId = because === 'closed' ? null : because.consentId
  const standing = await tx<{ id: string }[]>`
    select id from companion where province = ${province} and case_id = ${caseId}
      and (${consentId}::uuid is null or consent_id = ${consentId}) and state = any (${[...liveCompanions]})`
  for (const { id } of standing) {
    const row = await holdCompanion(tx, province, { caseId, companionId: id })
    await end(context, row, because === 'closed' ? 'goals_met' : 'no_consent')
  }
}

/** What a new consent still covers goes on under it. */
export async function carryCompanions(
  { tx, province }: CommandContext,
  caseId: string,
  [replacedId, successor]: readonly [string, ConsentFact & { id: string }],
): Promise<void> {
  const standing = await tx<{ id: string; toOrganisationId: string; fields: CompanionField[] }[]>`
    select id, to_organisation_id as "toOrganisationId", fields from companion
    where province = ${province} and case_id = ${caseId} and consent_id = ${replacedId}
      and state = any (${[...liveCompanions]})`
  for (const each of standing)
    if (consentCovers(successor, { ...each, purpose: 'companion', directoryEntryId: null }, today()))
      await tx`update companion set consent_id = ${successor.id} where province = ${province} and id = ${each.id}`
}

import { legalMoveRule } from '@ke-vai/contract/case/state.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  evidenceAdded,
  verificationBodiesSet,
  verificationMoved,
  verificationStarted,
  willingnessSet,
} from '@ke-vai/contract/verification/entries.ts'
import {
  foldVerification,
  instantRule,
  verificationMoveRule,
  verificationStartRule,
} from '@ke-vai/contract/verification/state.ts'
import {
  evidenceAdd,
  verificationMove,
  verificationSetBodies,
  verificationStart,
  willingnessRecord,
} from '@ke-vai/contract/verification/verification.ts'
import { startDeadline } from '../case/deadline.ts'
import { selectEntries } from '../case/entries.ts'
import { holdCase, moveLegalStatus } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { selectNumber } from '../platform/parameter.ts'
import { Refused } from '../platform/refused.ts'
import { requireBodies } from './bodies.ts'

const kinds = [verificationStarted.kind, verificationBodiesSet.kind, verificationMoved.kind]
type Context = Pick<CommandContext, 'tx' | 'province'>

const selectVerification = async ({ tx, province }: Context, caseId: string) =>
  foldVerification(await selectEntries(tx, province, caseId, kinds))

interface Clock {
  organisationId: string
  caseId: string
  aboutId: string
  kind: 'notify_health' | 'initial_verification' | 'identification'
  parameter: string
  at: string
}

/** Starts a clock of the law, with the number that is valid on the day of the event; without one it has no end. */
async function startClock({ tx, province }: Context, { at, parameter, ...clock }: Clock): Promise<void> {
  const number = await selectNumber(tx, parameter, today(new Date(at)))
  const hours = clock.kind === 'notify_health' ? number : number === null ? null : number * 24
  const startedAt = new Date(at)
  const dueAt = hours === null ? null : new Date(startedAt.getTime() + hours * 3_600_000)
  await startDeadline(tx, province, { ...clock, startedAt, dueAt, parameter })
}

/** Ends a clock of the law at the instant at which the step was taken, which may be before it was written down. */
async function meetClock(
  { tx, province }: Context,
  verificationId: string,
  kind: Clock['kind'],
  at: string,
): Promise<void> {
  await tx`
    update case_deadline set met_at = ${at}::timestamptz
    where province = ${province} and about_id = ${verificationId} and kind = ${kind}
      and met_at is null and dropped_at is null`
}

export const startVerification = command(verificationStart, async (args, context) => {
  const { tx, province, audit } = context
  const { organisationId, caseId, verificationId, at, leadOrganisationId, jointOrganisationIds } = args
  const now = await holdCase(context, caseId)
  const refusal =
    verificationStartRule(await selectVerification(context, caseId)) ?? instantRule(at, null, new Date())
  if (refusal) throw new Refused(refusal)
  await requireBodies(tx, province, leadOrganisationId, jointOrganisationIds)
  const { by, route } = args
  await writeEntry(context, verificationStarted, {
    caseId,
    id: verificationId,
    body: { verificationId, by, route, at, leadOrganisationId, jointOrganisationIds },
  })
  await tx`
    insert into verification (province, id, case_id, organisation_id, lead_organisation_id, case_code, started_at)
    select province, ${verificationId}, id, organisation_id, ${leadOrganisationId}, code, ${at}::timestamptz
    from case_file where province = ${province} and id = ${caseId}`
  await startClock(context, {
    organisationId,
    caseId,
    aboutId: verificationId,
    kind: 'notify_health',
    parameter: 'verification_notify_health_hours',
    at,
  })
  // Whoever has a decision already keeps what it says while more is verified.
  if (legalMoveRule(now.legalStatus, 'in_identification', false) === null)
    await moveLegalStatus(context, caseId, 'in_identification', null)
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['verification'] })
  return { id: verificationId }
})

export const setBodies = command(verificationSetBodies, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, leadOrganisationId, jointOrganisationIds } = args
  await holdCase(context, caseId)
  const now = await selectVerification(context, caseId)
  if (!now || now.state === 'closed') throw new Refused('notFound')
  await requireBodies(tx, province, leadOrganisationId, jointOrganisationIds)
  await writeEntry(context, verificationBodiesSet, {
    caseId,
    body: { leadOrganisationId, jointOrganisationIds },
  })
  await tx`update verification set lead_organisation_id = ${leadOrganisationId}
    where province = ${province} and id = ${now.id}`
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['verification'] })
  return { done: true as const }
})

export const moveVerification = command(verificationMove, async (args, context) => {
  const { tx, province, audit } = context
  const { organisationId, caseId, to, at, conclusion, words } = args
  await holdCase(context, caseId)
  const now = await selectVerification(context, caseId)
  const refusal =
    verificationMoveRule(now, to, conclusion) ??
    instantRule(at, now?.notifiedAt ?? now?.startedAt ?? null, new Date())
  if (refusal || !now) throw new Refused(refusal ?? 'notFound')
  await writeEntry(context, verificationMoved, { caseId, body: { to, at, conclusion }, words: { words } })
  await tx`
    update verification set state = ${to}
      ${to === 'health_notified' ? tx`, notified_at = ${at}::timestamptz` : tx``}
      ${to === 'closed' ? tx`, closed_at = now()` : tx``}
    where province = ${province} and id = ${now.id}`
  const clock = { organisationId, caseId, aboutId: now.id, at }
  if (to === 'health_notified') {
    await meetClock(context, now.id, 'notify_health', at)
    await startClock(context, {
      ...clock,
      kind: 'initial_verification',
      parameter: 'verification_initial_days',
    })
  }
  if (to === 'verifying') {
    await meetClock(context, now.id, 'initial_verification', at)
    await startClock(context, { ...clock, kind: 'identification', parameter: 'verification_decision_days' })
  }
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['verification'] })
  return { done: true as const }
})

export const addEvidence = command(evidenceAdd, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, evidenceId, evidence, onDay, fromOrganisationId, findings, supersedes } = args
  if (onDay > today()) throw new Refused('badShape')
  if (supersedes !== null) {
    const [corrected] =
      await tx`select id from case_entry where province = ${province} and case_id = ${caseId}
      and id = ${supersedes} and kind = ${evidenceAdded.kind}`
    if (!corrected) throw new Refused('notFound')
  }
  await writeEntry(context, evidenceAdded, {
    caseId,
    id: evidenceId,
    body: { evidence, onDay, fromOrganisationId },
    words: { findings },
    supersedes,
  })
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['evidence'] })
  return { id: evidenceId }
})

export const recordWillingness = command(willingnessRecord, async ({ caseId, police }, context) => {
  await writeEntry(context, willingnessSet, { caseId, body: { police } })
  await context.audit({ subjectKind: 'case', subjectId: caseId, fields: ['willingness'] })
  return { done: true as const }
})

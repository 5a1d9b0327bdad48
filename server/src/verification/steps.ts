import { today } from '@ke-vai/contract/date/date.ts'
import {
  evidenceAdded,
  verificationBodiesSet,
  verificationMoved,
  willingnessSet,
} from '@ke-vai/contract/verification/entries.ts'
import {
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
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { openVerification, selectVerification } from './begin.ts'
import { requireBodies } from './bodies.ts'
import { meetLawClock, startLawClock } from './law-clock.ts'

export const startVerification = command(verificationStart, async (args, context) => {
  const { tx, province, audit } = context
  const { organisationId, caseId, verificationId, at, leadOrganisationId, jointOrganisationIds } = args
  await holdCase(context, caseId)
  const refusal =
    verificationStartRule(await selectVerification(context, caseId)) ?? instantRule(at, null, new Date())
  if (refusal) throw new Refused(refusal)
  await requireBodies(tx, province, leadOrganisationId, jointOrganisationIds)
  await openVerification(context, args)
  await startLawClock(context, { organisationId, caseId, aboutId: verificationId, kind: 'notify_health', at })
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
    await meetLawClock(context, now.id, 'notify_health', at)
    await startLawClock(context, { ...clock, kind: 'initial_verification' })
  }
  if (to === 'verifying') {
    await meetLawClock(context, now.id, 'initial_verification', at)
    await startLawClock(context, { ...clock, kind: 'identification' })
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

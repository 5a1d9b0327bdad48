import { randomUUID } from 'node:crypto'
import { legalMoveRule } from '@ke-vai/contract/case/state.ts'
import {
  verificationBodiesSet,
  verificationMoved,
  verificationStarted,
} from '@ke-vai/contract/verification/entries.ts'
import { foldVerification, type VerificationNow } from '@ke-vai/contract/verification/state.ts'
import type { verificationStart } from '@ke-vai/contract/verification/verification.ts'
import type { z } from 'zod'
import { selectEntries } from '../case/entries.ts'
import { holdCase, moveLegalStatus } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import type { CommandContext } from '../platform/commands.ts'
import { startLawClock } from './law-clock.ts'

const kinds = [verificationStarted.kind, verificationBodiesSet.kind, verificationMoved.kind]

/** Where the verification of a case stands, by its entries; null when none was begun. */
export const selectVerification = async (
  { tx, province }: Pick<CommandContext, 'tx' | 'province'>,
  caseId: string,
): Promise<VerificationNow | null> => foldVerification(await selectEntries(tx, province, caseId, kinds))

type Context = Pick<CommandContext, 'tx' | 'actor' | 'province' | 'deviceTime' | 'vault'>

/** Writes that a verification began, for its team and for the body that leads it. The caller has looked at the rule. */
export async function openVerification(
  context: Context,
  args: z.infer<(typeof verificationStart)['args']>,
): Promise<void> {
  const { tx, province } = context
  const { caseId, verificationId, by, route, at, leadOrganisationId, jointOrganisationIds } = args
  const { legalStatus } = await holdCase(context, caseId)
  await writeEntry(context, verificationStarted, {
    caseId,
    id: verificationId,
    body: { verificationId, by, route, at, leadOrganisationId, jointOrganisationIds },
  })
  await tx`
    insert into verification (province, id, case_id, organisation_id, lead_organisation_id, case_code, started_at)
    select province, ${verificationId}, id, organisation_id, ${leadOrganisationId}, code, ${at}::timestamptz
    from case_file where province = ${province} and id = ${caseId}`
  // Whoever has a decision already keeps what it says while more is verified.
  if (legalMoveRule(legalStatus, 'in_identification', false) === null)
    await moveLegalStatus(context, caseId, 'in_identification', null)
}

interface Way {
  leftAt: Date
  /** When she was handed over; the earlier time where the club has not written that one down. */
  handedOverAt: Date
  toldAt: Date
  leadId: string
}

/**
 * Whoever takes the case of somebody a club brought to the commune begins her verification with it: she reported when she
 * left for the commune, and the health body was told by the same press. Its days count from the hand-over as the club
 * wrote it down, not from the taking.
 * @returns whether it began: not where she came another way, or the province has no health body on the system
 */
export async function beginFromEscort(
  context: Context,
  { organisationId, caseId }: { organisationId: string; caseId: string },
): Promise<boolean> {
  const { tx, province } = context
  const [way] = await tx<Way[]>`
    select escort.left_at as "leftAt", coalesce(escort.received_at, escort.arrived_at, escort.left_at) as "handedOverAt",
      greatest(health_notice.told_at, escort.left_at) as "toldAt", health_notice.organisation_id as "leadId"
    from escort join health_notice
      on health_notice.province = escort.province and health_notice.case_id = escort.case_id
    where escort.province = ${province} and escort.case_id = ${caseId}
      and not exists (select from verification where verification.province = escort.province
        and verification.case_id = escort.case_id)
    order by health_notice.told_at, health_notice.id limit 1`
  if (!way) return false
  const verificationId = randomUUID()
  await openVerification(context, {
    organisationId,
    caseId,
    verificationId,
    by: 'reception',
    route: 'reported',
    at: way.leftAt.toISOString(),
    leadOrganisationId: way.leadId,
    jointOrganisationIds: [],
  })
  // Its clock «at once» began, and was met, with the press.
  await writeEntry(context, verificationMoved, {
    caseId,
    body: { to: 'health_notified', at: way.toldAt.toISOString(), conclusion: null },
  })
  await tx`
    update verification set state = 'health_notified', notified_at = ${way.toldAt}
    where province = ${province} and id = ${verificationId}`
  await startLawClock(context, {
    organisationId,
    caseId,
    aboutId: verificationId,
    kind: 'initial_verification',
    at: way.handedOverAt.toISOString(),
  })
  return true
}

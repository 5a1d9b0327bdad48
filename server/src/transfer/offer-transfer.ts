import { randomUUID } from 'node:crypto'
import { consentNeeded } from '@ke-vai/contract/consent/state.ts'
import {
  type TransferState,
  transferMoved,
  transferMoveRule,
  transferOffer,
  transferTakeBack,
} from '@ke-vai/contract/transfer/transfer.ts'
import { endDeadlines, startDeadline } from '../case/deadline.ts'
import { holdCase, moveCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { findConsent } from '../consent/in-force.ts'
import { caseOwner } from '../consent/owner.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound } from '../platform/vault.ts'
import { answerDue } from '../referral/answer-due.ts'
import { gatherShared } from '../referral/gather-shared.ts'

/** What goes along is bound to the transfer; the vault asks the database who may open it. */
export const parcelBound = (transferId: string): Bound => ({
  table: 'transfer',
  row: transferId,
  field: 'parcel',
  version: 1,
})

export const offerTransfer = command(transferOffer, async (args, context) => {
  const { tx, actor, province, vault, audit } = context
  const { caseId, transferId, organisationId, toOrganisationId } = args
  const fields = [...new Set(args.fields)]
  const now = await holdCase(context, caseId)
  const sharing = { purpose: 'share_transfer' as const, toOrganisationId, directoryEntryId: null, fields }
  const consentId = await findConsent(tx, province, caseOwner(args), sharing)
  if (consentId === null) throw new Refused(consentNeeded)
  await audit({ subjectKind: 'case', subjectId: caseId, fields })
  const parcel = await gatherShared(context, caseId, fields, args)
  const [sealed] = await vault.seal({ case: caseId }, [{ bound: parcelBound(transferId), value: parcel }])
  await moveCase(context, caseId, 'transfer_offered', '')
  const dueAt = await answerDue(context, 'transfer_answer_days')
  await tx`
    insert into transfer (province, id, case_id, organisation_id, to_organisation_id, reason, state_before, consent_id,
      fields, parcel, escort, offered_by, answer_due_at)
    values (${province}, ${transferId}, ${caseId}, ${organisationId}, ${toOrganisationId}, ${args.reason}, ${now.state},
      ${consentId}, ${fields}, ${sealed ?? null}, ${args.escort}, ${actor.id}, ${dueAt})`
  await writeEntry(context, transferMoved, {
    caseId,
    body: { transferId, to: 'offered', reason: args.reason },
    words: { need: args.need },
  })
  await startDeadline(tx, province, {
    caseId,
    organisationId,
    kind: 'transfer_answer',
    aboutId: transferId,
    startedAt: new Date(),
    dueAt,
    parameter: 'transfer_answer_days',
  })
  return { id: transferId }
})

/** Nobody took her over, and nobody shall: she stays where she was. */
async function takeBack(context: CommandContext, caseId: string, transferId: string): Promise<void> {
  const { tx, province } = context
  const [row] = await tx<
    { state: TransferState; toOrganisationId: string; organisationId: string; day: string }[]
  >`
    select state, to_organisation_id as "toOrganisationId", organisation_id as "organisationId",
      (offered_at at time zone 'Asia/Ho_Chi_Minh')::date as day
    from transfer where province = ${province} and case_id = ${caseId} and id = ${transferId} for no key update`
  if (!row) throw new Refused('notFound')
  const refusal = transferMoveRule(row.state, 'taken_back', 'from')
  if (refusal) throw new Refused(refusal)
  const { before } = await holdCase(context, caseId)
  await moveCase(context, caseId, before, '')
  await tx`update transfer set state = 'taken_back', answered_at = now() where province = ${province} and id = ${transferId}`
  await writeEntry(context, transferMoved, { caseId, body: { transferId, to: 'taken_back', reason: null } })
  await endDeadlines(tx, province, { caseId, kind: 'transfer_answer', aboutId: transferId }, 'dropped')
  for (const place of [row.organisationId, row.toOrganisationId])
    await tx`insert into sharing_notice (province, id, organisation_id, about_id, kind, sent_on)
      values (${province}, ${randomUUID()}, ${place}, ${transferId}, 'sharing_ended', ${row.day})`
}

export const takeBackTransfer = command(transferTakeBack, async (args, context) => {
  await takeBack(context, args.caseId, args.transferId)
  await context.audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['transfer'] })
  return { done: true as const }
})

/** The transfers that are offered and unanswered: a case does not close over one. */
export async function selectOpenTransfers(tx: Tx, province: string, caseId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from transfer where province = ${province} and case_id = ${caseId} and state = 'offered'`
  return rows.map(({ id }) => id)
}

/** Takes back what was offered on a consent that she takes back. */
export async function takeBackTransfersOf(
  context: CommandContext,
  caseId: string,
  consentId: string,
): Promise<void> {
  const rows = await context.tx<{ id: string }[]>`
    select id from transfer where province = ${context.province} and case_id = ${caseId} and consent_id = ${consentId}
      and state = 'offered'`
  for (const { id } of rows) await takeBack(context, caseId, id)
}

import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import {
  type Escort,
  type TransferReason,
  type TransferState,
  transferInbox,
  transferListOfCase,
} from '@ke-vai/contract/transfer/transfer.ts'
import type { Tx } from '../platform/database.ts'
import { withinCaseReach } from '../platform/guard.ts'
import { read } from '../platform/reads.ts'
import { arrivalDue } from './arrival-due.ts'
import { withinReceived } from './receive-transfer.ts'

interface Row {
  id: string
  state: TransferState
  reason: TransferReason
  fields: SharedField[]
  escort: Escort
  offeredAt: Date
  answerDueAt: Date | null
  answeredAt: Date | null
  arrivedOn: string | null
}

const columns = (tx: Tx) => tx`
  id, state, reason, fields, escort, offered_at as "offeredAt", answer_due_at as "answerDueAt",
  answered_at as "answeredAt", arrived_on as "arrivedOn"`

const nameOf = (tx: Tx, column: 'transfer.to_organisation_id' | 'transfer.organisation_id') => tx`
  (select name from organisation_name where organisation_name.organisation_id = ${tx(column)}
    order by valid_to is null desc, valid_from desc limit 1)`

/** Rows as they are shown; whoever was accepted and is not there yet is waited for by both sides on one clock. */
async function shown<R extends Row>(tx: Tx, rows: readonly R[]) {
  const lines = []
  for (const row of rows) {
    const waits = row.state === 'accepted' && row.answeredAt !== null
    const dueAt = waits && row.answeredAt ? await arrivalDue(tx, row.answeredAt) : null
    lines.push({
      ...row,
      offeredAt: row.offeredAt.toISOString(),
      answerDueAt: row.answerDueAt?.toISOString() ?? null,
      answeredAt: row.answeredAt?.toISOString() ?? null,
      arrivalDueAt: dueAt?.toISOString() ?? null,
    })
  }
  return lines
}

export const listTransfersOfCase = read(transferListOfCase, async ({ params }, { tx, province }) => {
  const rows = await tx<(Row & { to: string; declineReason: string | null })[]>`
    select ${columns(tx)}, ${nameOf(tx, 'transfer.to_organisation_id')} as "to", decline_reason as "declineReason"
    from transfer where province = ${province} and case_id = ${params.caseId} order by offered_at desc`
  return { transfers: await shown(tx, rows) }
})

export const showTransferInbox = read(transferInbox, async ({ params }, { tx, province }) => {
  const rows = await tx<(Row & { from: string; newCaseId: string | null })[]>`
    select ${columns(tx)}, ${nameOf(tx, 'transfer.organisation_id')} as "from", new_case_id as "newCaseId"
    from transfer where to_organisation_id = ${params.organisationId} and state in ('offered', 'accepted') and ${withinReceived(tx)}
    order by answer_due_at nulls last, offered_at limit 200`
  const sent = await tx<(Row & { to: string; caseId: string; code: string })[]>`
    select ${columns(tx)}, ${nameOf(tx, 'transfer.to_organisation_id')} as "to", case_id as "caseId",
      (select code from case_file where case_file.province = transfer.province and case_file.id = transfer.case_id) as code
    from transfer where province = ${province} and organisation_id = ${params.organisationId}
      and state in ('offered', 'accepted') and case_id in (select case_file.id from case_file
        where case_file.province = ${province} and ${withinCaseReach(tx, 'assigned')})
    order by state, offered_at limit 200`
  return { transfers: await shown(tx, rows), sent: await shown(tx, sent) }
})

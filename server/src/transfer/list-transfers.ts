import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import {
  type Escort,
  type TransferReason,
  type TransferState,
  transferInbox,
  transferListOfCase,
} from '@ke-vai/contract/transfer/transfer.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { withinReceived } from './receive-transfer.ts'

interface Row {
  id: string
  state: TransferState
  reason: TransferReason
  fields: SharedField[]
  escort: Escort
  offeredAt: Date
  answerDueAt: Date | null
  arrivedOn: string | null
}

const columns = (tx: Tx) => tx`
  id, state, reason, fields, escort, offered_at as "offeredAt", answer_due_at as "answerDueAt", arrived_on as "arrivedOn"`

const nameOf = (tx: Tx, column: 'transfer.to_organisation_id' | 'transfer.organisation_id') => tx`
  (select name from organisation_name where organisation_name.organisation_id = ${tx(column)}
    order by valid_to is null desc, valid_from desc limit 1)`

const shown = <R extends Row>(row: R) => ({
  ...row,
  offeredAt: row.offeredAt.toISOString(),
  answerDueAt: row.answerDueAt?.toISOString() ?? null,
})

export const listTransfersOfCase = read(transferListOfCase, async ({ params }, { tx, province }) => {
  const rows = await tx<(Row & { to: string; declineReason: string | null })[]>`
    select ${columns(tx)}, ${nameOf(tx, 'transfer.to_organisation_id')} as "to", decline_reason as "declineReason"
    from transfer where province = ${province} and case_id = ${params.caseId} order by offered_at desc`
  return { transfers: rows.map(shown) }
})

export const showTransferInbox = read(transferInbox, async ({ params }, { tx }) => {
  const rows = await tx<(Row & { from: string; newCaseId: string | null })[]>`
    select ${columns(tx)}, ${nameOf(tx, 'transfer.organisation_id')} as "from", new_case_id as "newCaseId"
    from transfer where to_organisation_id = ${params.organisationId} and state in ('offered', 'accepted') and ${withinReceived(tx)}
    order by answer_due_at nulls last, offered_at limit 200`
  return { transfers: rows.map(shown) }
})

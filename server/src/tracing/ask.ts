import { refuse } from '@ke-vai/contract/refusal.ts'
import { tracingAsked } from '@ke-vai/contract/tracing/state.ts'
import {
  tracingAsk,
  tracingOpenAnswer,
  tracingPreview,
  tracingWithdraw,
} from '@ke-vai/contract/tracing/tracing.ts'
import { z } from 'zod'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound } from '../platform/vault.ts'
import { openChosenClues } from './chosen-clues.ts'

export const tracingBound = (requestId: string, field: 'sent' | 'answer'): Bound => ({
  table: 'tracing_request',
  row: requestId,
  field,
  version: 1,
})

/** The bodies that may be asked. */
export const askedKinds: readonly string[] = ['police', 'border_guard', 'health_department']

const notAsked = refuse(
  'body_not_asked',
  { vi: 'Nơi này không nhận câu hỏi tìm quê.', en: 'This body does not answer such questions.' },
  'toOrganisationId',
)

async function requireBody(tx: Tx, organisationId: string): Promise<void> {
  const [found] = await tx`
    select id from organisation where id = ${organisationId} and kind = any (${[...askedKinds]})`
  if (!found) throw new Refused(notAsked)
}

export const previewTracing = command(tracingPreview, async (args, context) => {
  await requireBody(context.tx, args.toOrganisationId)
  await context.audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['clues', 'identity'] })
  return { sent: await openChosenClues(context, args.caseId, args.clueIds) }
})

export const askTracing = command(tracingAsk, async (args, context) => {
  const { tx, actor, province, vault, audit } = context
  const { organisationId, caseId, requestId, toOrganisationId, clueIds } = args
  await requireBody(tx, toOrganisationId)
  await holdCase(context, caseId)
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['clues', 'identity'] })
  const sent = await openChosenClues(context, caseId, clueIds)
  const [sealed] = await vault.seal({ case: caseId }, [
    { bound: tracingBound(requestId, 'sent'), value: { sent } },
  ])
  await tx`
    insert into tracing_request (province, id, case_id, from_organisation_id, to_organisation_id, kinds, sent, sent_by)
    values (${province}, ${requestId}, ${caseId}, ${organisationId}, ${toOrganisationId},
      ${sent.map(({ kind }) => kind)}, ${sealed ?? null}, ${actor.id})`
  await writeEntry(context, tracingAsked, { caseId, body: { requestId, toOrganisationId, clueIds } })
  return { id: requestId }
})

export const withdrawTracing = command(tracingWithdraw, async (args, { tx, province, audit }) => {
  const [found] = await tx`
    update tracing_request set state = 'withdrawn'
    where province = ${province} and case_id = ${args.caseId} and id = ${args.requestId} and state = 'sent'
    returning id`
  if (!found) throw new Refused('notFound')
  await audit({ subjectKind: 'tracing_request', subjectId: args.requestId, fields: ['tracing'] })
  return { done: true as const }
})

export const openTracingAnswer = command(
  tracingOpenAnswer,
  async ({ caseId, requestId }, { tx, province, vault, audit }) => {
    const [row] = await tx<{ answer_sealed: Buffer | null }[]>`
      select answer_sealed from tracing_request
      where province = ${province} and case_id = ${caseId} and id = ${requestId}`
    if (!row?.answer_sealed) throw new Refused('notFound')
    await audit({ subjectKind: 'tracing_request', subjectId: requestId, fields: ['answer'] })
    const [opened] = await vault.open({ case: caseId }, [
      { bound: tracingBound(requestId, 'answer'), sealed: row.answer_sealed },
    ])
    return z.object({ words: z.string() }).parse(opened)
  },
)

import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import {
  cluesSent,
  tracingAnswer,
  tracingInbox,
  tracingOpen,
  tracingSent,
} from '@ke-vai/contract/tracing/tracing.ts'
import { z } from 'zod'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { askedKinds, tracingBound } from './ask.ts'

interface Addressed {
  case_id: string
  province: string
  sent: Buffer
  state: string
}

// What concerns somebody from whom the actor is kept is not there for her, whatever the rows' own lock says.
const notExcluded = (tx: Tx) => tx`case_id <> all ((select policy.excluded_cases())::uuid[])`

// A request is looked for by the body that it is addressed to: its province is that of the agency that asks.
async function addressedTo(tx: Tx, organisationId: string, requestId: string): Promise<Addressed> {
  const [row] = await tx<Addressed[]>`
    select case_id, province, sent, state from tracing_request
    where id = ${requestId} and to_organisation_id = ${organisationId} and state <> 'withdrawn' and ${notExcluded(tx)}`
  if (!row) throw new Refused('notFound')
  return row
}

export const openTracing = command(
  tracingOpen,
  async ({ organisationId, requestId }, { tx, vault, audit }) => {
    const row = await addressedTo(tx, organisationId, requestId)
    await audit({ subjectKind: 'tracing_request', subjectId: requestId, fields: ['clues'] })
    const [opened] = await vault.open({ case: row.case_id }, [
      { bound: tracingBound(requestId, 'sent'), sealed: row.sent },
    ])
    return z.object({ sent: cluesSent }).parse(opened)
  },
)

export const answerTracing = command(
  tracingAnswer,
  async ({ organisationId, requestId, answer, words }, { tx, actor, vault, audit }) => {
    const row = await addressedTo(tx, organisationId, requestId)
    if (row.state !== 'sent') throw new Refused('notFound')
    const [sealed] =
      words === ''
        ? [null]
        : await vault.seal({ case: row.case_id }, [
            { bound: tracingBound(requestId, 'answer'), value: { words } },
          ])
    await tx`
      update tracing_request set state = 'answered', answer = ${answer}, answer_sealed = ${sealed ?? null},
        answered_at = now(), answered_by = ${actor.id}
      where province = ${row.province} and id = ${requestId} and to_organisation_id = ${organisationId}`
    await audit({ subjectKind: 'tracing_request', subjectId: requestId, fields: ['answer'] })
    return { done: true as const }
  },
)

type Sent = ResponseOf<typeof tracingSent>['requests'][number]
type Row = Omit<Sent, 'sentAt' | 'answeredAt' | 'to'> & {
  sentAt: Date
  answeredAt: Date | null
  body: string
}

const facts = (tx: Tx) => tx`
  request.id, request.state, request.kinds, request.answer, request.sent_at as "sentAt",
  request.answered_at as "answeredAt", request.answer_sealed is not null as "hasWords"`
const nameOf = (tx: Tx, column: 'request.to_organisation_id' | 'request.from_organisation_id') => tx`
  (select name from organisation_name where organisation_id = ${tx(column)} order by valid_from desc limit 1)`
const days = (row: Row) => ({
  sentAt: row.sentAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
})

export const showSent = read(tracingSent, async ({ params }, { tx, province }) => {
  const [rows, bodies] = await Promise.all([
    tx<Row[]>`
      select ${facts(tx)}, ${nameOf(tx, 'request.to_organisation_id')} as body from tracing_request request
      where request.province = ${province} and request.case_id = ${params.caseId} order by request.sent_at desc`,
    tx<{ id: string; name: string; province: string }[]>`
      select organisation.id, organisation.province,
        (select name from organisation_name where organisation_id = organisation.id
          order by valid_from desc limit 1) as name
      from organisation where kind = any (${[...askedKinds]}) order by province, name`,
  ])
  const requests = rows.map(({ body, ...row }) => ({ ...row, ...days({ body, ...row }), to: body }))
  return { requests, bodies }
})

export const showInbox = read(tracingInbox, async ({ params }, { tx }) => {
  const rows = await tx<Row[]>`
    select ${facts(tx)}, ${nameOf(tx, 'request.from_organisation_id')} as body from tracing_request request
    where request.to_organisation_id = ${params.organisationId} and request.state <> 'withdrawn' and ${notExcluded(tx)}
    order by request.state = 'answered', request.sent_at desc limit 200`
  return {
    requests: rows.map(({ body, hasWords: _, ...row }) => ({
      ...row,
      ...days({ body, hasWords: false, ...row }),
      from: body,
    })),
  }
})

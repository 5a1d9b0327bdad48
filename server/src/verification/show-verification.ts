import { standing } from '@ke-vai/contract/case/entry.ts'
import {
  evidenceAdded,
  identificationDecided,
  verificationBodiesSet,
  verificationMoved,
  verificationStarted,
  willingnessSet,
} from '@ke-vai/contract/verification/entries.ts'
import { foldVerification, foldWillingness } from '@ke-vai/contract/verification/state.ts'
import { type ClockShown, verificationRead } from '@ke-vai/contract/verification/verification.ts'
import { selectEntries } from '../case/entries.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { selectBodies } from './bodies.ts'
import { type RequestRow, requestColumns, requestFacts } from './request-row.ts'

const kinds = [
  verificationStarted,
  verificationBodiesSet,
  verificationMoved,
  evidenceAdded,
  willingnessSet,
  identificationDecided,
].map(({ kind }) => kind)

type ClockRow = Omit<ClockShown, 'startedAt' | 'dueAt' | 'metAt'> & {
  startedAt: Date
  dueAt: Date | null
  metAt: Date | null
}

/** The clocks of verification, each with the source of its number: valid on the day on which the clock began. */
async function selectClocks(tx: Tx, province: string, caseId: string): Promise<ClockShown[]> {
  const rows = await tx<ClockRow[]>`
    select clock.id, clock.kind, clock.started_at as "startedAt", clock.due_at as "dueAt", clock.met_at as "metAt",
      clock.met_at is null and coalesce(clock.due_at < now(), false) as overdue,
      (select source from parameter where parameter.key = clock.parameter
        and valid_from <= (clock.started_at at time zone 'Asia/Ho_Chi_Minh')::date
        and (valid_to is null or valid_to >= (clock.started_at at time zone 'Asia/Ho_Chi_Minh')::date)
        order by valid_from desc limit 1) as source
    from case_deadline clock
    where clock.province = ${province} and clock.case_id = ${caseId} and clock.dropped_at is null
      and clock.kind in ('notify_health', 'initial_verification', 'identification', 'request_answer')
      and (clock.kind <> 'request_answer' or clock.met_at is not null or policy.answer_awaited(clock.about_id))
    order by clock.started_at, clock.kind`
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    metAt: row.metAt?.toISOString() ?? null,
  }))
}

export const showVerification = read(verificationRead, async ({ params }, { tx, province }) => {
  const { caseId } = params
  const [entries, clocks, requests, bodies] = await Promise.all([
    selectEntries(tx, province, caseId, kinds),
    selectClocks(tx, province, caseId),
    tx<(RequestRow & { toOrganisationId: string; hasWords: boolean })[]>`
      select ${requestColumns(tx)}, request.to_organisation_id as "toOrganisationId",
        request.answer_sealed is not null as "hasWords"
      from verification_request request
      where request.province = ${province} and request.case_id = ${caseId} order by request.sent_at desc limit 100`,
    selectBodies(tx, province),
  ])
  const now = new Date()
  const verification = foldVerification(entries)
  const decided = standing(entries, identificationDecided).at(-1)
  return {
    verification: verification && {
      ...verification,
      jointOrganisationIds: [...verification.jointOrganisationIds],
    },
    willingness: foldWillingness(entries),
    evidence: standing(entries, evidenceAdded).map(({ id, body }) => ({ id, ...body })),
    clocks,
    requests: requests.map((row) => ({
      ...requestFacts(row, now),
      toOrganisationId: row.toOrganisationId,
      openings: row.openings,
      hasWords: row.hasWords,
    })),
    decision: decided ? { id: decided.id, ...decided.body } : null,
    bodies,
  }
})

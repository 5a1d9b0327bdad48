import type { Triage } from '@ke-vai/contract/case/codes.ts'
import {
  agencyList,
  handoverList,
  type ReceptionLine,
  receptionList,
  receptionRead,
} from '@ke-vai/contract/case/group.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'

type Row = Omit<ReceptionLine, 'startedAt' | 'endedAt'> & { startedAt: Date; endedAt: Date | null }

const columns = (tx: Tx) => tx`
  reception.id, reception.kind, reception.channel, reception.handed_over_by as "handedOverBy", reception.gate,
  reception.on_day as "onDay", reception.languages, reception.in_danger as "inDanger", reception.expected,
  reception.started_at as "startedAt", reception.ended_at as "endedAt", told.codes, told.received`
// Counted by a function of the policies: whoever receives at the agency no longer reads a case that a team has taken.
const counted = (tx: Tx) => tx`
  cross join lateral (select count(*)::int as codes, count(code.received_at)::int as received
    from policy.reception_codes(reception.id) code) told`

const shown = (row: Row): ReceptionLine => ({
  ...row,
  startedAt: row.startedAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
})

export const listReceptions = read(receptionList, async ({ params, query }, { tx, province }) => {
  const rows = await tx<Row[]>`
    select ${columns(tx)} from (
      select * from reception where province = ${province} and organisation_id = ${params.organisationId}
      order by started_at desc limit ${query.limit}) reception ${counted(tx)} order by reception.started_at desc`
  return { receptions: rows.map(shown) }
})

interface CodeRow {
  id: string
  code: string
  receivedAt: Date | null
  waiting: boolean
  triage: Triage[]
  track: 'adult' | 'child'
}

export const showReception = read(receptionRead, async ({ params }, { tx, province }) => {
  const [row] = await tx<Row[]>`
    select ${columns(tx)} from reception ${counted(tx)}
    where province = ${province} and reception.id = ${params.receptionId} and organisation_id = ${params.organisationId}`
  if (!row) throw new Refused('notFound')
  const cases = await tx<CodeRow[]>`
    select case_id as id, code, received_at as "receivedAt", waiting, triage, track
    from policy.reception_codes(${params.receptionId}) order by code`
  return {
    ...shown(row),
    cases: cases.map((each) => ({ ...each, receivedAt: each.receivedAt?.toISOString() ?? null })),
  }
})

interface HandoverRow {
  id: string
  agency: string | null
  gate: ReceptionLine['gate']
  onDay: string | null
  startedAt: Date
}

export const listHandovers = read(handoverList, async ({ params, query }, { tx, province }) => {
  const rows = await tx<HandoverRow[]>`
    select id, (select name from organisation_name where organisation_name.organisation_id = reception.organisation_id
        order by valid_from desc limit 1) as agency, gate, on_day as "onDay", started_at as "startedAt"
    from reception where province = ${province} and handed_over_by_organisation_id = ${params.organisationId}
    order by started_at desc limit ${query.limit}`
  const codes = await tx<{ id: string; code: string; receivedAt: Date | null }[]>`
    select asked.id, told.code, told.received_at as "receivedAt"
    from unnest(${rows.map(({ id }) => id)}::uuid[]) as asked (id), policy.reception_codes(asked.id) told order by told.code`
  return {
    handovers: rows.map((row) => ({
      ...row,
      agency: row.agency ?? '',
      startedAt: row.startedAt.toISOString(),
      cases: codes
        .filter(({ id }) => id === row.id)
        .map(({ code, receivedAt }) => ({ code, receivedAt: receivedAt?.toISOString() ?? null })),
    })),
  }
})

/** The agencies of a province that receive people. */
export const selectAgencies = (tx: Tx, province: string) => tx<{ id: string; name: string }[]>`
  select organisation.id, coalesce((select name from organisation_name
      where organisation_name.organisation_id = organisation.id and valid_from <= ${today()}
      order by valid_from desc limit 1), '') as name
  from organisation where organisation.province = ${province} and organisation.kind = 'social_work_centre' order by name`

export const listAgencies = read(agencyList, async (_, { tx, province }) => ({
  agencies: await selectAgencies(tx, province),
}))

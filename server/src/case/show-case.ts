import { type CaseHeader, caseList, caseRead } from '@ke-vai/contract/case/case.ts'
import type { EntryShown } from '@ke-vai/contract/case/entry.ts'
import { zone } from '@ke-vai/contract/date/date.ts'
import type { Tx } from '../platform/database.ts'
import { withinCaseReach } from '../platform/guard.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'

/** A clock that still runs: the answer for which it runs may still come, because her consent to the asking stands. */
const awaited = (tx: Tx) => tx`
  (clock.kind not in ('request_answer', 'referral_answer') or policy.answer_awaited(clock.about_id))`

const headerColumns = (tx: Tx) => tx`
  case_file.id, case_file.code, case_file.state, case_file.stage, case_file.legal_status as "legalStatus",
  case_file.identified_on as "identifiedOn", case_file.track, case_file.channel, case_file.sex, case_file.age_band as "ageBand",
  case_file.language, case_file.needs_interpreter as "needsInterpreter", case_file.nationality,
  case_file.found_in as "foundIn", case_file.issues, case_file.triage, case_file.accompanies_id as "accompaniesId",
  case_file.opened_at as "openedAt", case_file.manager_id is null as waiting,
  (select jsonb_build_object('kind', clock.kind, 'dueAt', clock.due_at) from case_deadline clock
    where clock.province = case_file.province and clock.case_id = case_file.id and clock.met_at is null
      and clock.dropped_at is null and ${awaited(tx)} order by clock.due_at nulls last limit 1) as "nextDue"`

type Row = Omit<CaseHeader, 'openedAt'> & { openedAt: Date }
const shown = (row: Row): CaseHeader => ({ ...row, openedAt: row.openedAt.toISOString() })

export const listCases = read(caseList, async ({ params, query }, { tx, province, reach, cursors }) => {
  const after = cursors.open(query.after)
  // Who waits is shown to those who may take; the rest is one's own teams', whatever the role reaches.
  const within =
    query.which === 'waiting' ? tx`case_file.manager_id is null` : withinCaseReach(tx, 'assigned')
  const rows = await tx<Row[]>`
    select ${headerColumns(tx)} from case_file
    where province = ${province} and organisation_id = ${params.organisationId} and ${within} and ${withinCaseReach(tx, reach)}
      ${query.state ? tx`and state = ${query.state}` : tx``}
      ${after ? tx`and code < ${after}` : tx``}
    order by code desc limit ${query.limit + 1}`
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return { cases: page.map(shown), next: last ? cursors.seal(last.code) : null }
})

type EntryRow = Omit<EntryShown, 'recordedAt'> & { recordedAt: Date }
interface NameRow {
  account_id: string
  display_name: string
}
interface ClockRow {
  id: string
  kind: string
  startedAt: Date
  dueAt: Date | null
  metAt: Date | null
  withoutHolidays: boolean
}
interface TeamRow {
  id: string
  accountId: string
  part: 'manager' | 'member' | 'psychologist' | 'supervisor' | 'shelter'
}

export const showCase = read(caseRead, async ({ params }, { tx, province }) => {
  const { caseId } = params
  const [[row], team, entries, clocks, names] = await Promise.all([
    tx<Row[]>`select ${headerColumns(tx)} from case_file where province = ${province} and id = ${caseId}`,
    tx<TeamRow[]>`
      select id, account_id as "accountId", part from case_member
      where province = ${province} and case_id = ${caseId} and until is null order by since`,
    tx<EntryRow[]>`
      select id, seq, kind, tier, body, sealed is not null as "hasWords", supersedes, on_day as "onDay",
        recorded_at as "recordedAt", recorded_by as "recordedBy"
      from case_entry where province = ${province} and case_id = ${caseId} order by seq desc`,
    tx<ClockRow[]>`
      select id, kind, started_at as "startedAt", due_at as "dueAt", met_at as "metAt",
        due_at is not null and right(parameter, 13) = '_working_days' and not exists (select from parameter days
          where days.key = 'public_holidays' and jsonb_typeof(days.value) = 'array' and days.value <> '[]'
            and days.valid_from <= (started_at at time zone ${zone})::date
            and (days.valid_to is null or days.valid_to >= (started_at at time zone ${zone})::date)) as "withoutHolidays"
      from case_deadline clock
      where province = ${province} and case_id = ${caseId} and dropped_at is null
        and (met_at is not null or ${awaited(tx)}) order by met_at is not null, due_at nulls last`,
    tx<NameRow[]>`select account_id, display_name from policy.case_accounts(${caseId})`,
  ])
  if (!row) throw new Refused('notFound')
  const nameOf = new Map(names.map((each) => [each.account_id, each.display_name]))
  return {
    header: shown(row),
    team: team.map((each) => ({ ...each, displayName: nameOf.get(each.accountId) ?? '' })),
    entries: entries.map((each) => ({
      ...each,
      recordedAt: each.recordedAt.toISOString(),
      recordedBy: nameOf.get(each.recordedBy ?? '') ?? null,
    })),
    deadlines: clocks.map((each) => ({
      id: each.id,
      kind: each.kind,
      startedAt: each.startedAt.toISOString(),
      dueAt: each.dueAt?.toISOString() ?? null,
      metAt: each.metAt?.toISOString() ?? null,
      withoutHolidays: each.withoutHolidays,
    })),
  }
})

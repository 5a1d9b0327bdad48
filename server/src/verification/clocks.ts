import type { VerificationState } from '@ke-vai/contract/verification/codes.ts'
import { verificationClocks } from '@ke-vai/contract/verification/verification.ts'
import { read } from '../platform/reads.ts'

interface Row {
  id: string
  caseCode: string
  agency: string
  kind: string
  state: VerificationState
  startedAt: Date
  dueAt: Date | null
  overdue: boolean
}

/** For the lead body and the province: which clocks run or ran out, by the code of the case. Nothing of any person. */
export const listClocks = read(verificationClocks, async ({ params, query }, { tx, province }) => {
  const rows = await tx<Row[]>`
    with recursive below as (
      select id from organisation where id = ${params.organisationId}
      union
      select organisation.id from organisation join below on organisation.parent_id = below.id
    )
    select clock.id, verification.case_code as "caseCode", verification.state, clock.kind,
      clock.started_at as "startedAt", clock.due_at as "dueAt", coalesce(clock.due_at < now(), false) as overdue,
      coalesce((select name from organisation_name where organisation_id = verification.organisation_id
        and valid_from <= policy.today() and (valid_to is null or valid_to >= policy.today()) limit 1), '') as agency
    from verification join case_deadline clock on clock.province = verification.province
      and clock.case_id = verification.case_id
      and (clock.about_id = verification.id or clock.kind = 'request_answer' and verification.closed_at is null)
    where verification.province = ${province}
      and (verification.lead_organisation_id in (select id from below)
        or verification.organisation_id in (select id from below))
      and verification.case_id <> all ((select policy.excluded_cases())::uuid[])
      and clock.kind in ('notify_health', 'initial_verification', 'identification', 'request_answer')
      and clock.met_at is null and clock.dropped_at is null
      and (clock.kind <> 'request_answer' or policy.answer_awaited(clock.about_id))
      ${query.which === 'overdue' ? tx`and clock.due_at < now()` : tx``}
    order by clock.due_at nulls last limit 500`
  return {
    clocks: rows.map((row) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
    })),
  }
})

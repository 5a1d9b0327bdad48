import { today } from '@ke-vai/contract/date/date.ts'
import { type RegisterLine, registerList } from '@ke-vai/contract/register/person.ts'
import { read } from '../platform/reads.ts'

type Row = RegisterLine & { total: number; overdue_total: number }

export const listRegister = read(registerList, async ({ params, query }, { tx, province }) => {
  const day = today()
  // The person's own rows decide who is shown (row-level security); totals count the same rows as the page.
  const rows = await tx<Row[]>`
    with reached as materialized (
      select id, code, risk, status, last_contact_on, next_step, next_due_on, member_id from person
      where province = ${province} and club_id = ${params.clubId}
        ${query.risk ? tx`and risk = ${query.risk}` : tx``}
        ${query.overdue ? tx`and next_due_on < ${day}` : tx``}
        ${query.code ? tx`and code ilike ${`%${query.code.replace(/[\\%_]/g, '\\$&')}%`}` : tx``}
        ${
          query.group
            ? tx`and exists (select from person_group where person_group.province = person.province
                and person_group.person_id = person.id and target_group = ${query.group} and until is null)`
            : tx``
        }
    ), page as (
      select * from reached ${query.after ? tx`where code > ${query.after}` : tx``} order by code limit ${query.limit + 1}
    )
    select id, code, risk, status, last_contact_on as "lastContactOn", next_step as "nextStep", next_due_on as "nextDueOn",
      member_id is not null as assigned,
      array(select target_group from person_group where person_group.province = ${province}
        and person_group.person_id = page.id and until is null order by target_group) as groups,
      (select count(*)::int from reached) as total,
      (select count(*)::int from reached where next_due_on < ${day}) as overdue_total
    from page order by code`
  const lines = rows.slice(0, query.limit)
  return {
    lines,
    next: rows.length > query.limit ? (lines.at(-1)?.code ?? null) : null,
    total: rows[0]?.total ?? 0,
    overdue: rows[0]?.overdue_total ?? 0,
  }
})

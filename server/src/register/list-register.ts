import { today } from '@ke-vai/contract/date/date.ts'
import { type RegisterLine, registerList } from '@ke-vai/contract/register/person.ts'
import { withinReach } from '../platform/guard.ts'
import { read } from '../platform/reads.ts'
import { keptPersons } from './one-person.ts'

type Row = RegisterLine & { total: number; overdue_total: number }

export const listRegister = read(
  registerList,
  async ({ params, query }, { tx, province, reach, cursors }) => {
    const day = today()
    const after = cursors.open(query.after)
    // Who is shown is said here and held by the rows' own policies; totals count the same rows as the page.
    const rows = await tx<Row[]>`
    with reached as materialized (
      select id, code, risk, status, last_contact_on, next_step, next_due_on, member_id
      from ${keptPersons(tx, province, params.clubId)} as person
      where province = ${province} and club_id = ${params.clubId} and ${withinReach(tx, reach)}
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
      select * from reached ${after ? tx`where code > ${after}` : tx``} order by code limit ${query.limit + 1}
    )
    select id, code, risk, status, last_contact_on as "lastContactOn", next_step as "nextStep", next_due_on as "nextDueOn",
      member_id is not null as assigned,
      array(select distinct target_group from person_group where person_group.province = ${province}
        and until is null
        and person_group.person_id in (select page.id union all select line.id from person line
          where line.province = ${province} and line.merged_into = page.id) order by target_group) as groups,
      (select count(*)::int from reached) as total,
      (select count(*)::int from reached where next_due_on < ${day}) as overdue_total
    from page order by code`
    const lines = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? lines.at(-1) : undefined
    return {
      lines,
      next: last ? cursors.seal(last.code) : null,
      total: rows[0]?.total ?? 0,
      overdue: rows[0]?.overdue_total ?? 0,
    }
  },
)

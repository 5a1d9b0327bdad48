import { today } from '@ke-vai/contract/date/date.ts'
import { paperColumns, registerPaper } from '@ke-vai/contract/register/paper.ts'
import { withinReach } from '../platform/guard.ts'
import { read } from '../platform/reads.ts'
import { keptPersons } from './one-person.ts'

interface Row {
  code: string
  knownOn: string | null
  lastContactOn: string | null
  nextDueOn: string | null
}

export const printPaper = read(registerPaper, async ({ params }, { tx, province, reach }) => {
  const rows = await tx<Row[]>`
    select code, (first_known_at at time zone 'Asia/Ho_Chi_Minh')::date as "knownOn", last_contact_on as "lastContactOn",
      next_due_on as "nextDueOn"
    from ${keptPersons(tx, province, params.clubId)} as person where province = ${province} and club_id = ${params.clubId}
      and status not in ('ended', 'statistics_only') and ${withinReach(tx, reach)}
    order by code`
  return {
    title: { vi: 'Sổ theo dõi', en: 'Register' },
    printedOn: today(),
    columns: paperColumns,
    rows: rows.map((row, i) => ({ no: i + 1, ...row })),
  }
})

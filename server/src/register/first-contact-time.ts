import { count } from '@ke-vai/contract/count/count.ts'
import { type RiskLevel, riskLevels } from '@ke-vai/contract/register/codes.ts'
import { firstContactTime } from '@ke-vai/contract/register/screening.ts'
import { withinReach } from '../platform/guard.ts'
import { read } from '../platform/reads.ts'
import { selectHoursAtHighRisk } from './high-risk-hours.ts'
import { keptPersons, mergedLines } from './one-person.ts'

interface Row {
  /** Null: the line of everybody. */
  risk: RiskLevel | null
  met: number
  waiting: number
  median_hours: number | null
}

export const readFirstContactTime = read(firstContactTime, async ({ params }, { tx, province, reach }) => {
  // One condition on all lines of a person, which an index answers; two joined by «or» would read the whole province.
  // A contact's moment is the device's when it was noted on its day, else that day's noon; a contact that was noted
  // late, with a moment before the clock began, waited no time.
  const rows = await tx<Row[]>`
    with line as materialized ${mergedLines(tx, params.clubId)}, clock as (
      select person.id, person.risk, screened.at is not null as screened, coalesce(screened.at, person.first_known_at) as start
      from ${keptPersons(tx, province, params.clubId)} as person cross join lateral (
        select min(screened_at) as at from screening
        where screening.province = person.province and level in ('high', 'urgent') and screening.person_id
          = any (array(select person.id union all select line.id from line where line.kept = person.id))
      ) as screened
      where person.status <> 'statistics_only' and ${withinReach(tx, reach)}
    ), measured as (
      select clock.risk, clock.start, (
        select min(case when (device_time at time zone 'Asia/Ho_Chi_Minh')::date = on_day then device_time
          else (on_day + time '12:00') at time zone 'Asia/Ho_Chi_Minh' end)
        from contact where contact.province = ${province} and contact.person_id
            = any (array(select clock.id union all select line.id from line where line.kept = clock.id))
          and (not clock.screened or contact.on_day >= (clock.start at time zone 'Asia/Ho_Chi_Minh')::date)
      ) as met_at
      from clock where clock.start is not null
    )
    select risk, count(met_at)::int as met, count(*) filter (where met_at is null)::int as waiting,
      percentile_cont(0.5) within group (order by extract(epoch from greatest(met_at, start) - start)::float8 / 3600)
        filter (where met_at is not null) as median_hours
    from measured group by grouping sets ((risk), ())`
  const line = (risk: RiskLevel | null) => {
    const row = rows.find((each) => each.risk === risk)
    return {
      met: count('person', row?.met ?? 0),
      waiting: count('person', row?.waiting ?? 0),
      medianHours: row?.median_hours ?? null,
    }
  }
  return {
    all: line(null),
    byRisk: (Object.keys(riskLevels) as RiskLevel[]).map((risk) => ({ risk, ...line(risk) })),
    hoursAtHighRisk: await selectHoursAtHighRisk(tx),
  }
})

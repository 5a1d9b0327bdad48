import { count, sum } from '@ke-vai/contract/count/count.ts'
import { monthDays, today } from '@ke-vai/contract/date/date.ts'
import { attendanceOf, type SessionLine, sessionList } from '@ke-vai/contract/session/session.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'

interface Row extends Pick<SessionLine, 'id' | 'onDay' | 'topic' | 'venue' | 'kind' | 'method'> {
  staff: number
  members: number
  children: number
  others: number
  leaflets: number
}

export const listSessions = read(sessionList, async ({ params, query }, { tx, province }) => {
  const [club] = await tx<{ start_day: number }[]>`
    select month_start_day as start_day from club where province = ${province} and id = ${params.clubId}`
  if (!club) throw new Refused('notFound')
  const year = query.year ?? Number(today().slice(0, 4))
  const first = monthDays(query.month ?? `${year}-01`, club.start_day).first
  const last = monthDays(query.month ?? `${year}-12`, club.start_day).last
  const rows = await tx<Row[]>`
    select id, on_day as "onDay", topic, venue, kind, method, staff, members, children, others, leaflets
    from session where province = ${province} and club_id = ${params.clubId} and on_day between ${first} and ${last}
    order by on_day desc, recorded_at desc`
  const lines = rows.map(
    (row): SessionLine => ({
      ...row,
      staff: count('person_time', row.staff),
      members: count('person_time', row.members),
      children: count('person_time', row.children),
      others: count('person_time', row.others),
      attendance: attendanceOf(row),
      leaflets: count('item', row.leaflets),
    }),
  )
  const estimated = lines.filter((line) => line.method === 'estimated')
  return {
    firstDay: first,
    lastDay: last,
    lines,
    totals: {
      sessions: count('session', lines.length),
      attendance: sum(
        'person_time',
        lines.map((line) => line.attendance),
      ),
      estimated: sum(
        'person_time',
        estimated.map((line) => line.attendance),
      ),
      leaflets: sum(
        'item',
        lines.map((line) => line.leaflets),
      ),
    },
  }
})

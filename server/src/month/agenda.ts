import { planActivity } from '@ke-vai/contract/club/year-plan.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { monthAgenda } from '@ke-vai/contract/month/month.ts'
import type { Tx } from '../platform/database.ts'
import { notExcluded, withinReach } from '../platform/guard.ts'
import { read } from '../platform/reads.ts'
import { keptPersons } from '../register/one-person.ts'
import { type Cycle, computeFiguresOfMonth } from '../report/report.ts'
import { selectCycle } from './cycle.ts'

type Agenda = ResponseOf<typeof monthAgenda>

/** The agenda of the meeting: nobody types what the book already knows. */
export const showAgenda = read(monthAgenda, async ({ params }, { tx, province }) => {
  const cycle = await selectCycle(tx, province, params)
  // Figures count everybody, so they are counted apart from the rows shown beside them.
  const figures = await computeFiguresOfMonth(tx, cycle)
  const [overdue, tasksCarriedOver, planned, notes] = await Promise.all([
    selectOverdue(tx, cycle),
    selectTasksCarriedOver(tx, cycle),
    selectPlanned(tx, cycle),
    tx<{ notes: number }[]>`
      select count(*)::int as notes from situation_note
      where province = ${province} and club_id = ${cycle.clubId} and on_day between ${cycle.first} and ${cycle.last}`,
  ])
  return { figures, ...overdue, tasksCarriedOver, planned, situationNotes: notes[0]?.notes ?? 0 }
})

async function selectOverdue(
  tx: Tx,
  { province, clubId }: Cycle,
): Promise<Pick<Agenda, 'overdue' | 'overdueTotal'>> {
  const rows = await tx<(Agenda['overdue'][number] & { total: number })[]>`
    select id as "personId", code, next_step as "nextStep", next_due_on as "dueOn", count(*) over ()::int as total
    from ${keptPersons(tx, province, clubId)} as person where province = ${province} and club_id = ${clubId} and next_due_on < ${today()}
      and status not in ('paused', 'ended', 'statistics_only') and ${withinReach(tx, 'all')}
    order by next_due_on, code limit 100`
  return { overdue: rows, overdueTotal: rows[0]?.total ?? 0 }
}

function selectTasksCarriedOver(tx: Tx, { province, clubId, month }: Cycle) {
  return tx<Agenda['tasksCarriedOver']>`
    select id, member_id as "memberId", content, (due_at at time zone 'Asia/Ho_Chi_Minh')::date as "dueOn"
    from task where province = ${province} and club_id = ${clubId} and state in ('new', 'doing')
      and (month is null or month <= ${month}) and ${notExcluded(tx, 'task.person_id')}
    order by due_at nulls last, id limit 200`
}

async function selectPlanned(tx: Tx, { province, clubId, month }: Cycle): Promise<Agenda['planned']> {
  const [plan] = await tx<{ activities: unknown }[]>`
    select activities from club_plan where province = ${province} and club_id = ${clubId} and year = ${Number(month.slice(0, 4))}`
  const activities = Array.isArray(plan?.activities) ? plan.activities : []
  return activities.flatMap((each) => {
    const read = planActivity.safeParse(each)
    if (!read.success || read.data.month !== Number(month.slice(5, 7))) return []
    return [{ content: read.data.what, quantity: read.data.quantity }]
  })
}

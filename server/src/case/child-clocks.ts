import { addWorkingDays, childClocks } from '@ke-vai/contract/case/child.ts'
import { today, zone } from '@ke-vai/contract/date/date.ts'
import type { Tx } from '../platform/database.ts'
import { selectNumber, selectParameter } from '../platform/parameter.ts'
import { endDeadlines, startDeadline } from './deadline.ts'

/** The last moment of a day in Việt Nam. */
async function endOfDay(tx: Tx, day: string): Promise<Date> {
  const [row] = await tx<{ at: Date }[]>`
    select ((${day}::date + 1)::timestamp at time zone ${zone}) - interval '1 second' as at`
  if (!row) throw new Error('the day has no end')
  return row.at
}

async function selectHolidays(tx: Tx, day: string): Promise<string[]> {
  const value = await selectParameter(tx, 'public_holidays', day)
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** Starts the clocks of a child whose case is open: emergency measures, plan, school; by the law of that day. */
export async function startChildClocks(
  tx: Tx,
  province: string,
  of: { caseId: string; organisationId: string },
  at: Date,
): Promise<void> {
  const day = today(at)
  const hours = await selectNumber(tx, 'child_emergency_hours', day)
  const planDays = await selectNumber(tx, 'child_plan_working_days', day)
  const schoolDays = await selectNumber(tx, 'child_school_days', day)
  const plannedBy = planDays === null ? null : addWorkingDays(day, planDays, await selectHolidays(tx, day))
  const clocks = [
    {
      kind: 'child_emergency',
      dueAt: hours === null ? null : new Date(at.getTime() + hours * 3_600_000),
      parameter: 'child_emergency_hours',
    },
    {
      kind: 'child_plan',
      dueAt: plannedBy === null ? null : await endOfDay(tx, plannedBy),
      parameter: 'child_plan_working_days',
    },
    {
      kind: 'child_school',
      dueAt: schoolDays === null ? null : new Date(at.getTime() + schoolDays * 86_400_000),
      parameter: 'child_school_days',
    },
  ]
  for (const clock of clocks) await startDeadline(tx, province, { ...of, ...clock, startedAt: at })
}

/** Who turns out to be an adult has no clocks of a child. */
export async function dropChildClocks(tx: Tx, province: string, caseId: string): Promise<void> {
  for (const kind of childClocks) await endDeadlines(tx, province, { caseId, kind }, 'dropped')
}

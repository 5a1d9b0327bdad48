import { today } from '@ke-vai/contract/date/date.ts'
import { stillToCome } from '@ke-vai/contract/follow-up/state.ts'
import { endDeadlines, startDeadline } from '../case/deadline.ts'
import type { CommandContext } from '../platform/commands.ts'
import { type OfCase, readFollowUps } from './read-follow-ups.ts'

/** The dated parameter that says in which months she is asked how she is. */
export const followUpMonths = 'follow_up_months'

/** The end of a day in Việt Nam. */
const endOf = (day: string): Date => new Date(`${day}T23:59:59+07:00`)

type Context = Pick<CommandContext, 'tx' | 'province'>

/** Starts the clock of one follow-up. */
export async function startClock(
  { tx, province }: Context,
  { organisationId, caseId }: OfCase,
  followUp: { id: string; dueOn: string },
): Promise<void> {
  await startDeadline(tx, province, {
    caseId,
    organisationId,
    kind: 'follow_up',
    aboutId: followUp.id,
    startedAt: new Date(),
    dueAt: endOf(followUp.dueOn),
    parameter: followUpMonths,
  })
}

/** Starts those of the days that are still to come; what was missed meanwhile reminds nobody. */
export async function startClocksToCome(context: Context, ofCase: OfCase): Promise<void> {
  const { now } = await readFollowUps(context, ofCase.caseId)
  if (now.standing !== 'running') return
  for (const each of stillToCome(now)) if (each.dueOn >= today()) await startClock(context, ofCase, each)
}

/** Ends every follow-up clock that runs: nobody is reminded any more. */
export const dropClocks = ({ tx, province }: Context, caseId: string): Promise<void> =>
  endDeadlines(tx, province, { caseId, kind: 'follow_up' }, 'dropped')

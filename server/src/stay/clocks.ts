import { addDays, type PlainDate } from '@ke-vai/contract/date/date.ts'
import { endDeadlines, startDeadline } from '../case/deadline.ts'
import type { CommandContext } from '../platform/commands.ts'
import { selectNumber } from '../platform/parameter.ts'

/** The dated parameters of a stay; each holds on the day she moved in. */
const parameters = {
  stay_review: 'stay_review_days',
  stay_warning: 'stay_warning_days',
  stay_limit: 'stay_limit_days',
} as const
export type StayClock = keyof typeof parameters

export interface OfStay {
  organisationId: string
  caseId: string
  stayId: string
}
type Context = Pick<CommandContext, 'tx' | 'province'>

/** A day in Việt Nam, from its first moment to its last. */
export const startOf = (day: PlainDate): Date => new Date(`${day}T00:00:00+07:00`)
export const endOf = (day: PlainDate): Date => new Date(`${day}T23:59:59+07:00`)

export const selectDays = ({ tx }: Pick<Context, 'tx'>, kind: StayClock, begunOn: PlainDate) =>
  selectNumber(tx, parameters[kind], begunOn)

/** A clock that runs to the end of this day. Null: nobody has verified how long. */
export async function startUntil(
  { tx, province }: Context,
  { organisationId, caseId, stayId }: OfStay,
  kind: StayClock,
  days: { from: PlainDate; until: PlainDate | null },
): Promise<void> {
  await startDeadline(tx, province, {
    caseId,
    organisationId,
    kind,
    aboutId: stayId,
    startedAt: startOf(days.from),
    dueAt: days.until === null ? null : endOf(days.until),
    parameter: parameters[kind],
  })
}

/**
 * A clock of so many days, counted so that it has run out when she has stayed that many: the day she moved in counts.
 * @param counted how many; null while no number is verified
 */
export const startOfDays = (
  context: Context,
  of: OfStay,
  kind: StayClock,
  { from, counted }: { from: PlainDate; counted: number | null },
): Promise<void> =>
  startUntil(context, of, kind, { from, until: counted === null ? null : addDays(from, counted - 1) })

export const endClock = (
  { tx, province }: Context,
  { caseId, stayId }: OfStay,
  kind: StayClock,
  how: 'met' | 'dropped',
): Promise<void> => endDeadlines(tx, province, { caseId, kind, aboutId: stayId }, how)

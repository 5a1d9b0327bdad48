import { today } from '@ke-vai/contract/date/date.ts'
import { startDeadline } from '../case/deadline.ts'
import type { CommandContext } from '../platform/commands.ts'
import { selectNumber } from '../platform/parameter.ts'

type Context = Pick<CommandContext, 'tx' | 'province'>

export interface LawClock {
  organisationId: string
  caseId: string
  /** The verification. */
  aboutId: string
  kind: 'notify_health' | 'initial_verification' | 'identification'
  /** The instant of the event, which may be before it was written down. */
  at: string
}

const parameters: Record<LawClock['kind'], string> = {
  notify_health: 'verification_notify_health_hours',
  initial_verification: 'verification_initial_days',
  identification: 'verification_decision_days',
}

/** Starts a clock of the law, with the number that is valid on the day of the event; without one it has no end. */
export async function startLawClock({ tx, province }: Context, { at, ...clock }: LawClock): Promise<void> {
  const parameter = parameters[clock.kind]
  const number = await selectNumber(tx, parameter, today(new Date(at)))
  const hours = clock.kind === 'notify_health' ? number : number === null ? null : number * 24
  const startedAt = new Date(at)
  const dueAt = hours === null ? null : new Date(startedAt.getTime() + hours * 3_600_000)
  await startDeadline(tx, province, { ...clock, startedAt, dueAt, parameter })
}

/** Ends a clock of the law at the instant at which the step was taken, which may be before it was written down. */
export async function meetLawClock(
  { tx, province }: Context,
  verificationId: string,
  kind: LawClock['kind'],
  at: string,
): Promise<void> {
  await tx`
    update case_deadline set met_at = ${at}::timestamptz
    where province = ${province} and about_id = ${verificationId} and kind = ${kind}
      and met_at is null and dropped_at is null`
}

import { addDays, today } from '@ke-vai/contract/date/date.ts'
import type { CommandContext } from '../platform/commands.ts'
import { selectNumber } from '../platform/parameter.ts'

/** The last moment of the day so many days from now, in Việt Nam; null while no number was verified. */
export async function answerDue({ tx }: Pick<CommandContext, 'tx'>, key: string): Promise<Date | null> {
  const days = await selectNumber(tx, key, today())
  return days === null ? null : new Date(`${addDays(today(), days)}T23:59:59+07:00`)
}

import { addDays, today } from '@ke-vai/contract/date/date.ts'
import type { Tx } from '../platform/database.ts'
import { selectNumber } from '../platform/parameter.ts'

/** The parameter that says within how many days somebody who was accepted should be there. */
export const arrivalDays = 'transfer_arrival_days'

/** The last moment of that day in Việt Nam, counted from the acceptance; null while no number was verified. */
export async function arrivalDue(tx: Tx, acceptedAt: Date): Promise<Date | null> {
  const day = today(acceptedAt)
  const days = await selectNumber(tx, arrivalDays, day)
  return days === null ? null : new Date(`${addDays(day, days)}T23:59:59+07:00`)
}

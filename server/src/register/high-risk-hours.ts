import { today } from '@ke-vai/contract/date/date.ts'
import type { Tx } from '../platform/database.ts'
import { selectNumber } from '../platform/parameter.ts'

/** Within how many hours somebody at high risk is to be counselled, as valid today; null while nobody has set it. */
export const selectHoursAtHighRisk = (tx: Tx): Promise<number | null> =>
  selectNumber(tx, 'counselling_after_high_risk_hours', today())

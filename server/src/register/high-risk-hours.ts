import { today } from '@ke-vai/contract/date/date.ts'
import type { Tx } from '../platform/database.ts'

/** Within how many hours somebody at high risk is to be counselled, as valid today; null while nobody has set it. */
export async function selectHoursAtHighRisk(tx: Tx): Promise<number | null> {
  const day = today()
  const [row] = await tx<{ value: unknown }[]>`
    select value from parameter where key = 'counselling_after_high_risk_hours'
      and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
    order by valid_from desc limit 1`
  return typeof row?.value === 'number' ? row.value : null
}

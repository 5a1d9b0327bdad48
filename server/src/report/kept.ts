import { unitWords } from '@ke-vai/contract/count/count.ts'
import { type CountCode, countIndicators } from '@ke-vai/contract/indicator/indicator.ts'
import type { MonthAmendment } from '@ke-vai/contract/month/month.ts'
import { type ReportBody, reportBody } from '@ke-vai/contract/report/report.ts'
import type { Tx } from '../platform/database.ts'
import type { Cycle } from './report-body.ts'

/** The last submission of the month, whole, and its number; null when it was never submitted. */
export async function selectSnapshot(
  tx: Tx,
  { province, id }: Cycle,
): Promise<{ version: number; body: ReportBody } | null> {
  const [row] = await tx<{ version: number; figures: unknown }[]>`
    select version, figures from month_snapshot where province = ${province} and cycle_id = ${id}
    order by version desc limit 1`
  return row ? { version: row.version, body: reportBody.parse(row.figures) } : null
}

/** Keeps the report of this submission; answers its number. The month's row is locked by the caller. */
export async function insertSnapshot(tx: Tx, cycle: Cycle, body: ReportBody): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    insert into month_snapshot (province, cycle_id, club_id, version, figures)
    select ${cycle.province}, ${cycle.id}, ${cycle.clubId}, 1 + count(*), ${JSON.stringify(body)}::text::jsonb
    from month_snapshot where province = ${cycle.province} and cycle_id = ${cycle.id} returning version`
  if (!row) throw new Error('the snapshot gave no row')
  return row.version
}

/** The numbered corrections of a locked month, the oldest first. */
export async function selectAmendments(tx: Tx, { province, id }: Cycle): Promise<MonthAmendment[]> {
  const rows = await tx<
    (Pick<MonthAmendment, 'no' | 'before' | 'after' | 'reason' | 'onDay'> & { indicator: CountCode })[]
  >`
    select no, indicator, value_before as before, value_after as after, reason,
      (at at time zone 'Asia/Ho_Chi_Minh')::date as "onDay"
    from month_amendment where province = ${province} and cycle_id = ${id} order by no`
  return rows.map((row) => {
    const { words, unit } = countIndicators[row.indicator]
    return { ...row, words, unit: unitWords[unit] }
  })
}

import { randomUUID } from 'node:crypto'
import type { YearMonth } from '@ke-vai/contract/date/date.ts'
import { foldMonth, type MonthEntryKind } from '@ke-vai/contract/month/state.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Cycle } from '../report/report.ts'

/** The month of a club, with its row locked until the transaction ends: two commands on one month never mix. */
export async function lockCycle(
  tx: Tx,
  province: string,
  { clubId, month }: { clubId: string; month: YearMonth },
): Promise<Cycle> {
  const [row] = await tx<Cycle[]>`
    select province, id, club_id as "clubId", month, first_day as first, last_day as last, state from month_cycle
    where province = ${province} and club_id = ${clubId} and month = ${month} for update`
  if (!row) throw new Refused('notFound')
  return row
}

/** The same, only to read. */
export async function selectCycle(
  tx: Tx,
  province: string,
  { clubId, month }: { clubId: string; month: YearMonth },
): Promise<Cycle> {
  const [row] = await tx<Cycle[]>`
    select province, id, club_id as "clubId", month, first_day as first, last_day as last, state from month_cycle
    where province = ${province} and club_id = ${clubId} and month = ${month}`
  if (!row) throw new Refused('notFound')
  return row
}

/**
 * Adds entries to the ledger of a locked month row and keeps the state that the whole ledger folds to. Throws when
 * an entry may not follow: the rule that ran before should have refused it.
 */
export async function addEntries(
  tx: Tx,
  actor: Actor,
  cycle: Omit<Cycle, 'state'>,
  kinds: readonly MonthEntryKind[],
  comment: string | null = null,
): Promise<void> {
  if (kinds.length === 0) return
  const before = await tx<{ kind: MonthEntryKind }[]>`
    select kind from month_entry where province = ${cycle.province} and cycle_id = ${cycle.id} order by seq`
  const state = foldMonth([...before, ...kinds.map((kind) => ({ kind }))])
  for (const [i, kind] of kinds.entries())
    await tx`
      insert into month_entry (province, id, cycle_id, club_id, seq, kind, comment, by_account_id)
      values (${cycle.province}, ${randomUUID()}, ${cycle.id}, ${cycle.clubId}, ${before.length + i + 1}, ${kind}, ${comment}, ${actor.id})`
  await tx`update month_cycle set state = ${state} where province = ${cycle.province} and id = ${cycle.id}`
}

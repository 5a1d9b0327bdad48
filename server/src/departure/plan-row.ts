import type { CheckInOutcome, DepartureNextStep } from '@ke-vai/contract/departure/codes.ts'
import type { CheckedIn } from '@ke-vai/contract/departure/state.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound } from '../platform/vault.ts'

/** The agreed words lie under her key, and what was said at each asking too. */
export const wordsBound = (planId: string): Bound => ({
  table: 'departure_plan',
  row: planId,
  field: 'words',
  version: 1,
})
export const checkInBound = (checkInId: string): Bound => ({
  table: 'departure_check_in',
  row: checkInId,
  field: 'words',
  version: 1,
})

interface Place {
  province: string
  clubId: string
  personId: string
}

/** All lines of one person, by any of them. */
export function linesOf(tx: Tx, { province, clubId, personId }: Place) {
  return tx`(
    select line.id from person line
    where line.province = ${province} and line.club_id = ${clubId} and line.erased_at is null
      and coalesce(line.merged_into, line.id) = (select coalesce(asked.merged_into, asked.id) from person asked
        where asked.province = ${province} and asked.club_id = ${clubId} and asked.id = ${personId})
      and line.id <> all ((select policy.excluded_always())::uuid[]))`
}

export interface PlanRow {
  id: string
  /** The line of the book under which it was agreed. */
  personId: string
  checkInOn: string[]
  nextStep: DepartureNextStep
  plannedOn: string
}

/** A standing plan of this person, held until the end of the transaction; of another person it is not there. */
export async function lockPlan(tx: Tx, place: Place, planId: string): Promise<PlanRow> {
  const [plan] = await tx<PlanRow[]>`
    select id, person_id as "personId", check_in_on::text[] as "checkInOn", next_step as "nextStep",
      (recorded_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "plannedOn"
    from departure_plan
    where province = ${place.province} and club_id = ${place.clubId} and id = ${planId} and ended_at is null
      and person_id in ${linesOf(tx, place)} for update`
  if (!plan) throw new Refused('notFound')
  return plan
}

export interface CheckInRow extends CheckedIn {
  id: string
  personId: string
  outcome: CheckInOutcome
  sealed: Buffer | null
}

/** What was heard since a plan was agreed, the latest first. */
export function selectCheckIns(tx: Tx, province: string, planId: string): Promise<CheckInRow[]> {
  return tx<CheckInRow[]>`
    select id, person_id as "personId", on_day::text as "onDay", outcome, sealed from departure_check_in
    where province = ${province} and plan_id = ${planId} order by on_day desc, recorded_at desc`
}

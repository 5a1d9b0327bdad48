import type { ClubFacts } from '@ke-vai/contract/club/club-state.ts'
import type { Cadence, ClubState } from '@ke-vai/contract/club/codes.ts'
import type { Tx } from '../platform/database.ts'

/** What becoming active asks for, and the statute's cadence, of one club. */
export interface KnownFacts extends ClubFacts {
  cadence: Cadence | null
}

interface FactsRow {
  id: string
  has_decision: boolean
  cadence: Cadence | null
  plan: ClubFacts['plan']
  chairs: number | null
  others: number | null
  with_duty: number | null
}

/**
 * The facts of the clubs, by club id, for the plan of `year`. The board is counted by the database's own function,
 * because whoever activates a club (the province) need not see its members.
 */
export async function selectClubFacts(
  tx: Tx,
  provinces: readonly string[],
  clubIds: readonly string[],
  year: number,
): Promise<Map<string, KnownFacts>> {
  const rows = await tx<FactsRow[]>`
    select club.id, decision_no is not null and decision_on is not null as has_decision, statute.cadence,
      case when plan.id is null then 'none' when plan.approved_on is null then 'unapproved' else 'approved' end as plan,
      board.chairs, board.others, board.with_duty
    from club
    left join club_statute statute on statute.province = club.province and statute.club_id = club.id and statute.in_force
    left join club_plan plan on plan.province = club.province and plan.club_id = club.id and plan.year = ${year}
    left join policy.board_facts(${[...clubIds]}::uuid[]) board on board.club_id = club.id
    where club.province = any (${[...provinces]}::text[]) and club.id = any (${[...clubIds]}::uuid[])`
  return new Map(
    rows.map((row) => [
      row.id,
      {
        hasDecision: row.has_decision,
        hasStatute: row.cadence !== null,
        cadence: row.cadence,
        plan: row.plan,
        chairsWithGround: row.chairs ?? 0,
        othersOfBoardWithGround: row.others ?? 0,
        membersWithDuty: row.with_duty ?? 0,
      },
    ]),
  )
}

/** One change in the life of a club. */
export interface StateChange {
  state: ClubState
  onDay: string
  reason: string | null
  successorClubId: string | null
}

/** The lives of the clubs, by club id, the oldest change first. */
export async function selectStateChanges(
  tx: Tx,
  provinces: readonly string[],
  clubIds: readonly string[],
): Promise<Map<string, StateChange[]>> {
  const rows = await tx<(StateChange & { clubId: string })[]>`
    select club_id as "clubId", state, on_day as "onDay", reason, successor_club_id as "successorClubId"
    from club_state_change
    where province = any (${[...provinces]}::text[]) and club_id = any (${[...clubIds]}::uuid[])
    order by on_day, recorded_at`
  return groupByClub(rows)
}

/** Rows by their club, in the order in which they came. */
export function groupByClub<Row extends { clubId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const byClub = new Map<string, Row[]>()
  for (const row of rows) byClub.set(row.clubId, [...(byClub.get(row.clubId) ?? []), row])
  return byClub
}

import { notEndedRule } from '@ke-vai/contract/club/club-state.ts'
import type { ClubState } from '@ke-vai/contract/club/codes.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'

/**
 * Takes the club for this transaction, so that two changes of it follow one another, and answers its state.
 * Refuses with `not_found` when the actor may not change it, with `club_ended` when it is history.
 */
export async function lockClub(tx: Tx, province: string, clubId: string): Promise<ClubState> {
  const [club] = await tx<{ state: ClubState }[]>`
    select state from club where province = ${province} and id = ${clubId} for update`
  if (!club) throw new Refused('notFound')
  const refusal = notEndedRule(club.state)
  if (refusal) throw new Refused(refusal)
  return club.state
}

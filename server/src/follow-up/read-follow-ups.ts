import type { EntryFact } from '@ke-vai/contract/case/entry.ts'
import { type FollowUpsNow, foldFollowUps, followUpKinds } from '@ke-vai/contract/follow-up/state.ts'
import { selectEntries } from '../case/entries.ts'
import type { CommandContext } from '../platform/commands.ts'

export interface OfCase {
  organisationId: string
  caseId: string
}

/** How the follow-ups of a case stand, and the entries that say so. */
export async function readFollowUps(
  { tx, province }: Pick<CommandContext, 'tx' | 'province'>,
  caseId: string,
): Promise<{ now: FollowUpsNow; entries: EntryFact[] }> {
  const entries = await selectEntries(tx, province, caseId, followUpKinds)
  return { now: foldFollowUps(entries), entries }
}

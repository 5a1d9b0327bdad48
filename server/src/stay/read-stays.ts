import { stayKinds } from '@ke-vai/contract/stay/entries.ts'
import { foldStays, type StayNow } from '@ke-vai/contract/stay/state.ts'
import { selectEntries } from '../case/entries.ts'
import type { CommandContext } from '../platform/commands.ts'

/** The stays of a case. The caller holds the case, so that nothing moves them meanwhile. */
export async function readStays(
  { tx, province }: Pick<CommandContext, 'tx' | 'province'>,
  caseId: string,
): Promise<StayNow[]> {
  return foldStays(await selectEntries(tx, province, caseId, stayKinds))
}

import type { CommandContext } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'

/**
 * The server's own lock on what a manager alone decides: the team, who is kept out. Her team may know that she has that
 * right, so the refusal says so.
 */
export async function requireManager(
  { tx, actor, province }: Pick<CommandContext, 'tx' | 'actor' | 'province'>,
  caseId: string,
): Promise<void> {
  const [found] = await tx`
    select id from case_member where province = ${province} and case_id = ${caseId} and account_id = ${actor.id}
      and part = 'manager' and until is null`
  if (!found) throw new Refused('notAllowed')
}

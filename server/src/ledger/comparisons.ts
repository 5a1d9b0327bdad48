import type { CommandContext } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'

/** How often in a day of Việt Nam one account compares workbooks with a club's book; a book takes about ten. */
export const comparisonsADay = 50

/**
 * To compare a workbook is to search for every row of it, so it has a bound of its own: beyond it refuses with
 * `reading_budget_spent` and leaves a line of alarm. The command line, which brings in a province, has none.
 */
export async function requireComparison({ tx, actor }: CommandContext, clubId: string): Promise<void> {
  if (actor.roles.includes('operator')) return
  const [row] = await tx<{ times: number }[]>`select policy.compared_today() as times`
  if (!row || row.times > comparisonsADay)
    throw new Refused('budgetSpent', {
      action: 'READING_BUDGET_SPENT',
      subjectKind: 'club',
      subjectId: clubId,
    })
}

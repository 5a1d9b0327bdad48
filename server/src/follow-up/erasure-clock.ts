import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { erasureKinds, foldErasure } from '@ke-vai/contract/follow-up/erasure.ts'
import { endDeadlines, startDeadline } from '../case/deadline.ts'
import { selectEntries } from '../case/entries.ts'
import type { CommandContext } from '../platform/commands.ts'
import { selectNumber } from '../platform/parameter.ts'

type Context = Pick<CommandContext, 'tx' | 'province'>
const kind = 'erasure_wish'
const parameter = 'erasure_reminder_days'

/**
 * Runs the reminder of a wish of erasure while the case owes an answer to it, and ends it where it owes none any more.
 * What ran before is met. It reminds people; nothing is erased by it.
 */
export async function remindOfErasure({ tx, province }: Context, caseId: string): Promise<void> {
  const owed = foldErasure(await selectEntries(tx, province, caseId, erasureKinds))
  await endDeadlines(tx, province, { caseId, kind }, 'met')
  const [row] = await tx<{ organisationId: string }[]>`
    select organisation_id as "organisationId" from case_file where province = ${province} and id = ${caseId}`
  if (owed === null || !row) return
  const day = today()
  const days = await selectNumber(tx, parameter, day)
  await startDeadline(tx, province, {
    caseId,
    organisationId: row.organisationId,
    kind,
    startedAt: new Date(),
    dueAt: days === null ? null : new Date(`${addDays(day, days)}T23:59:59+07:00`),
    parameter,
  })
}

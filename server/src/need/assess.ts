import { today } from '@ke-vai/contract/date/date.ts'
import { assessed, assessmentRule, monthsLater } from '@ke-vai/contract/need/assessment.ts'
import { needAssess } from '@ke-vai/contract/need/need.ts'
import { endDeadlines, startDeadline } from '../case/deadline.ts'
import { selectEntries } from '../case/entries.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { selectNumber } from '../platform/parameter.ts'
import { Refused } from '../platform/refused.ts'

const months = 'reassessment_months'

/** The end of a day in Việt Nam. */
const endOf = (day: string): Date => new Date(`${day}T23:59:59+07:00`)

export const assess = command(needAssess, async (args, context) => {
  const { tx, province, audit } = context
  const { organisationId, caseId, kind, levels, priorities, onDay, words, strengths, correctsId } = args
  await holdCase(context, caseId)
  const entries = await selectEntries(tx, province, caseId, [assessed.kind])
  const refusal = assessmentRule(entries, args, today())
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, assessed, {
    caseId,
    id: args.entryId,
    onDay,
    body: { kind, levels, priorities },
    words: { words, strengths },
    supersedes: correctsId,
  })
  await endDeadlines(tx, province, { caseId, kind: 'reassessment' }, 'met')
  // The last assessment of a case is followed by none.
  if (kind !== 'closing') {
    const after = await selectNumber(tx, months, onDay)
    await startDeadline(tx, province, {
      caseId,
      organisationId,
      kind: 'reassessment',
      startedAt: new Date(),
      dueAt: after === null ? null : endOf(monthsLater(onDay, after)),
      parameter: months,
    })
  }
  await audit({ subjectKind: 'case_entry', subjectId: id, fields: ['assessment'] })
  return { id }
})

import { today } from '@ke-vai/contract/date/date.ts'
import { followUpRecorded } from '@ke-vai/contract/follow-up/entries.ts'
import { followUpRecord } from '@ke-vai/contract/follow-up/follow-up.ts'
import { followUpRecordRule, stillOpenRule } from '@ke-vai/contract/follow-up/state.ts'
import { endDeadlines } from '../case/deadline.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { startClock } from './clocks.ts'
import { readFollowUps } from './read-follow-ups.ts'

export const recordFollowUp = command(followUpRecord, async (args, context) => {
  const { tx, province, audit } = context
  const { organisationId, caseId, followUpId, onDay, words, ...told } = args
  const { state } = await holdCase(context, caseId)
  const { now } = await readFollowUps(context, caseId)
  const refusal = stillOpenRule(state) ?? followUpRecordRule(now, followUpId, { ...told, onDay }, today())
  if (refusal) throw new Refused(refusal)
  await writeEntry(context, followUpRecorded, {
    caseId,
    onDay,
    body: { followUpId, ...told },
    words: { words },
  })
  await endDeadlines(tx, province, { caseId, kind: 'follow_up', aboutId: followUpId }, 'met')
  if (told.postponedTo !== null && now.standing === 'running')
    await startClock(context, { organisationId, caseId }, { id: followUpId, dueOn: told.postponedTo })
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['follow_up', told.result] })
  return { done: true as const }
})

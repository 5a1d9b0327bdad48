import { today } from '@ke-vai/contract/date/date.ts'
import { needOpened } from '@ke-vai/contract/need/state.ts'
import { serviceGiven, serviceRecord, serviceRule } from '@ke-vai/contract/service/service.ts'
import { selectEntries } from '../case/entries.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'

export const recordService = command(serviceRecord, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, type, providerId, quantity, unit, cost, funder, needId, onDay, note } = args
  const needs = await selectEntries(tx, province, caseId, [needOpened.kind])
  const refusal = serviceRule(
    args,
    needs.map(({ id }) => id),
    today(),
  )
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, serviceGiven, {
    caseId,
    id: args.entryId,
    onDay,
    body: { type, providerId, quantity, unit, cost, funder, needId },
    words: { note },
  })
  await audit({ subjectKind: 'case_entry', subjectId: id, fields: ['service'] })
  return { id }
})

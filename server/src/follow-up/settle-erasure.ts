import {
  erasureKinds,
  erasureRule,
  erasureSettle,
  erasureSettled,
  foldErasure,
} from '@ke-vai/contract/follow-up/erasure.ts'
import { selectEntries } from '../case/entries.ts'
import { requireManager } from '../case/manager.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { remindOfErasure } from './erasure-clock.ts'

export const settleErasure = command(erasureSettle, async (args, context) => {
  const { actor, tx, province, audit } = context
  const { caseId, how, words } = args
  await holdCase(context, caseId)
  await requireManager({ tx, actor, province }, caseId)
  const refusal = erasureRule(foldErasure(await selectEntries(tx, province, caseId, erasureKinds)))
  if (refusal) throw new Refused(refusal)
  await writeEntry(context, erasureSettled, { caseId, body: { how }, words: { words } })
  await remindOfErasure(context, caseId)
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['data', how] })
  return { done: true as const }
})

import { needMove, needOpen, needWish } from '@ke-vai/contract/need/need.ts'
import { foldNeeds, needKinds, needMoved, needOpened, needRule, wished } from '@ke-vai/contract/need/state.ts'
import { selectEntries } from '../case/entries.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'

export const openNeed = command(needOpen, async (args, context) => {
  const { caseId, needId, domain, priority, words } = args
  const id = await writeEntry(context, needOpened, {
    caseId,
    id: needId,
    body: { domain, priority },
    words: { words },
  })
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['need'] })
  return { id }
})

export const moveNeed = command(needMove, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, needId, to, reason, words } = args
  await holdCase(context, caseId)
  const needs = foldNeeds(await selectEntries(tx, province, caseId, needKinds))
  const refusal = needRule(
    needs.find(({ id }) => id === needId),
    to,
    reason,
  )
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, needMoved, { caseId, body: { needId, to, reason }, words: { words } })
  await audit({ subjectKind: 'case_entry', subjectId: id, fields: ['need'] })
  return { id }
})

/** Nothing follows from a wish: it takes nothing away, and no rule of a service reads it. */
export const writeWish = command(needWish, async (args, context) => {
  const { caseId, about, wish, words } = args
  const id = await writeEntry(context, wished, { caseId, body: { about, wish }, words: { words } })
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['wish'] })
  return { id }
})

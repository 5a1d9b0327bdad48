import { needMarkAction, needReviewPlan, needWritePlan } from '@ke-vai/contract/need/need.ts'
import {
  actionMarked,
  actionRule,
  foldPlan,
  planReviewed,
  planRule,
  planWritten,
} from '@ke-vai/contract/need/plan.ts'
import { needOpened } from '@ke-vai/contract/need/state.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { selectEntries } from '../case/entries.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'

const kinds = [planWritten.kind, planReviewed.kind, actionMarked.kind]

export const writePlan = command(needWritePlan, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, planId, goals, actions, herWord, said } = args
  await holdCase(context, caseId)
  const entries = await selectEntries(tx, province, caseId, [...kinds, needOpened.kind])
  const needIds = entries.filter(({ kind }) => kind === needOpened.kind).map(({ id }) => id)
  const refusal = planRule({ goals, actions, herWord }, needIds)
  if (refusal) throw new Refused(refusal)
  const known = new Set([...goals, ...actions].map(({ id }) => id))
  const spoken = Object.entries(said).filter(([id, each]) => known.has(id) && each !== '')
  const id = await writeEntry(context, planWritten, {
    caseId,
    id: planId,
    body: { goals, actions, herWord },
    words: spoken.length > 0 ? { said: Object.fromEntries(spoken) } : null,
    supersedes: foldPlan(entries)?.id ?? null,
  })
  await audit({ subjectKind: 'case_entry', subjectId: id, fields: ['plan'] })
  return { id }
})

export const reviewPlan = command(needReviewPlan, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, planId, result, nextOn, words } = args
  await holdCase(context, caseId)
  const plan = foldPlan(await selectEntries(tx, province, caseId, kinds))
  if (plan?.id !== planId) throw new Refused(notThisPlan)
  const id = await writeEntry(context, planReviewed, {
    caseId,
    body: { planId, result, nextOn },
    words: { words },
  })
  await audit({ subjectKind: 'case_entry', subjectId: id, fields: ['plan'] })
  return { id }
})

export const markAction = command(needMarkAction, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, actionId, state } = args
  await holdCase(context, caseId)
  const plan = foldPlan(await selectEntries(tx, province, caseId, kinds))
  const refusal = actionRule(plan, actionId, state)
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, actionMarked, { caseId, body: { actionId, state } })
  await audit({ subjectKind: 'case_entry', subjectId: id, fields: ['plan'] })
  return { id }
})

const notThisPlan = refuse(
  'plan_replaced',
  { vi: 'Kế hoạch đã có bản mới. Xin xem lại bản mới.', en: 'There is a newer plan. Please look at it.' },
  'planId',
)

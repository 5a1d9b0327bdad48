import { stageMoved } from '@ke-vai/contract/case/state.ts'
import {
  caseMove,
  casePause,
  caseSetStage,
  foldStage,
  plainMoveRule,
  stageRule,
} from '@ke-vai/contract/case/step.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { selectEntries } from './entries.ts'
import { holdCase, moveCase } from './move.ts'
import { writeEntry } from './write-entry.ts'

export const moveOn = command(caseMove, async (args, context) => {
  const now = await holdCase(context, args.caseId)
  const refusal = plainMoveRule(now.state, args.to)
  if (refusal) throw new Refused(refusal)
  await moveCase(context, args.caseId, args.to, args.reason)
  await context.audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['state'] })
  return { done: true as const }
})

export const pause = command(casePause, async (args, context) => {
  await moveCase(context, args.caseId, 'paused', args.words)
  await context.audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['state'] })
  return { done: true as const }
})

export const setStage = command(caseSetStage, async (args, context) => {
  const { tx, province, audit } = context
  await holdCase(context, args.caseId)
  const entries = await selectEntries(tx, province, args.caseId, [stageMoved.kind])
  const refusal = stageRule(foldStage(entries), args.to)
  if (refusal) throw new Refused(refusal)
  await writeEntry(context, stageMoved, { caseId: args.caseId, body: { to: args.to } })
  await tx`update case_file set stage = ${args.to} where province = ${province} and id = ${args.caseId}`
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['stage'] })
  return { done: true as const }
})

import { today } from '@ke-vai/contract/date/date.ts'
import {
  decisionRule,
  foldProtection,
  type MeasureNow,
  protectionDecide,
  protectionDecided,
  protectionEnd,
  protectionEnded,
  protectionEntryKinds,
  protectionPropose,
  protectionProposed,
  protectionRule,
} from '@ke-vai/contract/protection/protection.ts'
import { selectEntries } from '../case/entries.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { type Command, type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'

const propose = command(protectionPropose, async (args, context) => {
  const { caseId, measureId, kind, forWhom, who, danger } = args
  const id = await writeEntry(context, protectionProposed, {
    caseId,
    id: measureId,
    body: { kind, forWhom },
    words: { who, danger },
  })
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['protection'] })
  return { id }
})

const decide = command(protectionDecide, async (args, context) => {
  const { caseId, measureId, granted, paper, paperNumber, issuer, reason } = args
  const { decidedOn, fromDay, untilDay } = args
  const measure = await heldMeasure(context, caseId, measureId)
  const refusal = protectionRule(measure, granted ? 'granted' : 'refused') ?? decisionRule(args, today())
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, protectionDecided, {
    caseId,
    body: { measureId, granted, paper, decidedOn, fromDay, untilDay },
    words: { paperNumber, issuer, reason },
  })
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['protection'] })
  return { id }
})

const end = command(protectionEnd, async (args, context) => {
  const { caseId, measureId, how } = args
  const refusal = protectionRule(await heldMeasure(context, caseId, measureId), 'ended')
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, protectionEnded, { caseId, body: { measureId, how } })
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['protection'] })
  return { id }
})

async function heldMeasure(
  context: CommandContext,
  caseId: string,
  measureId: string,
): Promise<MeasureNow | undefined> {
  await holdCase(context, caseId)
  const entries = await selectEntries(context.tx, context.province, caseId, protectionEntryKinds)
  return foldProtection(entries).find(({ id }) => id === measureId)
}

/** Protection for the person of a case, for her relatives, and for those who help. */
export const protectionCommands: Command[] = [propose, decide, end]

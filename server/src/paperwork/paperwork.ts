import {
  foldPapers,
  paperBegun,
  paperMoved,
  paperRule,
  paperworkBegin,
  paperworkKinds,
  paperworkMove,
} from '@ke-vai/contract/paperwork/paperwork.ts'
import { selectEntries } from '../case/entries.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { type Command, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'

const beginPaper = command(paperworkBegin, async (args, context) => {
  const { caseId, paperId, kind, office, dueOn, words } = args
  const body = { kind, office, dueOn }
  const id = await writeEntry(context, paperBegun, { caseId, id: paperId, body, words: { words } })
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['paperwork'] })
  return { id }
})

const movePaper = command(paperworkMove, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, paperId, to, dueOn, words } = args
  await holdCase(context, caseId)
  const papers = foldPapers(await selectEntries(tx, province, caseId, paperworkKinds))
  const refusal = paperRule(
    papers.find(({ id }) => id === paperId),
    to,
  )
  if (refusal) throw new Refused(refusal)
  const body = { paperId, to, dueOn }
  const id = await writeEntry(context, paperMoved, { caseId, body, words: { words } })
  await audit({ subjectKind: 'case_entry', subjectId: id, fields: ['paperwork'] })
  return { id }
})

/** The papers that are made for the person of a case. */
export const paperworkCommands: Command[] = [beginPaper, movePaper]

import {
  caseNote,
  caseWriteStory,
  counsellingNote,
  counsellingNoted,
  noted,
  notedDayRule,
  storyRule,
  storyWritten,
} from '@ke-vai/contract/case/story.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { selectEntries } from './entries.ts'
import { holdCase } from './move.ts'
import { writeEntry } from './write-entry.ts'

export const writeStory = command(caseWriteStory, async (args, context) => {
  const { tx, province, audit } = context
  await holdCase(context, args.caseId)
  const refusal = storyRule(
    await selectEntries(tx, province, args.caseId, [storyWritten.kind]),
    args.correctsId,
  )
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, storyWritten, {
    caseId: args.caseId,
    body: {},
    words: args.story,
    supersedes: args.correctsId,
  })
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['story'] })
  return { id }
})

export const writeNote = command(caseNote, async (args, context) => {
  const refusal = notedDayRule(args.onDay, today())
  if (refusal) throw new Refused(refusal)
  const { caseId, words, onDay } = args
  const id = await writeEntry(context, noted, { caseId, body: {}, words: { words }, onDay })
  await context.audit({ subjectKind: 'case', subjectId: caseId, fields: ['note'] })
  return { id }
})

/** Private to its author and the clinical supervisor: for everybody else of the team the entry is not there. */
export const noteCounselling = command(counsellingNote, async (args, context) => {
  const refusal = notedDayRule(args.onDay, today())
  if (refusal) throw new Refused(refusal)
  const { caseId, onDay, mode, minutes, note } = args
  const id = await writeEntry(context, counsellingNoted, {
    caseId,
    body: { mode, minutes, personTimes: 1 },
    words: { note },
    onDay,
  })
  await context.audit({ subjectKind: 'case', subjectId: caseId, fields: ['counselling'] })
  return { id }
})

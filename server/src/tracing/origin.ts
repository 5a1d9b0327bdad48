import type { ChildFacts } from '@ke-vai/contract/case/child.ts'
import { foldChild, representativeNamed } from '@ke-vai/contract/case/child.ts'
import type { EntryKind } from '@ke-vai/contract/case/entry.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import {
  clueTold,
  familyContacted,
  familyRule,
  familyWished,
  foldTracing,
  originConfirmed,
  tracingKinds,
} from '@ke-vai/contract/tracing/state.ts'
import {
  tracingConfirm,
  tracingContactFamily,
  tracingTell,
  tracingWish,
} from '@ke-vai/contract/tracing/tracing.ts'
import { selectEntries } from '../case/entries.ts'
import { holdCase } from '../case/move.ts'
import { type NewEntry, writeEntry } from '../case/write-entry.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'

async function written<E extends EntryKind>(
  context: CommandContext,
  kind: E,
  entry: NewEntry<E>,
): Promise<{ id: string }> {
  const id = await writeEntry(context, kind, entry)
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['tracing'] })
  return { id }
}

export const tellClue = command(tracingTell, ({ caseId, clueId, kind, words }, context) =>
  written(context, clueTold, { caseId, id: clueId, body: { kind }, words: { words } }),
)

export const confirmOrigin = command(tracingConfirm, async ({ caseId, by, onDay, place }, context) => {
  if (onDay > today()) throw new Refused(inFuture)
  return written(context, originConfirmed, { caseId, body: { by, onDay }, words: { place } })
})

export const wishFamily = command(tracingWish, async ({ caseId, wish, givenBy, words }, context) => {
  if (wish === 'yes' && givenBy.length === 0) throw new Refused(nobodySaidIt)
  return written(context, familyWished, { caseId, body: { wish, givenBy }, words: { words } })
})

export const contactFamily = command(tracingContactFamily, async (args, context) => {
  const { tx, province } = context
  const { caseId, way, result, words } = args
  await holdCase(context, caseId)
  const now = foldTracing(await selectEntries(tx, province, caseId, tracingKinds))
  const refusal = familyRule(now, await selectChild(tx, province, caseId))
  if (refusal) throw new Refused(refusal)
  return written(context, familyContacted, { caseId, body: { way, result }, words: { words } })
})

/** What the rule of consent asks of a child; null for an adult. */
async function selectChild(tx: Tx, province: string, caseId: string): Promise<ChildFacts | null> {
  const [row] = await tx<{ track: string; age_band: string | null }[]>`
    select track, age_band from case_file where province = ${province} and id = ${caseId}`
  if (row?.track !== 'child') return null
  const { representative } = foldChild(await selectEntries(tx, province, caseId, [representativeNamed.kind]))
  return { ageBand: row.age_band, representative }
}

const inFuture = refuse(
  'tracing_in_future',
  { vi: 'Ngày này chưa tới. Xin xem lại ngày.', en: 'This day is still to come.' },
  'onDay',
)
const nobodySaidIt = refuse(
  'wish_of_nobody',
  { vi: 'Xin cho biết ai đã đồng ý.', en: 'Please say who agreed.' },
  'givenBy',
)

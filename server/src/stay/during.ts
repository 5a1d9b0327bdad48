import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { stayExtended, stayReviewed, stayWentOn } from '@ke-vai/contract/stay/entries.ts'
import { stayExtendRule, stayGoOnRule, stayReviewRule } from '@ke-vai/contract/stay/rules.ts'
import { stayExtend, stayGoOn, stayReview } from '@ke-vai/contract/stay/stay.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { endClock, selectDays, startOfDays, startUntil } from './clocks.ts'
import { readStays } from './read-stays.ts'

/** A weekly review; the clock of the next one begins with it. */
export const reviewStay = command(stayReview, async (args, context) => {
  const { caseId, stayId, onDay, levels, words } = args
  await holdCase(context, caseId)
  const stays = await readStays(context, caseId)
  const refusal = stayReviewRule(stays, stayId, onDay, today())
  if (refusal) throw new Refused(refusal)
  const body = { stayId, onDay, levels }
  const id = await writeEntry(context, stayReviewed, { caseId, onDay, body, words: { words } })
  await endClock(context, args, 'stay_review', 'met')
  const every = await selectDays(context, 'stay_review', onDay)
  const until = every === null ? null : addDays(onDay, every)
  await startUntil(context, args, 'stay_review', { from: onDay, until })
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['stay'] })
  return { id }
})

/** The decision answers the warning, and the limit is then the last day that it names. */
export const extendStay = command(stayExtend, async (args, context) => {
  const { caseId, stayId, by, reason, until, decidedOn, paperNumber, words } = args
  await holdCase(context, caseId)
  const stays = await readStays(context, caseId)
  const begunOn = stays.find(({ id }) => id === stayId)?.begunOn ?? null
  const limitDays = begunOn === null ? null : await selectDays(context, 'stay_limit', begunOn)
  const refusal = stayExtendRule(stays, stayId, args, today(), limitDays)
  if (refusal) throw new Refused(refusal)
  const body = { stayId, by, reason, until, decidedOn }
  const id = await writeEntry(context, stayExtended, { caseId, body, words: { paperNumber, words } })
  await endClock(context, args, 'stay_warning', 'met')
  await endClock(context, args, 'stay_limit', 'dropped')
  await startUntil(context, args, 'stay_limit', { from: decidedOn, until })
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['stay', by] })
  return { id }
})

/** An extension is taken back, or she leaves later: the clocks run as they would have without it. */
export const goOnWithStay = command(stayGoOn, async (args, context) => {
  const { caseId, stayId, words } = args
  await holdCase(context, caseId)
  const refusal = stayGoOnRule(await readStays(context, caseId), stayId)
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, stayWentOn, { caseId, body: { stayId }, words: { words } })
  const now = (await readStays(context, caseId)).find((each) => each.id === stayId)
  if (now?.begunOn && !now.extension)
    for (const kind of ['stay_warning', 'stay_limit'] as const) {
      await endClock(context, args, kind, 'dropped')
      const counted = await selectDays(context, kind, now.begunOn)
      await startOfDays(context, args, kind, { from: now.begunOn, counted })
    }
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['stay'] })
  return { id }
})

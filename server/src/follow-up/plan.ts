import { today } from '@ke-vai/contract/date/date.ts'
import { followUpPlanned, wentHome } from '@ke-vai/contract/follow-up/entries.ts'
import { followUpPlan } from '@ke-vai/contract/follow-up/follow-up.ts'
import { countedFrom, followUpPlanRule, stillOpenRule } from '@ke-vai/contract/follow-up/state.ts'
import { monthsLater } from '@ke-vai/contract/need/assessment.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { z } from 'zod'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { selectParameter } from '../platform/parameter.ts'
import { Refused } from '../platform/refused.ts'
import { followUpMonths, startClock } from './clocks.ts'
import { readFollowUps } from './read-follow-ups.ts'

const monthsOf = z.array(z.number().int().min(1).max(120)).min(1)

const noMonths = refuse('follow_up_no_months', {
  vi: 'Chưa có danh sách tháng theo dõi được xác nhận cho ngày này.',
  en: 'No months of follow-up are set for this day.',
})

export const planFollowUps = command(followUpPlan, async (args, context) => {
  const { tx, audit } = context
  const { caseId, wentHomeOn, way, words } = args
  const { state } = await holdCase(context, caseId)
  const { now, entries } = await readFollowUps(context, caseId)
  const from = wentHomeOn ?? countedFrom(entries)
  const refusal = stillOpenRule(state) ?? followUpPlanRule(now, from, today())
  if (refusal || from === null) throw new Refused(refusal ?? 'badShape')
  const months = monthsOf.safeParse(await selectParameter(tx, followUpMonths, from))
  if (!months.success) throw new Refused(noMonths)
  if (wentHomeOn !== null)
    await writeEntry(context, wentHome, { caseId, body: { onDay: wentHomeOn }, words: { words } })
  for (const month of months.data) {
    const dueOn = monthsLater(from, month)
    const id = await writeEntry(context, followUpPlanned, { caseId, body: { month, dueOn, way } })
    // What went by before anybody planned it was not missed, and is owed by nobody.
    if (dueOn >= today()) await startClock(context, args, { id, dueOn })
  }
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['follow_up'] })
  return { done: true as const }
})

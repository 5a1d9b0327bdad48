import { today } from '@ke-vai/contract/date/date.ts'
import { wentHome } from '@ke-vai/contract/follow-up/entries.ts'
import { foldRisk, type RiskNow, riskKinds } from '@ke-vai/contract/need/risk.ts'
import { leavingPrepared, stayEnded } from '@ke-vai/contract/stay/entries.ts'
import { leavingRule, stayEndRule } from '@ke-vai/contract/stay/rules.ts'
import { stayLeave, stayPrepareLeaving } from '@ke-vai/contract/stay/stay.ts'
import { selectEntries } from '../case/entries.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { endClock } from './clocks.ts'
import { readStays } from './read-stays.ts'

const readRisk = async ({ tx, province }: CommandContext, caseId: string): Promise<RiskNow> =>
  foldRisk(await selectEntries(tx, province, caseId, riskKinds))

export const prepareLeaving = command(stayPrepareLeaving, async (args, context) => {
  const { caseId, stayId, home, livelihood, contacts, words } = args
  await holdCase(context, caseId)
  const risk = await readRisk(context, caseId)
  const refusal = leavingRule(await readStays(context, caseId), stayId, risk)
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, leavingPrepared, {
    caseId,
    body: { stayId, home, risk: risk.level, livelihood, contacts: contacts.length },
    words: { contacts, words },
  })
  await endClock(context, args, 'stay_warning', 'met')
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['stay'] })
  return { id }
})

/** She has left: the clocks of the stay end and nothing else does; having gone home counts for the follow-ups. */
export const leaveStay = command(stayLeave, async (args, context) => {
  const { caseId, stayId, how, onDay, escort, kit, words } = args
  await holdCase(context, caseId)
  const stays = await readStays(context, caseId)
  const refusal = stayEndRule(stays, stayId, args, today())
  if (refusal) throw new Refused(refusal)
  // Whoever leaves on her own was not asked what is asked before: the state machine goes through it all the same.
  if (stays.find(({ id }) => id === stayId)?.state !== 'leaving') {
    const body = { stayId, home: 'not_going_home', risk: null, livelihood: null, contacts: 0 } as const
    await writeEntry(context, leavingPrepared, { caseId, body })
  }
  const body = { stayId, how, onDay, escort, kit }
  const id = await writeEntry(context, stayEnded, { caseId, onDay, body, words: { words } })
  if (how === 'went_home') await writeEntry(context, wentHome, { caseId, onDay, body: { onDay } })
  for (const kind of ['stay_review', 'stay_warning', 'stay_limit'] as const)
    await endClock(context, args, kind, kind === 'stay_limit' ? 'met' : 'dropped')
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['stay', how] })
  return { id }
})

import { today } from '@ke-vai/contract/date/date.ts'
import { followUpLost, followUpResumed, followUpStopped } from '@ke-vai/contract/follow-up/entries.ts'
import { followUpLose, followUpResume, followUpStop } from '@ke-vai/contract/follow-up/follow-up.ts'
import {
  followUpLostRule,
  followUpResumeRule,
  followUpStopRule,
  stillOpenRule,
} from '@ke-vai/contract/follow-up/state.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { selectNumber } from '../platform/parameter.ts'
import { Refused } from '../platform/refused.ts'
import { dropClocks, startClocksToCome } from './clocks.ts'
import { readFollowUps } from './read-follow-ups.ts'

/** She wants no reminders: nothing but their clocks is touched, and no rule of a service reads it. */
export const stopFollowUps = command(followUpStop, async (args, context) => {
  const { caseId, words } = args
  await holdCase(context, caseId)
  const { now } = await readFollowUps(context, caseId)
  const refusal = followUpStopRule(now)
  if (refusal) throw new Refused(refusal)
  await writeEntry(context, followUpStopped, { caseId, body: {}, words: { words } })
  await dropClocks(context, caseId)
  await context.audit({ subjectKind: 'case', subjectId: caseId, fields: ['follow_up'] })
  return { done: true as const }
})

export const resumeFollowUps = command(followUpResume, async (args, context) => {
  const { caseId, words } = args
  const { state } = await holdCase(context, caseId)
  const { now } = await readFollowUps(context, caseId)
  const refusal = stillOpenRule(state) ?? followUpResumeRule(now)
  if (refusal) throw new Refused(refusal)
  await writeEntry(context, followUpResumed, { caseId, body: {}, words: { words } })
  await startClocksToCome(context, args)
  await context.audit({ subjectKind: 'case', subjectId: caseId, fields: ['follow_up'] })
  return { done: true as const }
})

/** How many tries it takes, where the parameter says nothing. */
const leastTries = 1

export const loseContact = command(followUpLose, async (args, context) => {
  const { tx, audit } = context
  const { caseId, words } = args
  const { state } = await holdCase(context, caseId)
  const { now } = await readFollowUps(context, caseId)
  const needed = (await selectNumber(tx, 'follow_up_tries_before_lost', today())) ?? leastTries
  const refusal = stillOpenRule(state) ?? followUpLostRule(now, Math.max(needed, leastTries))
  if (refusal) throw new Refused(refusal)
  await writeEntry(context, followUpLost, {
    caseId,
    body: { tries: now.tries },
    words: { words },
  })
  await dropClocks(context, caseId)
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['follow_up'] })
  return { done: true as const }
})

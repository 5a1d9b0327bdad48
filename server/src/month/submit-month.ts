import { monthAccept, monthAmend, monthReturn, monthSubmit } from '@ke-vai/contract/month/commands.ts'
import { amendRule, answerRule, submitRule } from '@ke-vai/contract/month/rules.ts'
import { stepsTowards } from '@ke-vai/contract/month/state.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { insertSnapshot, makeReportBody, selectAmendments, selectSnapshot } from '../report/report.ts'
import { addEntries, lockCycle } from './cycle.ts'

export const submitMonth = command(monthSubmit, async (args, { tx, actor, province, audit }) => {
  const cycle = await lockCycle(tx, province, args)
  const [statute] = await tx<{ quorum: number }[]>`
    select quorum_percent as quorum from club_statute
    where province = ${province} and club_id = ${args.clubId} and in_force order by version desc limit 1`
  const body = await makeReportBody(tx, cycle)
  const meetings = body.meetings.map((each) => ({ ...each, present: each.present.length }))
  const refusal = submitRule({ state: cycle.state, meetings, quorumPercent: statute?.quorum ?? null })
  if (refusal) throw new Refused(refusal)
  const version = await insertSnapshot(tx, cycle, body)
  // After a correction the meeting that was held stands: it need not be recorded once more.
  await addEntries(tx, actor, cycle, [...stepsTowards(cycle.state, 'met'), 'submitted'])
  await audit({ subjectKind: 'month', subjectId: cycle.id, fields: ['snapshot'] })
  return { version }
})

export const returnMonth = command(monthReturn, async (args, { tx, actor, province, audit }) => {
  const cycle = await lockCycle(tx, province, args)
  const refusal = answerRule(cycle.state)
  if (refusal) throw new Refused(refusal)
  await addEntries(tx, actor, cycle, ['returned'], args.comment)
  await audit({ subjectKind: 'month', subjectId: cycle.id, fields: ['comment'] })
  return { done: true as const }
})

export const acceptMonth = command(monthAccept, async (args, { tx, actor, province, audit }) => {
  const cycle = await lockCycle(tx, province, args)
  const refusal = answerRule(cycle.state)
  if (refusal) throw new Refused(refusal)
  await addEntries(tx, actor, cycle, ['accepted'])
  await audit({ subjectKind: 'month', subjectId: cycle.id })
  return { done: true as const }
})

export const amendMonth = command(monthAmend, async (args, { tx, actor, province, audit }) => {
  const cycle = await lockCycle(tx, province, args)
  const [kept, amendments] = await Promise.all([selectSnapshot(tx, cycle), selectAmendments(tx, cycle)])
  const last = amendments.findLast((each) => each.indicator === args.indicator)
  const before = last?.after ?? kept?.body.figures.month.counts[args.indicator].value ?? 0
  const refusal = amendRule({ state: cycle.state, before, after: args.value })
  if (refusal) throw new Refused(refusal)
  const no = amendments.length + 1
  await tx`
    insert into month_amendment (province, id, cycle_id, club_id, no, reason, indicator, value_before, value_after, by_account_id)
    values (${province}, ${args.amendmentId}, ${cycle.id}, ${args.clubId}, ${no}, ${args.reason}, ${args.indicator},
      ${before}, ${args.value}, ${actor.id})`
  await addEntries(tx, actor, cycle, ['amended'])
  await audit({ subjectKind: 'month', subjectId: cycle.id, fields: ['amendment'] })
  return { no, before, after: args.value }
})

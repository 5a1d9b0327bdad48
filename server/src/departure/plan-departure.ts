import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { departurePlan, departureRule, departureStop } from '@ke-vai/contract/departure/departure.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { requireKeptLine } from '../register/one-person.ts'
import { askWords, endTasks, giveTask } from './next-task.ts'
import { linesOf, lockPlan, wordsBound } from './plan-row.ts'

interface Of {
  province: string
  clubId: string
  personId: string
}

// Her plan makes her somebody who is going abroad, and of no other group.
async function enterGroup(tx: Tx, of: Of): Promise<boolean> {
  const added = await tx`
    insert into person_group (province, id, club_id, person_id, target_group, since)
    select ${of.province}, ${randomUUID()}, ${of.clubId}, ${of.personId}, 'prospective_migrant', ${today()}
    where not exists (select from person_group where province = ${of.province} and until is null
      and target_group = 'prospective_migrant' and person_id in ${linesOf(tx, of)})
    returning id`
  return added.length > 0
}

const whyEnded = { replaced: 'Đã có lời hẹn mới', stopped: 'Người được hỗ trợ muốn dừng' }

// Of all her lines: two that were merged may each bring a plan, and she is asked by one of them, or by none.
async function endPlans(tx: Tx, of: Of, endedAs: keyof typeof whyEnded): Promise<void> {
  const ended = await tx<{ id: string }[]>`
    update departure_plan set ended_at = now(), ended_as = ${endedAs}
    where province = ${of.province} and club_id = ${of.clubId} and ended_at is null and person_id in ${linesOf(tx, of)}
    returning id`
  for (const { id } of ended) await endTasks(tx, { ...of, planId: id }, 'cancelled', whyEnded[endedAs])
}

export const planDeparture = command(departurePlan, async (args, { tx, actor, province, vault, audit }) => {
  const { clubId, personId, planId } = args
  const of = { province, clubId, personId, planId }
  await requireKeptLine(tx, province, clubId, personId)
  const [person] = await tx<{ status: string }[]>`
    select status from person where province = ${province} and club_id = ${clubId} and id = ${personId} for update`
  if (!person || person.status === 'statistics_only') throw new Refused('notFound')
  const refusal = departureRule(args, today())
  if (refusal) throw new Refused(refusal)
  await endPlans(tx, of, 'replaced')
  const [sealed] = await vault.seal({ person: personId }, [{ bound: wordsBound(planId), value: args.words }])
  if (!sealed) throw new Error('the vault sealed nothing')
  const days = [...args.checkInOn].sort()
  await tx`
    insert into departure_plan (province, id, club_id, person_id, country, leaves_about, work, check_in_on, next_step,
      sealed, recorded_by)
    values (${province}, ${planId}, ${clubId}, ${personId}, ${args.country}, ${args.leavesAbout}, ${args.work},
      ${days}::date[], ${args.nextStep}, ${sealed}, ${actor.id})`
  const entered = await enterGroup(tx, of)
  const [first] = days
  if (first) await giveTask(tx, of, askWords, first)
  await audit({
    subjectKind: 'person',
    subjectId: personId,
    fields: ['departure', ...(entered ? ['groups'] : [])],
  })
  return { id: planId }
})

export const stopDeparture = command(departureStop, async (args, { tx, province, audit }) => {
  const of = { ...args, province }
  await requireKeptLine(tx, province, args.clubId, args.personId)
  await lockPlan(tx, of, args.planId)
  await endPlans(tx, of, 'stopped')
  await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['departure'] })
  return { done: true as const }
})

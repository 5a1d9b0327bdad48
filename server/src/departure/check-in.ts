import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { checkInOutcomes, departureNextSteps } from '@ke-vai/contract/departure/codes.ts'
import { checkInRule, departureCheckIn } from '@ke-vai/contract/departure/departure.ts'
import { standingOf } from '@ke-vai/contract/departure/state.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { requireKeptLine } from '../register/one-person.ts'
import { askWords, endTasks, giveTask } from './next-task.ts'
import { checkInBound, lockPlan, selectCheckIns } from './plan-row.ts'

export const checkIn = command(departureCheckIn, async (args, { tx, actor, province, vault, audit }) => {
  const of = { ...args, province }
  await requireKeptLine(tx, province, args.clubId, args.personId)
  const plan = await lockPlan(tx, of, args.planId)
  const refusal = checkInRule(args.onDay, plan.plannedOn, today())
  if (refusal) throw new Refused(refusal)
  const [sealed = null] =
    args.words === ''
      ? []
      : await vault.seal({ person: args.personId }, [
          { bound: checkInBound(args.checkInId), value: args.words },
        ])
  await tx`
    insert into departure_check_in (province, id, club_id, plan_id, person_id, on_day, outcome, sealed, recorded_by)
    values (${province}, ${args.checkInId}, ${args.clubId}, ${plan.id}, ${args.personId}, ${args.onDay}, ${args.outcome},
      ${sealed}, ${actor.id})`
  const standing = standingOf(plan.checkInOn, await selectCheckIns(tx, province, plan.id), today())
  await endTasks(tx, of, 'done', checkInOutcomes[args.outcome].vi)
  const step = departureNextSteps[plan.nextStep].vi
  if (standing.state === 'asked_help')
    await giveTask(tx, of, (code) => `${code} có tin, cần giúp: mở trang người này xem`, today())
  else if (standing.state === 'not_heard' && standing.asked) {
    // Nothing more than what was agreed to before leaving.
    if (plan.nextStep !== 'nothing')
      await giveTask(tx, of, (code) => `${step} về ${code}, như đã hẹn`, addDays(today(), 1))
  } else if (standing.nextOn !== null) await giveTask(tx, of, askWords, standing.nextOn)
  await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['departure'] })
  return { id: args.checkInId }
})

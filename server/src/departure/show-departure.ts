import { today } from '@ke-vai/contract/date/date.ts'
import { departureRead } from '@ke-vai/contract/departure/departure.ts'
import { standingOf } from '@ke-vai/contract/departure/state.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { linesOf, selectCheckIns } from './plan-row.ts'

type Plan = NonNullable<ResponseOf<typeof departureRead>['plan']>

/** The plan that stands, the kept line's own first. A merged line opens as the kept one. */
export const showDeparture = read(departureRead, async ({ params }, { tx, province }) => {
  const of = { ...params, province }
  const [person] = await tx<{ code: string }[]>`
    select code from person where province = ${province} and club_id = ${params.clubId} and merged_into is null
      and id in ${linesOf(tx, of)}`
  if (!person) throw new Refused('notFound')
  const [plan] = await tx<Omit<Plan, 'standing' | 'checkIns'>[]>`
    select plan.id, plan.country, plan.leaves_about as "leavesAbout", plan.work, plan.check_in_on::text[] as "checkInOn",
      plan.next_step as "nextStep", (plan.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "plannedOn"
    from departure_plan plan join person on person.province = plan.province and person.id = plan.person_id
    where plan.province = ${province} and plan.club_id = ${params.clubId} and plan.ended_at is null
      and plan.person_id in ${linesOf(tx, of)}
    order by person.merged_into is not null, plan.recorded_at desc limit 1`
  if (!plan) return { code: person.code, plan: null }
  const checkIns = await selectCheckIns(tx, province, plan.id)
  return {
    code: person.code,
    plan: {
      ...plan,
      standing: standingOf(plan.checkInOn, checkIns, today()),
      checkIns: checkIns.map(({ id, onDay, outcome, sealed }) => ({
        id,
        onDay,
        outcome,
        hasWords: sealed !== null,
      })),
    },
  }
})

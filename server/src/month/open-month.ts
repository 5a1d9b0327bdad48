import { addMonths, type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import { monthOpen, monthPrepare, monthWrite } from '@ke-vai/contract/month/commands.ts'
import { daysOfNewMonth } from '@ke-vai/contract/month/days.ts'
import { openRule, writableRule } from '@ke-vai/contract/month/rules.ts'
import { stepsTowards } from '@ke-vai/contract/month/state.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { selectTexts } from '../report/report.ts'
import { addEntries, lockCycle } from './cycle.ts'

interface Ground {
  start: number
  previous_last: PlainDate | null
  next_first: PlainDate | null
}

export const openMonth = command(monthOpen, async (args, { tx, actor, province, audit }) => {
  const { clubId, month, cycleId } = args
  const [ground] = await tx<Ground[]>`
    select month_start_day as start,
      (select last_day from month_cycle where month_cycle.province = club.province and club_id = club.id
        and month = ${addMonths(month, -1)}) as previous_last,
      (select first_day from month_cycle where month_cycle.province = club.province and club_id = club.id
        and month = ${addMonths(month, 1)}) as next_first
    from club where province = ${province} and id = ${clubId}`
  if (!ground) throw new Refused('notFound')
  const days = daysOfNewMonth(month, ground.start, {
    previousLast: ground.previous_last,
    nextFirst: ground.next_first,
  })
  const refusal = openRule(days, today())
  if (refusal || !days) throw new Refused(refusal ?? 'fault')
  const opened = await tx`
    insert into month_cycle (province, id, club_id, month, first_day, last_day, state)
    values (${province}, ${cycleId}, ${clubId}, ${month}, ${days.first}, ${days.last}, 'open')
    on conflict do nothing returning id`
  if (opened.length === 0)
    throw new Refused(
      refuse(
        'month_already_open',
        {
          vi: 'Tháng này đã được mở. Xin mở danh sách tháng để vào.',
          en: 'This month has been opened already.',
        },
        'month',
      ),
    )
  await addEntries(tx, actor, { province, id: cycleId, clubId, month, ...days }, ['opened'])
  await audit({ subjectKind: 'month', subjectId: cycleId })
  return { id: cycleId, ...days }
})

export const prepareMonth = command(monthPrepare, async (args, { tx, actor, province, audit }) => {
  const cycle = await lockCycle(tx, province, args)
  const refusal = writableRule(cycle.state)
  if (refusal) throw new Refused(refusal)
  await addEntries(tx, actor, cycle, stepsTowards(cycle.state, 'preparing'))
  await audit({ subjectKind: 'month', subjectId: cycle.id })
  return { done: true as const }
})

export const writeMonth = command(monthWrite, async (args, { tx, actor, province, audit }) => {
  const cycle = await lockCycle(tx, province, args)
  const refusal = writableRule(cycle.state)
  if (refusal) throw new Refused(refusal)
  const now = await selectTexts(tx, cycle)
  const texts = {
    situation: args.situation ?? now.situation,
    selfAssessment: args.selfAssessment ?? now.selfAssessment,
    difficulties: args.difficulties ?? now.difficulties,
    nextMonth: args.nextMonth ?? now.nextMonth,
  }
  await tx`
    insert into month_text (province, cycle_id, club_id, situation, self_assessment, difficulties, next_month)
    values (${province}, ${cycle.id}, ${args.clubId}, ${texts.situation}, ${texts.selfAssessment}, ${texts.difficulties}, ${texts.nextMonth})
    on conflict (province, cycle_id) do update set situation = excluded.situation, self_assessment = excluded.self_assessment,
      difficulties = excluded.difficulties, next_month = excluded.next_month, updated_at = now()`
  // Words written in a month that was returned are its correction.
  if (cycle.state === 'returned') await addEntries(tx, actor, cycle, stepsTowards(cycle.state, 'preparing'))
  await audit({ subjectKind: 'month', subjectId: cycle.id, fields: ['texts'] })
  return { done: true as const }
})

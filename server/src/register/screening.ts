import { randomUUID } from 'node:crypto'
import { riskLevels } from '@ke-vai/contract/register/codes.ts'
import { screeningRecord } from '@ke-vai/contract/register/screening.ts'
import {
  advice,
  levelOf,
  needsCounsellingSoon,
  type ScreenedLevel,
} from '@ke-vai/contract/register/screening-instrument.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { selectHoursAtHighRisk } from './high-risk-hours.ts'
import { answersBound } from './identity.ts'
import { requireKeptLine } from './one-person.ts'

interface Screened {
  clubId: string
  personId: string
  screeningId: string
}

export const recordScreening = command(screeningRecord, async (args, context) => {
  const { tx, actor, province, vault, deviceTime, audit } = context
  const [person] = await tx<{ code: string; status: string }[]>`
    select code, status from person
    where province = ${province} and club_id = ${args.clubId} and id = ${args.personId} for update`
  if (!person || person.status === 'statistics_only') throw new Refused('notFound')
  await requireKeptLine(tx, province, args.clubId, args.personId)
  const level = levelOf(args.answers)
  // The answers tell of her life: they lie under her own key, and only the level is a coded fact.
  const [sealed = null] = await vault.seal({ person: args.personId }, [
    { bound: answersBound(args.screeningId), value: args.answers },
  ])
  await tx`
    insert into screening (province, id, club_id, person_id, instrument, answers_sealed, level, screened_at, recorded_by)
    values (${province}, ${args.screeningId}, ${args.clubId}, ${args.personId}, ${args.instrument}, ${sealed}, ${level},
      least(${deviceTime}::timestamptz, now()), ${actor.id})`
  await tx`update person set risk = ${level}, risk_on = (now() at time zone 'Asia/Ho_Chi_Minh')::date
    where province = ${province} and id = ${args.personId}`
  const taskGiven = needsCounsellingSoon(level)
  if (taskGiven) await giveTask(context, args, person.code, level)
  await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['screening', 'risk'] })
  return { id: args.screeningId, level, advice: advice[level], taskGiven }
})

// Without a chair in the list of members, or without hours set, the task still comes: it is the board's, undated.
async function giveTask(
  { tx, province }: CommandContext,
  { clubId, personId, screeningId }: Screened,
  code: string,
  level: ScreenedLevel,
): Promise<void> {
  const hours = await selectHoursAtHighRisk(tx)
  const content = `Sớm trò chuyện, tư vấn với ${code} (mức ${riskLevels[level].vi.toLowerCase()})`
  await tx`
    insert into task (province, id, club_id, member_id, person_id, origin, origin_id, content, due_at)
    values (${province}, ${randomUUID()}, ${clubId},
      (select id from member where province = ${province} and club_id = ${clubId} and board_role = 'chair'
        and (left_on is null or left_on > current_date) order by joined_on desc nulls last limit 1),
      ${personId}, 'screening', ${screeningId}, ${content}, now() + ${hours}::float8 * interval '1 hour')`
}

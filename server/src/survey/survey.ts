import { count } from '@ke-vai/contract/count/count.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  surveyDecline,
  surveyList,
  surveyOpenRound,
  surveyRoundRule,
  surveyTallyRule,
} from '@ke-vai/contract/survey/survey.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import { type Command, command } from '../platform/commands.ts'
import { type Read, read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'

const openRound = command(surveyOpenRound, async (args, { tx, province, audit }) => {
  const refusal = surveyRoundRule(args)
  if (refusal) throw new Refused(refusal)
  await tx`
    insert into survey_round (province, id, club_id, purpose, starts_on, ends_on)
    values (${province}, ${args.roundId}, ${args.clubId}, ${cleanText(args.purpose)}, ${args.startsOn}, ${args.endsOn})`
  await audit({ subjectKind: 'survey_round', subjectId: args.roundId, fields: ['round'] })
  return { id: args.roundId }
})

const decline = command(surveyDecline, async (args, { tx, province, deviceTime, audit }) => {
  const [round] = await tx<{ startsOn: string; endsOn: string | null }[]>`
    select starts_on as "startsOn", ends_on as "endsOn" from survey_round
    where province = ${province} and club_id = ${args.clubId} and id = ${args.roundId}`
  if (!round) throw new Refused('notFound')
  // The day at the door counts, not the day on which the phone found a signal.
  const refusal = surveyTallyRule(round, today(new Date(deviceTime)))
  if (refusal) throw new Refused(refusal)
  await tx`update survey_round set refused = refused + 1 where province = ${province} and id = ${args.roundId}`
  await audit({ subjectKind: 'survey_round', subjectId: args.roundId, fields: ['tally'] })
  return { done: true as const }
})

interface RoundRow {
  id: string
  purpose: string
  startsOn: string
  endsOn: string | null
  agreed: number
  declinedHouseholds: number
}

const listRounds = read(surveyList, async ({ params }, { tx, province }) => {
  const rows = await tx<RoundRow[]>`
    select id, purpose, starts_on as "startsOn", ends_on as "endsOn", agreed, refused as "declinedHouseholds"
    from survey_round where province = ${province} and club_id = ${params.clubId} order by starts_on desc, id`
  return { rounds: rows.map((row) => ({ ...row, agreed: count('person', row.agreed) })) }
})

/** The survey's handlers: the door of this folder for the routes. */
export const surveyCommands: Command[] = [openRound, decline]
export const surveyReads: Read[] = [listRounds]

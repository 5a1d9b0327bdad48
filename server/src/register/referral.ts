import { today } from '@ke-vai/contract/date/date.ts'
import type { PersonStatus, ReferralOutcome } from '@ke-vai/contract/register/codes.ts'
import {
  referralAnswer,
  referralAnswerRule,
  referralSend,
  referralSendRule,
  statusAfterAnswer,
  statusAfterSending,
} from '@ke-vai/contract/register/referral.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { requireKeptLine } from './one-person.ts'

export const sendReferral = command(referralSend, async (args, { tx, actor, province, audit }) => {
  const [person] = await tx<{ status: PersonStatus }[]>`
    select status from person
    where province = ${province} and club_id = ${args.clubId} and id = ${args.personId} for update`
  if (!person) throw new Refused('notFound')
  await requireKeptLine(tx, province, args.clubId, args.personId)
  const refusal = referralSendRule(args, { status: person.status, today: today() })
  if (refusal) throw new Refused(refusal)
  await tx`
    insert into referral (province, id, club_id, person_id, service, sent_on, origin, recorded_by)
    values (${province}, ${args.referralId}, ${args.clubId}, ${args.personId}, ${args.service}, ${args.sentOn}, 'app', ${actor.id})`
  await tx`update person set status = ${statusAfterSending(person.status)}
    where province = ${province} and id = ${args.personId}`
  await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['referral'] })
  return { id: args.referralId }
})

interface SentRow {
  person_id: string
  status: PersonStatus
  outcome: ReferralOutcome
  sent_on: string
}

export const answerReferral = command(referralAnswer, async (args, { tx, province, audit }) => {
  const [sent] = await tx<SentRow[]>`
    select person.id as person_id, person.status, referral.outcome, referral.sent_on
    from referral join person line on line.province = referral.province and line.id = referral.person_id
      join person on person.province = line.province and person.id = coalesce(line.merged_into, line.id)
    where referral.province = ${province} and referral.club_id = ${args.clubId} and referral.id = ${args.referralId}
    for update of referral, person`
  if (!sent) throw new Refused('notFound')
  const situation = { outcome: sent.outcome, sentOn: sent.sent_on, today: today() }
  const refusal = referralAnswerRule(args, situation)
  if (refusal) throw new Refused(refusal)
  await tx`
    update referral set outcome = ${args.outcome}, outcome_on = ${args.outcomeOn}
    where province = ${province} and id = ${args.referralId}`
  await tx`update person set status = ${statusAfterAnswer(sent.status, args.outcome)}
    where province = ${province} and id = ${sent.person_id}`
  await audit({ subjectKind: 'person', subjectId: sent.person_id, fields: ['referral'] })
  return { done: true as const }
})

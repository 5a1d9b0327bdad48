import { type PersonPage, personRead } from '@ke-vai/contract/register/person.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'

type PersonRow = Omit<PersonPage, 'contacts' | 'referrals' | 'groupHistory' | 'safeContact' | 'groups'>

export const showPerson = read(personRead, async ({ params }, { tx, province }) => {
  const { clubId, personId } = params
  const [[person], history, [rule], contacts, referrals] = await Promise.all([
    tx<PersonRow[]>`
      select id, code, risk, status, last_contact_on as "lastContactOn", next_step as "nextStep", next_due_on as "nextDueOn",
        member_id is not null as assigned, member_id as "memberId", sex, ethnicity
      from person where province = ${province} and club_id = ${clubId} and id = ${personId}`,
    tx<PersonPage['groupHistory']>`
      select target_group as group, since, until from person_group
      where province = ${province} and person_id = ${personId} order by since, target_group`,
    tx<NonNullable<PersonPage['safeContact']>[]>`
      select ways, from_minute as "fromMinute", until_minute as "untilMinute", say_from as "sayFrom",
        may_leave_message as "mayLeaveMessage", who_may_answer as "whoMayAnswer", visit_rule as "visitRule"
      from safe_contact where province = ${province} and person_id = ${personId}`,
    tx<PersonPage['contacts']>`
      select id, on_day as "onDay", kinds, counted_as as "countedAs", topics, minutes,
        note_sealed is not null as "hasNote", next_step as "nextStep"
      from contact where province = ${province} and person_id = ${personId} order by on_day desc, recorded_at desc limit 100`,
    tx<PersonPage['referrals']>`
      select id, service, sent_on as "sentOn", outcome, outcome_on as "outcomeOn"
      from referral where province = ${province} and person_id = ${personId} order by sent_on desc`,
  ])
  if (!person) throw new Refused('notFound')
  const groups = history.filter((each) => each.until === null).map((each) => each.group)
  return { ...person, groups, groupHistory: history, safeContact: rule ?? null, contacts, referrals }
})

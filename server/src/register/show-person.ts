import { reachOf } from '@ke-vai/contract/permissions.ts'
import { type PersonPage, personRead } from '@ke-vai/contract/register/person.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import type { Vault } from '../platform/vault.ts'
import { keptPersons } from './one-person.ts'
import { openWords } from './safe-contact-words.ts'

type PersonRow = Omit<
  PersonPage,
  'contacts' | 'referrals' | 'groupHistory' | 'safeContact' | 'groups' | 'merged'
>
/** `personId` is of the line that holds the rule, which may be one merged into hers. */
type RuleRow = Omit<NonNullable<PersonPage['safeContact']>, 'sayFrom' | 'whoMayAnswer' | 'visitRule'> & {
  personId: string
  sealed: Buffer | null
}
type MergedRow = Omit<PersonPage['merged'][number], 'undoUntil'> & { undoUntil: Date | null }

/** A merged line opens as the kept one; the kept one shows what was done under each of its lines. */
export const showPerson = read(personRead, async ({ params }, { tx, actor, province, vault }) => {
  const { clubId, personId } = params
  // How she is reached concerns those who go to her; the ward reads coded facts alone.
  const goesToHer = actor.roles.some((role) => reachOf(role, 'contact.record') !== null)
  const { lines, ...person } = await selectPerson(tx, province, clubId, personId)
  const [history, rules, contacts, referrals, merged] = await Promise.all([
    tx<PersonPage['groupHistory']>`
      select target_group as group, since, until from person_group
      where province = ${province} and person_id = any (${lines}) order by since, target_group`,
    // Her kept line's own rule, else the one of a merged line: she is never without the rule that she gave.
    !goesToHer
      ? []
      : tx<RuleRow[]>`
      select safe_contact.person_id as "personId", ways, from_minute as "fromMinute", until_minute as "untilMinute",
        may_leave_message as "mayLeaveMessage", sealed
      from safe_contact join person on person.province = safe_contact.province and person.id = safe_contact.person_id
      where safe_contact.province = ${province} and safe_contact.person_id = any (${lines})
      order by person.merged_into is not null, updated_at desc limit 1`,
    tx<PersonPage['contacts']>`
      select id, on_day as "onDay", kinds, counted_as as "countedAs", topics, minutes,
        note_sealed is not null as "hasNote", next_step as "nextStep"
      from contact where province = ${province} and person_id = any (${lines}) order by on_day desc, recorded_at desc limit 100`,
    tx<PersonPage['referrals']>`
      select id, service, sent_on as "sentOn", outcome, outcome_on as "outcomeOn"
      from referral where province = ${province} and person_id = any (${lines}) and (state is null or sent_at is not null)
      order by sent_on desc`,
    lines.length === 1
      ? []
      : tx<MergedRow[]>`
      select person.id, person.code, paper.id as "mergeId", paper.undo_until as "undoUntil"
      from person left join person_merge paper on paper.province = person.province and paper.merged_id = person.id
        and paper.undone_at is null and paper.undo_until > now()
      where person.province = ${province} and person.club_id = ${clubId} and person.merged_into is not null
        and person.id = any (${lines}) order by person.code`,
  ])
  const open = history.filter((each) => each.until === null).map((each) => each.group)
  return {
    ...person,
    groups: [...new Set(open)],
    groupHistory: history,
    safeContact: await safeContactOf(vault, rules[0]),
    contacts,
    referrals,
    merged: merged.map((line) => ({ ...line, undoUntil: line.undoUntil?.toISOString() ?? null })),
  }
})

async function safeContactOf(vault: Vault, row: RuleRow | undefined): Promise<PersonPage['safeContact']> {
  if (!row) return null
  const { personId, sealed, ...coded } = row
  return { ...coded, ...(await openWords(vault, personId, sealed)) }
}

// The kept line and, beside it, all her lines as the actor reaches them. Found once and then named one by one, so that
// the other statements of the page do not look for them again under every policy.
async function selectPerson(
  tx: Tx,
  province: string,
  clubId: string,
  personId: string,
): Promise<PersonRow & { lines: string[] }> {
  const [person] = await tx<(PersonRow & { lines: string[] })[]>`
    select person.id, code, risk, status, last_contact_on as "lastContactOn", next_step as "nextStep",
      next_due_on as "nextDueOn", person.member_id is not null as assigned, person.member_id as "memberId", sex, ethnicity,
      person.id || array(select id from person line
        where line.province = ${province} and line.merged_into = person.id) as lines
    from (select coalesce(merged_into, id) as kept_id from person
        where province = ${province} and club_id = ${clubId} and id = ${personId} and erased_at is null
          and id <> all ((select policy.excluded_persons())::uuid[])) asked
      join ${keptPersons(tx, province, clubId)} as person on person.id = asked.kept_id`
  if (!person) throw new Refused('notFound')
  return person
}

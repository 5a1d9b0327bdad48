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
  const lines = linesOf(tx, province, clubId, personId)
  const [[person], history, rules, contacts, referrals, merged] = await Promise.all([
    tx<PersonRow[]>`
      select id, code, risk, status, last_contact_on as "lastContactOn", next_step as "nextStep", next_due_on as "nextDueOn",
        member_id is not null as assigned, member_id as "memberId", sex, ethnicity
      from ${keptPersons(tx, province, clubId)} as person
      where province = ${province} and club_id = ${clubId} and id = any (${lines})`,
    tx<PersonPage['groupHistory']>`
      select target_group as group, since, until from person_group
      where province = ${province} and person_id = any (${lines}) order by since, target_group`,
    // Her kept line's own rule, else the one of a merged line: she is never without the rule that she gave.
    tx<RuleRow[]>`
      select safe_contact.person_id as "personId", ways, from_minute as "fromMinute", until_minute as "untilMinute",
        may_leave_message as "mayLeaveMessage", sealed
      from safe_contact join person on person.province = safe_contact.province and person.id = safe_contact.person_id
      where safe_contact.province = ${province} and safe_contact.person_id = any (${lines}) and ${goesToHer}
      order by person.merged_into is not null, updated_at desc limit 1`,
    tx<PersonPage['contacts']>`
      select id, on_day as "onDay", kinds, counted_as as "countedAs", topics, minutes,
        note_sealed is not null as "hasNote", next_step as "nextStep"
      from contact where province = ${province} and person_id = any (${lines}) order by on_day desc, recorded_at desc limit 100`,
    tx<PersonPage['referrals']>`
      select id, service, sent_on as "sentOn", outcome, outcome_on as "outcomeOn"
      from referral where province = ${province} and person_id = any (${lines}) order by sent_on desc`,
    tx<MergedRow[]>`
      select person.id, person.code, paper.id as "mergeId", paper.undo_until as "undoUntil"
      from person left join person_merge paper on paper.province = person.province and paper.merged_id = person.id
        and paper.undone_at is null and paper.undo_until > now()
      where person.province = ${province} and person.club_id = ${clubId} and person.merged_into is not null
        and person.id = any (${lines}) order by person.code`,
  ])
  if (!person) throw new Refused('notFound')
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

// Within the statements of the page, so that a person without merges costs no question more. Her kept line and those
// merged into it are looked for one by one: joined by «or» they would be looked for in the whole book.
function linesOf(tx: Tx, province: string, clubId: string, personId: string) {
  return tx`array(
    select line.id from person asked cross join lateral (
      select id from person kept where kept.province = asked.province and kept.id = coalesce(asked.merged_into, asked.id)
      union all
      select id from person merged where merged.province = asked.province and merged.merged_into = coalesce(asked.merged_into, asked.id)
    ) as line
    where asked.province = ${province} and asked.club_id = ${clubId} and asked.id = ${personId}
      and asked.erased_at is null and asked.id <> all ((select policy.excluded_persons())::uuid[]))`
}

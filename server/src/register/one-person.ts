import { mergedEntryRefusal } from '@ke-vai/contract/register/merge.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'

/** One line of the book that is the same person as others. */
export interface Line {
  id: string
  code: string
  kept: boolean
}

/**
 * The lines of the person to whom a line belongs, the kept one first; only those that the actor reaches. Whoever may
 * not see one of them sees none (policy.hidden_by_merge), so the answer is whole or empty.
 */
export function selectLines(tx: Tx, province: string, clubId: string, personId: string): Promise<Line[]> {
  return tx<Line[]>`
    select line.id, line.code, line.merged_into is null as kept
    from person asked cross join lateral (
      select * from person kept where kept.province = asked.province and kept.id = coalesce(asked.merged_into, asked.id)
      union all
      select * from person merged where merged.province = asked.province and merged.merged_into = coalesce(asked.merged_into, asked.id)
    ) as line
    where asked.province = ${province} and asked.club_id = ${clubId} and asked.id = ${personId}
      and line.club_id = asked.club_id and asked.erased_at is null and line.erased_at is null
      and asked.id <> all ((select policy.excluded_persons())::uuid[])
    order by line.merged_into is not null, line.code`
}

/** Nothing new hangs on a line that stands for another: refuses, and says where it belongs. */
export async function requireKeptLine(
  tx: Tx,
  province: string,
  clubId: string,
  personId: string,
): Promise<void> {
  const [merged] = await tx<{ code: string }[]>`
    select kept.code from person line join person kept on kept.province = line.province and kept.id = line.merged_into
    where line.province = ${province} and line.club_id = ${clubId} and line.id = ${personId}`
  if (merged) throw new Refused(mergedEntryRefusal(merged.code))
}

/**
 * The persons of a book as rows of `person`, two lines of one as one: last met when either was, and a next step that
 * only a merged line holds is not lost. To stand after `from`, as `person`.
 */
export function keptPersons(tx: Tx, province: string, clubId: string) {
  return tx`(
    select line.province, line.id, line.club_id, line.code, line.sex, line.ethnicity, line.risk, line.status, line.member_id,
      least(line.first_known_at, other.first_known_at) as first_known_at,
      greatest(line.last_contact_on, other.last_contact_on) as last_contact_on,
      coalesce(line.next_step, other.next_step) as next_step,
      case when line.next_step is null and line.next_due_on is null then other.next_due_on else line.next_due_on end as next_due_on
    from person line left join lateral (
      select min(first_known_at) as first_known_at, max(last_contact_on) as last_contact_on,
        (array_agg(next_step order by next_due_on nulls last) filter (where next_step is not null))[1] as next_step,
        min(next_due_on) as next_due_on
      from person merged where merged.province = line.province and merged.merged_into = line.id) as other on true
    where line.province = ${province} and line.club_id = ${clubId} and line.merged_into is null and line.erased_at is null)`
}

/** The lines of a club that stand for another: `id`, `kept`. The same for everybody who counts the club. */
export function mergedLines(tx: Tx, clubId: string) {
  return tx`(select id, kept from policy.merged_entries(${clubId}))`
}

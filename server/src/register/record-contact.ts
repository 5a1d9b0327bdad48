import { today } from '@ke-vai/contract/date/date.ts'
import type { PersonStatus } from '@ke-vai/contract/register/codes.ts'
import { contactRecord, contactRule, countedAs } from '@ke-vai/contract/register/contact.ts'
import { mergedEntryRefusal } from '@ke-vai/contract/register/merge.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Vault } from '../platform/vault.ts'
import { noteBound } from './identity.ts'

interface Known {
  status: PersonStatus
  has_rule: boolean
  may_leave_message: boolean | null
  member_id: string | null
  /** Of the line for which this one stands, after a merge. */
  kept_code: string | null
}

/** The member row of the actor in this club, or null (a chair may keep the book without being listed). */
export async function selectOwnMember(tx: Tx, province: string, clubId: string): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    select id from member where province = ${province} and club_id = ${clubId} and id = any (policy.own_members()) limit 1`
  return row?.id ?? null
}

/** The note as it is stored, or null when there is none. */
async function sealNote(
  vault: Vault,
  { personId, contactId, note }: { personId: string; contactId: string; note: string },
): Promise<Buffer | null> {
  if (note === '') return null
  const [sealed] = await vault.seal({ person: personId }, [{ bound: noteBound(contactId), value: note }])
  if (!sealed) throw new Error('the vault sealed nothing')
  return sealed
}

export const recordContact = command(
  contactRecord,
  async (args, { tx, actor, province, vault, deviceTime, audit }) => {
    // Sealing changes nothing, so the vault seals while the database is asked; what is refused below is thrown away.
    const sealing = sealNote(vault, args)
    // Whatever else goes wrong first is what is told.
    sealing.catch(() => {})
    const [[person], ownMember] = await Promise.all([
      tx<Known[]>`
    select status, member_id, (select kept.code from person kept
        where kept.province = person.province and kept.id = person.merged_into) as kept_code, rule.person_id is not null as has_rule, rule.may_leave_message
    from person left join lateral (
      select safe_contact.person_id, may_leave_message
      from safe_contact join person line on line.province = safe_contact.province and line.id = safe_contact.person_id
      where safe_contact.province = person.province and safe_contact.person_id = any (array(select person.id union all
        select merged.id from person merged where merged.province = person.province and merged.merged_into = person.id))
      order by line.merged_into is not null, safe_contact.updated_at desc limit 1) as rule on true
    where province = ${province} and club_id = ${args.clubId} and id = ${args.personId} for update of person`,
      selectOwnMember(tx, province, args.clubId),
    ])
    if (!person) throw new Refused('notFound')
    if (person.kept_code !== null) throw new Refused(mergedEntryRefusal(person.kept_code))
    const refusal = contactRule(args, {
      status: person.status,
      hasSafeContactRule: person.has_rule,
      mayLeaveMessage: person.may_leave_message === true,
      today: today(),
    })
    if (refusal) throw new Refused(refusal)

    const noteSealed = await sealing
    // Sent together and done in this order.
    await Promise.all([
      tx`
    insert into contact (province, id, club_id, person_id, member_id, on_day, kinds, counted_as, topics, minutes,
      next_step, next_due_on, rule_ticked, left_message, note_sealed, origin, device_time, recorded_by)
    values (${province}, ${args.contactId}, ${args.clubId}, ${args.personId}, ${ownMember},
      ${args.onDay}, ${args.kinds}, ${countedAs(args.kinds)}, ${args.topics}, ${args.minutes}, ${args.nextStep || null},
      ${args.nextDueOn}, ${args.ruleTicked}, ${args.leftMessage}, ${noteSealed}, 'app', ${deviceTime}, ${actor.id})`,
      tx`
    update person set last_contact_on = greatest(last_contact_on, ${args.onDay}::date),
      next_step = case when last_contact_on is null or last_contact_on <= ${args.onDay} then ${args.nextStep || null} else next_step end,
      next_due_on = case when last_contact_on is null or last_contact_on <= ${args.onDay} then ${args.nextDueOn} else next_due_on end,
      first_known_at = coalesce(first_known_at, now()),
      status = case when status in ('new', 'approaching') then
        case when ${countedAs(args.kinds)} = 'counselling' then 'counselling' else 'approaching' end else status end
    where province = ${province} and id = ${args.personId}`,
    ])
    await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['contact'] })
    return { id: args.contactId }
  },
)

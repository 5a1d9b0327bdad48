import { randomUUID } from 'node:crypto'
import type { CommandContext } from '../platform/commands.ts'
import type { FreshKey } from '../platform/vault.ts'
import { noteBound } from '../register/identity.ts'
import type { LedgerPlan, RowRef } from './plan.ts'
import type { RowBook } from './row-book.ts'
import { topicOf } from './topic-of.ts'

const keyOf = (ref: RowRef) => `${ref.sheet}!${ref.row}`

/** Which persons and members the rows of the book are, by sheet and row. */
export interface Known {
  persons: ReadonlyMap<string, string>
  freshKeys: ReadonlyMap<string, FreshKey>
  members: ReadonlyMap<string, string>
}

function need(ids: ReadonlyMap<string, string>, ref: RowRef): string {
  const id = ids.get(keyOf(ref))
  if (!id) throw new Error('a row points to a row that was not read')
  return id
}

export async function writeMembers(
  context: CommandContext,
  clubId: string,
  plan: LedgerPlan,
  book: RowBook,
): Promise<Map<string, string>> {
  const { tx, province } = context
  const idOf = new Map<string, string>()
  for (const member of plan.members) {
    const id = member.recorded ?? randomUUID()
    idOf.set(keyOf(member), id)
    if (member.recorded !== null) continue
    const ground = member.eligibilityGround === 'ask' ? null : member.eligibilityGround
    await tx`
      insert into member (province, id, club_id, display_name, board_role, eligibility_ground, work, area)
      values (${province}, ${id}, ${clubId}, ${member.name}, ${member.boardRole}, ${ground}, ${member.work}, ${member.area})`
    book.remember('member', member.fingerprint, id)
  }
  return idOf
}

export async function writeContacts(
  context: CommandContext,
  clubId: string,
  plan: LedgerPlan,
  known: Known,
  book: RowBook,
): Promise<void> {
  const { tx, province, vault, actor, deviceTime } = context
  const contacts = plan.contacts
    .filter((contact) => contact.recorded === null)
    .map((contact) => ({ contact, id: randomUUID(), personId: need(known.persons, contact.personRow) }))
  const withNote = contacts.filter(({ contact }) => contact.content !== null)
  const sealed = await vault.sealAll(
    withNote.map(({ contact, id, personId }) => ({
      key: { person: personId, fresh: known.freshKeys.get(personId) },
      bound: noteBound(id),
      value: contact.content,
    })),
  )
  const notes = new Map(withNote.map(({ id }, i) => [id, sealed[i] ?? null]))
  for (const { contact, id, personId } of contacts) {
    const note = notes.get(id) ?? null
    const memberId = contact.memberRow === null ? null : need(known.members, contact.memberRow)
    await tx`
      insert into contact (province, id, club_id, person_id, member_id, on_day, kinds, counted_as, topics, note_sealed, origin, device_time, recorded_by)
      values (${province}, ${id}, ${clubId}, ${personId}, ${memberId}, ${contact.date}, ${[...contact.kinds]}, ${contact.countsAs},
        ${topicOf(contact.content)}, ${note}, 'ledger', ${deviceTime}, ${actor.id})`
    book.remember('contact', contact.fingerprint, id)
  }
}

export async function writeReferrals(
  context: CommandContext,
  clubId: string,
  plan: LedgerPlan,
  known: Known,
  book: RowBook,
): Promise<void> {
  const { tx, province, actor } = context
  for (const referral of plan.referrals) {
    if (referral.recorded !== null) continue
    const id = randomUUID()
    await tx`
      insert into referral (province, id, club_id, person_id, service, sent_on, outcome, origin, recorded_by)
      values (${province}, ${id}, ${clubId}, ${need(known.persons, referral.personRow)}, ${referral.service}, ${referral.date},
        ${referral.outcome}, 'ledger', ${actor.id})`
    book.remember('referral', referral.fingerprint, id)
  }
}

export async function writeSessions(
  context: CommandContext,
  clubId: string,
  plan: LedgerPlan,
  book: RowBook,
): Promise<void> {
  const { tx, province, actor } = context
  for (const session of plan.sessions) {
    if (session.recorded !== null) continue
    const id = randomUUID()
    // The book's own total counts; what its columns leave out is «khác».
    const others = Math.max(session.other, session.total - session.staff - session.members - session.children)
    await tx`
      insert into session (province, id, club_id, on_day, topic, venue, staff, members, children, others, leaflets, origin, recorded_by)
      values (${province}, ${id}, ${clubId}, ${session.date}, ${session.topic ?? 'Chưa ghi chủ đề'}, ${session.venue}, ${session.staff},
        ${session.members}, ${session.children}, ${others}, ${session.leaflets}, 'ledger', ${actor.id})`
    book.remember('session', session.fingerprint, id)
  }
}

/** After contacts came in: last contact and place in the register follow from what was done, for the whole club. */
export async function refreshPersons({ tx, province }: CommandContext, clubId: string): Promise<void> {
  await tx`
    update person set last_contact_on = greatest(person.last_contact_on, done.last_on),
      status = case when person.status not in ('new', 'approaching', 'counselling') then person.status
        when done.referred then 'referred' when done.counselled then 'counselling'
        when done.last_on is not null then 'approaching' else person.status end
    from (
      select p.id, max(contact.on_day) as last_on, coalesce(bool_or(contact.counted_as = 'counselling'), false) as counselled,
        exists (select from referral where referral.province = ${province} and referral.person_id = p.id) as referred
      from person p left join contact on contact.province = ${province} and contact.person_id = p.id
      where p.province = ${province} and p.club_id = ${clubId} and p.erased_at is null
        and p.id <> all ((select policy.excluded_persons())::uuid[]) group by p.id
    ) as done
    where person.province = ${province} and person.id = done.id`
}

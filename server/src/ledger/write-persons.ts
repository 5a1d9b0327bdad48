import { randomUUID } from 'node:crypto'
import { showDate } from '@ke-vai/contract/date/date.ts'
import type { CommandContext } from '../platform/commands.ts'
import type { FreshKey } from '../platform/vault.ts'
import { insertIdentity, type SealedPerson, sealPersons } from '../register/identity.ts'
import { mergedLines } from '../register/one-person.ts'
import { nextPersonCodes } from '../register/register-person.ts'
import { sealWords } from '../register/safe-contact-words.ts'
import type { Birth, LedgerPlan, PlannedPerson, RowRef } from './plan.ts'
import type { RowBook } from './row-book.ts'
import { safeContactOf } from './safe-contact-of.ts'

const keyOf = (ref: RowRef) => `${ref.sheet}!${ref.row}`

/** Who the rows of the register are now. */
export interface WrittenPersons {
  idOf: Map<string, string>
  /** Of those made in this transaction, which the vault cannot read yet. */
  freshKeys: Map<string, FreshKey>
}

/** For each row of the register the person whom it is: those of the system, those brought in before, the new ones. */
export async function writePersons(
  context: CommandContext,
  clubId: string,
  plan: LedgerPlan,
  book: RowBook,
): Promise<WrittenPersons> {
  const fresh = plan.persons.filter((person) => person.existingId === null && person.recorded === null)
  const codes = fresh.length > 0 ? await nextPersonCodes(context.tx, context.province, fresh.length) : []
  const idOf = new Map<string, string>()
  const freshIds = new Map(fresh.map((person) => [person, randomUUID()]))
  const sealed = await sealAll(context, freshIds)
  const words = await sealAllWords(context, freshIds, sealed)
  // A row that was found in a line merged since belongs to the line that was kept.
  const merged = await context.tx<
    { id: string; kept: string }[]
  >`select id, kept from ${mergedLines(context.tx, clubId)} as line`
  const kept = new Map(merged.map((line) => [line.id, line.kept]))
  for (const person of plan.persons) {
    const found = person.existingId ?? person.recorded
    const known = found === null ? null : (kept.get(found) ?? found)
    const id = known ?? freshIds.get(person) ?? randomUUID()
    for (const row of [person, ...person.merged]) {
      idOf.set(keyOf(row), id)
      if (row.recorded === null) book.remember('person', row.fingerprint, id)
    }
    if (known === null) {
      const code = codes.shift()
      const own = sealed.get(id)
      if (!code || !own) throw new Error('too few codes were drawn')
      await insertPerson(context, clubId, person, { ...own, words: words.get(id) ?? null }, code)
    }
    await insertGroups(context, clubId, plan, person, id)
  }
  return { idOf, freshKeys: new Map([...sealed].map(([id, { key }]) => [id, key])) }
}

async function sealAll(
  { vault, actor }: CommandContext,
  people: ReadonlyMap<PlannedPerson, string>,
): Promise<Map<string, SealedPerson>> {
  const sealed = await sealPersons(
    vault,
    actor,
    [...people].map(([person, personId]) => ({ personId, identity: identityOf(person) })),
  )
  return new Map(sealed.map((each) => [each.personId, each]))
}

/** What the rules that the book asks for say in words, under the same keys. */
async function sealAllWords(
  { vault }: CommandContext,
  people: ReadonlyMap<PlannedPerson, string>,
  sealed: ReadonlyMap<string, SealedPerson>,
): Promise<Map<string, Buffer>> {
  const ruled = [...people].flatMap(([person, personId]) => {
    const rule = safeContactOf(person.safeContact)
    return rule ? [{ personId, rule, fresh: sealed.get(personId)?.key }] : []
  })
  return sealWords(vault, ruled)
}

function identityOf(person: PlannedPerson) {
  return {
    name: person.name,
    birth: showBirth(person.birth),
    phone: person.phones.length > 0 ? person.phones.join(', ') : null,
    address: person.address,
    note: person.note,
    paper: null,
    family: null,
  }
}

async function insertPerson(
  context: CommandContext,
  clubId: string,
  person: PlannedPerson,
  sealed: SealedPerson & { words: Buffer | null },
  code: string,
): Promise<void> {
  const { tx, province, actor } = context
  const id = sealed.personId
  await tx`
    insert into person (province, id, club_id, code, register_no, sex, ethnicity, created_by)
    values (${province}, ${id}, ${clubId}, ${code}, ${person.number}, ${person.sex === 'ask' ? null : person.sex},
      ${person.ethnicity}, ${actor.id})`
  await insertIdentity(tx, { province, clubId }, sealed)
  const rule = safeContactOf(person.safeContact)
  if (rule)
    await tx`
      insert into safe_contact (province, person_id, club_id, ways, from_minute, until_minute, may_leave_message, sealed)
      values (${province}, ${id}, ${clubId}, ${rule.ways}, ${rule.fromMinute}, ${rule.untilMinute},
        ${rule.mayLeaveMessage}, ${sealed.words})`
}

/** Groups that she is not in yet; since when the book does not say, so since the year of the book. */
async function insertGroups(
  { tx, province }: CommandContext,
  clubId: string,
  plan: LedgerPlan,
  person: PlannedPerson,
  id: string,
): Promise<void> {
  const since = `${plan.year ?? new Date().getUTCFullYear()}-01-01`
  for (const group of person.groups)
    await tx`
      insert into person_group (province, id, club_id, person_id, target_group, since)
      select ${province}, ${randomUUID()}::uuid, ${clubId}, ${id}::uuid, ${group}, ${since}::date
      where not exists (select from person_group where province = ${province} and person_id = ${id}
        and target_group = ${group} and until is null)`
}

function showBirth(birth: Birth | null): string | null {
  if (birth === null) return null
  if (birth.kind === 'day') return showDate(birth.day)
  return birth.kind === 'about' ? `khoảng ${birth.year}` : String(birth.year)
}

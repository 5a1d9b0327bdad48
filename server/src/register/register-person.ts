import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  personAssign,
  personGroupsSet,
  personRegister,
  personSexSet,
} from '@ke-vai/contract/register/person.ts'
import { safeContactSet } from '@ke-vai/contract/register/safe-contact.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { insertIdentity, sealPersons } from './identity.ts'
import { requireKeptLine } from './one-person.ts'
import { selectOwnMember } from './record-contact.ts'
import { sealWords } from './safe-contact-words.ts'

/** The next code of the province: 'KV-22-000147'. Codes follow one another and say nothing of the person. */
export async function nextPersonCodes(tx: Tx, province: string, howMany: number): Promise<string[]> {
  const [row] = await tx<{ last: number }[]>`
    insert into person_code_counter (province, last) values (${province}, ${howMany})
    on conflict (province) do update set last = person_code_counter.last + ${howMany} returning last`
  if (!row) throw new Error('the code counter gave no row')
  const first = row.last - howMany + 1
  return Array.from({ length: howMany }, (_, i) => `KV-${province}-${String(first + i).padStart(6, '0')}`)
}

export const registerPerson = command(
  personRegister,
  async (args, { tx, actor, reach, province, vault, audit }) => {
    const memberId = reach === 'assigned' ? await selectOwnMember(tx, province, args.clubId) : null
    const [code] = await nextPersonCodes(tx, province, 1)
    if (!code) throw new Error('no code was given')
    await tx`
    insert into person (province, id, club_id, code, sex, member_id, first_known_at, created_by)
    values (${province}, ${args.personId}, ${args.clubId}, ${code}, ${args.sex}, ${memberId}, now(), ${actor.id})`
    for (const group of new Set(args.groups))
      await tx`insert into person_group (province, id, club_id, person_id, target_group, since)
      values (${province}, ${randomUUID()}, ${args.clubId}, ${args.personId}, ${group}, ${today()})`
    const identity = {
      name: cleanText(args.name),
      birth: args.birth,
      phone: args.phone,
      address: args.address,
      note: null,
      paper: null,
      family: null,
    }
    for (const sealed of await sealPersons(vault, actor, [{ personId: args.personId, identity }]))
      await insertIdentity(tx, { province, clubId: args.clubId }, sealed)
    if (args.surveyRoundId !== null)
      await tx`update survey_round set agreed = agreed + 1 where province = ${province} and id = ${args.surveyRoundId} and club_id = ${args.clubId}`
    await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['identity', 'groups'] })
    return { id: args.personId, code }
  },
)

export const setPersonGroups = command(personGroupsSet, async (args, { tx, province, audit }) => {
  await requirePerson(tx, province, args.clubId, args.personId)
  const now = await tx<{ target_group: string }[]>`
    select target_group from person_group where province = ${province} and person_id = ${args.personId} and until is null`
  const held = new Set(now.map((row) => row.target_group))
  const wanted = new Set<string>(args.groups)
  for (const group of held)
    if (!wanted.has(group))
      await tx`update person_group set until = ${args.onDay}
        where province = ${province} and person_id = ${args.personId} and target_group = ${group} and until is null`
  for (const group of wanted)
    if (!held.has(group))
      await tx`insert into person_group (province, id, club_id, person_id, target_group, since)
        values (${province}, ${randomUUID()}, ${args.clubId}, ${args.personId}, ${group}, ${args.onDay})`
  await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['groups'] })
  return { done: true as const }
})

export const setPersonSex = command(personSexSet, async (args, { tx, province, audit }) => {
  await requirePerson(tx, province, args.clubId, args.personId)
  await tx`update person set sex = ${args.sex} where province = ${province} and id = ${args.personId}`
  await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['sex'] })
  return { done: true as const }
})

export const assignPerson = command(personAssign, async (args, { tx, province, audit }) => {
  await requirePerson(tx, province, args.clubId, args.personId)
  if (args.memberId !== null) {
    const known =
      await tx`select id from member where province = ${province} and club_id = ${args.clubId} and id = ${args.memberId}`
    if (known.length === 0) throw new Refused('notFound')
  }
  // Lines merged into hers go with her: a companion who reached one of them alone would reach neither.
  await tx`update person set member_id = ${args.memberId} where province = ${province} and club_id = ${args.clubId}
    and (id = ${args.personId} or merged_into = ${args.personId})`
  await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['assignment'] })
  return { done: true as const }
})

export const setSafeContact = command(safeContactSet, async (args, { tx, province, vault, audit }) => {
  await requirePerson(tx, province, args.clubId, args.personId)
  const { personId, rule } = args
  const sealed = (await sealWords(vault, [{ personId, rule }])).get(personId) ?? null
  // What an earlier version left in the open is taken away with the rule that it belonged to.
  await tx`
    insert into safe_contact (province, person_id, club_id, ways, from_minute, until_minute, may_leave_message, sealed)
    values (${province}, ${personId}, ${args.clubId}, ${rule.ways}, ${rule.fromMinute}, ${rule.untilMinute},
      ${rule.mayLeaveMessage}, ${sealed})
    on conflict (province, person_id) do update set ways = excluded.ways, from_minute = excluded.from_minute,
      until_minute = excluded.until_minute, may_leave_message = excluded.may_leave_message, sealed = excluded.sealed,
      say_from = null, who_may_answer = null, visit_rule = null, updated_at = now()`
  await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['safe_contact'] })
  return { done: true as const }
})

async function requirePerson(tx: Tx, province: string, clubId: string, personId: string): Promise<void> {
  const known =
    await tx`select id from person where province = ${province} and club_id = ${clubId} and id = ${personId}`
  if (known.length === 0) throw new Refused('notFound')
  await requireKeptLine(tx, province, clubId, personId)
}

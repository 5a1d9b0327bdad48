import { countedAs } from '@ke-vai/contract/register/contact.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import { findPerson, type PersonIndex, refOf } from './find-person.ts'
import { personKey } from './person-key.ts'
import type { PlannedContact, PlannedMember } from './plan.ts'
import type { ReadingContext } from './reading-context.ts'
import { cellText } from './readings/cell-text.ts'
import { readContactKinds } from './readings/contact-kinds.ts'
import { readEventDay } from './readings/event-day.ts'
import { compareNames, nameKey, readName } from './readings/person-name.ts'
import { noteRow } from './row-notes.ts'
import type { TableRow } from './table.ts'

/** One row of the diary; null when it cannot be taken. */
export function readContact(
  row: TableRow,
  year: number | null,
  persons: PersonIndex,
  members: readonly PlannedMember[],
  context: ReadingContext,
): PlannedContact | null {
  const notes = noteRow(row, ['date', 'personNumber', 'kind'], context.problems)
  const date = notes.read('date', readEventDay(row.cell('date'), year, context.today))
  const kinds = notes.read('kind', readContactKinds(row.cell('kind')))
  const found = row.broken.includes('personNumber') ? null : findPerson(row, persons)
  if (found && 'problem' in found) notes.say(found.field, found.problem)
  if (!found || 'problem' in found || !date || !kinds || notes.isRefused()) return null
  if (found.remark) notes.say(found.field, found.remark)
  const content = cellText(row.cell('content'))
  const memberName = readName(cellText(row.cell('member')))
  const member = findMember(memberName, members)
  if (memberName !== '' && members.length > 0 && !member) notes.say('member', 'member_unknown')
  const said = [
    date,
    personKey(found.person),
    kinds.toSorted().join('+'),
    foldText(content),
    nameKey(memberName),
  ]
  const { fingerprint, nth } = context.fingerprints.of('contact', said)
  if (nth > 1) notes.say('date', 'row_twice')
  return {
    ...refOf(row),
    date,
    personRow: refOf(found.person),
    kinds,
    countsAs: countedAs(kinds),
    content: content || null,
    memberName: memberName || null,
    memberRow: member ? refOf(member) : null,
    fingerprint,
    recorded: context.recorded(fingerprint) ?? null,
  }
}

/** The one member of this name, or whose name it shortens; null when none or two answer to it. */
function findMember(name: string, members: readonly PlannedMember[]): PlannedMember | null {
  if (name === '') return null
  for (const likeness of ['same', 'similar'] as const) {
    const [only, second] = members.filter((member) => compareNames(member.name, name) === likeness)
    if (only) return second ? null : only
  }
  const [only, second] = members.filter((member) => ` ${nameKey(member.name)}`.endsWith(` ${nameKey(name)}`))
  return only && !second ? only : null
}

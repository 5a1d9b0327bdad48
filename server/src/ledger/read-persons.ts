import { foldText } from '@ke-vai/contract/text/text.ts'
import type { PlannedPerson } from './plan.ts'
import type { ProblemCode } from './problem-words.ts'
import type { ReadingContext } from './reading-context.ts'
import { birthText, readBirth } from './readings/birth.ts'
import { cellText } from './readings/cell-text.ts'
import { readEthnicity } from './readings/ethnicity.ts'
import { accentKey, readName } from './readings/person-name.ts'
import { readPhones } from './readings/phone.ts'
import { readSafeContactHints } from './readings/safe-contact-hints.ts'
import { readSex, readSexColumns } from './readings/sex.ts'
import { readGroups } from './readings/target-groups.ts'
import { noteRow, type RowNotes } from './row-notes.ts'
import type { TableRow } from './table.ts'

/** One row of the register as a person; null when it cannot be taken. */
export function readPerson(row: TableRow, context: ReadingContext): PlannedPerson | null {
  const notes = noteRow(row, ['name'], context.problems)
  const name = readName(cellText(row.cell('name')))
  if (!notes.isRefused() && foldText(name) === '') notes.say('name', 'name_missing')
  if (notes.isRefused()) return null
  const birth = readBirthOf(row, notes, context)
  const phones = notes.read('phone', readPhones(row.cell('phone'))) ?? []
  const groups = notes.read('group', readGroups(row.cell('group'))) ?? []
  const note = cellText(row.cell('note'))
  const safeContact = new Set(readSafeContactHints(`${note} ; ${cellText(row.cell('phone'))}`))
  if (notes.said.some(({ code }) => code === 'phone_with_words')) safeContact.add('phone_of_another')
  if (readSafeContactHints(note).length > 0) notes.say('note', 'safe_contact_hint')
  const { fingerprint } = context.fingerprints.of('person', [
    accentKey(name),
    birthText(birth),
    phones[0] ?? '',
  ])
  return {
    sheet: row.sheet,
    row: row.row,
    number: row.number,
    name,
    birth,
    sex: readSexOf(row, notes),
    ethnicity: notes.read('ethnicity', readEthnicity(row.cell('ethnicity'))),
    address: cellText(row.cell('address')) || null,
    phones,
    groups,
    note: [note, ...writtenOtherwise(row, notes)].filter((part) => part !== '').join(' · ') || null,
    safeContact: [...safeContact],
    fingerprint,
    recorded: context.recorded(fingerprint) ?? null,
    merged: [],
    existingId: null,
  }
}

/** Forms with 'Năm sinh' over 'Nam' and 'Nữ' put the year into the column of the sex. */
function readBirthOf(row: TableRow, notes: RowNotes, context: ReadingContext) {
  const own = row.cell('birth')
  if (own) return notes.read('birth', readBirth(own, context.today))
  for (const field of ['female', 'male']) {
    const cell = row.cell(field)
    const reading = readBirth(cell, context.today)
    if (cell && reading.value) return notes.read(field, reading)
  }
  return null
}

function readSexOf(row: TableRow, notes: RowNotes) {
  const one = row.cell('sex')
  const [male, female] = [row.cell('male'), row.cell('female')]
  if (one || (!male && !female)) return notes.read('sex', readSex(one))
  return notes.read(female ? 'female' : 'male', readSexColumns(male, female))
}

const notUnderstood: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'birth_unreadable',
  'birth_impossible',
  'birth_unlikely',
  'phone_wrong',
  'phone_with_words',
  'group_unknown',
])

/** What was written but not understood is kept with the person, so that nothing of the book is lost. */
function writtenOtherwise(row: TableRow, notes: RowNotes): string[] {
  const fields = notes.said.filter(({ code }) => notUnderstood.has(code)).map(({ field }) => field)
  return [...new Set(fields)].map((field) => cellText(row.cell(field)))
}

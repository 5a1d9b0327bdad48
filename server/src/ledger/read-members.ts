import { foldText } from '@ke-vai/contract/text/text.ts'
import { refOf } from './find-person.ts'
import type { PlannedMember } from './plan.ts'
import type { ReadingContext } from './reading-context.ts'
import { readBoardRole, readEligibility, tellsLivedExperience } from './readings/board-role.ts'
import { cellText } from './readings/cell-text.ts'
import { accentKey, readName } from './readings/person-name.ts'
import { noteRow } from './row-notes.ts'
import type { TableRow } from './table.ts'

/** One member of the club; null when the row has no name. What a book tells of her own past is not taken. */
export function readMember(row: TableRow, context: ReadingContext): PlannedMember | null {
  const notes = noteRow(row, ['name'], context.problems)
  const name = readName(cellText(row.cell('name')))
  if (!notes.isRefused() && foldText(name) === '') notes.say('name', 'name_missing')
  if (notes.isRefused()) return null
  const roleText = cellText(row.cell('boardRole'))
  const own = (field: string, text: string) => {
    if (!tellsLivedExperience(text)) return text
    notes.say(field, 'lived_experience_not_taken')
    return ''
  }
  const boardRole =
    own('boardRole', roleText) === '' ? 'none' : notes.read('boardRole', readBoardRole(row.cell('boardRole')))
  const work = own('work', cellText(row.cell('work')))
  const eligibilityGround = readEligibility(boardRole ?? 'none', work)
  if (eligibilityGround === 'ask') notes.say('work', 'eligibility_ask')
  const { fingerprint, nth } = context.fingerprints.of('member', [accentKey(name)])
  if (nth > 1) notes.say('name', 'row_twice')
  return {
    ...refOf(row),
    name,
    boardRole: boardRole ?? 'none',
    work: work || null,
    area: cellText(row.cell('area')) || null,
    eligibilityGround,
    fingerprint,
    recorded: context.recorded(fingerprint) ?? null,
  }
}

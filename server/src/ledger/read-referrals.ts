import { foldText } from '@ke-vai/contract/text/text.ts'
import { findPerson, type PersonIndex, refOf } from './find-person.ts'
import { personKey } from './person-key.ts'
import type { PlannedReferral } from './plan.ts'
import type { ReadingContext } from './reading-context.ts'
import { cellText } from './readings/cell-text.ts'
import { readEventDay } from './readings/event-day.ts'
import { isOddOutcome, readOutcome, readService } from './readings/referral.ts'
import { noteRow } from './row-notes.ts'
import type { TableRow } from './table.ts'

/** One row of the referrals; null when it cannot be taken. */
export function readReferral(
  row: TableRow,
  year: number | null,
  persons: PersonIndex,
  context: ReadingContext,
): PlannedReferral | null {
  const notes = noteRow(row, ['date', 'personNumber', 'service'], context.problems)
  const date = notes.read('date', readEventDay(row.cell('date'), year, context.today))
  const service = notes.read('service', readService(row.cell('service')))
  const found = row.broken.includes('personNumber') ? null : findPerson(row, persons)
  if (found && 'problem' in found) notes.say(found.field, found.problem)
  if (!found || 'problem' in found || !date || !service || notes.isRefused()) return null
  if (found.remark) notes.say(found.field, found.remark)
  const serviceText = cellText(row.cell('service'))
  const outcomeText = cellText(row.cell('outcome'))
  const outcome = notes.read('outcome', readOutcome(row.cell('outcome'))) ?? 'no_answer'
  if (isOddOutcome(service, outcomeText)) notes.say('outcome', 'outcome_odd')
  // What came of it changes with time and is therefore no part of what the row is.
  const said = [date, personKey(found.person), foldText(serviceText)]
  const { fingerprint, nth } = context.fingerprints.of('referral', said)
  if (nth > 1) notes.say('date', 'row_twice')
  return {
    ...refOf(row),
    date,
    personRow: refOf(found.person),
    service,
    serviceText,
    outcome,
    outcomeText: outcomeText || null,
    fingerprint,
    recorded: context.recorded(fingerprint) ?? null,
  }
}

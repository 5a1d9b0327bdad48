import { foldText } from '@ke-vai/contract/text/text.ts'
import { refOf } from './find-person.ts'
import type { PlannedSession } from './plan.ts'
import type { ReadingContext } from './reading-context.ts'
import { cellText } from './readings/cell-text.ts'
import { readEventDay } from './readings/event-day.ts'
import { readHeadCount } from './readings/head-count.ts'
import { noteRow } from './row-notes.ts'
import type { TableRow } from './table.ts'

const figures = ['staff', 'members', 'children', 'other', 'total', 'leaflets'] as const

/** One communication session; null when it cannot be taken. The written total counts, not what it should be. */
export function readSession(
  row: TableRow,
  year: number | null,
  context: ReadingContext,
): PlannedSession | null {
  const notes = noteRow(row, ['date', ...figures], context.problems)
  const date = notes.read('date', readEventDay(row.cell('date'), year, context.today))
  const count = Object.fromEntries(
    figures.map((figure) => [figure, notes.read(figure, readHeadCount(row.cell(figure)))]),
  ) as Record<(typeof figures)[number], number | null>
  if (!date || notes.isRefused()) return null
  const parts = [count.staff, count.members, count.children, count.other].filter((part) => part !== null)
  const sum = parts.reduce((all, part) => all + part, 0)
  if (count.total === null && parts.length === 0) notes.say('total', 'attendance_missing')
  if (notes.isRefused()) return null
  if (count.total === null) notes.say('total', 'total_from_columns')
  if (count.total !== null && parts.length > 0 && count.total !== sum) notes.say('total', 'total_differs')
  const topic = cellText(row.cell('topic'))
  const venue = cellText(row.cell('venue'))
  const total = count.total ?? sum
  const { fingerprint, nth } = context.fingerprints.of('session', [
    date,
    foldText(topic),
    foldText(venue),
    total,
  ])
  if (nth > 1) notes.say('date', 'row_twice')
  return {
    ...refOf(row),
    date,
    topic: topic || null,
    venue: venue || null,
    staff: count.staff ?? 0,
    members: count.members ?? 0,
    children: count.children ?? 0,
    other: count.other ?? 0,
    total,
    leaflets: count.leaflets ?? 0,
    fingerprint,
    recorded: context.recorded(fingerprint) ?? null,
  }
}

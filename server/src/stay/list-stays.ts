import type { EntryFact } from '@ke-vai/contract/case/entry.ts'
import { count } from '@ke-vai/contract/count/count.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { stayKinds } from '@ke-vai/contract/stay/entries.ts'
import { daysStayed, foldStays, isActive, type StayNow, standingOf } from '@ke-vai/contract/stay/state.ts'
import { type StayLine, stayList } from '@ke-vai/contract/stay/stay.ts'
import { withinCaseReach } from '../platform/guard.ts'
import { read } from '../platform/reads.ts'

type Row = EntryFact & { caseId: string }
interface CaseRow {
  id: string
  code: string
  /** Two cases of one person of a club's register are one person. */
  person: string
  along: boolean
}
interface ClockRow {
  caseId: string
  kind: string
  dueAt: Date | null
}

/** Whose turn it is first: she who is over the time allowed, then who nears it, then who waits for a bed; then by bed. */
const order = ({ standing, begunOn, bed, code }: StayLine): string =>
  [
    standing === 'over_limit' ? 0 : standing === 'near_end' ? 1 : begunOn === null ? 2 : 3,
    bed ?? '',
    code,
  ].join(' ')

const ofCase = <Of extends { caseId: string }>(rows: readonly Of[]): ReadonlyMap<string, Of[]> => {
  const found = new Map<string, Of[]>()
  for (const row of rows) found.set(row.caseId, [...(found.get(row.caseId) ?? []), row])
  return found
}

export const listStays = read(stayList, async ({ params }, { tx, province, reach }) => {
  const cases = await tx<CaseRow[]>`
    select id, code, coalesce(person_id, id) as person, accompanies_id is not null as along from case_file
    where province = ${province} and organisation_id = ${params.organisationId} and ${withinCaseReach(tx, reach)}`
  const ids = cases.map(({ id }) => id)
  const entries = await tx<Row[]>`
    select case_id as "caseId", id, seq, kind, body, on_day as "onDay", supersedes from case_entry
    where province = ${province} and case_id = any (${ids}) and kind = any (${[...stayKinds]}) order by seq`
  const clocks = await tx<ClockRow[]>`
    select case_id as "caseId", kind, due_at as "dueAt" from case_deadline
    where province = ${province} and case_id = any (${ids}) and kind in ('stay_review', 'stay_warning', 'stay_limit')
      and met_at is null and dropped_at is null order by due_at nulls last`
  const [entriesOf, clocksOf] = [ofCase(entries), ofCase(clocks)]
  const slept: CaseRow[] = []
  const lines: StayLine[] = []
  for (const of of cases)
    for (const stay of foldStays(entriesOf.get(of.id) ?? [])) {
      if (stay.begunOn !== null) slept.push(of)
      if (isActive(stay)) lines.push(lineOf(of, stay, clocksOf.get(of.id) ?? []))
    }
  const persons = new Map(slept.map(({ person, along }) => [person, along]))
  return {
    stays: lines.sort((one, other) => order(one).localeCompare(order(other))),
    sheltered: {
      persons: count('person', persons.size),
      childrenAlong: count('person', [...persons.values()].filter(Boolean).length),
      stays: count('person_time', slept.length),
    },
  }
})

function lineOf(of: CaseRow, stay: StayNow, clocks: readonly ClockRow[]): StayLine {
  const running = clocks.map(({ kind, dueAt }) => ({ kind, dueAt: dueAt?.toISOString() ?? null }))
  const standing = standingOf(running)
  // Whoever is over the time allowed is shown by that, not by the warning that ran out before it.
  const limit = standing === 'over_limit' ? running.find(({ kind }) => kind === 'stay_limit') : undefined
  return {
    ...{ stayId: stay.id, caseId: of.id, code: of.code },
    ...{ state: stay.state, bed: stay.bed, begunOn: stay.begunOn, restUntil: stay.restUntil },
    days: daysStayed(stay, today()),
    standing,
    nextDue: limit ?? running[0] ?? null,
  }
}

import { acceptMerges, answerLedger } from '../answer-ledger.ts'
import type { LedgerPlan, PlannedContact, PlannedReferral, PlannedSession } from '../plan.ts'

/** The figures that the expected file beside a workbook holds, counted from its plan with all merges accepted. */
export function expectedFigures(plan: LedgerPlan) {
  const accepted = answerLedger(plan, acceptMerges(plan))
  const numberAt = new Map(plan.persons.map((person) => [`${person.sheet}!${person.row}`, person.number]))
  const numberOf = (ref: { sheet: string; row: number }) => numberAt.get(`${ref.sheet}!${ref.row}`)
  const keyOf = (row: PlannedContact | PlannedReferral) => `${row.personRow.sheet}!${row.personRow.row}`
  const met = new Set(accepted.contacts.map(keyOf))
  const referred = new Set(accepted.referrals.map(keyOf))
  const diaries = new Set(plan.sheets.filter(({ kind }) => kind === 'contacts').map(({ sheet }) => sheet))
  const lost = plan.problems.filter(({ severity, sheet }) => severity === 'refused' && diaries.has(sheet))
  const sum = (read: (session: PlannedSession) => number) =>
    accepted.sessions.reduce((all, one) => all + read(one), 0)
  const ofKind = (kind: string) => accepted.contacts.filter((contact) => contact.countsAs === kind).length
  return {
    year: plan.year,
    register: {
      rows: plan.persons.length,
      suspectedDuplicatePairs: plan.samePersonPairs.map((pair) => [
        numberOf(pair.first),
        pair.other.in === 'book' ? numberOf(pair.other.row) : null,
      ]),
      notDuplicates: plan.keptApart.map(({ first, second }) => [numberOf(first), numberOf(second)]),
      personsAfterMerge: accepted.persons.length,
      byGroup: tally(accepted.persons.flatMap((person) => person.groups)),
      ambiguousSexRow: accepted.persons.find((person) => person.sex === 'ask')?.number,
      women: accepted.persons.filter((person) => person.sex === 'female').length,
      men: accepted.persons.filter((person) => person.sex === 'male').length,
      sexToAsk: accepted.persons.filter((person) => person.sex === 'ask').length,
    },
    contacts: {
      accepted: accepted.contacts.length,
      rejectedRows: new Set(lost.map(({ sheet, row }) => `${sheet}!${row}`)).size,
      counselling: ofKind('counselling'),
      visits: ofKind('visit'),
      mobilisation: ofKind('mobilisation'),
      personsWithContact: met.size,
    },
    referrals: {
      sent: accepted.referrals.length,
      personsReferred: referred.size,
      referralRate: `${[...referred].filter((person) => met.has(person)).length}/${met.size}`,
      byService: tally(accepted.referrals.map((referral) => referral.service)),
    },
    sessions: {
      count: accepted.sessions.length,
      attendance: sum((session) => session.total),
      staff: sum((session) => session.staff),
      members: sum((session) => session.members),
      children: sum((session) => session.children),
      leaflets: sum((session) => session.leaflets),
    },
    months: monthsOf(accepted),
    members: accepted.members.length,
  }
}

function monthsOf(plan: LedgerPlan) {
  const months = new Map<
    number,
    Record<'contacts' | 'counselling' | 'visits' | 'sessions' | 'attendance' | 'referrals', number>
  >()
  const at = (date: string) => {
    const number = Number(date.slice(5, 7))
    const month = months.get(number) ?? {
      contacts: 0,
      counselling: 0,
      visits: 0,
      sessions: 0,
      attendance: 0,
      referrals: 0,
    }
    months.set(number, month)
    return month
  }
  for (const { date, countsAs } of plan.contacts) {
    at(date).contacts++
    if (countsAs === 'counselling') at(date).counselling++
    if (countsAs === 'visit') at(date).visits++
  }
  for (const { date } of plan.referrals) at(date).referrals++
  for (const { date, total } of plan.sessions) {
    at(date).sessions++
    at(date).attendance += total
  }
  return Object.fromEntries(months)
}

function tally(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

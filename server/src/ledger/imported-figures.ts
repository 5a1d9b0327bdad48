import type { Tx } from '../platform/database.ts'
import { mergedLines } from '../register/one-person.ts'
import type { LedgerPlan } from './plan.ts'

interface Club {
  id: string
  province: string
}

/**
 * Counts from the database what a book's year came to, and from the book what only it knows (pairs, refused rows).
 * lượt, người and cuộc are counted apart.
 */
export async function countImported(tx: Tx, club: Club, year: number, book: LedgerPlan) {
  const numbers = new Map(book.persons.map((person) => [`${person.sheet}!${person.row}`, person.number]))
  const numberOf = (ref: { sheet: string; row: number }) => numbers.get(`${ref.sheet}!${ref.row}`) ?? null
  const diaries = new Set(book.sheets.filter(({ kind }) => kind === 'contacts').map(({ sheet }) => sheet))
  const refused = book.problems.filter((each) => each.severity === 'refused' && diaries.has(each.sheet))
  const [register] = await tx<
    { rows: number; persons: number; women: number; men: number; ask: number; ask_row: number | null }[]
  >`
    select count(*)::int as persons, count(*) filter (where sex = 'female')::int as women,
      count(*) filter (where sex = 'male')::int as men, count(*) filter (where sex is null)::int as ask,
      min(register_no) filter (where sex is null) as ask_row,
      (select count(*)::int from ledger_row where province = ${club.province} and club_id = ${club.id} and kind = 'person') as rows
    from person where province = ${club.province} and club_id = ${club.id} and merged_into is null`
  if (!register) throw new Error('the register gave no count')
  const byGroup = await tx<Tally[]>`
    select target_group as code, count(distinct coalesce(line.kept, person_id))::int as n
    from person_group left join ${mergedLines(tx, club.id)} as line on line.id = person_id
    where province = ${club.province} and club_id = ${club.id} and until is null group by 1 order by 1`
  const members = await tx<{ n: number }[]>`
    select count(*)::int as n from member where province = ${club.province} and club_id = ${club.id} and left_on is null`
  return {
    register: {
      rows: register.rows,
      suspectedDuplicatePairs: book.samePersonPairs.map((pair) => [
        numberOf(pair.first),
        pair.other.in === 'book' ? numberOf(pair.other.row) : pair.other.code,
      ]),
      notDuplicates: book.keptApart.map(({ first, second }) => [numberOf(first), numberOf(second)]),
      personsAfterMerge: register.persons,
      byGroup: tally(byGroup),
      ambiguousSexRow: register.ask_row,
      women: register.women,
      men: register.men,
      sexToAsk: register.ask,
    },
    contacts: {
      ...(await countContacts(tx, club, year)),
      rejectedRows: new Set(refused.map((each) => `${each.sheet}!${each.row}`)).size,
    },
    referrals: await countReferrals(tx, club, year),
    sessions: await countSessions(tx, club, year),
    months: await countMonths(tx, club, year),
    members: members[0]?.n ?? 0,
  }
}

interface Tally {
  code: string
  n: number
}
const tally = (rows: readonly Tally[]) => Object.fromEntries(rows.map(({ code, n }) => [code, n]))

async function countContacts(tx: Tx, club: Club, year: number) {
  const [row] = await tx<
    { accepted: number; counselling: number; visits: number; mobilisation: number; persons: number }[]
  >`
    select count(*)::int as accepted, count(*) filter (where counted_as = 'counselling')::int as counselling,
      count(*) filter (where counted_as = 'visit')::int as visits,
      count(*) filter (where counted_as = 'mobilisation')::int as mobilisation, count(distinct coalesce(line.kept, person_id))::int as persons
    from contact left join ${mergedLines(tx, club.id)} as line on line.id = person_id where province = ${club.province} and club_id = ${club.id} and extract(year from on_day) = ${year}`
  return {
    accepted: row?.accepted ?? 0,
    counselling: row?.counselling ?? 0,
    visits: row?.visits ?? 0,
    mobilisation: row?.mobilisation ?? 0,
    personsWithContact: row?.persons ?? 0,
  }
}

async function countReferrals(tx: Tx, club: Club, year: number) {
  const [row] = await tx<{ sent: number; referred: number; among_met: number; met: number }[]>`
    with line as (select * from ${mergedLines(tx, club.id)} as merged),
    met as (select distinct coalesce(line.kept, person_id) as person_id from contact left join line on line.id = person_id
      where province = ${club.province} and club_id = ${club.id} and extract(year from on_day) = ${year}),
    sent as (select coalesce(line.kept, person_id) as person_id from referral left join line on line.id = person_id
      where province = ${club.province} and club_id = ${club.id} and extract(year from sent_on) = ${year})
    select (select count(*)::int from sent) as sent, (select count(distinct person_id)::int from sent) as referred,
      (select count(distinct person_id)::int from sent where person_id in (select person_id from met)) as among_met,
      (select count(*)::int from met) as met`
  const byService = await tx<Tally[]>`
    select service as code, count(*)::int as n from referral
    where province = ${club.province} and club_id = ${club.id} and extract(year from sent_on) = ${year} group by 1 order by 1`
  return {
    sent: row?.sent ?? 0,
    personsReferred: row?.referred ?? 0,
    referralRate: `${row?.among_met ?? 0}/${row?.met ?? 0}`,
    byService: tally(byService),
  }
}

async function countSessions(tx: Tx, club: Club, year: number) {
  const [row] = await tx<
    Record<'count' | 'attendance' | 'staff' | 'members' | 'children' | 'leaflets', number>[]
  >`
    select count(*)::int as count, coalesce(sum(staff + members + children + others), 0)::int as attendance,
      coalesce(sum(staff), 0)::int as staff, coalesce(sum(members), 0)::int as members,
      coalesce(sum(children), 0)::int as children, coalesce(sum(leaflets), 0)::int as leaflets
    from session where province = ${club.province} and club_id = ${club.id} and extract(year from on_day) = ${year}`
  if (!row) throw new Error('the sessions gave no count')
  return { ...row }
}

interface MonthRow {
  month: number
  contacts: number
  counselling: number
  visits: number
  sessions: number
  attendance: number
  referrals: number
}

async function countMonths(tx: Tx, club: Club, year: number) {
  const rows = await tx<MonthRow[]>`
    with done as (
      select on_day as day, counted_as, 0 as attendance, 'contact' as what from contact
        where province = ${club.province} and club_id = ${club.id}
      union all select on_day, null, staff + members + children + others, 'session' from session
        where province = ${club.province} and club_id = ${club.id}
      union all select sent_on, null, 0, 'referral' from referral
        where province = ${club.province} and club_id = ${club.id}
    )
    select extract(month from day)::int as month, count(*) filter (where what = 'contact')::int as contacts,
      count(*) filter (where counted_as = 'counselling')::int as counselling,
      count(*) filter (where counted_as = 'visit')::int as visits,
      count(*) filter (where what = 'session')::int as sessions, sum(attendance)::int as attendance,
      count(*) filter (where what = 'referral')::int as referrals
    from done where extract(year from day) = ${year} group by 1 order by 1`
  return Object.fromEntries(rows.map(({ month, ...figures }) => [String(month), figures]))
}

import { randomUUID } from 'node:crypto'
import type { Sql } from '../server/src/platform/database.ts'
import { ordinaryClub, type Size } from './size.ts'

/** A club and the province that its keys lead with. */
export interface ClubRef {
  id: string
  province: string
  organisationId: string
}

/** One of the two clubs that are measured, with who keeps its book. */
export interface MeasuredClub extends ClubRef {
  username: string
}

/** A chair of many clubs, who brings a paper book into one after another. */
export interface Importer {
  accountId: string
  username: string
  /** Clubs that have not yet had the book. */
  clubs: ClubRef[]
}

export interface Measured {
  ordinary: MeasuredClub
  big: MeasuredClub
  importer: Importer
  /** Eight more chairs of the ordinary club, since one alone may not open identities as fast as is measured. */
  openers: { accountId: string; username: string }[]
  /** A month that has a report, `YYYY-MM`. */
  month: string
}

/**
 * Makes one club in each commune of today, each with its union, five members and the months of the last year; and a
 * chair's account for the clubs that are measured, with the password of the demo. The ordinary club is the first
 * commune, big clubs are the last. `sql` is the superuser; every statement makes a whole table's rows at once.
 */
export async function loadClubs(sql: Sql): Promise<Measured> {
  await sql`create schema bench`
  // An id of the shape that the contract asks for, always the same for the same thing.
  await sql`
    create function bench.id(what text) returns uuid language sql immutable
    return overlay(overlay(md5(what) placing '4' from 13) placing '8' from 17)::uuid`
  // Every commune of today with its number: what is loaded later is spread by this number.
  await sql`
    create table bench.commune as
    select row_number() over (order by code)::int as no, code, name, province_code as province,
      bench.id('club/' || code) as club_id, bench.id('union/' || code) as union_id
    from place where level = 'commune' and valid_to is null`
  await sql`alter table bench.commune add primary key (no)`
  await sql`
    insert into organisation (id, province, kind, level, parent_id, place_code)
    select bench.id('union/' || province), province, 'women_union', 'province',
      (select id from organisation where level = 'national' limit 1), province
    from (select distinct province from bench.commune) as each`
  await sql`
    insert into organisation (id, province, kind, level, parent_id, place_code)
    select union_id, province, 'women_union', 'commune', bench.id('union/' || province), code from bench.commune`
  await sql`
    insert into organisation_name (organisation_id, name, valid_from)
    select union_id, 'Hội Liên hiệp Phụ nữ ' || name, '2010-01-01' from bench.commune`
  await sql`
    insert into club (province, id, code, managing_organisation_id, kind, place_code, place_as_of, launched_on, started_on, state)
    select province, club_id, 'bench-' || code, union_id, 'prevention_and_support', code, '2025-07-01', '2025-07-01',
      '2025-07-01', 'active' from bench.commune`
  await sql`
    insert into club_name (province, club_id, name, valid_from)
    select province, club_id, 'Câu lạc bộ ' || name, '2025-07-01' from bench.commune`
  await sql`
    insert into club_state_change (province, id, club_id, state, on_day)
    select province, bench.id('state/' || code), club_id, 'active', '2025-07-01' from bench.commune`
  await sql`
    insert into member (province, id, club_id, display_name, board_role, joined_on)
    select province, bench.id('member/' || code || '/' || n), club_id, 'Thành viên ' || n,
      case n when 1 then 'chair' when 2 then 'vice_chair' else 'none' end, '2025-07-01'
    from bench.commune, generate_series(1, 5) as n`
  await sql`
    insert into month_cycle (province, id, club_id, month, first_day, last_day, state)
    select province, bench.id('month/' || code || '/' || first), club_id, to_char(first, 'YYYY-MM'), first,
      (first + interval '1 month - 1 day')::date, 'open'
    from bench.commune, generate_series(date_trunc('month', current_date) - interval '11 months',
      date_trunc('month', current_date), interval '1 month') as first`
  const [ordinary] = await selectClubs(sql, 1, 1)
  const [big] = (await selectClubs(sql, 1, 1_000_000)).slice(-1)
  const clubs = await selectClubs(sql, 2, 21)
  const [last] = await sql<
    { month: string }[]
  >`select to_char(current_date - interval '1 month', 'YYYY-MM') as month`
  if (!ordinary || !big || !last) throw new Error('no commune is loaded')
  await makeChair(sql, 'bench-ordinary', [ordinary])
  await makeChair(sql, 'bench-big', [big])
  const accountId = await makeChair(sql, 'bench-importer', clubs)
  const openers: Measured['openers'] = []
  for (let n = 1; n <= 8; n++) {
    const username = `bench-opener-${n}`
    openers.push({ accountId: await makeChair(sql, username, [ordinary]), username })
  }
  return {
    ordinary: { ...ordinary, username: 'bench-ordinary' },
    big: { ...big, username: 'bench-big' },
    importer: { accountId, username: 'bench-importer', clubs },
    openers,
    month: last.month,
  }
}

async function selectClubs(sql: Sql, from: number, to: number): Promise<ClubRef[]> {
  return sql<ClubRef[]>`
    select club_id as id, province, union_id as "organisationId" from bench.commune where no between ${from}::int and ${to}::int order by no`
}

async function makeChair(sql: Sql, username: string, clubs: readonly ClubRef[]): Promise<string> {
  const accountId = randomUUID()
  await sql`
    insert into account (id, province, username, display_name, password_hash)
    select ${accountId}, ${clubs[0]?.province ?? ''}, ${username}, ${username}, password_hash from account where username = 'tham'`
  await sql`
    insert into role_grant (id, account_id, role, club_id, valid_from)
    select gen_random_uuid(), ${accountId}, 'club_chair', unnest(${clubs.map((club) => club.id)}::uuid[]), '2025-07-01'`
  return accountId
}

/** Grows the country to the size: only what is missing is added, then the planner is told. */
export async function grow(sql: Sql, size: Size): Promise<void> {
  await addPersons(sql, size)
  await addContacts(sql, size)
  await sql`
    insert into session (province, id, club_id, on_day, topic, staff, members, children, others, leaflets, origin)
    select province, bench.id('session/' || n), club_id, current_date - (n * 7 % 540), 'Phòng ngừa mua bán người',
      n % 3, 5 + n % 9, n % 20, 10 + n % 40, n % 60, 'app'
    from generate_series(1 + (select count(*)::int from session), ${size.sessions}::int) as n
      join bench.commune on no = 1 + n % (select max(no) from bench.commune)`
  // Nobody's codes may meet those of a person entered later.
  await sql`
    insert into person_code_counter (province, last)
    select province, count(*) from person group by province
    on conflict (province) do update set last = greatest(person_code_counter.last, excluded.last)`
  await sql`vacuum analyze`
}

async function addPersons(sql: Sql, size: Size): Promise<void> {
  await sql`
    create temporary table wanted as
    with ends as (select max(no) as clubs from bench.commune), kinds as (
      select no, province, club_id, case when no > clubs - ${size.bigClubs}::int then ${size.bigClub}::int
        when no = 1 then ${ordinaryClub}::int end as fixed from bench.commune, ends
    ), rest as (
      select ${size.persons}::int - sum(fixed) as persons, count(*) filter (where fixed is null) as clubs from kinds
    )
    select no, province, club_id, coalesce(fixed,
      (rest.persons / rest.clubs)::int + case when no - 1 <= rest.persons % rest.clubs then 1 else 0 end) as persons
    from kinds, rest`
  // The ordinary club registers its own people through the product, so that they have keys.
  await sql`
    insert into person (province, id, club_id, code, sex, risk, status, first_known_at, last_contact_on, next_step, next_due_on)
    select province, bench.id('person/' || no || '/' || n), club_id,
      'KV-' || province || '-' || lpad((counter.at + row_number() over (partition by province order by no, n))::text, 6, '0'),
      'female', (array['low', 'medium', 'high', 'unknown'])[1 + n % 4], 'counselling', now(), current_date - n % 90,
      'Thăm hỏi', current_date - 20 + n % 60
    from wanted left join person_code_counter using (province) cross join lateral (select coalesce(last, 0)) as counter(at)
      cross join lateral generate_series(1 + (select count(*)::int from person where person.province = wanted.province
        and person.club_id = wanted.club_id), wanted.persons) as n
    where no > 1`
  await sql`drop table wanted`
  await sql`
    insert into person_group (province, id, club_id, person_id, target_group, since)
    select province, gen_random_uuid(), club_id, id, (array['at_risk', 'victim', 'prospective_migrant', 'irregular_returnee'])
      [1 + (hashtext(code) & 3)], '2025-07-01' from person
    where not exists (select from person_group where person_group.province = person.province and person_id = person.id)`
  await sql`
    insert into safe_contact (province, person_id, club_id, ways)
    select province, id, club_id, '{in_person}' from person where (hashtext(code) & 1) = 0
      and not exists (select from safe_contact where safe_contact.province = person.province and person_id = person.id)`
}

async function addContacts(sql: Sql, size: Size): Promise<void> {
  // Two for each person on average, spread over eighteen months: every person has one before anyone has two more.
  await sql`
    insert into contact (province, id, club_id, person_id, on_day, kinds, counted_as, topics, minutes, rule_ticked, origin)
    select province, gen_random_uuid(), club_id, id, current_date - ((hashtext(code) & 1023) + n * 211) % 540,
      case n when 1 then '{counselling}'::text[] else '{visit,survey}'::text[] end,
      case n when 1 then 'counselling' else 'visit' end, '{papers}', 30, true, 'app'
    from person, generate_series(1, 2) as n
    where not exists (select from contact where contact.province = person.province and person_id = person.id)
    limit (select greatest(0, ${size.contacts}::int - count(*)) from contact)`
  await sql`
    insert into referral (province, id, club_id, person_id, service, sent_on, outcome, origin)
    select province, gen_random_uuid(), club_id, id, 'vocational', current_date - (hashtext(code) & 511), 'accepted', 'app'
    from person where hashtext(code) % 10 = 0
      and not exists (select from referral where referral.province = person.province and person_id = person.id)`
}

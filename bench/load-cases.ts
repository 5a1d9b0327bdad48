import type { Sql } from '../server/src/platform/database.ts'
import { twoYears } from './case-life.ts'
import type { MeasuredAgency } from './load-agencies.ts'
import type { Size } from './size.ts'

// Of the agency that is measured: the same at every size, so that only the country around it grows.
const [hers, agencys, waiting] = [60, 300, 20]

/** Two years of one case, as a table that every case takes its entries from. */
export async function loadLife(sql: Sql): Promise<void> {
  await sql`
    create table bench.life (id uuid, seq int primary key, kind text, tier text, body jsonb, about_key text,
      about_id uuid, sealed boolean, day int)`
  for (const { id, seq, kind, tier, body, about, sealed, day } of twoYears())
    await sql`
      insert into bench.life values (${id}, ${seq}, ${kind}, ${tier}, ${body}::text::jsonb, ${about?.key ?? null},
        ${about?.id ?? null}, ${sealed}, ${day})`
}

/**
 * Grows the cases with the country, one to twenty persons: each with its team, two years of entries, clocks of which
 * some are open, three referrals in their states, its consent, and what was asked of the police. What is sealed is
 * bytes that nobody opens.
 */
export async function growCases(sql: Sql, { province, centreId }: MeasuredAgency, size: Size): Promise<void> {
  await sql`
    create table bench.new_case as
    with provinces as (
      select province, row_number() over (order by province)::int - 1 as at from (select distinct province from bench.commune) as each
    ), wanted as (
      select province, case when province = ${province} then ${agencys}::int
        else greatest(2, (${size.cases}::int - ${agencys}::int) / (select count(*)::int - 1 from provinces)) end as cases
      from provinces
    ), there as (
      select province, count(*)::int as cases from case_file where code like 'BE-%' group by province
    )
    select wanted.province, n, bench.id('case/' || wanted.province || '/' || n) as id, current_date - (n * 37 % 700) as opened,
      bench.id('centre/' || wanted.province) as centre_id,
      case when wanted.province <> ${province} then bench.id('carries/' || wanted.province)
        when n > ${agencys}::int - ${waiting}::int then null
        else (select id from account where username = case when n <= ${hers}::int then 'bench-manager' else 'bench-colleague' end)
      end as manager_id
    from wanted left join there using (province),
      generate_series(1 + coalesce(there.cases, 0), wanted.cases) as n`
  await sql`
    insert into case_file (province, id, organisation_id, code, channel, issues, opened_at, received_at, track, age_band, sex,
      language, nationality, state, stage, legal_status, manager_id, last_seq)
    select province, id, centre_id, 'BE-' || province || '-' || lpad(n::text, 6, '0'), 'self_return', '{}', opened, opened,
      'adult', '18_to_30', 'female', 'vietnamese', 'vietnamese', case when manager_id is null then 'reception' else 'following' end,
      'transition', 'in_identification', manager_id, (select max(seq) from bench.life)
    from bench.new_case`
  await sql`
    insert into case_member (province, id, case_id, account_id, part)
    select province, gen_random_uuid(), id, manager_id, 'manager' from bench.new_case where manager_id is not null`
  // An entry that is about an earlier one names that of its own case.
  await sql`
    insert into case_entry (province, id, case_id, seq, kind, tier, body, sealed, on_day, recorded_at, recorded_by)
    select province, bench.id(life.id::text || new_case.id), new_case.id, seq, kind, tier,
      case when about_id is null then body
        else jsonb_set(body, array[about_key], to_jsonb(bench.id(about_id::text || new_case.id))) end,
      case when sealed then sha256(kind::bytea) end, opened + day, opened + day, manager_id
    from bench.new_case, bench.life`
  await sql`
    insert into case_deadline (province, id, case_id, organisation_id, kind, about_id, started_at, due_at, met_at, parameter)
    select province, gen_random_uuid(), id, centre_id, kind, bench.id('verification/' || id), opened, opened + days,
      case when days < (n * 53 % 800) then opened + days end, 'bench'
    from bench.new_case, (values ('notify_health', 1), ('initial_verification', 4), ('identification', 120), ('reassessment', 183),
      ('follow_up', 125), ('follow_up', 185), ('follow_up', 275), ('follow_up', 365), ('follow_up', 460), ('follow_up', 640),
      ('follow_up', 825)) as clock (kind, days)`
  await addShared(sql)
  await sql`drop table bench.new_case`
  await sql`vacuum analyze case_file, case_member, case_entry, case_deadline, consent, referral, verification,
    verification_request, transfer`
  const [made] = await sql<{ cases: number }[]>`
    select count(*)::int as cases from case_file where organisation_id = ${centreId}`
  if (made?.cases !== agencys) throw new Error(`the measured agency has ${made?.cases} cases`)
}

async function addShared(sql: Sql): Promise<void> {
  await sql`
    insert into consent (province, id, case_id, purpose, to_organisation_id, fields, given_by, form, language, text_version,
      interpreter, valid_from, valid_to, given_at)
    select province, bench.id(purpose || '/' || id), id, purpose, bench.id(body || '/' || province), '{called_by,need,reach}',
      'herself', 'signature', 'vietnamese', '1', 'not_needed', opened, current_date + 200, opened
    from bench.new_case, (values ('share_referral', 'legal'), ('share_transfer', 'centre')) as asked (purpose, body)`
  await sql`
    insert into referral (province, id, case_id, organisation_id, to_organisation_id, service, urgency, cost, consent_id, fields,
      state, sent_on, sent_at, answer_due_at, shared, origin)
    select province, bench.id('referral/' || id || '/' || nth), id, centre_id, bench.id('legal/' || province), service, 'soon', 'free',
      bench.id('share_referral/' || id), '{called_by,need,reach}',
      case when (n + nth) % 8 < 5 then 'closed' else (array['sent', 'accepted', 'in_progress'])[1 + (n + nth) % 3] end,
      opened + nth * 20, opened + nth * 20, opened + nth * 20 + 7, sha256(id::text::bytea), 'app'
    from bench.new_case, (values (1, 'legal_aid'), (2, 'papers'), (3, 'legal_advice')) as asked (nth, service)`
  await sql`
    insert into verification (province, id, case_id, organisation_id, lead_organisation_id, case_code, state, started_at)
    select province, bench.id('verification/' || id), id, centre_id, bench.id('health/' || province),
      'BE-' || province || '-' || lpad(n::text, 6, '0'), 'verifying', opened from bench.new_case`
  await sql`
    insert into verification_request (province, id, case_id, case_code, from_organisation_id, to_organisation_id, purpose, fields,
      shared, state, sent_at, expires_at, openings_allowed)
    select province, bench.id('request/' || id), id, 'BE-' || province || '-' || lpad(n::text, 6, '0'), centre_id,
      bench.id('police/' || province), 'information', '{called_by}', sha256(id::text::bytea),
      case when n % 6 = 0 then 'sent' else 'answered' end, opened, current_date + 30, 3
    from bench.new_case`
  // Every fifteenth is offered to the agency of the first province.
  await sql`
    insert into transfer (province, id, case_id, organisation_id, to_organisation_id, reason, state, state_before, consent_id, fields, parcel,
      offered_at)
    select new_case.province, bench.id('transfer/' || id), id, centre_id, bench.id('centre/' || first.province), 'returns_home', 'offered',
      'following', bench.id('share_transfer/' || id), '{called_by}', sha256(id::text::bytea), opened
    from bench.new_case new_case join bench.commune first on first.no = 1 and first.province <> new_case.province
    where n <= 2`
}

import { randomUUID } from 'node:crypto'
import type { Sql } from '../server/src/platform/database.ts'

/** The agency that is measured, and who asks there: a manager of cases, a partner, a liaison, the health body. */
export interface MeasuredAgency {
  province: string
  centreId: string
  legalAidId: string
  policeId: string
  healthId: string
}

/** Who is measured at which body, by user name and role; `bench-colleague` carries the agency's other cases. */
const staff = [
  { username: 'bench-manager', role: 'case_manager', body: 'centre' },
  { username: 'bench-colleague', role: 'case_manager', body: 'centre' },
  { username: 'bench-partner', role: 'service_partner', body: 'legal' },
  { username: 'bench-liaison', role: 'police_liaison', body: 'police' },
  { username: 'bench-health', role: 'province_manager', body: 'health' },
] as const

/**
 * Makes four bodies in each province, of which the agency below the health body carries cases, and one account there that
 * manages them; and in the first province the accounts that are measured. `loadClubs` has made the country before.
 */
export async function loadAgencies(sql: Sql): Promise<MeasuredAgency> {
  await sql`
    insert into organisation (id, province, kind, level, parent_id, place_code)
    select bench.id(body || '/' || province), province, kind, 'province',
      case body when 'centre' then bench.id('health/' || province) end, province
    from (select distinct province from bench.commune) as each,
      (values ('health', 'health_department'), ('centre', 'social_work_centre'), ('police', 'police'),
        ('legal', 'legal_aid_centre')) as bodies (body, kind)
    order by body = 'centre'`
  await sql`
    insert into organisation_name (organisation_id, name, valid_from)
    select id, kind || ' ' || province, '2010-01-01' from organisation
    where id in (select bench.id(body || '/' || province) from bench.commune, unnest('{health,centre,police,legal}'::text[]) as body)`
  await sql`
    insert into account (id, province, username, display_name, password_hash)
    select bench.id('carries/' || province), province, 'bench-carries-' || province, 'Cán bộ ' || province,
      (select password_hash from account where username = 'tham')
    from (select distinct province from bench.commune) as each`
  await sql`
    insert into role_grant (id, account_id, role, organisation_id, valid_from)
    select gen_random_uuid(), bench.id('carries/' || province), 'case_manager', bench.id('centre/' || province), '2025-07-01'
    from (select distinct province from bench.commune) as each`
  const [first] = await sql<{ province: string }[]>`select province from bench.commune order by no limit 1`
  if (!first) throw new Error('no commune is loaded')
  const { province } = first
  for (const { username, role, body } of staff) {
    const accountId = randomUUID()
    await sql`
      insert into account (id, province, username, display_name, password_hash)
      select ${accountId}, ${province}, ${username}, ${username}, password_hash from account where username = 'tham'`
    await sql`
      insert into role_grant (id, account_id, role, organisation_id, valid_from)
      values (gen_random_uuid(), ${accountId}, ${role}, bench.id(${`${body}/${province}`}), '2025-07-01')`
  }
  const [ids] = await sql<Omit<MeasuredAgency, 'province'>[]>`
    select bench.id(${`centre/${province}`}) as "centreId", bench.id(${`legal/${province}`}) as "legalAidId",
      bench.id(${`police/${province}`}) as "policeId", bench.id(${`health/${province}`}) as "healthId"`
  if (!ids) throw new Error('no agency was made')
  return { province, ...ids }
}

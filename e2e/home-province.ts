import { randomUUID } from 'node:crypto'
import { demoId } from '../server/src/demo/demo.ts'
import type { TestProduct } from '../server/src/platform/testing/test-product.ts'

const province = '11'

/**
 * Whom the demo network leaves out of the province to which somebody goes home: a police body with its liaison (sua),
 * and a club with its chair (dua), both with the password of the demo. @returns the name of each body
 */
export async function peopleOfHomeProvince({ database: { dangerous: sql } }: TestProduct) {
  const bodies = { police: 'Công an tỉnh Điện Biên', union: 'Hội Liên hiệp Phụ nữ xã Mường Phăng' }
  const club = 'CLB Phòng, chống mua bán người xã Mường Phăng'
  const [policeId, unionId, clubId] = [randomUUID(), randomUUID(), randomUUID()]
  for (const [id, kind, level, name] of [
    [policeId, 'police', 'province', bodies.police],
    [unionId, 'women_union', 'commune', bodies.union],
  ] as const) {
    await sql`insert into organisation (id, province, kind, level) values (${id}, ${province}, ${kind}, ${level})`
    await sql`insert into organisation_name (organisation_id, name, valid_from) values (${id}, ${name}, '2010-01-01')`
  }
  await sql`insert into club (province, id, code, managing_organisation_id, kind, place_code, place_as_of, state)
    values (${province}, ${clubId}, 'muong-phang', ${unionId}, 'prevention_and_support', '03328', '2022-05-01', 'active')`
  await sql`insert into club_name (province, club_id, name, valid_from)
    values (${province}, ${clubId}, ${club}, '2022-05-01')`
  for (const [username, name, role, place] of [
    ['sua', 'Anh Sùa', 'police_liaison', { organisation: policeId, club: null }],
    ['dua', 'Chị Dua', 'club_chair', { organisation: null, club: clubId }],
  ] as const) {
    const id = randomUUID()
    await sql`insert into account (id, province, username, display_name, password_hash)
      select ${id}, ${province}, ${username}, ${name}, password_hash from account where id = ${demoId('account/may')}`
    await sql`insert into role_grant (id, account_id, role, organisation_id, club_id, valid_from)
      values (${randomUUID()}, ${id}, ${role}, ${place.organisation}, ${place.club}, '2022-05-01')`
    if (place.club)
      await sql`insert into member (province, id, club_id, account_id, display_name)
        values (${province}, ${randomUUID()}, ${clubId}, ${id}, ${name})`
  }
  return { ...bodies, club }
}

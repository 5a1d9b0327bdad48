import { randomUUID } from 'node:crypto'
import type { Role } from '@ke-vai/contract/permissions.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { clubAt } from './testing/club-at.ts'

// What a role at a place reaches across the days on which the map changed, asked of the rows' own lock.

const national = demoId('organisation/union')
const account = demoId('account/nga')
const old = '1900-01-01'
const reform = '2025-07-01'
const retyped = '2026-04-30'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.dangerous`delete from role_grant where account_id = ${account}`
  await database.dangerous`delete from club where managing_organisation_id = ${national}`
})

const club = (code: string, asOf: string) => clubAt(database.dangerous, code, asOf, national)
const as = <T>(work: (tx: Tx) => Promise<T>) => asActor(database.operator, { accountId: account }, {}, work)

async function hold(
  level: 'province' | 'commune',
  code: string,
  from: string,
  role: Role = 'police_liaison',
) {
  await database.dangerous`
    insert into role_grant (id, account_id, role, place_level, place_code, place_from, valid_from)
    values (${randomUUID()}, ${account}, ${role}, ${level}, ${code}, ${from}, '2022-01-01')`
}
/** The clubs that she reaches with a role held at this one place. */
async function reachedAt(level: 'province' | 'commune', code: string, from: string): Promise<string[]> {
  await database.dangerous`delete from role_grant where account_id = ${account}`
  await hold(level, code, from)
  return as(async (tx) => {
    const rows = await tx<{ id: string }[]>`
      select id from club where managing_organisation_id = ${national} order by created_at`
    // What she enters with is the same club by club.
    for (const { id } of rows) {
      const [row] = await database.dangerous`
        select policy.roles_of(${account}, ${id}, null) as roles, policy.clubs_at_places(${account}, '{police_liaison}') as clubs`
      expect(row?.roles).toEqual(['police_liaison'])
      expect(row?.clubs).toContain(id)
    }
    return rows.map(({ id }) => id)
  })
}

test('a role at an old province follows it into the new one, and reaches only what lay in the old', async () => {
  const inSocTrang = await club('31498', '2022-05-01')
  const newInSocTrang = await club('31507', '2025-08-01')
  const inCanTho = await club('31120', '2022-05-01')
  const newInCanTho = await club('31120', '2025-08-01')
  expect(await reachedAt('province', '94', old)).toEqual([inSocTrang, newInSocTrang])
  expect(await reachedAt('province', '92', old)).toEqual([inCanTho, newInCanTho])
  expect(await reachedAt('province', '92', reform)).toEqual([
    inSocTrang,
    newInSocTrang,
    inCanTho,
    newInCanTho,
  ])
})

test('a role at a commune that was merged reaches what was founded there, not what others brought along', async () => {
  const here = await club('31498', '2022-05-01')
  const nextDoor = await club('31501', '2022-05-01')
  const later = await club('31507', '2025-08-01')
  expect(await reachedAt('commune', '31498', old)).toEqual([here])
  expect(await reachedAt('commune', '31507', reform)).toEqual([here, nextDoor, later])
  // The old ward of that code is another place than the new one.
  expect(await reachedAt('commune', '31507', old)).toEqual([])
})

test('a commune that only changed its name or kind is the same place on both sides of the day', async () => {
  const before = await club('25270', '2025-08-01')
  const after = await club('25270', '2026-05-01')
  expect(await reachedAt('commune', '25270', reform)).toEqual([before, after])
  expect(await reachedAt('commune', '25270', retyped)).toEqual([before, after])
  expect(await reachedAt('province', '75', reform)).toEqual([before, after])
  expect(await reachedAt('province', '75', retyped)).toEqual([before, after])
})

test('the same code is another place on another day', async () => {
  // 24 was Bắc Giang and is Bắc Ninh, which took in both; 27 was Bắc Ninh.
  const bacGiang = await club('07210', '2022-05-01')
  const bacNinh = await club('09163', '2022-05-01')
  expect(await reachedAt('province', '24', old)).toEqual([bacGiang])
  expect(await reachedAt('province', '27', old)).toEqual([bacNinh])
  expect(await reachedAt('province', '24', reform)).toEqual([bacGiang, bacNinh])
  expect(await reachedAt('province', '27', reform)).toEqual([])
})

test('a club whose commune was split is reached by no place until a person has said where it lies', async () => {
  const split = await club('00556', '2022-05-01')
  const places = [
    ['commune', '00556', old],
    ['commune', '00562', reform],
    ['commune', '00541', reform],
    ['province', '01', reform],
  ] as const
  for (const [level, code, from] of places) expect(await reachedAt(level, code, from)).toEqual([])
  await database.dangerous`update club set place_code = '00562', place_as_of = ${reform} where id = ${split}`
  for (const [level, code, from] of places)
    expect(await reachedAt(level, code, from)).toEqual(code === '00562' || code === '01' ? [split] : [])
})

test('a role at a place holds from its day to its day, until it is ended, and for its own rights alone', async () => {
  const here = await club('31507', '2025-08-01')
  const seen = () => as(async (tx) => (await tx`select from club where id = ${here}`).length)
  const set = (change: Record<string, unknown>) =>
    database.dangerous`update role_grant set ${database.dangerous(change)} where account_id = ${account}`
  await hold('commune', '31507', reform)
  expect(await seen()).toBe(1)
  await set({ valid_from: '2199-01-01' })
  expect(await seen()).toBe(0)
  await set({ valid_from: '2022-01-01', valid_to: '2022-02-01' })
  expect(await seen()).toBe(0)
  await set({ valid_to: null, ended_at: '2022-02-01' })
  expect(await seen()).toBe(0)
  await set({ ended_at: null, role: 'case_manager' })
  expect(await seen()).toBe(0)
})

test('a member’s and a board’s role are held at a club alone, and no role in two places at once', async () => {
  await expect(hold('commune', '31507', reform, 'club_member')).rejects.toThrow('member_at_club')
  await expect(hold('commune', '31507', reform, 'club_chair')).rejects.toThrow('member_at_club')
  const held = database.dangerous`
    insert into role_grant (id, account_id, role, organisation_id, place_level, place_code, place_from, valid_from)
    values (${randomUUID()}, ${account}, 'ward_officer', ${national}, 'commune', '31507', ${reform}, '2022-01-01')`
  await expect(held).rejects.toThrow('held_once')
})

test('who reaches a club by its place is known there as one who may be in conflict, and an exclusion beats the role', async () => {
  const here = await club('31507', '2025-08-01')
  await hold('commune', '31507', reform, 'ward_officer')
  const reaching = await as((tx) => tx`select account_id from policy.accounts_reaching(${here})`)
  expect(reaching.map((each) => each.account_id)).toContain(account)
  const personId = randomUUID()
  await database.dangerous`insert into person (province, id, club_id, code) values ('22', ${personId}, ${here}, ${personId})`
  const seen = () => as(async (tx) => (await tx`select from person where id = ${personId}`).length)
  expect(await seen()).toBe(1)
  await database.dangerous`insert into exclusion (province, id, club_id, person_id, account_id, ground)
    values ('22', ${randomUUID()}, ${here}, ${personId}, ${account}, 'relative')`
  expect(await seen()).toBe(0)
  await database.dangerous`delete from person where id = ${personId}`
})

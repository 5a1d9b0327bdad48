import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'

const clubId = demoId('club/tuan-chau')
const tham = demoId('account/tham')
const [personId, kept] = [randomUUID(), randomUUID()]
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  const sql = database.dangerous
  for (const id of [personId, kept]) {
    await sql`insert into person (province, id, club_id, code) values ('22', ${id}, ${clubId}, ${id.slice(0, 8)})`
    await sql`insert into person_identity (province, person_id, club_id, sealed) values ('22', ${id}, ${clubId}, '')`
  }
  await sql`insert into exclusion (province, id, club_id, person_id, account_id, ground)
    values ('22', ${randomUUID()}, ${clubId}, ${personId}, ${tham}, 'relative')`
})
afterAll(() => database?.close())

test('the setting by which figures count everybody shows an excluded person’s sealed things to no SQL of the app', async () => {
  const seen = await asActor(database.operator, { accountId: tham }, {}, async (tx) => {
    await tx`select set_config('app.counting', 'on', true)`
    const identities = await tx<{ person_id: string }[]>`select person_id from person_identity`
    const exclusions = await tx`select id from exclusion`
    return { identities: identities.map((row) => row.person_id), exclusions: exclusions.length }
  })
  expect(seen).toEqual({ identities: [kept], exclusions: 0 })
})

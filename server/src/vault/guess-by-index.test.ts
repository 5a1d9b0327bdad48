import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import {
  chair,
  clubId,
  linkMember,
  member,
  organisationId,
  registerPerson,
} from './testing/people-with-names.ts'

// Whoever holds the server may ask the vault for the tokens of any guess. None of the statements that the app may run
// must then say whether the guess was right, nor whose tokens there are.

let database: TestDatabase
let personId: string

beforeAll(async () => {
  database = await testDatabase()
  personId = await registerPerson(database, database.vault, { name: 'Đặng Thị Hoà', phone: '0912345678' })
  await linkMember(database)
})
afterAll(() => database.close())

async function guess(who: { accountId: string }, phone: string): Promise<string> {
  const [tokens = []] = await database.vault
    .asking(null)
    .indexTokens(organisationId, [{ name: 'Vàng Thị Đoán', birth: null, phone, paper: null }])
  const [phoneToken] = tokens.filter(({ kind }) => kind === 'phone')
  if (!phoneToken) throw new Error('a phone has a token')
  return asActor(database.operator, who, { clubId }, async (tx) => {
    await tx`insert into identity_index (province, organisation_id, club_id, person_id, kind, token)
      values ('22', ${organisationId}, ${clubId}, ${personId}, 'phone', ${phoneToken.token})`
    return 'added'
  }).catch((error: { code: string }) => error.code)
}

test('a right guess of a phone number is refused exactly as a wrong one, for the chair and for a member', async () => {
  for (const who of [chair, member])
    expect([await guess(who, '0912345678'), await guess(who, '0987654321')]).toEqual(['42501', '42501'])
})

test('the index says of nobody that she is there whom the asker does not reach', async () => {
  const rows = (who: { accountId: string }) =>
    asActor(database.operator, who, { clubId }, (tx) => tx`select person_id from identity_index`)
  expect(await rows(member)).toHaveLength(0)
  expect((await rows(chair)).length).toBeGreaterThan(0)
  await database.dangerous`
    insert into exclusion (province, id, club_id, person_id, account_id, ground)
    values ('22', gen_random_uuid(), ${clubId}, ${personId}, ${demoId('account/tham')}, 'relative')`
  expect(await rows(chair)).toHaveLength(0)
  await asActor(database.operator, chair, { clubId }, (tx) => tx`delete from identity_index`)
  await database.dangerous`delete from exclusion`
  expect((await rows(chair)).length).toBeGreaterThan(0)
})

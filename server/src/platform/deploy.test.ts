import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from './actor.ts'
import { connectAs } from './database.ts'
import { deploy } from './deploy.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('a policy and a grant that are not in the files do not survive a deploy', async () => {
  const { dangerous } = database
  await dangerous`create policy left_over on person for select to ke_vai_app using (true)`
  await dangerous`grant delete on person to ke_vai_app`
  await dangerous`grant update (code) on person to ke_vai_app`
  await dangerous`update deployed set hash = 'older' where what = 'policies'`
  await deploy(dangerous)
  expect(await dangerous`select from pg_policies where policyname = 'left_over'`).toHaveLength(0)
  const [may] = await dangerous`select has_table_privilege('ke_vai_app', 'person', 'delete') as remove,
    has_column_privilege('ke_vai_app', 'person', 'code', 'update') as rename,
    has_column_privilege('ke_vai_app', 'person', 'risk', 'update') as assess`
  expect(may).toEqual({ remove: false, rename: false, assess: true })
})

test('two deploys at once both end well, and a second one changes nothing', async () => {
  await Promise.all([deploy(database.dangerous), deploy(database.dangerous)])
})

test('without an actor the app sees no row of any person, and cannot become the owner', async () => {
  expect(await database.app`select from person`).toHaveLength(0)
  expect(await database.app`select from club`).toHaveLength(0)
  await expect(database.app`set role ke_vai_owner`).rejects.toThrow(/permission denied/)
  await expect(database.app`alter table person disable row level security`).rejects.toThrow(/must be owner/)
  await expect(database.app`delete from audit_event`).rejects.toThrow(/permission denied/)
  await expect(database.app`select password_hash from account`).rejects.toThrow(/permission denied/)
})

test('whoever speaks SQL as the app cannot say who she is: a setting without its seal names nobody', async () => {
  const chair = demoId('account/tham')
  const seen = await database.app.begin(async (tx) => {
    await tx`select set_config('app.actor', ${chair}, true), set_config('app.entry', ${`${chair}|-|-`}, true),
      set_config('app.entry_seal', ${'0'.repeat(64)}, true)`
    return [await tx`select from club`, await tx`select from account`, await tx`select policy.actor() as who`]
  })
  expect([seen[0]?.length, seen[1]?.length, seen[2]?.[0]?.who]).toEqual([0, 0, null])
  // Her own seal, seen in one transaction, opens no other.
  const own = await asActor(
    database.operator,
    { accountId: chair },
    {},
    (tx) => tx`select current_setting('app.entry') as entry, current_setting('app.entry_seal') as seal`,
  )
  const replayed = await database.operator.begin(async (tx) => {
    await tx`select set_config('app.entry', ${own[0]?.entry}, true), set_config('app.entry_seal', ${own[0]?.seal}, true)`
    return tx`select from club`
  })
  expect(replayed).toHaveLength(0)
})

test('where the secret of the entering is missing, nobody acts, whatever the settings say', async () => {
  const accountId = demoId('account/tham')
  const own = await testDatabase()
  try {
    await own.dangerous`delete from deployed where what = 'entry_seal'`
    const seen = await own.app.begin(async (tx) => {
      await tx`select set_config('app.entry', ${`${accountId}|-|-`}, true)`
      return [await tx`select policy.actor() as who`, await tx`select from club`]
    })
    expect([seen[0]?.[0]?.who, seen[1]?.length]).toEqual([null, 0])
    expect(await asActor(own.operator, { accountId }, {}, (tx) => tx`select from club`)).toHaveLength(0)
  } finally {
    await own.close()
  }
})

test('a copy of the data tells no secret of the entering', async () => {
  const backup = connectAs(database.server, database.name, 'ke_vai_backup', 1)
  const read = await backup<{ what: string }[]>`select what from deployed`.finally(() => backup.end())
  expect(read.map(({ what }) => what)).toContain('policies')
  expect(read.map(({ what }) => what)).not.toContain('entry_seal')
})

test('an actor ends with her transaction: the next one on the same connection is nobody', async () => {
  const accountId = demoId('account/tham')
  const clubs = await asActor(database.operator, { accountId }, {}, (tx) => tx`select id from club`)
  expect(clubs).toHaveLength(1)
  const after = await Promise.all(Array.from({ length: 32 }, () => database.app`select id from club`))
  expect(after.every((rows) => rows.length === 0)).toBe(true)
  await expect(asActor(database.operator, { accountId: randomUUID() }, {}, async () => 1)).rejects.toThrow(
    'signed_out',
  )
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { loadDemo } from './demo.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('a network that stands gets the parameters of a newer version, and keeps what was set there', async () => {
  const sql = database.dangerous
  const all = () =>
    sql<{ key: string; value: unknown }[]>`
      select key, valid_from::text, value, source from parameter order by key, valid_from`
  const before = await all()
  // As an older version left it: two numbers unknown, one changed by the programme, one dated by the programme.
  await sql`delete from parameter where key in ('verification_requests_open', 'follow_up_months')`
  await sql`update parameter set value = '9', source = 'Chương trình' where key = 'referral_answer_days'`
  await sql`insert into parameter (key, valid_from, value, source)
    values ('referral_answer_days', '2026-01-01', '7', 'Chương trình')`
  expect(await loadDemo(sql)).toBe(true)
  const after = await all()
  expect(after).toHaveLength(before.length + 1)
  const of = (key: string) => after.filter((each) => each.key === key)
  expect(of('verification_requests_open')).toEqual(
    before.filter(({ key }) => key === 'verification_requests_open'),
  )
  expect(of('follow_up_months')).toMatchObject([{ value: [1, 3, 6, 9, 12, 18, 24] }])
  expect(of('referral_answer_days')).toMatchObject([
    { value: 9, source: 'Chương trình' },
    { value: 7, source: 'Chương trình' },
  ])
  // Once more changes nothing; nor does it load the people a second time.
  await loadDemo(sql)
  expect(await all()).toEqual(after)
})

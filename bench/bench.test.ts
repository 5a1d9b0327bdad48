import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { type Bare, openBare } from './bare.ts'
import { registerPeople, signInAll } from './ground.ts'
import { grow, loadClubs } from './load.ts'
import { sizeOf } from './size.ts'
import { measureAll } from './steps.ts'

let product: TestProduct
let bares: Bare[]

beforeAll(async () => {
  product = await testProduct()
  bares = [1, 2].map(() => openBare(product.database.server, product.database.name))
})
afterAll(async () => {
  await Promise.all(bares.map((bare) => bare.close()))
  await product.close()
})

// Each read is compared with the bare driver's answer before it is measured, so a wrong one fails here too.
test('the benchmark measures every case on both sides, with the same answers', async () => {
  const { dangerous: sql, vault: vaults } = product.database
  const measured = await loadClubs(sql)
  const clients = await signInAll(product.address, measured, 2)
  await registerPeople(clients.ordinaryClient, measured)
  await grow(sql, sizeOf(500))
  const turns = { warm: 1, rounds: 1, perRound: 2, within: 1_000 }
  const measures = await measureAll({ sql, vaults, measured, bares, ...clients }, 500, turns)
  for (const client of Object.values(clients)) client.close()
  expect(measures.map((each) => each.name)).toEqual([
    'register list of 50, club of 60',
    'register list of 50, club of 60, 2 callers',
    'register list of 50, club of 2,000',
    'one person',
    'one person, club of 2,000',
    'month report',
    'month report, club of 2,000',
    'search a place',
    'record a contact',
    'record a contact, 2 callers',
    'import the workbook of 40 persons',
  ])
  for (const each of measures) {
    expect(each.ours, each.name).toBeGreaterThan(0)
    expect(each.bare, each.name).toBeGreaterThan(0)
    expect(each.ratio, each.name).toBeGreaterThan(0)
  }
  const [left] = await sql<
    { contacts: number }[]
  >`select count(*)::int as contacts from contact where origin = 'app' and device_time is not null`
  expect(left?.contacts).toBe(0)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { signInAgency } from './agency-cases.ts'
import { type Bare, openBare } from './bare.ts'
import { type BareHttp, startBareHttp } from './child.ts'
import { registerPeople, signInAll } from './ground.ts'
import { grow, loadClubs } from './load.ts'
import { loadAgencies } from './load-agencies.ts'
import { growCases, loadLife } from './load-cases.ts'
import { sizeOf } from './size.ts'
import { measureAll } from './steps.ts'

let product: TestProduct
let bares: [Bare, Bare]
let bareHttp: BareHttp

beforeAll(async () => {
  product = await testProduct()
  const { server, name } = product.database
  bares = [openBare(server, name), openBare(server, name)]
  bareHttp = await startBareHttp({ server, database: name, dataDir: '', atOnce: 2 })
})
afterAll(async () => {
  await Promise.all([...bares.map((bare) => bare.close()), bareHttp.stop()])
  await product.close()
})

// Each read is compared with the bare driver's answer before it is measured, so a wrong one fails here too.
test('the benchmark measures every case on both sides, with the same answers', async () => {
  const { dangerous: sql, vault: vaults } = product.database
  const measured = await loadClubs(sql)
  const agency = await loadAgencies(sql)
  await loadLife(sql)
  const clients = await signInAll(product.address, measured, 2)
  await registerPeople(clients.ordinaryClient, measured)
  await grow(sql, sizeOf(500))
  await growCases(sql, agency, sizeOf(500))
  const agencyClients = await signInAgency(product.address)
  const turns = { warm: 1, rounds: 1, perRound: 2, within: 1_000 }
  const asked = {
    sql,
    vaults,
    measured,
    address: product.address,
    bares,
    bareHttp,
    agency,
    agencyClients,
    ...clients,
  }
  const measures = await measureAll(asked, 500, turns)
  for (const client of [...Object.values(clients), ...Object.values(agencyClients)]) client.close()
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
    'open an identity',
    'a case opens (its page and its consents)',
    'cases of a manager (60 of 300)',
    'inbox: cases that wait',
    'inbox: referrals',
    'inbox: requests to the police',
    'inbox: transfers',
    'inbox: clocks of verifications',
    'import the workbook of 40 persons',
  ])
  for (const each of measures) {
    expect(each.ours, each.name).toBeGreaterThan(0)
    expect(each.bare, each.name).toBeGreaterThan(0)
    expect(each.ratio, each.name).toBeGreaterThan(0)
    if (!each.name.startsWith('import')) expect(each.ratioHttp, each.name).toBeGreaterThan(0)
  }
  const [left] = await sql<
    { contacts: number }[]
  >`select count(*)::int as contacts from contact where origin = 'app' and device_time is not null`
  expect(left?.contacts).toBe(0)
  const [lines] = await sql<{ opened: number }[]>`
    select count(*)::int as opened from audit_event where action = 'IDENTITY_OPENED'`
  // The product's own: the first to compare, one to warm and two to measure.
  expect(lines?.opened).toBe(4)
}, 120_000)

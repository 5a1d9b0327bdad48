import type { Sql } from '../server/src/platform/database.ts'
import type { Vaults } from '../server/src/platform/vault.ts'
import { type AgencyClients, agencyCases } from './agency-cases.ts'
import { makeCases } from './cases.ts'
import type { Client } from './client.ts'
import { removeMeasured, selectPeople, signInOpeners } from './ground.ts'
import type { Measured } from './load.ts'
import type { MeasuredAgency } from './load-agencies.ts'
import { type Asked, type Measure, measureMany, measureOne, type Turns } from './measure.ts'
import { measureWorkbook } from './workbook.ts'

/** Everything that one step of size is measured with. */
export interface Bench {
  sql: Sql
  vaults: Vaults
  measured: Measured
  /** Where the product answers. */
  address: string
  bares: Asked['bares']
  bareHttp: Asked['bareHttp']
  ordinaryClient: Client
  bigClient: Client
  importerClient: Client
  agency: MeasuredAgency
  agencyClients: AgencyClients
}

/** Measures every case at the size the database has now. */
export async function measureAll(bench: Bench, size: number, turns: Turns): Promise<Measure[]> {
  const { sql, measured, ordinaryClient, bigClient } = bench
  const [bare] = bench.bares
  const ordinaryPeople = await selectPeople(sql, measured.ordinary.id)
  const bigPeople = await selectPeople(sql, measured.big.id)
  const openers = await signInOpeners(bench.address, measured)
  const cases = await makeCases({ ...bench, bare, ordinaryPeople, bigPeople, openers })
  const measures: Measure[] = []
  for (const each of cases) {
    const asked = { ...bench, client: each.big ? bigClient : ordinaryClient }
    measures.push(await measureOne(each, size, asked, turns))
    if (each.many) measures.push(await measureMany(each, size, asked, turns.perRound * 2))
    if (each.writes) await removeMeasured(sql)
  }
  for (const { client } of openers) client.close()
  for (const each of await agencyCases(sql, bench.agency, bench.agencyClients))
    measures.push(await measureOne(each, size, { ...bench, client: ordinaryClient }, turns))
  const workbook = await measureWorkbook(
    bare,
    bench.vaults,
    bench.importerClient,
    measured.importer,
    size,
    Math.min(5, turns.rounds),
  )
  return workbook ? [...measures, workbook] : measures
}

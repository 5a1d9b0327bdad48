import type { Sql } from '../server/src/platform/database.ts'
import type { Vaults } from '../server/src/platform/vault.ts'
import type { Bare } from './bare.ts'
import { makeCases } from './cases.ts'
import type { Client } from './client.ts'
import { removeMeasuredContacts, selectPeople } from './ground.ts'
import type { Measured } from './load.ts'
import { type Measure, measureMany, measureOne, type Turns } from './measure.ts'
import { measureWorkbook } from './workbook.ts'

/** Everything that one step of size is measured with. */
export interface Bench {
  sql: Sql
  vaults: Vaults
  measured: Measured
  bares: readonly Bare[]
  ordinaryClient: Client
  bigClient: Client
  importerClient: Client
}

/** Measures every case at the size the database has now. */
export async function measureAll(bench: Bench, size: number, turns: Turns): Promise<Measure[]> {
  const { sql, bares, measured, ordinaryClient } = bench
  const [bare] = bares
  if (!bare) throw new Error('no bare connection')
  const ordinaryPeople = await selectPeople(sql, measured.ordinary.id)
  const bigPeople = await selectPeople(sql, measured.big.id)
  const cases = await makeCases({ ...bench, bare, ordinaryPeople, bigPeople })
  const measures: Measure[] = []
  for (const each of cases) {
    measures.push(await measureOne(each, size, each.big ? bench.bigClient : ordinaryClient, bare, turns))
    if (each.many) measures.push(await measureMany(each, size, ordinaryClient, bares, turns.perRound * 2))
    if (each.writes) await removeMeasuredContacts(sql)
  }
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

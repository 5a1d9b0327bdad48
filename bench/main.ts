import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dangerousConnectForDeploy } from '../server/src/platform/database.ts'
import { startDatabase } from '../server/src/running.ts'
import { signInAgency } from './agency-cases.ts'
import { openBare } from './bare.ts'
import { startBareHttp, startProduct } from './child.ts'
import { registerPeople, signInAll } from './ground.ts'
import { grow, loadClubs } from './load.ts'
import { loadAgencies } from './load-agencies.ts'
import { growCases, loadLife } from './load-cases.ts'
import type { Measure } from './measure.ts'
import { sizeOf } from './size.ts'
import { measureAll } from './steps.ts'
import { tableOf, writeDocument } from './table.ts'

// `npm run bench`: what the guards cost, measured beside the driver alone. `-- --quick`: a tenth of the size;
// `-- --json`: only a list of measures on the output. Everything lives in a temporary folder and ends with the run.
const words = new Set(process.argv.slice(2))
const quick = words.has('--quick')
const json = words.has('--json')
const callers = 8

const began = performance.now()
const say = (line: string) => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stderr.write(`${seconds.padStart(6)} s  ${line}\n`)
}

const closers: (() => Promise<unknown>)[] = []
let closing: Promise<void> | null = null
const closeAll = () => {
  closing ??= (async () => {
    for (const close of closers.reverse())
      await close().catch((error: Error) => say(`không đóng được: ${error.message}`))
  })()
  return closing
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void closeAll().then(() => process.exit(130)))

async function bench(): Promise<Measure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ke-vai-bench-'))
  closers.push(() => rm(dataDir, { recursive: true, force: true }))
  const running = await startDatabase({ port: 0, dataDir, databaseUrl: undefined }, () => {})
  closers.push(running.stop)
  const { server, database, vault: vaults } = running
  const sql = dangerousConnectForDeploy(server, database)
  closers.push(() => sql.end({ timeout: 5 }))
  say('tạo một câu lạc bộ ở mỗi xã, phường (one club in each commune)…')
  const measured = await loadClubs(sql)
  const agency = await loadAgencies(sql)
  await loadLife(sql)
  const order = { server, database, dataDir, atOnce: callers }
  const { address, stop } = await startProduct(order)
  closers.push(stop)
  const bareHttp = await startBareHttp(order)
  closers.push(bareHttp.stop)
  const clients = await signInAll(address, measured, callers)
  const agencyClients = await signInAgency(address)
  closers.push(async () => {
    for (const client of [...Object.values(clients), ...Object.values(agencyClients)]) client.close()
  })
  const open = () => openBare(server, database)
  const bares = [open(), ...Array.from({ length: callers - 1 }, open)] as const
  closers.push(() => Promise.all(bares.map((bare) => bare.close())))
  await registerPeople(clients.ordinaryClient, measured)
  const measures: Measure[] = []
  const turns = quick
    ? { warm: 100, rounds: 10, perRound: 10, within: 1_000 }
    : { warm: 200, rounds: 20, perRound: 20, within: 6_000 }
  for (const persons of quick ? [5_000, 20_000] : [10_000, 200_000]) {
    const size = sizeOf(persons)
    say(
      `nạp (loading) ${persons} persons, ${size.contacts} contacts, ${size.sessions} sessions, ${size.cases} cases…`,
    )
    await grow(sql, size)
    await growCases(sql, agency, size)
    say('đo (measuring)…')
    const asked = { sql, vaults, measured, address, bares, bareHttp, agency, agencyClients, ...clients }
    measures.push(...(await measureAll(asked, persons, turns)))
  }
  return measures
}

try {
  const measures = await bench()
  if (json) process.stdout.write(`${JSON.stringify(measures, null, 2)}\n`)
  else process.stdout.write(`\n${tableOf(measures)}\n`)
  if (!quick && !json) await writeDocument(measures)
} catch (error) {
  process.stderr.write(`${(error as Error).stack}\n`)
  process.exitCode = 1
} finally {
  await closeAll()
}

import { setTimeout as pause } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { readHeads, verifyAudit } from '../../../server/src/audit/verify-audit.ts'
import { connectAs, dangerousConnectForDeploy } from '../../../server/src/platform/database.ts'
import { findRunningEngine } from '../../../server/src/platform/engine/engine.ts'
import { signInAt } from '../../../server/src/testing/product-client.ts'
import { clearAway, newFolder, ProductProcess } from '../../../server/src/testing/product-process.ts'
import { type Proven, proof, type Size } from '../proof.ts'
import { killTree } from './kill-tree.ts'
import { type Acknowledged, writeUntilGone } from './write-until-gone.ts'

const kills: Record<Size, number> = { small: 4, full: 100 }
const writers = 4

afterAll(clearAway, 120_000)

/** What is wrong with the database after a kill: something acknowledged that is not there, or a chain that broke. */
async function troubles(dataDir: string, acknowledged: Acknowledged): Promise<string[]> {
  const engine = await findRunningEngine(dataDir)
  if (engine === null) return ['no database is running']
  const sql = dangerousConnectForDeploy(engine, 'ke_vai')
  const reader = connectAs(engine, 'ke_vai', 'ke_vai_backup', 1)
  try {
    const heads = readHeads(dataDir)
    const has = async (table: string) =>
      new Set((await sql<{ id: string }[]>`select id from ${sql(table)}`).map(({ id }) => id))
    const lost = async (table: string, ids: Set<string>) => {
      const there = await has(table)
      return [...ids]
        .filter((id) => !there.has(id))
        .map((id) => `${table} ${id} was acknowledged and is lost`)
    }
    const [openings] = await sql<{ n: number }[]>`
      select count(*)::int as n from audit_event where action = 'IDENTITY_OPENED'`
    const verified = await verifyAudit(reader, heads)
    return [
      ...(await lost('person', acknowledged.persons)),
      ...(await lost('contact', acknowledged.contacts)),
      ...((openings?.n ?? 0) < acknowledged.openings
        ? ['an identity was opened and no line tells of it']
        : []),
      ...verified.troubles.map((trouble) => `chain: ${JSON.stringify(trouble)}`),
      ...(verified.headsTrouble ? [`heads: ${verified.headsTrouble.wrong}`] : []),
    ]
  } finally {
    await sql.end()
    await reader.end()
  }
}

async function prove(size: Size): Promise<Proven> {
  const dataDir = newFolder()
  const acknowledged: Acknowledged = { persons: new Set(), contacts: new Set(), openings: 0 }
  const found: string[] = []
  let processes = 0
  const began = Date.now()
  for (let kill = 0; kill <= kills[size]; kill++) {
    const product = new ProductProcess(dataDir)
    const address = await product.ready()
    found.push(...(await troubles(dataDir, acknowledged)))
    if (kill === kills[size] || found.length > 0) {
      await product.stop()
      break
    }
    // Each round signs in anew, so that the identity opens; each has its own budget of persons a day, hence two names.
    const cookies = await Promise.all(
      Array.from({ length: writers }, (_, i) => signInAt(address, i % 2 === 0 ? 'tham' : 'cao-xanh')),
    )
    const before = acknowledged.persons.size
    const writing = cookies.map((cookie, i) => writeUntilGone(address, cookie, i % 2 === 0, acknowledged))
    while (acknowledged.persons.size < before + 2) await pause(2)
    await pause(Math.random() * 150)
    processes += await killTree(product, dataDir)
    await Promise.all(writing)
  }
  const { persons, contacts, openings } = acknowledged
  const seconds = Math.round((Date.now() - began) / 1000)
  const all = persons.size + contacts.size
  return {
    line: `${kills[size]} kills of ${processes} processes in ${seconds} s; ${all} writes and ${openings} openings acknowledged, ${found.length} troubles${found.length > 0 ? `: ${found.slice(0, 3).join('; ')}` : ', every chain whole'}`,
    failed: found.length > 0 || openings === 0,
  }
}

proof('kills', prove, { small: 4, full: 45 })

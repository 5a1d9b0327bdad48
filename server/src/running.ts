import { mkdir } from 'node:fs/promises'
import { loadDemo } from './demo/demo.ts'
import { loadPlaces } from './place/load-places.ts'
import type { Config } from './platform/config.ts'
import { dangerousConnectForDeploy, type Server } from './platform/database.ts'
import { deploy } from './platform/deploy.ts'
import { checkServerVersion, startEngine } from './platform/engine/engine.ts'
import { openVault, readOrMakeMasterKey, type Vault } from './platform/vault.ts'

/** A database that is there and up to date, and the keys that belong to it. */
export interface Running {
  server: Server
  database: string
  vault: Vault
  stop(): Promise<void>
}

const databaseName = 'ke_vai'

/** Starts (or finds) PostgreSQL for this configuration and brings it to this version. Throws StartRefusal. */
export async function startDatabase(config: Config, say: (line: string) => void): Promise<Running> {
  if (config.databaseUrl) {
    const server = { url: config.databaseUrl }
    await mkdir(config.dataDir, { recursive: true })
    await deployTo(server, '', say)
    const vault = openVault(await readOrMakeMasterKey(config.dataDir))
    return { server, database: '', vault, stop: async () => {} }
  }
  const engine = await startEngine({ dataDir: config.dataDir, say })
  try {
    await makeDatabase(engine)
    await deployTo(engine, databaseName, say)
    const vault = openVault(await readOrMakeMasterKey(config.dataDir))
    return { server: engine, database: databaseName, vault, stop: () => engine.stop() }
  } catch (error) {
    await engine.stop()
    throw error
  }
}

async function makeDatabase(server: Server): Promise<void> {
  const sql = dangerousConnectForDeploy(server, 'postgres')
  try {
    const there = await sql`select from pg_database where datname = ${databaseName}`
    if (there.length === 0) await sql`create database ${sql(databaseName)}`
  } finally {
    await sql.end()
  }
}

/** Roles, migrations, policies, places and the demo network: each only where it is missing. */
export async function deployTo(server: Server, database: string, say: (line: string) => void): Promise<void> {
  const sql = dangerousConnectForDeploy(server, database)
  try {
    await checkServerVersion(sql)
    await deploy(sql)
    await loadPlaces(sql)
    await loadDemo(sql)
    say('Cơ sở dữ liệu đã sẵn sàng.')
  } finally {
    await sql.end()
  }
}

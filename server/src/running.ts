import { loadDemo } from './demo/demo.ts'
import { loadPlaces } from './place/load-places.ts'
import type { Config } from './platform/config.ts'
import { dangerousConnectForDeploy, type Server } from './platform/database.ts'
import { openVaultAtStart } from './platform/database-vault.ts'
import { deploy } from './platform/deploy.ts'
import { checkServerVersion, openDataDir, StartRefusal, startEngine } from './platform/engine/engine.ts'
import type { Vault } from './platform/vault.ts'

/** A database that is there and up to date, and the keys that belong to it. */
export interface Running {
  server: Server
  database: string
  vault: Vault
  stop(): Promise<void>
}

/** The product's database in its own engine. */
export const databaseName = 'ke_vai'

/**
 * Starts (or finds) PostgreSQL for this configuration and brings it to this version.
 * @param keep gets the way to end what was started, as soon as there is something to end
 * @throws StartRefusal
 */
export async function startDatabase(
  config: Config,
  say: (line: string) => void,
  keep: (stop: () => Promise<void>) => void = () => {},
): Promise<Running> {
  const { dataDir, databaseUrl } = config
  if (databaseUrl) {
    const server = { url: databaseUrl }
    openDataDir(dataDir)
    await useServer(server, say)
    const vault = await openVaultHere(server, '', config, say)
    return { server, database: '', vault, stop: async () => {} }
  }
  const engine = await startEngine({ dataDir, say })
  keep(engine.stop)
  try {
    await makeDatabase(engine)
    await deployTo(engine, databaseName, say)
    const vault = await openVaultHere(engine, databaseName, config, say)
    return { server: engine, database: databaseName, vault, stop: engine.stop }
  } catch (error) {
    await engine.stop()
    throw error
  }
}

/** Brings the database of DATABASE_URL to this version; what is wrong with that server is told in one sentence. */
async function useServer(server: Server, say: (line: string) => void): Promise<void> {
  try {
    const sql = dangerousConnectForDeploy(server, '')
    await sql`select 1`.finally(() => sql.end({ timeout: 1 }))
  } catch (error) {
    // For a name with several addresses the message is empty and the code tells.
    const { message, code } = error as NodeJS.ErrnoException
    throw new StartRefusal(
      'Không dùng được máy chủ PostgreSQL ghi ở DATABASE_URL; hãy xem lại địa chỉ và máy chủ ấy có đang chạy không',
      `the server of DATABASE_URL cannot be used: ${(message || code || 'no answer').split('\n')[0]}`,
    )
  }
  try {
    await deployTo(server, '', say)
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    if (code !== '42501') throw error
    throw new StartRefusal(
      'Tài khoản ghi ở DATABASE_URL chưa đủ quyền; nó phải là chủ của cơ sở dữ liệu và được tạo vai trò (CREATEROLE)',
      `the login of DATABASE_URL must own the database and may create roles: ${message}`,
    )
  }
}

async function openVaultHere(
  server: Server,
  database: string,
  config: Config,
  say: (line: string) => void,
): Promise<Vault> {
  const sql = dangerousConnectForDeploy(server, database)
  try {
    return await openVaultAtStart(sql, config.dataDir, say)
  } finally {
    await sql.end()
  }
}

async function makeDatabase(server: Server): Promise<void> {
  const sql = dangerousConnectForDeploy(server, 'postgres')
  try {
    // A start that was killed has left its statement behind, which may be making the database at this moment.
    await sql`select pg_advisory_lock(hashtext('ke_vai_database'))`
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
    // Held until this connection ends, so that places and demo too are loaded by one start at a time.
    await sql`select pg_advisory_lock(hashtext('ke_vai_deploy'))`
    await deploy(sql)
    await loadPlaces(sql)
    await loadDemo(sql)
    say('Cơ sở dữ liệu đã sẵn sàng.')
  } finally {
    await sql.end()
  }
}

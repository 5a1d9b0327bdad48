import { loadDemo, loadEmptyNetwork } from './demo/demo.ts'
import { loadDirectory } from './directory/load-directory.ts'
import { loadPlaces } from './place/load-places.ts'
import type { Config } from './platform/config.ts'
import { dangerousConnectForDeploy, type Server } from './platform/database.ts'
import { deploy } from './platform/deploy.ts'
import { checkServerVersion, openDataDir, StartRefusal, startEngine } from './platform/engine/engine.ts'
import { loudSettings } from './platform/engine/quiet-log.ts'
import type { Vaults } from './platform/vault.ts'
import { startVault, type VaultProcess } from './vault/vault.ts'

/** A database that is there and up to date, and the keys that belong to it. */
export interface Running {
  server: Server
  database: string
  vault: Vaults
  vaultProcess: VaultProcess
  /** True when the invented people are there, whose password is in the README. */
  demo: boolean
  stop(): Promise<void>
}

/** Whom a vault opens for: people signed in to the server, or accounts that the command line names. */
export type VaultFor = 'server' | 'command_line'

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
  vaultFor: VaultFor = 'command_line',
): Promise<Running> {
  const { dataDir, databaseUrl } = config
  if (databaseUrl) {
    const server = { url: databaseUrl }
    openDataDir(dataDir)
    const demo = await useServer(server, say, config.demo ?? true)
    const vault = await openVault({ server, database: '', dataDir }, vaultFor, say)
    keep(vault.stop)
    return { server, database: '', vault: vault.vaults, vaultProcess: vault, demo, stop: vault.stop }
  }
  const engine = await startEngine({ dataDir, say })
  keep(engine.stop)
  try {
    await makeDatabase(engine)
    const demo = await deployTo(engine, databaseName, say, config.demo ?? true)
    const vault = await openVault({ server: engine, database: databaseName, dataDir }, vaultFor, say)
    keep(vault.stop)
    const stop = async () => {
      await vault.stop()
      await engine.stop()
    }
    return { server: engine, database: databaseName, vault: vault.vaults, vaultProcess: vault, demo, stop }
  } catch (error) {
    await engine.stop()
    throw error
  }
}

/** Brings the database of DATABASE_URL to this version; what is wrong with that server is told in one sentence. */
async function useServer(server: Server, say: (line: string) => void, demo: boolean): Promise<boolean> {
  try {
    const sql = dangerousConnectForDeploy(server, '')
    const loud = await loudSettings(sql).finally(() => sql.end({ timeout: 1 }))
    if (loud.length > 0)
      say(
        `Nhật ký của máy chủ PostgreSQL này có thể giữ lại nội dung riêng; hãy đặt lại (its log may keep what people typed; change): ${loud.join(', ')}`,
      )
  } catch (error) {
    // For a name with several addresses the message is empty and the code tells.
    const { message, code } = error as NodeJS.ErrnoException
    throw new StartRefusal(
      'Không dùng được máy chủ PostgreSQL ghi ở DATABASE_URL; hãy xem lại địa chỉ và máy chủ ấy có đang chạy không',
      `the server of DATABASE_URL cannot be used: ${(message || code || 'no answer').split('\n')[0]}`,
    )
  }
  try {
    return await deployTo(server, '', say, demo)
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    if (code !== '42501') throw error
    throw new StartRefusal(
      'Tài khoản ghi ở DATABASE_URL chưa đủ quyền; nó phải là chủ của cơ sở dữ liệu và được tạo vai trò (CREATEROLE)',
      `the login of DATABASE_URL must own the database and may create roles: ${message}`,
    )
  }
}

/** Starts a vault beside a database that is at this version. The server's takes operators' orders on its own socket. */
export function openVault(
  at: { server: Server; database: string; dataDir: string },
  vaultFor: VaultFor,
  say: (line: string) => void,
): Promise<VaultProcess> {
  const { database, dataDir } = at
  // Of an engine only what is needed to reach it travels.
  const server =
    'url' in at.server
      ? { url: at.server.url }
      : { socketDir: at.server.socketDir, port: at.server.port, superuser: at.server.superuser }
  const isServer = vaultFor === 'server'
  return startVault({ server, database, dataDir, accounts: !isServer, listens: isServer }, say)
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

/** Roles, migrations, policies, places and the demo (or an empty) network: each only where it is missing. */
export async function deployTo(
  server: Server,
  database: string,
  say: (line: string) => void,
  demo = true,
): Promise<boolean> {
  const sql = dangerousConnectForDeploy(server, database)
  try {
    await checkServerVersion(sql)
    // Held until this connection ends, so that places and demo too are loaded by one start at a time.
    await sql`select pg_advisory_lock(hashtext('ke_vai_deploy'))`
    await deploy(sql)
    await loadPlaces(sql)
    const isDemo = await (demo ? loadDemo(sql) : loadEmptyNetwork(sql))
    await loadDirectory(sql, isDemo)
    say('Cơ sở dữ liệu đã sẵn sàng.')
    return isDemo
  } finally {
    await sql.end()
  }
}

import { existsSync } from 'node:fs'
import { connectAs, type Server, type Sql } from '../platform/database.ts'
import { findRunningEngine, startEngine } from '../platform/engine/engine.ts'
import { findHome } from '../platform/engine/home.ts'
import type { Vaults } from '../platform/vault.ts'
import { databaseName, openVault, startDatabase } from '../running.ts'
import type { VaultProcess } from '../vault/vault.ts'
import { CommandRefusal, type Terminal } from './terminal.ts'

/** A database that answers, whoever started it; `close` ends only what was begun here. */
interface Found {
  server: Server
  database: string
  close(): Promise<void>
}

/** The database as commands need it: the app's role, and the keys. */
export interface OpenDatabase {
  app: Sql
  vault: Vaults
  vaultProcess: VaultProcess
  close(): Promise<void>
}

/**
 * Opens the database of this configuration at this version: the server named by DATABASE_URL, else the engine that the
 * running product owns, else an engine of our own until `close`.
 * @throws StartRefusal
 */
export async function openDatabase({ config, say, signal }: Terminal): Promise<OpenDatabase> {
  const running = config.databaseUrl ? null : await findRunningEngine(config.dataDir)
  const found = running
    ? { server: running, database: databaseName, vaultProcess: null, stop: async () => {} }
    : await startDatabase(config, say)
  const stop = () => void found.stop()
  signal.addEventListener('abort', stop)
  const app = connectAs(found.server, found.database, 'ke_vai_operator', 2)
  let vaultProcess = found.vaultProcess
  const close = async () => {
    signal.removeEventListener('abort', stop)
    await vaultProcess?.stop()
    await app.end({ timeout: 5 })
    await found.stop()
  }
  try {
    signal.throwIfAborted()
    // The running product's vault opens for people who are signed in; the command line has one of its own.
    vaultProcess ??= await openVault({ ...found, dataDir: config.dataDir }, 'command_line', say)
    return { app, close, vault: vaultProcess.vaults, vaultProcess }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Finds the database as it is, for its backup: nothing is deployed, so that the state before an upgrade can be kept,
 * and none is made where none is, so that a mistyped folder does not yield a good-looking backup of nothing.
 * @throws StartRefusal, CommandRefusal
 */
export async function findDatabase({ config, say, signal }: Terminal): Promise<Found> {
  if (config.databaseUrl) return { server: { url: config.databaseUrl }, database: '', close: async () => {} }
  const running = await findRunningEngine(config.dataDir)
  if (running) return { server: running, database: databaseName, close: async () => {} }
  if (!existsSync(config.dataDir) || !existsSync(findHome(config.dataDir).database))
    throw new CommandRefusal(
      `Thư mục ${config.dataDir} chưa có dữ liệu nào; hãy đặt KE_VAI_DATA là thư mục của Kề Vai`,
      'there is no database in the data folder; set KE_VAI_DATA',
    )
  const engine = await startEngine({ dataDir: config.dataDir, say })
  const stop = () => void engine.stop()
  signal.addEventListener('abort', stop)
  return {
    server: engine,
    database: databaseName,
    close: async () => {
      signal.removeEventListener('abort', stop)
      await engine.stop()
    },
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAs, type Sql } from '../../platform/database.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/test-database.ts'
import { type StartedVault, startedVault } from './started-vault.ts'

/** A database and a folder for keys, without any key yet. */
export interface VaultOnDisk {
  database: TestDatabase
  /** The connection of the vault's own role. */
  sql: Sql
  folder: string
  start(): Promise<StartedVault>
  close(): Promise<void>
}

export async function vaultOnDisk(): Promise<VaultOnDisk> {
  const database = await testDatabase()
  const sql = connectAs(database.server, database.name, 'ke_vai_vault', 2)
  const folder = await mkdtemp(join(tmpdir(), 'ke-vai-vault-on-disk-'))
  return {
    database,
    sql,
    folder,
    start: () => startedVault(sql, folder),
    close: async () => {
      await sql.end()
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}

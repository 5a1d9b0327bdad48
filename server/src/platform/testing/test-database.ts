import { randomBytes, randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { makeCore } from '../../vault/core.ts'
import { handOut } from '../../vault/hand-out.ts'
import { makeMasterRing } from '../../vault/master-ring.ts'
import {
  connectAs,
  type Database,
  dangerousConnectForDeploy,
  openDatabase,
  type Server,
  type Sql,
} from '../database.ts'
import type { Vaults } from '../vault.ts'

/** A database of a test's own: the deployed product with the demo network, cloned in well under a second. */
export interface TestDatabase extends Database {
  server: Server
  name: string
  /** The vault's own code in this very process, with a key of its own and no bound on how much it opens. */
  vault: Vaults
  /** The vault's key, for a vault over a copy of this database. */
  masterKey: Buffer
  /** The command line's pool: acts as any account, under every policy of the app. */
  operator: Sql
  /** The bootstrap superuser: sees every row. To arrange and to look, never for what is being tested. */
  dangerous: Sql
}

const boundless = {
  openingsPerAsker: Number.POSITIVE_INFINITY,
  openingsOverAll: Number.POSITIVE_INFINITY,
  booksPerAsker: Number.POSITIVE_INFINITY,
  booksOverAll: Number.POSITIVE_INFINITY,
  searchesPerAsker: Number.POSITIVE_INFINITY,
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('engine')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const maker = dangerousConnectForDeploy(server, 'postgres')
  await maker.unsafe(`create database ${name} template ke_vai_template`)
  const database = openDatabase(server, name)
  const operator = connectAs(server, name, 'ke_vai_operator', 4)
  const dangerous = dangerousConnectForDeploy(server, name)
  const vaultLogin = connectAs(server, name, 'ke_vai_vault', 2)
  const masterKey = randomBytes(32)
  const ring = makeMasterRing([[1, masterKey]])
  const core = makeCore({ sql: vaultLogin, ring, accounts: true, limits: boundless })
  return {
    ...database,
    server,
    name,
    vault: handOut(core),
    masterKey,
    operator,
    dangerous,
    close: async () => {
      await database.close()
      await operator.end({ timeout: 5 })
      await vaultLogin.end({ timeout: 5 })
      await dangerous.end()
      await maker.unsafe(`drop database ${name} with (force)`)
      await maker.end()
    },
  }
}

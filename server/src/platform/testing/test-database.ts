import { randomBytes, randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import {
  connectAs,
  type Database,
  dangerousConnectForDeploy,
  openDatabase,
  type Server,
  type Sql,
} from '../database.ts'
import { openVault, type Vault } from '../vault.ts'

/** A database of a test's own: the deployed product with the demo network, cloned in well under a second. */
export interface TestDatabase extends Database {
  server: Server
  name: string
  vault: Vault
  /** The command line's pool: acts as any account, under every policy of the app. */
  operator: Sql
  /** The bootstrap superuser: sees every row. To arrange and to look, never for what is being tested. */
  dangerous: Sql
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('engine')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const maker = dangerousConnectForDeploy(server, 'postgres')
  await maker.unsafe(`create database ${name} template ke_vai_template`)
  const database = openDatabase(server, name)
  const operator = connectAs(server, name, 'ke_vai_operator', 4)
  const dangerous = dangerousConnectForDeploy(server, name)
  return {
    ...database,
    server,
    name,
    vault: openVault(randomBytes(32)),
    operator,
    dangerous,
    close: async () => {
      await database.close()
      await operator.end({ timeout: 5 })
      await dangerous.end()
      await maker.unsafe(`drop database ${name} with (force)`)
      await maker.end()
    },
  }
}

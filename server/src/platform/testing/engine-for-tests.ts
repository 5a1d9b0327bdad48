import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { deployTo } from '../../running.ts'
import { dangerousConnectForDeploy } from '../database.ts'
import { startEngine } from '../engine/engine.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    engine: { socketDir: string; port: number; superuser: string }
  }
}

/** One real PostgreSQL for the whole run, with a template database that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ke-vai-test-'))
  const engine = await startEngine({ dataDir, say: () => {} })
  const server = { socketDir: engine.socketDir, port: engine.port, superuser: engine.superuser }
  const sql = dangerousConnectForDeploy(server, 'postgres')
  await sql`create database ke_vai_template`
  await sql.end()
  await deployTo(server, 'ke_vai_template', () => {})
  project.provide('engine', server)
  return async () => {
    await engine.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

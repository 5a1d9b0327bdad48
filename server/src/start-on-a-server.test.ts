import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { connectAs, dangerousConnectForDeploy } from './platform/database.ts'
import { type Engine, startEngine } from './platform/engine/engine.ts'
import { signInAt } from './testing/product-client.ts'
import { clearAway, endProducts, leftovers, newFolder, ProductProcess } from './testing/product-process.ts'

// A server that is not ours to start: another engine, with its own folder, reached by its socket.
let engine: Engine
let serverDir: string
const startServer = async () => {
  engine = await startEngine({ dataDir: serverDir, say: () => {} })
}

beforeAll(async () => {
  serverDir = join(newFolder(), 'server')
  mkdirSync(serverDir, { mode: 0o755 })
  await startServer()
}, 60_000)
afterEach(endProducts)
afterAll(async () => {
  await engine.stop()
  await clearAway()
}, 60_000)

const urlOf = (login: string, database: string) =>
  `postgres://${login}@/${database}?host=${encodeURIComponent(engine.socketDir)}`

async function onServer(database: string, ...statements: string[]): Promise<void> {
  const sql = dangerousConnectForDeploy(engine, database)
  try {
    for (const statement of statements) await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

async function refusalOf(DATABASE_URL: string): Promise<string> {
  const refused = new ProductProcess(newFolder(), { DATABASE_URL })
  expect(await refused.ended()).toBe(1)
  const lines = refused.errors.split('\n').filter((line) => line.trim() !== '')
  expect(lines, refused.errors).toHaveLength(1)
  expect(lines[0]).toMatch(/^\p{Lu}.* \(.+\)\.$/u)
  return lines[0] ?? ''
}

describe('DATABASE_URL', { timeout: 120_000 }, () => {
  it.each([
    // The first one makes the product's roles, which belong to the whole server.
    ['an owner who may create roles', 'deployer', ['create role deployer login createrole']],
    ['a superuser', 'postgres', []],
  ])('is served from with the login of %s, and served from again', async (_, login, before) => {
    const name = `of_${login}`
    await onServer('postgres', ...before, `create database ${name} owner ${login}`)
    const DATABASE_URL = urlOf(login, name)
    const dataDir = newFolder()
    let cookie = ''
    for (const time of ['first', 'second']) {
      const product = new ProductProcess(dataDir, { DATABASE_URL })
      const address = await product.ready()
      cookie ||= await signInAt(address, 'tham')
      expect((await fetch(`${address}/api/me`, { headers: { cookie } })).status, time).toBe(200)
      expect(await product.stop()).toBe(0)
      expect(product.errors).toBe('')
      expect(leftovers(dataDir, product.pid)).toEqual([])
    }
    const app = connectAs({ url: DATABASE_URL }, '', 'ke_vai_app', 1)
    try {
      const who = () => app`select current_user::text as acts, session_user::text as login`
      expect(await who()).toEqual([{ acts: 'ke_vai_app', login }])
      expect(await app`select from account`).toHaveLength(0)
      await app`reset role`
      expect(await who(), 'the role came with the connection').toEqual([{ acts: 'ke_vai_app', login }])
      // What one address for everything cannot give: whoever could send her own statement could name the login
      // again. Nothing in the product sends one that was typed; our own engine logs each role in as itself.
      await app`set role none`
      expect(await who()).toEqual([{ acts: login, login }])
    } finally {
      await app.end()
    }
  })

  it('that goes away is busy, not a fault, and is served from again when it is back', async () => {
    await onServer('postgres', 'create database away')
    const product = new ProductProcess(newFolder(), { DATABASE_URL: urlOf('postgres', 'away') })
    const address = await product.ready()
    const cookie = await signInAt(address, 'tham')
    const me = () => fetch(`${address}/api/me`, { headers: { cookie } })
    await engine.stop()
    for (let time = 1; time <= 12; time += 1) {
      const answer = await me()
      expect(answer.status).toBe(503)
      expect(await answer.json()).toMatchObject({ code: 'busy' })
    }
    expect((await fetch(`${address}/api/health`)).status).toBe(503)
    await startServer()
    const back = Date.now()
    while ((await me()).status !== 200) {
      expect(Date.now() - back).toBeLessThan(30_000)
      await pause(50)
    }
    expect(product.hasEnded).toBe(false)
    expect(await product.stop()).toBe(0)
  })

  it('is refused in one sentence when it does not answer, is wrong, may too little, or is too old', async () => {
    const gone = await refusalOf('postgres://someone:geheim@127.0.0.1:1/nothing')
    expect(gone).toMatch(/DATABASE_URL.*ECONNREFUSED/)
    expect(gone).not.toContain('geheim')
    expect(await refusalOf('postgres://someone:ge heim@:x:/')).not.toContain('heim')
    expect(await refusalOf('không phải địa chỉ')).toContain('DATABASE_URL')
    expect(await refusalOf(urlOf('postgres', 'no_such_base'))).toContain('does not exist')
    await onServer('postgres', 'create role little login', 'create database little owner little')
    expect(await refusalOf(urlOf('little', 'little'))).toContain('chưa đủ quyền')
    // A real server that gives its number as an older one does, since none that old is at hand.
    await onServer('postgres', 'create database old')
    await onServer(
      'old',
      'create schema old',
      `create function old.current_setting(name text) returns text language sql as $$ select case name
        when 'server_version_num' then '150013' when 'server_version' then '15.13'
        else pg_catalog.current_setting(name) end $$`,
      'alter database old set search_path = old, pg_catalog, public',
    )
    expect(await refusalOf(urlOf('postgres', 'old'))).toMatch(/PostgreSQL 15\.13 đã cũ/)
    const sql = dangerousConnectForDeploy(engine, 'old')
    expect(await sql`select from pg_tables where schemaname = 'public'`, 'nothing was written').toHaveLength(
      0,
    )
    await sql.end()
  })
})

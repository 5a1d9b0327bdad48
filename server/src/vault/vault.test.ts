import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { masterKeyPath, vaultSocketPath } from './key-path.ts'
import { chair, identityOf, registerPerson, signInOf } from './testing/people-with-names.ts'
import { orderRunningVault, startVault, type VaultProcess } from './vault.ts'

let database: TestDatabase
let folder: string
const running: VaultProcess[] = []
const said: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'ke-vai-vault-'))
})
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop()
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const begin = async (accounts: boolean, listens = false) => {
  const { server, name } = database
  const told = { server, database: name, dataDir: folder, accounts, listens }
  const vault = await startVault(told, (line) => said.push(line))
  running.push(vault)
  return vault
}

const isAlive = (pid: number) => existsSync(`/proc/${pid}`)

test('the first start makes the key for its owner alone; what one process sealed another opens', async () => {
  const first = await begin(true, true)
  expect((await stat(masterKeyPath(folder))).mode & 0o777).toBe(0o600)
  expect((await stat(vaultSocketPath(folder))).mode & 0o777).toBe(0o600)
  expect(await first.vaults.state()).toEqual({ open: true, custody: 'file' })
  expect(await first.vaults.fits()).toBe(null)
  const personId = await registerPerson(database, first.vaults, { name: 'Vàng Thị Thử', phone: '0900000001' })
  expect(await first.vaults.fits()).toBe(true)
  await first.stop()
  const second = await begin(true)
  const opened = await second.vaults.asking(chair).openAll([await identityOf(database, personId)])
  expect(opened).toMatchObject([{ name: 'Vàng Thị Thử', phone: '0900000001' }])
  expect(said).toEqual([])
}, 60_000)

test('the vault of the server opens for a sign-in and never for an account that somebody names', async () => {
  const vault = await begin(false)
  const personId = await registerPerson(database, vault.vaults, { name: 'Vàng Thị Hai' })
  const opening = await identityOf(database, personId)
  await expect(vault.vaults.asking(chair).openAll([opening])).rejects.toThrow('signed_out')
  const signedIn = await signInOf(database, chair)
  expect(await vault.vaults.asking(signedIn).openAll([opening])).toMatchObject([{ name: 'Vàng Thị Hai' }])
  await expect(vault.orders.rotate(false)).rejects.toThrow()
}, 60_000)

test('a vault that is killed says busy and comes back; it ends when its owner does', async () => {
  const vault = await begin(true)
  const pid = vault.pid() ?? 0
  process.kill(pid, 'SIGKILL')
  const until = Date.now() + 20_000
  const answers = new Set<string>()
  for (;;) {
    const answer = await vault.vaults.state().then(
      () => 'open',
      (error: Error) => error.message,
    )
    answers.add(answer)
    if (answer === 'open' && vault.pid() !== pid) break
    if (Date.now() > until) throw new Error('it did not come back')
    await pause(20)
  }
  expect([...answers].sort()).toEqual(['busy', 'open'])
  const next = vault.pid() ?? 0
  await vault.stop()
  expect(isAlive(next)).toBe(false)
}, 60_000)

test('another key in its place leaves the vault shut, and a damaged one is told at the start', async () => {
  const right = await readFile(masterKeyPath(folder))
  await writeFile(masterKeyPath(folder), Buffer.alloc(32, 7))
  const shut = await begin(true)
  expect(await shut.vaults.state()).toMatchObject({ open: false })
  await expect(shut.vaults.asking(null).hash('a', ['b'])).rejects.toThrow('vault_shut')
  expect(said.at(-1)).toContain('không phải khóa của dữ liệu này')
  await writeFile(masterKeyPath(folder), 'short')
  await expect(begin(true)).rejects.toThrow(/damaged/)
  await writeFile(masterKeyPath(folder), right)
  expect(await (await begin(true)).vaults.state()).toMatchObject({ open: true })
}, 60_000)

test('operators order the running vault over its private socket; the last order over it opens a vault in shares', async () => {
  await begin(false, true)
  const operators = await orderRunningVault(folder)
  const [a = '', b = ''] = (await operators?.split()) ?? []
  expect(await operators?.rotate(false)).toMatchObject({ left: 0 })
  expect(await operators?.confirmSplit(a, b)).toBe('done')
  operators?.close()
  for (const each of running.splice(0)) await each.stop()
  expect(await orderRunningVault(folder)).toBe(null)
  const { vaults } = await begin(false, true)
  expect(await vaults.state()).toEqual({ open: false, custody: 'shares' })
  const again = await orderRunningVault(folder)
  expect(await again?.unlock(a)).toBe('one_more')
  expect(await again?.unlock(b)).toBe('open')
  again?.close()
  expect(await vaults.state()).toEqual({ open: true, custody: 'shares' })
}, 60_000)

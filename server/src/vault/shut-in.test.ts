import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { masterKeyPath, vaultSocketPath } from './key-path.ts'
import { chair } from './testing/people-with-names.ts'
import { orderRunningVault, startVault, type VaultProcess } from './vault.ts'

// What surrounds the vault's process: nobody reaches into it but over its two lines.

let database: TestDatabase
let folder: string
let vault: VaultProcess
const said: string[] = []
const slow = 240_000

beforeAll(async () => {
  database = await testDatabase()
  // Deep enough that the socket does not fit and goes to the place for temporary files.
  folder = join(await mkdtemp(join(tmpdir(), 'ke-vai-shut-in-')), 'x'.repeat(90))
  await mkdir(dirname(masterKeyPath(folder)), { recursive: true, mode: 0o700 })
  await writeFile(masterKeyPath(folder), Buffer.alloc(32, 9), { mode: 0o644 })
  // Somebody else was there before.
  await mkdir(dirname(vaultSocketPath(folder)), { recursive: true })
  await chmod(dirname(vaultSocketPath(folder)), 0o777)
  const told = { server: database.server, database: database.name, dataDir: folder }
  vault = await startVault({ ...told, accounts: true, listens: true }, (line) => said.push(line))
}, slow)
afterAll(async () => {
  await vault?.stop()
  await database.close()
  await rm(dirname(folder), { recursive: true })
  await rm(dirname(vaultSocketPath(folder)), { recursive: true, force: true })
})

/** The sockets on which a process waits for others. */
async function listening(pid: number): Promise<string[]> {
  const folders = `/proc/${pid}/fd`
  const links = await Promise.all(
    (await readdir(folders)).map((fd) => readlink(join(folders, fd)).catch(() => '')),
  )
  const own = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/u.exec(link)?.[1] ?? []))
  const lines = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8')))
  const columns = lines.flatMap((text) => text.split('\n').map((line) => line.trim().split(/\s+/u)))
  return columns.filter((each) => each[3] === '0A' && own.has(each[9] ?? '')).map((each) => each[1] ?? '')
}

test('no signal opens a debugger in it', async () => {
  const pid = vault.pid() ?? 0
  process.kill(pid, 'SIGUSR1')
  await pause(2_000)
  expect(await listening(pid)).toEqual([])
  expect(await vault.vaults.state()).toMatchObject({ open: true })
}, 60_000)

test('a key that was put back readable to others is for its owner alone from then on', async () => {
  expect((await stat(masterKeyPath(folder))).mode & 0o777).toBe(0o600)
})

test('in a folder that others may write to it takes no share, and none is brought there', async () => {
  expect(said.join()).toContain('takes no orders there')
  expect(await readdir(dirname(vaultSocketPath(folder)))).toEqual([])
  expect(await orderRunningVault(folder)).toBe(null)
})

test('what is too long to be said is refused and does not end the vault, which would forget what it has counted', async () => {
  const pid = vault.pid()
  const texts = Array.from({ length: 70 }, () => 'a'.repeat(1024 * 1024))
  await expect(vault.vaults.asking(chair).hash('ledger-row', texts)).rejects.toThrow('bad_shape')
  expect(await vault.vaults.state()).toMatchObject({ open: true })
  expect(vault.pid()).toBe(pid)
}, 60_000)

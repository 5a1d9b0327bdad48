import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../platform/config.ts'
import type { Sql } from '../platform/database.ts'
import type { TestDatabase } from '../platform/testing/test-database.ts'
import { masterKeyPath } from './key-path.ts'
import { chair, identityOf, organisationId, registerPerson } from './testing/people-with-names.ts'
import { type VaultOnDisk, vaultOnDisk } from './testing/vault-on-disk.ts'

const kills = 20
const file = fileURLToPath(new URL('testing/rotating-process.ts', import.meta.url))

let disk: VaultOnDisk
let database: TestDatabase
let sql: Sql
let folder: string
const names = new Map<string, string>()

beforeAll(async () => {
  disk = await vaultOnDisk()
  ;({ database, sql, folder } = disk)
  const { vaults } = await disk.start()
  for (let i = 0; i < 12; i++) {
    const name = `Vàng Thị Thử ${String.fromCharCode(65 + i)}`
    names.set(await registerPerson(database, vaults, { name }), name)
  }
})
afterAll(() => disk.close())

async function everybodyOpens() {
  const { vaults } = await disk.start()
  const ids = [...names.keys()]
  const openings = await Promise.all(ids.map((id) => identityOf(database, id)))
  const opened = await vaults.asking(chair).openAll(openings, { book: true })
  expect(opened.map((one) => (one as { name: string }).name)).toEqual([...names.values()])
}

const epochs = async () =>
  database.dangerous<{ epoch: number; master: number; persons: number }[]>`
    select vault_key.epoch, master_epoch as master, count(person_key.person_id)::int as persons
    from vault_key left join person_key using (organisation_id, epoch)
    where vault_key.organisation_id = ${organisationId} group by 1, 2 order by 1`

const keyFiles = async () =>
  (await readdir(dirname(masterKeyPath(folder)))).filter((name) => name.endsWith('.key'))

test('a rotation gives a new epoch, takes everybody along and destroys the old one and its master key', async () => {
  const { orders } = await disk.start()
  expect(await orders.rotate(false)).toMatchObject({ persons: names.size, left: 0 })
  expect([...(await epochs())]).toEqual([{ epoch: 2, master: 1, persons: names.size }])
  await everybodyOpens()
  await orders.rotate(true)
  expect([...(await epochs())]).toEqual([{ epoch: 3, master: 2, persons: names.size }])
  expect(await keyFiles()).toEqual(['master-2.key'])
  await everybodyOpens()
})

test('while keys rotate, persons are entered and opened without a fault, also with a key made before', async () => {
  const { orders, vaults } = await disk.start()
  const opening = await identityOf(database, [...names.keys()][0] ?? '')
  let rotating = true
  const turning = (async () => {
    for (let i = 0; i < 5; i++) await orders.rotate(i % 2 === 0)
    rotating = false
  })()
  for (let i = 0; rotating; i++) {
    const name = `Vàng Thị Mới ${i}`
    names.set(await registerPerson(database, vaults, { name }), name)
    await vaults.asking(chair).openAll([opening], { book: false })
  }
  await turning
  await orders.rotate(false)
  expect((await epochs()).length).toBe(1)
  await everybodyOpens()
}, 60_000)

test(`killed ${kills} times in the middle, every row opens under exactly one epoch, and a start finishes it`, async () => {
  let midway = 0
  for (let kill = 0; kill < kills; kill++) {
    const child = fork(file, { execArgv: ['--import', 'tsx'], cwd: root })
    child.send({ server: database.server, database: database.name, dataDir: folder })
    await once(child, 'message')
    await pause(Math.random() * 120)
    child.kill('SIGKILL')
    await once(child, 'exit')
    // Whatever its connection was still doing has ended when its sessions are gone.
    while ((await sessions()) > 0) await pause(5)
    const [lost] = await database.dangerous<{ count: number }[]>`
      select count(*)::int as count from person_key left join vault_key using (organisation_id, epoch)
      where vault_key.name is null`
    expect(lost?.count).toBe(0)
    if ((await epochs()).length > 1 || (await keyFiles()).length > 1) midway++
    await everybodyOpens()
  }
  const { orders } = await disk.start()
  await orders.catchUp()
  expect((await epochs()).length).toBe(1)
  expect((await keyFiles()).length).toBe(1)
  await everybodyOpens()
  expect(midway, 'no kill met a rotation in its middle').toBeGreaterThan(0)
}, 120_000)

async function sessions(): Promise<number> {
  const [row] = await database.dangerous<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = ${database.name} and usename = 'ke_vai_vault' and pid <> all (${await ourPids()}::int[])`
  return row?.count ?? 0
}

async function ourPids(): Promise<number[]> {
  const rows = await Promise.all([sql`select pg_backend_pid() as pid`, sql`select pg_backend_pid() as pid`])
  return rows.map(([row]) => Number(row?.pid))
}

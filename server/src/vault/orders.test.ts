import { createCipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Sql } from '../platform/database.ts'
import type { TestDatabase } from '../platform/testing/test-database.ts'
import { insertMark } from './custody.ts'
import { masterKeyPath } from './key-path.ts'
import { makeMasterKey } from './master-key-file.ts'
import {
  chair,
  clubId,
  identityOf,
  linkMember,
  member,
  organisationId,
  registerPerson,
  signInOf,
} from './testing/people-with-names.ts'
import { type VaultOnDisk, vaultOnDisk } from './testing/vault-on-disk.ts'

let disk: VaultOnDisk
let database: TestDatabase
let sql: Sql
let folder: string

beforeEach(async () => {
  disk = await vaultOnDisk()
  ;({ database, sql, folder } = disk)
})
afterEach(() => disk.close())

async function start() {
  const vault = await disk.start()
  if ((await vault.vaults.state()).open) await vault.orders.catchUp()
  return vault
}

test('split in three and taken off the disk; a start waits shut until two of the three are brought', async () => {
  const first = await start()
  const personId = await registerPerson(database, first.vaults, { name: 'Vàng Thị Thử' })
  const opening = await identityOf(database, personId)
  const [a = '', b = '', c = ''] = (await first.orders.split()) ?? []
  expect(await first.orders.confirmSplit(a, a)).toBe('same_share')
  expect(await first.orders.confirmSplit(a, `${b}0`)).toBe('mistyped')
  expect(existsSync(masterKeyPath(folder)), 'nothing is taken away before two were typed back').toBe(true)
  expect(await first.orders.confirmSplit(c, a)).toBe('done')
  expect(existsSync(masterKeyPath(folder))).toBe(false)
  expect(await first.vaults.state()).toEqual({ open: true, custody: 'shares' })
  expect(await first.orders.split()).toBe(null)

  const later = await start()
  expect(await later.vaults.state()).toEqual({ open: false, custody: 'shares' })
  expect(later.said[0]).toContain('npx ke-vai unlock')
  await expect(later.vaults.asking(chair).openAll([opening])).rejects.toThrow('vault_shut')
  expect(existsSync(masterKeyPath(folder)), 'a start makes no new key').toBe(false)
  expect(await later.orders.unlock('abc')).toBe('mistyped')
  expect(await later.orders.unlock(b)).toBe('one_more')
  expect(await later.orders.unlock(b)).toBe('same_share')
  expect(await later.orders.unlock(c)).toBe('open')
  expect(await later.vaults.asking(chair).openAll([opening])).toMatchObject([{ name: 'Vàng Thị Thử' }])
})

test('shares of another key are refused, and the right two open after them', async () => {
  const { orders } = await start()
  const [a = '', b = ''] = (await orders.split()) ?? []
  // A second splitting gives other shares: one of each splitting makes no key.
  const [x = '', y = ''] = (await orders.split()) ?? []
  await orders.confirmSplit(a, b)
  const later = await start()
  expect(await later.orders.unlock(a)).toBe('one_more')
  expect(await later.orders.unlock(y)).toBe('not_this_key')
  expect(await later.vaults.state()).toMatchObject({ open: false })
  expect(await later.orders.unlock(x)).toBe('one_more')
  expect(await later.orders.unlock(y)).toBe('open')
})

test('a new master key lies in a file again, and the old shares open nothing more', async () => {
  const { orders, vaults } = await start()
  const [a = '', b = ''] = (await orders.split()) ?? []
  await orders.confirmSplit(a, b)
  await orders.rotate(true)
  expect(await vaults.state()).toEqual({ open: true, custody: 'file' })
  await rm(masterKeyPath(folder, 2))
  const later = await start()
  await later.orders.unlock(a)
  expect(await later.orders.unlock(b)).toBe('not_this_key')
})

test('what the version before sealed goes on opening, and its keys are wrapped anew at the start', async () => {
  const master = await makeMasterKey(folder, 1)
  await insertMark(sql, 1, master)
  const old = oldVersion(await readFile(masterKeyPath(folder)))
  const [person, contact] = ['7a1c3c1e-0000-4000-8000-000000000001', '7a1c3c1e-0000-4000-8000-000000000002']
  const own = randomBytes(32)
  const identity = { name: 'Vàng Thị Cũ', birth: null, phone: '0912345678', address: null, note: null }
  const sealed = old.seal(own, `person_identity|${person}`, JSON.stringify(identity))
  const note = old.seal(own, `contact|${contact}`, '"ghi chú"')
  await database.dangerous`insert into person (province, id, club_id, code) values ('22', ${person}, ${clubId}, 'KV-22-9')`
  await database.dangerous`insert into person_key (province, person_id, wrapped)
    values ('22', ${person}, ${old.encrypt(old.derive('wrap'), `person_key|${person}`, own)})`
  await database.dangerous`insert into person_identity (province, person_id, club_id, sealed)
    values ('22', ${person}, ${clubId}, ${sealed})`
  const page = `${await linkMember(database)}|${member.accountId}`
  const background = old.seal(old.derive('member_background'), `member_background|${page}`, '{"note":"cũ"}')

  const { vaults, orders } = await start()
  const bound = (table: string, id: string, field: string) => ({ table, row: id, field, version: 1 })
  const openedAsBefore = async () => {
    const asking = vaults.asking(chair)
    expect(await asking.openAll([await identityOf(database, person)])).toEqual([identity])
    expect(
      await asking.open({ person }, [{ bound: bound('contact', contact, 'note'), sealed: note }]),
    ).toEqual(['ghi chú'])
    const own = vaults.asking(await signInOf(database, member))
    const hers = [{ bound: bound('member_background', page, 'page'), sealed: background }]
    expect(await own.open({ purpose: 'member_background' }, hers)).toEqual([{ note: 'cũ' }])
    const [hash] = await asking.hash('ledger-row', ['hàng'])
    expect(hash).toEqual(createHmac('sha256', old.derive('ledger-row')).update('hàng').digest())
    const [key] = await database.dangerous<{ epoch: number | null; wrapped: Buffer }[]>`
      select epoch, wrapped from person_key where person_id = ${person}`
    expect([key?.epoch, key?.wrapped[0]]).toEqual([expect.any(Number), 2])
  }
  await openedAsBefore()
  const place = { kind: 'phone', text: '0912345678' } as const
  expect(await vaults.asking(chair).search(organisationId, clubId, place), 'put into the index').toEqual([
    person,
  ])
  await orders.rotate(true)
  expect(existsSync(masterKeyPath(folder, 1))).toBe(false)
  await openedAsBefore()
})

/** How version 1 sealed, written out once more: nothing of today's code. */
function oldVersion(master: Buffer) {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `ke-vai/1/${purpose}`, 32))
  const encrypt = (key: Buffer, boundTo: string, plain: Buffer) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo))
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body])
  }
  return {
    derive,
    encrypt,
    seal: (key: Buffer, to: string, json: string) => encrypt(key, to, Buffer.from(json)),
  }
}

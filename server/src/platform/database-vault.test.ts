import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openVaultAtStart, openVaultOf } from './database-vault.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'
import { masterKeyPath } from './vault.ts'

let database: TestDatabase
let folder: string
const said: string[] = []
const say = (line: string) => void said.push(line)

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'ke-vai-vault-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

test('the first start makes the key and its mark; later ones open the same vault, also as the app', async () => {
  const first = await openVaultAtStart(database.dangerous, folder, say)
  const { key, wrapped } = first.makeKey('person-1')
  for (const sql of [database.dangerous, database.app])
    expect((await openVaultOf(sql, folder, say)).unwrapKey('person-1', wrapped)).toEqual(key)
  expect(said).toEqual([])
  const [mark] = await database.dangerous`select hash from deployed where what = 'master_key'`
  const masterKey = await readFile(masterKeyPath(folder))
  expect(mark?.hash).not.toContain(masterKey.toString('hex'))
})

test('a key that is missing is never made anew, and another one seals nothing', async () => {
  const right = await readFile(masterKeyPath(folder))
  await rm(dirname(masterKeyPath(folder)), { recursive: true })
  const missing = await openVaultAtStart(database.dangerous, folder, say)
  await expect(readFile(masterKeyPath(folder))).rejects.toThrow('ENOENT')
  expect(() => missing.makeKey('person-2')).toThrow('vault_shut')

  await mkdir(dirname(masterKeyPath(folder)), { recursive: true })
  await writeFile(masterKeyPath(folder), randomBytes(32))
  const wrong = await openVaultAtStart(database.dangerous, folder, say)
  expect(() => wrong.seal(randomBytes(32), 'x', 1)).toThrow('vault_shut')
  expect(() => wrong.hash('a', 'b')).toThrow('vault_shut')
  expect(said).toHaveLength(2)

  await writeFile(masterKeyPath(folder), right)
  expect((await openVaultOf(database.app, folder, say)).makeKey('person-3').key).toHaveLength(32)
})

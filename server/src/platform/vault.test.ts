import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { masterKeyPath, openVault, readOrMakeMasterKey } from './vault.ts'

const vault = openVault(randomBytes(32))

test('what is sealed opens only with its key, in its place, and untouched', () => {
  const { key, wrapped } = vault.makeKey('person-1')
  const sealed = vault.seal(key, 'person_identity|person-1', { name: 'Vàng Thị Thử' })
  expect(sealed.includes('Thử')).toBe(false)
  const again = vault.unwrapKey('person-1', wrapped)
  expect(vault.open(again, 'person_identity|person-1', sealed)).toEqual({ name: 'Vàng Thị Thử' })
  expect(() => vault.open(key, 'person_identity|person-2', sealed)).toThrow()
  expect(() => vault.unwrapKey('person-2', wrapped)).toThrow()
  expect(() => vault.open(vault.makeKey('x').key, 'person_identity|person-1', sealed)).toThrow()
  for (let at = 0; at < sealed.length; at += 7) {
    const touched = Buffer.from(sealed)
    touched[at] = (touched[at] ?? 0) ^ 1
    expect(() => vault.open(key, 'person_identity|person-1', touched)).toThrow()
  }
})

test('another master key opens nothing, and each purpose has its own', () => {
  const other = openVault(randomBytes(32))
  const { wrapped } = vault.makeKey('person-1')
  expect(() => other.unwrapKey('person-1', wrapped)).toThrow()
  expect(vault.purposeKey('police').equals(vault.purposeKey('member'))).toBe(false)
  expect(vault.hash('a', 'x').equals(vault.hash('b', 'x'))).toBe(false)
})

test('the master key is made once, for its owner alone, and a damaged one is not written over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ke-vai-keys-'))
  const first = await readOrMakeMasterKey(folder)
  expect((await stat(masterKeyPath(folder))).mode & 0o777).toBe(0o600)
  expect((await readOrMakeMasterKey(folder)).equals(first)).toBe(true)
  await writeFile(masterKeyPath(folder), 'short')
  await expect(readOrMakeMasterKey(folder)).rejects.toThrow(/damaged/)
  expect(await readFile(masterKeyPath(folder), 'utf8')).toBe('short')
  await rm(folder, { recursive: true })
})

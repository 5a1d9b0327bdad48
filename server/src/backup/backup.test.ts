import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { identityOpen, personRegister } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { runCommand } from '../platform/commands.ts'
import type { Sql } from '../platform/database.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import type { Vaults } from '../platform/vault.ts'
import { registerCommands } from '../register/register.ts'
import { makeBackup } from './backup.ts'
import { listTables } from './backup-tables.ts'
import { loadBackup } from './load-backup.ts'
import { restoreBackup } from './restore.ts'

const clubId = demoId('club/tuan-chau')
const canary = 'Chuột Bạch Canary'
const canaryPhone = '0900555777'
const never = new AbortController().signal

let product: TestProduct
let chair: TestPerson
let folder: string
let opened = 0
const databases: TestDatabase[] = []

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  folder = await mkdtemp(join(tmpdir(), 'ke-vai-backup-'))
})
afterAll(async () => {
  for (const database of databases) await database.close()
  await product.close()
  await rm(folder, { recursive: true, force: true })
})

/** Both files of a backup, and nobody on the list of the erased. */
const filesOf = (name: string, keys = `${name}.keys`) => ({
  data: join(folder, name),
  keys: join(folder, keys),
  erased: [],
})

function backupTo(name: string) {
  const { server, name: database } = product.database
  return makeBackup({ server, database, file: join(folder, name) })
}

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await testDatabase()
  databases.push(database)
  return database
}

/** A person with a contact, sealed and acknowledged. */
async function write(): Promise<{ personId: string; contactId: string }> {
  const [personId, contactId] = [randomUUID(), randomUUID()]
  const person = { clubId, personId, name: canary, groups: ['at_risk' as const], phone: canaryPhone }
  expect((await chair.send(personRegister, person)).status).toBe(200)
  const contact = {
    clubId,
    contactId,
    personId,
    onDay: '2026-11-20',
    kinds: ['survey' as const],
    topics: ['papers' as const],
    minutes: 20,
    note: `${canary}\t\\.\n\\N về nhà`,
    ruleTicked: true,
  }
  expect((await chair.send(contactRecord, contact)).status).toBe(200)
  opened += 1
  return { personId, contactId }
}

/** Every table's rows as one ordered hash, by another way than the backup's own. */
async function fingerprints(sql: Sql): Promise<Record<string, string>> {
  const prints: Record<string, string> = {}
  for (const { name } of await listTables(sql)) {
    const [row] = await sql<{ rows: number; print: string | null }[]>`
      select count(*)::int as rows, encode(sha256(convert_to(coalesce(string_agg(line, E'\n' order by line), ''), 'UTF8')), 'hex') as print
      from (select t::text collate "C" as line from ${sql(name)} as t where t::text not like '(entry_seal,%') as lines`
    prints[name] = `${row?.rows} ${row?.print}`
  }
  return prints
}

const ids = async (sql: Sql, table: string) =>
  new Set((await sql<{ id: string }[]>`select id from ${sql(table)}`).map((row) => row.id))

test('while the product writes, the backup is one moment: all that was acknowledged before, nothing by halves', async () => {
  const before = [await write(), await write()]
  let going = true
  const after: string[] = []
  const writers = [1, 2].map(async () => {
    for (let i = 0; going && i < 400; i += 1) after.push((await write()).contactId)
  })
  await expect.poll(() => after.length, { timeout: 60_000 }).toBeGreaterThan(3)
  const acknowledged = [...before.map((each) => each.contactId), ...after]
  const at = after.length
  const summary = await backupTo('while-writing.kevai')
  const written = after.length - at
  going = false
  await Promise.all(writers)
  expect(written, 'the product wrote during the backup').toBeGreaterThan(0)

  const copy = await emptyDatabase()
  // The foreign keys of the copy are checked by PostgreSQL as the rows go in.
  expect((await loadBackup(copy.dangerous, filesOf('while-writing.kevai'))).tables).toEqual(summary.tables)
  const contacts = await ids(copy.dangerous, 'contact')
  expect(acknowledged.filter((id) => !contacts.has(id))).toEqual([])
  const whole = await copy.dangerous`
    select (select count(*) from person) as persons, (select count(*) from person_key) as keys,
      (select count(*) from person_identity) as identities, (select count(*) from contact) as contacts,
      (select count(*) from command_log) as commands`
  const { persons, keys, identities, contacts: noted, commands } = whole[0] ?? {}
  expect([keys, identities]).toEqual([persons, persons])
  expect(Number(commands)).toBe(Number(persons) + Number(noted))
  const dangling = await copy.dangerous`
    select from command_log where name = 'contact.record' and answer = 'null'`
  expect(dangling).toHaveLength(0)
})

test('what is restored equals what was backed up, row for row, but for the sign-ins', async () => {
  await write()
  const summary = await backupTo('quiet.kevai')
  const copy = await emptyDatabase()
  await loadBackup(copy.dangerous, filesOf('quiet.kevai'))
  const [was, is] = [await fingerprints(product.database.dangerous), await fingerprints(copy.dangerous)]
  expect(is).toEqual(was)
  expect(Object.keys(is)).toContain('audit_event')
  expect(summary.rows).toBe(Object.values(was).reduce((all, each) => all + Number(each.split(' ')[0]), 0))
  expect(await product.database.dangerous`select from sign_in`).not.toHaveLength(0)
  expect(await copy.dangerous`select from sign_in`).toHaveLength(0)
  // The copy backed up again is the same in every table.
  const again = { server: copy.server, database: copy.name, file: join(folder, 'again.kevai') }
  expect((await makeBackup(again)).tables).toEqual(summary.tables)
})

test('the secret by which the database knows who entered is in no file, and a restored database has one of its own', async () => {
  const secret = async ({ dangerous }: TestDatabase) =>
    (await dangerous<{ hash: string }[]>`select hash from deployed where what = 'entry_seal'`)[0]?.hash ?? ''
  const own = await secret(product.database)
  expect(own).toHaveLength(64)
  await backupTo('sealed.kevai')
  for (const name of ['sealed.kevai', 'sealed.kevai.keys'])
    expect(gunzipSync(await readFile(join(folder, name))).includes(own), name).toBe(false)
  const copy = await emptyDatabase()
  await loadBackup(copy.dangerous, filesOf('sealed.kevai'))
  expect(await secret(copy)).toMatch(/^[0-9a-f]{64}$/u)
  expect(await secret(copy)).not.toBe(own)
})

test('the file is for its owner alone, holds nothing readable of a person, and leaves no half beside it', async () => {
  await write()
  await writeFile(join(folder, 'private.kevai.tmp'), 'left by a killed backup', { mode: 0o644 })
  await backupTo('private.kevai')
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  expect(opened).toBeGreaterThan(0)
  for (const name of ['private.kevai', 'private.kevai.keys']) {
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    const bytes = gunzipSync(await readFile(join(folder, name)))
    for (const word of [canary, canaryPhone, 'về nhà', chair.cookie.split('=')[1] ?? ''])
      expect(bytes.includes(Buffer.from(word)), word).toBe(false)
  }
  const bytes = gunzipSync(await readFile(join(folder, 'private.kevai')))
  const wrapped = await product.database.dangerous<
    { hex: string }[]
  >`select encode(wrapped, 'hex') as hex from person_key`
  expect(
    wrapped.filter(({ hex }) => bytes.includes(hex)),
    'no wrapped key lies with the data',
  ).toEqual([])
  expect(bytes.includes('Nguyễn') || bytes.includes('tuan-chau'), 'what is not sealed is there').toBe(true)
})

test('a folder that is not there is one sentence, and nothing is left', async () => {
  await expect(backupTo('no/such/folder.kevai')).rejects.toThrow(/Không ghi được tệp sao lưu/)
})

test('a file cut short or altered anywhere is refused, and the folder stays as it was', async () => {
  await backupTo('whole.kevai')
  const bytes = await readFile(join(folder, 'whole.kevai'))
  const text = gunzipSync(bytes).toString('latin1')
  const zipped = (changed: string) => gzipSync(Buffer.from(changed, 'latin1'))
  const firstTable = text.indexOf('\n\\.\n')
  const footer = text.lastIndexOf('\n', text.length - 2) + 1
  const broken: [string, Buffer][] = [
    ...[0, 1, 9, 200, bytes.length >> 1, bytes.length - 9, bytes.length - 1].map(
      (length): [string, Buffer] => [`cut at ${length}`, bytes.subarray(0, length)],
    ),
    ['a bit turned', Buffer.from(bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 1 : byte)))],
    ['no backup', Buffer.from('PK\x03\x04')],
    ['zipped anew without its footer', zipped(text.slice(0, footer))],
    ['zipped anew without its last tables', zipped(text.slice(0, text.length >> 1))],
    ['a row changed', zipped(text.replace('tuan-chau', 'tuan-chaz'))],
    ['a row taken out', zipped(text.slice(0, firstTable).replace(/\n[^\n]*$/, '') + text.slice(firstTable))],
    ['something added', zipped(`${text}x`)],
  ]
  for (const [what, content] of broken) {
    const file = join(folder, 'broken.kevai')
    await writeFile(file, content)
    const dataDir = join(folder, 'into-broken')
    const restoring = restoreBackup({ file, dataDir, keyFile: undefined, say: () => {}, signal: never })
    await expect(restoring, what).rejects.toThrow(/thiếu hoặc hỏng/)
    expect((await readdir(folder)).filter((name) => name.startsWith('into-broken'))).toEqual([])
  }
})

test('a refused load leaves the database as it was', async () => {
  await backupTo('version.kevai')
  const text = gunzipSync(await readFile(join(folder, 'version.kevai'))).toString('latin1')
  const cut = join(folder, 'cut.kevai')
  await writeFile(cut, gzipSync(Buffer.from(text.slice(0, -10), 'latin1')))
  const copy = await emptyDatabase()
  const before = await fingerprints(copy.dangerous)
  await expect(loadBackup(copy.dangerous, { ...filesOf('version.kevai'), data: cut })).rejects.toThrow(
    /thiếu hoặc hỏng/,
  )
  const other = join(folder, 'other.kevai')
  await writeFile(
    other,
    gzipSync(Buffer.from(text.replace('0001_network.sql', '0001_netzwerk.sql'), 'latin1')),
  )
  await expect(loadBackup(copy.dangerous, { ...filesOf('version.kevai'), data: other })).rejects.toThrow(
    /phiên bản khác/,
  )
  await writeFile(other, gzipSync(Buffer.from(text.replace('"version":2', '"version":3'), 'latin1')))
  await expect(loadBackup(copy.dangerous, { ...filesOf('version.kevai'), data: other })).rejects.toThrow(
    /phiên bản khác/,
  )
  expect(await fingerprints(copy.dangerous)).toEqual(before)
})

test('only an empty folder is restored into', async () => {
  await backupTo('for-full.kevai')
  const dataDir = await mkdtemp(join(folder, 'full-'))
  await writeFile(join(dataDir, 'kept'), 'mine')
  const file = join(folder, 'for-full.kevai')
  const restoring = restoreBackup({ file, dataDir, keyFile: undefined, say: () => {}, signal: never })
  await expect(restoring).rejects.toThrow(/không trống/)
  expect(await readdir(dataDir)).toEqual(['kept'])
})

test('the copy opens an identity with the key that it was sealed under, and with no other', async () => {
  const { personId } = await write()
  await backupTo('sealed.kevai')
  const copy = await emptyDatabase()
  await loadBackup(copy.dangerous, filesOf('sealed.kevai'))
  const command = registerCommands.find((each) => each.definition.name === identityOpen.name)
  if (!command) throw new Error('identities cannot be opened')
  const open = (vault: Vaults) =>
    runCommand(copy.operator, vault, { accountId: demoId('account/tham') }, command, {
      id: randomUUID(),
      deviceTime: new Date().toISOString(),
      args: { clubId, personId, reason: 'prepare_visit' },
    })
  expect(await open(product.database.vault)).toMatchObject({ name: canary, phone: canaryPhone })
  await expect(open(copy.vault)).rejects.toThrow()
})

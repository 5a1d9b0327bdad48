import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { personErase } from '@ke-vai/contract/register/erasure.ts'
import { identityOpen, personRegister } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { runCommand } from '../platform/commands.ts'
import { connectAs, type Sql } from '../platform/database.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { registerCommands } from '../register/register.ts'
import { doAgreed } from '../register/testing/agreed.ts'
import { makeCore } from '../vault/core.ts'
import { handOut } from '../vault/hand-out.ts'
import { makeMasterRing } from '../vault/master-ring.ts'
import { makeBackup } from './backup.ts'
import { type Erased, erasedListPath, readErasedList } from './erased-list.ts'
import { keepErasedList } from './keep-erased-list.ts'
import { findKeysFile } from './keys-in-hand.ts'
import { loadBackup } from './load-backup.ts'

const clubId = demoId('club/tuan-chau')
let product: TestProduct
let chair: TestPerson
let officer: TestPerson
let folder: string
let her: string
let other: string
let endList: () => Promise<void>
const databases: TestDatabase[] = []
const logins: Sql[] = []

async function enter(): Promise<string> {
  const personId = randomUUID()
  const made = await chair.send(personRegister, {
    clubId,
    personId,
    name: 'Vàng Thị Thử',
    groups: ['at_risk'],
  })
  expect(made.status).toBe(200)
  return personId
}
const backupTo = (name: string) =>
  makeBackup({ server: product.database.server, database: product.database.name, file: join(folder, name) })

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  officer = await product.signIn('lai')
  folder = await mkdtemp(join(tmpdir(), 'ke-vai-erased-'))
  endList = await keepErasedList(product.database.server, product.database.name, folder)
  her = await enter()
  other = await enter()
  await backupTo('before.kevai')
  const erased = await doAgreed(chair, officer, personErase, {
    clubId,
    personId: her,
    erasureId: randomUUID(),
    ground: 'her_wish',
  })
  expect(erased.status).toBe(200)
})
afterAll(async () => {
  await endList()
  for (const login of logins) await login.end({ timeout: 1 })
  for (const database of databases) await database.close()
  await product.close()
  await rm(folder, { recursive: true, force: true })
})

/** The data of before the erasure, restored with one file of keys; what then opens for the chair. */
async function restored(keys: string, erased: readonly Erased[]) {
  const copy = await testDatabase()
  databases.push(copy)
  await loadBackup(copy.dangerous, { data: join(folder, 'before.kevai'), keys: join(folder, keys), erased })
  const command = registerCommands.find((each) => each.definition.name === identityOpen.name)
  if (!command) throw new Error('identities cannot be opened')
  // A vault over the copy's own rows, with the master key that both were sealed under.
  const sql = connectAs(copy.server, copy.name, 'ke_vai_vault', 1)
  const ring = makeMasterRing([[1, product.database.masterKey]])
  const vault = handOut(makeCore({ sql, ring, accounts: true }))
  logins.push(sql)
  const opens = (personId: string) =>
    runCommand(copy.operator, vault, { accountId: demoId('account/tham') }, command, {
      id: randomUUID(),
      deviceTime: new Date().toISOString(),
      args: { clubId, personId, reason: 'prepare_visit' },
    }).then(
      () => true,
      () => false,
    )
  const left = await copy.dangerous`
    select 1 from person_key where person_id = ${her} union all select 1 from person_identity where person_id = ${her}
    union all select 1 from identity_index where person_id = ${her}`
  return { opens, left: left.length, copy }
}

test('each erasure goes onto the list outside of the database by itself', async () => {
  await expect.poll(async () => (await readErasedList(folder)).map((each) => each.personId)).toEqual([her])
  const kept = await readFile(erasedListPath(folder), 'utf8')
  expect(kept).not.toContain('Vàng')
})

test('data of before with keys of after open nothing of her, and everybody else', async () => {
  await backupTo('after.kevai')
  const { opens, left } = await restored('after.kevai.keys', [])
  expect(left).toBe(0)
  expect(await opens(her)).toBe(false)
  expect(await opens(other)).toBe(true)
})

test('the newest keys beside the data are taken', async () => {
  await backupTo('after.kevai')
  expect(await findKeysFile(join(folder, 'before.kevai'))).toBe(join(folder, 'after.kevai.keys'))
})

test('data and keys of before, where the list was kept: she is erased again', async () => {
  await expect.poll(async () => (await readErasedList(folder)).length).toBe(1)
  const { opens, left, copy } = await restored('before.kevai.keys', await readErasedList(folder))
  expect(left).toBe(0)
  expect(await opens(other)).toBe(true)
  expect(await copy.dangerous`select from erasure where person_id = ${her}`).toHaveLength(1)
})

test('data and keys of before, and no list: they open her, which is why files of keys live thirty days', async () => {
  const { opens } = await restored('before.kevai.keys', [])
  expect(await opens(her)).toBe(true)
})

test('a line that a kill cut short loses nobody', async () => {
  const dataDir = await mkdtemp(join(folder, 'cut-'))
  const end = await keepErasedList(product.database.server, product.database.name, dataDir)
  await end()
  const whole = await readFile(erasedListPath(dataDir), 'utf8')
  await writeFile(erasedListPath(dataDir), whole.slice(0, -20))
  expect(await readErasedList(dataDir)).toEqual([])
  await (await keepErasedList(product.database.server, product.database.name, dataDir))()
  expect((await readErasedList(dataDir)).map((each) => each.personId)).toEqual([her])
})

test('keys of another installation are refused', async () => {
  const strange = await testDatabase()
  databases.push(strange)
  await strange.dangerous`update schema_migration set at = at + interval '1 second'`
  await makeBackup({ server: strange.server, database: strange.name, file: join(folder, 'strange.kevai') })
  await expect(restored('strange.kevai.keys', [])).rejects.toThrow(/không thuộc về dữ liệu ấy/)
})

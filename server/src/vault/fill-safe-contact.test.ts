import { personRead } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { connectAs } from '../platform/database.ts'
import { runRead } from '../platform/reads.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import type { Opening } from '../platform/vault.ts'
import { registerReads } from '../register/register.ts'
import { makeCore } from './core.ts'
import { handOut } from './hand-out.ts'
import { makeMasterRing } from './master-ring.ts'
import { chair, clubId, identityOf, registerPerson, signInOf } from './testing/people-with-names.ts'

let database: TestDatabase
let personId: string
let keyless: string

beforeAll(async () => {
  database = await testDatabase()
  personId = await registerPerson(database, database.vault, { name: 'Vàng Thị Thử' })
  keyless = await registerPerson(database, database.vault, { name: 'Vàng Thị Hai' })
  await database.dangerous`delete from person_key where person_id = ${keyless}`
  await leaveOpen(personId)
  await leaveOpen(keyless)
})
afterAll(() => database.close())

/** A rule as earlier versions wrote it. */
const leaveOpen = (id: string) => database.dangerous`
  insert into safe_contact (province, person_id, club_id, ways, say_from, visit_rule)
  values ('22', ${id}, ${clubId}, '{call}', 'bên hợp tác xã', 'hỏi cô Thắm')`

async function startVault(): Promise<void> {
  const sql = connectAs(database.server, database.name, 'ke_vai_vault', 1)
  await makeCore({ sql, ring: makeMasterRing([[1, database.masterKey]]), accounts: true }).catchUp()
  await sql.end()
}

const kept = (id: string) => database.dangerous`
  select sealed is not null as sealed, say_from, who_may_answer, visit_rule from safe_contact where person_id = ${id}`

async function shown(who: Parameters<typeof runRead>[2]) {
  const show = registerReads.find((each) => each.definition.name === personRead.name)
  if (!show) throw new Error('a person is not shown')
  const asked = { params: { clubId, personId }, query: {} }
  const page = await runRead(database.operator, database.vault, who, show, asked)
  return personRead.response.parse(page).safeContact
}

test('words that lay in the open are sealed when the vault starts; whose key is gone keeps nobody waiting', async () => {
  await startVault()
  expect(await kept(personId)).toEqual([
    { sealed: true, say_from: null, who_may_answer: null, visit_rule: null },
  ])
  const words = { sayFrom: 'bên hợp tác xã', whoMayAnswer: null, visitRule: 'hỏi cô Thắm' }
  expect(await shown(chair)).toMatchObject({ ways: ['call'], ...words })
  expect(await kept(keyless)).toMatchObject([{ sealed: false, say_from: 'bên hợp tác xã' }])
})

test('what was sealed since is newer than what an older copy left in the open', async () => {
  await database.dangerous`update safe_contact set say_from = 'lời cũ' where person_id = ${personId}`
  await startVault()
  expect(await kept(personId)).toMatchObject([{ sealed: true, say_from: null }])
  expect(await shown(chair)).toMatchObject({ sayFrom: 'bên hợp tác xã' })
})

const bound = (id: string) => ({ table: 'safe_contact', row: id, field: 'rule', version: 1 })

async function opening(): Promise<Opening> {
  const [row] = await database.dangerous<{ sealed: Buffer }[]>`
    select sealed from safe_contact where person_id = ${personId}`
  if (!row) throw new Error('no rule')
  return { key: { person: personId }, bound: bound(personId), sealed: row.sealed }
}

test('they open without a fresh proof for whoever goes to her, and for nobody else', async () => {
  const old = await signInOf(database, chair, false)
  const opened = async (who: Parameters<typeof database.vault.asking>[0], openings: Opening[]) =>
    database.vault
      .asking(who)
      .openAll(openings)
      .then(
        (values) => values.length,
        (error: Error) => error.message,
      )
  const words = await opening()
  const identity = await identityOf(database, personId)
  expect(await opened(old, [words])).toBe(1)
  expect(await opened(null, [words])).toBe('signed_out')
  for (const account of ['cao-xanh', 'lai', 'son', 'khai', 'hoa'])
    expect(
      await opened(await signInOf(database, { accountId: demoId(`account/${account}`) }), [words]),
      account,
    ).toBe('not_found')
  // An identity beside them, or one that is passed off as them, opens no more than it did.
  expect(await opened(old, [words, identity])).toBe('step_up_needed')
  expect(await opened(old, [{ ...identity, bound: bound(personId) }])).not.toBe(1)
})

test('they are not counted among the openings of a minute', async () => {
  const sql = connectAs(database.server, database.name, 'ke_vai_vault', 1)
  const limits = {
    openingsPerAsker: 1,
    openingsOverAll: 1,
    booksPerAsker: 1,
    booksOverAll: 1,
    searchesPerAsker: 1,
  }
  const ring = makeMasterRing([[1, database.masterKey]])
  const vault = handOut(makeCore({ sql, ring, accounts: true, limits })).asking(chair)
  const [words, identity] = [await opening(), await identityOf(database, personId)]
  await vault.openAll([words, words, words])
  await vault.openAll([identity, words])
  await expect(vault.openAll([identity])).rejects.toThrow('budget_spent')
  await sql.end()
})

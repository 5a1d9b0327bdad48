import { randomBytes, randomUUID } from 'node:crypto'
import { identitySearch } from '@ke-vai/contract/register/identity.ts'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { runCommand } from '../platform/commands.ts'
import { connectAs } from '../platform/database.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { makeCore } from '../vault/core.ts'
import { handOut } from '../vault/hand-out.ts'
import { makeMasterRing } from '../vault/master-ring.ts'
import { searchIdentity } from './search-identity.ts'

let product: TestProduct
let chair: TestPerson
const clubId = demoId('club/tuan-chau')

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
})
afterAll(() => product.close())

async function enter(name: string, phone: string | null = null, by = chair, club = clubId) {
  const personId = randomUUID()
  const entered = await by.send(personRegister, { clubId: club, personId, name, phone, groups: ['at_risk'] })
  expect(entered.status).toBe(200)
  return entered.body
}

const find = (kind: 'name' | 'phone' | 'paper', text: string, by = chair, club = clubId) =>
  by.send(identitySearch, { clubId: club, kind, text })

test('a name is found without accents and in any order; the answer is codes and not one name', async () => {
  const { id, code } = await enter('Nguyễn Thị Hoà', '0912 345 678')
  await enter('Nguyễn Thị Lan')
  for (const typed of ['nguyen hoa thi', 'Nguyễn Thị Hòa', 'NGUYEN THI HOA', 'nguyễn hoà']) {
    const { status, body } = await find('name', typed)
    expect(status).toBe(200)
    expect(body).toEqual({ found: [{ id, code, status: 'new' }] })
  }
  expect((await find('phone', '+84 912 345 678')).body.found.map((each) => each.id)).toEqual([id])
  expect((await find('phone', '0912345679')).body.found).toEqual([])
})

test('too little to go by is refused before anything is looked for, and says what is missing', async () => {
  for (const [kind, text] of [
    ['name', 'Nguyễn'],
    ['phone', '0912'],
    ['paper', '12'],
  ] as const) {
    const { status, body } = await find(kind, text)
    expect(status).toBe(422)
    expect(body).toMatchObject({ field: 'text' })
    expect(JSON.stringify(body)).not.toContain(text)
  }
})

test('every search leaves its line, with the kind and never what was sought', async () => {
  const id = randomUUID()
  const text = 'Đặng Thị Không Có'
  await chair.send(identitySearch, { clubId, kind: 'name', text }, id)
  const [line] = await product.database.dangerous`select * from audit_event where command_id = ${id}`
  expect(line).toMatchObject({ action: 'IDENTITY_SEARCHED', subject_kind: 'club', subject_id: clubId })
  expect(line?.fields).toEqual(['name'])
  expect(JSON.stringify(line)).not.toMatch(/Không Có|Đặng/)
  expect(await product.database.dangerous`select answer::text from command_log where id = ${id}`).toEqual([
    { answer: 'null' },
  ])
})

test('the board alone searches, in its own club alone, and not her from whom it is excluded', async () => {
  const { id } = await enter('Lò Thị Thử Nghiệm')
  expect((await find('name', 'Lò Thị Thử Nghiệm')).body.found).toHaveLength(1)
  for (const username of ['hoa', 'lai', 'khai'])
    expect((await find('name', 'Lò Thị Thử Nghiệm', await product.signIn(username))).status).toBe(403)
  const elsewhere = await product.signIn('cao-xanh')
  expect((await find('name', 'Lò Thị Thử Nghiệm', elsewhere, demoId('club/cao-xanh'))).body.found).toEqual([])
  expect((await find('name', 'Lò Thị Thử Nghiệm', elsewhere)).status).toBe(404)
  await product.database.dangerous`
    insert into exclusion (province, id, club_id, person_id, account_id, ground)
    values ('22', ${randomUUID()}, ${clubId}, ${id}, ${demoId('account/tham')}, 'relative')`
  expect((await find('name', 'Lò Thị Thử Nghiệm')).body.found).toEqual([])
})

test('long after she proved that it is she, a search asks again', async () => {
  const late = await product.signIn('tham')
  const [{ id } = { id: '' }] = await product.database.dangerous<{ id: string }[]>`
    select id from sign_in order by created_at desc limit 1`
  await product.database
    .dangerous`update sign_in set stepped_up_at = now() - interval '11 minutes' where id = ${id}`
  expect(await find('name', 'Nguyễn Thị Hoà', late)).toMatchObject({
    status: 403,
    body: { code: 'step_up_needed' },
  })
})

test('more than twenty in a minute are refused in kind words, and the alarm stays', async () => {
  const database = await testDatabase()
  const accountId = demoId('account/tham')
  // The vault with its real bounds; elsewhere tests have none.
  const login = connectAs(database.server, database.name, 'ke_vai_vault', 2)
  const core = makeCore({ sql: login, ring: makeMasterRing([[1, randomBytes(32)]]), accounts: true })
  const vaults = handOut(core)
  const search = () =>
    runCommand(database.operator, vaults, { accountId }, searchIdentity, {
      id: randomUUID(),
      deviceTime: new Date().toISOString(),
      args: { clubId, kind: 'phone', text: '0900000000' },
    })
  for (let i = 0; i < 20; i++) expect(await search()).toEqual({ found: [] })
  await expect(search()).rejects.toMatchObject({ status: 422, refusal: { code: 'search_too_often' } })
  expect(
    await database.dangerous`select account_id from audit_event where action = 'VAULT_LIMIT_REACHED'`,
  ).toEqual([{ account_id: accountId }])
  await login.end()
  await database.close()
})

import { randomUUID } from 'node:crypto'
import {
  directoryAdd,
  directoryList,
  directoryStreetOpen,
  directoryStreetSet,
} from '@ke-vai/contract/directory/directory.ts'
import { hsdsServiceAtLocations, hsdsServiceRead, hsdsServices } from '@ke-vai/contract/directory/hsds.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let van: TestPerson
let hien: TestPerson
const organisationId = demoId('organisation/centre-22')
const entryId = randomUUID()
const street = 'Số 12, ngõ 3, đường Thử Nghiệm'

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
  hien = await product.signIn('hien')
  const added = await van.send(directoryAdd, {
    organisationId,
    entryId,
    facts: {
      kind: 'shelter',
      name: 'Ngôi nhà Ánh Dương',
      provider: 'Trung tâm thử',
      area: 'Tỉnh Quảng Ninh',
      phone: '18001769',
      fee: 'free',
      hours: 'all_day',
      capacity: 12,
      source: 'test',
    },
  })
  expect(added.status).toBe(200)
  const set = { organisationId, entryId, shelterOrganisationId: organisationId, street }
  expect((await van.send(directoryStreetSet, set)).status).toBe(200)
})
afterAll(() => product.close())

const opening = { organisationId, entryId }

test('scenario 39: everybody reads area and phone of a shelter, and its street opens for the shelter team alone', async () => {
  const hoa = await product.signIn('hoa')
  const shown = (await hoa.read(directoryList, {}, { kind: 'shelter' })).body.entries
  expect(shown).toMatchObject([{ id: entryId, area: 'Tỉnh Quảng Ninh', phone: '18001769', street: false }])
  const id = randomUUID()
  expect(await hien.send(directoryStreetOpen, opening, id)).toEqual({ status: 200, body: { street } })
  expect((await hien.read(directoryList, {}, { kind: 'shelter' })).body.entries[0]?.street).toBe(true)
  // Not even who wrote it reads it back.
  for (const username of [
    'van',
    'binh',
    'quyen',
    'huong',
    'khai',
    'lai',
    'tham',
    'hoa',
    'toan',
    'cam',
    'vy',
    'thanh',
  ]) {
    const answer = await (await product.signIn(username)).send(directoryStreetOpen, opening)
    expect([403, 404], username).toContain(answer.status)
    expect(JSON.stringify(answer.body)).not.toContain('Thử Nghiệm')
  }
  const sql = product.database.dangerous
  expect(await sql`select action, subject_id, fields from audit_event where command_id = ${id}`).toEqual([
    { action: 'DIRECTORY_STREET_OPENED', subject_id: entryId, fields: ['street'] },
  ])
})

test('scenario 39: past the guard, the row of the street is there for the shelter team alone', async () => {
  const seen = (username: string) =>
    asActor(product.database.operator, { accountId: demoId(`account/${username}`) }, {}, (tx) => {
      return tx`select id from directory_street where entry_id = ${entryId}`
    })
  expect(await seen('hien')).toHaveLength(1)
  for (const username of ['van', 'quyen', 'huong', 'khai', 'hoa', 'toan', 'cam'])
    expect(await seen(username), username).toEqual([])
})

test('scenario 39: past the database as well, the vault opens it for nobody else', async () => {
  const [row] = await product.database.dangerous<{ id: string; sealed: Buffer }[]>`
    select id, sealed from directory_street where entry_id = ${entryId}`
  if (!row) throw new Error('no street')
  const bound = { table: 'directory_street', row: row.id, field: 'street', version: 1 }
  const asked = (username: string) =>
    product.database.vault
      .asking({ accountId: demoId(`account/${username}`) })
      .open({ purpose: 'shelter_street' }, [{ bound, sealed: row.sealed }])
  expect(await asked('hien')).toEqual([street])
  for (const username of ['van', 'khai', 'hoa'])
    await expect(asked(username), username).rejects.toMatchObject({ status: 404 })
})

test('scenario 39: HSDS tells services, places and a shelter without any address', async () => {
  const hoa = await product.signIn('hoa')
  const services = (await hoa.read(hsdsServices, {}, { per_page: 200 })).body
  const shelter = services.contents.find(({ id }) => id === entryId)
  expect(shelter).toMatchObject({
    name: 'Ngôi nhà Ánh Dương',
    status: 'active',
    phones: [{ number: '18001769' }],
    capacities: [{ maximum: 12 }],
    alert: 'Chưa kiểm tra gần đây',
    service_at_locations: [{ location: { location_type: 'virtual', name: 'Tỉnh Quảng Ninh' } }],
  })
  const hotline = services.contents.find(({ phones }) => phones[0]?.number === '111')
  expect(hotline?.description).toContain('Phòng, chống mua bán người (từ 2025-09-19)')
  expect((await hoa.read(hsdsServiceRead, { id: entryId })).body).toEqual(shelter)
  expect((await hoa.read(hsdsServiceRead, { id: randomUUID() })).status).toBe(404)
  const page = (await hoa.read(hsdsServiceAtLocations, {}, { per_page: 2, page: 2 })).body
  expect(page).toMatchObject({ page_number: 2, size: 2, first_page: false, empty: false })
  const told = JSON.stringify([services, page])
  expect(told).not.toMatch(/address|Thử Nghiệm/)
  const organizations = await (await hoa.get('/api/hsds/organizations?search=ngoi%20nha')).json()
  expect(organizations).toMatchObject({
    contents: expect.arrayContaining([expect.objectContaining({ name: 'Ngôi nhà Bình yên' })]),
  })
  expect(await (await hoa.get('/api/hsds')).json()).toMatchObject({ version: '3.0' })
  expect((await fetch(`${product.address}/api/hsds/services`)).status).toBe(401)
})

test('the street lies readable in no table, and opening asks for a fresh proof', async () => {
  const [dump] = await product.database.dangerous<{ text: string }[]>`
    select string_agg(t.text, ' ') as text from (select directory_entry::text as text from directory_entry
      union all select directory_street::text from directory_street
      union all select command_log::text from command_log union all select audit_event::text from audit_event) t`
  expect(dump?.text).not.toContain('Thử Nghiệm')
  const late = await product.signIn('hien')
  await product.database.dangerous`
    update sign_in set stepped_up_at = now() - interval '11 minutes' where account_id = ${demoId('account/hien')}`
  expect(await late.send(directoryStreetOpen, opening)).toMatchObject({
    status: 403,
    body: { code: 'step_up_needed' },
  })
})

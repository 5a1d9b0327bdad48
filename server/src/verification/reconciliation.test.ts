import { randomUUID } from 'node:crypto'
import {
  differenceResolve,
  roundClose,
  roundCompare,
  roundList,
  roundOpen,
  roundRead,
  roundSubmit,
} from '@ke-vai/contract/verification/rounds.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { border, health, police } from './testing/verified-case.ts'

let product: TestProduct
let huong: TestPerson
let toan: TestPerson
let dung: TestPerson

beforeAll(async () => {
  product = await testProduct()
  huong = await product.signIn('huong')
  toan = await product.signIn('toan')
  dung = await product.signIn('dung')
})
afterAll(() => product.close())

const quarter = { from: '2026-01-01', to: '2026-03-31' }
const line = (code: string, more: object = {}) => ({
  code,
  status: 'identified' as const,
  supported: true,
  ...more,
})
const codes = (n: number) => Array.from({ length: n }, (_, i) => `HS-22-${String(900 + i).padStart(6, '0')}`)

async function open(otherOrganisationIds: string[]) {
  const roundId = randomUUID()
  const opened = await huong.send(roundOpen, {
    organisationId: health,
    roundId,
    ...quarter,
    otherOrganisationIds,
  })
  expect(opened.status).toBe(200)
  return roundId
}

test('scenario 28: seven codes of the police, eight of health: one difference with owner and due date, and no «100%»', async () => {
  const roundId = await open([police])
  const [ofHealth, ofPolice] = [
    { organisationId: health, roundId },
    { organisationId: police, roundId },
  ]
  // The police write their codes in another manner.
  const seven = codes(7).map((code) => line(code.toLowerCase().replaceAll('-', ' ')))
  expect((await toan.send(roundSubmit, { ...ofPolice, lines: seven })).status).toBe(200)
  expect((await huong.send(roundCompare, ofHealth)).body).toMatchObject({ code: 'lists_missing' })
  await huong.send(roundSubmit, { ...ofHealth, lines: codes(8).map((code) => line(code)) })
  const before = await huong.read(roundRead, ofHealth)
  expect(before.body).toMatchObject({ people: null, share: null, differences: [] })
  expect((await huong.send(roundCompare, ofHealth)).body).toEqual({ people: 8, agreed: 7, differences: 1 })
  const page = (await huong.read(roundRead, ofHealth)).body
  expect(page.differences).toMatchObject([
    { kind: 'only_social', ownerOrganisationId: police, ownLine: 8, resolution: null, overdue: false },
  ])
  expect(page.differences[0]?.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(page.share).toBeNull()
  expect(JSON.stringify(page)).not.toContain('100 %')
  expect((await huong.send(roundClose, ofHealth)).body).toMatchObject({ code: 'differences_open' })
  // The owner alone says how it was solved; each body knows its own lines and no code of the other.
  const differenceId = page.differences[0]?.id ?? ''
  const solved = { differenceId, resolution: 'list_completed' as const }
  expect((await huong.send(differenceResolve, { ...ofHealth, ...solved })).status).toBe(404)
  const seen = (await toan.read(roundRead, ofPolice)).body
  expect(seen.differences).toMatchObject([{ id: differenceId, ownLine: null }])
  expect(JSON.stringify(seen)).not.toContain('HS-22')
  expect((await toan.send(differenceResolve, { ...ofPolice, ...solved })).status).toBe(200)
  expect((await huong.read(roundRead, ofHealth)).body.share?.vi).toBe('100 % (8/8 người; ngoại lệ: không có)')
  expect((await huong.send(roundClose, ofHealth)).status).toBe(200)
})

test("no code is kept; a token is of its round alone, and a list is its own body's", async () => {
  const rounds = [await open([police, border]), await open([police, border])]
  for (const roundId of rounds)
    await toan.send(roundSubmit, { organisationId: police, roundId, lines: [line('HS-22-MAT')] })
  const sql = product.database.dangerous
  const items = await sql<{ token: Buffer }[]>`
    select token from reconciliation_item where round_id = any (${rounds})`
  expect(new Set(items.map(({ token }) => token.toString('hex'))).size).toBe(2)
  const [dump] = await sql<{ text: string }[]>`
    select string_agg(t.text, ' ') as text from (select reconciliation_item::text as text from reconciliation_item
      union all select command_log::text from command_log union all select audit_event::text from audit_event) t`
  expect(dump?.text).not.toMatch(/MAT\b|HS22MAT/)
  for (const name of ['dung', 'huong', 'van', 'tham'])
    await asActor(product.database.operator, { accountId: demoId(`account/${name}`) }, {}, async (tx) => {
      const seen = await tx`select from reconciliation_item where organisation_id = ${police}`
      expect(seen, name).toHaveLength(0)
    })
  // Not even the lead sees the lists side by side while one is missing.
  await asActor(product.database.operator, { accountId: demoId('account/huong') }, {}, async (tx) => {
    expect(await tx`select from policy.lists_of_round(${rounds[0] ?? ''})`).toHaveLength(0)
  })
  const again = { organisationId: police, roundId: rounds[0] ?? '', lines: [] }
  expect((await toan.send(roundSubmit, again)).body).toMatchObject({ code: 'list_handed_in' })
})

test('who is no party finds no round, and no other body leads one', async () => {
  const roundId = await open([police])
  expect((await dung.read(roundRead, { organisationId: border, roundId })).status).toBe(404)
  expect((await dung.read(roundRead, { organisationId: police, roundId })).status).toBe(404)
  expect((await dung.send(roundSubmit, { organisationId: border, roundId, lines: [] })).status).toBe(404)
  const listed = (await dung.read(roundList, { organisationId: border })).body.rounds.map(({ id }) => id)
  expect(listed).not.toContain(roundId)
  const union = demoId('organisation/union-22')
  const khai = await product.signIn('khai')
  const args = { organisationId: union, roundId: randomUUID(), ...quarter, otherOrganisationIds: [police] }
  expect((await khai.send(roundOpen, args)).body).toMatchObject({ code: 'reconciliation_parties' })
  expect((await toan.send(roundOpen, { ...args, organisationId: police })).status).toBe(403)
})

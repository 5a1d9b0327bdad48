import { meRead } from '@ke-vai/contract/account/account.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../../database/seed/network.ts'
import { type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await testProduct()
})
afterAll(() => product.close())

const post = (path: string, body: unknown, cookie = '') =>
  fetch(`${product.address}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })

test('the right password opens a sign-in that only its holder has', async () => {
  const answer = await post('/sign-in', { username: ' Tham ', password: demoPassword })
  expect(answer.status).toBe(200)
  const cookie = answer.headers.getSetCookie()[0] ?? ''
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Strict/i)
  const token = /ke_vai=([^;]+)/.exec(cookie)?.[1] ?? ''
  const kept = await product.database.dangerous`select encode(token_hash, 'escape') as hash from sign_in`
  expect(JSON.stringify(kept)).not.toContain(token)
})

test('a wrong password and an unknown name answer alike', async () => {
  const wrong = await post('/sign-in', { username: 'lai', password: 'không phải' })
  const unknown = await post('/sign-in', { username: 'không-ai', password: 'không phải' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toBe(await unknown.text())
})

test('guessing is slowed, and the owner still comes in', async () => {
  for (let guess = 0; guess < 6; guess++)
    await post('/sign-in', { username: 'khai', password: `thử ${guess}` })
  const began = Date.now()
  await post('/sign-in', { username: 'khai', password: 'thử nữa' })
  expect(Date.now() - began).toBeGreaterThan(900)
  expect((await post('/sign-in', { username: 'khai', password: demoPassword })).status).toBe(200)
})

test('signing out ends the sign-in at the server', async () => {
  const person = await product.signIn('lai')
  expect((await person.read(meRead, {})).status).toBe(200)
  expect((await post('/sign-out', {}, person.cookie)).status).toBe(200)
  expect((await person.read(meRead, {})).status).toBe(401)
})

test('a sign-in ends by its hours and when the account is closed', async () => {
  const late = await product.signIn('nga')
  await product.database.dangerous`update sign_in set last_used_at = now() - interval '13 hours'`
  expect((await late.read(meRead, {})).status).toBe(401)
  const closed = await product.signIn('nga')
  await product.database.dangerous`update account set disabled_at = now() where username = 'nga'`
  expect((await closed.read(meRead, {})).status).toBe(401)
})

test('nobody signs in as the command line', async () => {
  expect((await post('/sign-in', { username: 'operator', password: demoPassword })).status).toBe(422)
})

test('a page of another origin cannot act for her', async () => {
  const person = await product.signIn('tham')
  const answer = await fetch(`${product.address}/api/sign-out`, {
    method: 'POST',
    headers: { cookie: person.cookie, origin: 'https://evil.example', 'content-type': 'application/json' },
    body: '{}',
  })
  expect(answer.status).toBe(403)
  expect((await person.read(meRead, {})).status).toBe(200)
})

test('signing in and out leave audit lines without the name typed', async () => {
  await product.signIn('tham')
  const lines = await product.database
    .dangerous`select distinct action from audit_event where subject_kind = 'account' order by 1`
  expect(lines.map((line) => line.action)).toEqual(['SIGNED_IN', 'SIGNED_OUT', 'SIGN_IN_REFUSED'])
})

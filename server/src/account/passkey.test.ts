import { meRead } from '@ke-vai/contract/account/account.ts'
import { passkeyAdd, passkeyAddOptions, passkeyRemove } from '@ke-vai/contract/account/passkey.ts'
import {
  signIn,
  signInPasskey,
  signInPasskeyOptions,
  stepUp,
  stepUpPasskeyOptions,
} from '@ke-vai/contract/account/sign-in.ts'
import { waysRead } from '@ke-vai/contract/account/sign-ins.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../../database/seed/network.ts'
import { type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { type Quirks, SoftwareAuthenticator } from '../testing/software-authenticator.ts'
import { Browser, codeOf } from './testing/browser.ts'

let product: TestProduct
let home: Browser
let phone: SoftwareAuthenticator

beforeAll(async () => {
  product = await testProduct()
  home = new Browser(product.address)
  expect((await home.post(signIn, { username: 'tham', password: demoPassword })).status).toBe(200)
  phone = new SoftwareAuthenticator()
  const { body: options } = await home.post(passkeyAddOptions, {})
  const added = await home.post(passkeyAdd, {
    passkey: phone.make(options, home.origin),
    name: 'Máy của Thắm',
  })
  expect(added.status).toBe(200)
})
afterAll(() => product.close())

async function comeIn(quirks: Quirks = {}) {
  const browser = new Browser(product.address)
  const { body: options } = await browser.post(signInPasskeyOptions, {})
  const passkey = phone.use(options, browser.origin, quirks)
  return { browser, passkey, answer: await browser.post(signInPasskey, { passkey }) }
}

test('a passkey signs in without a user name, and is in the list of ways', async () => {
  const { browser, answer } = await comeIn()
  expect(answer.status).toBe(200)
  expect((await browser.read(meRead)).body.username).toBe('tham')
  const { body: ways } = await browser.read(waysRead)
  expect(ways).toMatchObject({ hasPassword: true, passkeys: [{ name: 'Máy của Thắm' }] })
  expect(ways.passkeys[0]?.lastUsedAt).not.toBeNull()
})

test('the same proof does not sign in twice', async () => {
  const { browser, passkey } = await comeIn()
  const again = await browser.post(signInPasskey, { passkey })
  expect(codeOf(again)).toBe('wrong_passkey')
})

test.each<[string, Quirks]>([
  ['of a page of another origin', { origin: 'https://kevai.example' }],
  ['of another port of this machine', { origin: 'http://localhost:1' }],
  ['made for another site', { rpId: 'kevai.example' }],
  ['without finger, face or code', { userVerified: false }],
  ['that says it is another account', { userHandle: Buffer.from('somebody').toString('base64url') }],
])('a proof %s is refused', async (_, quirks) => {
  const { answer, browser } = await comeIn(quirks)
  expect([answer.status, codeOf(answer)]).toEqual([422, 'wrong_passkey'])
  expect((await browser.read(meRead)).status).toBe(401)
})

test('a counter that goes back is a copy, and refused', async () => {
  await comeIn({ counter: 50 })
  expect(codeOf((await comeIn({ counter: 50 })).answer)).toBe('wrong_passkey')
  expect(codeOf((await comeIn({ counter: 49 })).answer)).toBe('wrong_passkey')
  expect((await comeIn({ counter: 51 })).answer.status).toBe(200)
})

test('a challenge counts for what it was given out for', async () => {
  const { body: options } = await home.post(stepUpPasskeyOptions, {})
  const browser = new Browser(product.address)
  const answer = await browser.post(signInPasskey, { passkey: phone.use(options, browser.origin) })
  expect(codeOf(answer)).toBe('wrong_passkey')
})

test('a passkey proves again that it is she, on her sign-in alone', async () => {
  await product.database.dangerous`update sign_in set stepped_up_at = null`
  const refused = await home.post(passkeyAddOptions, {})
  expect([refused.status, codeOf(refused)]).toEqual([403, 'step_up_needed'])
  const other = new Browser(product.address)
  await other.post(signIn, { username: 'lai', password: demoPassword })
  const { body: hers } = await home.post(stepUpPasskeyOptions, {})
  expect(hers.allowCredentials).toHaveLength(1)
  expect(codeOf(await other.post(stepUp, { passkey: phone.use(hers, other.origin) }))).toBe('wrong_passkey')
  const { body: options } = await home.post(stepUpPasskeyOptions, {})
  expect((await home.post(stepUp, { passkey: phone.use(options, home.origin) })).status).toBe(200)
  expect((await home.post(passkeyAddOptions, {})).status).toBe(200)
})

test('making a passkey wants the right origin, the user verified, and its challenge once', async () => {
  await home.post(stepUp, { password: demoPassword })
  const another = new SoftwareAuthenticator()
  for (const quirks of [
    { origin: 'https://kevai.example' },
    { userVerified: false },
    { rpId: 'x.example' },
  ]) {
    const { body: options } = await home.post(passkeyAddOptions, {})
    const passkey = another.make(options, home.origin, quirks)
    expect(codeOf(await home.post(passkeyAdd, { passkey, name: 'khác' }))).toBe('passkey_not_made')
  }
  const { body: options } = await home.post(passkeyAddOptions, {})
  const passkey = another.make(options, home.origin)
  const first = await home.post(passkeyAdd, { passkey, name: 'khác' })
  expect(first.status).toBe(200)
  expect(codeOf(await home.post(passkeyAdd, { passkey, name: 'khác' }))).toBe('passkey_not_made')
  expect((await home.send(passkeyRemove, { passkeyId: first.body.id })).status).toBe(200)
})

test('the last way in cannot be taken away', async () => {
  const { body } = await home.read(waysRead)
  await product.database.dangerous`update account set password_hash = null where username = 'tham'`
  const answer = await home.send(passkeyRemove, { passkeyId: body.passkeys[0]?.id ?? '' })
  expect(codeOf(answer)).toBe('last_way_in')
  expect((await home.read(waysRead)).body.passkeys).toHaveLength(1)
})

test('at a bare address there are no passkeys, and it is said so', async () => {
  const answer = await fetch(`${product.address}/api${signInPasskeyOptions.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(await answer.json()).toMatchObject({ code: 'no_passkeys_here' })
})

test('strangers who ask for all challenges keep nobody waiting who is signed in', async () => {
  const { dangerous } = product.database
  await dangerous`insert into challenge (hash, purpose, expires_at)
    select sha256(n::text::bytea), 'sign_in', now() + interval '5 minutes' from generate_series(1, 20000) n`
  expect((await new Browser(product.address).post(signInPasskeyOptions, {})).status).toBe(503)
  expect((await home.post(stepUpPasskeyOptions, {})).status).toBe(200)
  await dangerous`delete from challenge`
})

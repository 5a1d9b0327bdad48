import {
  authenticatorConfirm,
  authenticatorRemove,
  authenticatorSetup,
} from '@ke-vai/contract/account/authenticator.ts'
import { passwordSet } from '@ke-vai/contract/account/password.ts'
import { signIn, stepUp } from '@ke-vai/contract/account/sign-in.ts'
import { signInsRead } from '@ke-vai/contract/account/sign-ins.ts'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../../database/seed/network.ts'
import { type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { Browser, codeOf } from './testing/browser.ts'

let product: TestProduct
let home: Browser
let secret: string
beforeAll(async () => {
  product = await testProduct()
  home = new Browser(product.address)
  await home.post(signIn, { username: 'tham', password: demoPassword })
})
afterAll(() => product.close())

const codeAt = (steps: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })
/** As if the last code had been used long ago, so that a test need not wait for the next one. */
const forgetStep = () => product.database.dangerous`update authenticator set last_step = 0`
const comeIn = (code?: string, password = demoPassword) =>
  new Browser(product.address).post(signIn, { username: 'tham', password, code })

test('an authenticator counts after its first right code, and its secret lies sealed', async () => {
  const { body } = await home.send(authenticatorSetup, {})
  secret = body.secret
  expect(body.uri).toMatch(/^otpauth:\/\/totp\/.*secret=/)
  const [kept] = await product.database.dangerous<{ sealed: Buffer; log: string }[]>`
    select sealed, (select string_agg(answer::text, '') from command_log) as log from authenticator`
  expect(kept?.sealed.toString('latin1')).not.toContain(secret)
  expect(kept?.log).not.toContain(secret)
  expect((await comeIn()).status).toBe(200)
  expect(codeOf(await home.send(authenticatorConfirm, { code: '000000' }))).toBe('wrong_code')
  expect((await home.send(authenticatorConfirm, { code: codeAt(0) })).status).toBe(200)
  expect(codeOf(await comeIn())).toBe('code_needed')
})

test('on an open phone no code can be tried out, and her own sign-in gives a guesser no new tries', async () => {
  expect(codeOf(await home.send(authenticatorConfirm, { code: '000000' }))).toBe('authenticator_there')
  const wrong = () => product.database.dangerous`select from sign_in_failure where wrong_code`
  expect(codeOf(await comeIn('000000'))).toBe('wrong_code')
  const before = (await wrong()).length
  await forgetStep()
  expect((await comeIn(codeAt(0))).status).toBe(200)
  expect((await wrong()).length).toBe(before)
})

test('a code counts once, a step before and after, and no further', async () => {
  await forgetStep()
  const code = codeAt(0)
  expect((await comeIn(`${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200)
  expect(codeOf(await comeIn(code))).toBe('wrong_code')
  await forgetStep()
  expect((await comeIn(codeAt(-1))).status).toBe(200)
  await forgetStep()
  expect(codeOf(await comeIn(codeAt(-3)))).toBe('wrong_code')
  expect(codeOf(await comeIn(codeAt(3)))).toBe('wrong_code')
})

test('of two that bring the same code at once, one comes in', async () => {
  await forgetStep()
  const code = codeAt(0)
  const answers = await Promise.all([comeIn(code), comeIn(code)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
})

test('codes are not tried out without end by whoever has the password', async () => {
  await forgetStep()
  await product.database.dangerous`
    insert into sign_in_failure (username_hash, address_hash, wrong_code, at)
    select username_hash, address_hash, true, now() - interval '1 hour' from sign_in_failure, generate_series(1, 40)
    where wrong_code limit 40`
  expect(codeOf(await comeIn(codeAt(0)))).toBe('too_many_tries')
  // On the device that she has used she still comes in.
  expect(
    (await home.post(signIn, { username: 'tham', password: demoPassword, code: codeAt(0) })).status,
  ).toBe(200)
})

test('proving again by password wants the code as well', async () => {
  await product.database.dangerous`delete from sign_in_failure`
  await forgetStep()
  expect(codeOf(await home.post(stepUp, { password: demoPassword }))).toBe('code_needed')
  expect((await home.post(stepUp, { password: demoPassword, code: codeAt(0) })).status).toBe(200)
})

test('weak passwords are refused; a shorter one stands only beside the code', async () => {
  const set = (password: string) => home.post(passwordSet, { password })
  expect(codeOf(await set('bảy chữ'))).toBe('password_too_short')
  expect(codeOf(await set('mật khẩu 123'))).toBe('password_too_common')
  expect((await set('cá kho tộ')).status).toBe(200)
  expect(codeOf(await home.send(authenticatorRemove, {}))).toBe('password_needs_code')
  const long = 'cá kho tộ nồi đất'
  expect((await set(long)).status).toBe(200)
  expect((await home.send(authenticatorRemove, {})).status).toBe(200)
  // One sign or three for the same letter: the same password.
  expect((await comeIn(undefined, long.normalize('NFD'))).status).toBe(200)
  expect(codeOf(await set('ngắn quá thôi'))).toBe('password_too_short')
})

test('a new password wants a step-up and ends the other sign-ins', async () => {
  const other = new Browser(product.address)
  await other.post(signIn, { username: 'lai', password: demoPassword })
  const elsewhere = new Browser(product.address)
  await elsewhere.post(signIn, { username: 'lai', password: demoPassword })
  await product.database.dangerous`update sign_in set stepped_up_at = now() - interval '11 minutes'`
  const password = 'thuyền về bến chiều'
  expect(codeOf(await other.post(passwordSet, { password }))).toBe('step_up_needed')
  expect(codeOf(await other.post(stepUp, { password: 'không phải' }))).toBe('wrong_password')
  await other.post(stepUp, { password: demoPassword })
  expect((await other.post(passwordSet, { password })).status).toBe(200)
  expect((await elsewhere.read(signInsRead)).status).toBe(401)
  expect((await other.read(signInsRead)).status).toBe(200)
  const log = await product.database.dangerous`select name from command_log where name like '%password%'`
  expect(log).toHaveLength(0)
})

import { meRead } from '@ke-vai/contract/account/account.ts'
import { idleHours, signIn, signOut } from '@ke-vai/contract/account/sign-in.ts'
import { signInEnd, signInEndAll, signInsRead } from '@ke-vai/contract/account/sign-ins.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../../database/seed/network.ts'
import { type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { Browser } from './testing/browser.ts'
import { deviceWords } from './visit.ts'

const android =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36'
let product: TestProduct
beforeAll(async () => {
  product = await testProduct()
})
afterAll(() => product.close())

async function comeIn(username: string, headers = {}): Promise<Browser> {
  const browser = new Browser(product.address, headers)
  expect((await browser.post(signIn, { username, password: demoPassword })).status).toBe(200)
  return browser
}

test('she sees her own devices in two words, and no token or address', async () => {
  const phone = await comeIn('tham', { 'user-agent': android })
  await comeIn('lai')
  const { body } = await phone.read(signInsRead)
  expect(body.signIns).toHaveLength(1)
  expect(body.signIns[0]).toMatchObject({ device: 'Chrome · Android', method: 'password', current: true })
  expect(Object.keys(body.signIns[0] ?? {}).sort()).toEqual(
    ['current', 'device', 'endsAt', 'id', 'lastUsedAt', 'method', 'openedAt'].sort(),
  )
  const hours = (Date.parse(body.signIns[0]?.endsAt ?? '') - Date.now()) / 3_600_000
  expect(hours).toBeGreaterThan(11.9)
  expect(hours).toBeLessThanOrEqual(12)
})

test('the words of a device', () => {
  expect(deviceWords('Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/120.0 Chrome/114 Safari/537.36')).toBe(
    'Cốc Cốc · Windows',
  )
  expect(deviceWords('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17 Safari/604.1')).toBe(
    'Safari · iOS',
  )
  expect(deviceWords(undefined)).toBe('Trình duyệt khác')
})

test('one device is signed out from another; nobody signs out somebody else', async () => {
  const desk = await comeIn('tham')
  const stranger = await comeIn('pao')
  const phone = await comeIn('tham')
  const { body } = await phone.read(signInsRead)
  const signInId = body.signIns.find((each) => each.current)?.id ?? ''
  expect((await stranger.send(signInEnd, { signInId })).status).toBe(404)
  expect((await phone.read(meRead)).status).toBe(200)
  expect((await desk.send(signInEnd, { signInId })).status).toBe(200)
  expect((await phone.read(meRead)).status).toBe(401)
})

test('signing out everywhere ends every device of hers, and this one when she says so', async () => {
  const desk = await comeIn('hoa')
  const phone = await comeIn('hoa')
  const other = await comeIn('pao')
  expect((await desk.send(signInEndAll, {})).body.ended).toBe(1)
  expect((await phone.read(meRead)).status).toBe(401)
  expect((await desk.read(meRead)).status).toBe(200)
  expect((await desk.send(signInEndAll, { alsoThis: true })).status).toBe(200)
  expect((await desk.read(meRead)).status).toBe(401)
  expect((await other.read(meRead)).status).toBe(200)
})

test('a sign-in ends when it was idle, and at its last hour whatever is done with it', async () => {
  const idle = await comeIn('son')
  const idleFor = (minutes: number) =>
    product.database.dangerous`
      update sign_in set last_used_at = now() - ${idleHours} * interval '1 hour' + ${minutes} * interval '1 minute'`
  await idleFor(1)
  expect((await idle.read(meRead)).status).toBe(200)
  await idleFor(-1)
  expect((await idle.read(meRead)).status).toBe(401)
  const late = await comeIn('son')
  await product.database.dangerous`update sign_in set expires_at = now() - interval '1 second'`
  expect((await late.read(meRead)).status).toBe(401)
})

test('signing out leaves the sealed work on the device, unless she wipes it', async () => {
  const kept = await (await comeIn('khai')).post(signOut, undefined)
  expect(kept.headers.get('clear-site-data')).toBe('"cache"')
  const browser = await comeIn('khai')
  const wiped = await browser.post(signOut, { wipe: true })
  expect(wiped.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"')
  expect((await browser.read(meRead)).status).toBe(401)
})

import { randomUUID } from 'node:crypto'
import { personRead, personRegister } from '@ke-vai/contract/register/person.ts'
import { Secret, TOTP } from 'otpauth'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../database/seed/network.ts'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, expectAccessible, launchBrowser, phone, picture } from './browser.ts'

const clubId = demoId('club/tuan-chau')
const newPassword = 'đò chiều qua bến sông Chanh'
let product: TestProduct
let browser: Browser
/** Passkeys are bound to a name: the same product as http://localhost. */
let address: string

beforeAll(async () => {
  product = await testProduct()
  address = product.address.replace('127.0.0.1', 'localhost')
  browser = (await launchBrowser()) as Browser
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

interface Device {
  context: BrowserContext
  page: Page
  /** Chromium's own authenticator of this device. */
  cdp: CDPSession
}

async function device(
  screen: typeof phone | typeof desk,
  { withPrf }: { withPrf: boolean },
): Promise<Device> {
  const context = await browser.newContext({ ...screen, bypassCSP: true })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    ctap2Version: 'ctap2_1',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
    hasPrf: withPrf,
  } as const
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options })
  return { context, page, cdp }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const tabs = (page: Page) => page.getByRole('navigation', { name: 'Các trang chính' })

async function comeIn(page: Page, username: string, password = demoPassword, code = ''): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await button(page, 'Đăng nhập').click()
  if (code !== '') {
    await page.getByLabel('Mã 6 số', { exact: false }).fill(code)
    await button(page, 'Đăng nhập').click()
  }
}
const account = (page: Page) => page.getByRole('link', { name: /tài khoản của tôi/u }).click()
const leave = async (page: Page) => {
  await button(page, 'Thoát').click()
  await button(page, 'Đăng nhập').waitFor()
}
const addPasskey = async (page: Page, name: string) => {
  await button(page, 'Thêm khóa trên máy này').click()
  await page.getByLabel('Gọi máy này là gì?').fill(name)
  await button(page, 'Tạo khóa').click()
  await page.getByText(name, { exact: true }).waitFor()
}
/** As after ten minutes: the next careful thing asks again that it is she. */
const forgetStepUp = () => product.database.dangerous`update sign_in set stepped_up_at = null`

/** An address within the app, without loading it anew: a reload would lock the device's vault. */
const goTo = (on: Page, path: string) =>
  on.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

async function person(): Promise<string> {
  const personId = randomUUID()
  const chair = await product.signIn('tham')
  await chair.send(personRegister, { clubId, personId, name: 'Lò Thị Thử', groups: ['at_risk'] })
  return personId
}
const contactsOf = async (personId: string) =>
  (await (await product.signIn('tham')).read(personRead, { clubId, personId })).body.contacts.length
async function note(page: Page, personId: string): Promise<void> {
  await goTo(page, `/register/person/${personId}`)
  await page
    .getByRole('link', { name: /Ghi nhanh/u })
    .first()
    .click()
  await page.locator('label', { hasText: 'Thăm hỏi' }).click()
  await button(page, 'Lưu').click()
}

test('a passkey is added, signs in, opens the device’s vault with and without a network, and steps up', async () => {
  const { page, context } = await device(phone, { withPrf: true })
  await comeIn(page, 'tham')
  await tabs(page).waitFor()
  await account(page)
  await page.getByRole('heading', { name: 'Tài khoản của tôi' }).waitFor()
  await page.getByText('Chrome · ', { exact: false }).first().waitFor()
  await expectAccessible(page)
  await forgetStepUp()
  await button(page, 'Thêm khóa trên máy này').click()
  await page.getByLabel('Gọi máy này là gì?').fill('Điện thoại của Thắm')
  await button(page, 'Tạo khóa').click()
  await page.getByRole('dialog').getByLabel('Mật khẩu').fill(demoPassword)
  await button(page, 'Xác nhận').click()
  await page.getByText('Điện thoại của Thắm', { exact: true }).waitFor()
  await picture(page, 'account-360')
  await leave(page)
  await expectAccessible(page)
  await picture(page, 'sign-in-passkey-360')

  // No name and no password; the vault opens, so that nothing says that nothing is kept. Its secret stays here.
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await button(page, 'Dùng khóa trên máy này').click()
  await tabs(page).waitFor()
  expect(sent.filter((body) => body.includes('"clientExtensionResults":{}'))).toHaveLength(1)
  expect(sent.filter((body) => body.includes('prf'))).toEqual([])
  expect(await page.getByText('Lần này máy không giữ gì', { exact: false }).count()).toBe(0)

  // Stepping up with it.
  await forgetStepUp()
  await account(page)
  await button(page, 'Cài ứng dụng xác thực').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Dùng khóa trên máy này' }).click()
  await page.getByRole('img', { name: 'Hình để ứng dụng xác thực quét' }).waitFor()

  // Work that waits is opened by the passkey alone, after a reload without a network.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const personId = await person()
  await goTo(page, `/register/person/${personId}`)
  await page.getByText('Lò Thị Thử').or(page.locator('.code.big')).first().waitFor()
  await context.setOffline(true)
  await note(page, personId)
  await page.getByText('Đã lưu 1 mục trong máy', { exact: false }).waitFor()
  await page.reload()
  await button(page, 'Dùng khóa trên máy này').click()
  await page.getByText('Đã lưu 1 mục trong máy', { exact: false }).waitFor()
  await context.setOffline(false)
  await page.reload()
  await button(page, 'Dùng khóa trên máy này').click()
  await expect.poll(() => contactsOf(personId), { timeout: 20_000 }).toBe(1)

  // Devices: this one and the tests' own; all others go at once.
  await account(page)
  await button(page, 'Đăng xuất mọi máy khác').click()
  await expect.poll(() => page.getByText(/vào bằng/u).count()).toBe(1)
  await context.close()
})

test('a passkey without PRF works online, says so, and pretends to keep nothing', async () => {
  const { page, context } = await device(phone, { withPrf: false })
  await comeIn(page, 'tham')
  await tabs(page).waitFor()
  await account(page)
  await addPasskey(page, 'Máy cũ')
  await leave(page)
  await button(page, 'Dùng khóa trên máy này').click()
  await page.getByText('Lần này máy không giữ gì', { exact: false }).waitFor()
  await expectAccessible(page)
  const personId = await person()
  await goTo(page, `/register/person/${personId}/contact`)
  await page.locator('label', { hasText: 'Thăm hỏi' }).click()
  await context.setOffline(true)
  await button(page, 'Lưu').click()
  await page.getByText('Chưa gửi được: chưa có mạng', { exact: false }).waitFor()
  await picture(page, 'nothing-kept-360')
  await context.setOffline(false)
  await button(page, 'Lưu').click()
  await expect.poll(() => contactsOf(personId)).toBe(1)
  await context.close()
})

test('the authenticator is set up with its key, then the code is asked for', async () => {
  const { page, context } = await device(phone, { withPrf: true })
  await comeIn(page, 'hoa')
  await tabs(page).waitFor()
  await account(page)
  await button(page, 'Cài ứng dụng xác thực').click()
  const key = (await page.locator('.secret').textContent()) ?? ''
  expect(key).toMatch(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/u)
  const codes = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
  expect(await page.getByRole('link', { name: 'Mở ứng dụng trên máy này' }).getAttribute('href')).toMatch(
    /^otpauth:\/\/totp\//u,
  )
  await expectAccessible(page)
  await picture(page, 'authenticator-360')
  await page.getByLabel('Mã 6 số', { exact: false }).fill(codes.generate())
  await button(page, 'Xác nhận').click()
  await page.getByText('Đang dùng: khi vào bằng mật khẩu', { exact: false }).waitFor()
  await leave(page)
  await comeIn(page, 'hoa')
  const code = page.getByLabel('Mã 6 số', { exact: false })
  await code.waitFor()
  // The next step and no fault: said calmly, and the field is ready to be typed in.
  await page.getByRole('status').getByText('Xin nhập mã 6 số trong ứng dụng xác thực.').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await expect.poll(() => code.evaluate((field) => field === document.activeElement)).toBe(true)
  await expectAccessible(page)
  await picture(page, 'sign-in-code-360')
  await code.fill('000000')
  await button(page, 'Đăng nhập').click()
  await page.getByRole('alert').waitFor()
  // Each step counts once, so the next one is taken.
  await page.getByLabel('Mã 6 số', { exact: false }).fill(codes.generate({ timestamp: Date.now() + 30_000 }))
  await button(page, 'Đăng nhập').click()
  await tabs(page).waitFor()
  await context.close()
})

test('the password is changed: here the vault opens with the new one, elsewhere the old one is asked for once', async () => {
  const here = await device(phone, { withPrf: true })
  const there = await device(phone, { withPrf: true })
  const personId = await person()
  // Something waits on the other phone.
  await comeIn(there.page, 'tham')
  await tabs(there.page).waitFor()
  await goTo(there.page, `/register/person/${personId}`)
  await there.page.locator('.code.big').waitFor()
  await there.context.setOffline(true)
  await note(there.page, personId)
  await there.page.getByText('Đã lưu 1 mục trong máy', { exact: false }).waitFor()

  await comeIn(here.page, 'tham')
  await tabs(here.page).waitFor()
  await goTo(here.page, `/register/person/${personId}`)
  await here.page.locator('.code.big').waitFor()
  await account(here.page)
  await button(here.page, 'Đổi mật khẩu').click()
  await here.page.getByLabel('Mật khẩu mới').fill('matkhaucuatoi')
  await here.page.getByText('Còn thiếu 2 ký tự.').waitFor()
  await here.page.getByLabel('Mật khẩu mới').fill(newPassword)
  await here.page.getByText('Dài và khó đoán.').waitFor()
  await expectAccessible(here.page)
  await picture(here.page, 'account-password-360')
  await here.page.locator('form').getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await here.page.getByText('Đã lưu.').waitFor()
  await here.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  // Work that waits is still there after the page was opened anew with the new password.
  await goTo(here.page, `/register/person/${personId}`)
  await here.page.locator('.code.big').waitFor()
  await here.context.setOffline(true)
  await note(here.page, personId)
  await here.page.getByText('Đã lưu 1 mục trong máy', { exact: false }).waitFor()
  await here.context.setOffline(false)
  await here.page.reload()
  await here.page.getByLabel('Mật khẩu', { exact: true }).fill(newPassword)
  await button(here.page, 'Mở khóa').click()
  await tabs(here.page).waitFor()

  // The other phone was signed out; what lies on it asks for the old password, once.
  await there.context.setOffline(false)
  await there.page.reload()
  await comeIn(there.page, 'tham', newPassword)
  await there.page.getByRole('heading', { name: 'Máy này còn việc chưa gửi' }).waitFor()
  await expectAccessible(there.page)
  await there.page.getByText('Không nhớ mật khẩu cũ').click()
  await button(there.page, 'Bỏ những gì chưa gửi (1)').waitFor()
  await picture(there.page, 'shut-vault-360')
  await there.page.getByLabel('Mật khẩu cũ của máy này').fill(newPassword)
  await button(there.page, 'Mở và gửi tiếp').click()
  await there.page.getByRole('alert').waitFor()
  await there.page.getByLabel('Mật khẩu cũ của máy này').fill(demoPassword)
  await button(there.page, 'Mở và gửi tiếp').click()
  await tabs(there.page).waitFor()
  const chair = await product.signIn('tham', newPassword)
  await expect
    .poll(async () => (await chair.read(personRead, { clubId, personId })).body.contacts.length, {
      timeout: 30_000,
    })
    .toBe(2)
  await leave(there.page)
  await comeIn(there.page, 'tham', newPassword)
  await tabs(there.page).waitFor()

  // One device is signed out from another, and notices at its next step.
  await account(here.page)
  await here.page.reload()
  await here.page.getByLabel('Mật khẩu', { exact: true }).fill(newPassword)
  await button(here.page, 'Mở khóa').click()
  await here.page
    .getByRole('button', { name: /^Đăng xuất máy đó: / })
    .first()
    .click()
  await expect
    .poll(() => here.page.getByRole('button', { name: /^Đăng xuất máy đó: / }).count(), { timeout: 20_000 })
    .toBeLessThan(3)

  // Leaving nothing behind.
  await here.page.getByText('Xóa mọi thứ trên máy này').click()
  await here.page.getByText('Không có gì chưa gửi', { exact: false }).waitFor()
  await button(here.page, 'Xóa hết và thoát').click()
  await button(here.page, 'Đăng nhập').waitFor()
  const left = await here.page.evaluate(async () => (await indexedDB.databases()).length)
  expect(left).toBe(0)
  await here.context.close()
  await there.context.close()
})

test('who does not know the old password may leave it for later, or throw away what was not sent, told how much', async () => {
  const { page, context } = await device(phone, { withPrf: true })
  await comeIn(page, 'hong-gai')
  await tabs(page).waitFor()
  await goTo(page, '/sessions/new')
  await page.getByLabel('Chủ đề').waitFor()
  await context.setOffline(true)
  await page.getByLabel('Chủ đề').fill('Đi làm xa an toàn')
  await page.getByRole('button', { name: /^Thêm/u }).first().click()
  await button(page, 'Lưu buổi này').click()
  await page.getByText('Đã lưu 1 mục trong máy', { exact: false }).waitFor()
  const { cookie } = await product.signIn('hong-gai')
  const changed = await fetch(`${product.address}/api/account/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ password: newPassword }),
  })
  expect(changed.status).toBe(200)
  await context.setOffline(false)
  await comeIn(page, 'hong-gai', newPassword)
  await button(page, 'Để sau, lần này làm khi có mạng').click()
  await page.getByText('Lần này máy không giữ gì', { exact: false }).waitFor()
  await account(page)
  await page.getByText('Xóa mọi thứ trên máy này').click()
  await page.getByText('Trên máy còn 1 mục chưa gửi', { exact: false }).waitFor()
  await leave(page)
  await comeIn(page, 'hong-gai', newPassword)
  await page.getByText('Không nhớ mật khẩu cũ').click()
  await button(page, 'Bỏ những gì chưa gửi (1)').click()
  await tabs(page).waitFor()
  expect(await page.getByText('Lần này máy không giữ gì', { exact: false }).count()).toBe(0)
  await account(page)
  await page.getByText('Xóa mọi thứ trên máy này').click()
  await page.getByText('Không có gì chưa gửi', { exact: false }).waitFor()
  await context.close()
})

test('an invitation is made, shown once, accepted on another phone, and refused the second time', async () => {
  const chair = await device(desk, { withPrf: true })
  await comeIn(chair.page, 'cao-xanh')
  await tabs(chair.page).waitFor()
  await goTo(chair.page, '/people/invite')
  await chair.page.getByLabel('Mời ai?').fill('Chị Mai')
  await expectAccessible(chair.page)
  await button(chair.page, 'Tạo lời mời').click()
  const link = await chair.page.getByLabel('Đường dẫn').inputValue()
  expect(link).toMatch(new RegExp(`^${address}/invitation#[\\w-]{43}$`, 'u'))
  await chair.page.getByRole('img', { name: 'Hình để máy người được mời quét' }).waitFor()
  await expectAccessible(chair.page)
  await picture(chair.page, 'invite-made-1280')

  const guest = await device(phone, { withPrf: true })
  await guest.page.goto(link)
  await guest.page.getByText('Chị Mai', { exact: true }).waitFor()
  expect(guest.page.url()).toBe(`${address}/invitation`)
  await guest.page.getByText('Thành viên', { exact: false }).first().waitFor()
  await guest.page.getByLabel('Tên đăng nhập chị muốn dùng').fill('mai.caoxanh')
  await expectAccessible(guest.page)
  await picture(guest.page, 'invitation-360')
  await button(guest.page, 'Tạo khóa trên máy này').click()
  await tabs(guest.page).waitFor()
  await leave(guest.page)
  await button(guest.page, 'Dùng khóa trên máy này').click()
  await tabs(guest.page).waitFor()

  const second = await device(phone, { withPrf: true })
  await second.page.goto(link)
  await second.page.getByText('Đường dẫn này không còn dùng được', { exact: false }).waitFor()
  await picture(second.page, 'invitation-gone-360')

  // Another one, cancelled before anybody took it.
  await button(chair.page, 'Mời thêm một người').click()
  await chair.page.getByLabel('Mời ai?').fill('Chị Tư')
  await button(chair.page, 'Tạo lời mời').click()
  const other = await chair.page.getByLabel('Đường dẫn').inputValue()
  await button(chair.page, 'Hủy lời mời: Chị Tư').click()
  await button(chair.page, 'Hủy lời mời').click()
  await chair.page.getByText('Đã hủy').waitFor()
  await chair.page.getByText('Đã nhận').waitFor()
  await second.page.goto(other)
  await second.page.getByText('Đường dẫn này không còn dùng được', { exact: false }).waitFor()
  await account(chair.page)
  await chair.page.getByText('Chrome · ', { exact: false }).first().waitFor()
  await picture(chair.page, 'account-1280')
  for (const { context } of [chair, guest, second]) await context.close()
})

test('a powerful role is asked for, agreed by a second person, and its link shown once', async () => {
  const officer = await device(phone, { withPrf: true })
  await comeIn(officer.page, 'lai')
  await tabs(officer.page).waitFor()
  await goTo(officer.page, '/people/invite')
  await officer.page.getByLabel('Mời ai?').fill('Chị Xuân')
  const places = officer.page.getByLabel('Vào đâu?')
  if ((await places.count()) > 0) await places.selectOption({ index: 1 })
  await officer.page.getByRole('radio', { name: 'Ban chủ nhiệm câu lạc bộ' }).check()
  await expectAccessible(officer.page)
  await picture(officer.page, 'invite-360')
  await button(officer.page, 'Đề nghị mời').click()
  await officer.page.getByText('Đã gửi đề nghị', { exact: false }).waitFor()

  const second = await device(desk, { withPrf: true })
  await comeIn(second.page, 'cam')
  await tabs(second.page).waitFor()
  await goTo(second.page, '/approvals')
  await button(second.page, 'Đồng ý').click()
  await second.page.getByText('Không có đề nghị nào chờ chị', { exact: false }).waitFor()

  await officer.page.getByRole('link', { name: 'Xem đề nghị của tôi' }).click()
  await officer.page.getByRole('link', { name: 'Làm tiếp' }).click()
  await button(officer.page, 'Làm tiếp: hiện đường dẫn').click()
  const link = await officer.page.getByLabel('Đường dẫn').inputValue()
  await picture(officer.page, 'invite-agreed-360')
  const guest = await device(phone, { withPrf: true })
  await guest.page.goto(link)
  await guest.page.getByLabel('Tên đăng nhập chị muốn dùng').fill('xuan')
  await guest.page.getByLabel('Mật khẩu mới').fill('bếp lửa ấp iu nồng đượm')
  await button(guest.page, 'Đặt mật khẩu và vào').click()
  await tabs(guest.page).waitFor()

  // Somebody who lost her way in: asked for, agreed, and the old password no longer counts.
  await goTo(officer.page, '/people')
  await goTo(officer.page, '/people/invite')
  await button(officer.page, 'Người đã có tài khoản mà mất lối vào').click()
  await officer.page.getByLabel('Ai?', { exact: true }).selectOption({ label: 'Anh Páo' })
  await button(officer.page, 'Đề nghị mở lại lối vào').click()
  await officer.page.getByText('Đã gửi đề nghị', { exact: false }).waitFor()
  await goTo(second.page, '/')
  await goTo(second.page, '/approvals')
  await button(second.page, 'Đồng ý').click()
  await second.page.getByText('Không có đề nghị nào chờ chị', { exact: false }).waitFor()
  await officer.page.getByRole('link', { name: 'Xem đề nghị của tôi' }).click()
  await officer.page.getByRole('link', { name: 'Làm tiếp' }).click()
  await button(officer.page, 'Làm tiếp: hiện đường dẫn').click()
  const back = await officer.page.getByLabel('Đường dẫn').inputValue()
  const returning = await device(phone, { withPrf: true })
  await returning.page.goto(back)
  await returning.page.getByRole('heading', { name: 'Mở lại lối vào' }).waitFor()
  await expectAccessible(returning.page)
  await picture(returning.page, 'invitation-return-360')
  await returning.page.getByLabel('Mật khẩu mới').fill(newPassword)
  await button(returning.page, 'Đặt mật khẩu và vào').click()
  await tabs(returning.page).waitFor()
  await expect(product.signIn('pao')).rejects.toThrow('422')
  for (const { context } of [officer, second, guest, returning]) await context.close()
})

test('at a bare address the page says where passkeys work', async () => {
  const page = await (await browser.newContext(phone)).newPage()
  await page.goto(product.address)
  expect(await page.getByRole('link', { name: address }).getAttribute('href')).toBe(address)
  expect(await button(page, 'Dùng khóa trên máy này').count()).toBe(0)
  await page.context().close()
})

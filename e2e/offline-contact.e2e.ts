import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { personRead, personRegister } from '@ke-vai/contract/register/person.ts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../database/seed/network.ts'
import { demoId } from '../server/src/demo/demo.ts'
import {
  type TestPerson,
  type TestProduct,
  testProduct,
} from '../server/src/platform/testing/test-product.ts'
import { launchBrowser, picture, signInAs } from './browser.ts'

const clubId = demoId('club/tuan-chau')
const canary = 'chuyện riêng k7x2q9'
let product: TestProduct
let chair: TestPerson
let profile: string
let browser: BrowserContext
let page: Page

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  profile = await mkdtemp(join(tmpdir(), 'ke-vai-profile-'))
  browser = (await launchBrowser(profile)) as BrowserContext
  page = await browser.newPage()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
  await rm(profile, { recursive: true, force: true })
})

async function someone(): Promise<string> {
  const personId = randomUUID()
  await chair.send(personRegister, { clubId, personId, name: 'Vàng Thị Thử', groups: ['at_risk'] })
  return personId
}

const contactsOf = async (personId: string) =>
  (await chair.read(personRead, { clubId, personId })).body.contacts

async function writeNote(note: string): Promise<void> {
  await page.getByRole('link', { name: 'Ghi nhanh' }).click()
  await page.getByRole('checkbox', { name: 'Tư vấn' }).check()
  await page.getByText('Ghi thêm').click()
  await page.getByLabel('Vài dòng').fill(note)
  await page.getByRole('button', { name: 'Lưu' }).click()
}

/** Everything that the browser has on the disk; it makes and removes folders while we look. */
async function textOnDisk(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return textOnDisk(path)
      return entry.isFile() ? [await readFile(path).catch(() => Buffer.alloc(0))] : []
    }),
  )
  return found.flat()
}

function finds(files: Buffer[], text: string): boolean {
  const forms = [Buffer.from(text), Buffer.from(text.normalize('NFD')), Buffer.from(text, 'utf16le')]
  return files.some((file) => forms.some((form) => file.includes(form)))
}

test('a contact recorded without a network is shown at once, sealed on the disk, and arrives exactly once', async () => {
  const personId = await someone()
  await signInAs(page, product.address, 'tham')
  await page.getByRole('link', { name: 'Sổ theo dõi', exact: true }).click()
  await page.locator('.person-link').first().click()
  await page.getByRole('link', { name: 'Ghi nhanh' }).waitFor()

  await browser.setOffline(true)
  await writeNote(canary)
  await page.getByText('Đã lưu trong máy, chưa gửi').waitFor()
  await picture(page, 'person-not-yet-sent-360')
  expect(await contactsOf(personId)).toHaveLength(0)
  // The browser keeps what stands in a page for «restore session» a few seconds after it was typed.
  await page.waitForTimeout(6_000)
  expect(finds(await textOnDisk(profile), canary)).toBe(false)
  expect(finds(await textOnDisk(profile), 'ke-vai')).toBe(true)

  await browser.setOffline(false)
  await expect.poll(async () => (await contactsOf(personId)).length, { timeout: 30_000 }).toBe(1)
  await page.getByText('Đã lưu trong máy, chưa gửi').waitFor({ state: 'detached' })
  expect(await contactsOf(personId)).toHaveLength(1)
})

test('what stands in the fields of a page is not written to the disk, in a form or outside one', async () => {
  await page
    .getByRole('navigation', { name: 'Các trang chính' })
    .getByRole('link', { name: 'Sổ theo dõi' })
    .click()
  await page.getByText('Lọc', { exact: true }).click()
  await page.getByLabel('Tìm theo mã').fill(`${canary} ngoài biểu mẫu`)
  await page.waitForTimeout(6_000)
  await page.getByLabel('Tìm theo mã').fill('')
  await page.getByRole('link', { name: 'Ghi một người' }).click()
  await page.getByLabel('Tên gọi chị ấy muốn dùng').fill(`${canary} trong biểu mẫu`)
  await page.waitForTimeout(6_000)
  expect(finds(await textOnDisk(profile), canary)).toBe(false)
})

test('an answer that was lost on the way does not double the contact', async () => {
  const personId = await someone()
  await page.goto(`${product.address}/register/person/${personId}`)
  await unlock()
  await page.getByRole('link', { name: 'Ghi nhanh' }).waitFor()
  let lost = 0
  await page.route('**/api/commands/contact.record', async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    // The server does it, the phone never hears of it.
    await route.fetch()
    await route.abort('connectionreset')
  })
  await writeNote('lời đáp bị mất giữa đường')
  await expect.poll(() => lost).toBe(1)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.getByText('Đã lưu trong máy, chưa gửi').waitFor({ state: 'detached' })
  expect(await contactsOf(personId)).toHaveLength(1)
  await page.unroute('**/api/commands/contact.record')
})

test('what was not sent survives closing the page and opening it without a network', async () => {
  const personId = await someone()
  await page.goto(`${product.address}/register/person/${personId}`)
  await unlock()
  await page.getByRole('link', { name: 'Ghi nhanh' }).waitFor()
  await browser.setOffline(true)
  await writeNote('ghi lúc không có sóng')
  await page.getByText('Đã lưu trong máy, chưa gửi').waitFor()
  await page.close()

  page = await browser.newPage()
  await page.goto(product.address)
  await page.getByLabel('Tên đăng nhập').fill('tham')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByText('Đã lưu 1 mục trong máy').waitFor()
  expect(await contactsOf(personId)).toHaveLength(0)

  await browser.setOffline(false)
  await expect.poll(async () => (await contactsOf(personId)).length, { timeout: 30_000 }).toBe(1)
})

async function unlock(): Promise<void> {
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Mở khóa' }).click()
  await page.getByRole('navigation', { name: 'Các trang chính' }).waitFor()
}

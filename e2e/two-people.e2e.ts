import { randomUUID } from 'node:crypto'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import {
  type TestPerson,
  type TestProduct,
  testProduct,
} from '../server/src/platform/testing/test-product.ts'
import { desk, expectAccessible, launchBrowser, phone, picture, signInAs } from './browser.ts'

const clubId = demoId('club/tuan-chau')
let product: TestProduct
let chair: TestPerson
let browser: Browser
let page: Page
let officer: Page

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  browser = (await launchBrowser()) as Browser
  page = await openedBy('tham', phone)
  officer = await openedBy('lai', desk)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

async function openedBy(username: string, device: typeof phone | typeof desk): Promise<Page> {
  const context = await browser.newContext({ ...device, bypassCSP: true })
  const opened = await context.newPage()
  opened.setDefaultTimeout(15_000)
  await signInAs(opened, product.address, username)
  return opened
}
async function someone(name: string): Promise<{ id: string; code: string }> {
  const args = { clubId, personId: randomUUID(), name, groups: ['at_risk' as const] }
  return (await chair.send(personRegister, args)).body
}
/** An address within the app, without loading it anew: a reload would lock the device's vault. */
const goTo = (on: Page, path: string) =>
  on.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
const agree = async () => {
  await goTo(officer, '/')
  await goTo(officer, '/approvals')
  await officer.getByRole('button', { name: 'Đồng ý', exact: true }).click()
  await officer.getByText('Không có đề nghị nào chờ chị', { exact: false }).waitFor()
}
const goOn = async () => {
  await page.getByRole('link', { name: 'Xem đề nghị của tôi' }).click()
  await page
    .getByRole('button', { name: 'Làm tiếp' })
    .or(page.getByRole('link', { name: 'Làm tiếp' }))
    .click()
}

test('two lines of one person: the chair asks, the officer agrees, the chair goes on, and it can be taken back', async () => {
  const [kept, other] = [await someone('Vàng Thị Hoà'), await someone('Vàng Thị Hòa')]
  await goTo(page, `/register/person/${kept.id}`)
  await page.getByRole('link', { name: 'Gộp hai dòng của một người' }).click()
  await page.getByLabel('Mã số của dòng kia').fill(other.code.slice(-3))
  await page.locator('label', { hasText: other.code }).click()
  await page.getByLabel('Vì sao biết là một người').selectOption('same_phone')
  await expectAccessible(page)
  await picture(page, 'merge-360')
  await page.getByRole('button', { name: 'Đề nghị gộp' }).click()
  await page.getByText('Đã gửi đề nghị', { exact: false }).waitFor()
  await agree()
  await goOn()
  await page.getByText('Đã làm xong').waitFor()
  await goTo(page, `/register/person/${kept.id}`)
  await page.getByText(`Gồm cả dòng ${other.code}`).waitFor()
  await goTo(page, `/register/person/${kept.id}/merge`)
  await page.getByRole('button', { name: 'Đề nghị tách lại' }).waitFor()
  await picture(page, 'merged-360')
})

test('a list with names: agreed on, taken once as a file, never shown', async () => {
  await goTo(page, '/register/export')
  await page.locator('label', { hasText: 'Làm thẻ bảo hiểm y tế' }).click()
  await page.locator('label', { hasText: 'Ngày sinh' }).click()
  await expectAccessible(page)
  await picture(page, 'export-360')
  await page.getByRole('button', { name: 'Đề nghị xuất' }).click()
  await page.getByText('Đã gửi đề nghị', { exact: false }).waitFor()
  await agree()
  await goOn()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải tệp Excel' }).click()
  expect((await download).suggestedFilename()).toMatch(/^danh-sach-[\da-f]{8}\.xlsx$/)
  await page.getByText('Đã tải danh sách về máy này').waitFor()
})

test('her wish to be erased: what goes and what stays is said, and afterwards she is not there', async () => {
  const person = await someone('Lò Thị Thử')
  await goTo(page, `/register/person/${person.id}/erase`)
  await page.locator('label', { hasText: 'Chị ấy muốn xóa' }).click()
  await page.getByLabel('Tôi đã hỏi lại', { exact: false }).check()
  await expectAccessible(page)
  await picture(page, 'erase-360')
  await page.getByRole('button', { name: 'Đề nghị xóa' }).click()
  await page.getByText('Đã gửi đề nghị', { exact: false }).waitFor()
  await agree()
  await goOn()
  await expect.poll(() => page.getByRole('button', { name: 'Làm tiếp' }).count()).toBe(0)
  // A button that is busy is not there either: her page is looked for once it is done.
  const erased = async () =>
    (await product.database.dangerous`select from person where id = ${person.id} and erased_at is not null`)
      .count
  await expect.poll(erased, { timeout: 30_000 }).toBe(1)
  await goTo(page, `/register/person/${person.id}`)
  await page.getByText('Không tìm thấy', { exact: false }).waitFor()
})

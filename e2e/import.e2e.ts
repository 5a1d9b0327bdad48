import { fileURLToPath } from 'node:url'
import { registerList } from '@ke-vai/contract/register/person.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { expectAccessible, launchBrowser, phone, picture, signInAs } from './browser.ts'

const clubId = demoId('club/tuan-chau')
const fixtures = new URL('../server/src/ledger/fixtures/', import.meta.url)
const book = fileURLToPath(new URL('so-theo-doi-tuan-chau-2022.xlsx', fixtures))
let product: TestProduct
let browser: Browser
let page: Page

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
  page = await (await browser.newContext(phone)).newPage()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

test('the chair brings in the paper register on her phone: dry run, answers, once', async () => {
  await page.goto(product.address)
  await page.getByLabel('Tên đăng nhập').waitFor()
  await picture(page, 'sign-in-360')
  await expectAccessible(page)
  await signInAs(page, product.address, 'tham')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Nhập sổ giấy' }).first().click()
  await picture(page, 'import-start-360')
  await page.getByLabel('Chọn tệp Excel').setInputFiles(book)
  await page.getByRole('row', { name: /Thăm hỏi, tư vấn, vận động.*94/ }).waitFor()
  await picture(page, 'import-preview-360')
  await expectAccessible(page)

  // Nothing is chosen beforehand: what only she knows is hers to say.
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
  await page.getByRole('radio', { name: 'Nữ', exact: true }).check()
  await page.getByRole('radio', { name: 'Cùng một người' }).check()
  await page.getByRole('button', { name: 'Nhập vào sổ' }).click()
  await page.getByText('Đã nhập xong').waitFor()
  await picture(page, 'import-done-360')

  const chair = await product.signIn('tham')
  expect((await chair.read(registerList, { clubId })).body.total).toBe(39)
  const [sex] = await product.database
    .dangerous`select count(*)::int as women from person where sex = 'female'`
  expect(sex).toEqual({ women: 37 })
  await page.getByRole('link', { name: 'Mở sổ theo dõi' }).click()
  await page.getByText('39 người').waitFor()
  await expectAccessible(page)
})

test('the same file again says that everything is there', async () => {
  await page.getByRole('link', { name: 'Nhập sổ giấy' }).first().click()
  await page.getByLabel('Chọn tệp Excel').setInputFiles(book)
  await page.getByText('Mọi dòng của tệp này đã có trong sổ').waitFor()
  expect(await page.getByRole('button', { name: 'Nhập vào sổ' }).count()).toBe(0)
})

test('a file that is no workbook is refused in words', async () => {
  await page.getByRole('button', { name: 'Chọn tệp khác' }).click()
  await page
    .getByLabel('Chọn tệp Excel')
    .setInputFiles({ name: 'so.xlsx', mimeType: 'x/y', buffer: Buffer.from('%PDF-1.7') })
  await page.getByRole('alert').waitFor()
  await picture(page, 'import-refused-360')
})

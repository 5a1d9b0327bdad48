import { randomUUID } from 'node:crypto'
import { caseOpen } from '@ke-vai/contract/case/case.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, looked, openedBy, phone } from './browser.ts'

const organisationId = demoId('organisation/centre-22')
const caseId = randomUUID()
let product: TestProduct
let browser: Browser
let van: Page
let tam: Page

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
  const received = await (await product.signIn('van')).send(caseOpen, {
    organisationId,
    caseId,
    channel: 'self_return',
    calledBy: 'Chị Thử',
    ageBand: '18_to_30',
    language: 'vietnamese',
  })
  expect(received.status).toBe(200)
  van = await openedBy(browser, product.address, 'van', desk)
  tam = await openedBy(browser, product.address, 'tam', phone)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const choose = (page: Page, text: string) =>
  page.locator('label.chip', { hasText: new RegExp(`^(★ )?${text}$`, 'u') }).click()
const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Các phần của hồ sơ' }).getByRole('link', { name }).click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('a referral goes only with her yes; the partner sees what the preview showed, answers, and tells back', async () => {
  await tam.getByText('Không có lần chuyển gửi nào chờ trả lời.').waitFor()
  await van
    .getByRole('link', { name: /HS-22-/u })
    .first()
    .click()
  await part(van, 'Chuyển gửi')
  await van.getByText('Chưa có chuyển gửi nào', { exact: false }).waitFor()
  await press(van, 'Chuẩn bị chuyển gửi')
  await van.getByLabel('Cần dịch vụ nào?').selectOption('papers')
  const legalAid = 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Quảng Ninh'
  await van.getByRole('radio', { name: legalAid }).check()
  await choose(van, 'Trong vài ngày')
  await van.getByLabel('Chi phí của dịch vụ').selectOption('free')
  await choose(van, 'Tên gọi')
  await choose(van, 'Nhu cầu cần giúp')
  await van.getByLabel('Nhu cầu, một câu ngắn').fill('Khai sinh cho con')
  await looked(van, 'referral-prepare')
  await van.locator('form').getByRole('button', { name: 'Chuẩn bị chuyển gửi' }).click()
  await van.getByText('Chờ sự đồng ý', { exact: false }).waitFor()

  // No consent: the press opens the sheet, with nothing ticked and three answers of one size.
  await press(van, 'Hỏi ý người được hỗ trợ')
  const sheet = van.getByRole('region', { name: 'Phiếu đồng ý' })
  await sheet.waitFor()
  const ticked = await sheet.getByRole('checkbox', { checked: true }).count()
  expect(ticked).toBe(0)
  const sizes = await Promise.all(
    ['Đồng ý', 'Chưa muốn', 'Để sau'].map((name) =>
      sheet.getByRole('button', { name, exact: true }).boundingBox(),
    ),
  )
  expect(
    new Set(sizes.map((box) => `${Math.round(box?.width ?? 0)}×${Math.round(box?.height ?? 0)}`)).size,
  ).toBe(1)
  await looked(van, 'consent-sheet')
  for (const each of ['Tên gọi', 'Nhu cầu cần giúp', 'Chính người được hỗ trợ', 'Tiếng Việt'])
    await sheet.locator('label.chip', { hasText: new RegExp(`^${each}$`, 'u') }).click()
  for (const each of ['Không cần phiên dịch', 'Ký tên'])
    await sheet.locator('label.chip', { hasText: new RegExp(`^${each}$`, 'u') }).click()
  await sheet.getByRole('button', { name: 'Đồng ý', exact: true }).click()
  await van.getByRole('list', { name: 'Đang đồng ý' }).waitFor()

  await press(van, 'Xem bên nhận sẽ thấy gì')
  const preview = van.locator('.sealed dl')
  const seen = await preview.innerText()
  expect(seen).toContain('Khai sinh cho con')
  await looked(van, 'referral-preview')
  await press(van, 'Gửi')
  await van.getByText('Đã gửi, chờ trả lời', { exact: false }).waitFor()
  await looked(van, 'referral-sent')

  // Another page and back: what is on the screen is asked for again.
  await tam.getByRole('link', { name: 'tài khoản của tôi' }).click()
  await tam
    .getByRole('navigation', { name: 'Các trang chính' })
    .getByRole('link', { name: 'Hộp thư' })
    .click()
  await tam.getByRole('link', { name: 'Giấy tờ' }).waitFor()
  await looked(tam, 'referral-inbox')
  await tam.getByRole('link', { name: 'Giấy tờ' }).click()
  await press(tam, 'Mở nội dung được chia sẻ')
  expect(await tam.locator('.sealed dl').innerText()).toBe(seen)
  await looked(tam, 'referral-received')
  await press(tam, 'Nhận giúp')
  await press(tam, 'Bắt đầu giúp')
  await press(tam, 'Đã xong')
  await choose(tam, 'Đã giúp xong')
  await looked(tam, 'referral-feedback')
  await press(tam, 'Gửi trả lời')
  await tam.getByText('Không có việc nào chờ phản hồi.').waitFor()

  await part(van, 'Thời hạn')
  await part(van, 'Chuyển gửi')
  await van.getByText('Đã có phản hồi', { exact: false }).waitFor()
  await van.getByRole('button', { name: 'Hài lòng', exact: true }).click()
  await van.getByRole('button', { name: 'Hài lòng', exact: true, pressed: true }).waitFor()
  await looked(van, 'referral-answered')
})

test('scenario 35: one press takes her consent back, and the partner is told in a neutral word', async () => {
  await part(van, 'Sự đồng ý')
  await van.getByRole('button', { name: 'Rút sự đồng ý', exact: true }).waitFor()
  await looked(van, 'consents')
  await press(van, 'Rút sự đồng ý')
  await van.getByText('Nơi nhận không xem được nữa', { exact: false }).waitFor()
  expect(await van.getByRole('list', { name: 'Đang đồng ý' }).count()).toBe(0)
})

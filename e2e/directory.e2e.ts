import { randomUUID } from 'node:crypto'
import { caseOpen } from '@ke-vai/contract/case/case.ts'
import { directoryAdd } from '@ke-vai/contract/directory/directory.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, expectAccessible, launchBrowser, phone, picture, signInAs } from './browser.ts'

const organisationId = demoId('organisation/centre-22')
let product: TestProduct
let browser: Browser

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

async function openedBy(username: string, device: typeof phone | typeof desk) {
  const context: BrowserContext = await browser.newContext({ ...device, bypassCSP: true })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await signInAs(page, product.address, username)
  return { context, page }
}

/** A picture and axe, and nothing scrolls sideways. */
async function looked(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  await picture(page, name)
}

test('scenario 37: the directory opens on the phone without a network and without a password', async () => {
  const { context, page } = await openedBy('hoa', phone)
  await page.getByRole('link', { name: 'Đường dây nóng, dịch vụ' }).click()
  const national = page.getByRole('listitem').filter({ hasText: 'Tổng đài quốc gia 111' })
  await national.getByText('Phòng, chống mua bán người (từ 19/09/2025)').waitFor()
  await national.getByText('Miễn phí · 24/24').waitFor()
  await looked(page, 'directory-360')
  await page.getByLabel('Tìm dịch vụ').fill('hoi lien hiep')
  await page.getByText('1 dịch vụ', { exact: true }).waitFor()
  await page.getByRole('link', { name: /^Đường dây nóng Hội Liên hiệp/ }).click()
  await page.getByText('Chưa kiểm tra gần đây', { exact: false }).waitFor()
  expect(await page.getByRole('link', { name: /^Gọi 0377672444/ }).getAttribute('href')).toBe(
    'tel:0377672444',
  )
  await looked(page, 'directory-entry-360')
  await page.getByRole('button', { name: 'Báo thông tin không đúng' }).click()
  await page.locator('label', { hasText: 'Gọi không ai nghe' }).click()
  await page.getByRole('button', { name: 'Gửi cho nơi giữ danh mục' }).click()
  await page.getByText('Đã lưu.').waitFor()

  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
  const later = await context.newPage()
  await later.goto(product.address)
  await later.getByRole('link', { name: 'Đường dây nóng, dịch vụ' }).click()
  await later.getByText('Đây là danh mục máy đã giữ', { exact: false }).waitFor()
  await later.getByRole('link', { name: /^Gọi 18001769/ }).waitFor()
  await looked(later, 'directory-offline-360')
  await context.close()
})

test('whoever keeps an entry checks it and changes it; a safe place takes no street', async () => {
  const { context, page } = await openedBy('van', desk)
  await page.getByRole('link', { name: 'Đường dây nóng, dịch vụ' }).click()
  await page.getByText(/^Cần kiểm tra/).click()
  await looked(page, 'directory-to-check-1280')
  await page.getByRole('link', { name: 'Tổng đài tư vấn miễn phí Quảng Ninh' }).first().click()
  await page.getByRole('button', { name: 'Đã kiểm tra, thông tin đúng' }).click()
  await page.getByText(/^Đã kiểm tra \d\d\/\d\d\/\d{4}$/).waitFor()
  await looked(page, 'directory-entry-1280')
  await page.getByRole('link', { name: 'Đường dây nóng, dịch vụ' }).first().click()
  await page.getByRole('link', { name: 'Thêm một dịch vụ' }).click()
  await page.getByLabel('Loại dịch vụ').selectOption('trusted_address')
  await page.getByLabel('Tên', { exact: true }).fill('Địa chỉ tin cậy khu vực Hạ Long')
  await page.getByLabel('Đơn vị').fill('Hội LHPN phường')
  await page.getByLabel('Khu vực (phường, xã, tỉnh)').fill('Số 12 đường Lê Lợi')
  await page.getByLabel('Biết từ đâu').fill('Cán bộ phường')
  await page.getByRole('button', { name: 'Lưu vào danh mục' }).click()
  await page.getByText('Nơi ở an toàn chỉ ghi khu vực', { exact: false }).waitFor()
  await looked(page, 'directory-new-1280')
  await page.getByLabel('Khu vực (phường, xã, tỉnh)').fill('Phường Bãi Cháy')
  await page.getByRole('button', { name: 'Lưu vào danh mục' }).click()
  await page.getByRole('heading', { name: 'Địa chỉ tin cậy khu vực Hạ Long' }).waitFor()
  await context.close()
})

test('entitlements of a case: proposed, given, and how each stands', async () => {
  const van = await product.signIn('van')
  const caseId = randomUUID()
  await van.send(caseOpen, { organisationId, caseId, channel: 'self_return' })
  await product.database.dangerous`
    update case_file set legal_status = 'in_identification', nationality = 'vietnamese' where id = ${caseId}`
  const { context, page } = await openedBy('van', desk)
  await page.goto(`${product.address}/cases/${caseId}/entitlements`)
  await page.getByRole('button', { name: 'Đề xuất các hỗ trợ theo luật' }).click()
  await page.getByText('Đã đề xuất', { exact: false }).first().waitFor()
  await page.getByRole('button', { name: /^Ghi: a\)/ }).click()
  await page.locator('label', { hasText: 'Đã hỗ trợ' }).click()
  await looked(page, 'entitlements-1280')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText('Đã lưu.').waitFor()
  const needs = page.getByRole('listitem').filter({ hasText: 'a) Hỗ trợ nhu cầu thiết yếu' })
  await needs.getByText('Đã hỗ trợ').waitFor()
  await needs.getByText('Chưa có mức chi được xác minh', { exact: false }).waitFor()
  await page.setViewportSize({ width: 360, height: 740 })
  await looked(page, 'entitlements-360')
  await context.close()
})

test('scenario 39: the shelter team opens the street, and it closes by itself', async () => {
  const van = await product.signIn('van')
  const entryId = randomUUID()
  const facts = {
    kind: 'shelter' as const,
    name: 'Ngôi nhà Ánh Dương',
    provider: 'Trung tâm thử',
    area: 'Tỉnh Quảng Ninh',
    phone: '18001769',
    fee: 'free' as const,
    hours: 'all_day' as const,
    source: 'test',
  }
  expect((await van.send(directoryAdd, { organisationId, entryId, facts })).status).toBe(200)
  const owner = await openedBy('van', desk)
  await owner.page.goto(`${product.address}/directory/${entryId}`)
  await owner.page.getByRole('button', { name: 'Niêm phong địa chỉ' }).click()
  await owner.page.getByLabel('Số nhà, đường').fill('Số 12, ngõ 3, đường Thử')
  await owner.page.getByRole('button', { name: 'Niêm phong địa chỉ' }).click()
  await owner.page.getByText('Đã lưu.').waitFor()
  await owner.context.close()
  const { context, page } = await openedBy('hien', phone)
  await page.goto(`${product.address}/directory/${entryId}`)
  await page.getByRole('button', { name: 'Mở địa chỉ (chỉ nhóm tạm lánh)' }).click()
  await page.getByText('Số 12, ngõ 3, đường Thử').waitFor()
  await looked(page, 'directory-street-360')
  await context.close()
})

import { randomUUID } from 'node:crypto'
import { caseOpen } from '@ke-vai/contract/case/case.ts'
import { showDate, today } from '@ke-vai/contract/date/date.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, looked, openedBy, phone } from './browser.ts'

const organisationId = demoId('organisation/centre-22')
const [caseId, otherId] = [randomUUID(), randomUUID()]
const home = 'Trung tâm Công tác xã hội tỉnh Điện Biên'
let product: TestProduct
let browser: Browser
let van: Page
let may: Page

beforeAll(async () => {
  product = await testProduct()
  const worker = await product.signIn('van')
  for (const each of [caseId, otherId])
    await worker.send(caseOpen, {
      organisationId,
      caseId: each,
      channel: 'self_return',
      calledBy: 'Chị Thử',
      ageBand: '18_to_30',
      language: 'vietnamese',
    })
  browser = (await launchBrowser()) as Browser
  van = await openedBy(browser, product.address, 'van', desk)
  may = await openedBy(browser, product.address, 'may', phone)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const choose = (page: Page, text: string) =>
  page.locator('label.chip', { hasText: new RegExp(`^${text}$`, 'u') }).click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** An address within the app, without loading it anew, by way of another page: what is there is asked for again. */
async function goTo(page: Page, path: string) {
  for (const each of ['/account', path])
    await page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, each)
}

async function offer(id: string) {
  await goTo(van, `/cases/${id}/transfers`)
  await van.getByText('Chưa có lần chuyển giao nào', { exact: false }).waitFor()
  await press(van, 'Đề nghị chuyển giao')
  await choose(van, home)
  await choose(van, 'Về địa phương')
  await van.getByLabel('Ai đi cùng').selectOption('staff')
  for (const each of ['Tên gọi', 'Nhu cầu cần giúp', 'Nhóm tuổi']) await choose(van, each)
  await van.getByLabel('Cần hỗ trợ gì, một câu ngắn').fill('Học nghề gần nhà')
}

async function agree() {
  await press(van, 'Hỏi ý người được hỗ trợ')
  const sheet = van.getByRole('region', { name: 'Phiếu đồng ý' })
  const tap = (text: string) => sheet.locator('label.chip', { hasText: new RegExp(`^${text}$`, 'u') }).click()
  // She agrees to the name and the need, not to the age.
  for (const each of ['Tên gọi', 'Nhu cầu cần giúp', 'Chính người được hỗ trợ', 'Tiếng Việt']) await tap(each)
  for (const each of ['Không cần phiên dịch', 'Ký tên']) await tap(each)
  await sheet.getByRole('button', { name: 'Đồng ý', exact: true }).click()
  await van.getByText('Người được hỗ trợ đồng ý chuyển những mục này:', { exact: false }).waitFor()
}

test('she goes home to another province: offered with her yes, accepted there, waited for until she is there', async () => {
  await goTo(may, '/transfers')
  await may.getByText('Không có lần nào chờ trả lời', { exact: false }).waitFor()
  await looked(may, 'transfer-inbox-empty')
  await offer(caseId)
  const send = van.getByRole('button', { name: 'Gửi đề nghị chuyển giao' })
  expect(await send.isDisabled()).toBe(true)
  await looked(van, 'transfer-offer')
  await agree()
  await looked(van, 'transfer-agreed')
  await send.click()
  await van.getByText('Đã đề nghị, chờ nơi nhận', { exact: false }).first().waitFor()
  await van.getByText('Trách nhiệm vẫn ở đơn vị gửi', { exact: false }).first().waitFor()
  await looked(van, 'transfer-offered')

  await goTo(may, '/transfers')
  await press(may, 'Mở nội dung chuyển giao')
  const seen = await may.locator('.sealed dl').innerText()
  expect(seen).toContain('Chị Thử')
  expect(seen).toContain('Học nghề gần nhà')
  expect(seen).not.toContain('Nhóm tuổi')
  await looked(may, 'transfer-received')
  await press(may, 'Nhận chuyển giao')
  await may.getByText('đơn vị mình chịu trách nhiệm hỗ trợ', { exact: false }).waitFor()
  await looked(may, 'transfer-accept')
  await press(may, 'Nhận và mở hồ sơ')
  await may.getByRole('heading', { name: /HS-11-/u }).waitFor()

  // Both sides see that nobody said yet that she is there.
  await goTo(van, '/transfers')
  await van.getByText('Chưa thấy báo đã tới nơi').waitFor()
  await van.getByText('chưa có thời hạn được xác minh').waitFor()
  await looked(van, 'transfer-waiting')
  await goTo(van, `/cases/${caseId}/transfers`)
  await van.getByText('Chưa thấy báo đã tới nơi').waitFor()
  await looked(van, 'transfer-accepted')
  await may
    .getByRole('navigation', { name: 'Các phần của hồ sơ' })
    .getByRole('link', { name: 'Chuyển giao' })
    .click()
  await may.getByText('Chưa thấy báo đã tới nơi').waitFor()
  await press(may, 'Ghi đã tới nơi')
  await looked(may, 'transfer-arrive')
  await may.locator('form').getByRole('button', { name: 'Ghi đã tới nơi' }).click()
  await may.getByText('Chưa thấy báo đã tới nơi').waitFor({ state: 'detached' })
  await goTo(van, `/cases/${caseId}/transfers`)
  await van.getByText(`Đã tới nơi: ${showDate(today())}`).waitFor()
  await goTo(van, '/transfers')
  await van.getByText('Không có lần nào đang chờ', { exact: false }).waitFor()
})

test('declined, with a reason: she stays where she was, and the offer may be made again', async () => {
  await offer(otherId)
  await agree()
  await press(van, 'Gửi đề nghị chuyển giao')
  await van.getByRole('button', { name: 'Thôi chuyển giao' }).waitFor()
  await goTo(may, '/transfers')
  await press(may, 'Chưa nhận được')
  await choose(may, 'Đang hết chỗ')
  await looked(may, 'transfer-decline')
  await press(may, 'Gửi trả lời')
  await may.getByText('Không có lần nào chờ trả lời', { exact: false }).waitFor()
  await goTo(van, `/cases/${otherId}/transfers`)
  await van.getByText('Nơi nhận chưa nhận được: Đang hết chỗ').waitFor()
  await van.getByRole('button', { name: 'Đề nghị chuyển giao' }).waitFor()
})

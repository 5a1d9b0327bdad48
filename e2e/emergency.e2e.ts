import { randomUUID } from 'node:crypto'
import { caseOpen } from '@ke-vai/contract/case/case.ts'
import { showDate, today } from '@ke-vai/contract/date/date.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, looked, openedBy, phone } from './browser.ts'

const organisationId = demoId('organisation/centre-22')
const caseId = randomUUID()
const legalAid = 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Quảng Ninh'
let product: TestProduct
let browser: Browser
let van: Page
let huong: Page
let cam: Page

beforeAll(async () => {
  product = await testProduct()
  const worker = await product.signIn('van')
  await worker.send(caseOpen, { organisationId, caseId, channel: 'self_return', calledBy: 'Chị Thử' })
  browser = (await launchBrowser()) as Browser
  van = await openedBy(browser, product.address, 'van', phone)
  huong = await openedBy(browser, product.address, 'huong', desk)
  cam = await openedBy(browser, product.address, 'cam', desk)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const choose = (page: Page, text: string) =>
  page.locator('label.chip', { hasText: new RegExp(`^(★ )?${text}$`, 'u') }).click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** An address within the app, without loading it anew, by way of another page: what is there is asked for again. */
async function goTo(page: Page, path: string) {
  for (const each of ['/account', path])
    await page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, each)
}

test('scenario 36: danger to life: reason, ground, receiver; a second person agrees to what she reads; the officer is told', async () => {
  await goTo(cam, '/emergency-sharings')
  await cam.getByText('Không có lần nào chờ xem.').waitFor()
  await goTo(van, `/cases/${caseId}/emergency`)
  await van.getByText('Chưa có lần chia sẻ nào', { exact: false }).waitFor()
  await press(van, 'Đề nghị chia sẻ khẩn cấp')
  const ask = van.getByRole('button', { name: 'Gửi đề nghị', exact: true })
  await choose(van, 'Nguy hiểm tính mạng')
  await van.getByLabel('Dựa vào luật nào?').selectOption('trafficking_law')
  await van.getByLabel('Cần nơi nhận làm gì ngay?').selectOption('shelter')
  await choose(van, legalAid)
  await choose(van, 'Tên gọi')
  await choose(van, 'Nhu cầu cần giúp')
  await van.getByLabel('Cần gì ngay, một câu ngắn').fill('Đón chị ấy tối nay')
  // A word is no ground.
  await van.getByLabel('Điều luật và sự việc', { exact: false }).fill('khẩn')
  expect(await ask.isDisabled()).toBe(true)
  await van
    .getByLabel('Điều luật và sự việc', { exact: false })
    .fill('Điều luật và sự việc: bị dọa giết tối nay')
  await looked(van, 'emergency-ask')
  await ask.click()
  await van.getByText('Đã gửi đề nghị.', { exact: false }).waitFor()
  await looked(van, 'emergency-asked')

  await goTo(huong, '/approvals')
  await huong.getByText('Chia sẻ khẩn cấp khi chưa có sự đồng ý').waitFor()
  const shown = await huong.locator('main').innerText()
  for (const each of [
    legalAid,
    'Nguy hiểm tính mạng',
    'Luật Phòng, chống mua bán người',
    'Tên gọi · Nhu cầu cần giúp',
  ])
    expect(shown).toContain(each)
  for (const each of ['Chị Thử', 'Đón chị ấy', 'dọa giết']) expect(shown).not.toContain(each)
  await looked(huong, 'emergency-approve')
  await press(huong, 'Đồng ý')
  await huong.getByText('Không có đề nghị nào chờ chị', { exact: false }).waitFor()

  await van.getByRole('link', { name: 'Xem đề nghị của tôi' }).click()
  await looked(van, 'emergency-agreed')
  await press(van, 'Làm tiếp')
  await van.getByText('Đã làm xong').waitFor()
  await goTo(van, `/cases/${caseId}/emergency`)
  await van.getByText('Chưa nói với người được hỗ trợ.', { exact: false }).waitFor()
  await looked(van, 'emergency-shared')

  await goTo(cam, '/emergency-sharings')
  await cam.getByText('Chờ xem (1)').waitFor()
  const told = await cam.locator('main').innerText()
  for (const each of [legalAid, 'Nguy hiểm tính mạng', 'Người được hỗ trợ chưa được báo.'])
    expect(told).toContain(each)
  for (const each of ['Chị Thử', 'HS-22', 'dọa giết']) expect(told).not.toContain(each)
  await looked(cam, 'emergency-officer')
  await press(cam, 'Ghi đã xem')
  await cam.getByText('Đã xem (1)').waitFor()

  await goTo(van, `/cases/${caseId}/emergency`)
  await van.getByText('Người phụ trách bảo vệ dữ liệu đã xem', { exact: false }).waitFor()
  await press(van, 'Ghi đã nói với người được hỗ trợ')
  await press(van, 'Lưu ngày')
  await van.getByText(`Đã nói với người được hỗ trợ ngày ${showDate(today())}`).waitFor()
  await goTo(cam, '/emergency-sharings')
  await cam.getByText(`Đã nói với người được hỗ trợ ngày ${showDate(today())}`).waitFor()
  await looked(cam, 'emergency-told')
})

import { randomUUID } from 'node:crypto'
import { caseOpen } from '@ke-vai/contract/case/case.ts'
import { caseMove } from '@ke-vai/contract/case/step.ts'
import { caseAddMember } from '@ke-vai/contract/case/team.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { monthsLater } from '@ke-vai/contract/need/assessment.ts'
import { needOpen } from '@ke-vai/contract/need/need.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, looked, signInAs } from './browser.ts'

const ofCase = { organisationId: demoId('organisation/centre-22'), caseId: randomUUID() }
let product: TestProduct
let browser: Browser
let van: Page
let binh: Page

beforeAll(async () => {
  product = await testProduct()
  const worker = await product.signIn('van')
  await worker.send(caseOpen, { ...ofCase, channel: 'self_return', ageBand: '18_to_30' })
  await worker.send(caseAddMember, { ...ofCase, accountId: demoId('account/binh'), part: 'member' })
  for (const to of ['assessment', 'planning', 'supporting', 'following'] as const)
    await worker.send(caseMove, { ...ofCase, to })
  await worker.send(needOpen, { ...ofCase, needId: randomUUID(), domain: 'papers', priority: 'soon' })
  browser = (await launchBrowser()) as Browser
  van = await pageOf('van')
  binh = await pageOf('binh')
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

async function pageOf(name: string): Promise<Page> {
  const page = await (await browser.newContext({ ...desk, bypassCSP: true })).newPage()
  page.setDefaultTimeout(15_000)
  await signInAs(page, product.address, name)
  return page
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const choose = (page: Page, text: string) => page.locator('label', { hasText: text }).first().click()
const day = (months: number) => monthsLater(today(), months).split('-').reverse().join('/')

test('scenario 50: the months stand as a line with words; one is recorded, and she may want no more', async () => {
  await van.goto(`${product.address}/cases/${ofCase.caseId}/follow-up`)
  await van.getByText('Chưa dự kiến lần nào', { exact: false }).waitFor()
  await press(van, 'Dự kiến các lần theo dõi')
  await van.getByLabel('Ngày về nhà').fill(day(-3))
  await choose(van, 'Gọi điện')
  await press(van, 'Dự kiến')
  await van.getByText('Tháng 24').waitFor()
  await press(van, 'Ghi lần này: Tháng 3')
  await choose(van, 'Gặp được')
  await choose(van, 'An toàn')
  await van.getByLabel('Sức khỏe').selectOption('3')
  await press(van, 'Lưu')
  await van.locator('.follow-up-met').waitFor()
  await looked(van, 'case-follow-up')
  await van.getByRole('button', { name: 'Người ấy chưa muốn được hỏi thăm' }).click()
  await van.locator('form').getByRole('button', { name: 'Người ấy chưa muốn được hỏi thăm' }).click()
  await van.getByText('không ai được nhắc', { exact: false }).waitFor()
})

test('part of scenario 51: what stands in the way is said; somebody else of the team closes', async () => {
  await van.getByText('Còn nhu cầu đang mở', { exact: false }).waitFor()
  await van.getByRole('link', { name: 'Nhu cầu, kế hoạch', exact: true }).click()
  await van.getByRole('button', { name: 'Chuyển bước: Giấy tờ, pháp lý' }).click()
  await choose(van, 'Đã đáp ứng')
  await press(van, 'Lưu')
  await van.getByRole('link', { name: 'Theo dõi, đóng hồ sơ', exact: true }).click()
  await press(van, 'Đề nghị đóng')
  await choose(van, 'Đã đạt mục tiêu')
  await choose(van, 'Giữ lại')
  await van.locator('form').getByRole('button', { name: 'Đề nghị đóng' }).click()
  await van.getByText('Đang chờ một người khác trong nhóm xem.').waitFor()
  await binh.goto(`${product.address}/cases/${ofCase.caseId}/follow-up`)
  await press(binh, 'Đồng ý đóng')
  await binh.locator('form').getByRole('button', { name: 'Đồng ý đóng' }).click()
  await binh.getByText('Hồ sơ này đã đóng.').waitFor()
})

import { randomUUID } from 'node:crypto'
import { differenceResolve, roundRead } from '@ke-vai/contract/verification/rounds.ts'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import {
  begin,
  daysAgo,
  health,
  police,
  receive,
  takeSteps,
} from '../server/src/verification/testing/verified-case.ts'
import { launchBrowser, looked, openedBy } from './browser.ts'

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

test('a case is verified: the lead body sees its clock, a liaison answers with a decision, the case takes it in', async () => {
  const her = await product.signIn('van')
  const late = await receive(her)
  await begin(her, late, daysAgo(5))
  await takeSteps(her, late, ['health_notified', 'initial'], daysAgo(4))

  const huong = await openedBy(browser, product.address, 'huong')
  await huong.getByRole('link', { name: 'Thời hạn xác minh' }).click()
  await huong.getByText(late.code).waitFor()
  await looked(huong, 'verification-clocks')

  const van = await openedBy(browser, product.address, 'van')
  await van.goto(`${product.address}/cases/${late.caseId}/verification`)
  await van.getByText('Chưa có quyết định', { exact: false }).waitFor()
  await van.getByRole('button', { name: 'Ghi một căn cứ' }).click()
  await van.getByLabel('Loại căn cứ').selectOption('b_rescue')
  await van.getByLabel('Nội dung').fill('Biên bản của đơn vị giải cứu')
  await van.getByRole('button', { name: 'Ghi một căn cứ' }).last().click()
  await van.getByText('b) Cơ quan giải cứu cung cấp').first().waitFor()
  await van.getByRole('button', { name: 'Gửi một yêu cầu' }).click()
  await van.getByRole('radio', { name: 'Công an tỉnh Quảng Ninh' }).check()
  await van.getByRole('radio', { name: 'Đề nghị quyết định xác định' }).check()
  await van.getByRole('textbox', { name: 'Điều cần xác minh' }).fill('Đề nghị xem xét theo hồ sơ')
  await looked(van, 'verification-request-new')
  await van.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await van.getByText('Đã lưu.').last().waitFor()

  const toan = await openedBy(browser, product.address, 'toan')
  await toan.getByRole('link', { name: 'Yêu cầu' }).click()
  await toan.getByText(late.code).waitFor()
  await looked(toan, 'verification-inbox')
  await toan.getByRole('button', { name: 'Mở yêu cầu' }).click()
  await toan.getByText('Đề nghị xem xét theo hồ sơ', { exact: false }).waitFor()
  await toan.getByRole('button', { name: 'Trả lời bằng quyết định' }).click()
  await toan.getByRole('radio', { name: 'Xác định là nạn nhân', exact: true }).check()
  await toan.getByLabel('Loại giấy tờ').selectOption('police_certificate')
  await toan.getByLabel('Cơ quan ký').selectOption('police')
  await toan.getByLabel('Số giấy tờ').fill('07/GXN')
  await toan.getByRole('button', { name: 'Gửi trả lời' }).click()
  await toan.getByText('Đã có quyết định', { exact: false }).waitFor()

  await van.reload()
  await van.getByText('Cơ quan được hỏi đã trả lời bằng quyết định', { exact: false }).waitFor()
  await looked(van, 'verification-panel')
  await van.getByRole('button', { name: 'Nhận quyết định vào hồ sơ' }).click()
  await van.getByText('Giấy xác nhận của cơ quan công an', { exact: false }).waitFor()
  await van.getByText('Đã được xác định là nạn nhân').first().waitFor()
})

test('three bodies reconcile their lists, and «100 %» stands there only when nothing is open', async () => {
  const huong = await openedBy(browser, product.address, 'huong')
  await huong.getByRole('link', { name: 'Đối soát' }).click()
  await huong.getByText('Chưa có đợt đối soát nào', { exact: false }).waitFor()
  await huong.getByRole('button', { name: 'Mở đợt đối soát' }).click()
  await huong.getByLabel('Từ ngày').fill('01/01/2026')
  await huong.getByLabel('Đến ngày').fill('31/03/2026')
  await huong.getByRole('checkbox', { name: 'Công an tỉnh Quảng Ninh' }).check()
  await huong.getByRole('button', { name: 'Mở đợt đối soát' }).last().click()
  await huong.getByRole('link', { name: '01/01/2026 – 31/03/2026' }).click()
  await huong.getByLabel('Danh sách của cơ quan tôi').fill('HS-22-000001\nHS-22-000002\tQĐ\tcó')
  await looked(huong, 'reconciliation-list')
  await huong.getByRole('button', { name: 'Nộp danh sách' }).click()
  await huong.getByText('đã nộp', { exact: false }).waitFor()

  const toan = await openedBy(browser, product.address, 'toan')
  await toan.getByRole('link', { name: 'Đối soát' }).click()
  await toan.getByRole('link', { name: '01/01/2026 – 31/03/2026' }).click()
  await toan.getByLabel('Danh sách của cơ quan tôi').fill('hs-22-000001')
  await toan.getByRole('button', { name: 'Nộp danh sách' }).click()
  await toan.getByText('chưa nộp').waitFor({ state: 'detached' })

  await huong.reload()
  await huong.getByRole('button', { name: 'Đối soát', exact: true }).click()
  await huong.getByText('Tỷ lệ chưa in được', { exact: false }).waitFor()
  expect(await huong.getByText('100 %').count()).toBe(0)
  await looked(huong, 'reconciliation')

  const liaison = await product.signIn('toan')
  const roundId = huong.url().split('/').at(-1) ?? randomUUID()
  const found = await liaison.read(roundRead, { organisationId: police, roundId })
  const differenceId = found.body.differences[0]?.id ?? ''
  const solved = { organisationId: police, roundId, differenceId, resolution: 'list_completed' as const }
  expect((await liaison.send(differenceResolve, solved)).status).toBe(200)
  await huong.reload()
  await huong.getByText('100 % (2/2 người; ngoại lệ: không có)').waitFor()
  expect(found.body.round.leadOrganisationId).toBe(health)
})

import { randomUUID } from 'node:crypto'
import { caseOpen } from '@ke-vai/contract/case/case.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { monthsLater } from '@ke-vai/contract/need/assessment.ts'
import { needAssess } from '@ke-vai/contract/need/need.ts'
import { tracingTell } from '@ke-vai/contract/tracing/tracing.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, looked, signInAs } from './browser.ts'

const ofCase = { organisationId: demoId('organisation/centre-22'), caseId: randomUUID() }
let product: TestProduct
let browser: Browser
let van: Page

beforeAll(async () => {
  product = await testProduct()
  const worker = await product.signIn('van')
  await worker.send(caseOpen, { ...ofCase, channel: 'self_return', ageBand: '18_to_30' })
  const assessed = { ...ofCase, kind: 'initial', onDay: monthsLater(today(), -6) } as const
  await worker.send(needAssess, {
    ...assessed,
    entryId: randomUUID(),
    levels: { mind: '3', income: '3', family: 'not_said', housing: '1' },
    priorities: ['income', 'mind'],
  })
  await worker.send(needAssess, {
    ...assessed,
    entryId: randomUUID(),
    kind: 'periodic',
    onDay: today(),
    levels: { mind: '1', income: '3', family: '2', housing: '2' },
    priorities: ['income', 'family'],
  })
  await worker.send(tracingTell, { ...ofCase, clueId: randomUUID(), kind: 'market', words: 'Chợ bán ngựa' })
  browser = (await launchBrowser()) as Browser
  van = await (await browser.newContext({ ...desk, bypassCSP: true })).newPage()
  van.setDefaultTimeout(15_000)
  await signInAs(van, product.address, 'van')
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const tab = (name: string) => van.getByRole('link', { name, exact: true }).click()

test('scenario 20: the change per domain is a picture and a table; a need is named and a high risk asks for a plan', async () => {
  await van.goto(`${product.address}/cases/${ofCase.caseId}/needs`)
  await van.getByRole('table').waitFor()
  await van.getByText('↑ Đỡ hơn').waitFor()
  await van.getByRole('button', { name: 'Thêm một nhu cầu' }).click()
  await van.locator('label', { hasText: 'Chỗ ở' }).first().click()
  await van.getByRole('button', { name: 'Lưu', exact: true }).click()
  await van.getByText('Đã lưu.').waitFor()
  await van.getByRole('button', { name: 'Ghi nguy cơ' }).click()
  await van.locator('label', { hasText: 'Cao' }).first().click()
  await van.getByRole('button', { name: 'Lưu', exact: true }).click()
  await van.getByText('Nguy cơ đang cao', { exact: false }).waitFor()
  await looked(van, 'case-needs')
})

test('services, papers and protection begin with what to do next', async () => {
  for (const [name, file] of [
    ['Đã hỗ trợ', 'case-services'],
    ['Giấy tờ', 'case-papers'],
    ['Bảo vệ', 'case-protection'],
  ] as const) {
    await tab(name)
    await van.locator('.empty').first().waitFor()
    await looked(van, file)
  }
})

test('scenario 49: what the other body will read is seen before it is sent', async () => {
  await tab('Tìm quê')
  await van.getByRole('button', { name: 'Hỏi một nơi khác' }).click()
  await van.locator('label', { hasText: 'Tên chợ,' }).click()
  await van.locator('label', { hasText: 'Công an tỉnh' }).click()
  expect(await van.getByRole('button', { name: 'Gửi, không nêu tên' }).isDisabled()).toBe(true)
  await van.getByRole('button', { name: 'Xem nơi nhận sẽ thấy gì' }).click()
  await van.getByText('Chợ bán ngựa').waitFor()
  await looked(van, 'case-tracing')
  await van.getByRole('button', { name: 'Gửi, không nêu tên' }).click()
  await van.getByText('Đang chờ trả lời').waitFor()
})

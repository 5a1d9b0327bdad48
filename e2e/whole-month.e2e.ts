import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { monthGet } from '@ke-vai/contract/month/month.ts'
import { monthReportRead } from '@ke-vai/contract/report/report.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, phone, picture, signInAs, type WatchedContext, watch } from './browser.ts'

const clubId = demoId('club/tuan-chau')
const month = '2022-12'
const fixtures = new URL('../server/src/ledger/fixtures/', import.meta.url)
const book = fileURLToPath(new URL('so-theo-doi-tuan-chau-2022.xlsx', fixtures))
let product: TestProduct
let browser: Browser
let chair: Page
let officer: Page
let watched: WatchedContext[]

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
  const contexts = [await browser.newContext(phone), await browser.newContext(desk)] as const
  watched = await Promise.all(contexts.map(watch))
  chair = await contexts[0].newPage()
  officer = await contexts[1].newPage()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

test('one month of a club on screen alone, from the paper register to the accepted report', async () => {
  await signInAs(chair, product.address, 'tham')
  await chair.getByRole('link', { name: 'Nhập sổ giấy' }).first().click()
  await chair.getByLabel('Chọn tệp Excel').setInputFiles(book)
  await chair.getByRole('radio', { name: 'Cùng một người' }).check()
  await chair.getByRole('button', { name: 'Nhập vào sổ' }).click()
  await chair.getByText('Đã nhập xong').waitFor()

  await chair.getByRole('link', { name: 'Họp tháng' }).click()
  await chair.getByLabel('Chọn tháng').selectOption(month)
  await chair.getByRole('button', { name: 'Mở tháng 12/2022' }).click()
  await chair.getByRole('button', { name: 'Bắt đầu chuẩn bị họp' }).click()
  const attendance = chair.getByRole('group', { name: 'Chạm tên người có mặt' }).getByRole('checkbox')
  await attendance.first().waitFor()
  for (let i = 0; i < 6; i += 1) await attendance.nth(i).check()
  await chair.getByText('6/11 người dự, đủ 50%').waitFor()
  await chair.getByRole('textbox', { name: 'Biên bản' }).fill('Điểm lại năm 2022.')
  await chair.getByLabel('Tình hình trên địa bàn').fill('Ổn định.')
  await chair.getByText('Đã lưu', { exact: true }).waitFor()
  await picture(chair, 'whole-month-meeting-360')
  await chair.getByRole('button', { name: 'Nộp tháng 12/2022 cho Hội LHPN' }).click()
  await chair.getByText('Hội LHPN đang xem').waitFor()

  await signInAs(officer, product.address, 'lai')
  await officer.goto(`${product.address}/months`)
  await officer.getByRole('link', { name: /Mở xem: .*Tuần Châu/ }).click()
  await officer.getByRole('button', { name: 'Nhận và khóa' }).click()
  await officer.getByText('Tháng đã được nhận và khóa', { exact: false }).waitFor()

  const asChair = await product.signIn('tham')
  expect((await asChair.read(monthGet, { clubId, month })).body.state).toBe('locked')
  const expected = JSON.parse(
    await readFile(new URL('so-theo-doi-tuan-chau-2022.expected.json', fixtures), 'utf8'),
  ).months['12']
  const report = (await asChair.read(monthReportRead, { clubId, month })).body
  const value = (code: string) => {
    const figure = report.lines.find((line) => line.code === code)?.month
    return figure && 'value' in figure ? figure.value : null
  }
  expect({
    contacts: value('contacts'),
    counselling: value('counselling'),
    visits: value('visits'),
    sessions: value('sessions'),
    attendance: value('attendance'),
    referrals: value('referrals_sent'),
  }).toEqual(expected)
})

test('through the whole story no page broke its own rules, and none asked anybody but the product', async () => {
  // The service worker is there: its address passed through the app's one trusted policy.
  expect(await chair.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL)).toBe(
    `${product.address}/worker.js`,
  )
  for (const { breaches, origins } of watched) {
    expect(breaches).toEqual([])
    expect([...origins]).toEqual([product.address])
  }
})

test('a text that becomes a script or markup is refused by the browser, and heard of', async () => {
  const refusedBy = await chair.evaluate(async () => {
    const place = document.createElement('div')
    const refused = []
    for (const [name, attempt] of [
      [
        'markup',
        () => {
          place.innerHTML = '<img src=x>'
        },
      ],
      ['worker', () => navigator.serviceWorker.register('/other.js')],
      [
        'policy',
        () =>
          (
            globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
          ).trustedTypes.createPolicy('mine', {}),
      ],
    ] as const)
      try {
        await attempt()
      } catch (error) {
        refused.push(`${name}: ${(error as Error).name}`)
      }
    return refused
  })
  expect(refusedBy).toEqual(['markup: TypeError', 'worker: TypeError', 'policy: TypeError'])
  await expect.poll(() => watched[0]?.breaches.length).toBeGreaterThanOrEqual(3)
})

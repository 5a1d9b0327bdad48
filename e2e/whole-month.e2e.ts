import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { monthGet } from '@ke-vai/contract/month/month.ts'
import { monthReportRead } from '@ke-vai/contract/report/report.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, phone, picture, signInAs } from './browser.ts'

const clubId = demoId('club/tuan-chau')
const month = '2022-12'
const fixtures = new URL('../server/src/ledger/fixtures/', import.meta.url)
const book = fileURLToPath(new URL('so-theo-doi-tuan-chau-2022.xlsx', fixtures))
let product: TestProduct
let browser: Browser
let chair: Page
let officer: Page

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
  chair = await (await browser.newContext(phone)).newPage()
  officer = await (await browser.newContext(desk)).newPage()
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

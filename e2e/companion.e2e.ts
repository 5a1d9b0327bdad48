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
let tham: Page

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
  await product.database.dangerous`insert into member (province, id, club_id, account_id, display_name)
    values ('22', ${randomUUID()}, ${demoId('club/tuan-chau')}, ${demoId('account/tham')}, 'Chị Thắm')`
  van = await openedBy(browser, product.address, 'van', desk)
  tham = await openedBy(browser, product.address, 'tham', phone)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const choose = (page: Page, text: string) =>
  page.locator('label.chip', { hasText: new RegExp(`^${text}$`, 'u') }).click()
const part = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Các phần của hồ sơ' })
    .getByRole('link', { name, exact: true })
    .click()
/** Another page and back: what is on the screen is asked for again. */
const backTo = async (page: Page, ...names: RegExp[]) => {
  await page.getByRole('link', { name: 'tài khoản của tôi' }).click()
  await page
    .getByRole('navigation', { name: 'Các trang chính' })
    .getByRole('link', { name: 'Hôm nay' })
    .click()
  for (const name of names) await page.getByRole('link', { name }).first().click()
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('a club walks beside a case with her yes: safe contact, tasks, and nothing of the case', async () => {
  await van
    .getByRole('link', { name: /HS-22-/u })
    .first()
    .click()
  await van.getByText('Chưa ghi cách liên hệ an toàn', { exact: false }).waitFor()
  await press(van, 'Ghi cách liên hệ an toàn')
  await choose(van, 'Gọi điện')
  await van.getByLabel('Từ', { exact: true }).selectOption('840')
  await van.getByLabel('Đến', { exact: true }).selectOption('1020')
  await choose(van, 'Không nhắn tin')
  await choose(van, 'Không để xe trước cổng')
  await choose(van, 'Chính người ấy dặn')
  await van.getByLabel('Số máy, gọi thế nào, xưng là ai').fill('Gọi máy chị gái, xưng bên hợp tác xã')
  await looked(van, 'safe-contact-form')
  await press(van, 'Lưu liên hệ an toàn')
  await van.getByText('Từ 14:00 đến 17:00', { exact: false }).first().waitFor()

  await part(van, 'Đồng hành')
  await press(van, 'Nhờ câu lạc bộ đồng hành')
  await van.getByLabel('Tìm câu lạc bộ').fill('tuan chau')
  const clubName = /Tuần Châu/u
  await van.locator('label.chip', { hasText: clubName }).first().click()
  await press(van, 'Hỏi ý người được hỗ trợ')
  const sheet = van.getByRole('region', { name: 'Phiếu đồng ý' })
  for (const each of ['Tên gọi', 'Cách liên lạc an toàn', 'Chính người được hỗ trợ', 'Tiếng Việt'])
    await sheet.locator('label.chip', { hasText: new RegExp(`^${each}$`, 'u') }).click()
  for (const each of ['Không cần phiên dịch', 'Ký tên'])
    await sheet.locator('label.chip', { hasText: new RegExp(`^${each}$`, 'u') }).click()
  await sheet.getByRole('button', { name: 'Đồng ý', exact: true }).click()
  await van.getByText('Câu lạc bộ sẽ chỉ thấy những mục này', { exact: false }).waitFor()
  await looked(van, 'companion-ask')
  await press(van, 'Gửi lời nhờ')
  await van.getByText('Đã hỏi, chờ trả lời', { exact: false }).waitFor()

  await backTo(tham, /Đồng hành/u, /ĐH-001/u)
  await choose(tham, 'Chị Thắm')
  await looked(tham, 'companion-answer')
  await press(tham, 'Nhận lời')
  await tham.getByText('Không để xe trước cổng', { exact: false }).waitFor()

  await part(van, 'Thời hạn')
  await part(van, 'Đồng hành')
  await press(van, 'Hẹn lần gặp tới')
  await choose(van, 'Thăm hỏi')
  await press(van, 'Lưu lần hẹn')
  await press(van, 'Nhờ một việc')
  await van.getByLabel('Việc gì').selectOption('go_along_papers')
  await van.getByLabel('Lời nhắn cho người đi cùng').fill('8 giờ sáng, cổng ủy ban')
  await press(van, 'Gửi việc này')
  await van.getByRole('list', { name: 'Việc được nhờ' }).waitFor()
  await looked(van, 'companion-case')

  await backTo(tham, /Đồng hành/u, /ĐH-001/u)
  await tham.getByText('Đi cùng làm giấy tờ', { exact: false }).waitFor()
  await press(tham, 'Xem cách gọi và liên hệ an toàn')
  const sealed = await tham.locator('.sealed').innerText()
  expect(sealed).toContain('Chị Thử')
  expect(sealed).toContain('xưng bên hợp tác xã')
  expect(sealed).toContain('8 giờ sáng')
  expect(await tham.locator('main').innerText()).not.toMatch(/HS-22|dấu hiệu|Tiếp nhận/u)
  await looked(tham, 'companion-open')
  await press(tham, 'Đóng ngay')
  await press(tham, 'Đã làm')
  await choose(tham, 'Đã gặp, mọi việc ổn')
  await looked(tham, 'companion-task')
  await press(tham, 'Gửi')
  await tham.getByText('✓', { exact: false }).first().waitFor()
  await tham.getByRole('link', { name: /← / }).click()
  await tham.getByText('Lần gặp tới', { exact: false }).waitFor()
  await looked(tham, 'companions')

  await part(van, 'Thời hạn')
  await part(van, 'Đồng hành')
  await van.getByRole('link', { name: 'Tờ cho chị (in)' }).click()
  await van.getByRole('heading', { name: 'Tôi đã đồng ý điều gì' }).waitFor()
  await van.getByText('Chị Thắm').waitFor()
  await looked(van, 'her-sheet')
  expect(await van.getByRole('button', { name: 'In (A4)' }).isDisabled()).toBe(true)
  await van.getByLabel('Chị ấy nói mang về được').check()
  await van.emulateMedia({ media: 'print' })
  const paper = await van.locator('body').innerText()
  expect(paper).not.toMatch(/HS-22|Chị Thử|nạn nhân|mua bán|tạm lánh|hồ sơ/iu)
  expect(paper).toContain('Nhờ người gần nhà đồng hành')
  expect(await van.title()).toBe('To giay')
  expect(paper).not.toContain('Ngôi nhà')
  await looked(van, 'her-sheet-printed')
  // One sheet of A4, without the address that a browser prints around a page.
  const pdf = (await van.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1)
  if (process.env.KE_VAI_SHEET) await van.pdf({ preferCSSPageSize: true, path: process.env.KE_VAI_SHEET })
  await van.emulateMedia({ media: 'screen' })

  // She takes it back: the club finds the number, the day, and nothing else.
  await van.getByRole('link', { name: /← / }).click()
  await part(van, 'Sự đồng ý')
  await press(van, 'Rút sự đồng ý')
  await van.getByText('Nơi nhận không xem được nữa', { exact: false }).waitFor()
  await backTo(tham, /Đồng hành/u)
  await tham.getByText('Việc đồng hành này đã dừng', { exact: false }).waitFor()
  await looked(tham, 'companion-ended')
})

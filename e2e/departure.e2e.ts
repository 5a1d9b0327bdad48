import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { personAssign, personRegister } from '@ke-vai/contract/register/person.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, looked, openedBy, phone, picture } from './browser.ts'

const clubId = demoId('club/tuan-chau')
const personId = randomUUID()
let product: TestProduct
let browser: Browser
let pao: Page
let tham: Page

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
  const memberId = randomUUID()
  await product.database.dangerous`insert into member (province, id, club_id, account_id, display_name)
    values ('22', ${memberId}, ${clubId}, ${demoId('account/pao')}, 'Anh Páo')`
  const chair = await product.signIn('tham')
  const groups = ['prospective_migrant' as const]
  const her = await chair.send(personRegister, { clubId, personId, name: 'Lý Thị Thử', groups })
  expect(her.status).toBe(200)
  expect((await chair.send(personAssign, { clubId, personId, memberId })).status).toBe(200)
  pao = await openedBy(browser, product.address, 'pao', phone)
  tham = await openedBy(browser, product.address, 'tham', desk)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const choose = (page: Page, text: string) =>
  page.locator('label.chip', { hasText: new RegExp(`^${text}$`, 'u') }).click()
/** Within the app, as a link does: the page is not loaded anew. */
const home = (page: Page) =>
  page.getByRole('navigation', { name: 'Các trang chính' }).getByRole('link', { name: 'Hôm nay' }).click()
const toBook = async (page: Page) => {
  await home(page)
  await page.getByRole('link', { name: 'Mở sổ theo dõi' }).click()
}
const toPlan = async (page: Page) => {
  await toBook(page)
  await page.getByRole('link', { name: /22-/u }).first().click()
  await page.getByRole('link', { name: 'Hẹn trước khi đi làm xa' }).click()
}

test('scenario 17: an offer is looked at together, and nothing leaves the phone', async () => {
  await toBook(pao)
  await pao.getByRole('link', { name: 'Cùng xem một lời mời đi làm' }).click()
  await pao.getByRole('heading', { name: 'Cùng xem một lời mời đi làm', level: 1 }).waitFor()
  expect(new URL(pao.url()).pathname).toBe('/departure/offer')
  await pao.waitForLoadState('networkidle')
  await looked(pao, 'departure-offer')
  const asked: string[] = []
  const hear = (request: { url(): string }) => asked.push(request.url())
  pao.context().on('request', hear)
  const answer = (n: number, text: string) =>
    pao
      .locator('ol.offer > li')
      .nth(n - 1)
      .locator('label.chip', { hasText: text })
      .click()
  const goods = ['Có', 'Có', 'Có', 'Có', 'Không', 'Không', 'Không', 'Không', 'Có', 'Có']
  for (const [i, text] of goods.entries()) await answer(i + 1, text)
  await press(pao, 'Xem lời khuyên')
  await pao.getByRole('heading', { name: /Chưa thấy điều đáng lo/u }).waitFor()
  await looked(pao, 'departure-offer-green')
  await press(pao, 'Xóa câu trả lời, xem lời mời khác')
  for (const [i, text] of goods.entries()) await answer(i + 1, i === 1 ? 'Chưa rõ' : text)
  await press(pao, 'Xem lời khuyên')
  await pao.getByRole('heading', { name: /Khoan đã, hỏi thêm cho rõ/u }).waitFor()
  await press(pao, 'Xóa câu trả lời, xem lời mời khác')
  await answer(6, 'Có')
  await answer(7, 'Có')
  await press(pao, 'Xem lời khuyên')
  await pao.getByRole('heading', { name: /Dừng lại, chưa nên đi/u }).waitFor()
  await pao.getByText('Không đưa hộ chiếu', { exact: false }).waitFor()
  await pao.getByRole('link', { name: '111', exact: true }).waitFor()
  await looked(pao, 'departure-offer-red')
  pao.context().off('request', hear)
  expect(asked).toEqual([])
  const stored = await pao.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(stored).not.toMatch(/passport_kept|by_trail/u)
})

test('scenario 17: she agrees: a plan, a card without a name, news, silence, and a stop', async () => {
  await toPlan(pao)
  await pao.getByLabel('Đi nước nào?').selectOption('japan')
  await pao.getByLabel('Làm việc gì?').selectOption('factory')
  await pao.getByLabel('Hỏi thăm qua ai?').fill('Chị gái, 0900 000 009')
  await choose(pao, 'Nhắn tin')
  await pao.getByLabel('Từ riêng, nghe là biết cần giúp').fill('cây mận nhà mình')
  await choose(pao, 'Báo Hội LHPN xã')
  await pao.getByLabel('Người ấy đồng ý', { exact: false }).check()
  await looked(pao, 'departure-plan-form')
  await press(pao, 'Lưu lời hẹn')
  await pao.getByText('Chưa tới ngày hỏi thăm').waitFor()
  await looked(pao, 'departure-plan')

  // The chair, at the same time: sealed words behind a reason, then news.
  await toPlan(tham)
  await tham.getByText('Chưa tới ngày hỏi thăm').waitFor()
  expect(await tham.locator('main').innerText()).not.toContain('cây mận')
  await press(tham, 'Mở lời đã hẹn')
  await choose(tham, 'Gọi cho chị ấy')
  await press(tham, 'Mở lời đã hẹn')
  await tham.getByText('cây mận nhà mình').waitFor()
  await looked(tham, 'departure-open')
  await press(tham, 'Đóng ngay')

  // A day that was agreed has come, and nobody answers.
  const { dangerous } = product.database
  await dangerous`update departure_plan set recorded_at = recorded_at - interval '9 days',
    check_in_on = (select array_agg(day - 200 order by day) from unnest(check_in_on) day)`
  await toPlan(pao)
  await pao.getByText('Chưa nghe tin', { exact: true }).waitFor()
  await pao.getByText('Hỏi thăm nhẹ nhàng', { exact: false }).waitFor()
  await press(pao, 'Ghi một lần hỏi thăm')
  await choose(pao, 'Chưa liên lạc được')
  await looked(pao, 'departure-check-in')
  await press(pao, 'Lưu lần hỏi thăm')
  await pao.getByText('Báo Hội LHPN xã, đúng như đã hẹn', { exact: false }).waitFor()
  await looked(pao, 'departure-not-heard')
  await home(pao)
  await pao.getByText('Báo Hội LHPN xã về', { exact: false }).waitFor()

  await toPlan(tham)
  await press(tham, 'Người ấy muốn dừng')
  await press(tham, 'Dừng hỏi thăm')
  await tham.getByRole('button', { name: 'Lưu lời hẹn' }).waitFor()
  await toPlan(pao)
  await pao.getByRole('button', { name: 'Lưu lời hẹn' }).waitFor()
})

test('scenario 17: the card is printed on one A6 page, neutral and without a name', async () => {
  await toBook(tham)
  await tham.getByRole('link', { name: 'Cùng xem một lời mời đi làm' }).click()
  await choose(tham, 'Chưa rõ').catch(() => tham.locator('label.chip').first().click())
  await press(tham, 'Xem lời khuyên')
  await tham.getByRole('link', { name: 'Thẻ mang theo khi đi xa' }).click()
  await tham.getByLabel('Đi nước nào?').selectOption('japan')
  const card = tham.locator('.travel-card')
  await card.getByText('111').first().waitFor()
  const said = await card.innerText()
  expect(said).toContain('xin hỏi cán bộ')
  expect(said).not.toMatch(/nạn nhân|mua bán|buôn|Lý Thị|22-/iu)
  await looked(tham, 'departure-card')
  await tham.emulateMedia({ media: 'print' })
  await tham.setViewportSize({ width: 397, height: 559 })
  await picture(tham, 'departure-card-print')
  const paper = await tham.pdf({ preferCSSPageSize: true })
  if (process.env.KE_VAI_SCREENS) await writeFile(`${tmpdir()}/departure-card.pdf`, paper)
  expect(paper.toString('latin1').match(/\/Type \/Page\b(?!s)/gu)).toHaveLength(1)
  await tham.emulateMedia({ media: 'screen' })
})

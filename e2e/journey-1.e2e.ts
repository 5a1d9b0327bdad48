import { randomUUID } from 'node:crypto'
import { showDate, today } from '@ke-vai/contract/date/date.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, looked, openedBy, phone } from './browser.ts'
import { choose, goTo, lookAnew, part, press, prove, sheYes, submit } from './on-screen.ts'

// Journey J1: somebody comes back alone to her commune. Two of the club, the health body and the centre have their
// pages open at once, and each sees what is hers to see.

let product: TestProduct
let browser: Browser
let hoa: Page
let tham: Page
let pao: Page
let huong: Page
let van: Page
let personPath: string
let ownCode: string
let caseCode: string
let casePath: string

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
  for (const [username, name] of [
    ['tham', 'Chị Thắm'],
    ['hoa', 'Em H.'],
    ['pao', 'Anh Páo'],
  ] as const)
    await product.database.dangerous`insert into member (province, id, club_id, account_id, display_name)
      values ('22', ${randomUUID()}, ${demoId('club/tuan-chau')}, ${demoId(`account/${username}`)}, ${name})`
  hoa = await openedBy(browser, product.address, 'hoa', phone)
  tham = await openedBy(browser, product.address, 'tham', phone)
  pao = await openedBy(browser, product.address, 'pao', phone)
  huong = await openedBy(browser, product.address, 'huong', desk)
  van = await openedBy(browser, product.address, 'van', desk)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const main = (page: Page) => page.locator('main').innerText()
/** What a club must never read of a case: its code, where it stands, what the law calls her. */
const ofTheCase = /HS-22|xác định|nạn nhân|xác minh|Tình trạng pháp lý|Lời kể/u

test('the first visit: only what the next meeting needs, her own way to be reached, and she may be seen by her companion alone', async () => {
  await lookAnew(hoa, 'Sổ theo dõi')
  await hoa.getByRole('link', { name: 'Ghi một người' }).click()
  await hoa.getByLabel('Tên gọi chị ấy muốn dùng').fill('Chị Mẩy')
  await choose(hoa, 'Người đi không có giấy tờ trở về')
  await press(hoa, 'Ghi vào sổ')
  await hoa.getByRole('heading', { name: 'Người được hỗ trợ' }).waitFor()
  personPath = new URL(hoa.url()).pathname
  ownCode = await hoa.locator('p.code.big').innerText()

  // The visit is told with the rule that she gave herself.
  await goTo(hoa, `${personPath}/safe-contact`)
  await choose(hoa, 'Gặp trực tiếp')
  await hoa.getByLabel('Khi đến thăm').fill('Đi bộ, không để xe trước cổng')
  await press(hoa, 'Lưu cách liên hệ')
  await hoa.getByRole('link', { name: 'Ghi nhanh' }).click()
  await hoa.getByLabel('Tôi đã đọc và làm theo cách liên hệ này').check()
  await choose(hoa, 'Thăm hỏi')
  await hoa.getByText('Ghi thêm (không bắt buộc)').click()
  await hoa.getByLabel('Vài dòng').fill('Chị muốn trình báo, có con nhỏ đi cùng.')
  await press(hoa, 'Lưu')
  await hoa.getByRole('heading', { name: 'Người được hỗ trợ' }).waitFor()
  await hoa.getByRole('listitem').filter({ hasText: 'Thăm hỏi' }).waitFor()
  expect(await main(hoa)).not.toContain('Mẩy')

  // The board sees the new line by its code; a member who does not go to her finds nobody there.
  await lookAnew(tham, 'Sổ theo dõi')
  await tham.getByRole('link', { name: new RegExp(`^${ownCode}`, 'u') }).waitFor()
  expect(await main(tham)).not.toContain('Mẩy')
  await goTo(pao, personPath)
  await pao.getByRole('alert').getByText('Không tìm thấy', { exact: false }).waitFor()
  expect(await main(pao)).not.toContain(ownCode)
})

test('she wants to report: one press, three times of day, and the health body knows at once, by a code', async () => {
  await lookAnew(huong, 'Tin báo')
  await huong.getByText('Chưa có tin báo nào.').waitFor()

  await press(hoa, 'Đưa tới UBND ngay')
  await hoa.getByLabel('Ai đi cùng').fill('Em H., đi xe ôm')
  await hoa.getByLabel('Tới nơi nào').fill('UBND phường Tuần Châu')
  await looked(hoa, 'journey-1-escort')
  await press(hoa, 'Bắt đầu đi')
  await hoa.getByText(/Đã đưa đi lúc .+; đã báo cơ quan y tế cấp tỉnh/u).waitFor()

  await lookAnew(huong, 'Tin báo')
  await huong.getByText('Chưa có cơ quan nhận hồ sơ', { exact: false }).waitFor()
  await huong.getByText('Còn 2 ngày', { exact: false }).waitFor()
  caseCode = (await huong.locator('.card .code').first().innerText()).trim()
  expect(caseCode).toMatch(/^HS-22-\d{6}$/u)
  expect(await main(huong)).not.toMatch(/Mẩy|Tuần Châu|Em H\.|KV-22/u)
  await looked(huong, 'journey-1-notice')
  await press(huong, `Đã nhận tin: ${caseCode}`)
  await huong.getByText('Đã nhận tin lúc', { exact: false }).waitFor()

  await press(hoa, 'Đã tới nơi')
  await hoa.getByText('Đã đưa tới UBND lúc', { exact: false }).waitFor()
  await hoa.getByLabel('Chức vụ người nhận').fill('Phó Chủ tịch')
  await press(hoa, 'Đã có người nhận')
  await hoa.getByText(/được nhận lúc \d\d:\d\d/u).waitFor()
  // The club helped her there; what becomes of it is not the club's to read.
  expect(await main(hoa)).not.toMatch(ofTheCase)
})

test('the centre takes her up: the three days count from the hand-over, and essentials are given the same day', async () => {
  await lookAnew(van, 'Hồ sơ')
  await van.getByRole('link', { name: 'Chờ nhận' }).click()
  await press(van, `Tôi nhận: ${caseCode}`)
  await van.getByRole('heading', { name: caseCode }).waitFor()
  casePath = new URL(van.url()).pathname
  await part(van, 'Nhóm hỗ trợ')
  await van.getByRole('listitem').filter({ hasText: 'Quản lý trường hợp' }).waitFor()

  await part(van, 'Diễn biến')
  await press(van, 'Mở: ai đã đưa đi, ai đã nhận')
  await prove(van, van.getByText('Người nhận: Phó Chủ tịch'))

  await part(van, 'Xác minh')
  await van.getByText('Chưa có quyết định', { exact: false }).waitFor()
  await van
    .getByRole('listitem')
    .filter({ hasText: 'Xác minh ban đầu' })
    .getByText('Còn 2 ngày', { exact: false })
    .waitFor()
  await looked(van, 'journey-1-verification')

  await part(van, 'Quyền được hỗ trợ')
  const now = van.getByRole('region', { name: 'Giúp ngay khi cần' })
  const essential = now.getByRole('listitem').first()
  const name = await essential.getByRole('heading').innerText()
  await van.getByRole('button', { name: `Ghi: ${name}` }).click()
  await choose(van, 'Đã hỗ trợ')
  await submit(van, 'Lưu')
  await van
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByText(`Đã hỗ trợ · ${showDate(today())}`)
    .waitFor()
  await looked(van, 'journey-1-essentials')

  // Nobody's notice says more than before; the other body of the province sees the clock, and no case.
  await lookAnew(huong, 'Tin báo')
  await huong.getByText('Đã có cơ quan nhận hồ sơ', { exact: false }).waitFor()
  await huong
    .getByRole('navigation', { name: 'Các trang chính' })
    .getByRole('link', { name: 'Thời hạn xác minh' })
    .click()
  await choose(huong, 'Đang chạy')
  await huong.getByText(caseCode).waitFor()
  expect(await main(huong)).not.toContain('Mẩy')
})

test('the club is asked to walk along with her yes; its board accepts and sends who knows her', async () => {
  await press(van, 'Mở thông tin riêng')
  await choose(van, 'Làm giấy tờ theo ý chị ấy')
  await press(van, 'Mở thông tin riêng')
  await prove(van, van.getByRole('button', { name: 'Sửa thông tin riêng' }))
  await press(van, 'Sửa thông tin riêng')
  await van.getByLabel('Muốn được gọi là').fill('Chị Mẩy')
  await press(van, 'Lưu thông tin riêng')
  await van.getByRole('button', { name: 'Mở thông tin riêng' }).waitFor()
  await press(van, 'Ghi cách liên hệ an toàn')
  await choose(van, 'Gặp trực tiếp')
  await choose(van, 'Không để xe trước cổng')
  await choose(van, 'Chính người ấy dặn')
  await van.getByLabel('Số máy, gọi thế nào, xưng là ai').fill('Đứng ở quán nước đầu ngõ')
  await press(van, 'Lưu liên hệ an toàn')
  await van.getByText('Không để xe trước cổng', { exact: false }).first().waitFor()

  await part(van, 'Đồng hành')
  await press(van, 'Nhờ câu lạc bộ đồng hành')
  await van.getByLabel('Tìm câu lạc bộ').fill('tuan chau')
  await van
    .locator('label.chip', { hasText: /Tuần Châu/u })
    .first()
    .click()
  await press(van, 'Hỏi ý người được hỗ trợ')
  await sheYes(van, 'Tên gọi', 'Cách liên lạc an toàn')
  await press(van, 'Gửi lời nhờ')
  await van.getByText('Đã hỏi, chờ trả lời', { exact: false }).waitFor()

  // A member does not answer for the club: before the board has, she finds nothing.
  await lookAnew(hoa, 'Hôm nay')
  await hoa.getByRole('heading', { name: 'Hôm nay' }).waitFor()
  expect(await hoa.getByRole('link', { name: /Đồng hành/u }).count()).toBe(0)
  await lookAnew(tham, 'Hôm nay')
  await tham.getByRole('link', { name: /Đồng hành.*1 lời nhờ chờ trả lời/u }).click()
  await tham.getByRole('link', { name: /ĐH-001/u }).click()
  await choose(tham, 'Em H.')
  expect(await main(tham)).not.toMatch(ofTheCase)
  await press(tham, 'Nhận lời')
  await tham.getByText('Người đi cùng', { exact: false }).waitFor()
})

test('her companion sees the next visit, how to reach her and the tasks, and nothing else; the sheet is hers', async () => {
  await part(van, 'Thời hạn')
  await part(van, 'Đồng hành')
  await press(van, 'Hẹn lần gặp tới')
  await choose(van, 'Thăm hỏi')
  await press(van, 'Lưu lần hẹn')
  await press(van, 'Nhờ một việc')
  await van.getByLabel('Việc gì').selectOption('go_along_doctor')
  await van.getByLabel('Lời nhắn cho người đi cùng').fill('8 giờ sáng, trạm y tế phường')
  await press(van, 'Gửi việc này')
  await van.getByRole('list', { name: 'Việc được nhờ' }).waitFor()

  await lookAnew(hoa, 'Hôm nay')
  await hoa.getByRole('link', { name: /Đồng hành.*Gặp ngày/u }).click()
  await hoa.getByRole('link', { name: /ĐH-001/u }).click()
  await hoa.getByText('Không để xe trước cổng', { exact: false }).waitFor()
  await hoa.getByText('Đi cùng khám bệnh', { exact: false }).waitFor()
  await press(hoa, 'Xem cách gọi và liên hệ an toàn')
  await prove(hoa, hoa.locator('.sealed'))
  const told = await hoa.locator('.sealed').innerText()
  expect(told).toContain('Chị Mẩy')
  expect(told).toContain('quán nước đầu ngõ')
  expect(told).toContain('trạm y tế')
  expect(await hoa.content()).not.toMatch(ofTheCase)
  await looked(hoa, 'journey-1-companion')
  await press(hoa, 'Đóng ngay')
  // The address of the case opens nothing to her, nor to the health body that is above the centre.
  for (const page of [hoa, huong]) {
    await goTo(page, casePath)
    await page.getByRole('heading', { name: 'Không có trang này' }).waitFor()
  }
  // The other member is told of nobody.
  await lookAnew(pao, 'Hôm nay')
  await pao.getByRole('heading', { name: 'Hôm nay' }).waitFor()
  expect(await pao.getByRole('link', { name: /Đồng hành/u }).count()).toBe(0)

  await part(van, 'Thời hạn')
  await part(van, 'Đồng hành')
  await van.getByRole('link', { name: 'Tờ cho chị (in)' }).click()
  await van.getByText('Em H.').waitFor()
  await van.getByLabel('Chị ấy nói mang về được').check()
  await van.emulateMedia({ media: 'print' })
  const paper = await van.locator('body').innerText()
  expect(paper).toContain('Cách liên lạc an toàn')
  expect(paper).not.toMatch(/HS-22|Mẩy|nạn nhân|mua bán|đang xác|hồ sơ/iu)
  const pdf = (await van.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1)
  await van.emulateMedia({ media: 'screen' })
})

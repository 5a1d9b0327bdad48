import { caseList, caseRead } from '@ke-vai/contract/case/case.ts'
import { handoverList } from '@ke-vai/contract/case/group.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../database/seed/network.ts'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, expectAccessible, launchBrowser, looked, openedBy, phone, picture } from './browser.ts'

const organisationId = demoId('organisation/centre-22')
let product: TestProduct
let browser: Browser
let van: Page
let binh: Page
let quyen: Page
let hien: Page

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
  van = await openedBy(browser, product.address, 'van', phone)
  binh = await openedBy(browser, product.address, 'binh', desk)
  quyen = await openedBy(browser, product.address, 'quyen', desk)
  hien = await openedBy(browser, product.address, 'hien', desk)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const confirm = async (page: Page) => {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Mật khẩu').fill(demoPassword)
  await dialog.getByRole('button', { name: 'Xác nhận' }).click()
}

test('one person is received in minutes on a phone, and her case is hers who received her', async () => {
  await van.getByText('Chị chưa cùng hỗ trợ ai ở đây', { exact: false }).waitFor()
  await looked(van, 'cases-empty')
  await van.getByRole('link', { name: 'Tiếp nhận một người' }).click()
  await looked(van, 'case-new')
  await van.locator('label', { hasText: 'Tự trở về' }).click()
  await van.locator('label', { hasText: 'Có con nhỏ đi cùng' }).click()
  await van.getByLabel('Muốn được gọi là').fill('Chị Lan')
  await van.getByLabel('Khoảng tuổi').selectOption('18_to_30')
  await van.getByLabel('Tiếng nói dễ nhất').selectOption('mong')
  await van.getByRole('button', { name: 'Tiếp nhận, lấy mã' }).click()
  await van.getByText(/^HS-22-\d{6}$/).waitFor()
  await looked(van, 'case-received')
  await van.getByRole('link', { name: 'Mở hồ sơ' }).click()
  await van.getByText('Tự trở về · Có con nhỏ đi cùng', { exact: false }).waitFor()
  await looked(van, 'case')
  expect(await van.content()).not.toContain('Lan')
})

test('what she is called opens for a reason and a fresh proof, and closes again', async () => {
  await product.database.dangerous`update sign_in set stepped_up_at = null`
  await van.getByRole('button', { name: 'Mở thông tin riêng' }).click()
  await van.locator('label', { hasText: 'Làm giấy tờ' }).click()
  await van.getByRole('button', { name: 'Mở thông tin riêng' }).click()
  await confirm(van)
  await van.getByText('Chị Lan', { exact: true }).waitFor()
  await looked(van, 'case-identity')
  await van.getByRole('button', { name: 'Đóng ngay' }).click()
  expect(await van.getByText('Chị Lan').count()).toBe(0)
})

test('scenario 26: twelve people by keyboard alone, a code and triage for each, and no story asked', async () => {
  const begun = Date.now()
  await hien.getByRole('link', { name: 'Tiếp nhận nhiều người' }).click()
  await hien.getByText('Không có nhóm nào được báo trước', { exact: false }).waitFor()
  await hien.getByLabel('Ai bàn giao').selectOption('border_guard')
  await hien.getByLabel('Có mấy người?').fill('12')
  await looked(hien, 'case-group-open')
  await hien.getByRole('button', { name: 'Bắt đầu tiếp nhận' }).click()
  await hien.getByLabel('Tiếng nói chung').selectOption('chinese')
  await hien.getByLabel('Muốn được gọi là').focus()
  for (let i = 1; i <= 12; i++) {
    await hien.getByRole('form', { name: `Người thứ ${i}`, exact: true }).waitFor()
    await hien.keyboard.type(`Em ${i}`)
    await hien.keyboard.press('Tab')
    await hien.keyboard.type('N')
    for (let tab = 0; tab < 4; tab++) await hien.keyboard.press('Tab')
    if (i === 3) {
      await hien.keyboard.press('2')
      await hien.keyboard.press('5')
      await looked(hien, 'case-group')
    }
    await hien.keyboard.press('Enter')
  }
  await hien.getByText('12 trong 12 người đã tiếp nhận').waitFor()
  console.log(`twelve received in ${Math.round((Date.now() - begun) / 1000)} s, pictures included`)
  await looked(hien, 'case-group-received')
  expect(await hien.content()).not.toContain('Em 3')
  const codes = await hien.locator('.received-row .code').allTextContents()
  expect(codes).toEqual([...new Set(codes)].sort().reverse())
  expect(codes).toHaveLength(12)
  await hien
    .locator('.received-row', { hasText: codes[9] ?? '' })
    .getByText('Cần y tế ngay · Đêm nay chưa có chỗ ở')
    .waitFor()
  // Enter by mistake, on a row of which nothing was said, makes no case.
  await hien.keyboard.press('Enter')
  await hien.getByText('Chưa ghi gì về người này', { exact: false }).waitFor()
  expect(await hien.locator('.received-row').count()).toBe(12)
})

test('who waits is taken by one case manager, and is gone from the list of the other', async () => {
  const list = { organisationId }
  await binh.getByRole('link', { name: 'Chờ nhận' }).click()
  await binh.getByText('12 hồ sơ').waitFor()
  await looked(binh, 'cases-waiting')
  const [first] = (await (await product.signIn('binh')).read(caseList, list, { which: 'waiting' })).body.cases
  if (!first) throw new Error('nobody waits')
  await binh.getByLabel('Tìm theo mã').fill(first.code.slice(-3))
  await binh.getByRole('button', { name: `Tôi nhận: ${first.code}` }).click()
  await binh.getByRole('heading', { name: first.code }).waitFor()
  await looked(binh, 'case-taken')
  await van.goto(`${product.address}/cases/waiting`)
  await van.getByText('11 hồ sơ').waitFor()
  expect(await van.getByText(first.code).count()).toBe(0)
  const asVan = await product.signIn('van')
  expect((await asVan.read(caseRead, { organisationId, caseId: first.id })).status).toBe(404)
  // Of a case on whose team she is not, the psychologist learns nothing, by its address either.
  await quyen.getByText('Chị chưa ở trong nhóm hỗ trợ nào', { exact: false }).waitFor()
  await quyen.goto(`${product.address}/cases/${first.id}`)
  await quyen.getByRole('alert').getByText('Không tìm thấy', { exact: false }).waitFor()
  expect(await quyen.getByText(first.code).count()).toBe(0)
})

test('with a case the list has it, found by its last digits; nothing is due, and that is said', async () => {
  await binh.getByRole('link', { name: 'Hồ sơ của tôi' }).click()
  await binh.getByText('1 hồ sơ', { exact: true }).waitFor()
  await looked(binh, 'cases')
  await binh.getByLabel('Tìm theo mã').fill('no such code')
  await binh.getByText('Không có hồ sơ nào khớp.').waitFor()
  await binh.getByRole('link', { name: 'Sắp đến hạn' }).click()
  await binh.getByText('Bảy ngày tới không có hạn nào', { exact: false }).waitFor()
})

const tab = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()

test('the team grows: the psychologist reads the case, writes for herself, and nobody else opens it', async () => {
  await tab(van, 'Của tôi')
  await van.getByRole('link', { name: /^HS-22-/ }).click()
  await tab(van, 'Nhóm hỗ trợ')
  await van.getByRole('button', { name: 'Thêm người vào nhóm' }).click()
  await van.getByLabel('Ai', { exact: true }).selectOption({ label: 'Chị Quyên' })
  await van.locator('label', { hasText: 'Tâm lý' }).click()
  await van.getByRole('button', { name: 'Thêm vào nhóm' }).click()
  await van.getByText('Chị Quyên', { exact: true }).waitFor()
  await looked(van, 'case-team')

  await quyen.goto(product.address)
  await quyen.getByRole('link', { name: /^HS-22-/ }).click()
  await quyen.getByRole('button', { name: 'Ghi buổi tham vấn' }).click()
  await quyen.getByLabel('Số phút').fill('45')
  await quyen.getByLabel('Ghi chép riêng của chị').fill('Chị ấy ngủ được hơn.')
  await looked(quyen, 'case-counselling')
  await quyen.getByRole('button', { name: 'Lưu buổi tham vấn' }).click()
  await quyen.getByText('Gặp trực tiếp · 45 phút', { exact: false }).waitFor()
  await quyen.getByRole('button', { name: 'Mở lời ghi: Tham vấn tâm lý', exact: false }).click()
  // A private note asks for a fresh proof, as a story does.
  await confirm(quyen)
  await quyen.getByText('Chị ấy ngủ được hơn.').waitFor()
  await tab(van, 'Diễn biến')
  await van.reload()
  await van.getByText('Tiếp nhận', { exact: true }).first().waitFor()
  expect(await van.getByText('Tham vấn tâm lý').count()).toBe(0)
})

test('a note, a step, a correction: the timeline says them, and folds away what was replaced', async () => {
  await tab(van, 'Diễn biến')
  await van.getByRole('button', { name: 'Ghi chú cho nhóm' }).click()
  await van.getByLabel('Ghi chú', { exact: true }).fill('Hẹn làm giấy khai sinh thứ Ba.')
  await van.getByRole('button', { name: 'Lưu ghi chú' }).click()
  await van.getByRole('listitem').filter({ hasText: 'Ghi chú của nhóm' }).waitFor()
  await tab(van, 'Bước, thông tin chung')
  await van.getByRole('button', { name: 'Chuyển bước' }).click()
  await looked(van, 'case-step')
  await van.getByLabel('Vì sao', { exact: false }).fill('Đã gặp lần đầu.')
  await van.getByRole('button', { name: 'Chuyển bước' }).last().click()
  await van.getByText('Đánh giá nhu cầu', { exact: false }).first().waitFor()
  for (const language of ['dao', 'mong']) {
    await van.getByRole('button', { name: 'Sửa thông tin chung' }).click()
    await van.getByLabel('Tiếng nói dễ nhất').selectOption(language)
    await van.getByRole('button', { name: 'Lưu thông tin chung' }).click()
    await van.getByText('Đã lưu.').first().waitFor()
  }
  await tab(van, 'Diễn biến')
  await van.getByText('Bản trước, đã được thay', { exact: false }).waitFor()
  await van.getByRole('button', { name: 'Mở lời ghi: Ghi chú của nhóm', exact: false }).click()
  await van.getByText('Hẹn làm giấy khai sinh thứ Ba.').waitFor()
  await looked(van, 'case-timeline')
})

test('the story: recorded once behind its own tab, opened after a fresh proof, and told to nobody by the timeline', async () => {
  await tab(van, 'Lời kể (cất riêng)')
  await van.getByText('hỗ trợ không chờ câu chuyện', { exact: false }).waitFor()
  await van.getByRole('button', { name: 'Ghi điều đã được chia sẻ' }).click()
  await van.locator('label', { hasText: 'Lừa gạt' }).click()
  await van.getByLabel('Lời người được hỗ trợ').fill('Lời kể thử.')
  await looked(van, 'case-story-write')
  await van.getByRole('button', { name: 'Cất lời kể' }).click()
  await van.getByRole('button', { name: 'Tôi cần xem phần này' }).click()
  await product.database.dangerous`update sign_in set stepped_up_at = null`
  await van.getByRole('button', { name: 'Mở lời kể', exact: false }).click()
  await confirm(van)
  await van.getByText('Lời kể thử.').waitFor()
  await van.getByText('Lừa gạt').waitFor()
  await looked(van, 'case-story')
  await tab(van, 'Diễn biến')
  await van.getByText('cất riêng, mở ở phần', { exact: false }).waitFor()
  expect(await van.getByText('Lời kể thử.').count()).toBe(0)
})

test('a border guard hands a group over: codes at once, and afterwards only that they were received', async () => {
  const dung = await openedBy(browser, product.address, 'dung', phone)
  await dung.getByRole('link', { name: 'Bàn giao nhóm' }).click()
  await dung.getByLabel('Số người').fill('2')
  await dung.getByLabel('Nơi bàn giao').selectOption('mong_cai')
  await dung.locator('label', { hasText: 'Tiếng Trung' }).click()
  await looked(dung, 'hand-over')
  await dung.getByRole('button', { name: 'Bàn giao, lấy mã' }).click()
  await dung.getByText('chưa được tiếp nhận').first().waitFor()

  await hien.goto(`${product.address}/cases/new/group`)
  await hien.getByRole('link', { name: 'Móng Cái', exact: false }).click()
  const announced = hien.getByRole('form', { name: 'Người thứ 1', exact: true })
  const code = (await announced.locator('.code').textContent())?.trim() ?? ''
  expect(code).toMatch(/^HS-22-\d{6}$/)
  expect(await announced.getByLabel('Tiếng nói dễ nhất').inputValue()).toBe('chinese')
  await hien.getByLabel('Giới').selectOption('female')
  await hien.getByLabel('Giới').press('Enter')
  await hien.getByText('1 trong 2 người đã tiếp nhận').waitFor()
  await hien.getByRole('button', { name: 'Kết thúc đợt tiếp nhận' }).click()
  await hien.getByRole('button', { name: 'Kết thúc đợt tiếp nhận' }).last().click()
  await hien.getByRole('alert').getByText('Còn 1 người được báo trước', { exact: false }).waitFor()
  await looked(hien, 'case-group-announced')

  await dung.reload()
  await dung
    .locator('li', { hasText: code })
    .getByText('đã được tiếp nhận', { exact: false })
    .first()
    .waitFor()
  await looked(dung, 'hand-over-received')
  const asDung = await product.signIn('dung')
  const { handovers } = (
    await asDung.read(handoverList, { organisationId: demoId('organisation/border-22') })
  ).body
  expect(Object.keys(handovers[0]?.cases[0] ?? {}).sort()).toEqual(['code', 'receivedAt'])
})

test('whoever works at an agency to which nothing was sent is told what will come', async () => {
  const tam = await openedBy(browser, product.address, 'tam', phone)
  await expectAccessible(tam)
  await picture(tam, 'agency-first-360')
})

import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { planSet } from '@ke-vai/contract/club/year-plan.ts'
import { monthGet } from '@ke-vai/contract/month/month.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { clubBook } from '../server/src/month/testing/club-book.ts'
import {
  type TestPerson,
  type TestProduct,
  testProduct,
} from '../server/src/platform/testing/test-product.ts'
import { desk, expectAccessible, launchBrowser, phone, picture, signInAs } from './browser.ts'

const clubId = demoId('club/tuan-chau')
const month = '2026-10'
let product: TestProduct
let asChair: TestPerson
let browser: Browser
let chair: Page
let officer: Page
let chairPhone: BrowserContext
const pageErrors: string[] = []

async function person(username: string, device: typeof phone | typeof desk): Promise<[Page, BrowserContext]> {
  const context = await browser.newContext({ ...device, acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => pageErrors.push(`${username}: ${error.message}`))
  await signInAs(page, product.address, username)
  return [page, context]
}

beforeAll(async () => {
  product = await testProduct()
  const book = clubBook(product.database.dangerous, 'tuan-chau')
  await book.member('tham', 'chair')
  await book.member('pao')
  await book.member('hoa')
  for (let i = 0; i < 8; i += 1) await book.member(null)
  const persons = [await book.person(['victim']), await book.person(), await book.person()]
  for (let i = 0; i < 9; i += 1)
    await book.contact(
      persons[i % 3] ?? '',
      `2026-10-${String(2 + i * 3).padStart(2, '0')}`,
      i < 6 ? 'counselling' : 'visit',
    )
  for (const onDay of ['2026-10-10', '2026-10-24'])
    await book.session(onDay, { staff: 3, members: 30, children: 12, others: 4, leaflets: 40 })
  await product.database.dangerous`
    update person set next_step = 'thăm tại nhà', next_due_on = '2026-10-20' where id = ${persons[1] ?? ''}`
  asChair = await product.signIn('tham')
  await asChair.send(planSet, {
    clubId,
    planId: randomUUID(),
    year: 2026,
    objectives: ['Nâng cao nhận thức cho người dân'],
    activities: [{ month: 10, what: 'Truyền thông tại trường', quantity: 2 }],
  })
  browser = (await launchBrowser()) as Browser
  const opened = await person('tham', phone)
  chair = opened[0]
  chairPhone = opened[1]
  officer = (await person('lai', desk))[0]
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const monthNow = async () => (await asChair.read(monthGet, { clubId, month })).body
const saved = (page: Page) => page.getByText('Đã lưu', { exact: true }).waitFor()

test('scenario 5: the chair opens a month and finds its figures; attendance, words and tasks save themselves', async () => {
  await chair.getByRole('link', { name: 'Họp tháng' }).click()
  await chair.getByLabel('Chọn tháng').selectOption(month)
  await picture(chair, 'month-open-360')
  await chair.getByRole('button', { name: 'Mở tháng 10/2026' }).click()
  await chair.getByRole('heading', { name: 'Họp tháng 10/2026' }).waitFor()
  await chair.getByText('9 lượt gặp gỡ, 2 cuộc truyền thông').waitFor()
  await chair.getByText('Truyền thông tại trường (2)').waitFor()
  await chair.getByText('6/20', { exact: false }).first().waitFor()
  expect((await monthNow()).state).toBe('open')
  await chair.getByRole('button', { name: 'Bắt đầu chuẩn bị họp' }).click()
  await expect.poll(async () => (await monthNow()).state).toBe('preparing')

  const attendance = chair.getByRole('group', { name: 'Chạm tên người có mặt' }).getByRole('checkbox')
  await chair.getByText('còn thiếu 6 người để đủ 50%').waitFor()
  for (let i = 0; i < 7; i += 1) await attendance.nth(i).check()
  await chair.getByText('7/11 người dự, đủ 50%').waitFor()
  await chair.getByLabel('Nơi họp').fill('Nhà văn hóa khu 4')
  await chair.getByRole('textbox', { name: 'Biên bản' }).fill('Điểm lại tháng 10.\nBàn việc tháng 11.')
  await chair
    .getByRole('textbox', { name: 'Quyết định' })
    .fill('Mỗi thành viên thăm hai gia đình\nTruyền thông tại trường')
  await chair.getByLabel('Nội dung riêng').fill('Hai trường hợp cần nhiều hỗ trợ')
  await chair.getByLabel('Tình hình trên địa bàn').fill('Có người lạ mời đi làm xa')
  await saved(chair)
  await expect.poll(async () => (await monthNow()).meetings[0]?.restrictedPart).toContain('nhiều hỗ trợ')
  expect(await monthNow()).toMatchObject({
    state: 'met',
    texts: { situation: 'Có người lạ mời đi làm xa' },
    meetings: [
      {
        venue: 'Nhà văn hóa khu 4',
        minutes: 'Điểm lại tháng 10.\nBàn việc tháng 11.',
        decisions: ['Mỗi thành viên thăm hai gia đình', 'Truyền thông tại trường'],
      },
    ],
  })
  expect((await monthNow()).meetings[0]?.attendance).toHaveLength(7)

  await chair.getByLabel('Ai làm').selectOption({ label: 'Thành viên pao' })
  await chair.getByLabel('Việc gì').fill('Thăm hai gia đình ở khu 4')
  await chair.getByRole('button', { name: 'Giao việc' }).click()
  await chair.getByText('Thăm hai gia đình ở khu 4 · Thành viên pao · 30/11/2026').waitFor()
  await expectAccessible(chair)
})

test('what is typed without a network stays, also on the way to another screen, and is saved when it is back', async () => {
  await chairPhone.setOffline(true)
  await chair.getByLabel('Khó khăn, đề xuất').fill('Đường xa, mùa mưa')
  await chair.getByText('Chưa lưu được. Chữ vẫn còn').waitFor()
  expect(await chair.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await chair
    .getByRole('navigation', { name: 'Các trang chính' })
    .getByRole('link', { name: 'Sổ theo dõi' })
    .click()
  await chair.getByRole('heading', { name: 'Sổ theo dõi' }).waitFor()
  await chair.goBack()
  await expect.poll(() => chair.getByLabel('Khó khăn, đề xuất').inputValue()).toBe('Đường xa, mùa mưa')
  expect((await monthNow()).texts?.difficulties).toBe('')
  await chairPhone.setOffline(false)
  await saved(chair)
  expect((await monthNow()).texts?.difficulties).toBe('Đường xa, mùa mưa')
  await picture(chair, 'meeting-360')
})

test('the report is on the screen as it prints, and its files open', async () => {
  await chair.getByRole('link', { name: 'Xem báo cáo trước khi nộp' }).click()
  await chair.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').waitFor()
  await chair.getByText('Bản nháp, chưa nộp').waitFor()
  await chair
    .getByRole('row', { name: 'Chỉ tiêu của câu lạc bộ (kế hoạch mô hình năm 2022): 20–120 lượt' })
    .waitFor()
  await expectAccessible(chair)
  await picture(chair, 'report-360')
  expect(await chair.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await chair.emulateMedia({ media: 'print' })
  expect(await chair.getByRole('navigation', { name: 'Các trang chính' }).count()).toBe(0)
  await chair.emulateMedia({ media: 'screen' })
  for (const [name, type, ending] of [
    ['Tải Excel', 'spreadsheetml.sheet', 'xlsx'],
    ['Tải Word', 'wordprocessingml.document', 'docx'],
  ] as const) {
    const link = chair.getByRole('link', { name })
    const answer = await asChair.get((await link.getAttribute('href')) ?? '')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
    const coming = chair.waitForEvent('download')
    await link.click()
    const download = await coming
    expect(download.suggestedFilename()).toBe(`bao-cao-tuan-chau-2026-10.${ending}`)
    const bytes = await readFile(await download.path())
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(bytes.length).toBeGreaterThan(2000)
  }
})

test('scenario 6: submitted, returned with a comment by keyboard, corrected, accepted, locked, amended by number', async () => {
  await chair.getByRole('link', { name: 'Họp tháng' }).click()
  await picture(chair, 'month-360')
  await chair.getByRole('link', { name: 'Xem lại và nộp' }).click()
  await chair.getByRole('button', { name: 'Nộp tháng 10/2026 cho Hội LHPN' }).click()
  await chair.getByText('Hội LHPN đang xem').waitFor()
  expect(await monthNow()).toMatchObject({ state: 'submitted', version: 1 })
  await picture(chair, 'month-submitted-360')

  await officer.goto(`${product.address}/months`)
  await officer.getByRole('row', { name: /Tuần Châu/ }).waitFor()
  await expectAccessible(officer)
  await picture(officer, 'months-to-accept-1280')
  await officer.getByRole('link', { name: /Mở xem: .*Tuần Châu/ }).focus()
  await officer.keyboard.press('Enter')
  await officer.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').waitFor()
  await officer.getByText('Hai trường hợp cần nhiều hỗ trợ').waitFor()
  await expectAccessible(officer)
  await picture(officer, 'month-to-accept-1280')
  expect(await officer.getByRole('button', { name: 'Gửi lại kèm góp ý' }).isDisabled()).toBe(true)
  await officer.getByRole('button', { name: 'Nhận và khóa' }).focus()
  await officer.keyboard.press('Tab')
  await officer.keyboard.type('Xin ghi rõ khó khăn')
  await officer.keyboard.press('Tab')
  await officer.keyboard.press('Enter')
  await officer.getByText('Đã gửi lại kèm góp ý').waitFor()
  expect((await monthNow()).state).toBe('returned')

  await chair.getByRole('link', { name: '← Các tháng' }).click()
  await chair.getByRole('link', { name: 'Xem góp ý và sửa' }).click()
  await chair.getByText('Xin ghi rõ khó khăn').waitFor()
  await picture(chair, 'month-returned-360')
  await chair.getByLabel('Khó khăn, đề xuất').fill('Đường xa; cần xe cho buổi truyền thông')
  await chair.getByRole('button', { name: 'Nộp tháng 10/2026 cho Hội LHPN' }).click()
  await chair.getByText('Đã nộp lần 2').waitFor()

  await officer.goto(`${product.address}/months`)
  await officer.getByRole('link', { name: /Mở xem: .*Tuần Châu/ }).click()
  await officer.getByText('Đường xa; cần xe cho buổi truyền thông').first().waitFor()
  await officer.getByRole('button', { name: 'Nhận và khóa' }).focus()
  await officer.keyboard.press('Enter')
  await officer.getByText('Tháng đã được nhận và khóa', { exact: false }).waitFor()
  expect((await monthNow()).state).toBe('locked')

  await chair.getByRole('link', { name: '← Các tháng' }).click()
  await chair.getByRole('link', { name: /Tháng 10\/2026/ }).click()
  await chair.getByText('Đính chính có đánh số').click()
  await chair.getByText('Số đang có: 9 lượt').waitFor()
  await chair.getByLabel('Số đúng').fill('10')
  await chair.getByLabel('Lý do').fill('Ghi sót một cuộc gặp')
  await chair.getByRole('button', { name: 'Ghi đính chính' }).click()
  await chair.getByText('Số 1', { exact: true }).waitFor()
  expect((await monthNow()).amendments).toMatchObject([{ no: 1, before: 9, after: 10 }])
  await picture(chair, 'month-locked-360')
  await expectAccessible(chair)

  await officer.goto(`${product.address}/clubs/${clubId}/report/${month}`)
  await officer.getByText('Đính chính sau khi khóa').waitFor()
  await expectAccessible(officer)
  await picture(officer, 'report-1280')
})

test('an ordinary member reads the minutes, and the part of the board is absent', async () => {
  const [pao] = await person('pao', phone)
  await pao.getByRole('link', { name: 'Họp tháng' }).click()
  await pao.getByRole('link', { name: /Tháng 10\/2026/ }).click()
  await pao.getByText('Bàn việc tháng 11.').waitFor()
  expect(await pao.getByText('Phần riêng của Ban chủ nhiệm').count()).toBe(0)
  expect(await pao.content()).not.toContain('nhiều hỗ trợ')
  expect(await pao.getByRole('button', { name: /Mở tháng|Ghi đính chính|Nộp/ }).count()).toBe(0)
  await expectAccessible(pao)
  await picture(pao, 'minutes-member-360')
  await officer.setViewportSize({ width: 360, height: 740 })
  await officer.goto(`${product.address}/months`)
  await officer.getByRole('radio', { name: 'Đã nhận' }).check()
  await officer.getByRole('link', { name: /Tuần Châu/ }).waitFor()
  await picture(officer, 'months-to-accept-360')
  expect(pageErrors).toEqual([])
})

import { randomUUID } from 'node:crypto'
import { caseOpen } from '@ke-vai/contract/case/case.ts'
import { caseMove } from '@ke-vai/contract/case/step.ts'
import { caseAddMember } from '@ke-vai/contract/case/team.ts'
import { addDays, showDate, today } from '@ke-vai/contract/date/date.ts'
import { entitlementWrite } from '@ke-vai/contract/entitlement/entitlement.ts'
import { needOpen } from '@ke-vai/contract/need/need.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import {
  type TestPerson,
  type TestProduct,
  testProduct,
} from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, looked, openedBy } from './browser.ts'
import { daysPass } from './days-pass.ts'
import { choose, goTo, lookAnew, part, press, prove, submit } from './on-screen.ts'

// Journey J7: from the day she is received at the shelter to the day her case is closed, months later. Case manager,
// shelter, psychologist and a second case manager have their pages open at once; the months between are let go by.

const ofCase = { organisationId: demoId('organisation/centre-22'), caseId: randomUUID() }
const casePath = `/cases/${ofCase.caseId}`
let product: TestProduct
let browser: Browser
let worker: TestPerson
let van: Page
let hien: Page
let quyen: Page
let binh: Page

beforeAll(async () => {
  product = await testProduct()
  worker = await product.signIn('van')
  await worker.send(caseOpen, { ...ofCase, channel: 'self_return', calledBy: 'Chị Sua', ageBand: '18_to_30' })
  for (const [username, does] of [
    ['hien', 'shelter'],
    ['quyen', 'psychologist'],
    ['binh', 'member'],
  ] as const)
    await worker.send(caseAddMember, { ...ofCase, accountId: demoId(`account/${username}`), part: does })
  await worker.send(needOpen, { ...ofCase, needId: randomUUID(), domain: 'children', priority: 'soon' })
  const given = { regime: '2024', code: 'a', state: 'given', onDay: today() } as const
  const written = await worker.send(entitlementWrite, { ...ofCase, entryId: randomUUID(), ...given })
  expect(written.status).toBe(200)
  browser = (await launchBrowser()) as Browser
  van = await openedBy(browser, product.address, 'van', desk)
  hien = await openedBy(browser, product.address, 'hien', desk)
  quyen = await openedBy(browser, product.address, 'quyen', desk)
  binh = await openedBy(browser, product.address, 'binh', desk)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

/** A part of her case as it stands now: somewhere else and back, so that it is asked for again. */
async function openPart(page: Page, path: string): Promise<void> {
  await goTo(page, '/account')
  await goTo(page, `${casePath}/${path}`)
}
/** Days go by, and everybody's page is asked for again when she looks. */
const pass = (days: number) => daysPass(product.database, ofCase.caseId, days)
async function reviewWeek(): Promise<void> {
  await press(hien, 'Xem lại tuần này')
  await hien.getByLabel('Sức khỏe', { exact: true }).selectOption('well')
  await hien.getByLabel('Tâm lý', { exact: true }).selectOption('on_the_way')
  await submit(hien, 'Lưu')
  await hien.getByText('Xem lại gần nhất').waitFor()
  await hien.getByText('Đã lưu.').waitFor()
}

test('she is received by her own yes, rests three days, and what she tells her psychologist stays with her', async () => {
  await openPart(van, 'stay')
  await press(van, 'Đề nghị chỗ ở')
  await van.getByLabel('Điều nhà tạm lánh cần biết', { exact: false }).fill('Đi cùng một con nhỏ')
  await submit(van, 'Đề nghị')
  await van.getByText('Đã đề nghị chỗ ở').first().waitFor()

  await lookAnew(hien, 'Nhà tạm lánh')
  await hien.getByRole('link', { name: /HS-22-/u }).click()
  await press(hien, 'Đón vào ở')
  await hien.getByLabel('Giường').fill('p2-1')
  await hien.getByLabel('Đã giải thích nội quy', { exact: false }).check()
  await hien.getByLabel('Chính người ấy đồng ý vào ở').check()
  await choose(hien, 'Nên gặp bác sĩ trong vài ngày')
  await hien.getByLabel('Dị ứng (được cất kín)').fill('hải sản')
  await hien.getByLabel('Đồ mang theo (được cất kín)').fill('một túi vải')
  await submit(hien, 'Đón vào ở')
  await hien.getByText(/Đang nghỉ ngơi đến .+: chưa phỏng vấn/u).waitFor()
  await looked(hien, 'journey-7-rest')
  // Whoever carries the case reads the same line, and what lies sealed is not on the page.
  await openPart(van, 'stay')
  await van.getByText(/Đang nghỉ ngơi đến .+: chưa phỏng vấn/u).waitFor()
  for (const page of [hien, van]) expect(await page.content()).not.toMatch(/hải sản|túi vải|Chị Sua/u)

  await openPart(quyen, 'timeline')
  await press(quyen, 'Ghi buổi tham vấn')
  await quyen.getByLabel('Số phút').fill('30')
  await quyen.getByLabel('Ghi chép riêng của chị').fill('Chị ấy ngủ được hơn.')
  await press(quyen, 'Lưu buổi tham vấn')
  await quyen.getByRole('button', { name: /^Mở lời ghi: Tham vấn tâm lý/u }).click()
  await prove(quyen, quyen.getByText('Chị ấy ngủ được hơn.'))
  for (const page of [van, hien, binh]) {
    await openPart(page, 'timeline')
    await page.locator('.timeline').getByText('Vào ở', { exact: false }).first().waitFor()
    expect(await page.getByText('Tham vấn tâm lý').count()).toBe(0)
    expect(await page.content()).not.toContain('ngủ được hơn')
  }

  await pass(7)
  await openPart(hien, 'stay')
  await hien.getByText('Đã ở 7 ngày').waitFor()
  expect(await hien.getByText('chưa phỏng vấn', { exact: false }).count()).toBe(0)
  await reviewWeek()
})

test('day 90 is told to both, an extension has its decision, and she goes home with what she chose; the case goes on', async () => {
  // Week after week is looked at; the last review is six days old.
  await pass(77)
  await openPart(hien, 'stay')
  await reviewWeek()
  await pass(6)
  for (const page of [hien, van]) {
    await lookAnew(page, 'Nhà tạm lánh')
    await page.getByText('90 ngày', { exact: true }).waitFor()
    await page.getByText('Gần hết thời hạn lưu trú', { exact: false }).waitFor()
  }
  await looked(hien, 'journey-7-day-90')
  await openPart(hien, 'stay')
  await press(hien, 'Ghi quyết định gia hạn')
  await choose(hien, 'Sở Y tế')
  await choose(hien, 'Chưa có nơi ở ổn định')
  await hien.getByLabel('Gia hạn đến hết ngày').fill(showDate(addDays(today(), 60)))
  await hien.getByLabel('Số quyết định (được cất kín)').fill('12/QĐ')
  await submit(hien, 'Lưu')
  await hien.getByText('Được gia hạn', { exact: true }).waitFor()
  expect(await hien.content()).not.toContain('12/QĐ')

  // Past day 120, under the decision: nobody is over the limit.
  await pass(35)
  await lookAnew(van, 'Nhà tạm lánh')
  await van.getByText('125 ngày', { exact: true }).waitFor()
  expect(await van.getByText('Quá thời hạn lưu trú', { exact: false }).count()).toBe(0)

  // Before she goes, the risk is looked at with her.
  await openPart(hien, 'stay')
  await hien.getByText('xin xem nguy cơ bị mua bán trở lại', { exact: false }).waitFor()
  expect(await hien.getByRole('button', { name: 'Chuẩn bị rời' }).count()).toBe(0)
  await openPart(van, 'needs')
  await press(van, 'Ghi nguy cơ')
  await choose(van, 'Thấp')
  await submit(van, 'Lưu')
  await van.getByText('Đã lưu.').waitFor()
  await openPart(hien, 'stay')
  await press(hien, 'Chuẩn bị rời')
  await choose(hien, 'Đã tìm hiểu, người ấy đồng ý')
  await choose(hien, 'Đang chuẩn bị')
  for (const [at, who] of ['cô ở câu lạc bộ', 'chị y tế thôn', 'cô giáo của con'].entries())
    await hien.getByLabel(`Người thứ ${at + 1}`).fill(who)
  await submit(hien, 'Lưu')
  await hien.getByRole('button', { name: 'Chưa rời, ở tiếp' }).waitFor()
  await press(hien, 'Đã rời nhà tạm lánh')
  await choose(hien, 'Hồi gia')
  await choose(hien, 'Nhân viên xã hội')
  await hien.getByLabel('Đã đưa túi đồ dùng mang về').check()
  await submit(hien, 'Lưu')
  await hien.getByRole('heading', { name: 'Những lần trước' }).waitFor()
  expect(await hien.content()).not.toContain('cô giáo của con')
  await lookAnew(hien, 'Nhà tạm lánh')
  await hien.getByText('Chưa có ai đang ở', { exact: false }).waitFor()

  await openPart(van, 'timeline')
  await van.locator('.timeline').getByText('Chuẩn bị rời', { exact: false }).first().waitFor()
  expect(await van.getByText('Hồ sơ này đã đóng.').count()).toBe(0)
})

test('months 1 and 3 are asked; she wants no more, nobody is reminded, and her rights stay as they were', async () => {
  for (const to of ['assessment', 'planning', 'supporting', 'following'] as const)
    expect((await worker.send(caseMove, { ...ofCase, to })).status).toBe(200)
  await openPart(van, 'follow-up')
  await press(van, 'Dự kiến các lần theo dõi')
  expect(await van.getByLabel('Ngày về nhà').inputValue()).toBe(showDate(today()))
  await choose(van, 'Gọi điện')
  await submit(van, 'Dự kiến')
  await van.getByText('Tháng 24').waitFor()

  for (const [days, month] of [
    [31, 1],
    [62, 3],
  ] as const) {
    await pass(days)
    await openPart(van, 'follow-up')
    await press(van, `Ghi lần này: Tháng ${month}`)
    await choose(van, 'Gặp được')
    await choose(van, 'An toàn')
    await van.getByLabel('Sức khỏe').selectOption('2')
    await submit(van, 'Lưu')
    await van
      .locator('.follow-up-met')
      .filter({ has: van.getByText(`Tháng ${month}`, { exact: true }) })
      .waitFor()
  }
  await press(van, 'Người ấy chưa muốn được hỏi thăm')
  await submit(van, 'Người ấy chưa muốn được hỏi thăm')
  await van.getByText('không ai được nhắc', { exact: false }).waitFor()
  const first = van.locator('.follow-up-met').filter({ has: van.getByText('Tháng 1', { exact: true }) })
  await first.getByText(showDate(addDays(today(), -62)), { exact: false }).waitFor()
  await looked(van, 'journey-7-follow-up')
  await pass(91)
  await lookAnew(van, 'Hồ sơ')
  await van.getByRole('link', { name: 'Sắp đến hạn' }).click()
  await van.getByText('Bảy ngày tới không có hạn nào', { exact: false }).waitFor()
  await openPart(van, 'entitlements')
  const essential = van.getByRole('listitem').filter({ hasText: 'a) Hỗ trợ nhu cầu thiết yếu' })
  await essential.getByText('Đã hỗ trợ', { exact: true }).waitFor()
  await press(van, 'Ghi: a) Hỗ trợ nhu cầu thiết yếu')
  await choose(van, 'Đã hỗ trợ')
  await submit(van, 'Lưu')
  await essential.getByText('2 lần', { exact: false }).waitFor()
})

test('an open need is in the way of closing; answered, one proposes and another closes', async () => {
  await openPart(van, 'follow-up')
  await van.getByText('Còn nhu cầu đang mở: Con cái', { exact: false }).waitFor()
  expect(await van.getByRole('button', { name: 'Đề nghị đóng' }).count()).toBe(0)
  await looked(van, 'journey-7-not-yet')
  await part(van, 'Nhu cầu, kế hoạch')
  await press(van, 'Chuyển bước: Con cái')
  await choose(van, 'Đã đáp ứng')
  await submit(van, 'Lưu')
  await van.locator('.need-line', { hasText: 'Con cái' }).getByText('Đã đáp ứng').waitFor()
  await part(van, 'Theo dõi, đóng hồ sơ')
  await press(van, 'Đề nghị đóng')
  await choose(van, 'Đã đạt mục tiêu')
  await submit(van, 'Đề nghị đóng')
  await van.getByText('Xin hỏi người được hỗ trợ muốn giữ hay xóa', { exact: false }).waitFor()
  await choose(van, 'Giữ lại, để sau này cần thì mở')
  await submit(van, 'Đề nghị đóng')
  await van.getByText('Đang chờ một người khác trong nhóm xem.').waitFor()
  expect(await van.getByRole('button', { name: 'Đồng ý đóng' }).count()).toBe(0)
  await openPart(quyen, 'follow-up')
  await quyen.getByText('Có đề nghị đóng ngày', { exact: false }).waitFor()
  expect(await quyen.getByRole('button', { name: 'Đồng ý đóng' }).count()).toBe(0)

  await openPart(binh, 'follow-up')
  await press(binh, 'Đồng ý đóng')
  await submit(binh, 'Đồng ý đóng')
  await binh.getByText('Hồ sơ này đã đóng.').waitFor()
  await openPart(van, 'follow-up')
  await van.getByText('Hồ sơ này đã đóng.').waitFor()
  await van.getByRole('button', { name: 'Mở lại hồ sơ' }).waitFor()
  await looked(van, 'journey-7-closed')
})

import { randomUUID } from 'node:crypto'
import { caseOpen } from '@ke-vai/contract/case/case.ts'
import { caseMove } from '@ke-vai/contract/case/step.ts'
import { caseAddMember } from '@ke-vai/contract/case/team.ts'
import { addDays, showDate, today } from '@ke-vai/contract/date/date.ts'
import { needOpen, needSetRisk } from '@ke-vai/contract/need/need.ts'
import { stayBegin, stayRequest } from '@ke-vai/contract/stay/stay.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import {
  type TestPerson,
  type TestProduct,
  testProduct,
} from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, looked, openedBy } from './browser.ts'

const organisationId = demoId('organisation/centre-22')
let product: TestProduct
let browser: Browser
let worker: TestPerson
let van: Page
let hien: Page

/** A case with the shelter on its team. */
async function received() {
  const ofCase = { organisationId, caseId: randomUUID() }
  await worker.send(caseOpen, { ...ofCase, channel: 'self_return', ageBand: '18_to_30' })
  await worker.send(caseAddMember, { ...ofCase, accountId: demoId('account/hien'), part: 'shelter' })
  return ofCase
}
/** One who moved in so many days ago. */
async function staying(daysAgo: number, bed: string) {
  const ofStay = { ...(await received()), stayId: randomUUID() }
  await worker.send(stayRequest, ofStay)
  const moved = { bed, onDay: addDays(today(), -daysAgo), rulesExplained: true, herYes: true }
  await worker.send(stayBegin, { ...ofStay, ...moved, health: 'nothing_urgent' })
  return ofStay
}

beforeAll(async () => {
  product = await testProduct()
  worker = await product.signIn('van')
  browser = (await launchBrowser()) as Browser
  van = await openedBy(browser, product.address, 'van', desk)
  hien = await openedBy(browser, product.address, 'hien', desk)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const send = (page: Page, name: string) =>
  page.locator('form').getByRole('button', { name, exact: true }).click()
const choose = (page: Page, text: string) => page.locator('form label', { hasText: text }).first().click()
const open = (page: Page, { caseId }: { caseId: string }, tab: string) =>
  page.goto(`${product.address}/cases/${caseId}/${tab}`)

test('a bed is asked for, she is received by her own yes, rests, and goes home with what she chose', async () => {
  const ofCase = await received()
  await worker.send(needSetRisk, { ...ofCase, level: 'low' })
  await open(van, ofCase, 'stay')
  await van.getByText('Người này chưa cần chỗ ở tạm lánh', { exact: false }).waitFor()
  await looked(van, 'case-stay-none')
  await press(van, 'Đề nghị chỗ ở')
  await van.getByLabel('Điều nhà tạm lánh cần biết', { exact: false }).fill('Đi cùng một con nhỏ')
  await send(van, 'Đề nghị')
  await van.getByText('Đã đề nghị chỗ ở').first().waitFor()
  await open(hien, ofCase, 'stay')
  await press(hien, 'Đón vào ở')
  await hien.getByLabel('Giường').fill('p2-1')
  await choose(hien, 'Đã giải thích nội quy')
  await choose(hien, 'Nên gặp bác sĩ')
  await hien.getByLabel('Dị ứng (được cất kín)').fill('hải sản')
  await looked(hien, 'case-stay-arrival')
  await send(hien, 'Đón vào ở')
  await hien.getByText('chỉ ghi vào ở khi chính người ấy đồng ý', { exact: false }).waitFor()
  await choose(hien, 'Chính người ấy đồng ý')
  await send(hien, 'Đón vào ở')
  await hien.getByText('chưa phỏng vấn', { exact: false }).waitFor()
  await press(hien, 'Xem lại tuần này')
  await hien.getByLabel('Sức khỏe', { exact: true }).selectOption('well')
  await send(hien, 'Lưu')
  await hien.getByText('Xem lại gần nhất').waitFor()
  await looked(hien, 'case-stay')
  await press(hien, 'Chuẩn bị rời')
  await choose(hien, 'Đã tìm hiểu, người ấy đồng ý')
  await choose(hien, 'Đang chuẩn bị')
  await hien.getByLabel('Người thứ 1').fill('cô ở câu lạc bộ')
  await send(hien, 'Lưu')
  await hien.getByRole('button', { name: 'Chưa rời, ở tiếp' }).waitFor()
  await press(hien, 'Đã rời nhà tạm lánh')
  await choose(hien, 'Hồi gia')
  await choose(hien, 'Nhân viên xã hội')
  await choose(hien, 'Đã đưa túi đồ dùng')
  await looked(hien, 'case-stay-leaving')
  await send(hien, 'Lưu')
  await hien.getByRole('heading', { name: 'Những lần trước' }).waitFor()
  await open(van, ofCase, 'follow-up')
  await press(van, 'Dự kiến các lần theo dõi')
  expect(await van.getByLabel('Ngày về nhà').inputValue()).toBe(showDate(today()))
})

test('part of scenario 46: whoever is not received has another place before anything is saved', async () => {
  const ofCase = await received()
  await worker.send(stayRequest, { ...ofCase, stayId: randomUUID() })
  await open(hien, ofCase, 'stay')
  await press(hien, 'Chưa nhận được, đã có nơi khác')
  await choose(hien, 'Hết giường')
  await choose(hien, 'Nhà tạm lánh khác')
  await send(hien, 'Lưu')
  await hien.getByText('cần có nơi khác trước', { exact: false }).waitFor()
  await hien.getByLabel('Nơi nào, ai ở đó đã nhận lời', { exact: false }).fill('nhà số hai, chị trực')
  await send(hien, 'Lưu')
  await hien.getByRole('heading', { name: 'Những lần trước' }).waitFor()
})

test('scenario 47: shelter and case manager see by code and bed who is at day 90 and who is over day 120', async () => {
  await staying(12, 'P1-1')
  await staying(90, 'P1-2')
  await staying(121, 'P1-3')
  for (const page of [hien, van]) {
    await page.goto(product.address)
    await page.getByRole('link', { name: 'Nhà tạm lánh' }).first().click()
    await page.getByText('Gần hết thời hạn lưu trú', { exact: false }).waitFor()
    await page.getByText('Quá thời hạn lưu trú mà chưa có quyết định', { exact: false }).waitFor()
    await page.getByText('121 ngày', { exact: true }).waitFor()
  }
  await looked(hien, 'shelter')
})

test('scenario 51: an open need and a running stay are said to be in the way of closing', async () => {
  const ofStay = await staying(5, 'P2-2')
  const need = { needId: randomUUID(), domain: 'children', priority: 'soon' } as const
  await worker.send(needOpen, { ...ofStay, ...need, words: 'khai sinh cho con' })
  for (const to of ['assessment', 'planning', 'supporting', 'following'] as const)
    await worker.send(caseMove, { ...ofStay, to })
  await open(van, ofStay, 'follow-up')
  await van.getByText('Còn một lần lưu trú chưa kết thúc', { exact: false }).waitFor()
  await van.getByText('Còn nhu cầu đang mở', { exact: false }).waitFor()
  await open(hien, ofStay, 'stay')
  await press(hien, 'Đã rời nhà tạm lánh')
  await choose(hien, 'Tự rời đi')
  await choose(hien, 'Người ấy tự đi')
  await send(hien, 'Lưu')
  await hien.getByRole('heading', { name: 'Những lần trước' }).waitFor()
  await open(van, ofStay, 'follow-up')
  await van.getByText('Còn nhu cầu đang mở', { exact: false }).waitFor()
  expect(await van.getByText('Còn một lần lưu trú', { exact: false }).count()).toBe(0)
})

import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import { safeContactSet } from '@ke-vai/contract/register/safe-contact.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../database/seed/network.ts'
import { demoId } from '../server/src/demo/demo.ts'
import {
  type TestPerson,
  type TestProduct,
  testProduct,
} from '../server/src/platform/testing/test-product.ts'
import { desk, expectAccessible, launchBrowser, phone, picture, signInAs } from './browser.ts'

const clubId = demoId('club/tuan-chau')
const name = 'Nguyễn Thị Hoà'
const number = '0912 345 678'
let product: TestProduct
let chair: TestPerson
let browser: Browser
let hoa: { id: string; code: string }

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  hoa = await enter(name)
  browser = (await launchBrowser()) as Browser
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

async function enter(called: string): Promise<{ id: string; code: string }> {
  const args = { clubId, personId: randomUUID(), name: called, phone: number, groups: ['at_risk' as const] }
  return (await chair.send(personRegister, args)).body
}

async function openedBy(username: string, device: typeof phone | typeof desk = phone): Promise<Page> {
  const context = await browser.newContext({ ...device, bypassCSP: true })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await signInAs(page, product.address, username)
  return page
}

async function toRegister(page: Page): Promise<void> {
  const tabs = page.getByRole('navigation', { name: 'Các trang chính' })
  await tabs.getByRole('link', { name: 'Sổ theo dõi' }).click()
}

async function openPerson(page: Page, code: string): Promise<void> {
  await toRegister(page)
  await page.getByRole('link', { name: new RegExp(`^${code}`) }).click()
  await page.getByRole('heading', { name: 'Người được hỗ trợ' }).waitFor()
}

async function askFor(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Mở thông tin riêng' }).click()
  await page.getByRole('radio', { name: reason, exact: true }).check()
  await page.getByRole('button', { name: 'Mở thông tin riêng' }).click()
}

const card = (page: Page) => page.getByRole('region', { name: 'Thông tin riêng' })

/** Nothing that identifies her stands in the page, its title, its address, or what the browser keeps for it. */
async function expectForgotten(page: Page): Promise<void> {
  await card(page).waitFor({ state: 'detached' })
  const kept = await page.evaluate(async () => [
    document.documentElement.innerHTML,
    document.title,
    location.href,
    JSON.stringify({ ...localStorage, ...sessionStorage, state: history.state as unknown }),
    ...(await Promise.all(
      (
        await caches.keys()
      ).map(async (key) => (await (await caches.open(key)).keys()).map(({ url }) => url).join()),
    )),
  ])
  expect(kept.join('\n')).not.toMatch(/Hoà|345 678|912345678/)
}

/** As if the last proof that it is she were eleven minutes old. */
const letProofGrowOld = () =>
  product.database.dangerous`update sign_in set stepped_up_at = now() - interval '11 minutes'`

test('an identity opens for a reason, says who opened it, and closes by itself after two minutes', async () => {
  const page = await openedBy('tham')
  await page.clock.install()
  await openPerson(page, hoa.code)
  await page.getByText('Chưa ai mở thông tin riêng').waitFor()
  await page.getByRole('button', { name: 'Mở thông tin riêng' }).click()
  await picture(page, 'identity-reason-360')
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Chuẩn bị thăm hỏi' }).check()
  await page.getByRole('button', { name: 'Mở thông tin riêng' }).click()
  await card(page).getByText(name).waitFor()
  await card(page).getByText('chính chị').first().waitFor()
  await card(page).getByText('Chuẩn bị thăm hỏi').first().waitFor()
  // Without a rule of hers nobody is led to call.
  await card(page).getByText(number).waitFor()
  expect(await page.locator('a[href^="tel:"]').count()).toBe(0)
  await picture(page, 'identity-open-360')
  await expectAccessible(page)
  expect(await page.title()).not.toContain('Hoà')
  expect(page.url()).not.toMatch(/Ho|912/)

  const timer = card(page).getByRole('timer')
  expect(await timer.innerText()).toMatch(/^(2:00|1:5\d)$/)
  await page.clock.runFor(60_000)
  expect(await timer.innerText()).toMatch(/^(1:00|0:5\d)$/)
  await page.clock.runFor(61_000)
  await expectForgotten(page)
  await page.context().close()
})

test('it closes at once by its button, when the tab is hidden, and when the page is left', async () => {
  const page = await openedBy('tham', desk)
  const args = { clubId, personId: hoa.id }
  const rule = {
    ways: ['call' as const],
    fromMinute: null,
    untilMinute: null,
    sayFrom: 'bên hợp tác xã',
    mayLeaveMessage: false,
    whoMayAnswer: null,
    visitRule: null,
  }
  await chair.send(safeContactSet, { ...args, rule })
  await openPerson(page, hoa.code)
  await askFor(page, 'Việc khẩn cấp')
  await card(page).getByRole('link', { name: number }).waitFor()
  expect(await card(page).getByRole('link', { name: number }).getAttribute('href')).toBe('tel:0912345678')
  await page.getByText('Xem các lần đã mở').click()
  await picture(page, 'identity-open-1280')
  await expectAccessible(page)
  await card(page).getByRole('button', { name: 'Đóng ngay' }).click()
  await expectForgotten(page)

  await askFor(page, 'Gọi cho chị ấy')
  await card(page).waitFor()
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true })
  })
  await expectForgotten(page)

  await askFor(page, 'Gọi cho chị ấy')
  await card(page).waitFor()
  await page.getByRole('link', { name: '← Sổ theo dõi' }).click()
  await page.getByRole('heading', { name: 'Sổ theo dõi' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Người được hỗ trợ' }).waitFor()
  await expectForgotten(page)
  await page.context().close()
})

test('ten minutes after she confirmed that it is she, one dialog asks, and the same opening goes on', async () => {
  const page = await openedBy('tham')
  await openPerson(page, hoa.code)
  await letProofGrowOld()
  await askFor(page, 'Chuẩn bị thăm hỏi')
  const dialog = page.getByRole('dialog', { name: 'Xin xác nhận đúng là chị' })
  await dialog.waitFor()
  await picture(page, 'step-up-360')
  await expectAccessible(page)
  expect(await card(page).count()).toBe(0)

  await dialog.getByLabel('Mật khẩu').fill('không phải mật khẩu này')
  await dialog.getByRole('button', { name: 'Xác nhận' }).click()
  await dialog.getByRole('alert').waitFor()
  expect(await card(page).count()).toBe(0)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Xin xác nhận lại đúng là chị').waitFor()

  await page.getByRole('button', { name: 'Mở thông tin riêng' }).click()
  await dialog.getByLabel('Mật khẩu').fill(demoPassword)
  await dialog.getByRole('button', { name: 'Xác nhận' }).click()
  await card(page).getByText(name).waitFor()
  expect(await dialog.count()).toBe(0)
  await page.context().close()
})

test('one person more than the day allows is refused in kind words, the same one again is not', async () => {
  const sql = product.database.dangerous
  await sql`insert into parameter (key, valid_from, value, source)
    values ('reading_budget_club_chair', ${today()}, '1', 'test')`
  const other = await enter('Lò Thị Thử Nghiệm')
  const page = await openedBy('tham')
  await openPerson(page, other.code)
  await askFor(page, 'Chuẩn bị thăm hỏi')
  await page.getByRole('alert').getByText('Hôm nay chị đã mở thông tin của nhiều người').waitFor()
  await picture(page, 'identity-budget-360')
  await expectAccessible(page)
  expect(await page.locator('body').innerText()).not.toContain('Lò Thị')
  expect(
    await sql`select 1 from audit_event where action = 'READING_BUDGET_SPENT' and subject_id = ${other.id}`,
  ).toHaveLength(1)
  await openPerson(page, hoa.code)
  await askFor(page, 'Chuẩn bị thăm hỏi')
  await card(page).getByText(name).waitFor()
  await sql`delete from parameter where source = 'test'`
  await page.context().close()
})

test('the board finds a person by her name as it is typed, and learns a code; every search is recorded', async () => {
  const page = await openedBy('tham')
  await toRegister(page)
  await page.getByRole('link', { name: 'Tìm theo tên, số điện thoại, giấy tờ' }).click()
  await page.getByText('Mỗi lần tìm đều được ghi vào nhật ký').waitFor()
  const box = page
    .getByLabel('Tên', { exact: true })
    .and(page.locator('input[type="text"], input:not([type])'))
  await box.fill('nguyen')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.getByText('Xin ghi cả họ và tên').waitFor()
  await box.fill('nguyen hoa thi')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.getByText('Thấy 1 người').waitFor()
  await picture(page, 'find-person-360')
  await expectAccessible(page)
  expect(page.url()).toMatch(/\/register\/find$/)
  expect(await page.locator('body').innerText()).not.toContain(name)
  expect(
    await product.database.dangerous`select fields from audit_event where action = 'IDENTITY_SEARCHED'`,
  ).toEqual([{ fields: ['name'] }])
  await page.getByRole('button', { name: 'Đóng ngay' }).click()
  await expect.poll(() => box.inputValue()).toBe('')
  await box.fill('nguyen hoa thi')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.getByRole('link', { name: hoa.code }).click()
  await page.getByRole('heading', { name: 'Người được hỗ trợ' }).waitFor()
  await page.context().close()

  const member = await openedBy('hoa')
  await toRegister(member)
  expect(await member.getByRole('link', { name: 'Tìm theo tên, số điện thoại, giấy tờ' }).count()).toBe(0)
  await member.context().close()
})

test('the board corrects what is open: only what was changed is sent, and the card shows it at once', async () => {
  const her = await enter('Lò Thị Cũ')
  const page = await openedBy('tham')
  await openPerson(page, her.code)
  await askFor(page, 'Làm giấy tờ theo ý chị ấy')
  await card(page).getByRole('button', { name: 'Sửa thông tin riêng' }).click()
  const save = card(page).getByRole('button', { name: 'Lưu phần đã sửa' })
  expect(await save.isDisabled()).toBe(true)
  expect(await card(page).getByLabel('Điện thoại').inputValue()).toBe(number)
  await card(page).getByLabel('Tên', { exact: true }).fill('Lò Thị Mới')
  await card(page).getByLabel('Gia đình').fill('hai con nhỏ')
  await picture(page, 'identity-change-360')
  await expectAccessible(page)
  const sent = page.waitForRequest(/identity\.change$/)
  await save.click()
  const { args } = (await sent).postDataJSON() as { args: { changes: unknown } }
  expect(args.changes).toEqual({ name: 'Lò Thị Mới', family: 'hai con nhỏ' })
  await card(page).getByText('Lò Thị Mới').waitFor()
  await card(page).getByText('hai con nhỏ').waitFor()
  await picture(page, 'identity-changed-360')
  await card(page).getByRole('button', { name: 'Đóng ngay' }).click()
  await card(page).waitFor({ state: 'detached' })
  await askFor(page, 'Làm giấy tờ theo ý chị ấy')
  await card(page).getByText('Lò Thị Mới').waitFor()
  expect(await card(page).getByText(number).count()).toBe(1)
  await page.context().close()
})

test('before somebody is entered a second time, the board is shown whom she may be', async () => {
  const page = await openedBy('tham', desk)
  await toRegister(page)
  await page.getByRole('link', { name: 'Tìm theo tên, số điện thoại, giấy tờ' }).click()
  await picture(page, 'find-person-1280')
  await toRegister(page)
  await page.getByRole('link', { name: 'Ghi một người' }).click()
  const look = page.getByRole('button', { name: 'Xem chị ấy đã có trong sổ chưa' })
  await page.getByLabel('Tên gọi').fill('Hoà')
  expect(await look.count()).toBe(0)
  await page.getByLabel('Tên gọi').fill('Nguyễn Thị Hòa')
  await look.click()
  await page.getByText('Có thể chị ấy đã có trong sổ').waitFor()
  await page.getByRole('link', { name: hoa.code }).waitFor()
  await picture(page, 'new-person-known-1280')
  await expectAccessible(page)
  await page.context().close()
})

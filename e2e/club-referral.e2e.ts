import { randomUUID } from 'node:crypto'
import { directoryAdd } from '@ke-vai/contract/directory/directory.ts'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../database/seed/network.ts'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { expectAccessible, launchBrowser, looked, openedBy, phone } from './browser.ts'

const clubId = demoId('club/tuan-chau')
const legalAid = 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Quảng Ninh'
const personId = randomUUID()
let product: TestProduct
let browser: Browser
let code = ''
let tham: Page
let tam: Page

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
  const chair = await product.signIn('tham')
  const entered = await chair.send(personRegister, {
    clubId,
    personId,
    name: 'Chị Thử',
    groups: ['at_risk'],
    phone: '0912 000 111',
  })
  code = entered.body.code
  const van = await product.signIn('van')
  const told = { name: legalAid, provider: legalAid, area: 'Phường Hồng Gai, tỉnh Quảng Ninh', source: 'thử' }
  const added = await van.send(directoryAdd, {
    organisationId: demoId('organisation/centre-22'),
    entryId: randomUUID(),
    facts: {
      ...told,
      providerOrganisationId: demoId('organisation/legal-aid-22'),
      kind: 'legal_aid',
      phone: '0203000111',
      fee: 'free',
      hours: 'office',
      languages: ['vietnamese', 'mong'],
    },
  })
  expect(added.status).toBe(200)
  tham = await openedBy(browser, product.address, 'tham', phone)
  tam = await openedBy(browser, product.address, 'tam', phone)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const choose = (page: Page, text: string) =>
  page.locator('label.chip', { hasText: new RegExp(`^${text}$`, 'u') }).click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const nav = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Các trang chính' }).getByRole('link', { name }).click()
async function openHer(): Promise<void> {
  await nav(tham, 'Sổ theo dõi')
  await tham.getByRole('link', { name: new RegExp(`^${code}`, 'u') }).click()
  await tham.getByRole('heading', { name: 'Người được hỗ trợ' }).waitFor()
}
/** Proves who she is when she is asked for it. */
async function prove(page: Page, seen: () => Promise<unknown>): Promise<void> {
  const password = page.getByRole('dialog').getByLabel('Mật khẩu', { exact: true })
  await Promise.race([seen(), password.waitFor()])
  if (!(await password.isVisible())) return
  await password.fill(demoPassword)
  await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận' }).click()
  await seen()
}

test('from her page on a phone: what she needs, the place of her choice, her yes, a look, and it is sent', async () => {
  await openHer()
  await tham.getByRole('link', { name: 'Chuyển gửi' }).click()
  await choose(tham, 'Giấy tờ')
  await tham.getByText('Đọc cho chị ấy nghe').waitFor()
  await tham.getByText('Phường Hồng Gai, tỉnh Quảng Ninh').waitFor()
  await looked(tham, 'club-referral-places')
  await tham.getByRole('radio', { name: legalAid }).check()
  await choose(tham, 'Trong vài ngày')
  await tham.getByLabel('Nhu cầu, một câu ngắn').fill('Khai sinh cho con')
  await looked(tham, 'club-referral-prepare')
  await expectAccessible(tham)
  await press(tham, 'Tiếp theo: hỏi ý chị ấy')

  const sheet = tham.getByRole('region', { name: 'Phiếu đồng ý' })
  await sheet.waitFor()
  expect(await sheet.getByRole('checkbox', { checked: true }).count()).toBe(0)
  await looked(tham, 'club-referral-consent')
  for (const each of [
    'Tên gọi',
    'Nhu cầu cần giúp',
    '31 đến 60 tuổi',
    'Chính người được hỗ trợ',
    'Tiếng Việt',
    'Không cần phiên dịch',
    'Ký tên',
  ])
    await sheet.locator('label.chip', { hasText: new RegExp(`^${each}$`, 'u') }).click()
  await sheet.getByText('Chị ấy nói là hiểu tiếng này.').click()
  await sheet.getByRole('button', { name: 'Đồng ý', exact: true }).click()
  await sheet.waitFor({ state: 'detached' })

  await press(tham, 'Xem bên nhận sẽ thấy gì')
  const preview = tham.locator('.sealed dl')
  await prove(tham, () => preview.waitFor())
  expect(await preview.innerText()).toContain('Khai sinh cho con')
  await looked(tham, 'club-referral-preview')
  await press(tham, 'Gửi')
  await prove(tham, () => tham.getByText('Đã gửi. Trả lời sẽ hiện').waitFor())
  await looked(tham, 'club-referral-sent')
  await expectAccessible(tham)
})

test('the partner meets it as any other, declines, and her page offers the next place', async () => {
  // Another page and back: what is on the screen is asked for again.
  await tam.getByRole('link', { name: 'tài khoản của tôi' }).click()
  await nav(tam, 'Hộp thư')
  await tam.getByRole('link', { name: 'Giấy tờ' }).click()
  await tam.getByText('Tuần Châu', { exact: false }).first().waitFor()
  await press(tam, 'Mở nội dung được chia sẻ')
  await prove(tam, () => tam.locator('.sealed dl').waitFor())
  expect(await tam.locator('.sealed dl').innerText()).toContain('Chị Thử')
  await press(tam, 'Chưa nhận được')
  await choose(tam, 'Đang hết chỗ')
  await press(tam, 'Gửi trả lời')
  await tam.getByText('Không có lần chuyển gửi nào chờ trả lời.').waitFor()

  await openHer()
  await tham.getByText('Đang hết chỗ', { exact: false }).waitFor()
  await tham.getByText('Có thể hỏi nơi khác', { exact: false }).waitFor()
  await looked(tham, 'club-referral-declined')
  await expectAccessible(tham)
  await tham.getByText('Sự đồng ý đang có hiệu lực: 1').click()
  await press(tham, 'Rút sự đồng ý')
  await tham.getByText('Sự đồng ý đang có hiệu lực: 0').waitFor()
})

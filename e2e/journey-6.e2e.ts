import { randomUUID } from 'node:crypto'
import { caseOpen } from '@ke-vai/contract/case/case.ts'
import { directoryAdd } from '@ke-vai/contract/directory/directory.ts'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, looked, openedBy, phone } from './browser.ts'
import { choose, chooseAll, goTo, lookAnew, part, press, prove, sheYes, submit } from './on-screen.ts'

// Journey J6: a need goes to another body with her consent, comes back with an answer, and stops when she says so. The
// case manager and two partners have their pages open at once.

const organisationId = demoId('organisation/centre-22')
const caseId = randomUUID()
const legalAid = 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Quảng Ninh'
const jobCentre = 'Trung tâm Dịch vụ việc làm tỉnh Quảng Ninh'
const office = 'Văn phòng luật Thử'
let product: TestProduct
let browser: Browser
let van: Page
let tam: Page
let phuc: Page

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
  const worker = await product.signIn('van')
  const received = await worker.send(caseOpen, {
    organisationId,
    caseId,
    channel: 'self_return',
    calledBy: 'Chị Lý',
    ageBand: '18_to_30',
    language: 'vietnamese',
  })
  expect(received.status).toBe(200)
  // What a directory of a province holds: one place is free and speaks Hmong, another costs and does not.
  for (const [name, provider, fee, language] of [
    [legalAid, demoId('organisation/legal-aid-22'), 'free', 'mong'],
    [office, null, 'paid', 'vietnamese'],
  ] as const) {
    const facts = {
      name,
      provider: name,
      providerOrganisationId: provider,
      kind: 'papers' as const,
      area: 'Phường Hồng Gai, tỉnh Quảng Ninh',
      phone: '0203000111',
      fee,
      hours: 'office' as const,
      languages: [language],
      source: 'thử',
    }
    expect((await worker.send(directoryAdd, { organisationId, entryId: randomUUID(), facts })).status).toBe(
      200,
    )
  }
  van = await openedBy(browser, product.address, 'van', desk)
  tam = await openedBy(browser, product.address, 'tam', phone)
  phuc = await openedBy(browser, product.address, 'phuc', desk)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const sealed = (on: Page | Locator) => on.locator('.sealed dl')
/** The card of the referral to this place. */
const cardOf = (name: string) => van.locator('article', { hasText: `→ ${name}` })
/** Another part of the case and back: what is on the screen is asked for again. */
async function partAnew(name: string): Promise<void> {
  await part(van, 'Thời hạn')
  await part(van, name)
}
async function prepare(...fields: string[]): Promise<void> {
  await press(van, 'Chuẩn bị chuyển gửi')
  await van.getByLabel('Cho nhu cầu nào?').selectOption({ label: 'Giấy tờ, pháp lý' })
  await van.getByLabel('Cần dịch vụ nào?').selectOption('papers')
  await van.getByRole('radio', { name: legalAid }).check()
  await choose(van, 'Trong vài ngày')
  await van.getByLabel('Chi phí của dịch vụ').selectOption('free')
  await chooseAll(van, ...fields)
  await van.getByLabel('Nhu cầu, một câu ngắn').fill('Khai sinh cho con')
  await submit(van, 'Chuẩn bị chuyển gửi')
  await van.locator('main form').waitFor({ state: 'detached' })
}
async function openReceived(partner: Page): Promise<string> {
  await press(partner, 'Mở nội dung được chia sẻ')
  await prove(partner, sealed(partner))
  return sealed(partner).innerText()
}

test('the need is written, the directory is read to her, she chooses, agrees field by field, and it is sent', async () => {
  await van
    .getByRole('link', { name: /HS-22-/u })
    .first()
    .click()
  await part(van, 'Nhu cầu, kế hoạch')
  await press(van, 'Thêm một nhu cầu')
  await choose(van, 'Giấy tờ, pháp lý')
  await van.getByLabel('Ghi thêm (không bắt buộc)').fill('Khai sinh cho con')
  await submit(van, 'Lưu')
  await van.locator('.need-line', { hasText: 'Giấy tờ, pháp lý' }).getByText('Mở', { exact: true }).waitFor()

  await van.getByRole('link', { name: 'Đường dây nóng, dịch vụ' }).click()
  await van.getByText('Lọc thêm').click()
  await van.getByLabel('Loại dịch vụ').selectOption('papers')
  await van.getByText('2 dịch vụ', { exact: true }).waitFor()
  await van.getByLabel('Chi phí').selectOption('free')
  await van.getByLabel('Ngôn ngữ').selectOption('mong')
  await van.getByText('1 dịch vụ', { exact: true }).waitFor()
  await van.getByRole('link', { name: legalAid, exact: true }).waitFor()

  await goTo(van, `/cases/${caseId}/referrals`)
  await prepare('Tên gọi', 'Nhu cầu cần giúp', 'Nhóm tuổi')
  // Prepared is not sent: the partner has nothing.
  await lookAnew(tam, 'Hộp thư')
  await tam.getByText('Không có lần chuyển gửi nào chờ trả lời.').waitFor()

  // She leaves one field out: what was prepared with it cannot go, and it is said what to do.
  await press(van, 'Hỏi ý người được hỗ trợ')
  await sheYes(van, 'Tên gọi', 'Nhu cầu cần giúp')
  await van.getByText('Người được hỗ trợ chưa đồng ý mục: Nhóm tuổi.', { exact: false }).waitFor()
  expect(await van.getByRole('button', { name: 'Gửi', exact: true }).count()).toBe(0)
  await looked(van, 'journey-6-left-out')
  await press(van, 'Thu hồi')
  await van.getByText('Đã thu hồi', { exact: false }).waitFor()
  await prepare('Tên gọi', 'Nhu cầu cần giúp')
  await van.getByText('Đã đồng ý, chưa gửi', { exact: false }).waitFor()
  await press(van, 'Xem bên nhận sẽ thấy gì')
  await prove(van, sealed(van))
  const preview = await sealed(van).innerText()
  expect(preview).toContain('Chị Lý')
  expect(preview).toContain('Khai sinh cho con')
  expect(preview).not.toMatch(/tuổi|HS-22/u)
  await press(van, 'Gửi')
  await van.getByText('Đã gửi, chờ trả lời', { exact: false }).waitFor()

  await lookAnew(tam, 'Hộp thư')
  await tam.getByRole('link', { name: 'Giấy tờ' }).click()
  expect(await openReceived(tam)).toBe(preview)
  expect(await tam.locator('main').innerText()).not.toMatch(/HS-22|nạn nhân|xác định|18 đến 30/u)
  await looked(tam, 'journey-6-received')
  // Whoever is not addressed finds nothing, by its address either.
  const received = new URL(tam.url()).pathname
  await lookAnew(phuc, 'Hộp thư')
  await phuc.getByText('Không có lần chuyển gửi nào chờ trả lời.').waitFor()
  await goTo(phuc, received)
  await phuc.getByText('Không tìm thấy', { exact: false }).waitFor()
  await goTo(tam, `/cases/${caseId}`)
  await tam.getByRole('heading', { name: 'Không có trang này' }).waitFor()
  await goTo(tam, received)
})

test('declined with a reason: the need stays open, the next place accepts, tells back, and she says how it was', async () => {
  await press(tam, 'Chưa nhận được')
  await choose(tam, 'Đang hết chỗ')
  await submit(tam, 'Gửi trả lời')
  await tam.getByText('Không có lần chuyển gửi nào chờ trả lời.').waitFor()

  await partAnew('Nhu cầu, kế hoạch')
  await van.locator('.need-line', { hasText: 'Giấy tờ, pháp lý' }).getByText('Mở', { exact: true }).waitFor()
  await part(van, 'Chuyển gửi')
  await van.getByText('Nơi nhận chưa nhận được: Đang hết chỗ').waitFor()
  await van.getByText('Nhu cầu vẫn còn. Có thể hỏi nơi khác:').waitFor()
  await looked(van, 'journey-6-declined')
  await press(van, jobCentre)
  await choose(van, 'Trong vài ngày')
  await chooseAll(van, 'Tên gọi', 'Nhu cầu cần giúp')
  await van.getByLabel('Nhu cầu, một câu ngắn').fill('Khai sinh cho con')
  await submit(van, 'Chuẩn bị chuyển gửi')
  // Her yes was for one place: the next one asks her anew.
  const card = cardOf(jobCentre)
  await card.getByText('Chờ sự đồng ý', { exact: false }).waitFor()
  await press(card, 'Hỏi ý người được hỗ trợ')
  await sheYes(van, 'Tên gọi', 'Nhu cầu cần giúp')
  await press(card, 'Gửi')
  await card.getByText('Đã gửi, chờ trả lời', { exact: false }).waitFor()

  await lookAnew(phuc, 'Hộp thư')
  await phuc.getByRole('link', { name: 'Giấy tờ' }).click()
  expect(await openReceived(phuc)).toContain('Chị Lý')
  expect(await phuc.locator('main').innerText()).not.toMatch(/hết chỗ|Trợ giúp pháp lý/u)
  await press(phuc, 'Nhận giúp')
  await press(phuc, 'Bắt đầu giúp')
  await press(phuc, 'Đã xong')
  await choose(phuc, 'Đã giúp xong')
  await submit(phuc, 'Gửi trả lời')
  await phuc.getByText('Không có việc nào chờ phản hồi.').waitFor()

  await partAnew('Chuyển gửi')
  await card.getByText('Đã có phản hồi', { exact: false }).waitFor()
  await card.getByRole('button', { name: 'Hài lòng', exact: true }).click()
  await card.getByRole('button', { name: 'Hài lòng', exact: true, pressed: true }).waitFor()
  await press(card, 'Đóng')
  await card.getByText('Đã đóng', { exact: false }).waitFor()
  // Withdrawn, declined, closed: each of the three was for this one need.
  const needs = await product.database.dangerous<{ needId: string | null }[]>`
    select distinct need_id as "needId" from referral where case_id = ${caseId}`
  expect(needs).toEqual([{ needId: expect.any(String) }])
  await looked(van, 'journey-6-closed')
  await part(van, 'Nhu cầu, kế hoạch')
  await van.getByRole('button', { name: 'Chuyển bước: Giấy tờ, pháp lý' }).click()
  await choose(van, 'Đã đáp ứng')
  await submit(van, 'Lưu')
  await van.locator('.need-line', { hasText: 'Giấy tờ, pháp lý' }).getByText('Đã đáp ứng').waitFor()
})

test('her word taken back while the partner reads: it leaves the open page, and nothing more is told than that it ended', async () => {
  await part(van, 'Chuyển gửi')
  await press(van, 'Chuẩn bị chuyển gửi')
  await van.getByLabel('Cần dịch vụ nào?').selectOption('legal_advice')
  await van.getByRole('radio', { name: legalAid }).check()
  await choose(van, 'Cần ngay')
  await choose(van, 'Tên gọi')
  await submit(van, 'Chuẩn bị chuyển gửi')
  const card = van.locator('article', { hasText: 'Tư vấn pháp luật' })
  // To the same place she has said yes before, to these very fields: the sheet stands, and it may go.
  await press(card, 'Gửi')
  await card.getByText('Đã gửi, chờ trả lời', { exact: false }).waitFor()

  await lookAnew(tam, 'Hộp thư')
  await tam.getByRole('link', { name: 'Tư vấn pháp luật' }).click()
  await press(tam, 'Nhận giúp')
  await tam.getByRole('button', { name: 'Bắt đầu giúp' }).waitFor()
  expect(await openReceived(tam)).toContain('Chị Lý')

  await part(van, 'Sự đồng ý')
  await press(van.locator('article', { hasText: `→ ${legalAid}` }), 'Rút sự đồng ý')
  await van.getByText('Nơi nhận không xem được nữa', { exact: false }).first().waitFor()

  // Nobody touches the partner's phone.
  await sealed(tam).waitFor({ state: 'detached' })
  await tam.getByText('Lần chuyển gửi này đã kết thúc', { exact: false }).waitFor()
  expect(await tam.content()).not.toContain('Chị Lý')
  await looked(tam, 'journey-6-withdrawn')
  await lookAnew(tam, 'Hộp thư')
  await tam.getByText('Một lần chuyển gửi đã kết thúc', { exact: false }).first().waitFor()
  expect(await tam.getByRole('link', { name: 'Tư vấn pháp luật' }).count()).toBe(0)
  expect(await tam.locator('main').innerText()).not.toMatch(/rút|đồng ý|lý do/iu)
  // What she agreed to with the other place stands as it was.
  const chips = van.getByRole('list', { name: 'Đang đồng ý' })
  await chips.getByText(jobCentre, { exact: false }).waitFor()
  expect(await chips.getByRole('listitem').count()).toBe(1)
})

import { randomUUID } from 'node:crypto'
import { caseOpen, caseTake } from '@ke-vai/contract/case/case.ts'
import { receptionEscort, receptionEscortStep } from '@ke-vai/contract/case/escort.ts'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../database/seed/network.ts'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { begin, receive } from '../server/src/verification/testing/verified-case.ts'
import { launchBrowser, looked, openedBy, phone } from './browser.ts'

const organisationId = demoId('organisation/centre-22')
let product: TestProduct
let browser: Browser
let van: Page

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
  van = await openedBy(browser, product.address, 'van', phone)
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

test('scenario 30: a child on a phone: who represents her, what was done at once, her plan, and school after placement', async () => {
  const asVan = await product.signIn('van')
  const child = { organisationId, caseId: randomUUID() }
  const sibling = { organisationId, caseId: randomUUID() }
  for (const each of [child, sibling])
    await asVan.send(caseOpen, { ...each, channel: 'rescue', ageBand: '7_to_15', calledBy: 'Em M.' })
  await van.goto(`${product.address}/cases/${child.caseId}/child`)
  await van.getByText('Chưa có người đại diện', { exact: false }).waitFor()
  await van.getByText('Chưa ghi việc đi học.').waitFor()
  await van.getByText('chưa tính ngày nghỉ lễ', { exact: false }).waitFor()
  await looked(van, 'child')

  await van.getByRole('button', { name: 'Ghi người đại diện' }).click()
  await van.getByLabel('Là ai của trẻ').selectOption('parent')
  await van.getByLabel('Tên (được cất kín)').fill('Ông Bố Thử')
  await van.getByLabel('Có dấu hiệu người này liên quan', { exact: false }).check()
  await looked(van, 'child-representative')
  await van.getByRole('button', { name: 'Lưu', exact: true }).click()
  await van.getByText('không được quyết định thay trẻ', { exact: false }).waitFor()
  expect(await van.content()).not.toContain('Ông Bố Thử')

  await van.getByRole('button', { name: 'Biện pháp khẩn cấp' }).click()
  await van.locator('label', { hasText: 'Đưa tới nơi an toàn' }).click()
  await looked(van, 'child-measure')
  await van.getByRole('button', { name: 'Lưu', exact: true }).click()

  await van.getByRole('button', { name: 'Kế hoạch cho trẻ' }).click()
  await van.getByLabel('Kế hoạch', { exact: true }).fill('Ở cùng em gái tại cơ sở, đi học lại')
  const opinion = (of: string, said: string) =>
    van.getByRole('group', { name: of }).getByRole('radio', { name: said, exact: true }).check()
  await opinion('Trẻ nghĩ gì về kế hoạch', 'không đồng ý')
  await van.getByLabel('Lời của trẻ').fill('Em muốn học ở trường cũ')
  await opinion('Người chăm sóc nghĩ gì', 'đồng ý')
  await looked(van, 'child-plan')
  await van.getByRole('button', { name: 'Lưu', exact: true }).click()
  await van.getByText('Trẻ nghĩ gì về kế hoạch').waitFor({ state: 'detached' })

  const enter = async (where: string) => {
    await van.getByRole('button', { name: 'Đi học' }).click()
    await van.getByLabel('Học ở đâu').selectOption(where)
    if (where === 'inside_facility') await looked(van, 'child-school')
    await van.getByRole('button', { name: 'Lưu', exact: true }).click()
  }
  await enter('inside_facility')
  await van.getByText('Học tại cơ sở', { exact: false }).first().waitFor()
  await enter('outside')
  await van.getByText('Đi học ở trường', { exact: false }).first().waitFor()
  await van.getByRole('button', { name: 'Đi cùng ai, anh chị em' }).click()
  await van.getByLabel('Hồ sơ của người kia').selectOption({ index: 1 })
  await van.locator('label', { hasText: 'Anh chị em, ở cùng nhau' }).click()
  await looked(van, 'child-link')
  await van.getByRole('button', { name: 'Lưu', exact: true }).click()
  await van.getByText('Hồ sơ của người kia').waitFor({ state: 'detached' })
  await looked(van, 'child-written')
})

test('who went along and who received her opens in the timeline; who she is, is mended after it was opened', async () => {
  const tham = await product.signIn('tham')
  const asVan = await product.signIn('van')
  const clubId = demoId('club/tuan-chau')
  const personId = randomUUID()
  await tham.send(personRegister, { clubId, personId, name: 'Vàng Thị Thử', groups: ['victim'] })
  const way = { clubId, personId, escortId: randomUUID() }
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const caseId = randomUUID()
  const words = { companion: 'Chị Hoa đi cùng', officeWords: 'UBND phường' }
  await tham.send(receptionEscort, { ...way, caseId, leftAt: ago(40), ...words })

  // Until somebody takes her up, the health body sees that she waits, and until when.
  const huong = await openedBy(browser, product.address, 'huong')
  await huong.getByRole('link', { name: 'Tin báo' }).click()
  await huong.getByText('Chưa có cơ quan nhận hồ sơ', { exact: false }).waitFor()
  await looked(huong, 'notices-waiting')

  const arrived = { ...way, arrivedAt: ago(20), receivedAt: ago(15), officer: 'Phó Chủ tịch UBND' }
  await tham.send(receptionEscortStep, arrived)
  await asVan.send(caseTake, { organisationId, caseId })
  await van.goto(`${product.address}/cases/${caseId}/timeline`)
  await product.database.dangerous`update sign_in set stepped_up_at = null`
  await van.getByRole('button', { name: 'Mở: ai đã đưa đi, ai đã nhận' }).click()
  await confirm(van)
  await van.getByText('Người nhận: Phó Chủ tịch UBND').waitFor()
  await van.getByText('Người đi cùng: Chị Hoa đi cùng').waitFor()
  await looked(van, 'escort-words')
  await van.getByRole('button', { name: 'Đóng ngay' }).click()
  expect(await van.getByText('Chị Hoa').count()).toBe(0)

  const open = async () => {
    await van.getByRole('button', { name: 'Mở thông tin riêng' }).click()
    await van.locator('label', { hasText: 'Làm giấy tờ' }).click()
    await van.getByRole('button', { name: 'Mở thông tin riêng' }).click()
  }
  await open()
  await van.getByRole('button', { name: 'Sửa thông tin riêng' }).click()
  await van.getByLabel('Muốn được gọi là').fill('Chị Thử')
  await van.getByLabel('Ngày hoặc năm sinh').fill('1999')
  await looked(van, 'case-identity-change')
  await van.getByRole('button', { name: 'Lưu thông tin riêng' }).click()
  await van.getByRole('button', { name: 'Lưu thông tin riêng' }).waitFor({ state: 'detached' })
  expect(await van.content()).not.toContain('1999')
  await open()
  await van.getByText('1999', { exact: true }).waitFor()
  await van.getByRole('button', { name: 'Đóng ngay' }).click()

  // Her verification began with the taking; another body joins it.
  await van.goto(`${product.address}/cases/${caseId}/verification`)
  await van.getByRole('button', { name: 'Đổi cơ quan xác minh' }).click()
  await van.getByRole('checkbox', { name: 'Công an tỉnh Quảng Ninh' }).check()
  await looked(van, 'verification-bodies')
  await van.getByRole('button', { name: 'Lưu cơ quan xác minh' }).click()
  await van.getByText('Phối hợp: Công an tỉnh Quảng Ninh', { exact: false }).waitFor()
})

test('scenario 31: her words go to the police only under her consent, opened where it is missing with nothing ticked', async () => {
  const asVan = await product.signIn('van')
  const ofCase = await receive(asVan)
  await begin(asVan, ofCase)
  await van.goto(`${product.address}/cases/${ofCase.caseId}/verification`)
  await van.getByRole('button', { name: 'Gửi một yêu cầu' }).click()
  await van.getByRole('radio', { name: 'Công an tỉnh Quảng Ninh' }).check()
  await van.getByRole('radio', { name: 'Xác minh thông tin' }).check()
  await van.getByRole('checkbox', { name: 'Họ và tên' }).check()
  await van.getByRole('textbox', { name: 'Điều cần xác minh' }).fill('Có ai báo mất tích không?')
  await van.getByRole('textbox', { name: 'Họ và tên' }).fill('Vàng Thị Thử')
  await van.getByText('là ai chỉ gửi khi có phiếu đồng ý', { exact: false }).waitFor()
  await looked(van, 'verification-request-consent')
  await van.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await van.getByText('vẫn gửi được câu hỏi không có tên', { exact: false }).waitFor()
  await van.getByRole('button', { name: 'Mở phiếu đồng ý cùng người được hỗ trợ' }).click()
  const sheet = van.locator('.consent-sheet')
  expect(await sheet.locator('input:checked').count()).toBe(1) // «Chưa có bản ghi âm»
  await sheet.locator('label', { hasText: 'Họ tên trên giấy tờ' }).click()
  await sheet.locator('label', { hasText: 'Chính người được hỗ trợ' }).click()
  await sheet.locator('label', { hasText: 'Tiếng Việt' }).click()
  await sheet.locator('.tick').click()
  await sheet.locator('label', { hasText: 'Không cần phiên dịch' }).click()
  await sheet.locator('label', { hasText: 'Ký tên' }).click()
  await sheet.getByRole('button', { name: 'Đồng ý' }).click()
  await van.getByText('Đã có phiếu đồng ý cho những mục này', { exact: false }).waitFor()
  await van.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await van.getByText('Đã gửi: Điều cần xác minh, Họ và tên', { exact: false }).waitFor()
})

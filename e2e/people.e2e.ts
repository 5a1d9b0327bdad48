import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { exclusionList } from '@ke-vai/contract/grant/exclusion.ts'
import { grantListOfOrganisation } from '@ke-vai/contract/grant/grant.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { clubBook } from '../server/src/month/testing/club-book.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, expectAccessible, launchBrowser, phone, picture, signInAs } from './browser.ts'

const ward = demoId('organisation/union-tuan-chau')
let product: TestProduct
let browser: Browser

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

async function openAs(username: string, screen: typeof desk | typeof phone): Promise<Page> {
  const page = await (await browser.newContext(screen)).newPage()
  await signInAs(page, product.address, username)
  return page
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('the officer asks for a second person on the board, the data-protection officer agrees, the officer goes on', async () => {
  const officer = await openAs('lai', phone)
  await officer.getByRole('link', { name: 'Người, vai trò' }).click()
  await officer.getByRole('heading', { name: 'Người và vai trò', level: 1 }).waitFor()
  await officer.getByText('Anh Páo').first().waitFor()
  await button(officer, 'Phân vai trò').click()
  await officer.getByLabel('Ai?').selectOption({ label: 'Anh Páo' })
  const clubs = officer.getByLabel('Ở đâu?')
  if ((await clubs.count()) > 0) await clubs.selectOption({ index: 1 })
  await officer.getByRole('radio', { name: 'Ban chủ nhiệm câu lạc bộ' }).check()
  await officer.getByText(/Việc này cần người thứ hai đồng ý/u).waitFor()
  await expectAccessible(officer)
  await picture(officer, 'people-give-360')
  await button(officer, 'Đề nghị phân vai trò').click()
  await officer.getByRole('link', { name: 'Xem đề nghị của tôi' }).click()
  await officer.getByText('Đang chờ trả lời').waitFor()
  await picture(officer, 'approval-asked-360')

  const second = await openAs('cam', desk)
  await second.getByRole('link', { name: 'Chờ người thứ hai' }).first().click()
  await second.getByText('Chị Lài đề nghị:').waitFor()
  await second.getByText('Anh Páo · Ban chủ nhiệm câu lạc bộ').waitFor()
  await second.getByText(/CLB Phòng, chống mua bán người .* Tuần Châu/u).waitFor()
  await expectAccessible(second)
  await picture(second, 'approval-waiting-1280')
  await button(second, 'Đồng ý').click()
  await second.getByText(/Không có đề nghị nào chờ chị/u).waitFor()
  await second.context().close()

  await officer.reload()
  await officer.getByText('Đã được đồng ý, làm tiếp').waitFor()
  await expectAccessible(officer)
  await picture(officer, 'approval-agreed-360')
  await button(officer, 'Làm tiếp').click()
  await officer.getByText('Đã làm xong').waitFor()
  const { grants } = (
    await (await product.signIn('lai')).read(grantListOfOrganisation, { organisationId: ward })
  ).body
  expect(grants).toContainEqual(
    expect.objectContaining({
      displayName: 'Anh Páo',
      role: 'club_chair',
      holds: true,
      since: today(),
      grantedBy: 'Chị Lài',
    }),
  )

  await officer.getByRole('link', { name: 'Người, vai trò' }).click()
  await button(officer, 'Thôi vai trò: Anh Páo, Ban chủ nhiệm câu lạc bộ').click()
  await officer.getByLabel('Lý do').fill('Chờ kiện toàn')
  await button(officer, 'Thôi vai trò ngay').click()
  await officer.getByText(/Đã thôi trong một năm qua \(1\)/u).waitFor()
  await picture(officer, 'people-360')
  await officer.context().close()
})

test('the manager asks for a role at a place: found without accents, named with its province, listed and ended', async () => {
  for (const screen of [phone, desk]) {
    const width = screen === phone ? 360 : 1280
    const manager = await openAs('khai', screen)
    await manager.getByRole('link', { name: 'Người, vai trò' }).first().click()
    await button(manager, 'Phân vai trò').click()
    await manager.getByLabel('Ai?').selectOption({ label: 'Chị Nhài' })
    await manager.getByRole('radio', { name: 'Địa bàn' }).check()
    await manager
      .getByLabel('Tìm tỉnh, phường, xã')
      .or(manager.getByLabel('Tìm phường, xã'))
      .fill('tuan chau')
    await manager.getByRole('radio', { name: 'Phường Tuần Châu, Tỉnh Quảng Ninh' }).check()
    await manager.getByRole('radio', { name: 'Cán bộ Hội LHPN phường, xã' }).check()
    await expectAccessible(manager)
    await picture(manager, `people-give-place-${width}`)
    if (screen === desk) await button(manager, 'Đề nghị phân vai trò').click()
    if (screen === desk) await manager.getByText(/Đã gửi đề nghị/u).waitFor()
    await manager.context().close()
  }
  const second = await openAs('cam', desk)
  await second.getByRole('link', { name: 'Chờ người thứ hai' }).first().click()
  await second.getByText('Ông Khải đề nghị:').waitFor()
  await second.getByText('Phường Tuần Châu, Tỉnh Quảng Ninh').waitFor()
  await button(second, 'Đồng ý').click()
  await second.getByText(/Không có đề nghị nào chờ chị/u).waitFor()
  await second.context().close()

  const manager = await openAs('khai', phone)
  await manager.getByRole('link', { name: 'Người, vai trò' }).click()
  await manager.getByRole('link', { name: 'Chờ người thứ hai' }).first().click()
  await button(manager, 'Làm tiếp').click()
  await manager.getByText('Đã làm xong').waitFor()
  await manager.getByRole('link', { name: 'Người, vai trò' }).click()
  await manager.getByText('Địa bàn: Phường Tuần Châu, Tỉnh Quảng Ninh').waitFor()
  const nga = await product.signIn('nga')
  expect((await nga.get(`/api/clubs/${demoId('club/tuan-chau')}`)).status).toBe(200)
  const card = manager.locator('.card', { hasText: 'Địa bàn: Phường Tuần Châu' })
  await card.getByRole('button', { name: /Thôi vai trò/u }).click()
  await manager.getByLabel('Lý do').fill('Chuyển công tác')
  await button(manager, 'Thôi vai trò ngay').click()
  await manager.getByText(/Đã thôi trong một năm qua \(\d\)/u).waitFor()
  await card.getByRole('button', { name: /Thôi vai trò/u }).waitFor({ state: 'detached' })
  expect((await nga.get(`/api/clubs/${demoId('club/tuan-chau')}`)).status).toBe(404)
  await manager.context().close()
})

test('the chair says who should not see a person; from then on she is not there for that member', async () => {
  const book = clubBook(product.database.dangerous, 'tuan-chau')
  const personId = await book.person()
  const memberId = await book.member('pao')
  await product.database.dangerous`update person set member_id = ${memberId} where id = ${personId}`
  const chair = await openAs('tham', phone)
  await chair.getByRole('link', { name: 'Sổ theo dõi', exact: true }).click()
  await chair.locator('.person-link').first().click()
  await chair.getByRole('link', { name: 'Ai không nên xem trang này' }).click()
  await chair.getByRole('radio', { name: 'Anh Páo' }).check()
  await chair.getByRole('radio', { name: 'Chị ấy không muốn người này biết' }).check()
  await expectAccessible(chair)
  await picture(chair, 'exclusion-360')
  await button(chair, 'Từ nay người này không xem được').click()
  await button(chair, 'Cho xem lại: Anh Páo').waitFor()
  const { exclusions } = (await (await product.signIn('tham')).read(exclusionList, { clubId: book.clubId }))
    .body
  expect(exclusions).toMatchObject([{ personId, displayName: 'Anh Páo', ground: 'named_by_her' }])
  const member = await product.signIn('pao')
  const at = (id: string) => member.get(`/api/clubs/${book.clubId}/register/${id}`)
  expect((await at(personId)).status).toBe((await at(randomUUID())).status)
  await chair.context().close()
})

test('a member of a club finds nothing about roles, and is not sent to it', async () => {
  const member = await openAs('pao', phone)
  await member.goto(`${product.address}/people`)
  // The vault of the device locks with the page, so she is asked for her password first.
  await member.getByLabel('Mật khẩu', { exact: true }).waitFor()
  expect(await member.getByText('Người và vai trò').count()).toBe(0)
  await member.context().close()
})

import { randomUUID } from 'node:crypto'
import { memberAdd, memberLinkAccount, memberSetBoardRole } from '@ke-vai/contract/club/member.ts'
import { memberBackgroundOpen } from '@ke-vai/contract/club/own-page.ts'
import { clubGet, clubList } from '@ke-vai/contract/club/reads.ts'
import { taskGive, taskList } from '@ke-vai/contract/club/task.ts'
import { addDays, showDate, today } from '@ke-vai/contract/date/date.ts'
import { monthOpen } from '@ke-vai/contract/month/commands.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import {
  type TestPerson,
  type TestProduct,
  testProduct,
} from '../server/src/platform/testing/test-product.ts'
import { desk, expectAccessible, launchBrowser, phone, picture, signInAs } from './browser.ts'

const tuanChau = demoId('club/tuan-chau')
const taskId = randomUUID()
const thisMonth = today().slice(0, 7)
let product: TestProduct
let browser: Browser
let officer: TestPerson
let chair: TestPerson

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
  officer = await product.signIn('lai')
  chair = await product.signIn('tham')
  await fillTuanChau()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

/** A club that has been working for months without a meeting, with a chair, a member and his task. */
async function fillTuanChau(): Promise<void> {
  const add = async (displayName: string, username: string) => {
    const memberId = randomUUID()
    await chair.send(memberAdd, { clubId: tuanChau, memberId, displayName })
    const accountId = demoId(`account/${username}`)
    await chair.send(memberLinkAccount, { clubId: tuanChau, memberId, accountId })
    return memberId
  }
  const chairId = await add('Chị Thắm', 'tham')
  const paoId = await add('Anh Páo', 'pao')
  const ground = { boardRole: 'chair', eligibilityGround: 'prestige' } as const
  await chair.send(memberSetBoardRole, { clubId: tuanChau, memberId: chairId, ...ground })
  const give = (memberId: string, content: string, dueOn: string, id: string = randomUUID()) =>
    chair.send(taskGive, { clubId: tuanChau, taskId: id, memberId, content, area: 'Khu 2', dueOn })
  await give(chairId, 'Chuẩn bị buổi họp tháng', today())
  await give(chairId, 'Nhận tờ rơi ở Hội phường', addDays(today(), -3))
  await give(paoId, 'Thăm hai gia đình ở tổ 4', addDays(today(), 1), taskId)
  await chair.send(monthOpen, { clubId: tuanChau, cycleId: randomUUID(), month: thisMonth })
  await product.database.dangerous`update club set state = 'active' where id = ${tuanChau}`
  await product.database.dangerous`insert into club_state_change (province, id, club_id, state, on_day)
    values ('22', ${randomUUID()}, ${tuanChau}, 'active', '2022-05-01')`
}

async function openAs(username: string, screen: typeof desk | typeof phone): Promise<Page> {
  const page = await (await browser.newContext(screen)).newPage()
  await signInAs(page, product.address, username)
  return page
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Opens the form behind a button and presses it by the keyboard alone. */
async function press(page: Page, name: string): Promise<void> {
  await button(page, name).focus()
  await page.keyboard.press('Enter')
}

const clubNow = async (name: string) => {
  const { clubs } = (await officer.read(clubList, {}, { q: name })).body
  const [club] = clubs
  if (!club) throw new Error('the club is not there')
  return (await officer.read(clubGet, { clubId: club.id })).body
}

test('scenario 1 and scenario 2: the officer makes a club, is told what it lacks and why a chair needs a ground, then it works', async () => {
  const page = await openAs('lai', desk)
  const name = 'CLB PCMBN và hỗ trợ nạn nhân phường Tuần Châu số hai'
  await page.getByRole('link', { name: 'Lập câu lạc bộ' }).click()
  await page.getByLabel('Tên câu lạc bộ').fill(name)
  await page.getByLabel('Tìm phường, xã').fill('tuan chau')
  await page
    .getByRole('radio', { name: /Phường Tuần Châu/u })
    .first()
    .check()
  expect(await page.getByLabel('Mã ngắn').inputValue()).toBe('tuan-chau-2')
  await page.getByLabel('Số quyết định').fill('12/QĐ-UBND')
  await page.getByLabel('Ngày quyết định').fill('10/4/2022')
  await page.getByLabel('Ngày ra mắt').fill('1/5/22')
  await expectAccessible(page)
  await picture(page, 'club-new-1280')
  await button(page, 'Lập câu lạc bộ').click()

  await page.getByRole('heading', { name, level: 1 }).waitFor()
  const missing = page.getByText('Còn thiếu để hoạt động')
  await missing.waitFor()
  await press(page, 'Đưa vào hoạt động')
  await page.getByRole('alert').getByText('quy chế; kế hoạch; phân công; Ban chủ nhiệm').waitFor()
  await picture(page, 'club-missing-1280')
  expect(await clubNow('số hai')).toMatchObject({ state: 'preparing', launchedOn: '2022-05-01' })

  await press(page, 'Ban hành quy chế')
  await page.getByLabel('Nơi ban hành').fill('UBND phường Tuần Châu')
  await page.getByLabel('Câu lạc bộ họp').selectOption({ label: 'Hằng tháng' })
  await press(page, 'Ban hành')
  await button(page, 'Ban hành bản mới').waitFor()

  await press(page, 'Soạn kế hoạch')
  await page.getByLabel('Mục tiêu, mỗi dòng một mục tiêu').fill('Nâng cao nhận thức\nThăm hỏi gia đình')
  await press(page, 'Thêm hoạt động')
  await page.getByLabel('Tháng', { exact: true }).selectOption('7')
  await page.getByLabel('Làm gì').fill('Hưởng ứng ngày 30/7')
  await page.getByLabel('Kinh phí (đồng)').fill('1.500.000')
  await press(page, 'Lưu kế hoạch')
  await page.getByText('Đang chờ duyệt', { exact: true }).waitFor()
  await press(page, 'Duyệt kế hoạch')
  await page.locator('form').getByRole('button', { name: 'Duyệt kế hoạch' }).click()
  await page.getByText(/Đã duyệt ngày/u).waitFor()

  await addMember(page, 'Bà Cúc')
  await addMember(page, 'Cô Mai')
  await setRole(page, 'Bà Cúc', 'Chủ nhiệm', null)
  await page
    .getByRole('alert')
    .getByText(/Chủ nhiệm cần là người có uy tín.*đoàn thể/u)
    .waitFor()
  await picture(page, 'club-ground-refused-1280')
  expect((await clubNow('số hai')).members?.every((each) => each.boardRole === 'none')).toBe(true)
  await page.getByRole('radio', { name: 'Người có uy tín' }).check()
  await press(page, 'Lưu')
  await page.getByText('(Người có uy tín)').waitFor()
  await setRole(page, 'Cô Mai', 'Thư ký', 'Tham gia công tác đoàn thể')
  await page.getByText('(Tham gia công tác đoàn thể)').waitFor()
  await press(page, 'Phân công: Bà Cúc')
  await page.getByLabel('Phụ trách tổ dân, khu phố nào').fill('Khu 1')
  await press(page, 'Lưu')
  await page.getByText('Phụ trách Khu 1').waitFor()
  await missing.waitFor({ state: 'detached' })

  await press(page, 'Đưa vào hoạt động')
  await page.getByText(`Hoạt động từ ${showDate(today())}`).waitFor()
  const after = await clubNow('số hai')
  expect(after).toMatchObject({ state: 'active', missing: [] })
  expect(after.plan?.activities).toMatchObject([{ month: 7, budget: 1_500_000 }])
  await expectAccessible(page)
  await picture(page, 'club-1280')
  await page.context().close()
})

async function addMember(page: Page, name: string): Promise<void> {
  await press(page, 'Thêm thành viên')
  await page.getByLabel('Tên gọi trong câu lạc bộ').fill(name)
  await page.locator('form').getByRole('button', { name: 'Thêm thành viên' }).click()
  await page.getByText(name, { exact: true }).waitFor()
}

async function setRole(page: Page, name: string, role: string, ground: string | null): Promise<void> {
  await page.getByText(`Thay đổi: ${name}`).focus()
  await page.keyboard.press('Enter')
  await press(page, `Vai trò: ${name}`)
  await page.getByRole('radio', { name: role, exact: true }).check()
  if (ground) await page.getByRole('radio', { name: ground }).check()
  await press(page, 'Lưu')
}

test('scenario 3: the province sees the five pilot clubs, and both spellings of the programme find them', async () => {
  const page = await openAs('khai', desk)
  const rows = page.getByRole('row').filter({ hasText: 'Thí điểm' })
  await expect.poll(() => rows.count()).toBe(5)
  await rows.filter({ hasText: 'Hùng Thắng' }).getByText('01/05/2022').first().waitFor()
  await picture(page, 'clubs-1280')
  await expectAccessible(page)
  const find = page.getByRole('searchbox')
  const count = async (typed: string) => {
    await find.fill(typed)
    await page.waitForTimeout(800)
    return rows.count()
  }
  expect(await count('đấu tranh phòng, chống mua bán người')).toBe(5)
  expect(await count('Dau tranh chong mua ban nguoi')).toBe(5)
  expect(await count('cao xanh')).toBe(1)
  expect(await count('không có tên này')).toBe(0)
  await page.getByText('Không có câu lạc bộ nào khớp').waitFor()
  await find.fill('')
  await page.getByText('Số câu lạc bộ hoạt động vào một ngày').click()
  await page.getByLabel('Vào ngày').fill('1/6/2022')
  await page.getByText('Ngày 01/06/2022: 1 câu lạc bộ hoạt động').waitFor()
  await page.getByText(/Ban Chỉ đạo 138.*trước đây: Ban Chỉ đạo 130/u).waitFor()
  // No members and no tasks for the province: they are absent, not greyed.
  await page.getByRole('link', { name: /Cao Xanh/u }).click()
  await page.getByRole('heading', { name: /Chỉ tiêu năm/u }).waitFor()
  expect(await page.getByRole('heading', { name: /Ban chủ nhiệm và thành viên/u }).count()).toBe(0)
  await page.context().close()
})

test('scenario 4: months without a meeting are a suggestion in kind words, which the officer confirms', async () => {
  const page = await openAs('lai', phone)
  await page.getByText(/Đề xuất tạm ngưng \(chờ người phụ trách xác nhận\)/u).waitFor()
  expect(await page.getByText(/vi phạm/iu).count()).toBe(0)
  await picture(page, 'clubs-360')
  await expectAccessible(page)
  await page
    .getByRole('link', { name: /Đề xuất tạm ngưng/u })
    .first()
    .click()
  await press(page, 'Xác nhận tạm ngưng')
  await page.getByLabel('Lý do').fill('Chờ kiện toàn Ban chủ nhiệm')
  await picture(page, 'club-suspend-360')
  await button(page, 'Xác nhận: Tạm ngưng').click()
  await page.getByText(/^Tạm ngưng từ/u).waitFor()
  expect((await officer.read(clubGet, { clubId: tuanChau })).body).toMatchObject({ state: 'suspended' })
  await page.context().close()
})

test('a member finds his task today, says that it is done and how, and nobody else reads his own page', async () => {
  const page = await openAs('pao', phone)
  await page.getByText('Thăm hai gia đình ở tổ 4').waitFor()
  await page.getByText('Hạn ngày mai').waitFor()
  await button(page, 'Đã làm xong: Thăm hai gia đình ở tổ 4').click()
  await page.getByLabel(/Kết quả thế nào/u).fill('Hai gia đình đều khỏe')
  await button(page, 'Ghi là đã xong').click()
  const task = async () =>
    (await chair.read(taskList, { clubId: tuanChau })).body.tasks.find((each) => each.id === taskId)
  await expect
    .poll(task, { timeout: 20_000 })
    .toMatchObject({ state: 'done', result: 'Hai gia đình đều khỏe' })
  await page.getByText('Thăm hai gia đình ở tổ 4').waitFor({ state: 'detached' })

  await page.getByRole('link', { name: 'Câu lạc bộ của tôi' }).click()
  await page.getByRole('heading', { name: /Ban chủ nhiệm và thành viên/u }).waitFor()
  expect(await page.getByRole('button', { name: 'Thêm thành viên' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Riêng của tôi' }).click()
  await page.getByText(/chỉ mở được bằng tài khoản của chị/u).waitFor()
  await button(page, 'Mở trang của tôi').click()
  await page.getByLabel('Vài dòng cho riêng mình').fill('chuyện của riêng tôi')
  await expectAccessible(page)
  await picture(page, 'own-notes-360')
  await button(page, 'Lưu cho riêng tôi').click()
  await page.getByText('Đã lưu và đóng lại.').waitFor()
  expect(await page.getByText('chuyện của riêng tôi').count()).toBe(0)
  const pao = await product.signIn('pao')
  const opened = await pao.send(memberBackgroundOpen, { clubId: tuanChau })
  expect(opened.body).toMatchObject({ note: 'chuyện của riêng tôi' })
  await page.context().close()
})

test('the chair sees today her tasks, what is late, and counselling beside both targets', async () => {
  const page = await openAs('tham', phone)
  await page.getByText('Quá hạn 3 ngày').waitFor()
  await page.getByText('Hạn hôm nay').waitFor()
  await page.getByRole('heading', { name: 'Tư vấn từ đầu năm: 0 lượt' }).waitFor()
  await page.getByText('0/20', { exact: true }).waitFor()
  await page.getByText('0/100', { exact: true }).waitFor()
  await expectAccessible(page)
  await picture(page, 'today-360')
  await page.getByRole('link', { name: 'Câu lạc bộ của tôi' }).click()
  await page.getByRole('heading', { name: /Chỉ tiêu năm/u }).waitFor()
  await page.getByText('Nguồn: Chỉ tiêu của chương trình (phấn đấu hằng năm)').waitFor()
  await expectAccessible(page)
  await picture(page, 'own-club-360')
  await page.context().close()
})

import { randomUUID } from 'node:crypto'
import { taskList } from '@ke-vai/contract/club/task.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { targetGroups } from '@ke-vai/contract/register/codes.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { personAssign, personRead, personRegister } from '@ke-vai/contract/register/person.ts'
import { safeContactSet } from '@ke-vai/contract/register/safe-contact.ts'
import { mobilisationProgress } from '@ke-vai/contract/session/mobilisation.ts'
import { sessionList } from '@ke-vai/contract/session/session.ts'
import { situationList } from '@ke-vai/contract/situation/situation.ts'
import { surveyList } from '@ke-vai/contract/survey/survey.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import {
  type TestPerson,
  type TestProduct,
  testProduct,
} from '../server/src/platform/testing/test-product.ts'
import { desk, expectAccessible, launchBrowser, phone, picture, signInAs } from './browser.ts'

const clubId = demoId('club/tuan-chau')
const paoMember = randomUUID()
const number = '0912 345 678'
let product: TestProduct
let chair: TestPerson
let browser: Browser
let page: Page

beforeAll(async () => {
  product = await testProduct()
  const sql = product.database.dangerous
  for (const [username, id, role] of [
    ['tham', randomUUID(), 'chair'],
    ['pao', paoMember, 'none'],
  ] as const)
    await sql`insert into member (province, id, club_id, account_id, display_name, board_role)
      values ('22', ${id}, ${clubId}, ${demoId(`account/${username}`)}, ${username === 'pao' ? 'Anh Páo' : 'Chị Thắm'}, ${role})`
  chair = await product.signIn('tham')
  browser = (await launchBrowser()) as Browser
  page = await openedBy('tham')
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

/** A page of a phone (or a desk) on which this person is signed in. */
async function openedBy(username: string, device: typeof phone | typeof desk = phone): Promise<Page> {
  const context = await browser.newContext({ ...device, bypassCSP: true })
  const opened = await context.newPage()
  opened.setDefaultTimeout(15_000)
  await signInAs(opened, product.address, username)
  return opened
}

async function someone(
  groups: (keyof typeof targetGroups)[] = ['at_risk'],
): Promise<{ id: string; code: string }> {
  const { body } = await chair.send(personRegister, {
    clubId,
    personId: randomUUID(),
    name: 'Vàng Thị Thử',
    phone: number,
    groups,
  })
  return body
}

/** Taps a chip: the real radio button or checkbox that lies over its words. */
async function pick(name: string, on: Page = page): Promise<void> {
  const chip = on
    .getByRole('radio', { name, exact: true })
    .or(on.getByRole('checkbox', { name, exact: true }))
  await chip.tap()
}

/** Walks to her page as a person would, so that the vault stays open. */
async function openPerson(code: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Các trang chính' })
    .getByRole('link', { name: 'Sổ theo dõi' })
    .click()
  await page.getByRole('link', { name: new RegExp(`^${code}`) }).click()
  await page.getByRole('heading', { name: 'Người được hỗ trợ' }).waitFor()
}

const auditOf = (action: string, subjectId: string) =>
  product.database.dangerous<{ reason: string | null }[]>`
    select reason from audit_event where action = ${action} and subject_id = ${subjectId}`

test('a contact is noted from the register in three taps and under 20 seconds', async () => {
  const { id, code } = await someone()
  await page
    .getByRole('navigation', { name: 'Các trang chính' })
    .getByRole('link', { name: 'Sổ theo dõi' })
    .click()
  await page.getByRole('link', { name: `Ghi nhanh ${code}` }).waitFor()
  await picture(page, 'register-360')
  await expectAccessible(page)
  const began = Date.now()
  await page.getByRole('link', { name: `Ghi nhanh ${code}` }).tap()
  await pick('Tư vấn')
  await page.getByRole('button', { name: 'Lưu' }).tap()
  await page.getByRole('heading', { name: 'Người được hỗ trợ' }).waitFor()
  expect(Date.now() - began).toBeLessThan(20_000)
  await expect
    .poll(async () => (await chair.read(personRead, { clubId, personId: id })).body.contacts.length)
    .toBe(1)
})

test('scenario 15: the rule comes first and is ticked, a call is offered in her hours only, no message', async () => {
  const { id, code } = await someone()
  await openPerson(code)
  // No rule yet: nothing is offered but asking her.
  await page.getByRole('link', { name: 'Liên hệ', exact: true }).click()
  await page.getByText('chưa gọi điện được').waitFor()
  expect(await page.getByRole('button', { name: 'Mở số điện thoại' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Ghi cách liên hệ an toàn' }).click()

  await pick('Gọi điện')
  await page.getByLabel('Gọi từ').selectOption('14:00')
  await page.getByLabel('Khi gọi, xưng là').fill('bên hợp tác xã')
  await page.getByLabel('Ai có thể nghe máy thay chị?').fill('mẹ chồng')
  await picture(page, 'safe-contact-360')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lưu cách liên hệ' }).click()
  await page.getByRole('heading', { name: 'Người được hỗ trợ' }).waitFor()
  const saved = (await chair.read(personRead, { clubId, personId: id })).body.safeContact
  expect(saved).toMatchObject({
    ways: ['call'],
    fromMinute: 840,
    untilMinute: null,
    sayFrom: 'bên hợp tác xã',
    whoMayAnswer: 'mẹ chồng',
    mayLeaveMessage: false,
  })

  await page.clock.setFixedTime(new Date(`${today()}T13:59:00+07:00`))
  await page.getByRole('link', { name: 'Liên hệ', exact: true }).click()
  await page.getByRole('region', { name: 'Cách liên hệ an toàn' }).getByText('mẹ chồng').waitFor()
  const call = page.getByRole('button', { name: 'Mở số điện thoại' })
  await page.getByRole('checkbox', { name: 'Tôi đã đọc và sẽ làm theo' }).check()
  await page.getByRole('status').getByText('Chỉ gọi từ 14:00').waitFor()
  expect(await call.count()).toBe(0)

  await page.clock.setFixedTime(new Date(`${today()}T14:00:30+07:00`))
  await page.reload()
  await unlock()
  await page.getByText('Bây giờ có thể gọi').waitFor()
  expect(await call.count()).toBe(0)
  await page.getByRole('checkbox', { name: 'Tôi đã đọc và sẽ làm theo' }).check()
  expect(await page.locator('a[href^="tel:"], a[href^="sms:"]').count()).toBe(0)
  expect(await auditOf('IDENTITY_OPENED', id)).toHaveLength(0)
  await call.click()
  const link = page.getByRole('link', { name: `Gọi ${number}` })
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe('tel:0912345678')
  expect(await page.locator('a[href^="sms:"]').count()).toBe(0)
  await page.getByText('Không để lại lời nhắn. ', { exact: false }).first().waitFor()
  await page.getByRole('definition').filter({ hasText: 'bên hợp tác xã' }).last().waitFor()
  expect([...(await auditOf('IDENTITY_OPENED', id))]).toEqual([{ reason: 'call' }])
  await picture(page, 'reach-360')
  await expectAccessible(page)

  // Where words are noted there is no way to say that a message was left, and the server would refuse it.
  await page.getByRole('link', { name: 'Ghi nhanh sau khi liên hệ' }).click()
  await page.getByRole('checkbox', { name: 'Tư vấn' }).check()
  await picture(page, 'quick-note-360')
  await expectAccessible(page)
  await page.getByText('Ghi thêm').click()
  await page.getByLabel('Vài dòng').waitFor()
  expect(await page.getByRole('checkbox', { name: 'Đã để lại lời nhắn' }).count()).toBe(0)
  await page.clock.setSystemTime(new Date())
})

test('scenario 13: the printed book has codes and dates, no name and no group; a household is only counted', async () => {
  const { code } = await someone(['victim', 'irregular_returnee'])
  const atDesk = await openedBy('tham', desk)
  await atDesk
    .getByRole('navigation', { name: 'Các trang chính' })
    .getByRole('link', { name: 'Sổ theo dõi' })
    .click()
  await atDesk.getByRole('link', { name: 'In sổ' }).click()
  await atDesk.getByRole('cell', { name: code }).waitFor()
  await picture(atDesk, 'paper-1280')
  await expectAccessible(atDesk)
  await atDesk.emulateMedia({ media: 'print' })
  const text = await atDesk.locator('body').innerText()
  expect(text).toContain(code)
  for (const group of Object.values(targetGroups)) {
    expect(text).not.toContain(group.vi)
    expect(text).not.toContain(group.en)
  }
  expect(text).not.toMatch(/Vàng Thị Thử|0912|mua bán|Tuần Châu/i)
  // A4 lying on its side: 297 mm are 841.89 points wide.
  expect((await atDesk.pdf({ preferCSSPageSize: true })).toString('latin1')).toMatch(/MediaBox \[0 0 84[12]/)
  await atDesk.context().close()

  await page.goto(product.address)
  await unlock()
  await page
    .getByRole('navigation', { name: 'Các trang chính' })
    .getByRole('link', { name: 'Sổ theo dõi' })
    .click()
  await page.getByRole('link', { name: 'Khảo sát' }).click()
  await page.getByText('Mở một đợt khảo sát').click()
  await page.getByLabel('Mục đích').fill('Nhu cầu học nghề')
  await page.getByRole('button', { name: 'Mở đợt' }).click()
  await page.getByRole('button', { name: 'Hộ này không tham gia' }).click()
  await page.getByRole('button', { name: 'Thôi' }).click()
  await page.getByRole('button', { name: 'Hộ này không tham gia' }).click()
  await page.getByRole('button', { name: 'Đếm thêm 1 hộ' }).click()
  const rounds = async () => (await chair.read(surveyList, { clubId })).body.rounds
  await expect.poll(async () => (await rounds())[0]?.declinedHouseholds).toBe(1)
  await page.getByText('1 hộ', { exact: true }).waitFor()
  await picture(page, 'survey-360')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Ghi một người đồng ý' }).click()
  await page.getByLabel('Tên gọi').fill('Chị Thử')
  await pick('Người có nguy cơ')
  await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
  await page.getByRole('heading', { name: 'Người được hỗ trợ' }).waitFor()
  expect((await rounds())[0]).toMatchObject({ declinedHouseholds: 1, agreed: { unit: 'person', value: 1 } })
})

test('answers at high risk give advice in kind words and the board a task', async () => {
  const { id, code } = await someone()
  await openPerson(code)
  await page.getByRole('link', { name: 'Hỏi về nguy cơ' }).click()
  await page.getByRole('group', { name: 'giữ giấy tờ' }).getByRole('radio', { name: 'Có' }).check()
  await picture(page, 'screening-360')
  await expectAccessible(page)
  expect(await page.locator('body').innerText()).not.toMatch(/nạn nhân|đối tượng/iu)
  await page.getByRole('button', { name: 'Xem nên làm gì' }).click()
  await page.getByText('Nguy cơ: Cao').waitFor()
  await page.getByText('Ban chủ nhiệm sẽ sớm trò chuyện').waitFor()
  await picture(page, 'screening-result-360')
  await expectAccessible(page)
  expect(await page.locator('body').innerText()).not.toMatch(/nạn nhân|đối tượng/iu)
  const tasks = async () => (await chair.read(taskList, { clubId })).body.tasks
  await expect.poll(async () => (await tasks()).filter((each) => each.personId === id).length).toBe(1)
  expect((await chair.read(personRead, { clubId, personId: id })).body.risk).toBe('high')
})

test('a change of group and who accompanies her', async () => {
  const { id, code } = await someone(['at_risk'])
  const person = async () => (await chair.read(personRead, { clubId, personId: id })).body
  await openPerson(code)
  await page.getByRole('link', { name: 'Đổi nhóm' }).click()
  await pick('Có dự định đi làm ở nước ngoài')
  await pick('Người có nguy cơ')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await page.getByRole('heading', { name: 'Người được hỗ trợ' }).waitFor()
  expect((await person()).groups).toEqual(['prospective_migrant'])
  expect((await person()).groupHistory).toContainEqual({ group: 'at_risk', since: today(), until: today() })

  await page.getByRole('link', { name: 'Giao người đồng hành' }).click()
  await pick('Anh Páo')
  await page.getByRole('button', { name: 'Giao' }).click()
  await page.getByText('Đã giao').waitFor()
  expect((await person()).memberId).toBe(paoMember)
  await picture(page, 'person-360')
  await expectAccessible(page)
})

test('the note of a contact opens for a reason and leaves its line', async () => {
  const { id, code } = await someone()
  const contactId = randomUUID()
  const note = 'Chị ấy muốn học may.'
  await chair.send(contactRecord, {
    clubId,
    contactId,
    personId: id,
    onDay: addDays(today(), -3),
    kinds: ['visit'],
    note,
    ruleTicked: false,
  })
  await openPerson(code)
  await page.getByRole('button', { name: 'Mở ghi chú' }).click()
  await pick('Chuẩn bị thăm hỏi')
  expect(await auditOf('NOTE_OPENED', contactId)).toHaveLength(0)
  await page.getByRole('button', { name: 'Mở ghi chú' }).click()
  await page.getByText(note).waitFor()
  expect(await auditOf('NOTE_OPENED', contactId)).toHaveLength(1)
  await page.getByRole('button', { name: 'Đóng ngay' }).click()
  expect(await page.getByText(note).count()).toBe(0)
})

test('a session is counted with the thumb; who came counts for the member and shows nowhere else', async () => {
  const { id, code } = await someone()
  await chair.send(personAssign, { clubId, personId: id, memberId: paoMember })
  await chair.send(safeContactSet, {
    clubId,
    personId: id,
    rule: {
      ways: ['in_person'],
      fromMinute: null,
      untilMinute: null,
      sayFrom: null,
      mayLeaveMessage: true,
      whoMayAnswer: null,
      visitRule: null,
    },
  })
  await page
    .getByRole('navigation', { name: 'Các trang chính' })
    .getByRole('link', { name: 'Sổ theo dõi' })
    .click()
  await page.getByRole('link', { name: 'Buổi truyền thông' }).click()
  await page.getByRole('link', { name: 'Ghi một buổi' }).click()
  await page.getByLabel('Chủ đề').fill('Đi làm xa an toàn')
  const more = page.getByRole('button', { name: 'Thêm 1: Hội viên' })
  for (let i = 0; i < 3; i++) await more.tap()
  await page.getByRole('button', { name: 'Bớt 1: Hội viên' }).tap()
  const size = await more.boundingBox()
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(48)
  await page.getByLabel('Người dân khác', { exact: true }).fill('40')
  await page.getByLabel('Tờ rơi đã phát', { exact: true }).fill('35')
  await page.getByRole('status').getByText('42 lượt').waitFor()
  await picture(page, 'session-new-360')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lưu buổi này' }).click()
  const list = async () => (await chair.read(sessionList, { clubId })).body
  await expect.poll(async () => (await list()).lines.length).toBe(1)
  expect((await list()).totals).toMatchObject({
    sessions: { unit: 'session', value: 1 },
    attendance: { unit: 'person_time', value: 42 },
    leaflets: { unit: 'item', value: 35 },
  })
  await page.getByText('1 cuộc', { exact: true }).waitFor()
  await page.getByText('35 tờ', { exact: true }).waitFor()

  await openPerson(code)
  await page.getByRole('link', { name: 'Mời dự buổi truyền thông' }).click()
  await pick('Đã dự')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByText('Xin chọn buổi').waitFor()
  await page.getByLabel('Buổi nào?').selectOption({ index: 1 })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lưu' }).click()
  const progress = async () => (await chair.read(mobilisationProgress, { clubId })).body.lines
  await expect
    .poll(async () => (await progress()).find((each) => each.memberId === paoMember)?.attended.value)
    .toBe(1)

  await page
    .getByRole('navigation', { name: 'Các trang chính' })
    .getByRole('link', { name: 'Sổ theo dõi' })
    .click()
  await page.getByRole('link', { name: 'Buổi truyền thông' }).click()
  await page.getByText('Đi làm xa an toàn').waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/KV-22|Đã mời|Đã dự/)
  await picture(page, 'sessions-360')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Tiến độ mời người dự' }).click()
  await page.getByText('1/2 người').waitFor()
  expect(await page.locator('main').innerText()).not.toContain('KV-22')
  await picture(page, 'mobilisation-360')
  await expectAccessible(page)

  // The member sees her own figures and those whom she accompanies, nobody else.
  const pao = await openedBy('pao')
  await pao
    .getByRole('navigation', { name: 'Các trang chính' })
    .getByRole('link', { name: 'Sổ theo dõi' })
    .click()
  await pao.getByRole('link', { name: 'Buổi truyền thông' }).click()
  await pao.getByRole('link', { name: 'Tiến độ mời người dự' }).click()
  await pao.getByText('1/2 người').waitFor()
  await pao.getByRole('link', { name: code }).waitFor()
  expect(await pao.locator('main').innerText()).not.toContain('Chị Thắm')
  await pao.context().close()
})

test('whoever is suspected is written apart and opened by the police liaison alone', async () => {
  const member = await openedBy('hoa')
  await member.getByRole('link', { name: 'Sổ theo dõi' }).first().click()
  await member.getByRole('link', { name: 'Tình hình địa bàn' }).click()
  const open = member.getByLabel('Chuyện gì đang xảy ra?')
  await open.fill('Anh Trần Văn Thử rủ các em đi làm xa')
  await member.getByText('Đã xem lại: không phải tên người').waitFor()
  await pick('C. Nghe nhiều người nói', member)
  await member.getByRole('button', { name: 'Gửi ghi chép' }).click()
  await member.getByRole('alert').waitFor()
  await picture(member, 'situation-360')
  await expectAccessible(member)
  expect((await chair.read(situationList, { clubId })).body.notes).toHaveLength(0)
  await open.fill('Có người rủ các em đi làm xa, hứa lương cao')
  expect(await member.getByText('Đã xem lại: không phải tên người').count()).toBe(0)
  await member.getByLabel('Chỉ gửi đầu mối công an').fill('Trần Văn Thử')
  await member.getByRole('button', { name: 'Gửi ghi chép' }).click()
  await member.getByText('Cảm ơn chị').waitFor()
  const [note] = (await chair.read(situationList, { clubId })).body.notes
  expect(note).toMatchObject({ reliability: 'C', text: 'Có người rủ các em đi làm xa, hứa lương cao' })
  await member.context().close()

  const police = await openedBy('son')
  await police.getByText('Có người rủ các em đi làm xa').waitFor()
  expect(await police.locator('body').innerText()).not.toContain('Thử')
  expect(await auditOf('SITUATION_ACCUSED_OPENED', note?.id ?? '')).toHaveLength(0)
  await police.getByRole('button', { name: 'Mở phần niêm phong' }).click()
  await police.getByText('Trần Văn Thử').waitFor()
  expect(await auditOf('SITUATION_ACCUSED_OPENED', note?.id ?? '')).toHaveLength(1)
  await picture(police, 'situation-police-360')
  await expectAccessible(police)
  await police.context().close()

  const officer = await openedBy('lai', desk)
  await officer.goto(`${product.address}/clubs/${clubId}/situation`)
  await officer.getByText('Có người rủ các em đi làm xa').waitFor()
  expect(await officer.locator('body').innerText()).not.toContain('Thử')
  await officer.context().close()
})

async function unlock(): Promise<void> {
  await page.getByLabel('Mật khẩu', { exact: true }).fill('ke-vai-sat-canh')
  await page.getByRole('button', { name: 'Mở khóa' }).click()
  await page.getByRole('navigation', { name: 'Các trang chính' }).first().waitFor()
}

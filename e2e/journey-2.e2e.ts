import { showDate, today } from '@ke-vai/contract/date/date.ts'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, looked, openedBy, phone } from './browser.ts'
import { peopleOfHomeProvince } from './home-province.ts'

// Journey J2 as the people of it live it: several pages stand open at once, and each test takes up where the one
// before it left off. What a single screen does is tried in the part of its own concept.

let product: TestProduct
let browser: Browser
let there: Awaited<ReturnType<typeof peopleOfHomeProvince>>
/** The border guard, the case managers, the shelter, the police here, and the three of the province she goes home to. */
const people: Record<'dung' | 'van' | 'binh' | 'hien' | 'toan' | 'sua' | 'may' | 'dua', Page> = {} as never
/** Code and id of the woman who goes home, of her who is pregnant, and of the child. */
const her = { code: '', id: '' }
const pregnant = { code: '', id: '' }
const child = { code: '', id: '' }
const called = 'Chị Mỷ'
const clue = 'Chợ họp trên đồi, có cây gạo to'

beforeAll(async () => {
  product = await testProduct()
  there = await peopleOfHomeProvince(product)
  browser = (await launchBrowser()) as Browser
  const devices = {
    dung: phone,
    van: phone,
    binh: desk,
    hien: phone,
    toan: desk,
    sua: desk,
    may: desk,
    dua: phone,
  }
  for (const [name, device] of Object.entries(devices)) {
    const page = await openedBy(browser, product.address, name, device)
    page.setDefaultTimeout(45_000)
    people[name as keyof typeof people] = page
  }
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const exactly = (text: string) => new RegExp(`^${text}$`, 'u')
const choose = (on: Page | Locator, ...texts: string[]) =>
  texts.reduce<Promise<unknown>>(
    (before, text) => before.then(() => on.locator('label.chip', { hasText: exactly(text) }).click()),
    Promise.resolve(),
  )
const press = (on: Page | Locator, name: string) => on.getByRole('button', { name, exact: true }).click()
const send = (page: Page, name: string) =>
  page.locator('form').getByRole('button', { name, exact: true }).click()
const see = (page: Page, text: string) =>
  page.getByText(text, { exact: false }).filter({ visible: true }).first().waitFor()
const seenBy = (page: Page) => page.locator('main').innerText()

/** An address within the app without loading it anew, by way of another: what is there is asked for again. */
async function goTo(page: Page, path: string) {
  for (const each of ['/account', path])
    await page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, each)
}
const tab = (page: Page, of: { id: string }, name: string) => goTo(page, `/cases/${of.id}/${name}`)

/** Nobody is asked for the password again in the middle of the day; that is tried elsewhere. */
const freshProofs = () =>
  product.database.dangerous`update sign_in set stepped_up_at = now() where ended_at is null`

test('three people are handed over at the gate: codes at once, triage by code, and the border guard learns no more', async () => {
  const { dung, van, toan } = people
  await goTo(dung, '/handovers')
  await dung.getByLabel('Số người').fill('3')
  await dung.getByLabel('Nơi bàn giao').selectOption('mong_cai')
  await choose(dung, 'Tiếng Mông')
  await dung.getByText('Có người đang gặp nguy hiểm', { exact: false }).click()
  await press(dung, 'Bàn giao, lấy mã')
  const handed = dung.locator('.card .code')
  await handed.nth(2).waitFor()
  const codes = (await handed.allTextContents()).map((each) => each.trim())
  expect(new Set(codes).size).toBe(3)

  await van.getByRole('link', { name: 'Tiếp nhận nhiều người' }).click()
  await see(van, 'Có nguy hiểm')
  await van.getByRole('link', { name: 'Móng Cái', exact: false }).click()
  await van.getByLabel('Quốc tịch chung').selectOption('vietnamese')
  const arrivals = [
    {
      of: her,
      name: called,
      sex: 'female',
      age: '18_to_30',
      triage: ['Cần y tế ngay', 'Đêm nay chưa có chỗ ở'],
    },
    {
      of: pregnant,
      name: 'Chị Xia',
      sex: 'female',
      age: '18_to_30',
      triage: ['Đang mang thai', 'Cần phiên dịch'],
    },
    { of: child, name: 'Em Sáy', sex: 'female', age: '7_to_15', triage: ['Sợ người đang có mặt'] },
  ]
  for (const [i, each] of arrivals.entries()) {
    const row = van.getByRole('form', { name: `Người thứ ${i + 1}`, exact: true })
    each.of.code = (await row.locator('.code').textContent())?.trim() ?? ''
    expect(codes).toContain(each.of.code)
    await row.getByLabel('Muốn được gọi là').fill(each.name)
    await row.getByLabel('Giới').selectOption(each.sex)
    await row.getByLabel('Khoảng tuổi').selectOption(each.age)
    expect(await row.getByLabel('Tiếng nói dễ nhất').inputValue()).toBe('mong')
    for (const said of each.triage) await row.locator('label.chip', { hasText: said }).click()
    if (i === 2) await looked(van, 'journey-2-triage')
    await press(row, 'Lấy mã, sang người tiếp')
  }
  await see(van, '3 trong 3 người đã tiếp nhận')
  expect(await seenBy(van)).not.toMatch(/Mỷ|Xia|Sáy/u)
  await press(van, 'Kết thúc đợt tiếp nhận')
  await van.getByRole('button', { name: 'Kết thúc đợt tiếp nhận' }).last().click()
  await see(van, 'Đợt tiếp nhận này đã kết thúc')

  // The border guard's page was open all the while: that they were met, and nothing of who they are.
  await goTo(dung, '/handovers')
  await dung.getByText('đã được tiếp nhận', { exact: false }).nth(2).waitFor()
  expect(await seenBy(dung)).not.toMatch(/chưa được tiếp nhận|Mỷ|mang thai|y tế|Dưới 18|Sợ/u)
  await goTo(toan, '/requests')
  await see(toan, 'Không có yêu cầu nào đang chờ')
  expect(await seenBy(toan)).not.toContain('HS-')
})

test('each is taken by a case manager and is closed to the other; the child is on a track of her own', async () => {
  const { van, binh, may } = people
  for (const [page, ofCase] of [
    [van, child],
    [binh, pregnant],
    [van, her],
  ] as const) {
    await goTo(page, '/cases/waiting')
    await page.getByLabel('Tìm theo mã').fill(ofCase.code.slice(-6))
    await press(page, `Tôi nhận: ${ofCase.code}`)
    await page.getByRole('heading', { name: ofCase.code }).waitFor()
    ofCase.id = page.url().split('/').at(-1) ?? ''
  }
  for (const [page, ofCase] of [
    [binh, her],
    [van, pregnant],
    [may, her],
  ] as const) {
    await tab(page, ofCase, 'timeline')
    await page.getByRole('alert').getByText('Không tìm thấy', { exact: false }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain(ofCase.code)
  }
  await tab(van, child, 'child')
  await see(van, 'Chưa có người đại diện')
  await see(van, 'chưa tính ngày nghỉ lễ')
  await press(van, 'Ghi người đại diện')
  await van.getByLabel('Là ai của trẻ').selectOption('relative')
  await van.getByLabel('Tên (được cất kín)').fill('Bác Chứ')
  await van.getByLabel('Có dấu hiệu người này liên quan', { exact: false }).check()
  await send(van, 'Lưu')
  await see(van, 'không được quyết định thay trẻ')
  await press(van, 'Biện pháp khẩn cấp')
  await choose(van, 'Tách khỏi người gây nguy hiểm')
  await send(van, 'Lưu')
  await see(van, 'Đã lưu.')
  await tab(van, child, 'timeline')
  await see(van, 'Biện pháp khẩn cấp cho trẻ')
  expect(await seenBy(van)).not.toContain('Bác Chứ')
})

test('the shelter takes them bed by bed, each by her own yes; the child sleeps in a house for children', async () => {
  const { van, binh, hien } = people
  await goTo(hien, '/stays')
  await see(hien, 'Chưa có ai đang ở hay chờ chỗ')
  for (const [page, ofCase] of [
    [van, her],
    [binh, pregnant],
    [van, child],
  ] as const) {
    await tab(page, ofCase, 'team')
    await press(page, 'Thêm người vào nhóm')
    await page.getByLabel('Ai', { exact: true }).selectOption({ label: 'Bà Hiền' })
    await choose(page, 'Cơ sở tạm lánh')
    await press(page, 'Thêm vào nhóm')
    await page.getByText('Bà Hiền', { exact: true }).waitFor()
    await tab(page, ofCase, 'stay')
    await press(page, 'Đề nghị chỗ ở')
    await send(page, 'Đề nghị')
    await see(page, 'Đã đề nghị chỗ ở')
  }
  for (const [ofCase, bed] of [
    [her, 'P1-1'],
    [pregnant, 'P1-2'],
  ] as const) {
    await goTo(hien, '/stays')
    await hien.getByRole('link', { name: ofCase.code }).click()
    await press(hien, 'Đón vào ở')
    await hien.getByLabel('Giường').fill(bed)
    await hien.getByLabel('Đã giải thích nội quy', { exact: false }).check()
    await hien.getByLabel('Chính người ấy đồng ý', { exact: false }).check()
    await choose(hien, 'Nên gặp bác sĩ trong vài ngày')
    await send(hien, 'Đón vào ở')
    await see(hien, 'chưa phỏng vấn')
  }
  await goTo(hien, '/stays')
  await hien.getByRole('link', { name: child.code }).click()
  await press(hien, 'Chưa nhận được, đã có nơi khác')
  await choose(hien, 'Nhà này chưa phù hợp với người ấy', 'Cơ sở chăm sóc trẻ em')
  await hien
    .getByLabel('Nơi nào, ai ở đó đã nhận lời', { exact: false })
    .fill('Làng trẻ em, cô trực nhận lời')
  await send(hien, 'Lưu')
  await hien.getByRole('heading', { name: 'Những lần trước' }).waitFor()
  await goTo(hien, '/stays')
  await hien.getByText('P1-2', { exact: false }).waitFor()
  expect(await seenBy(hien)).not.toMatch(/Mỷ|Xia|Sáy/u)
  await looked(hien, 'journey-2-shelter')

  await tab(van, her, 'services')
  await press(van, 'Ghi một lần hỗ trợ')
  await choose(van, 'Nhu yếu phẩm, ăn mặc')
  await send(van, 'Lưu')
  await see(van, 'Nhu yếu phẩm, ăn mặc')
})

test('clues without a name go to another province; her family is reached only after her yes', async () => {
  const { van, sua, toan } = people
  await freshProofs()
  await tab(van, her, 'origin')
  await press(van, 'Ghi một điều nhớ được')
  await choose(van, 'Tên chợ')
  await van.getByLabel('Như lời kể', { exact: false }).fill(clue)
  await send(van, 'Lưu')
  await press(van, 'Hỏi một nơi khác')
  await van.locator('form label.chip', { hasText: /^Tên chợ,/u }).click()
  await choose(van, there.police)
  await press(van, 'Xem nơi nhận sẽ thấy gì')
  await see(van, clue)
  await press(van, 'Gửi, không nêu tên')
  await see(van, 'Đang chờ trả lời')
  expect(await van.getByRole('button', { name: 'Ghi lần liên lạc với gia đình' }).count()).toBe(0)

  await goTo(sua, '/tracing')
  await press(sua, 'Xem điều nhớ được')
  await see(sua, clue)
  expect(await seenBy(sua)).not.toMatch(/HS-|Mỷ|tuổi|nạn nhân/u)
  await looked(sua, 'journey-2-clues')
  await press(sua, 'Trả lời')
  await choose(sua, 'Nhận ra nơi này')
  await sua.getByLabel('Nơi ấy là đâu', { exact: false }).fill('Chợ phiên Mường Phăng')
  await press(sua, 'Gửi trả lời')
  await sua.locator('.good', { hasText: 'Nhận ra nơi này' }).waitFor()
  // It was asked of one body: the police here find nothing.
  await goTo(toan, '/tracing')
  await see(toan, 'Chưa có câu hỏi nào')

  await tab(van, her, 'origin')
  await press(van, 'Mở lời trả lời')
  await see(van, 'Chợ phiên Mường Phăng')
  await press(van, 'Xác nhận quê')
  await choose(van, 'Người được hỗ trợ nhận ra')
  await send(van, 'Lưu')
  await van.getByText('Chưa xác nhận').waitFor({ state: 'detached' })
  await press(van, 'Ghi ý của người được hỗ trợ')
  await choose(van, 'Đồng ý', 'Người được hỗ trợ')
  await send(van, 'Lưu')
  await press(van, 'Ghi lần liên lạc với gia đình')
  await choose(van, 'Qua cán bộ nơi ấy', 'Gia đình mong đón về')
  await send(van, 'Lưu')
  await tab(van, her, 'timeline')
  await see(van, 'Gia đình')
})

/** What the law gives her, part by part, once the page stands at this legal status. */
async function supports(page: Page, status: string) {
  await see(page, `Tình trạng pháp lý: ${status}`)
  const of = async (part: string) => {
    const names = page.getByRole('region', { name: part }).getByRole('heading', { level: 3 })
    return (await names.allTextContents()).sort()
  }
  return {
    law: await of('Theo luật'),
    atOnce: await of('Giúp ngay khi cần'),
    later: await of('Chưa thuộc diện lúc này'),
  }
}

test('the police verify meanwhile: with the decision what the law gives her widens by itself', async () => {
  const { van, toan, hien } = people
  await freshProofs()
  // At her desk a second device of hers stands open on what the law gives now.
  const rights = await openedBy(browser, product.address, 'van', desk)
  rights.setDefaultTimeout(45_000)
  await rights.goto(`${product.address}/cases/${her.id}/entitlements`)
  const before = await supports(rights, 'Chưa có thông tin')
  expect(before.law).toEqual([])
  expect(before.atOnce.length).toBeGreaterThan(0)
  await looked(rights, 'journey-2-rights-before')

  await tab(van, her, 'verification')
  await press(van, 'Bắt đầu xác minh')
  await choose(van, 'Phía nước ngoài trao trả \\(Điều 30\\)', 'Công an tỉnh Quảng Ninh')
  await send(van, 'Bắt đầu')
  await see(van, 'Chủ trì: Sở Y tế tỉnh Quảng Ninh')
  await press(van, 'Gửi một yêu cầu')
  await choose(van, 'Công an tỉnh Quảng Ninh', 'Đề nghị quyết định xác định')
  await van
    .getByRole('textbox', { name: 'Điều cần xác minh' })
    .fill('Đề nghị xem xét, hồ sơ trao trả ngày hôm nay')
  await press(van, 'Gửi yêu cầu')
  await see(van, 'Đã gửi: Điều cần xác minh')

  await goTo(toan, '/requests')
  await see(toan, her.code)
  await press(toan, 'Mở yêu cầu')
  await see(toan, 'hồ sơ trao trả ngày hôm nay')
  expect(await seenBy(toan)).not.toMatch(/Mỷ|cây gạo|Mường Phăng|P1-1/u)
  expect(await seenBy(toan)).not.toContain(pregnant.code)
  await press(toan, 'Trả lời bằng quyết định')
  await choose(toan, 'Xác định là nạn nhân')
  await toan.getByLabel('Loại giấy tờ').selectOption('police_certificate')
  await toan.getByLabel('Cơ quan ký').selectOption('police')
  await toan.getByLabel('Số giấy tờ').fill('12/GXN')
  await press(toan, 'Gửi trả lời')
  await see(toan, 'Đã có quyết định')

  // What helped at once is hers by law since the verification began; the answer alone changes nothing more.
  await goTo(rights, `/cases/${her.id}/entitlements`)
  const meanwhile = await supports(rights, 'Đang trong quá trình xác định')
  expect(meanwhile.law).toEqual(before.atOnce)
  expect(meanwhile.later).toEqual(before.later)
  await tab(van, her, 'verification')
  await press(van, 'Nhận quyết định vào hồ sơ')
  await see(van, 'Giấy xác nhận của cơ quan công an')
  expect(await seenBy(van)).not.toContain('12/GXN')

  await goTo(rights, `/cases/${her.id}/entitlements`)
  const after = await supports(rights, 'Đã được xác định')
  // Whatever she had stays; what waited for the decision no longer does.
  expect(after.later.length).toBeLessThan(before.later.length)
  expect(after.law).toEqual(
    [...before.atOnce, ...before.later.filter((each) => !after.later.includes(each))].sort(),
  )
  await looked(rights, 'journey-2-rights-after')
  await rights.context().close()
  // Nothing of it is the shelter's: she sees that a status changed, and neither request nor paper.
  await tab(hien, her, 'stay')
  await see(hien, her.code)
  expect(await seenBy(hien)).not.toMatch(/12\/GXN|cây gạo/u)
})

/** Her yes, read in her own language by somebody who speaks it, to these fields alone. */
async function agree(page: Page, ...fields: string[]) {
  await press(page, 'Hỏi ý người được hỗ trợ')
  const sheet = page.getByRole('region', { name: 'Phiếu đồng ý' })
  await choose(
    sheet,
    ...fields,
    'Chính người được hỗ trợ',
    'Tiếng Mông',
    'Cán bộ nói được tiếng này',
    'Ký tên',
  )
  await press(sheet, 'Đồng ý')
  await sheet.waitFor({ state: 'detached' })
}

test('she goes home: offered with her yes, accepted there, her bed is free, and she has arrived', async () => {
  const { van, hien, may } = people
  await freshProofs()
  await tab(van, her, 'needs')
  await press(van, 'Ghi nguy cơ')
  await choose(van, 'Thấp')
  await send(van, 'Lưu')
  await see(van, 'Đã lưu.')
  await tab(hien, her, 'stay')
  await press(hien, 'Chuẩn bị rời')
  await choose(hien, 'Đã tìm hiểu, người ấy đồng ý', 'Đang chuẩn bị')
  await send(hien, 'Lưu')
  await hien.getByRole('button', { name: 'Chưa rời, ở tiếp' }).waitFor()
  await tab(van, her, 'transfers')
  await press(van, 'Đề nghị chuyển giao')
  await choose(van, 'Trung tâm Công tác xã hội tỉnh Điện Biên', 'Về địa phương')
  await van.getByLabel('Ai đi cùng').selectOption('staff')
  await choose(van, 'Tên gọi', 'Nhu cầu cần giúp', 'Tiếng nói', 'Nhóm tuổi')
  await van.getByLabel('Cần hỗ trợ gì, một câu ngắn').fill('Làm lại giấy khai sinh, học nghề gần nhà')
  await agree(van, 'Tên gọi', 'Nhu cầu cần giúp', 'Tiếng nói')
  await press(van, 'Gửi đề nghị chuyển giao')
  await see(van, 'Đã đề nghị, chờ nơi nhận')

  await goTo(may, '/transfers')
  await press(may, 'Mở nội dung chuyển giao')
  const parcel = await may.locator('.sealed dl').innerText()
  expect(parcel).toContain(called)
  expect(parcel).not.toMatch(/Nhóm tuổi|cây gạo|nạn nhân|GXN/u)
  await press(may, 'Nhận chuyển giao')
  await press(may, 'Nhận và mở hồ sơ')
  await may.getByRole('heading', { name: /HS-11-/u }).waitFor()

  // On the day of the way her bed is free again, although the case here has been handed over.
  await tab(hien, her, 'stay')
  await press(hien, 'Đã rời nhà tạm lánh')
  await choose(hien, 'Hồi gia', 'Nhân viên xã hội')
  await hien.getByLabel('Đã đưa túi đồ dùng', { exact: false }).check()
  await send(hien, 'Lưu')
  await hien.getByRole('heading', { name: 'Những lần trước' }).waitFor()
  await goTo(van, '/transfers')
  await see(van, 'Chưa thấy báo đã tới nơi')
  await may
    .getByRole('navigation', { name: 'Các phần của hồ sơ' })
    .getByRole('link', { name: 'Chuyển giao' })
    .click()
  await press(may, 'Ghi đã tới nơi')
  await send(may, 'Ghi đã tới nơi')
  await may.getByText('Chưa thấy báo đã tới nơi').waitFor({ state: 'detached' })
  await tab(van, her, 'transfers')
  await see(van, `Đã tới nơi: ${showDate(today())}`)
  // Over there it is a case of its own: nothing that was written here is read there.
  await may.getByRole('link', { name: 'Diễn biến' }).click()
  await see(may, 'Cơ quan khác chuyển đến')
  const written = await may.getByRole('region', { name: 'Diễn biến' }).innerText()
  expect(written).not.toMatch(
    /HS-22|Tìm quê|quê|Lưu trú|Giường|Công an|Xác minh|Nhu yếu phẩm|Chị Vân|Cô Vân/u,
  )
})

test('the club at home is told what she allows and not a word more; the border guard still sees three codes', async () => {
  const { may, dua, van, dung } = people
  await freshProofs()
  await may
    .getByRole('navigation', { name: 'Các phần của hồ sơ' })
    .getByRole('link', { name: 'Đồng hành' })
    .click()
  await press(may, 'Nhờ câu lạc bộ đồng hành')
  await choose(may, there.club)
  await agree(may, 'Tên gọi')
  await press(may, 'Gửi lời nhờ')
  await see(may, 'Đã hỏi, chờ trả lời')
  const home = (await may.locator('.case-head .code').textContent())?.trim() ?? ''
  expect(home).toMatch(/^HS-11-/u)

  await goTo(dua, '/companions')
  await dua.getByRole('link', { name: /ĐH-001/u }).click()
  await choose(dua, 'Chị Dua')
  await press(dua, 'Nhận lời')
  await press(dua, 'Xem cách gọi và liên hệ an toàn')
  await dua.locator('.sealed', { hasText: called }).waitFor()
  expect(await seenBy(dua)).not.toMatch(
    /HS-|Nhóm tuổi|tuổi|giấy khai sinh|cây gạo|nạn nhân|xác định|Quảng Ninh|Móng Cái|tạm lánh/u,
  )
  await looked(dua, 'journey-2-club')

  await goTo(van, '/cases')
  await van.getByRole('link', { name: child.code }).waitFor()
  expect(await seenBy(van)).not.toContain(her.code)
  await goTo(dung, '/handovers')
  await dung.getByText('đã được tiếp nhận', { exact: false }).nth(2).waitFor()
  expect(await seenBy(dung)).not.toMatch(/HS-11|Điện Biên|Mỷ|nạn nhân/u)
})

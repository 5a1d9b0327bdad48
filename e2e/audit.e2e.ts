import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../server/src/demo/demo.ts'
import { asActor } from '../server/src/platform/actor.ts'
import { writeAudit } from '../server/src/platform/audit.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, expectAccessible, launchBrowser, phone, picture, signInAs } from './browser.ts'

const clubId = demoId('club/tuan-chau')
const personId = randomUUID()
let product: TestProduct
let browser: Browser

beforeAll(async () => {
  product = await testProduct()
  browser = (await launchBrowser()) as Browser
  await product.database.dangerous`insert into person (province, id, club_id, code)
    values ('22', ${personId}, ${clubId}, 'KV-22-0007')`
  for (const username of ['tham', 'pao', 'hoa'])
    await asActor(
      product.database.operator,
      { accountId: demoId(`account/${username}`) },
      { clubId },
      async (tx, actor) =>
        writeAudit(
          tx,
          { actor, province: '22', action: 'IDENTITY_OPENED', target: { clubId }, commandId: null },
          { subjectKind: 'person', subjectId: personId, fields: ['identity'], reason: 'call' },
        ),
    )
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

for (const [width, device] of [
  ['360', phone],
  ['1280', desk],
] as const)
  test(`the data-protection officer sees who opened whom, by code, and what is unusual (${width})`, async () => {
    const page = await (await browser.newContext({ ...device, bypassCSP: true })).newPage()
    page.setDefaultTimeout(15_000)
    await signInAs(page, product.address, 'cam')
    await page.getByRole('link', { name: 'Nhật ký' }).click()
    await page.getByText('Một người bị nhiều tài khoản mở trong một ngày').waitFor()
    await page.getByText(/Chị Thắm · \d\d\/\d\d\/\d{4} \d\d:\d\d/u).waitFor()
    expect(await page.getByText('Lý do: Gọi cho chị ấy').count()).toBe(3)
    await picture(page, `audit-${width}`)
    await expectAccessible(page)
    await page.getByLabel('Mã hồ sơ').fill('KV-22-9999')
    await page.getByText('Không có việc nào khớp.').waitFor()
    await page.getByLabel('Mã hồ sơ').fill('')
    await page.getByLabel('Loại việc').selectOption('audit')
    await page.getByText('Xem nhật ký', { exact: true }).nth(1).waitFor()
    await page.context().close()
  })

test('the audit is turned page by page; where it can no longer go on it begins anew and says so calmly', async () => {
  await asActor(
    product.database.operator,
    { accountId: demoId('account/tham') },
    { clubId },
    async (tx, actor) => {
      for (let i = 0; i < 60; i++)
        await writeAudit(
          tx,
          { actor, province: '22', action: 'IDENTITY_OPENED', target: { clubId }, commandId: null },
          { subjectKind: 'person', subjectId: personId, fields: ['identity'], reason: 'call' },
        )
    },
  )
  const page = await (await browser.newContext({ ...desk, bypassCSP: true })).newPage()
  page.setDefaultTimeout(15_000)
  await signInAs(page, product.address, 'cam')
  await page.getByRole('link', { name: 'Nhật ký' }).click()
  const [older, newest] = [
    page.getByRole('button', { name: 'Xem các việc trước đó' }),
    page.getByRole('button', { name: 'Về mới nhất' }),
  ]
  const lines = page.locator('.timeline > li')
  await older.waitFor()
  expect(await lines.count()).toBe(50)
  const gap = await page.evaluate(() => {
    const [filters, first] = ['.filter-grid', '.timeline'].map((each) => document.querySelector(each))
    return (first?.getBoundingClientRect().top ?? 0) - (filters?.getBoundingClientRect().bottom ?? 0)
  })
  expect(gap).toBeGreaterThanOrEqual(12)
  await older.click()
  await newest.waitFor()
  expect(await lines.count()).toBe(13)
  await newest.click()
  // As after a restart of the server, which keeps no key of the sealed places.
  await page.route(/\/audit\?.*after=/u, (route) =>
    route.continue({
      url: route
        .request()
        .url()
        .replace(/after=[^&]*/u, `after=${'A'.repeat(60)}`),
    }),
  )
  const answer = page.waitForResponse((response) => response.url().includes('after='))
  await older.click()
  expect((await answer).status()).toBe(410)
  const told = page.getByText('Danh sách đã cũ nên được mở lại từ trang đầu')
  await told.waitFor()
  await older.waitFor()
  expect([await lines.count(), await newest.count(), await page.getByRole('alert').count()]).toEqual([
    50, 0, 0,
  ])
  await expectAccessible(page)
  await page.unrouteAll()
  await older.click()
  await newest.waitFor()
  expect(await told.count()).toBe(0)
  await page.context().close()
})

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

import { randomUUID } from 'node:crypto'
import { personRead, personRegister } from '@ke-vai/contract/register/person.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../database/seed/network.ts'
import { demoId } from '../server/src/demo/demo.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { desk, launchBrowser, phone, signInAs } from './browser.ts'

const clubId = demoId('club/tuan-chau')
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

/** Presses Tab until the focus is on the control of that name; every stop on the way must be visible. */
async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    const wanted = page
      .getByRole('link', { name })
      .or(page.getByRole('button', { name }))
      .or(page.getByLabel(name))
    if (await wanted.and(focused).count()) return
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

test('a visit is noted by the keyboard alone, from the sign-in to the saved contact', async () => {
  const chair = await product.signIn('tham')
  const personId = randomUUID()
  await chair.send(personRegister, { clubId, personId, name: 'Vàng Thị Thử', groups: ['at_risk'] })
  const page = await (await browser.newContext(desk)).newPage()
  await page.goto(product.address)
  await tabTo(page, 'Tên đăng nhập')
  await page.keyboard.type('tham')
  await tabTo(page, 'Mật khẩu')
  await page.keyboard.type(demoPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Hôm nay' }).waitFor()
  await tabTo(page, 'Sổ theo dõi')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Sổ theo dõi' }).waitFor()
  // The new page's heading has the focus, so that a screen reader says where one is.
  expect(await page.getByRole('heading', { level: 1 }).evaluate((h) => h === document.activeElement)).toBe(
    true,
  )
  await tabTo(page, /^Ghi nhanh KV-/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Ghi nhanh' }).waitFor()
  await tabTo(page, 'Thăm hỏi')
  await page.keyboard.press('Space')
  await tabTo(page, 'Lưu')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await chair.read(personRead, { clubId, personId })).body.contacts.length)
    .toBe(1)
})

test('every main page is in English at one tap, and in Vietnamese again', async () => {
  const page = await (await browser.newContext(phone)).newPage()
  await signInAs(page, product.address, 'tham')
  await page.getByRole('button', { name: 'English' }).click()
  for (const [tab, heading] of [
    ['Register', 'Register'],
    ['Month', 'Month'],
    ['Report', 'Report of the month'],
    ['Today', 'Today'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: tab }).click()
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
  }
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  const buttons = await page.getByRole('button').allTextContents()
  const vietnamese = /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]/i
  expect(buttons.filter((text) => vietnamese.test(text) && text !== 'Tiếng Việt')).toEqual([])
  await page.getByRole('button', { name: 'Tiếng Việt' }).click()
  await page.getByRole('heading', { name: 'Hôm nay' }).waitFor()
})

test('an officer who opens an address of a club’s own screens is told in words, not shown a blank page', async () => {
  const page = await (await browser.newContext(desk)).newPage()
  await signInAs(page, product.address, 'lai')
  const person = `/register/person/${randomUUID()}`
  const ofAClub = [
    '/register',
    '/register/new',
    person,
    `${person}/contact`,
    '/sessions',
    '/mobilisation',
    '/surveys',
  ]
  for (const path of [
    ...ofAClub,
    '/import',
    '/month',
    '/month/2026-10',
    '/report',
    '/club',
    '/club/own',
    '/situation',
  ]) {
    await page.goto(`${product.address}${path}`)
    await page.getByRole('heading', { level: 1, name: 'Không có trang này' }).waitFor({ timeout: 5_000 })
  }
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clubBook } from '../server/src/month/testing/club-book.ts'
import { type TestProduct, testProduct } from '../server/src/platform/testing/test-product.ts'
import { expectAccessible, launchBrowser, phone, signInAs } from './browser.ts'

const persons = 120
const ids: string[] = []
let product: TestProduct
let browser: Browser
let page: Page
/** The queries with which the page asked for its register. */
const asked: URLSearchParams[] = []

beforeAll(async () => {
  product = await testProduct()
  const book = clubBook(product.database.dangerous, 'tuan-chau')
  for (let i = 0; i < persons; i++) ids.push(await book.person())
  browser = (await launchBrowser()) as Browser
  page = await (await browser.newContext({ ...phone, bypassCSP: true })).newPage()
  page.setDefaultTimeout(15_000)
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.pathname.endsWith('/register')) asked.push(url.searchParams)
  })
  await signInAs(page, product.address, 'tham')
  await openRegister()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const openRegister = () =>
  page.getByRole('navigation', { name: 'Các trang chính' }).getByRole('link', { name: 'Sổ theo dõi' }).click()
const more = () => page.getByRole('button', { name: 'Xem thêm' })
const says = (text: string) => page.getByRole('status').getByText(text, { exact: true }).waitFor()
const codes = () => page.locator('.person-card .code').allTextContents()
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')

test('the register is opened page by page, counted as far as it shows, and the focus stays', async () => {
  await says(`Đang hiện 50 trong ${persons} người`)
  await expectAccessible(page)
  const first = await codes()
  asked.length = 0
  await more().focus()
  await page.keyboard.press('Enter')
  await says(`Đang hiện 100 trong ${persons} người`)
  expect((await codes()).slice(0, 50), 'what was there stays').toEqual(first)
  expect(await focused()).toBe('Xem thêm')
  await page.keyboard.press('Enter')
  await says(`${persons} người`)
  expect(await more().count()).toBe(0)
  const all = await codes()
  expect(all).toEqual([...new Set(all)].sort())
  expect(all).toHaveLength(persons)
  expect(await focused(), 'the first card that came').toContain(all[100])
  expect(asked.map((query) => [...query.keys()])).toEqual([['after'], ['after']])
})

test('another filter begins at its own first page', async () => {
  const [, code = ''] = await codes()
  await page.getByText('Lọc', { exact: true }).click()
  await page.getByLabel('Tìm theo mã').fill(code)
  await says('1 người')
  await page.getByLabel('Tìm theo mã').fill('')
  await says(`Đang hiện 50 trong ${persons} người`)
})

test('without a network the button says so and works again later', async () => {
  await page.context().setOffline(true)
  await more().click()
  await says('Chưa có mạng nên chưa mở thêm được. Xin bấm lại khi có sóng.')
  await page.context().setOffline(false)
  await more().click()
  await says(`Đang hiện 100 trong ${persons} người`)
  expect(await page.getByText('Chưa có mạng', { exact: false }).count()).toBe(0)
})

test('where a list can no longer go on from where it was, it begins anew and says so calmly', async () => {
  // As after a restart of the server, which keeps no key of the sealed places.
  await page.route(/\/register\?.*after=/u, (route) =>
    route.continue({
      url: route
        .request()
        .url()
        .replace(/after=[^&]*/u, `after=${'A'.repeat(60)}`),
    }),
  )
  const answer = page.waitForResponse((response) => response.url().includes('after='))
  await more().click()
  expect((await answer).status()).toBe(410)
  await says('Danh sách đã cũ nên được mở lại từ trang đầu. Chưa có gì mất.')
  await says(`Đang hiện 50 trong ${persons} người`)
  expect(await page.getByRole('alert').count()).toBe(0)
  await expectAccessible(page)
  await page.unrouteAll()
  await more().click()
  await says(`Đang hiện 100 trong ${persons} người`)
  expect(await page.getByText('Danh sách đã cũ', { exact: false }).count()).toBe(0)
})

test('when something was sent, the pages behind the first are read again too', async () => {
  await page.route('**/api/commands/**', (route) => route.abort())
  await page.evaluate((path) => {
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/register/person/${ids[60]}/contact`)
  await page.locator('label', { hasText: 'Thăm hỏi' }).click()
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText('Đã lưu 1 mục trong máy', { exact: false }).waitFor()
  await openRegister()
  await more().click()
  await says(`Đang hiện 100 trong ${persons} người`)
  const card = page.locator('.person-card').nth(60)
  await card.getByText('1 cuộc gặp chưa gửi').waitFor()
  await card.getByText('Chưa có cuộc gặp').waitFor()
  await page.unrouteAll()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await card.getByText('Gặp gần nhất').waitFor()
  await says(`Đang hiện 100 trong ${persons} người`)
  expect(await card.getByText('chưa gửi', { exact: false }).count()).toBe(0)
})

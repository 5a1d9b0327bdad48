import { mkdir } from 'node:fs/promises'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoPassword } from '../database/seed/network.ts'
import { root } from '../server/src/platform/config.ts'
import { findChromium } from '../tools/chromium/chromium.mjs'

/** A real Chromium: the machine's, Debian's, or one from npm. */
export async function launchBrowser(profile?: string): Promise<Browser | BrowserContext> {
  const { path, args } = await findChromium()
  const options = { executablePath: path, args, headless: true }
  if (profile === undefined) return chromium.launch(options)
  return chromium.launchPersistentContext(profile, { ...options, ...phone })
}

/** The phone of a club: 360 px wide, touched with a thumb. */
export const phone = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
} as const

/** The desk of the ward officer. */
export const desk = {
  viewport: { width: 1280, height: 800 },
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
} as const

/** What a page was kept from doing by its own rules, and whom it asked. */
export interface WatchedContext {
  /** Each breach of the content-security policy, from the page or the console; a sound product has none. */
  breaches: string[]
  /** The origins to which requests went. */
  origins: Set<string>
}

/** Hears every page of a context: what its policy forbade, and every request that it makes, the worker's too. */
export async function watch(context: BrowserContext): Promise<WatchedContext> {
  const watched: WatchedContext = { breaches: [], origins: new Set() }
  await context.exposeBinding('tellBreach', (_, told: string) => watched.breaches.push(told))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { tellBreach } = globalThis as unknown as { tellBreach(told: string): void }
      tellBreach(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample} (${event.sourceFile})`)
    })
  })
  context.on('console', (message) => {
    if (/content.security.policy|trusted ?(?:types|html|script)|permissions.policy/i.test(message.text()))
      watched.breaches.push(message.text())
  })
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    // What a page holds itself (data:, blob:) goes nowhere.
    if (protocol !== 'data:' && protocol !== 'blob:') watched.origins.add(origin)
  })
  return watched
}

/** Signs in as a person of the demo, by the labels that she sees. */
export async function signInAs(page: Page, address: string, username: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('navigation', { name: 'Các trang chính' }).waitFor()
}

/** Keeps a picture of the screen in docs/screens when KE_VAI_SCREENS is set; somebody looks at it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.KE_VAI_SCREENS) return
  await mkdir(`${root}docs/screens`, { recursive: true })
  // The whole page in one window, so that what sticks to an edge stands where the page ends.
  const window = page.viewportSize()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (window)
    await page.setViewportSize({
      width: window.width,
      height: Math.min(4000, Math.max(height, window.height)),
    })
  await page.screenshot({ path: `${root}docs/screens/${name}.png` })
  if (window) await page.setViewportSize(window)
}

interface Violation {
  id: string
  impact: string
  nodes: { html: string }[]
}

/** axe looks at the page as it stands and finds nothing serious or critical. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
  expect(found).toEqual([])
}

/** Somebody's own browser, signed in as her. */
export async function openedBy(
  browser: Browser,
  address: string,
  username: string,
  device: typeof phone | typeof desk = desk,
): Promise<Page> {
  const context = await browser.newContext({ ...device, bypassCSP: true })
  const page = await context.newPage()
  page.setDefaultTimeout(25_000)
  await signInAs(page, address, username)
  return page
}

/** axe, and at both widths a picture on which nothing scrolls sideways; afterwards the window is as it was. */
export async function looked(page: Page, name: string): Promise<void> {
  const window = page.viewportSize()
  await expectAccessible(page)
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over, `${name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0)
    await picture(page, `${name}-${width}`)
  }
  if (window) await page.setViewportSize(window)
}

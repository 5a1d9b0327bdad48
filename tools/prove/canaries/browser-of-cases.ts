import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser, signInAs } from '../../../e2e/browser.ts'
import { sessionWrite } from './browser.ts'
import { digits, letters } from './marks.ts'
import type { OfCase } from './of-case.ts'
import { marked } from './story.ts'

/** Somebody's own device: a profile of hers on the disk, in which she reads and writes, and which then is laid away. */
async function onDeviceOf(
  folder: string,
  address: string,
  username: string,
  reads: (page: Page) => Promise<void>,
): Promise<void> {
  const profile = join(folder, username)
  mkdirSync(profile, { mode: 0o777 })
  const browser = (await launchBrowser(profile)) as BrowserContext
  try {
    const page = await browser.newPage()
    await signInAs(page, address, username)
    await reads(page)
    await page.waitForTimeout(sessionWrite)
  } finally {
    await browser.close()
  }
}

/** Opens whatever is sealed on the page as it stands; a mark must then be read there, else nothing was tried. */
async function openAll(page: Page, where: string): Promise<void> {
  const sealed = page.getByRole('button', { name: /^(?:Mở(?! thông tin riêng)|Xem (?!thêm))/u })
  await sealed.first().waitFor()
  for (let left = await sealed.count(); left > 0; left--) {
    const open = page.locator('.sealed')
    const before = await open.count()
    await sealed.first().click()
    await open.nth(before).waitFor()
  }
  const told = await page.locator('main').innerText()
  if (!told.includes(letters) && !told.includes(digits)) throw new Error(`${where} shows no mark`)
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** A case manager's morning: who she is, every word of the team, the story, and what she types and does not send. */
async function readCase(page: Page, address: string, ofCase: OfCase): Promise<void> {
  // She presses when the page stands still: what it asks for by and by moves what is on it.
  const part = (tab: string) =>
    page.goto(`${address}/cases/${ofCase.caseId}/${tab}`, { waitUntil: 'networkidle' })
  await part('timeline')
  await press(page, 'Mở thông tin riêng')
  await page.getByRole('radio', { name: 'Làm giấy tờ' }).check()
  await press(page, 'Mở thông tin riêng')
  await page.getByText(marked('tên giấy tờ')).waitFor()
  await press(page, 'Sửa thông tin riêng')
  await page.getByLabel('Muốn được gọi là').fill(marked('gõ tên, chưa lưu'))
  await page.waitForTimeout(sessionWrite)
  await press(page, 'Đóng ngay')
  await openAll(page, 'the timeline')
  await press(page, 'Ghi chú cho nhóm')
  await page.getByLabel('Ghi chú', { exact: true }).fill(marked('gõ ghi chú, chưa lưu'))
  await page.waitForTimeout(sessionWrite)
  await part('story')
  await press(page, 'Tôi cần xem phần này')
  await openAll(page, 'the story')
  for (const tab of ['needs', 'stay', 'services', 'origin', 'protection', 'verification']) {
    await part(tab)
    await openAll(page, tab)
  }
}

/**
 * A case in real browsers with profiles on the disk: its manager, the club beside it, and the bodies that were told of it
 * open on their screens whatever each may open.
 */
export async function readOnDevices(address: string, folder: string, ofCase: OfCase): Promise<void> {
  await onDeviceOf(folder, address, 'van', (page) => readCase(page, address, ofCase))
  await onDeviceOf(folder, address, 'tham', async (page) => {
    await page
      .getByRole('link', { name: /Đồng hành/u })
      .first()
      .click()
    await page.getByRole('link', { name: /ĐH-/u }).first().click()
    await openAll(page, 'the companion')
    await press(page, 'Ghi lần gặp')
    await page.getByRole('textbox').last().fill(marked('gõ lần gặp, chưa lưu'))
  })
  await onDeviceOf(folder, address, 'tam', async (page) => {
    await page.goto(`${address}/referrals`)
    await page.getByRole('article').getByRole('link').first().click()
    await openAll(page, 'the referral')
  })
  for (const [username, path] of [
    ['may', 'transfers'],
    ['toan', 'tracing'],
  ] as const)
    await onDeviceOf(folder, address, username, async (page) => {
      await page.goto(`${address}/${path}`)
      await openAll(page, path)
    })
}

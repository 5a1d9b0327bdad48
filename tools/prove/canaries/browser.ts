import type { BrowserContext } from 'playwright-core'
import { demoPassword } from '../../../database/seed/network.ts'
import { launchBrowser, signInAs } from '../../../e2e/browser.ts'
import { marked } from './story.ts'

/** Chromium keeps what stands in a page for «restore session» some seconds after it was typed. */
export const sessionWrite = 6_000

/**
 * A volunteer's evening in a real browser with a profile on the disk: she opens an identity, types a note without a
 * network, which stays in the outbox, and lays the phone away.
 */
export async function spendAnEvening(address: string, profile: string, personId: string): Promise<void> {
  const browser = (await launchBrowser(profile)) as BrowserContext
  try {
    const page = await browser.newPage()
    await signInAs(page, address, 'tham')
    await page.goto(`${address}/register/person/${personId}`)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
    await page.getByRole('button', { name: 'Mở khóa' }).click()
    await page.getByRole('link', { name: 'Ghi nhanh' }).waitFor()
    await page.getByRole('button', { name: 'Mở thông tin riêng' }).click()
    await page.getByLabel('Chuẩn bị thăm hỏi').check()
    await page.getByRole('button', { name: 'Mở thông tin riêng' }).click()
    await page.getByText(marked('tên')).waitFor()
    await page.waitForTimeout(sessionWrite)
    await browser.setOffline(true)
    await page.getByRole('link', { name: 'Ghi nhanh' }).click()
    await page.getByRole('checkbox', { name: 'Tôi đã đọc và làm theo' }).check()
    await page.getByRole('checkbox', { name: 'Tư vấn' }).check()
    await page.getByText('Ghi thêm').click()
    await page.getByLabel('Vài dòng').fill(marked('gõ trong máy'))
    await page.waitForTimeout(sessionWrite)
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText('Đã lưu trong máy, chưa gửi').waitFor()
    await page.waitForTimeout(sessionWrite)
  } finally {
    await browser.close()
  }
}

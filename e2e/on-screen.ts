import type { Locator, Page } from 'playwright-core'
import { demoPassword } from '../database/seed/network.ts'

// What a person does on a screen of hers, by the words that she reads. Every act waits for what it needs, so that a
// slow evening changes nothing.

type On = Page | Locator

const whole = (text: string) => new RegExp(`^(★ )?${text.replace(/[.?()]/gu, (sign) => `\\${sign}`)}$`, 'u')

/** A chip whose whole text this is; a star before it says that the place fits. */
export const choose = (on: On, text: string) => on.locator('label.chip', { hasText: whole(text) }).click()

/** Several chips of one form, one after the other. */
export async function chooseAll(on: On, ...texts: string[]): Promise<void> {
  for (const text of texts) await choose(on, text)
}

export const press = (on: On, name: string) => on.getByRole('button', { name, exact: true }).click()

/** The button that sends a form; one of the same name may have opened it. */
export const submit = (on: On, name: string) =>
  on.locator('form').getByRole('button', { name, exact: true }).click()

/** A part of a case, by its tab. */
export const part = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Các phần của hồ sơ' })
    .getByRole('link', { name, exact: true })
    .click()

/** Her account and back to a main page: what stands there is asked for again, and the device stays unlocked. */
export async function lookAnew(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'tài khoản của tôi' }).click()
  await page.getByRole('navigation', { name: 'Các trang chính' }).getByRole('link', { name }).click()
}

/** An address within the app, without loading it anew: a load would lock the vault of the device. */
export const goTo = (page: Page, path: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

/** Proves who she is if she is asked for it, until what she opened is seen. */
export async function prove(page: Page, seen: Locator): Promise<void> {
  const dialog = page.getByRole('dialog')
  const password = dialog.getByLabel('Mật khẩu', { exact: true })
  await seen.or(password).first().waitFor()
  if (!(await password.isVisible())) return
  await password.fill(demoPassword)
  await dialog.getByRole('button', { name: 'Xác nhận' }).click()
  await seen.first().waitFor()
}

/** The consent sheet, read with her: the fields she agrees to, her own yes, spoken in Vietnamese. */
export async function sheYes(page: Page, ...fields: string[]): Promise<void> {
  const sheet = page.getByRole('region', { name: 'Phiếu đồng ý' })
  await chooseAll(sheet, ...fields, 'Chính người được hỗ trợ', 'Tiếng Việt', 'Không cần phiên dịch', 'Ký tên')
  const stated = sheet.getByText('Chị ấy nói là hiểu tiếng này.')
  if (await stated.isVisible()) await stated.click()
  await press(sheet, 'Đồng ý')
  await sheet.waitFor({ state: 'detached' })
}

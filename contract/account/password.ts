import { z } from 'zod'
import { done } from '../command.ts'
import { defineOutside } from '../outside.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { foldText } from '../text/text.ts'
import { commonPasswords } from './common-passwords.ts'

/** NIST SP 800-63B-4: fifteen characters when the password stands alone, eight beside a second factor. */
export const shortestAlone = 15
export const shortestWithCode = 8

/** One form for every keyboard: «ế» typed as one sign or as three is the same password. */
export const cleanPassword = (typed: string): string => typed.normalize('NFC')

/** Outside the commands, whose log keeps a hash of the arguments. Owes a step-up; ends her other sign-ins. */
export const passwordSet = defineOutside({
  name: 'account.set_password',
  path: '/account/password',
  body: z.object({ password: z.string().min(1).max(400) }),
  response: done,
  permission: 'account.own',
  audit: ['PASSWORD_CHANGED'],
  summary: { vi: 'Đặt mật khẩu mới', en: 'Set a new password' },
})

export const passwordRefusals = {
  tooShort: refuse(
    'password_too_short',
    {
      vi: 'Mật khẩu cần ít nhất 15 ký tự. Bốn, năm từ ghép lại thì dễ nhớ mà khó đoán.',
      en: 'A password needs at least 15 characters. Four or five words are easy to keep and hard to guess.',
    },
    'password',
  ),
  tooShortWithCode: refuse(
    'password_too_short',
    {
      vi: 'Mật khẩu cần ít nhất 8 ký tự, vì chị đã có thêm mã 6 số.',
      en: 'A password needs at least 8 characters, as you also have a code.',
    },
    'password',
  ),
  tooCommon: refuse(
    'password_too_common',
    {
      vi: 'Mật khẩu này nhiều người dùng nên dễ đoán. Xin chọn những từ khác.',
      en: 'Many people use this password, so it is easily guessed. Please choose other words.',
    },
    'password',
  ),
  holdsName: refuse(
    'password_holds_name',
    {
      vi: 'Mật khẩu không nên chứa tên đăng nhập.',
      en: 'A password should not hold the user name.',
    },
    'password',
  ),
} as const

/** What compares equal to a common password: no accents, no case, no spaces or signs. */
const bare = (text: string): string => foldText(text).replaceAll(' ', '')

/** The same few signs over and over: 'aaaa…', '121212…', 'abcabc…'. */
function repeats(text: string): boolean {
  for (let length = 1; length <= text.length / 2 && length <= 4; length++)
    if (
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .startsWith(text)
    )
      return true
  return false
}

/** May this be her password? Null when it may. Length is counted in characters as people see them. */
export function passwordRule(
  password: string,
  { username, hasCode }: { username: string; hasCode: boolean },
): Refusal | null {
  const clean = cleanPassword(password)
  const length = [...clean].length
  if (length < shortestWithCode && hasCode) return passwordRefusals.tooShortWithCode
  if (length < shortestAlone && !hasCode) return passwordRefusals.tooShort
  const name = bare(username)
  const stripped = bare(clean)
  if (name.length >= 3 && stripped.replaceAll(name, '').length < shortestWithCode && stripped.includes(name))
    return passwordRefusals.holdsName
  // A common one stays common with figures or signs behind it, or said twice.
  const kernel = stripped.replace(/\d+$/u, '')
  const halves = stripped.slice(0, stripped.length / 2)
  const isCommon =
    commonPasswords.has(stripped) ||
    commonPasswords.has(kernel) ||
    (halves + halves === stripped && commonPasswords.has(halves))
  return isCommon || repeats(clean.toLowerCase()) ? passwordRefusals.tooCommon : null
}

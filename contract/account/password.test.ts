import { expect, test } from 'vitest'
import { passwordRule } from './password.ts'

const code = (password: string, hasCode = false, username = 'tham') =>
  passwordRule(password, { username, hasCode })?.code ?? null

test('alone it takes fifteen characters, beside a code eight', () => {
  expect(code('thuyền về bến')).toBe('password_too_short')
  expect(code('thuyền về bến cũ')).toBeNull()
  expect(code('bến cũ x')).toBe('password_too_short')
  expect(code('bến cũ x', true)).toBeNull()
  expect(code('bến cũ', true)).toBe('password_too_short')
})

test('characters are counted as people see them, however they were typed', () => {
  expect(code('bến cũ xưa ấy q'.normalize('NFD'))).toBeNull()
  expect(code('bến cũ xưa ấ q'.normalize('NFD'))).toBe('password_too_short')
})

test.each([
  'ke-vai-sat-canh',
  'Mật khẩu của tôi',
  'PASSWORD-password',
  'Hội Liên hiệp Phụ nữ Việt Nam',
  'gia đình hạnh phúc 2026',
  'qwertyuiopasdfghjkl',
  '123456789012345',
  'aaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabc',
])('a password that many use is refused: %s', (password) => {
  expect(code(password, true)).toBe('password_too_common')
})

test('her user name is no password', () => {
  expect(code('tham-tham-tham-tham')).toBe('password_holds_name')
  expect(code('cao xanh 2026 x', false, 'cao-xanh')).toBe('password_holds_name')
  expect(code('chiều nay mưa ở bến thắm')).toBeNull()
})

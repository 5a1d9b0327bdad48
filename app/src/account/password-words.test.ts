import { expect, test } from 'vitest'
import { passwordWords } from './password-words.ts'

const alone = { username: 'tham', hasCode: false }

test('what is missing is counted in characters as people see them', () => {
  expect(passwordWords('', alone).vi).toContain('15 ký tự')
  expect(passwordWords('ếếế', alone).vi).toBe('Còn thiếu 12 ký tự.')
  expect(passwordWords('ế'.normalize('NFD').repeat(3), alone).vi).toBe('Còn thiếu 12 ký tự.')
  expect(passwordWords('bếp lửa', { ...alone, hasCode: true }).vi).toBe('Còn thiếu 1 ký tự.')
})

test('one that everybody has is never called good', () => {
  expect(passwordWords('mật khẩu của tôi', alone).vi).toContain('nhiều người dùng')
  expect(passwordWords('đò chiều qua bến', alone).vi).toContain('Đủ dài')
  expect(passwordWords('đò chiều qua bến sông Chanh', alone).vi).toBe('Dài và khó đoán.')
})

import { expect, test } from 'vitest'
import { readSafeContactHints } from './safe-contact-hints.ts'

test.each([
  ['không gọi buổi tối', ['no_call_evening']],
  ['Ko goi dien sau 20h', ['no_call_evening']],
  ['không gọi giờ làm', ['no_call_daytime']],
  ['không gọi', ['no_call']],
  ['đừng nhắn tin', ['no_message']],
  ['không đến nhà, chồng không biết', ['no_home_visit', 'others_must_not_know']],
  ['chỉ gặp riêng', ['meet_only']],
  ['liên hệ qua chị gái', ['through_trusted_person']],
  ['trùng tên, không phải người ở khu trên', []],
])('%s', (note, hints) => {
  expect(readSafeContactHints(note)).toEqual(hints)
})

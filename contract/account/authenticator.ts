import { z } from 'zod'
import { defineCommand, done } from '../command.ts'
import { nothing } from '../endpoint.ts'
import { refuse } from '../refusal.ts'
import { code } from './sign-in.ts'

/** Makes the secret for an authenticator app. It counts only after a code of it was confirmed. */
export const authenticatorSetup = defineCommand({
  name: 'account.set_up_authenticator',
  permission: 'account.own',
  scope: 'anywhere',
  args: nothing,
  /** `secret` in base32 for typing, `uri` (otpauth://) for the picture to scan. */
  result: z.object({ secret: z.string(), uri: z.string() }),
  audit: 'AUTHENTICATOR_SET_UP',
  offline: false,
  stepUp: true,
  keepsAnswer: false,
  summary: { vi: 'Tạo mã cho ứng dụng xác thực', en: 'Set up an authenticator app' },
})

export const authenticatorConfirm = defineCommand({
  name: 'account.confirm_authenticator',
  permission: 'account.own',
  scope: 'anywhere',
  args: z.object({ code }),
  result: done,
  audit: 'AUTHENTICATOR_CONFIRMED',
  offline: false,
  summary: { vi: 'Xác nhận ứng dụng xác thực', en: 'Confirm the authenticator app' },
})

export const authenticatorRemove = defineCommand({
  name: 'account.remove_authenticator',
  permission: 'account.own',
  scope: 'anywhere',
  args: nothing,
  result: done,
  audit: 'AUTHENTICATOR_REMOVED',
  offline: false,
  stepUp: true,
  summary: { vi: 'Bỏ ứng dụng xác thực', en: 'Remove the authenticator app' },
})

export const authenticatorRefusals = {
  alreadyThere: refuse('authenticator_there', {
    vi: 'Chị đã có ứng dụng xác thực. Muốn đổi, xin bỏ cái cũ trước.',
    en: 'You already have an authenticator app. Remove it first to change it.',
  }),
  passwordTooShortAlone: refuse('password_needs_code', {
    vi: 'Mật khẩu của chị ngắn hơn 15 ký tự nên còn cần mã 6 số. Xin đặt mật khẩu dài hơn trước.',
    en: 'Your password has fewer than 15 characters and still needs the code. Please set a longer one first.',
  }),
} as const

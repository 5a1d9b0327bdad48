import { z } from 'zod'
import { done } from '../command.ts'
import { nothing } from '../endpoint.ts'
import { defineOutside } from '../outside.ts'
import { refuse } from '../refusal.ts'
import { me } from './account.ts'
import { usedPasskey, usePasskeyOptions } from './webauthn.ts'

/** A sign-in ends this many hours after it was opened, whatever is done with it. */
export const signInHours = 12
/** It ends earlier when nothing was asked with it for this many hours; the database holds the same figure. */
export const idleHours = 4
/** How long a proof that it is she opens what asks for one. */
export const stepUpMinutes = 10

/** Six digits of an authenticator app; spaces between them are how people read them. */
export const code = z
  .string()
  .max(20)
  .transform((typed) => typed.replace(/\s/gu, ''))
  .pipe(z.string().regex(/^\d{6}$/u))

const password = z.string().min(1).max(400)

export const signIn = defineOutside({
  name: 'account.sign_in',
  path: '/sign-in',
  body: z.object({ username: z.string().trim().min(1).max(80), password, code: code.optional() }),
  response: me,
  permission: 'anybody',
  audit: ['SIGNED_IN', 'SIGN_IN_REFUSED'],
  summary: { vi: 'Đăng nhập bằng mật khẩu', en: 'Sign in with a password' },
})

export const signInPasskeyOptions = defineOutside({
  name: 'account.sign_in_passkey_options',
  path: '/sign-in/passkey/options',
  body: nothing,
  response: usePasskeyOptions,
  permission: 'anybody',
  audit: [],
  summary: { vi: 'Bắt đầu đăng nhập bằng khóa trên máy', en: 'Begin to sign in with a passkey' },
})

export const signInPasskey = defineOutside({
  name: 'account.sign_in_passkey',
  path: '/sign-in/passkey',
  body: z.object({ passkey: usedPasskey }),
  response: me,
  permission: 'anybody',
  audit: ['SIGNED_IN', 'SIGN_IN_REFUSED'],
  summary: { vi: 'Đăng nhập bằng khóa trên máy', en: 'Sign in with a passkey' },
})

/**
 * `wipe` also clears what this browser keeps for the app. Without it the device's sealed store stays: it may hold work
 * that was not sent yet.
 */
export const signOut = defineOutside({
  name: 'account.sign_out',
  path: '/sign-out',
  body: z.object({ wipe: z.boolean().default(false) }).nullish(),
  response: done,
  permission: 'account.own',
  audit: ['SIGNED_OUT'],
  summary: { vi: 'Đăng xuất', en: 'Sign out' },
})

export const stepUpPasskeyOptions = defineOutside({
  name: 'account.step_up_passkey_options',
  path: '/step-up/passkey/options',
  body: nothing,
  response: usePasskeyOptions,
  permission: 'account.own',
  audit: [],
  summary: { vi: 'Bắt đầu xác nhận bằng khóa trên máy', en: 'Begin to confirm with a passkey' },
})

export const stepUp = defineOutside({
  name: 'account.step_up',
  path: '/step-up',
  body: z.union([
    z.object({ passkey: usedPasskey }),
    z.object({ password, code: code.optional(), passkey: z.undefined().optional() }),
  ]),
  response: z.object({ until: z.iso.datetime({ offset: true }) }),
  permission: 'account.own',
  audit: ['STEPPED_UP', 'STEP_UP_REFUSED'],
  summary: { vi: 'Xác nhận lại đúng là chị', en: 'Confirm again that it is you' },
})

export const signInRefusals = {
  wrongPassword: refuse('wrong_password', {
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
    en: 'The user name or the password is not right.',
  }),
  codeNeeded: refuse(
    'code_needed',
    {
      vi: 'Xin nhập mã 6 số trong ứng dụng xác thực.',
      en: 'Please enter the six-digit code of your authenticator app.',
    },
    'code',
  ),
  wrongCode: refuse(
    'wrong_code',
    {
      vi: 'Mã 6 số chưa đúng hoặc đã dùng rồi. Xin chờ mã mới rồi nhập lại.',
      en: 'The six-digit code is not right or was used already. Please wait for the next one.',
    },
    'code',
  ),
  wrongPasskey: refuse('wrong_passkey', {
    vi: 'Khóa trên máy này chưa dùng được. Xin thử lại, hoặc đăng nhập bằng cách khác.',
    en: 'This passkey could not be used. Please try again, or sign in in another way.',
  }),
  noPasskeysHere: refuse('no_passkeys_here', {
    vi: 'Địa chỉ này không dùng được khóa trên máy. Trên máy thử, xin mở bằng http://localhost.',
    en: 'Passkeys do not work at this address. On a trial machine open it as http://localhost.',
  }),
  tooManyTries: refuse('too_many_tries', {
    vi: 'Đang có nhiều lần thử cùng lúc. Xin chờ một phút rồi thử lại; khóa trên máy vẫn vào được ngay.',
    en: 'Too many tries at once. Please wait a minute; a passkey still works right away.',
  }),
} as const

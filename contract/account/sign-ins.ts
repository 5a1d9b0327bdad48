import { z } from 'zod'
import { defineCommand, done } from '../command.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { codeOf } from '../words.ts'

export const signInMethods = {
  password: { vi: 'Mật khẩu', en: 'Password' },
  password_and_code: { vi: 'Mật khẩu và mã 6 số', en: 'Password and code' },
  passkey: { vi: 'Khóa trên máy', en: 'Passkey' },
  invitation: { vi: 'Lời mời', en: 'Invitation' },
} as const

const instant = z.iso.datetime({ offset: true })

/** Her own open sign-ins; never a token, an address or a whole user agent. */
export const signInsRead = defineRead({
  name: 'account.sign_ins',
  path: '/account/sign-ins',
  params: nothing,
  query: nothing,
  response: z.object({
    signIns: z.array(
      z.object({
        id: z.uuid(),
        /** Browser and system in two words: 'Chrome · Android'. */
        device: z.string(),
        method: codeOf(signInMethods),
        openedAt: instant,
        lastUsedAt: instant,
        endsAt: instant,
        /** The one that asks. */
        current: z.boolean(),
      }),
    ),
  }),
  permission: 'account.own',
  scope: 'anywhere',
  summary: { vi: 'Những máy đang đăng nhập', en: 'Where I am signed in' },
})

/** The ways in which she may sign in. */
export const waysRead = defineRead({
  name: 'account.ways',
  path: '/account/ways',
  params: nothing,
  query: nothing,
  response: z.object({
    hasPassword: z.boolean(),
    authenticator: z.enum(['none', 'unconfirmed', 'confirmed']),
    passkeys: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        addedAt: instant,
        lastUsedAt: instant.nullable(),
        /** True when her phone's maker keeps a copy, so that a new phone has it too. */
        backedUp: z.boolean(),
      }),
    ),
  }),
  permission: 'account.own',
  scope: 'anywhere',
  summary: { vi: 'Các cách đăng nhập của tôi', en: 'My ways to sign in' },
})

export const signInEnd = defineCommand({
  name: 'account.end_sign_in',
  permission: 'account.own',
  scope: 'anywhere',
  args: z.object({ signInId: z.uuid() }),
  result: done,
  audit: 'SIGN_IN_ENDED',
  offline: false,
  summary: { vi: 'Đăng xuất một máy', en: 'Sign one device out' },
})

/** Signs out everywhere; the device that asks stays signed in unless it says so. */
export const signInEndAll = defineCommand({
  name: 'account.end_all',
  permission: 'account.own',
  scope: 'anywhere',
  args: z.object({ alsoThis: z.boolean().default(false) }),
  result: z.object({ ended: z.number().int() }),
  audit: 'SIGN_INS_ENDED',
  offline: false,
  summary: { vi: 'Đăng xuất mọi máy', en: 'Sign out everywhere' },
})

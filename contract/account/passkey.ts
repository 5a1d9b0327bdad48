import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { nothing } from '../endpoint.ts'
import { defineOutside } from '../outside.ts'
import { refuse } from '../refusal.ts'
import { makePasskeyOptions, newPasskey } from './webauthn.ts'

/** What she calls the device, to know it again in the list. */
export const passkeyName = z.string().trim().min(1).max(60)

export const passkeyAddOptions = defineOutside({
  name: 'account.add_passkey_options',
  path: '/account/passkeys/options',
  body: nothing,
  response: makePasskeyOptions,
  permission: 'account.own',
  audit: [],
  summary: { vi: 'Bắt đầu thêm khóa trên máy', en: 'Begin to add a passkey' },
})

/** Outside the commands because it is bound to the address that the browser stands at. Owes a step-up. */
export const passkeyAdd = defineOutside({
  name: 'account.add_passkey',
  path: '/account/passkeys',
  body: z.object({ passkey: newPasskey, name: passkeyName }),
  response: made,
  permission: 'account.own',
  audit: ['PASSKEY_ADDED'],
  summary: { vi: 'Thêm khóa trên máy', en: 'Add a passkey' },
})

export const passkeyRemove = defineCommand({
  name: 'account.remove_passkey',
  permission: 'account.own',
  scope: 'anywhere',
  args: z.object({ passkeyId: z.uuid() }),
  result: done,
  audit: 'PASSKEY_REMOVED',
  offline: false,
  stepUp: true,
  summary: { vi: 'Bỏ khóa của một máy', en: 'Remove a passkey' },
})

export const passkeyRefusals = {
  lastWay: refuse('last_way_in', {
    vi: 'Đây là cách vào duy nhất của chị. Xin thêm một cách khác trước khi bỏ cách này.',
    en: 'This is your only way in. Please add another one first.',
  }),
  notMade: refuse('passkey_not_made', {
    vi: 'Chưa tạo được khóa trên máy này. Xin thử lại.',
    en: 'The passkey could not be made. Please try again.',
  }),
} as const

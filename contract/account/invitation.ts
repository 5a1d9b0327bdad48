import { z } from 'zod'
import { defineCommand, done } from '../command.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { defineOutside } from '../outside.ts'
import { refuse } from '../refusal.ts'
import { me, role } from './account.ts'
import { passkeyName } from './passkey.ts'
import { makePasskeyOptions, newPasskey } from './webauthn.ts'

/** An invitation that nobody took ends by itself. */
export const invitationDays = 7

/**
 * The token as it stands behind the `#` of the link, /invitation#TOKEN: what follows a `#` never reaches a server's
 * log nor another site.
 */
export const invitationToken = z.string().regex(/^[\w-]{43}$/u)
export const invitationPath = (token: string): string => `/invitation#${token}`

const displayName = z.string().trim().min(1).max(120)
/** What she signs in with: small letters without accents, figures, and . _ - between them. */
export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{0,38}[a-z0-9]$/u)

/** Every role but a member's; nobody is invited as the command line, nor as a person supported. */
const powerfulRole = role.exclude(['club_member', 'supported_person', 'operator'])

/** The link is shown this once: neither database nor log keeps the token. */
const invited = z.object({
  id: z.uuid(),
  token: invitationToken,
  expiresAt: z.iso.datetime({ offset: true }),
})

const shownOnce = { result: invited, audit: 'INVITATION_MADE', offline: false, keepsAnswer: false } as const

export const invitationMake = defineCommand({
  name: 'invitation.make',
  permission: 'grant.member',
  scope: 'club',
  args: z.object({ invitationId: z.uuid(), clubId: z.uuid(), displayName }),
  ...shownOnce,
  summary: { vi: 'Mời một thành viên', en: 'Invite a club member' },
})

/** At an organisation, or (with `clubId`) at a club that it manages. */
export const invitationMakePowerful = defineCommand({
  name: 'invitation.make_powerful',
  permission: 'grant.powerful',
  scope: 'organisation',
  args: z.object({
    invitationId: z.uuid(),
    organisationId: z.uuid(),
    clubId: z.uuid().nullable(),
    role: powerfulRole,
    displayName,
  }),
  ...shownOnce,
  stepUp: true,
  twoPeople: { approve: 'grant.powerful.approve' },
  summary: { vi: 'Mời một người vào vai trò có nhiều quyền', en: 'Invite somebody to a powerful role' },
})

/** For somebody who lost every way in: she makes new ones, the old ones end. */
export const invitationMakeReturn = defineCommand({
  name: 'invitation.make_return',
  permission: 'grant.powerful',
  scope: 'organisation',
  args: z.object({ invitationId: z.uuid(), organisationId: z.uuid(), accountId: z.uuid() }),
  ...shownOnce,
  stepUp: true,
  twoPeople: { approve: 'grant.powerful.approve' },
  summary: { vi: 'Mở lại lối vào cho một người', en: 'Let somebody back in' },
})

export const invitationCancel = defineCommand({
  name: 'invitation.cancel',
  permission: 'grant.end',
  scope: 'anywhere',
  args: z.object({ invitationId: z.uuid() }),
  result: done,
  audit: 'INVITATION_CANCELLED',
  offline: false,
  summary: { vi: 'Hủy lời mời', en: 'Cancel an invitation' },
})

const place = { clubId: z.uuid().nullable(), organisationId: z.uuid().nullable() }

/** The invitations of places that she answers for, newest first; at most two hundred. */
export const invitationList = defineRead({
  name: 'invitation.list',
  path: '/invitations',
  params: nothing,
  query: nothing,
  response: z.object({
    invitations: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['new', 'return']),
        displayName: z.string(),
        role: role.nullable(),
        ...place,
        placeName: z.string(),
        invitedBy: z.string(),
        createdAt: z.iso.datetime({ offset: true }),
        expiresAt: z.iso.datetime({ offset: true }),
        state: z.enum(['open', 'used', 'cancelled', 'expired']),
      }),
    ),
  }),
  permission: 'grant.end',
  scope: 'anywhere',
  summary: { vi: 'Các lời mời', en: 'Invitations' },
})

/** What the invited person sees before she says yes. */
export const invitationLook = defineOutside({
  name: 'invitation.look',
  path: '/invitation/look',
  body: z.object({ token: invitationToken }),
  response: z.object({
    kind: z.enum(['new', 'return']),
    displayName: z.string(),
    /** Hers already when `kind` is 'return'; to be chosen otherwise. */
    username: z.string().nullable(),
    role: role.nullable(),
    placeName: z.string(),
    invitedBy: z.string(),
    expiresAt: z.iso.datetime({ offset: true }),
  }),
  permission: 'invited',
  audit: [],
  summary: { vi: 'Xem lời mời', en: 'Look at an invitation' },
})

export const invitationPasskeyOptions = defineOutside({
  name: 'invitation.passkey_options',
  path: '/invitation/passkey-options',
  body: z.object({ token: invitationToken, username: username.optional() }),
  response: makePasskeyOptions,
  permission: 'invited',
  audit: [],
  summary: { vi: 'Bắt đầu tạo khóa trên máy', en: 'Begin to make the first passkey' },
})

/** Makes the account with its way in (a password, a passkey, or both) and signs her in. */
export const invitationAccept = defineOutside({
  name: 'invitation.accept',
  path: '/invitation/accept',
  body: z.object({
    token: invitationToken,
    /** Owed when the invitation is new. */
    username: username.optional(),
    password: z.string().min(1).max(400).optional(),
    passkey: newPasskey.optional(),
    passkeyName: passkeyName.optional(),
  }),
  response: me,
  permission: 'invited',
  audit: ['INVITATION_ACCEPTED', 'SIGNED_IN'],
  summary: { vi: 'Nhận lời mời', en: 'Accept an invitation' },
})

export const invitationRefusals = {
  gone: refuse('invitation_gone', {
    vi: 'Đường dẫn này không còn dùng được: đã dùng, đã hủy hoặc quá 7 ngày. Xin nhờ người mời gửi đường dẫn mới.',
    en: 'This link no longer works: it was used, cancelled or is older than 7 days. Please ask for a new one.',
  }),
  usernameTaken: refuse(
    'username_taken',
    { vi: 'Tên này đã có người dùng. Xin chọn tên khác.', en: 'This name is taken. Please choose another.' },
    'username',
  ),
  usernameNeeded: refuse(
    'username_needed',
    { vi: 'Xin chọn tên đăng nhập.', en: 'Please choose a user name.' },
    'username',
  ),
  wayNeeded: refuse(
    'way_needed',
    { vi: 'Xin tạo khóa trên máy hoặc đặt mật khẩu.', en: 'Please make a passkey or set a password.' },
    'password',
  ),
  ownInvitation: refuse('own_invitation', {
    vi: 'Không ai tự mời chính mình. Xin đăng xuất và đưa đường dẫn cho người được mời.',
    en: 'Nobody invites herself. Please sign out and give the link to the person invited.',
  }),
  notOneself: refuse('return_of_oneself', {
    vi: 'Lối vào của chị do người khác mở lại giúp.',
    en: 'Somebody else lets you back in.',
  }),
  outOfReach: refuse('invitation_out_of_reach', {
    vi: 'Người này còn giữ vai trò ở nơi khác; xin nhờ cấp trên mở lại lối vào.',
    en: 'This person holds a role elsewhere; please ask the level above.',
  }),
} as const

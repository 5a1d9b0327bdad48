import { z } from 'zod'
import { defineRead, nothing } from '../endpoint.ts'
import { roles } from '../permissions.ts'
import { codeOf } from '../words.ts'

export const role = codeOf(roles)

/** Where a person holds a role, and what it lets her do there. */
export const standing = z.object({
  role,
  clubId: z.uuid().nullable(),
  organisationId: z.uuid().nullable(),
  name: z.string(),
  permissions: z.array(z.string()),
})
export type Standing = z.infer<typeof standing>

export const me = z.object({
  id: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  standings: z.array(standing),
  /** Where the key of identities is kept: a file is for trying out, and every screen says so. */
  keyCustody: z.enum(['file', 'shares']),
})
export type Me = z.infer<typeof me>

export const meRead = defineRead({
  name: 'account.me',
  path: '/me',
  params: nothing,
  query: nothing,
  response: me,
  permission: 'account.own',
  scope: 'anywhere',
  summary: { vi: 'Tôi là ai, được làm gì', en: 'Who I am and what I may do' },
})

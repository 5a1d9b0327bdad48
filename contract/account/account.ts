import { z } from 'zod'
import { done } from '../command.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { roles } from '../permissions.ts'
import { codeOf } from '../words.ts'

export const role = codeOf(roles)

export const signInBody = z.object({
  username: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(400),
})

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
})
export type Me = z.infer<typeof me>

/** Signing in and out stand outside the commands: before the one nobody is known, after the other nobody is. */
export const signIn = { path: '/sign-in', body: signInBody, response: me } as const
export const signOut = { path: '/sign-out', response: done } as const

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

import type { z } from 'zod'
import type { Permission } from './permissions.ts'
import type { Words } from './words.ts'

/**
 * A route that stands outside the commands, because nobody is known before it (signing in, an invitation) or because
 * what it carries must not leave a hash in the log of commands (a password). It says the same as a command all the same:
 * who may, which shape, which audit lines.
 */
export interface OutsideRoute<
  Name extends string = string,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  name: Name
  /** Below /api; always a POST. */
  path: string
  body: Body
  response: Response
  /** 'anybody', whoever holds the link of an invitation, or a permission of the person signed in. */
  permission: 'anybody' | 'invited' | Permission
  /** The actions that its audit lines name; only a route that hands out a challenge has none. */
  audit: readonly string[]
  summary: Words
}

/** Describes one route outside the commands, once. */
export function defineOutside<Name extends string, Body extends z.ZodType, Response extends z.ZodType>(
  route: OutsideRoute<Name, Body, Response>,
): OutsideRoute<Name, Body, Response> {
  return route
}

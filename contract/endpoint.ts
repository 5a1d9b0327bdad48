import { z } from 'zod'
import type { Scope, Subject } from './command.ts'
import type { Permission } from './permissions.ts'
import type { Words } from './words.ts'

/** A read: a plain GET. `audit` names the line that it leaves; most reads of coded facts leave none. */
export interface ReadDefinition<
  Name extends string = string,
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Response extends z.ZodType = z.ZodType,
> {
  name: Name
  /** Below /api, with :params. */
  path: string
  params: Params
  query: Query
  response: Response
  permission: Permission
  /** With 'club' the params hold `clubId`, with 'organisation' they hold `organisationId`. */
  scope: Scope
  audit?: string
  /** Whom it is about. Owed by every read that has a `personId`. */
  subject?: Subject
  /** The answer is a file of this media type, not JSON; `response` is then the shape of nothing. */
  file?: string
  summary: Words
}

/** Describes one read, once: path, shapes, permission. */
export function defineRead<
  Name extends string,
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Response extends z.ZodType,
>(definition: ReadDefinition<Name, Params, Query, Response>): ReadDefinition<Name, Params, Query, Response> {
  return definition
}

export const nothing = z.object({})

export type ParamsOf<R extends ReadDefinition> = z.infer<R['params']>
export type QueryOf<R extends ReadDefinition> = z.input<R['query']>
export type ResponseOf<R extends ReadDefinition> = z.infer<R['response']>

/** The path with its params filled in, below /api. */
export function readPath(definition: ReadDefinition, params: Record<string, string>): string {
  return definition.path.replace(/:(\w+)/gu, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

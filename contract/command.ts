import { z } from 'zod'
import type { Permission } from './permissions.ts'
import type { Words } from './words.ts'

/**
 * Where the permission of a command or read is looked for: in the club named by `clubId`, in the organisation named
 * by `organisationId`, in the one of both that is named and not null ('place'), or anywhere (things that belong to
 * nobody's scope, such as places, or to the actor alone).
 */
export type Scope = 'club' | 'organisation' | 'place' | 'anywhere'

/**
 * The argument that names whom a command or read is about, directly (a person) or by a thing of hers. The server looks
 * by it, before any handler runs, whether this actor may reach that person here and now.
 */
export interface Subject {
  kind: 'person' | 'contact' | 'referral' | 'mobilisation' | 'case'
  arg: string
}

/** What travels with every command beside its arguments. The id is made on the device and makes a retry harmless. */
export const commandEnvelope = z.object({
  id: z.uuid(),
  deviceTime: z.iso.datetime({ offset: true }),
  /** The other person's yes, for what two people must agree on. */
  approvalId: z.uuid().optional(),
})

export interface CommandDefinition<
  Name extends string = string,
  Args extends z.ZodObject = z.ZodObject,
  Result extends z.ZodType = z.ZodType,
> {
  name: Name
  permission: Permission
  scope: Scope
  args: Args
  result: Result
  /** The action that the audit line names. */
  audit: string
  /** True when the device may keep it in its outbox and send it later. */
  offline: boolean
  /** False when the answer must not be kept for a retry, because it opens an identity. */
  keepsAnswer?: boolean
  /** Whom it is about. Owed by every command that has a `personId`. */
  subject?: Subject
  /** True when the person must have proved within minutes that it is she (passkey, password, code). */
  stepUp?: boolean
  /** Done only when a second person, who holds this permission there, has agreed to exactly this. */
  twoPeople?: { approve: Permission }
  summary: Words
}

/** Describes one command, once. Its name is `concept.verb`; a name once shipped is never taken away. */
export function defineCommand<Name extends string, Args extends z.ZodObject, Result extends z.ZodType>(
  definition: CommandDefinition<Name, Args, Result>,
): CommandDefinition<Name, Args, Result> {
  return definition
}

/** The body of a command as it travels: id, device time, arguments. */
export function commandBody<Args extends z.ZodObject>(definition: CommandDefinition<string, Args>) {
  return commandEnvelope.extend({ args: definition.args })
}

export type ArgsOf<C extends CommandDefinition> = z.infer<C['args']>
export type ResultOf<C extends CommandDefinition> = z.infer<C['result']>

/** The answer to a command that changes something and has nothing to tell but the id of the thing made. */
export const made = z.object({ id: z.uuid() })
/** The answer to a command that has nothing to tell. */
export const done = z.object({ done: z.literal(true) })

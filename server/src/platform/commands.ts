import { createHash } from 'node:crypto'
import type { ArgsOf, CommandDefinition, ResultOf } from '@ke-vai/contract/command.ts'
import type { Reach } from '@ke-vai/contract/permissions.ts'
import { type Actor, asActor, type Credential, type Target } from './actor.ts'
import { type AuditLine, writeAudit } from './audit.ts'
import type { Sql, Tx } from './database.ts'
import { requirePermission } from './guard.ts'
import { Refused } from './refused.ts'
import type { Vault } from './vault.ts'

/** What a command's handler is handed: nothing else reaches the database or the keys. */
export interface CommandContext {
  tx: Tx
  actor: Actor
  /** 'assigned': only persons assigned to the actor; row-level security holds the same line. */
  reach: Reach
  /** The province that the rows of this command carry. */
  province: string
  commandId: string
  deviceTime: string
  vault: Vault
  /** Says what was done to what; at least one line is owed by every command. */
  audit(line: AuditLine): Promise<void>
}

export type CommandHandler<C extends CommandDefinition = CommandDefinition> = (
  args: ArgsOf<C>,
  context: CommandContext,
) => Promise<ResultOf<C>>

export interface Command {
  definition: CommandDefinition
  run: CommandHandler
}

/** Joins a command's definition with its handler, keeping the types of both in step. */
export function command<C extends CommandDefinition>(definition: C, run: CommandHandler<C>): Command {
  return { definition, run: run as unknown as CommandHandler }
}

/** A command as it arrives: its id and device time, its checked arguments. */
export interface Arrival {
  id: string
  deviceTime: string
  args: Record<string, unknown>
}

export function targetOf(scope: CommandDefinition['scope'], args: Record<string, unknown>): Target {
  if (scope === 'club') return { clubId: String(args.clubId) }
  if (scope === 'organisation') return { organisationId: String(args.organisationId) }
  return {}
}

/**
 * The one way to change anything: in one transaction, permission → the id taken once → the rule and the rows (handler)
 * → audit lines → the answer kept for a retry. A retry with the same id gets the first answer and changes nothing;
 * the same id for something else is refused.
 */
export async function runCommand(
  app: Sql,
  vault: Vault,
  credential: Credential,
  { definition, run }: Command,
  arrival: Arrival,
): Promise<unknown> {
  const target = targetOf(definition.scope, arrival.args)
  return asActor(app, credential, target, async (tx, actor) => {
    const reach = requirePermission(actor, definition.permission, target)
    const argsHash = createHash('sha256').update(JSON.stringify(arrival.args)).digest()
    const province = actor.clubProvince ?? actor.province
    const taken = await tx`
      insert into command_log (province, account_id, id, name, args_hash, device_time, answer)
      values (${actor.province}, ${actor.id}, ${arrival.id}, ${definition.name}, ${argsHash}, ${arrival.deviceTime}, 'null')
      on conflict do nothing returning id`
    if (taken.length === 0) return firstAnswer(tx, actor, definition.name, argsHash, arrival.id)
    let lines = 0
    const answer = await run(arrival.args, {
      tx,
      actor,
      reach,
      province,
      commandId: arrival.id,
      deviceTime: arrival.deviceTime,
      vault,
      audit: async (line) => {
        lines += 1
        await writeAudit(
          tx,
          { actor, province, action: definition.audit, target, commandId: arrival.id },
          line,
        )
      },
    })
    if (lines === 0) throw new Error(`${definition.name} left no audit line`)
    const kept = definition.result.parse(answer)
    // What a command opens (an identity) is never kept: its retry must ask, and be audited, again.
    await tx`update command_log set answer = ${JSON.stringify(definition.keepsAnswer === false ? null : kept)}::text::jsonb where id = ${arrival.id} and account_id = ${actor.id}`
    return kept
  })
}

async function firstAnswer(
  tx: Tx,
  actor: Actor,
  name: string,
  argsHash: Buffer,
  id: string,
): Promise<unknown> {
  const [first] = await tx<{ name: string; args_hash: Buffer; answer: unknown }[]>`
    select name, args_hash, answer from command_log where account_id = ${actor.id} and id = ${id}`
  if (!first || first.name !== name || !first.args_hash.equals(argsHash) || first.answer === null)
    throw new Refused('idReused')
  return first.answer
}

import type { ArgsOf, CommandDefinition, ResultOf } from '@ke-vai/contract/command.ts'
import type { Reach } from '@ke-vai/contract/permissions.ts'
import { type Actor, asActor, type Credential, type Target } from './actor.ts'
import { type ResultSet, type TakenApproval, takeApproval } from './approval.ts'
import { hashArgs } from './args-hash.ts'
import { type AuditLine, writeAudit } from './audit.ts'
import type { Sql, Tx } from './database.ts'
import { requirePermission, requireStepUp, requireSubject } from './guard.ts'
import { type Alarm, Refused } from './refused.ts'
import type { Vault, Vaults } from './vault.ts'

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
  /** The other person's yes, where the command owes one. */
  approval: TakenApproval | null
  /** Says what was done to what; at least one line is owed by every command. */
  audit(line: AuditLine): Promise<void>
}

export type CommandHandler<C extends CommandDefinition = CommandDefinition> = (
  args: ArgsOf<C>,
  context: CommandContext,
) => Promise<ResultOf<C>>

/** Says beforehand which rows a command of two people would touch, and how many of what. Changes nothing. */
export type Foresight<C extends CommandDefinition = CommandDefinition> = (
  args: ArgsOf<C>,
  context: Pick<CommandContext, 'tx' | 'actor' | 'reach' | 'province'>,
) => Promise<ResultSet>

export interface Command {
  definition: CommandDefinition
  run: CommandHandler
  /** Owed by a command of two people: its approval is bound to what this finds. */
  foresee: Foresight | undefined
}

/** Joins a command's definition with its handler, keeping the types of both in step. */
export function command<C extends CommandDefinition>(
  definition: C,
  run: CommandHandler<C>,
  foresee?: Foresight<C>,
): Command {
  return {
    definition,
    run: run as unknown as CommandHandler,
    foresee: foresee as unknown as Foresight | undefined,
  }
}

/** A command as it arrives: its id and device time, its checked arguments. */
export interface Arrival {
  id: string
  deviceTime: string
  args: Record<string, unknown>
  approvalId?: string | undefined
}

/** Where the permission is looked for. Refuses `bad_shape` when a place is owed and not exactly one is named. */
export function targetOf(scope: CommandDefinition['scope'], args: Record<string, unknown>): Target {
  if (scope === 'place') {
    const club = typeof args.clubId === 'string'
    if (club === (typeof args.organisationId === 'string')) throw new Refused('badShape')
    return targetOf(club ? 'club' : 'organisation', args)
  }
  if (scope === 'club') return { clubId: String(args.clubId) }
  if (scope === 'organisation') return { organisationId: String(args.organisationId) }
  return {}
}

/**
 * The one way to change anything: in one transaction, permission → the person it is about → the id taken once → the
 * second person's yes → the rule and the rows (handler) → audit lines → the answer kept for a retry. A retry with the
 * same id gets the first answer and changes nothing; the same id for something else is refused.
 */
export async function runCommand(
  app: Sql,
  vaults: Vaults,
  credential: Credential,
  command: Command,
  arrival: Arrival,
): Promise<unknown> {
  const { definition } = command
  const target = targetOf(definition.scope, arrival.args)
  try {
    const argsHash = await hashArgs(vaults, arrival.args)
    return await asActor(app, credential, target, (tx, actor) =>
      runAs(tx, actor, vaults.asking(credential), command, { ...arrival, argsHash }, target),
    )
  } catch (error) {
    if (error instanceof Refused && error.alarm) await keepAlarm(app, credential, target, error.alarm)
    throw error
  }
}

async function runAs(
  tx: Tx,
  actor: Actor,
  vault: Vault,
  { definition, run, foresee }: Command,
  arrival: Arrival & { argsHash: Buffer },
  target: Target,
): Promise<unknown> {
  const { args, argsHash } = arrival
  const reach = requirePermission(actor, definition.permission, target)
  const province = actor.clubProvince ?? actor.province
  const { subject } = definition
  // Sent together and done one after the other; a person out of reach is refused first, which undoes the rest.
  const [, isTaken] = await Promise.all([
    subject ? requireSubject(tx, subject, args[subject.arg], { province, reach, target }) : null,
    takeId(tx, actor, definition.name, arrival),
  ])
  if (definition.stepUp) requireStepUp(actor)
  if (!isTaken) return firstAnswer(tx, actor, definition.name, argsHash, arrival.id)
  let approval: TakenApproval | null = null
  if (foresee) {
    const result = await foresee(args, { tx, actor, reach, province })
    approval = await takeApproval(tx, actor, arrival.approvalId, {
      name: definition.name,
      args,
      target,
      result,
    })
  }
  const circumstance = { actor, province, action: definition.audit, target, commandId: arrival.id }
  const lines: AuditLine[] = []
  let written = 0
  const answer = await run(args, {
    tx,
    actor,
    reach,
    province,
    commandId: arrival.id,
    deviceTime: arrival.deviceTime,
    vault,
    approval,
    audit: async (line) => {
      // What opens something is written down first. The rest waits for the rows: the head of the chain is the last
      // thing that a command holds, so that two commands never wait for one another in a circle.
      if (definition.keepsAnswer === false) await writeAudit(tx, circumstance, line)
      else lines.push(line)
      written += 1
    },
  })
  if (written === 0) throw new Error(`${definition.name} left no audit line`)
  const kept = definition.result.parse(answer)
  // What a command opens (an identity) is never kept: its retry must ask, and be audited, again.
  // Sent together and done one after the other, the audit's lines last.
  await Promise.all([
    definition.keepsAnswer === false ? null : keepAnswer(tx, actor, arrival.id, kept),
    ...lines.map((line) => writeAudit(tx, circumstance, line)),
  ])
  return kept
}

/** False when this id was used before. */
async function takeId(
  tx: Tx,
  actor: Actor,
  name: string,
  { id, argsHash, deviceTime }: Arrival & { argsHash: Buffer },
): Promise<boolean> {
  const taken = await tx`
    insert into command_log (province, account_id, id, name, args_hash, device_time, answer)
    values (${actor.province}, ${actor.id}, ${id}, ${name}, ${argsHash}, ${deviceTime}, 'null')
    on conflict do nothing returning id`
  return taken.length > 0
}

async function keepAnswer(tx: Tx, actor: Actor, id: string, kept: unknown): Promise<void> {
  await tx`
    update command_log set answer = ${JSON.stringify(kept)}::text::jsonb
    where province = ${actor.province} and account_id = ${actor.id} and id = ${id}`
}

/** The refused transaction is gone; what must be seen of it is written in one of its own. */
async function keepAlarm(app: Sql, credential: Credential, target: Target, alarm: Alarm): Promise<void> {
  await asActor(app, credential, target, async (tx, actor) => {
    const province = actor.clubProvince ?? actor.province
    const { action, subjectKind, subjectId } = alarm
    await writeAudit(tx, { actor, province, action, target, commandId: null }, { subjectKind, subjectId })
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
    select name, args_hash, answer from command_log
    where province = ${actor.province} and account_id = ${actor.id} and id = ${id}`
  if (!first || first.name !== name || !first.args_hash.equals(argsHash) || first.answer === null)
    throw new Refused('idReused')
  return first.answer
}

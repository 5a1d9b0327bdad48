import type { ReadDefinition, ResponseOf } from '@ke-vai/contract/endpoint.ts'
import type { Reach } from '@ke-vai/contract/permissions.ts'
import type { z } from 'zod'
import { type Actor, asActor, asReader, type Credential } from './actor.ts'
import { writeAudit } from './audit.ts'
import { targetOf } from './commands.ts'
import { type Cursors, cursorsOf } from './cursor.ts'
import type { Sql, Tx } from './database.ts'
import { requirePermission, requireSubject } from './guard.ts'
import type { Vault, Vaults } from './vault.ts'

/** What a read's handler is handed. */
export interface ReadContext {
  tx: Tx
  actor: Actor
  reach: Reach
  /** The province of the club asked for, else the actor's. Queries lead with it, as the keys do. */
  province: string
  /** Where the pages of this read end, sealed for this person and these filters. */
  cursors: Cursors
  /** Bound to the actor. For what a page shows without opening an identity. */
  vault: Vault
}

/** A file as an answer: bytes and a name that says nothing of any person. */
export interface FileAnswer {
  bytes: Uint8Array
  name: string
}

export type ReadHandler<R extends ReadDefinition = ReadDefinition> = (
  asked: { params: z.infer<R['params']>; query: z.output<R['query']> },
  context: ReadContext,
) => Promise<R extends { file: string } ? FileAnswer : ResponseOf<R>>

export interface Read {
  definition: ReadDefinition
  run: (asked: { params: unknown; query: unknown }, context: ReadContext) => Promise<unknown>
}

/** Joins a read's definition with its handler. */
export function read<R extends ReadDefinition>(definition: R, run: ReadHandler<R>): Read {
  return { definition, run: run as unknown as Read['run'] }
}

/** Answers one read as one person: permission, row-level security, and the audit line where the read owes one. */
export async function runRead(
  app: Sql,
  vaults: Vaults,
  credential: Credential,
  { definition, run }: Read,
  asked: { params: Record<string, unknown>; query: unknown },
): Promise<unknown> {
  const target = targetOf(definition.scope, asked.params)
  // An audit line must be kept before what it tells of is shown.
  const enter = definition.audit ? asActor : asReader
  return enter(app, credential, target, async (tx, actor) => {
    const reach = requirePermission(actor, definition.permission, target)
    const province = actor.clubProvince ?? actor.province
    const { subject } = definition
    const about = subject ? String(asked.params[subject.arg]) : null
    const circumstance = { actor, province, action: definition.audit ?? '', target, commandId: null }
    // Sent together and done one after the other; a person out of reach is refused first, which undoes the line.
    await Promise.all([
      subject ? requireSubject(tx, subject, about, { province, reach, target }) : null,
      definition.audit
        ? writeAudit(tx, circumstance, { subjectKind: definition.name, subjectId: about })
        : null,
    ])
    const cursors = cursorsOf(definition.name, actor.id, asked)
    return run(asked, { tx, actor, reach, province, cursors, vault: vaults.asking(credential) })
  })
}

import {
  caseIdentity,
  caseIdentityChange,
  caseIdentityOpen,
  caseWordsOpen,
} from '@ke-vai/contract/case/case.ts'
import type { EntryTier } from '@ke-vai/contract/case/entry.ts'
import { z } from 'zod'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound } from '../platform/vault.ts'
import { requireBudget } from '../register/reading-budget.ts'
import { entryBound } from './write-entry.ts'

export const identityBound = (caseId: string, version: number): Bound => ({
  table: 'case_identity',
  row: caseId,
  field: 'identity',
  version,
})

export const openCaseIdentity = command(
  caseIdentityOpen,
  async (args, { tx, actor, province, vault, audit }) => {
    const [row] = await tx<{ sealed: Buffer; version: number }[]>`
    select sealed, version from case_identity where province = ${province} and case_id = ${args.caseId}`
    if (!row) throw new Refused('notFound')
    await requireBudget(tx, actor, args.caseId)
    // The line comes before the opening: if it cannot be written, nothing is opened.
    await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['identity'], reason: args.reason })
    const [opened] = await vault.open({ case: args.caseId }, [
      { bound: identityBound(args.caseId, row.version), sealed: row.sealed },
    ])
    return { identity: caseIdentity.parse(opened) }
  },
)

/** Writes who she is as a whole; what was there before is not kept. */
export const changeCaseIdentity = command(
  caseIdentityChange,
  async (args, { tx, province, vault, audit }) => {
    const [row] = await tx<{ version: number }[]>`
      select version from case_identity where province = ${province} and case_id = ${args.caseId} for update`
    if (!row) throw new Refused('notFound')
    const version = row.version + 1
    const [sealed] = await vault.seal({ case: args.caseId }, [
      { bound: identityBound(args.caseId, version), value: args.identity },
    ])
    if (!sealed) throw new Error('nothing was sealed')
    const [changed] = await tx`
      update case_identity set sealed = ${sealed}, version = ${version}
      where province = ${province} and case_id = ${args.caseId} returning case_id`
    if (!changed) throw new Refused('notAllowed')
    await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['identity'] })
    return { done: true as const }
  },
)

export const openCaseWords = command(caseWordsOpen, async (args, { tx, province, vault, audit }) => {
  const [row] = await tx<{ sealed: Buffer | null; tier: EntryTier }[]>`
    select sealed, tier from case_entry
    where province = ${province} and case_id = ${args.caseId} and id = ${args.entryId}`
  if (!row?.sealed) throw new Refused('notFound')
  await audit({ subjectKind: 'case_entry', subjectId: args.entryId, fields: [row.tier] })
  const [opened] = await vault.open({ case: args.caseId }, [
    { bound: entryBound(args.entryId, row.tier), sealed: row.sealed },
  ])
  return { words: z.record(z.string(), z.unknown()).parse(opened) }
})

import { randomUUID } from 'node:crypto'
import type { BodyOf, EntryKind, SealedOf } from '@ke-vai/contract/case/entry.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import type { CommandContext } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound, FreshKey } from '../platform/vault.ts'

/** What the words of an entry are bound to. The field is the tier: by it the vault knows who may open them. */
export const entryBound = (entryId: string, tier: EntryKind['tier']): Bound => ({
  table: 'case_entry',
  row: entryId,
  field: tier,
  version: 1,
})

export interface NewEntry<E extends EntryKind> {
  caseId: string
  body: BodyOf<E>
  /** Free words; sealed. Null when there are none. */
  words?: SealedOf<E> | null
  id?: string
  onDay?: string
  supersedes?: string | null
  /** The case's key, when it was made in this very transaction. */
  fresh?: FreshKey | undefined
  /** Its number, where the case was made in this very transaction with `last_seq` counting it, by one who may not read it. */
  seq?: number | undefined
}

type Context = Pick<CommandContext, 'tx' | 'actor' | 'province' | 'deviceTime' | 'vault'>

/**
 * Adds one entry to a case, its words sealed under the case's key. The caller has looked whether the actor is on the team,
 * whether the rule allows it, and owes the audit line. Entries of one case follow one another: the row of the case is
 * held until the transaction ends.
 * @returns the id of the entry
 */
export async function writeEntry<E extends EntryKind>(
  { tx, actor, province, deviceTime, vault }: Context,
  kind: E,
  entry: NewEntry<E>,
): Promise<string> {
  const { caseId, fresh } = entry
  const id = entry.id ?? randomUUID()
  const body = kind.body.parse(entry.body)
  const words = kind.sealed && entry.words ? kind.sealed.parse(entry.words) : null
  const hasWords = words !== null && Object.values(words).some((each) => each !== '' && each !== null)
  const [sealed] = hasWords
    ? await vault.seal({ case: caseId, fresh }, [{ bound: entryBound(id, kind.tier), value: words }])
    : [null]
  const seq = entry.seq ?? (await nextSeq(tx, province, caseId))
  await tx`
    insert into case_entry (province, id, case_id, seq, kind, tier, body, sealed, supersedes, on_day, device_time, recorded_by)
    values (${province}, ${id}, ${caseId}, ${seq}, ${kind.kind}, ${kind.tier}, ${JSON.stringify(body)}::text::jsonb,
      ${sealed ?? null}, ${entry.supersedes ?? null}, ${entry.onDay ?? today()}, ${deviceTime}, ${actor.id})`
  return id
}

async function nextSeq(tx: Context['tx'], province: string, caseId: string): Promise<number> {
  const [row] = await tx<{ last_seq: number }[]>`
    update case_file set last_seq = last_seq + 1 where province = ${province} and id = ${caseId} returning last_seq`
  if (!row) throw new Refused('notFound')
  return row.last_seq
}

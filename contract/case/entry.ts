import { z } from 'zod'
import type { Words } from '../words.ts'

/** Who opens the words of an entry: the team; the team through an extra step; its author and the supervisor. */
export type EntryTier = 'team' | 'story' | 'private'

/**
 * One kind of entry of a case. `body` is coded: codes, days, numbers, ids, and no free words, because it lies in the clear
 * (T1). `words` are sealed under the case's key. An entry is never edited; a later one may supersede it.
 */
export interface EntryKind<
  Kind extends string = string,
  Body extends z.ZodObject = z.ZodObject,
  Sealed extends z.ZodObject | null = z.ZodObject | null,
> {
  /** `concept.happened`; a kind once written is never taken away. */
  kind: Kind
  tier: EntryTier
  body: Body
  sealed: Sealed
  /** How the timeline names it. */
  words: Words
}

export function defineEntry<Kind extends string, Body extends z.ZodObject, Sealed extends z.ZodObject | null>(
  entry: EntryKind<Kind, Body, Sealed>,
): EntryKind<Kind, Body, Sealed> {
  return entry
}

export type BodyOf<E extends EntryKind> = z.infer<E['body']>
export type SealedOf<E extends EntryKind> = E['sealed'] extends z.ZodObject ? z.infer<E['sealed']> : null

/** An entry as it travels: its coded part, and whether there are words that may be opened. */
export const entryShown = z.object({
  id: z.uuid(),
  seq: z.number().int(),
  kind: z.string(),
  tier: z.enum(['team', 'story', 'private']),
  body: z.record(z.string(), z.unknown()),
  hasWords: z.boolean(),
  supersedes: z.uuid().nullable(),
  onDay: z.string(),
  recordedAt: z.string(),
  /** The name on the account of who wrote it. */
  recordedBy: z.string().nullable(),
})
export type EntryShown = z.infer<typeof entryShown>

/** An entry as rules read it. */
export interface EntryFact {
  id: string
  seq: number
  kind: string
  body: unknown
  onDay: string
  supersedes: string | null
}

/** The entries of one kind that no later one supersedes, in order, with their bodies read. */
export function standing<E extends EntryKind>(
  entries: readonly EntryFact[],
  { kind, body }: E,
): (EntryFact & { body: BodyOf<E> })[] {
  const superseded = new Set(entries.flatMap((each) => (each.supersedes === null ? [] : [each.supersedes])))
  return entries
    .filter((each) => each.kind === kind && !superseded.has(each.id))
    .sort((one, other) => one.seq - other.seq)
    .map((each) => ({ ...each, body: body.parse(each.body) as BodyOf<E> }))
}

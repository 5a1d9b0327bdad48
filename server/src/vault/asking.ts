import type { Credential } from '../platform/actor.ts'
import type {
  FreshKey,
  IdentityQuery,
  IndexedFields,
  IndexToken,
  KeyOwner,
  Opening,
  Sealing,
  VaultState,
} from '../platform/vault.ts'

// What is asked and ordered of a vault, apart from the code that holds keys: whoever asks imports this and no more.

/** What the vault is asked, wherever it runs. */
export interface Asking {
  makeKeys(owner: KeyOwner, ids: readonly string[], organisationId: string): Promise<FreshKey[]>
  sealAll(sealings: readonly Sealing[]): Promise<Buffer[]>
  openAll(who: Credential | null, openings: readonly Opening[], book: boolean): Promise<unknown[]>
  hash(purpose: string, texts: readonly string[]): Promise<Buffer[]>
  indexTokens(organisationId: string, people: readonly IndexedFields[]): Promise<IndexToken[][]>
  search(
    who: Credential | null,
    organisationId: string,
    clubId: string,
    asked: IdentityQuery,
  ): Promise<string[]>
  state(): Promise<VaultState>
  fits(): Promise<boolean | null>
}

/** Why a share cannot be taken: it was typed wrong, it is there already, or the two are not of this key. */
export type ShareProblem = 'mistyped' | 'same_share' | 'not_this_key'

/** How far a rotation came. */
export interface Rotated {
  organisations: number
  /** Keys of persons and cases that were wrapped anew. */
  persons: number
  /** Epochs that somebody was still using; they go at the next rotation or the next start. */
  left: number
}

/** What operators order from the command line. */
export interface Orders {
  /** The key in three shares; the file stays until two of them were typed back. Null: it is not in a file. */
  split(): Promise<string[] | null>
  /** Takes the file away, when the two shares give the key back. */
  confirmSplit(one: string, other: string): Promise<'done' | ShareProblem>
  /** Brings a share. The second right one opens the vault. */
  unlock(share: string): Promise<'one_more' | 'open' | ShareProblem>
  rotate(master: boolean): Promise<Rotated>
}

import { refuse } from '@ke-vai/contract/refusal.ts'
import type { Credential } from './actor.ts'

/** What a ciphertext is bound to (associated data): nothing sealed for one place opens in another. */
export interface Bound {
  table: string
  row: string
  field: string
  /** The form of the value, counted by whoever seals it. */
  version: number
}

/** Whose keys there are beside those of purposes: of a person in a club's register, and of a case. */
export type KeyOwner = 'person' | 'case'

/** A wrapped key as it may be stored, just made: its row is not yet there for the vault to read. */
export interface FreshKey {
  ownerId: string
  organisationId: string
  epoch: number
  wrapped: Buffer
}

/**
 * Whose key: a person's, a case's, or a purpose's. To seal for one whose key was made in this very transaction, `fresh`
 * says it. `police` opens for the police liaison of the note's club, `member_background` for the member herself,
 * `authenticator` and `cursor` for the server; every other purpose opens for nobody.
 */
export type KeyName =
  | { person: string; fresh?: FreshKey | undefined }
  | { case: string; fresh?: FreshKey | undefined }
  | { purpose: string }

export interface Sealing {
  key: KeyName
  bound: Bound
  /** JSON. */
  value: unknown
}
export interface Opening {
  key: KeyName
  bound: Bound
  sealed: Buffer
}

/** What of an identity can be looked for. */
export interface IndexedFields {
  name: string
  birth: string | null
  phone: string | null
  paper: string | null
}

export type IndexKind = 'full_name' | 'name_tokens' | 'given_and_birth' | 'phone' | 'paper'
export interface IndexToken {
  kind: IndexKind
  token: Buffer
}

/** Looked for by name («Vàng Thị Thử», or a given name with the year of birth), by phone, or by a paper's number. */
export interface IdentityQuery {
  kind: 'name' | 'phone' | 'paper'
  text: string
}

/**
 * The only code that seals and opens what identifies a person (tier T2). It runs in a process of its own, which alone
 * holds keys; here it is already bound to whoever asks. Refuses with `vault_shut` without its key, `busy` while its
 * process starts anew, `not_found` for a key that is not there or that the asker does not reach.
 */
export interface Vault {
  /** A key for each person, wrapped by the organisation's; the app stores it in person_key. */
  makePersonKeys(personIds: readonly string[], organisationId: string): Promise<FreshKey[]>
  makePersonKey(personId: string, organisationId: string): Promise<FreshKey>
  /** A key for each case; the app stores it in case_key. */
  makeCaseKeys(caseIds: readonly string[], organisationId: string): Promise<FreshKey[]>
  seal(key: KeyName, sealings: readonly Omit<Sealing, 'key'>[]): Promise<Buffer[]>
  /** Under many keys at once. */
  sealAll(sealings: readonly Sealing[]): Promise<Buffer[]>
  /**
   * Opens for the asker, whom the vault itself looks up in the database: `step_up_needed`, `signed_out`, `not_found`,
   * and `budget_spent` (with an alarm) beyond so many a minute.
   */
  open(key: KeyName, openings: readonly Omit<Opening, 'key'>[]): Promise<unknown[]>
  /**
   * Under many keys at once.
   * @param options.book the book of a club at once, to compare a workbook with it: a few times in ten minutes
   */
  openAll(openings: readonly Opening[], options?: { book: boolean }): Promise<unknown[]>
  /** A keyed hash of each text, different for each purpose. */
  hash(purpose: string, texts: readonly string[]): Promise<Buffer[]>
  /** What is stored in identity_index for each person. */
  indexTokens(organisationId: string, people: readonly IndexedFields[]): Promise<IndexToken[][]>
  /**
   * The persons of the club (at most 20) whom the query means: found by blind index, opened and compared inside.
   * The caller owes the audit line. `budget_spent` beyond 20 searches a minute.
   */
  search(organisationId: string, clubId: string, asked: IdentityQuery): Promise<string[]>
}

export interface VaultState {
  open: boolean
  /** Where the master key is kept: in a file of the data folder, or in the hands of three operators. */
  custody: 'file' | 'shares'
}

/** Hands out the vault to whoever asks. Null: nobody is signed in yet, and only the server's own purposes open. */
export interface Vaults {
  asking(who: Credential | null): Vault
  state(): Promise<VaultState>
  /** True when some person's key in the database is under the key in hand; null when there is none to try. */
  fits(): Promise<boolean | null>
}

export const vaultShut = refuse('vault_shut', {
  vi: 'Khóa của sổ chưa có hoặc chưa đúng, nên chưa mở và chưa ghi được thông tin riêng. Người quản trị cần đặt lại khóa; không có gì bị mất.',
  en: 'The key of this register is missing or another one, so identities can be neither opened nor written. The administrator must put it back; nothing is lost.',
})

import type { BoardRole, EligibilityGround } from '@ke-vai/contract/club/codes.ts'
import type { PlainDate } from '@ke-vai/contract/date/date.ts'
import type { SafeContactHint } from '@ke-vai/contract/ledger/codes.ts'
import type {
  LedgerProblem,
  LedgerQuestion,
  LikenessGround,
  SheetKind,
} from '@ke-vai/contract/ledger/ledger.ts'
import type {
  ContactKind,
  ReferralOutcome,
  ReferralService,
  Sex,
  TargetGroup,
} from '@ke-vai/contract/register/codes.ts'

/** A birth as the book knows it: a day, a year, or about a year. */
export type Birth =
  | { readonly kind: 'day'; readonly day: PlainDate }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'about'; readonly year: number }

export interface RowRef {
  readonly sheet: string
  readonly row: number
}

/**
 * One row of the book. `fingerprint` is made of what the row says and of how many like it stood above, so that
 * the same file again is known and the same row twice is kept twice. It holds names: only its HMAC is stored.
 * `recorded` is the id under which an earlier import stored it.
 */
export interface PlannedRow extends RowRef {
  readonly fingerprint: string
  readonly recorded: string | null
}

export interface PlannedPerson extends PlannedRow {
  /** The number in the book by which the other sheets point to her; null when the book numbers nobody. */
  readonly number: number | null
  readonly name: string
  readonly birth: Birth | null
  /** Null when the book does not say; 'ask' when its mark may mean either. */
  readonly sex: Sex | 'ask' | null
  /** One of the 54 groups by its usual name, or the text as written. */
  readonly ethnicity: string | null
  readonly address: string | null
  /** '0xxxxxxxxx', or '+…' for a foreign one. The first is the one to propose. */
  readonly phones: readonly string[]
  readonly groups: readonly TargetGroup[]
  readonly note: string | null
  readonly safeContact: readonly SafeContactHint[]
  /** Rows that were answered to be the same person; what they say beyond this row was taken over. */
  readonly merged: readonly PlannedPerson[]
  /** The id of the person in the system with whom she was answered to be the same. */
  readonly existingId: string | null
}

export interface PlannedContact extends PlannedRow {
  readonly date: PlainDate
  readonly personRow: RowRef
  readonly kinds: readonly ContactKind[]
  /** One contact is one lượt, of this kind. */
  readonly countsAs: ContactKind
  readonly content: string | null
  readonly memberName: string | null
  readonly memberRow: RowRef | null
}

export interface PlannedReferral extends PlannedRow {
  readonly date: PlainDate
  readonly personRow: RowRef
  readonly service: ReferralService
  readonly serviceText: string
  readonly outcome: ReferralOutcome
  readonly outcomeText: string | null
}

export interface PlannedSession extends PlannedRow {
  readonly date: PlainDate
  readonly topic: string | null
  readonly venue: string | null
  readonly staff: number
  readonly members: number
  readonly children: number
  readonly other: number
  /** Lượt, as the book says; the sum of the columns only when it says no total. */
  readonly total: number
  readonly leaflets: number
}

export interface PlannedMember extends PlannedRow {
  readonly name: string
  readonly boardRole: BoardRole
  readonly work: string | null
  readonly area: string | null
  /** Only board members need one (F1.28). */
  readonly eligibilityGround: EligibilityGround | 'ask' | null
}

/** Two rows that may be one person, or a row and a person of the system. Waits for an answer. */
export interface SamePersonPair {
  readonly id: string
  readonly first: RowRef
  readonly other:
    | { readonly in: 'book'; readonly row: RowRef }
    | { readonly in: 'system'; readonly id: string; readonly code: string }
  readonly grounds: readonly LikenessGround[]
}

/** Two rows of one name that are two persons. */
export interface KeptApart {
  readonly first: RowRef
  readonly second: RowRef
  readonly grounds: readonly LikenessGround[]
}

/** A checked book: what a later step writes in one transaction. Holds names; it never leaves the server. */
export interface LedgerPlan {
  readonly year: number | null
  readonly sheets: readonly { sheet: string; kind: SheetKind; headingRow: number; rows: number }[]
  readonly persons: readonly PlannedPerson[]
  readonly members: readonly PlannedMember[]
  readonly contacts: readonly PlannedContact[]
  readonly referrals: readonly PlannedReferral[]
  readonly sessions: readonly PlannedSession[]
  readonly samePersonPairs: readonly SamePersonPair[]
  readonly keptApart: readonly KeptApart[]
  readonly refusedRows: number
  readonly problems: readonly LedgerProblem[]
  readonly questions: readonly LedgerQuestion[]
}

/** A person who is already in the system, as far as the sameness check needs. */
export interface ExistingPerson {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly birth: Birth | null
  readonly sex?: Sex | null
  readonly phones: readonly string[]
}

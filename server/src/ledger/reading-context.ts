import type { PlainDate } from '@ke-vai/contract/date/date.ts'
import type { LedgerProblem } from '@ke-vai/contract/ledger/ledger.ts'
import type { Fingerprints } from './fingerprint.ts'

/** What the readers of the five sheets share while one book is read. */
export interface ReadingContext {
  readonly today: PlainDate
  readonly problems: LedgerProblem[]
  readonly fingerprints: Fingerprints
  /** The id under which a row with this fingerprint was stored before. */
  readonly recorded: (fingerprint: string) => string | undefined
  /** Rows that were left out. */
  readonly refused: { count: number }
}

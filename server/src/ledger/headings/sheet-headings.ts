import type { SheetKind } from '@ke-vai/contract/ledger/ledger.ts'
import type { Words } from '@ke-vai/contract/words.ts'

/** How one column may be headed. */
export interface ColumnWords {
  readonly title: Words
  /** Folded words (no accents, small letters); a heading matches when it holds them as whole words. */
  readonly phrases: readonly string[]
  /** Headings that match only as a whole and with their accents ('nam' is not 'năm'). */
  readonly exactly?: readonly string[]
  /** The column tells this kind of sheet from the others. */
  readonly tells?: true
  /** Columns with one need: at least one of them must be there, or the sheet cannot be read. */
  readonly need?: string
}

/** How one kind of sheet may be worded. */
export interface SheetHeadings {
  readonly kind: SheetKind
  readonly name: Words
  /** Folded words of titles and of names on the sheet's tab. */
  readonly titles: readonly string[]
  readonly columns: Readonly<Record<string, ColumnWords>>
}

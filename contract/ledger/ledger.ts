import { z } from 'zod'
import { eligibilityGrounds } from '../club/codes.ts'
import { codeOf, words } from '../words.ts'

/** The five sheets of a club's paper book, in the order in which they are brought in. */
const sheetKind = z.enum(['register', 'members', 'contacts', 'referrals', 'sessions'])
export type SheetKind = z.infer<typeof sheetKind>

/** What happens to the row: it is left out; somebody must answer first; it is brought in, please look. */
const severity = z.enum(['refused', 'ask', 'notice'])
export type Severity = z.infer<typeof severity>

/** A cell as Excel names it. Row and column are null when the whole sheet is meant. */
const ledgerPlace = z.object({
  sheet: z.string(),
  row: z.int().positive().nullable(),
  column: z.string().nullable(),
})
export type LedgerPlace = z.infer<typeof ledgerPlace>

/** One thing to look at. Its words never repeat what stands in a cell: a person is a row here, never a name. */
export const ledgerProblem = ledgerPlace.extend({
  code: z.string(),
  severity,
  message: words,
  whatToDo: words,
})
export type LedgerProblem = z.infer<typeof ledgerProblem>

/** Why two rows are thought to be one person, or why not. */
const likenessGround = z.enum([
  'same_name',
  'similar_name',
  'same_birth',
  'near_birth',
  'same_phone',
  'other_birth',
  'other_phone',
  'other_sex',
  'note_says_different',
])
export type LikenessGround = z.infer<typeof likenessGround>

const question = ledgerPlace.extend({ id: z.string(), row: z.int().positive(), message: words })

/** What only a person who knows can say. The id stays the same when the same file is read again. */
export const ledgerQuestion = z.discriminatedUnion('kind', [
  question.extend({ kind: z.literal('sex') }),
  question.extend({ kind: z.literal('eligibility') }),
  question.extend({
    kind: z.literal('same_person'),
    grounds: z.array(likenessGround),
    /** The other row of the book, or the code of a person who is already in the system. */
    other: z.discriminatedUnion('in', [
      z.object({ in: z.literal('book'), sheet: z.string(), row: z.int().positive() }),
      z.object({ in: z.literal('system'), code: z.string() }),
    ]),
  }),
])
export type LedgerQuestion = z.infer<typeof ledgerQuestion>

const sexAnswer = z.enum(['female', 'male', 'other', 'not_stated'])
const samePersonAnswer = z.enum(['same', 'different'])
const eligibilityAnswer = codeOf(eligibilityGrounds)

/** Answers by the id of their question. A question without answer stays open: nothing is guessed, nobody merged. */
export const ledgerAnswers = z.object({
  sex: z.record(z.string(), sexAnswer).default({}),
  samePerson: z.record(z.string(), samePersonAnswer).default({}),
  eligibility: z.record(z.string(), eligibilityAnswer).default({}),
})
export type LedgerAnswers = z.infer<typeof ledgerAnswers>

const rowCount = z.int().nonnegative()

/** Rows of each kind. Persons are counted as rows of the register after the merges that were answered. */
export const ledgerCounts = z.object({
  persons: rowCount,
  members: rowCount,
  contacts: rowCount,
  referrals: rowCount,
  sessions: rowCount,
})
export type LedgerCounts = z.infer<typeof ledgerCounts>

/** What the dry run shows before anything is written. */
export const ledgerPreview = z.object({
  year: z.int().nullable(),
  sheets: z.array(z.object({ sheet: z.string(), kind: sheetKind, headingRow: z.int(), rows: rowCount })),
  /** Will be added. */
  adds: ledgerCounts,
  /** Were brought in before, from this file or another: they add nothing. */
  alreadyHere: ledgerCounts,
  refusedRows: rowCount,
  problems: z.array(ledgerProblem),
  questions: z.array(ledgerQuestion),
})
export type LedgerPreview = z.infer<typeof ledgerPreview>

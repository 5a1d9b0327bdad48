import type { PlainDate } from '@ke-vai/contract/date/date.ts'
import type { LedgerProblem, LedgerQuestion, SheetKind } from '@ke-vai/contract/ledger/ledger.ts'
import { indexPersons } from './find-person.ts'
import { findSamePersons } from './find-same-person.ts'
import { startFingerprints } from './fingerprint.ts'
import type { ExistingPerson, LedgerPlan, PlannedPerson } from './plan.ts'
import { problemAt, problemWords } from './problem-words.ts'
import { readContact } from './read-contacts.ts'
import { readMember } from './read-members.ts'
import { readPerson } from './read-persons.ts'
import { readReferral } from './read-referrals.ts'
import { readSession } from './read-sessions.ts'
import type { ReadingContext } from './reading-context.ts'
import { type RecognisedSheet, recogniseSheet } from './recognise-sheets.ts'
import { readTable, type TableRow } from './table.ts'
import { columnLetter, type WorkbookCells } from './workbook/cells.ts'

export interface LedgerCircumstances {
  readonly today: PlainDate
  /** Persons of the club who are in the system already, for proposing merges. */
  readonly existing?: readonly ExistingPerson[]
  /** The id under which a row with this fingerprint was stored before; such rows add nothing again. */
  readonly recorded?: (fingerprint: string) => string | undefined
  /** Only helps to name what kind of file was sent. */
  readonly fileName?: string
}

/** Reads every recognised sheet, the register first, so that the others can point into it. */
export function planOf(workbook: WorkbookCells, circumstances: LedgerCircumstances): LedgerPlan {
  const problems: LedgerProblem[] = []
  const context: ReadingContext = {
    today: circumstances.today,
    problems,
    fingerprints: startFingerprints(),
    recorded: circumstances.recorded ?? (() => undefined),
    refused: { count: 0 },
  }
  const tables = recogniseAll(workbook, problems)
  const bookYear = tables.find((table) => table.found.year !== null)?.found.year ?? null
  const readAll = <Row>(kind: SheetKind, read: (row: TableRow, year: number | null) => Row | null): Row[] =>
    tables
      .filter((table) => table.found.kind === kind)
      .flatMap(({ found, rows }) =>
        rows.flatMap((row) => {
          const planned = read(row, found.year ?? bookYear)
          if (planned === null) context.refused.count++
          return planned === null ? [] : [planned]
        }),
      )

  const refusedNumbers = new Set<number>()
  const persons = readAll('register', (row) => {
    const person = readPerson(row, context)
    if (!person && row.number !== null) refusedNumbers.add(row.number)
    return person
  })
  sayNumbersTwice(persons, tables, problems)
  const index = indexPersons(persons, refusedNumbers)
  const members = readAll('members', (row) => readMember(row, context))
  const contacts = readAll('contacts', (row, year) => readContact(row, year, index, members, context))
  const referrals = readAll('referrals', (row, year) => readReferral(row, year, index, context))
  const sessions = readAll('sessions', (row, year) => readSession(row, year, context))
  const likenesses = findSamePersons(persons, circumstances.existing ?? [])
  const plan: LedgerPlan = {
    year: bookYear,
    sheets: tables.map(({ found, rows }) => ({
      sheet: found.sheet.name,
      kind: found.kind,
      headingRow: found.firstHeadingRow,
      rows: rows.length,
    })),
    persons,
    members,
    contacts,
    referrals,
    sessions,
    samePersonPairs: likenesses.pairs,
    keptApart: likenesses.keptApart,
    refusedRows: context.refused.count,
    problems,
    questions: [],
  }
  for (const pair of [...likenesses.pairs])
    problems.push(problemAt({ ...pair.first, column: null }, 'same_person'))
  for (const { first, second } of likenesses.keptApart) {
    for (const row of [first, second])
      problems.push(problemAt({ ...row, column: null }, 'same_name_two_persons'))
  }
  const [first] = persons
  if (likenesses.cutShort && first) {
    problems.push(problemAt({ sheet: first.sheet, row: null, column: null }, 'too_many_likenesses'))
  }
  return { ...plan, questions: questionsOf(plan) }
}

interface Table {
  readonly found: RecognisedSheet
  readonly rows: readonly TableRow[]
}

function recogniseAll(workbook: WorkbookCells, problems: LedgerProblem[]): Table[] {
  const tables: Table[] = []
  for (const sheet of workbook.sheets) {
    const place = { sheet: sheet.name, row: null, column: null }
    if (sheet.rows.length === 0) continue
    const found = recogniseSheet(sheet)
    if (!found) {
      problems.push(problemAt(place, 'sheet_not_recognised'))
      continue
    }
    if (found.missing.length > 0) {
      const columns = Object.values(found.headings.columns)
      const names = found.missing.flatMap(
        (need) => columns.find((column) => column.need === need)?.title ?? [],
      )
      problems.push(problemAt({ ...place, row: found.lastHeadingRow }, 'missing_column', names))
      continue
    }
    if (sheet.hidden) problems.push(problemAt(place, 'hidden_sheet'))
    if (sheet.rows.some((row) => row.hidden)) problems.push(problemAt(place, 'hidden_rows'))
    for (const column of found.extra) {
      const at = { sheet: sheet.name, row: found.lastHeadingRow, column: columnLetter(column) }
      problems.push(problemAt(at, 'extra_column'))
    }
    const table = readTable(found)
    problems.push(...table.problems)
    tables.push({ found, rows: table.rows })
  }
  return tables
}

function sayNumbersTwice(
  persons: readonly PlannedPerson[],
  tables: readonly Table[],
  problems: LedgerProblem[],
) {
  const seen = new Set<string>()
  for (const { sheet, row, number } of persons) {
    if (number === null) continue
    const key = `${sheet}!${number}`
    const column = tables.find((table) => table.found.sheet.name === sheet)?.found.columns.get('number')
    if (seen.has(key)) {
      problems.push(problemAt({ sheet, row, column: column ? columnLetter(column) : null }, 'number_twice'))
    }
    seen.add(key)
  }
}

function questionsOf(plan: LedgerPlan): LedgerQuestion[] {
  const columns = new Map(plan.problems.map((one) => [`${one.code} ${one.sheet}!${one.row}`, one.column]))
  const place = (row: { sheet: string; row: number }, code: string) => ({
    sheet: row.sheet,
    row: row.row,
    column: columns.get(`${code} ${row.sheet}!${row.row}`) ?? null,
  })
  return [
    ...plan.persons
      .filter((person) => person.sex === 'ask' && person.recorded === null)
      .map((person) => ({
        id: `sex:${person.sheet}!${person.row}`,
        kind: 'sex' as const,
        ...place(person, 'sex_ask'),
        message: problemWords.sex_ask[1],
      })),
    ...plan.samePersonPairs.map((pair) => ({
      id: pair.id,
      kind: 'same_person' as const,
      ...place(pair.first, 'same_person'),
      message: problemWords.same_person[1],
      grounds: [...pair.grounds],
      other:
        pair.other.in === 'book'
          ? { in: 'book' as const, ...pair.other.row }
          : { in: 'system' as const, code: pair.other.code },
    })),
    ...plan.members
      .filter((member) => member.eligibilityGround === 'ask' && member.recorded === null)
      .map((member) => ({
        id: `eligibility:${member.sheet}!${member.row}`,
        kind: 'eligibility' as const,
        ...place(member, 'eligibility_ask'),
        message: problemWords.eligibility_ask[1],
      })),
  ]
}

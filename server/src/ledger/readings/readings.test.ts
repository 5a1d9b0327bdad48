import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../workbook/cells.ts'
import { readBirth } from './birth.ts'
import { readBoardRole, readEligibility, tellsLivedExperience } from './board-role.ts'
import { readContactKinds } from './contact-kinds.ts'
import { readEthnicity } from './ethnicity.ts'
import { readEventDay } from './event-day.ts'
import { readHeadCount } from './head-count.ts'
import { compareNames, mayBeHerName, readName } from './person-name.ts'
import { readPhones } from './phone.ts'
import { isOddOutcome, readOutcome, readService } from './referral.ts'
import { readSafeContactHints } from './safe-contact-hints.ts'
import { readSex, readSexColumns } from './sex.ts'
import { readGroups } from './target-groups.ts'

const today = '2026-11-21'

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary' }).map((text): Cell => ({ kind: 'text', text })),
  fc
    .array(
      fc.constantFrom(
        'khoảng',
        '1990',
        '31',
        '/',
        '.',
        '-',
        '+84',
        '09',
        ' ',
        'N',
        'nữ',
        'không',
        'gọi',
        '\u0301',
        'đ',
      ),
    )
    .map((parts): Cell => ({ kind: 'text', text: parts.join('') })),
  fc.double().map((number): Cell => ({ kind: 'number', number })),
  fc.integer().map((number): Cell => ({ kind: 'number', number })),
  fc.boolean().map((truth): Cell => ({ kind: 'truth', truth })),
  fc.constant<Cell>({ kind: 'date', date: '1905-06-12' }),
  fc.constant<Cell>({ kind: 'broken', why: 'error' }),
)

test('no cell makes a reader throw', () => {
  fc.assert(
    fc.property(anyCell, anyCell, (cell, other) => {
      readBirth(cell, today)
      readEventDay(cell, 2022, today)
      readEventDay(cell, null, today)
      readPhones(cell)
      readSex(cell)
      readSexColumns(cell, other)
      readEthnicity(cell)
      readGroups(cell)
      readContactKinds(cell)
      readService(cell)
      readOutcome(cell)
      readBoardRole(cell)
      readHeadCount(cell)
      const [one, two] = [cell, other].map((each) => (each.kind === 'text' ? each.text : ''))
      readSafeContactHints(one ?? '')
      tellsLivedExperience(one ?? '')
      readEligibility('chair', one ?? '')
      isOddOutcome('medical', one ?? '')
      compareNames(readName(one ?? ''), two ?? '')
      mayBeHerName(one ?? '', two ?? '')
    }),
    { numRuns: 1_000 },
  )
})

test('long runs of one word are read in no time', () => {
  const start = performance.now()
  for (const word of ['khoảng ', 'không gọi ', '0', '1.', 'nam sinh ', 'a ', '- ', '\u0301']) {
    const cell: Cell = { kind: 'text', text: word.repeat(8_000) }
    for (const read of [
      readPhones,
      readSex,
      readEthnicity,
      readGroups,
      readContactKinds,
      readService,
      readOutcome,
      readHeadCount,
    ])
      read(cell)
    readBirth(cell, today)
    readEventDay(cell, 2022, today)
    readSafeContactHints(cell.text)
    mayBeHerName(cell.text, cell.text)
  }
  expect(performance.now() - start).toBeLessThan(5_000)
})

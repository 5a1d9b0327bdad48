import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { caseNationalities, legalStatuses } from '../case/codes.ts'
import { type EntitlementFacts, entitledTo, type LegalFacts } from './entitled-to.ts'
import { type LawClass, type LawTables, lawTable } from './law.ts'

const fileOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../database/reference/law/${name}`, import.meta.url), 'utf8'))
const tables: LawTables = {
  '2011': lawTable.parse(fileOf('entitlements-law66-2011-art32.json')),
  '2024': lawTable.parse(fileOf('entitlements-law53-2024-art37.json')),
}

const somebody: EntitlementFacts = {
  legalStatus: 'no_information',
  identifiedOn: null,
  nationality: 'vietnamese',
  foundIn: 'viet_nam',
  minor: false,
  accompanies: null,
  onDay: '2026-11-22',
}
const of = (facts: Partial<EntitlementFacts>) => entitledTo(tables, { ...somebody, ...facts })
const victim2024 = { legalStatus: 'victim', identifiedOn: '2025-07-01' } as const
const victim2011 = { legalStatus: 'victim', identifiedOn: '2025-06-30' } as const
const adult = (facts: Partial<LegalFacts>): LegalFacts => ({
  legalStatus: 'no_information',
  identifiedOn: null,
  nationality: 'vietnamese',
  foundIn: 'viet_nam',
  ...facts,
})
const child = (accompanies: Partial<LegalFacts>) => ({ minor: true, accompanies: adult(accompanies) })

// One line a column of the law paper's table (§1.4): who stands in which row of which file.
const rows: [regime: '2011' | '2024', row: LawClass, facts: Partial<EntitlementFacts>][] = [
  ['2024', 'victim_vn_or_stateless_resident', victim2024],
  ['2024', 'victim_vn_or_stateless_resident', { ...victim2024, nationality: 'stateless_resident' }],
  ['2024', 'victim_vn_or_stateless_resident', { ...victim2024, foundIn: 'abroad' }],
  ['2024', 'minor_accompanying_victim_vn', child(victim2024)],
  ['2024', 'minor_accompanying_victim_vn', child({ ...victim2024, nationality: 'stateless_resident' })],
  [
    '2024',
    'in_identification_vn_or_stateless_resident_in_country_and_minor_accompanying',
    { legalStatus: 'in_identification' },
  ],
  [
    '2024',
    'in_identification_vn_or_stateless_resident_in_country_and_minor_accompanying',
    child({ legalStatus: 'in_identification' }),
  ],
  [
    '2024',
    'in_identification_vn_citizen_abroad_and_minor_accompanying',
    { legalStatus: 'in_identification', foundIn: 'abroad' },
  ],
  [
    '2024',
    'in_identification_vn_citizen_abroad_and_minor_accompanying',
    { ...child({ legalStatus: 'in_identification', foundIn: 'abroad' }), foundIn: 'abroad' },
  ],
  [
    '2024',
    'foreigner_trafficked_in_vn_victim_or_in_identification',
    { ...victim2024, nationality: 'foreign' },
  ],
  [
    '2024',
    'foreigner_trafficked_in_vn_victim_or_in_identification',
    { legalStatus: 'in_identification', nationality: 'foreign' },
  ],
  ['2011', 'victim_vn_or_stateless_resident', victim2011],
  ['2011', 'victim_vn_or_stateless_resident', { ...victim2011, nationality: 'stateless_resident' }],
  ['2011', 'foreign_victim_in_vn', { ...victim2011, nationality: 'foreign' }],
  ['2011', 'minor_accompanying', child(victim2011)],
]

const cells = rows.flatMap(([regime, row, facts], i) =>
  tables[regime].supports.map(({ code, vi }) => ({ regime, row, facts, code, vi, line: i + 1 })),
)

test.each(cells)('$regime, line $line, $row: $code $vi', ({ regime, row, facts, code, vi }) => {
  const { regime: found, source, lines } = of(facts)
  expect([found, source]).toEqual([regime, tables[regime].source])
  const cell = lines.find((each) => each.regime === regime && each.code === code)
  expect(cell?.words.vi).toBe(vi)
  const ticked = tables[regime].entitled[row]?.includes(code) ?? false
  const given = row === 'foreigner_trafficked_in_vn_victim_or_in_identification' ? 'case_by_case' : 'right'
  if (ticked) expect(cell?.basis).toBe(given)
  else expect(['none', 'emergency']).toContain(cell?.basis)
  expect(cell?.caseByCase).toBe(ticked && given === 'case_by_case')
})

test('every row of both data files is tried above, and no cell is missing', () => {
  for (const regime of ['2011', '2024'] as const)
    expect(new Set(rows.filter(([each]) => each === regime).map(([, row]) => row))).toEqual(
      new Set(Object.keys(tables[regime].entitled)),
    )
  const sizes = [fileOf('entitlements-law66-2011-art32.json'), fileOf('entitlements-law53-2024-art37.json')]
  expect(sizes.map(({ supports }) => supports.length)).toEqual([6, 10])
})

const codes = (facts: Partial<EntitlementFacts>, basis: string, regime = '2024') =>
  of(facts)
    .lines.filter((each) => each.basis === basis && each.regime === regime)
    .map(({ code }) => code)
    .join('')

test('identified on 2025-06-30 or on 2025-07-01: Article 63 stands between them', () => {
  expect(of(victim2011)).toMatchObject({ regime: '2011', source: 'Luật 66/2011/QH12 Điều 32' })
  expect(codes(victim2011, 'right', '2011')).toBe('abcdđe')
  expect(of(victim2024).regime).toBe('2024')
  expect(codes(victim2024, 'right')).toBe('abcdđeghik')
  // The regime stays with her, however long after.
  expect(of({ ...victim2011, onDay: '2031-01-01' }).regime).toBe('2011')
  expect(codes(child(victim2011), 'right', '2011')).toBe('abc')
})

test('in identification before 2025-07-01 and decided after it: help in need, then a–g by right, then all of 2024', () => {
  const asked = { legalStatus: 'in_identification' } as const
  expect(codes({ ...asked, onDay: '2025-06-30' }, 'emergency')).toBe('abcdđeg')
  expect(codes({ ...asked, onDay: '2025-06-30' }, 'right')).toBe('')
  expect(codes({ ...asked, onDay: '2025-07-01' }, 'right')).toBe('abcdđeg')
  const decided = { legalStatus: 'victim', identifiedOn: '2025-07-15', onDay: '2025-07-15' } as const
  expect(of(decided).regime).toBe('2024')
  expect(codes(decided, 'right')).toBe('abcdđeghik')
  expect(of({ ...decided, identifiedOn: '2025-06-30' }).regime).toBe('2011')
})

test('scenario 24: a child of six has a–h of her own, and what is her mother’s is not hers', () => {
  expect(codes(child(victim2024), 'right')).toBe('abcdđegh')
  expect(codes(child(victim2024), 'none')).toBe('ik')
  // Her own grounds and her mother's do not take from each other.
  expect(codes({ ...child(victim2024), legalStatus: 'in_identification' }, 'right')).toBe('abcdđegh')
  expect(codes({ ...child({ legalStatus: 'signs' }), ...victim2024 }, 'right')).toBe('abcdđeghik')
  // An adult who came with somebody has nothing through her.
  expect(codes({ ...child(victim2024), minor: false }, 'right')).toBe('')
})

test('a nationality that nobody knows holds back only what needs it', () => {
  const unknown = { ...victim2024, nationality: 'unknown' } as const
  expect(codes(unknown, 'emergency')).toBe('abcdđeg')
  expect(codes(unknown, 'needs_nationality')).toBe('hik')
  expect(codes({ ...victim2011, nationality: 'unknown' }, 'right', '2011')).toBe('abcd')
  expect(codes({ ...victim2011, nationality: 'unknown' }, 'needs_nationality', '2011')).toBe('đe')
})

test('the row of those found abroad is of citizens; whoever is stateless there is helped in need', () => {
  const stateless = {
    legalStatus: 'in_identification',
    nationality: 'stateless_resident',
    foundIn: 'abroad',
  } as const
  expect([codes(stateless, 'right'), codes(stateless, 'emergency')]).toEqual(['', 'abcdđeg'])
  expect(codes({ ...stateless, foundIn: 'viet_nam' }, 'right')).toBe('abcdđeg')
  expect(codes({ ...child(stateless), foundIn: 'abroad' }, 'right')).toBe('')
})

test('invariant 6: a–g is open to everybody there may be, on every day', () => {
  const closed: string[] = []
  for (const legalStatus of Object.keys(legalStatuses) as LegalFacts['legalStatus'][])
    for (const nationality of Object.keys(caseNationalities) as LegalFacts['nationality'][])
      for (const foundIn of ['viet_nam', 'abroad'] as const)
        for (const identifiedOn of [null, '2025-06-30', '2025-07-01'])
          for (const accompanies of [null, adult(victim2011), adult(victim2024), adult({})])
            for (const minor of [true, false])
              for (const onDay of ['2025-06-30', '2025-07-01', '2026-11-22']) {
                const facts = { legalStatus, nationality, foundIn, identifiedOn, accompanies, minor, onDay }
                const open = of(facts).lines.filter(
                  ({ regime, basis }) =>
                    regime === '2024' && ['right', 'case_by_case', 'emergency'].includes(basis),
                )
                for (const code of 'abcdđeg')
                  if (!open.some((line) => line.code === code))
                    closed.push(JSON.stringify({ code, ...facts }))
              }
  expect(closed).toEqual([])
})

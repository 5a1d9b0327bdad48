import fc from 'fast-check'

/** Stands in everything odd that is sent; no refusal may hold it, however it was folded or cut. */
export const canary = 'k7x2q9'

const text = (...texts: string[]) => texts.map((each) => `${canary}${each}`)

/** Texts that have broken systems: forms of Vietnamese, unseen signs, other directions, other languages' syntax. */
export const nastyTexts: readonly string[] = [
  ...text(
    'Hường'.normalize('NFD'),
    'Ðặng',
    '\u202eđảo ngược\u202c',
    '👩‍👩‍👧‍👦',
    '👩🏽‍🦱',
    '\u200b\u200d\ufeff',
  ),
  ...text(
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff',
    '\u001b[31m',
    '\r\nset-cookie: a=b',
    '\t\v\f',
    '\u2028\u2029',
  ),
  ...text(
    "'; drop table person; --",
    '" or 1=1',
    '%27',
    '\u0024{7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '%s%n',
  ),
  ...text(
    '=HYPERLINK("http://a.b")',
    '@SUM(1)',
    '../../../../etc/passwd',
    '..\\..\\windows',
    'file:///etc/passwd',
  ),
  ...text('�', 'İıſK', 'ﷺ', '𝕏'.repeat(40), 'ạ'.repeat(300), 'x'.repeat(5_000), 'a\u0301'.repeat(2_000)),
  ...[
    '',
    ' ',
    '\u00a0',
    'null',
    'undefined',
    'NaN',
    '0',
    '-1',
    'true',
    '__proto__',
    'constructor',
    '[object Object]',
  ],
]

/** Days and times around which calendars break. */
export const nastyDays: readonly string[] = [
  ...[
    '2022-02-29',
    '2024-02-29',
    '2022-02-31',
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
    '10000-01-01',
    '-000001-01-01',
  ],
  ...[
    '2022-13-01',
    '2022-00-10',
    '2022-1-1',
    '01/02/2022',
    '2022-06-01T00:00:00Z',
    'infinity',
    '-infinity',
    'today',
  ],
  ...['2022-06-01 BC', '２０２２-06-01', '1582-10-10', '1900-01-01', 'epoch'],
]

export const nastyNumbers: readonly number[] = [
  ...[
    0,
    -0,
    -1,
    0.5,
    1e-9,
    2 ** 15,
    2 ** 31 - 1,
    2 ** 31,
    2 ** 32,
    2 ** 53 - 1,
    2 ** 53,
    2 ** 63,
    1e308,
    -1e308,
  ],
]

export const nastyIds: readonly string[] = [
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '1', '9'.repeat(400)],
  ...['{00000000-0000-4000-8000-000000000000}', '00000000000040008000000000000000', `${canary}-id`],
]

const poisons = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'] as const

/** Anything of any type at all, in the place of what was wanted. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: 1e9 }),
  fc.constantFrom(...nastyTexts),
  fc.constantFrom(...nastyNumbers),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...poisons).map((name) => ({ [name]: { polluted: canary } })),
  fc.constantFrom(...nastyTexts).map((each) => [each, each]),
  fc.integer({ min: 2, max: 200 }).map(nested),
)

function nested(depth: number): unknown {
  let value: unknown = canary
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { a: value }
  return value
}

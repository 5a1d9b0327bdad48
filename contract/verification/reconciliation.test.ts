import { expect, test } from 'vitest'
import { compareLists, type ListLine, shareText } from './reconciliation.ts'
import { plainCode, submitRule } from './rounds.ts'

const owners = { law: 'police', social: 'health' }
const on = (organisationId: string, tokens: string[], more: Partial<ListLine> = {}): ListLine[] =>
  tokens.map((token, i) => ({
    organisationId,
    side: organisationId === 'health' ? 'social' : 'law',
    line: i + 1,
    token,
    status: 'identified',
    supported: true,
    ...more,
  }))

test('seven codes against eight: one difference, with its owner and the line in the list that has her', () => {
  const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const found = compareLists([...on('police', seven), ...on('health', [...seven, 'h'])], owners)
  expect(found).toEqual({
    people: 8,
    agreed: 7,
    differences: [{ kind: 'only_social', lines: { health: 8 }, ownerOrganisationId: 'police' }],
  })
  expect(shareText({ ...found, differences: [{ resolution: null }] })).toBeNull()
  expect(shareText({ ...found, differences: [{ resolution: 'list_completed' }] })?.vi).toBe(
    '100 % (8/8 người; ngoại lệ: không có)',
  )
  expect(shareText({ ...found, differences: [{ resolution: 'another_period' }] })?.vi).toBe(
    '87,5 % (7/8 người; ngoại lệ: Thuộc kỳ khác: 1)',
  )
})

test('each kind of difference, police and border guard being one side', () => {
  const found = compareLists(
    [
      ...on('police', ['a', 'b']),
      ...on('border', ['a', 'c']),
      ...on('health', ['a', 'b'], { status: 'in_identification' }),
      ...on('police', ['d']),
      ...on('health', ['d'], { supported: false }),
    ],
    owners,
  )
  expect(found.differences.map(({ kind, ownerOrganisationId }) => [kind, ownerOrganisationId])).toEqual([
    ['status_differs', 'police'],
    ['status_differs', 'police'],
    ['only_law', 'health'],
    ['no_support', 'health'],
  ])
  expect(found).toMatchObject({ people: 4, agreed: 0 })
})

test('no share without numerator, denominator and exceptions, nor of nobody', () => {
  const whole = { people: 2, agreed: 2, differences: [] }
  expect(shareText(whole)?.en).toBe('100 % (2 of 2 people; exceptions: none)')
  expect(shareText({ ...whole, people: null })).toBeNull()
  expect(shareText({ ...whole, agreed: null })).toBeNull()
  expect(shareText({ ...whole, differences: null })).toBeNull()
  expect(shareText({ people: 0, agreed: 0, differences: [] })).toBeNull()
})

test('10,000 random rounds: nobody is lost between agreed and different, and 100 % is said of a whole alone', () => {
  let seed = 28
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  let wrong = 0
  for (let round = 0; round < 10_000; round++) {
    const lines = (['police', 'border', 'health'] as const).flatMap((body) =>
      ['a', 'b', 'c', 'd', 'e']
        .filter(() => random(3) > 0)
        .flatMap((token) =>
          on(body, [token], {
            status: random(4) === 0 ? 'in_identification' : 'identified',
            supported: random(5) > 0,
          }),
        ),
    )
    const { people, agreed, differences } = compareLists(lines, owners)
    if (people !== new Set(lines.map(({ token }) => token)).size) wrong += 1
    if (people !== agreed + differences.length) wrong += 1
    const open = differences.map(() => ({
      resolution: ([null, 'list_completed', 'she_declined'] as const)[random(3)] ?? null,
    }))
    const text = shareText({ people, agreed, differences: open })
    const mayBeWhole = people > 0 && open.every(({ resolution }) => resolution === 'list_completed')
    if ((text?.vi.startsWith('100 %') ?? false) !== mayBeWhole) wrong += 1
  }
  expect(wrong).toBe(0)
})

test('two clerks write one code alike, and a code stands once', () => {
  expect(plainCode(' hs-22 000147')).toBe(plainCode('HS–22–000147'))
  expect(submitRule(['HS-22-000147', 'hs 22 000147'], false)?.code).toBe('code_twice')
  expect(submitRule(['HS-22-000147', 'HS-22-000148'], false)).toBeNull()
  expect(submitRule([], true)?.code).toBe('list_handed_in')
})

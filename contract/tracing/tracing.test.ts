import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EntryFact, EntryKind } from '../case/entry.ts'
import { askRule, familyContacted, familyRule, familyWished, foldTracing, originConfirmed } from './state.ts'
import { cluesSent } from './tracing.ts'

test('100,000 random walks of tracing: the family is reached only while her last word is yes', () => {
  let [seed, violations, reached] = [59, 0, 0]
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const moves: readonly [EntryKind, unknown][] = [
    [familyWished, { wish: 'yes', givenBy: ['herself'] }],
    [familyWished, { wish: 'yes', givenBy: ['representative'] }],
    [familyWished, { wish: 'not_now', givenBy: [] }],
    [originConfirmed, { by: 'answer_fits', onDay: '2026-01-01' }],
    [familyContacted, { way: 'call', result: 'reached' }],
  ]
  for (let walk = 0; walk < 100_000; walk += 1) {
    const entries: EntryFact[] = []
    let [yes, known] = [false, false]
    for (let seq = 1; seq <= 5; seq += 1) {
      const which = random(moves.length)
      const [kind, body] = moves[which] ?? [familyContacted, {}]
      if (which === 4) {
        const may = familyRule(foldTracing(entries), null) === null
        if (may !== (yes && known)) violations += 1
        if (!may) continue
        reached += 1
      }
      if (which < 3) yes = which === 0
      if (which === 3) known = true
      entries.push({ id: String(seq), seq, kind: kind.kind, body, onDay: '2026-01-01', supersedes: null })
    }
  }
  expect(violations).toBe(0)
  expect(reached).toBeGreaterThan(1000)
})

test("a child's family is reached with the child's own yes and that of whoever must agree with her", () => {
  const confirmed = { by: 'papers_show' as const, onDay: '2026-01-01' }
  const of = (givenBy: ('child' | 'representative' | 'officer')[]) => ({
    confirmed,
    wish: { wish: 'yes' as const, givenBy, onDay: '2026-01-01' },
  })
  const child = { ageBand: '7_to_15', representative: { relation: 'parent' as const, suspected: true } }
  expect(familyRule(of(['child', 'representative']), child)?.code).toBe('consent_of_officer_missing')
  expect(familyRule(of(['officer']), child)?.code).toBe('consent_of_child_missing')
  expect(familyRule(of(['child', 'officer']), child)).toBeNull()
})

test('only clues that were told are sent, each once, and nothing travels with them', () => {
  const id = randomUUID()
  const now = { clues: [{ id, kind: 'market' as const, onDay: '2026-01-01' }] }
  expect(askRule(now, [id])).toBeNull()
  for (const chosen of [[], [id, id], [randomUUID()]])
    expect(askRule(now, chosen)?.code).toBe('clues_to_choose')
  expect(cluesSent.parse([{ kind: 'market', words: 'chợ', name: 'x', caseId: id }])).toEqual([
    { kind: 'market', words: 'chợ' },
  ])
})

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EntryFact, EntryKind } from '../case/entry.ts'
import { type PaperState, paperStates } from './codes.ts'
import { foldPapers, paperBegun, paperMoved, paperRule } from './paperwork.ts'

test('100,000 random walks of papers: no forbidden state, and every step keeps its day', () => {
  const allowed: Record<string, string> = {
    begun: 'gathering handed_in stopped',
    gathering: 'handed_in stopped',
    handed_in: 'more_asked received refused stopped',
    more_asked: 'gathering handed_in stopped',
    received: '',
    refused: 'gathering stopped',
    stopped: 'gathering',
  }
  const states = Object.keys(paperStates) as PaperState[]
  const paperId = randomUUID()
  let [seed, violations, received] = [53, 0, 0]
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  for (let walk = 0; walk < 100_000; walk += 1) {
    let state: PaperState = 'begun'
    const begun = { kind: 'own_birth', office: 'commune', dueOn: null }
    const written: [EntryKind, unknown][] = [[paperBegun, begun]]
    for (let step = 0; step < 5; step += 1) {
      const to = states[random(states.length)] ?? 'begun'
      const may = paperRule({ state }, to) === null
      if (may !== (allowed[state] ?? '').split(' ').includes(to)) violations += 1
      if (!may) continue
      state = to
      written.push([paperMoved, { paperId, to, dueOn: null }])
    }
    if (state === 'received') received += 1
    const entries: EntryFact[] = written.map(([{ kind }, body], i) => ({
      id: i === 0 ? paperId : String(i),
      seq: i,
      kind,
      body,
      onDay: '2026-01-01',
      supersedes: null,
    }))
    const [paper] = foldPapers(entries)
    if (paper?.state !== state || paper.steps.length !== written.length) violations += 1
  }
  expect(violations).toBe(0)
  expect(received).toBeGreaterThan(1000)
})

test('a paper that was never begun does not move', () => {
  expect(paperRule(undefined, 'handed_in')?.code).toBe('paper_not_there')
})

import { randomUUID } from 'node:crypto'
import type { EntryShown } from '@ke-vai/contract/case/entry.ts'
import { expect, test } from 'vitest'
import { entryLine } from './entry-lines.ts'
import { timelineOf } from './timeline.ts'

const entry = (seq: number, onDay: string, supersedes: EntryShown | null = null): EntryShown => ({
  id: randomUUID(),
  seq,
  kind: 'case.moved',
  tier: 'team',
  body: { to: 'assessment' },
  hasWords: false,
  supersedes: supersedes?.id ?? null,
  onDay,
  recordedAt: `${onDay}T03:00:00.000Z`,
  recordedBy: 'Cô Vân',
})

test('entries stand by day, the newest first, and what was superseded beneath what replaced it', () => {
  const first = entry(1, '2026-11-20')
  const late = entry(2, '2026-11-22')
  const second = entry(3, '2026-11-20', first)
  const third = entry(4, '2026-11-21', second)
  const days = timelineOf([third, late, first, second])
  expect(days.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-21'])
  expect(days[1]?.entries).toEqual([{ entry: third, before: [second, first] }])
})

test('what replaced an entry that the reader may not see stands all the same', () => {
  const hidden = entry(1, '2026-11-20')
  const seen = entry(2, '2026-11-20', hidden)
  expect(timelineOf([seen])[0]?.entries).toEqual([{ entry: seen, before: [] }])
})

test('coded parts are said in words; a kind that is not known yet is still an entry', () => {
  const received = entryLine('reception.received').detail({ channel: 'self_return', triage: ['child_along'] })
  expect(received.map(({ vi }) => vi)).toEqual(['Tự trở về', 'Có con nhỏ đi cùng'])
  expect(entryLine('reception.received').detail({ channel: 'no such code' })).toEqual([])
  expect(entryLine('later.concept').words.vi).toBe('Một ghi nhận')
})

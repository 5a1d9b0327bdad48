import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EntryFact } from '../case/entry.ts'
import { foldServices, serviceFacts, serviceGiven, serviceRule } from './service.ts'

test('only the day and the need that is named are looked at', () => {
  const needId = randomUUID()
  const service = { onDay: '2026-01-02', needId }
  expect(serviceRule(service, [needId], '2026-01-02')).toBeNull()
  expect(serviceRule({ ...service, needId: null }, [], '2026-01-02')).toBeNull()
  expect(serviceRule(service, [needId], '2026-01-01')?.code).toBe('service_in_future')
  expect(serviceRule(service, [], '2026-01-02')?.code).toBe('service_without_need')
  expect(Object.keys(serviceFacts.shape)).toEqual([
    'type',
    'providerId',
    'quantity',
    'unit',
    'cost',
    'funder',
    'needId',
  ])
})

test('what was given stands newest first; a corrected line takes the place of the first', () => {
  const body = { type: 'travel', quantity: 1, unit: 'time', funder: 'agency' }
  const fact = (id: string, seq: number, onDay: string, supersedes: string | null = null): EntryFact => ({
    id,
    seq,
    kind: serviceGiven.kind,
    body,
    onDay,
    supersedes,
  })
  const entries = [fact('a', 1, '2026-01-01'), fact('b', 2, '2026-02-01'), fact('c', 3, '2026-01-03', 'a')]
  expect(foldServices(entries).map(({ id }) => id)).toEqual(['b', 'c'])
  expect(foldServices(entries)[0]?.cost).toBeNull()
})

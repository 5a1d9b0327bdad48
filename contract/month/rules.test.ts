import { expect, test } from 'vitest'
import { amendRule, answerRule, openRule, quorumOf, submitRule, writableRule } from './rules.ts'
import { type MonthState, monthStates } from './state.ts'
import { cleanLines } from './writing.ts'

const held = (present: number, activeMembers: number) => ({
  kind: 'members' as const,
  heldOn: '2022-05-30',
  present,
  activeMembers,
})

test('a quorum is rounded up and never nobody', () => {
  expect(quorumOf(50, 11)).toBe(6)
  expect(quorumOf(50, 10)).toBe(5)
  expect(quorumOf(67, 3)).toBe(3)
  expect(quorumOf(1, 0)).toBe(1)
})

test('one meeting with quorum is enough, and the refusal tells of the nearest one', () => {
  const ask = (meetings: ReturnType<typeof held>[], quorumPercent: number | null = 50) =>
    submitRule({ state: 'met', meetings, quorumPercent })
  expect(ask([held(2, 11), held(6, 11)])).toBe(null)
  expect(ask([held(2, 11), held(5, 11)])?.message.vi).toContain(
    '5/11 thành viên; quy chế cần ít nhất 6 người',
  )
  expect(ask([])?.code).toBe('month_not_met')
  expect(ask([held(6, 11)], null)?.code).toBe('no_statute')
  expect(ask([held(0, 0)])?.code).toBe('quorum_missing')
})

test('each rule holds in each state', () => {
  const codes = (Object.keys(monthStates) as MonthState[]).map((state) => [
    state,
    writableRule(state)?.code ?? 'yes',
    answerRule(state)?.code ?? 'yes',
    amendRule({ state, before: 1, after: 2 })?.code ?? 'yes',
  ])
  expect(codes).toEqual([
    ['open', 'yes', 'month_not_submitted', 'month_not_locked'],
    ['preparing', 'yes', 'month_not_submitted', 'month_not_locked'],
    ['met', 'yes', 'month_not_submitted', 'month_not_locked'],
    ['submitted', 'month_submitted', 'yes', 'month_not_locked'],
    ['returned', 'yes', 'month_not_submitted', 'month_not_locked'],
    ['locked', 'month_locked', 'month_not_submitted', 'yes'],
  ])
  expect(openRule({ first: '2022-05-01' }, '2022-05-01')).toBe(null)
  expect(openRule({ first: '2022-05-02' }, '2022-05-01')?.code).toBe('month_in_future')
  expect(openRule(null, '2022-05-01')?.code).toBe('month_without_days')
})

test('written text keeps its lines and loses what no document carries', () => {
  expect(cleanLines('  a\r\nb \u0000\u0007c\uD800  \n\n')).toBe('a\nb c')
  expect(cleanLines('Tuâ\u0300n')).toBe('Tuần')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../date/date.ts'
import { type VitalityQuestion, vitalities, vitality } from './vitality.ts'

const question: VitalityQuestion = {
  cadence: 'monthly',
  meetingDays: [],
  startedOn: '2022-05-01',
  today: '2022-07-20',
  monthStartDay: 1,
  parameters: { needsSupportAfter: 1, suggestSuspensionAfter: 3 },
}

test('one whole month without a meeting asks for support, three suggest a pause; the running month is not held against it', () => {
  const held = (...meetingDays: string[]) => vitality({ ...question, meetingDays })
  expect(held('2022-06-30')).toEqual({ code: 'good', missed: 0, lastMeetingOn: '2022-06-30' })
  expect(held('2022-05-10')).toMatchObject({ code: 'needs_support', missed: 1 })
  expect(held()).toMatchObject({ code: 'needs_support', missed: 2, lastMeetingOn: null })
  expect(vitality({ ...question, today: '2022-08-01' })).toMatchObject({
    code: 'suggest_suspension',
    missed: 3,
  })
})

test('a meeting in the running month makes all good again', () => {
  const late = { ...question, today: '2023-01-05' }
  expect(vitality(late).code).toBe('suggest_suspension')
  expect(vitality({ ...late, meetingDays: ['2023-01-02'] }).code).toBe('good')
})

test("the club's own month counts, and one that began before the start does not", () => {
  const own = { ...question, monthStartDay: 21, startedOn: '2022-05-22', today: '2022-07-20' }
  expect(vitality(own).missed).toBe(0)
  expect(vitality({ ...own, today: '2022-07-21' }).missed).toBe(1)
  expect(vitality({ ...own, today: '2022-07-21', meetingDays: ['2022-06-21'] }).missed).toBe(0)
})

test('a quarterly club is asked by quarters', () => {
  const quarterly = {
    ...question,
    cadence: 'quarterly' as const,
    startedOn: '2022-01-01',
    today: '2022-06-30',
  }
  expect(vitality({ ...quarterly, meetingDays: ['2022-02-01'] }).missed).toBe(0)
  expect(vitality(quarterly).missed).toBe(1)
  expect(vitality({ ...quarterly, today: '2022-10-01' }).missed).toBe(3)
})

test('parameters decide, not constants', () => {
  const lenient = { needsSupportAfter: 4, suggestSuspensionAfter: 6 }
  expect(vitality({ ...question, today: '2022-08-01', parameters: lenient }).code).toBe('good')
})

test('one more meeting never makes a club look worse', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2022-01-01', days))
  fc.assert(
    fc.property(
      fc.array(day),
      day,
      day,
      fc.integer({ min: 1, max: 28 }),
      (days, more, today, monthStartDay) => {
        const asked = { ...question, startedOn: '2022-01-01', today, monthStartDay, meetingDays: days }
        const richer = vitality({ ...asked, meetingDays: [...days, more] })
        expect(richer.missed).toBeLessThanOrEqual(vitality(asked).missed)
      },
    ),
  )
})

test('the words are kind: support and a suggestion, never a violation', () => {
  expect(vitalities.needs_support.vi).toBe('Cần hỗ trợ')
  expect(vitalities.suggest_suspension.vi).toMatch(/^Đề xuất tạm ngưng/u)
  expect(JSON.stringify(vitalities)).not.toMatch(/vi phạm|violat/iu)
})

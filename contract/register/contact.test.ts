import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ContactKind, contactKinds } from './codes.ts'
import { contactRule, countedAs } from './contact.ts'

const kinds = Object.keys(contactKinds) as ContactKind[]
const fine = { onDay: '2026-11-20', kinds: ['visit'] as const, ruleTicked: true, nextDueOn: null }
const known = { status: 'counselling', hasSafeContactRule: true, today: '2026-11-21' } as const

test('a contact of today or before, with its rule ticked, is taken', () => {
  expect(contactRule(fine, known)).toBeNull()
  expect(contactRule({ ...fine, onDay: '2026-11-22' }, known)?.code).toBe('contact_in_future')
  expect(contactRule({ ...fine, ruleTicked: false }, known)?.code).toBe('rule_not_ticked')
  expect(contactRule({ ...fine, ruleTicked: false }, { ...known, hasSafeContactRule: false })).toBeNull()
  expect(contactRule({ ...fine, nextDueOn: '2026-11-01' }, known)?.field).toBe('nextDueOn')
  expect(contactRule(fine, { ...known, status: 'ended' })?.code).toBe('person_ended')
})

test('a survey that was also counselling counts once, as counselling', () => {
  expect(countedAs(['survey', 'counselling'])).toBe('counselling')
  expect(countedAs(['survey'])).toBe('survey')
})

test('whatever kinds a contact has, it counts as exactly one of them', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1 }), (some) => {
      expect(some).toContain(countedAs(some))
      expect(countedAs([...some].reverse())).toBe(countedAs(some))
    }),
  )
})

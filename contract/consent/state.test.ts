import { expect, test } from 'vitest'
import { addDays } from '../date/date.ts'
import { type ConsentState, consentStates, type SharedField, sharedFields } from './codes.ts'
import { consentGive } from './consent.ts'
import { consentGiverRule } from './giver.ts'
import {
  type ConsentFact,
  consentCovers,
  consentFollows,
  consentSheetRule,
  consentStateOn,
  emptySheet,
} from './state.ts'

/** A walk that is the same for the same seed (mulberry32). */
function randomFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const walks = 100_000
const day = '2026-06-01'
const fresh: ConsentFact = {
  purpose: 'share_referral',
  toOrganisationId: 'a',
  directoryEntryId: null,
  fields: ['called_by'],
  validFrom: day,
  validTo: addDays(day, 30),
  givenAt: null,
  withdrawnAt: null,
  replacedBy: null,
}
const days = [0, 1, 29, 30, 31, 60].map((each) => addDays(day, each))

test(`${walks} random walks of a consent: only what may follow follows, and nothing is shared outside its force`, () => {
  const random = randomFrom(1)
  const met = new Set<ConsentState>()
  let wrong = 0
  for (let walk = 0; walk < walks; walk++) {
    let at = 0
    let consent = fresh
    let before = consentStateOn(consent, days[0] ?? day)
    for (let step = 0; step < 8; step++) {
      const now = days[at] ?? day
      const open = consentFollows[before]
      // Whatever is tried: given, withdrawn, replaced, or a day goes by. What may not follow is not done.
      const tried = random(4)
      if (tried === 0 && open.includes('in_force')) consent = { ...consent, givenAt: now }
      else if (tried === 1 && open.includes('withdrawn')) consent = { ...consent, withdrawnAt: now }
      else if (tried === 2 && open.includes('replaced')) consent = { ...consent, replacedBy: 'b' }
      else at = Math.min(at + 1, days.length - 1)
      const state = consentStateOn(consent, days[at] ?? day)
      // Given after its last day it never was in force.
      const skipped = before === 'draft' && state === 'expired'
      if (state !== before && !open.includes(state) && !skipped) wrong += 1
      const covers = consentCovers(consent, { ...fresh, fields: ['called_by'] }, days[at] ?? day)
      if (covers !== (state === 'in_force')) wrong += 1
      if ((before === 'withdrawn' || before === 'replaced' || before === 'expired') && state !== before)
        wrong += 1
      met.add(state)
      before = state
    }
  }
  expect(wrong).toBe(0)
  expect([...met].sort()).toEqual(Object.keys(consentStates).sort())
})

test(`${walks} random sharings: none passes with another receiver, purpose or field than consented`, () => {
  const random = randomFrom(2)
  const all = Object.keys(sharedFields) as SharedField[]
  const some = () => all.filter(() => random(3) === 0)
  const given = { ...fresh, givenAt: day }
  let [wrong, passed] = [0, 0]
  for (let walk = 0; walk < walks; walk++) {
    const consent = { ...given, fields: some(), toOrganisationId: random(2) ? 'a' : 'b' }
    const sharing = {
      purpose: random(2) ? ('share_referral' as const) : ('share_transfer' as const),
      toOrganisationId: random(2) ? 'a' : 'b',
      directoryEntryId: null,
      fields: some().slice(0, random(3)),
    }
    if (!consentCovers(consent, sharing, day)) continue
    passed += 1
    if (sharing.purpose !== 'share_referral' || sharing.toOrganisationId !== consent.toOrganisationId)
      wrong += 1
    if (sharing.fields.some((field) => !consent.fields.includes(field))) wrong += 1
  }
  expect(wrong).toBe(0)
  expect(passed).toBeGreaterThan(1000)
})

test('nothing is ticked on the sheet, and the command has no default that says yes', () => {
  expect(emptySheet()).toEqual({ fields: [], givenBy: null, form: null })
  const empty = consentGive.args.safeParse({})
  const missing = empty.success ? [] : empty.error.issues.map(({ path }) => path[0])
  expect(missing).toEqual(expect.arrayContaining(['purpose', 'givenBy', 'form', 'language', 'interpreter']))
  expect(consentGive.args.shape.fields.parse(undefined)).toEqual([])
})

const sheet = {
  ...fresh,
  language: 'vietnamese' as const,
  languageStated: false,
  interpreter: 'not_needed' as const,
}
const her = { language: 'vietnamese' as const, needsInterpreter: false, today: day }

test('a sheet needs one receiver, a field, days that hold, and a language of hers', () => {
  const codeOf = (more: object, of: object = {}) =>
    consentSheetRule({ ...sheet, ...more }, { ...her, ...of })?.code ?? null
  expect(codeOf({})).toBeNull()
  expect(codeOf({ toOrganisationId: null })).toBe('consent_receiver')
  expect(codeOf({ directoryEntryId: 'c' })).toBe('consent_receiver')
  expect(codeOf({ purpose: 'recording' })).toBe('consent_receiver')
  expect(codeOf({ purpose: 'recording', toOrganisationId: null, fields: [] })).toBeNull()
  expect(codeOf({ fields: [] })).toBe('consent_fields')
  expect(codeOf({ validFrom: addDays(day, 1) })).toBe('consent_from')
  expect(codeOf({ validTo: addDays(day, -1), validFrom: addDays(day, -5) })).toBe('consent_to')
  expect(codeOf({ validTo: addDays(day, 731) })).toBe('consent_to')
  expect(codeOf({}, { language: null })).toBe('consent_language')
  expect(codeOf({ languageStated: true }, { language: null })).toBeNull()
  expect(codeOf({}, { needsInterpreter: true })).toBe('consent_interpreter')
})

test('invariant 3: from seven years on child and representative together, and never a suspected exploiter', () => {
  const of = (facts: object) =>
    consentGiverRule({
      track: 'child',
      ageBand: '7_to_15',
      givenBy: 'with_representative',
      representative: 'parent',
      suspected: 'no',
      ...facts,
    })?.code ?? null
  expect(of({})).toBeNull()
  expect(of({ suspected: 'yes' })).toBe('child_officer_needed')
  expect(of({ suspected: 'unknown' })).toBe('child_officer_needed')
  expect(of({ representative: 'none' })).toBe('child_officer_needed')
  expect(of({ givenBy: 'representative' })).toBe('consent_of_child_and_representative')
  expect(of({ givenBy: 'herself', ageBand: '16_to_17' })).toBe('consent_of_child_and_representative')
  expect(of({ givenBy: 'representative', ageBand: 'under_7' })).toBeNull()
  expect(of({ givenBy: 'child_officer', representative: 'child_officer', suspected: 'yes' })).toBeNull()
  // A band that is not known does not make a child of the child's track an adult.
  expect(of({ givenBy: 'herself', ageBand: null })).toBe('consent_of_child_and_representative')
  expect(of({ track: 'adult', ageBand: '18_to_30', givenBy: 'herself' })).toBeNull()
  expect(of({ track: 'adult', ageBand: '18_to_30', givenBy: 'representative' })).toBe('consent_is_hers')
})

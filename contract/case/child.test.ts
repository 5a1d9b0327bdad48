import { expect, test } from 'vitest'
import { addWorkingDays, type Consenting, consentOwedBy, mayConsent } from './child.ts'
import { ageBands } from './codes.ts'
import { escortRule } from './escort.ts'
import { leaveRule, partRule, partsOf } from './team.ts'

const bands = [null, ...Object.keys(ageBands)]
const persons: Consenting[] = ['child', 'representative', 'officer']
const representatives = [
  null,
  { relation: 'parent', suspected: false },
  { relation: 'parent', suspected: true },
] as const

test('whose yes a child’s consent needs, in every case there is', () => {
  const wrong: string[] = []
  for (const ageBand of bands)
    for (const representative of representatives)
      for (let mask = 0; mask < 8; mask++) {
        const given = persons.filter((_, i) => mask & (1 << i))
        const may = mayConsent({ ageBand, representative }, given) === null
        const asksChild = ageBand !== 'under_7'
        const trusted = representative !== null && !representative.suspected
        const should =
          (!asksChild || given.includes('child')) && given.includes(trusted ? 'representative' : 'officer')
        if (may !== should) wrong.push(`${ageBand} ${JSON.stringify(representative)} ${given}`)
      }
  expect(wrong).toEqual([])
})

test('a representative under suspicion never decides, whatever else is given', () => {
  const child = { ageBand: '7_to_15', representative: { relation: 'parent', suspected: true } } as const
  expect(consentOwedBy(child)).toEqual(['child', 'officer'])
  expect(mayConsent(child, ['child', 'representative'])).toMatchObject({ code: 'consent_of_officer_missing' })
  expect(mayConsent(child, ['officer'])).toMatchObject({ code: 'consent_of_child_missing' })
  expect(mayConsent(child, ['child', 'officer'])).toBeNull()
})

test('working days pass over Saturday, Sunday and holidays', () => {
  // 2026-11-20 is a Friday.
  expect(addWorkingDays('2026-11-20', 1, [])).toBe('2026-11-23')
  expect(addWorkingDays('2026-11-20', 5, [])).toBe('2026-11-27')
  expect(addWorkingDays('2026-11-21', 5, [])).toBe('2026-11-27')
  expect(addWorkingDays('2026-11-20', 5, ['2026-11-24', '2026-11-28'])).toBe('2026-11-30')
  expect(addWorkingDays('2026-12-31', 1, ['2027-01-01'])).toBe('2027-01-04')
  expect(addWorkingDays('2026-11-20', 0, [])).toBe('2026-11-20')
})

test('the three times of a way follow one another and have come', () => {
  const now = new Date('2026-11-20T03:00:00Z')
  const at = (minute: number) => `2026-11-20T02:${String(minute).padStart(2, '0')}:00.000Z`
  const rule = (left: number, arrived: number | null, received: number | null) =>
    escortRule(
      {
        leftAt: at(left),
        arrivedAt: arrived === null ? null : at(arrived),
        receivedAt: received === null ? null : at(received),
      },
      now,
    )?.code ?? null
  expect(rule(1, null, null)).toBeNull()
  expect(rule(1, 2, 3)).toBeNull()
  expect(rule(1, null, 3)).toBeNull()
  expect(rule(3, 2, null)).toBe('escort_out_of_order')
  expect(rule(1, 5, 4)).toBe('escort_out_of_order')
  expect(rule(4, null, 1)).toBe('escort_out_of_order')
  const tomorrow = { leftAt: '2026-11-21T00:00:00Z', arrivedAt: null, receivedAt: null }
  expect(escortRule(tomorrow, now)?.code).toBe('escort_in_future')
})

test('parts of a team go by roles, and a manager leaves to another', () => {
  expect(partsOf(['shelter_manager'])).toEqual(['member', 'shelter'])
  expect(partsOf(['club_chair'])).toEqual([])
  expect(partRule('supervisor', ['shelter_manager'])?.code).toBe('part_needs_role')
  expect(leaveRule({ part: 'member', accountId: 'a' }, null)).toBeNull()
  expect(leaveRule({ part: 'manager', accountId: 'a' }, 'b')).toBeNull()
  expect(leaveRule({ part: 'manager', accountId: 'a' }, 'a')?.code).toBe('manager_needs_successor')
})

import type { AgeBand } from '../case/codes.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { ConsentGiver, Representative, Suspicion } from './codes.ts'

/** Whose consent it is, and who stands beside. */
export interface GiverFacts {
  track: 'adult' | 'child'
  ageBand: AgeBand | null
  givenBy: ConsentGiver
  representative: Representative
  /** Is the representative suspected of having exploited her? Only a plain «no» lets one speak for a child. */
  suspected: Suspicion
}

const childBands: readonly (AgeBand | null)[] = ['under_7', '7_to_15', '16_to_17']

/**
 * Who may give this consent? Null means: these may. A child from seven years on says yes herself, together with a
 * representative who is no suspected exploiter; where there is none, a child-protection officer decides with her.
 */
export function consentGiverRule(facts: GiverFacts): Refusal | null {
  const { track, ageBand, givenBy, representative, suspected } = facts
  const child = track === 'child' || childBands.includes(ageBand)
  if (!child) {
    if (givenBy === 'herself' || (givenBy === 'with_representative' && representative !== 'none')) return null
    return refuse(
      'consent_is_hers',
      { vi: 'Người đã lớn tự mình quyết định.', en: 'An adult decides for herself.' },
      'givenBy',
    )
  }
  if (givenBy === 'child_officer') return representative === 'child_officer' ? null : officerNeeded
  const small = ageBand === 'under_7'
  if (givenBy === 'herself' || (givenBy === 'representative' && !small))
    return refuse(
      'consent_of_child_and_representative',
      {
        vi: 'Trẻ từ đủ 7 tuổi cùng quyết định với người đại diện; cần ý kiến của cả hai.',
        en: 'A child of seven or more decides together with a representative; both are needed.',
      },
      'givenBy',
    )
  if (representative === 'none' || representative === 'child_officer' || suspected !== 'no')
    return officerNeeded
  return null
}

const officerNeeded = refuse(
  'child_officer_needed',
  {
    vi: 'Người đại diện này chưa thể quyết định thay cho trẻ. Xin mời cán bộ bảo vệ trẻ em.',
    en: 'This representative cannot decide for the child. Please ask a child-protection officer.',
  },
  'givenBy',
)

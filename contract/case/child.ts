import { z } from 'zod'
import { defineCommand, made } from '../command.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CodeWords, codeOf } from '../words.ts'
import { defineEntry, type EntryFact, standing } from './entry.ts'

// The track of a child: who represents her, what was done at once, her plan with her own word, school. Source: Decree
// 56/2017/NĐ-CP (the law paper §1.6); whoever represents a child and is suspected never decides for her (invariant 3).

export type RepresentativeRelation =
  | 'parent'
  | 'grandparent'
  | 'relative'
  | 'guardian'
  | 'facility'
  | 'child_protection_officer'
export const representativeRelations: CodeWords<RepresentativeRelation> = {
  parent: { vi: 'Cha, mẹ', en: 'Parent' },
  grandparent: { vi: 'Ông, bà', en: 'Grandparent' },
  relative: { vi: 'Người thân khác', en: 'Another relative' },
  guardian: { vi: 'Người giám hộ', en: 'Guardian' },
  facility: { vi: 'Cơ sở đang chăm sóc', en: 'The facility that cares' },
  child_protection_officer: { vi: 'Cán bộ bảo vệ trẻ em', en: 'Child-protection officer' },
}

export type EmergencyMeasure = 'moved_to_safety' | 'medical' | 'apart_from_danger' | 'none_needed'
export const emergencyMeasures: CodeWords<EmergencyMeasure> = {
  moved_to_safety: { vi: 'Đưa tới nơi an toàn', en: 'Brought to a safe place' },
  medical: { vi: 'Chăm sóc y tế', en: 'Medical care' },
  apart_from_danger: { vi: 'Tách khỏi người gây nguy hiểm', en: 'Kept apart from who is dangerous' },
  none_needed: { vi: 'Đã đánh giá, chưa cần biện pháp khẩn cấp', en: 'Assessed; none is needed' },
}

export type ChildLink = 'accompanies' | 'sibling'
export const childLinks: CodeWords<ChildLink> = {
  accompanies: { vi: 'Đi cùng người lớn', en: 'Came with an adult' },
  sibling: { vi: 'Anh chị em, ở cùng nhau', en: 'Siblings, kept together' },
}

const opinion = z.enum(['agrees', 'disagrees', 'cannot_say'])
export type ChildOpinion = z.infer<typeof opinion>

export const representativeNamed = defineEntry({
  kind: 'child.representative_named',
  tier: 'team',
  body: z.object({ relation: codeOf(representativeRelations), suspected: z.boolean() }),
  sealed: z.object({ name: z.string().max(120), words: z.string().max(2000) }),
  words: { vi: 'Người đại diện của trẻ', en: 'Who represents the child' },
})
export const measureTaken = defineEntry({
  kind: 'child.measure_taken',
  tier: 'team',
  body: z.object({ measures: z.array(codeOf(emergencyMeasures)) }),
  sealed: z.object({ words: z.string().max(2000) }),
  words: { vi: 'Biện pháp khẩn cấp cho trẻ', en: 'Emergency measures for the child' },
})
/** Her plan. What the child and the carer say of it is owed, also when they say no. */
export const childPlanned = defineEntry({
  kind: 'child.planned',
  tier: 'team',
  body: z.object({ childOpinion: opinion, carerOpinion: opinion }),
  sealed: z.object({
    plan: z.string().max(5000),
    childWords: z.string().max(2000),
    carerWords: z.string().max(2000),
  }),
  words: { vi: 'Kế hoạch cho trẻ', en: 'Plan for the child' },
})
export const schoolEntered = defineEntry({
  kind: 'child.school_entered',
  tier: 'team',
  body: z.object({ where: z.enum(['outside', 'inside_facility', 'not_of_age']), on: plainDate }),
  sealed: null,
  words: { vi: 'Trẻ đi học', en: 'The child goes to school' },
})
export const childLinked = defineEntry({
  kind: 'child.linked',
  tier: 'team',
  body: z.object({ caseId: z.uuid(), as: codeOf(childLinks) }),
  sealed: null,
  words: { vi: 'Đi cùng, anh chị em', en: 'Came with, siblings' },
})

export type Representative = z.infer<typeof representativeNamed.body>

/** What of a child the rule of consent asks for. */
export interface ChildFacts {
  ageBand: string | null
  representative: Representative | null
}
export type Consenting = 'child' | 'representative' | 'officer'

/**
 * Whose yes a child's consent needs: of seven years or more (or of unknown age) her own, and her representative's; in
 * the place of one who is suspected of the exploitation, or of none, the child-protection officer's.
 */
export function consentOwedBy({ ageBand, representative }: ChildFacts): readonly Consenting[] {
  const other = representative === null || representative.suspected ? 'officer' : 'representative'
  return ageBand === 'under_7' ? [other] : ['child', other]
}

/** May this consent stand for the child, given by these? Null means yes. A yes of one who is suspected counts for nothing. */
export function mayConsent(child: ChildFacts, givenBy: readonly Consenting[]): Refusal | null {
  const missing = consentOwedBy(child).find((each) => !givenBy.includes(each))
  if (missing === undefined) return null
  const said: Record<Consenting, { vi: string; en: string }> = {
    child: {
      vi: 'Trẻ từ bảy tuổi cần được hỏi và tự đồng ý.',
      en: 'A child of seven or more is asked and agrees herself.',
    },
    representative: {
      vi: 'Cần người đại diện của trẻ cùng đồng ý.',
      en: 'Who represents the child must agree as well.',
    },
    officer: {
      vi: 'Cần cán bộ bảo vệ trẻ em đồng ý: trẻ chưa có người đại diện, hoặc người đại diện có dấu hiệu liên quan.',
      en: 'The child-protection officer must agree: nobody represents the child, or who does is under suspicion.',
    },
  }
  return refuse(`consent_of_${missing}_missing`, said[missing], 'givenBy')
}

/** Where she goes to school since which day; «inside» when the facility where she lives teaches her. */
export type Schooling = z.infer<typeof schoolEntered.body>

/** What the rules of a child read from her entries: who represents her now, with whom she is linked, how she is schooled. */
export function foldChild(entries: readonly EntryFact[]): {
  representative: Representative | null
  accompanies: string | null
  siblings: string[]
  school: Schooling | null
} {
  const links = standing(entries, childLinked).map(({ body }) => body)
  return {
    representative: standing(entries, representativeNamed).at(-1)?.body ?? null,
    accompanies: links.findLast((each) => each.as === 'accompanies')?.caseId ?? null,
    school: standing(entries, schoolEntered).at(-1)?.body ?? null,
    siblings: [...new Set(links.filter((each) => each.as === 'sibling').map(({ caseId }) => caseId))],
  }
}

/** Only a case on the child's track has a child's entries. Null means yes. */
export function childTrackRule(track: 'adult' | 'child'): Refusal | null {
  if (track === 'child') return null
  return refuse('not_childs_track', {
    vi: 'Hồ sơ này chưa theo quy trình dành cho trẻ em. Xin cập nhật tuổi trước.',
    en: 'This case is not on the track of children. Please set the age first.',
  })
}

/** May her schooling be written so? A day that has not come is no enrolment: its clock would end too early. Null means yes. */
export function schoolRule({ on }: Schooling, today: PlainDate): Refusal | null {
  if (on <= today) return null
  return refuse(
    'school_in_future',
    {
      vi: 'Ngày này chưa tới. Xin ghi khi trẻ đã đi học.',
      en: 'This day is still to come. Please note it once she goes to school.',
    },
    'on',
  )
}

/** May these two be linked? Null means yes. */
export function childLinkRule(
  child: { id: string; track: 'adult' | 'child' },
  other: { id: string; track: 'adult' | 'child' },
  as: ChildLink,
): Refusal | null {
  const refusal = childTrackRule(child.track)
  if (refusal) return refusal
  if (child.id === other.id)
    return refuse(
      'link_to_itself',
      { vi: 'Hai hồ sơ phải khác nhau.', en: 'The two cases must differ.' },
      'withCaseId',
    )
  if (as === 'accompanies' && other.track === 'child')
    return refuse(
      'accompanies_an_adult',
      {
        vi: 'Trẻ đi cùng một người lớn. Với một trẻ khác, xin chọn «anh chị em».',
        en: 'A child comes with an adult. For another child, please choose “siblings”.',
      },
      'withCaseId',
    )
  return null
}

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }
const about = {
  permission: 'case.write',
  scope: 'organisation',
  result: made,
  audit: 'CASE_CHILD_WRITTEN',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
} as const
const text = (max: number) => z.string().trim().max(max)

export const childNameRepresentative = defineCommand({
  ...about,
  name: 'child.name_representative',
  args: z.object({
    ...ofCase,
    relation: codeOf(representativeRelations),
    /** There are signs that this person had a part in the exploitation. */
    suspected: z.boolean(),
    name: text(120).default(''),
    words: text(2000).default(''),
  }),
  summary: { vi: 'Ghi người đại diện của trẻ', en: 'Name who represents the child' },
})

export const childTakeMeasure = defineCommand({
  ...about,
  name: 'child.take_measure',
  args: z.object({
    ...ofCase,
    measures: z.array(codeOf(emergencyMeasures)).min(1).max(4),
    words: text(2000).default(''),
  }),
  summary: { vi: 'Ghi biện pháp khẩn cấp cho trẻ', en: 'Note emergency measures for the child' },
})

export const childPlan = defineCommand({
  ...about,
  name: 'child.plan',
  args: z.object({
    ...ofCase,
    plan: text(5000).min(1),
    childOpinion: opinion,
    childWords: text(2000).default(''),
    carerOpinion: opinion,
    carerWords: text(2000).default(''),
  }),
  summary: { vi: 'Lập kế hoạch cho trẻ', en: 'Make the plan for the child' },
})

export const childEnterSchool = defineCommand({
  ...about,
  name: 'child.enter_school',
  args: z.object({ ...ofCase, where: z.enum(['outside', 'inside_facility', 'not_of_age']), on: plainDate }),
  summary: { vi: 'Ghi việc đi học của trẻ', en: 'Note school for the child' },
})

export const childLinkCase = defineCommand({
  ...about,
  name: 'child.link',
  args: z.object({ ...ofCase, withCaseId: z.uuid(), as: codeOf(childLinks) }),
  summary: { vi: 'Ghi trẻ đi cùng ai', en: 'Link the child with whom she came' },
})

/** The clocks of a child's track. */
export const childClocks = ['child_emergency', 'child_plan', 'child_school'] as const

/** The working day that comes `days` later: Saturdays, Sundays and public holidays are not counted. */
export function addWorkingDays(day: PlainDate, days: number, holidays: readonly PlainDate[]): PlainDate {
  const instant = new Date(`${day}T00:00:00Z`)
  for (let left = days; left > 0; ) {
    instant.setUTCDate(instant.getUTCDate() + 1)
    const weekday = instant.getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !holidays.includes(instant.toISOString().slice(0, 10))) left -= 1
  }
  return instant.toISOString().slice(0, 10)
}

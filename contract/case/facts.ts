import { z } from 'zod'
import { defineCommand, made } from '../command.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CodeWords, codeOf } from '../words.ts'
import { ageBands, caseLanguages, caseNationalities, type Triage } from './codes.ts'
import { defineEntry, type EntryFact, standing } from './entry.ts'
import { received } from './reception.ts'

export type CaseIssue =
  | 'trafficking'
  | 'domestic_violence'
  | 'sexual_abuse'
  | 'other_gender_violence'
  | 'migration_hardship'
  | 'other'
export const caseIssues: CodeWords<CaseIssue> = {
  trafficking: { vi: 'Mua bán người', en: 'Trafficking' },
  domestic_violence: { vi: 'Bạo lực gia đình', en: 'Domestic violence' },
  sexual_abuse: { vi: 'Xâm hại tình dục', en: 'Sexual abuse' },
  other_gender_violence: { vi: 'Bạo lực giới khác', en: 'Other gender-based violence' },
  migration_hardship: { vi: 'Di cư gặp nạn', en: 'Hardship in migration' },
  other: { vi: 'Việc khác', en: 'Something else' },
}

export type InterpreterKind = 'none' | 'professional' | 'staff' | 'volunteer' | 'by_phone' | 'relative'
/** Who interprets. A relative never by default: what she tells may be what he must not hear. */
export const interpreterKinds: CodeWords<InterpreterKind> = {
  none: { vi: 'Chưa có', en: 'Nobody yet' },
  professional: { vi: 'Phiên dịch chuyên nghiệp', en: 'A professional interpreter' },
  staff: { vi: 'Cán bộ biết tiếng', en: 'A worker who speaks it' },
  volunteer: { vi: 'Cộng tác viên', en: 'A volunteer' },
  by_phone: { vi: 'Phiên dịch qua điện thoại', en: 'By telephone' },
  relative: { vi: 'Người nhà, do người được hỗ trợ tự chọn', en: 'A relative of her own choosing' },
}

const track = z.enum(['adult', 'child'])
/** The coded facts of a case that its team may set; the columns of case_file of the same names follow them. */
export const caseFacts = z.object({
  track,
  sex: z.enum(['female', 'male', 'other']).nullable(),
  ageBand: codeOf(ageBands).nullable(),
  language: codeOf(caseLanguages).nullable(),
  needsInterpreter: z.boolean(),
  interpreter: codeOf(interpreterKinds).default('none'),
  nationality: codeOf(caseNationalities),
  foundIn: z.enum(['viet_nam', 'abroad']),
  issues: z.array(codeOf(caseIssues)).max(6),
})
export type CaseFacts = z.infer<typeof caseFacts>

/** The facts as the team has come to know them; the last of these stands. */
export const factsSet = defineEntry({
  kind: 'case.facts_set',
  tier: 'team',
  body: caseFacts,
  sealed: null,
  words: { vi: 'Cập nhật thông tin chung', en: 'Facts brought up to date' },
})

/** Nobody can be under 18 and on the track of adults: the safeguards of a child are not a choice of the team. */
export const isChildsAge = (ageBand: CaseFacts['ageBand']): boolean =>
  ageBand === 'under_7' || ageBand === '7_to_15' || ageBand === '16_to_17'

/** May these facts be set? Null means yes. */
export function factsRule(facts: CaseFacts & { herOwnChoice?: boolean | undefined }): Refusal | null {
  if (isChildsAge(facts.ageBand) && facts.track !== 'child')
    return refuse(
      'child_needs_childs_track',
      {
        vi: 'Người dưới 18 tuổi luôn theo quy trình dành cho trẻ em.',
        en: 'Whoever is under 18 is on the track of children.',
      },
      'track',
    )
  if (facts.interpreter === 'relative' && facts.herOwnChoice !== true)
    return refuse(
      'relative_interprets_by_her_choice_only',
      {
        vi: 'Người nhà chỉ phiên dịch khi chính người được hỗ trợ chọn. Xin hỏi riêng rồi đánh dấu.',
        en: 'A relative interprets only by her own choice. Please ask her alone and tick it.',
      },
      'herOwnChoice',
    )
  if (facts.interpreter !== 'none' && !facts.needsInterpreter)
    return refuse(
      'interpreter_without_need',
      {
        vi: 'Đã có người phiên dịch thì xin đánh dấu cần phiên dịch.',
        en: 'Please tick that an interpreter is needed.',
      },
      'needsInterpreter',
    )
  if (new Set(facts.issues).size !== facts.issues.length)
    return refuse('issue_twice', { vi: 'Một mục được chọn hai lần.', en: 'One was chosen twice.' }, 'issues')
  return null
}

/** What a case that nobody has met yet knows of her: nothing. */
export const unknownFacts: CaseFacts = {
  track: 'adult',
  sex: null,
  ageBand: null,
  language: null,
  needsInterpreter: false,
  interpreter: 'none',
  nationality: 'unknown',
  foundIn: 'viet_nam',
  issues: [],
}

/** The facts at her arrival: what the six fields say, and the track that follows from her age. */
export function factsOfArrival(arrival: {
  sex: CaseFacts['sex']
  ageBand: CaseFacts['ageBand']
  language: CaseFacts['language']
  nationality: CaseFacts['nationality']
  triage: readonly Triage[]
}): CaseFacts {
  const { sex, ageBand, language, nationality } = arrival
  return {
    ...unknownFacts,
    sex,
    ageBand,
    language,
    nationality,
    track: isChildsAge(ageBand) ? 'child' : 'adult',
    needsInterpreter: arrival.triage.includes('needs_interpreter'),
  }
}

/** The facts of a case from its entries alone. */
export function foldFacts(entries: readonly EntryFact[]): CaseFacts {
  const set = standing(entries, factsSet).at(-1)?.body
  const arrival = standing(entries, received).at(-1)?.body
  return set ?? (arrival ? factsOfArrival(arrival) : unknownFacts)
}

/** Sets the coded facts of a case, all at once as they are known now. */
export const caseSetFacts = defineCommand({
  name: 'case.set_facts',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({
    organisationId: z.uuid(),
    caseId: z.uuid(),
    ...caseFacts.shape,
    /** She herself, asked alone, wants her relative to interpret. */
    herOwnChoice: z.boolean().default(false),
  }),
  result: made,
  audit: 'CASE_FACTS_SET',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Cập nhật thông tin chung của hồ sơ', en: 'Set the facts of a case' },
})

import type { CaseHeader } from '@ke-vai/contract/case/case.ts'
import type { ChildOpinion } from '@ke-vai/contract/case/child.ts'
import { type AgeBand, ageBands, caseLanguages, caseNationalities } from '@ke-vai/contract/case/codes.ts'
import { type CaseFacts, caseIssues, interpreterKinds, isChildsAge } from '@ke-vai/contract/case/facts.ts'
import type { CodeWords, Words } from '@ke-vai/contract/words.ts'

/** As the reception asks it. */
export const sexWords: CodeWords<'female' | 'male' | 'other'> = {
  female: { vi: 'Nữ', en: 'Woman' },
  male: { vi: 'Nam', en: 'Man' },
  other: { vi: 'Khác', en: 'Other' },
}

/** «Nữ, 18 đến 30 tuổi»: what is known of her in coded words; a child is named as one. */
export function personInShort(header: Pick<CaseHeader, 'sex' | 'ageBand' | 'track'>): Words {
  const parts: Words[] = [
    ...(header.track === 'child' ? [{ vi: 'Trẻ em', en: 'Child' }] : []),
    ...(header.sex ? [sexWords[header.sex]] : []),
    ...(header.ageBand ? [ageBands[header.ageBand]] : []),
  ]
  if (parts.length === 0) return { vi: 'Chưa rõ tuổi, giới', en: 'Age and sex not known yet' }
  return { vi: parts.map(({ vi }) => vi).join(', '), en: parts.map(({ en }) => en).join(', ') }
}

/** Whose way a person of this age goes, as the reception sets it. */
export const trackOf = (ageBand: AgeBand | null): CaseHeader['track'] =>
  isChildsAge(ageBand) ? 'child' : 'adult'

/** The facts of a case as the timeline says them; what is not known is left out. */
export function factsInWords(facts: CaseFacts): Words[] {
  return [
    personInShort(facts),
    ...(facts.language ? [caseLanguages[facts.language]] : []),
    ...(facts.needsInterpreter && facts.interpreter === 'none'
      ? [{ vi: 'cần phiên dịch, chưa có người', en: 'needs an interpreter, nobody yet' }]
      : []),
    ...(facts.interpreter === 'none' ? [] : [interpreterKinds[facts.interpreter]]),
    ...(facts.nationality === 'unknown' ? [] : [caseNationalities[facts.nationality]]),
    ...facts.issues.map((code) => caseIssues[code]),
  ]
}

export const opinionWords: CodeWords<ChildOpinion> = {
  agrees: { vi: 'đồng ý', en: 'agrees' },
  disagrees: { vi: 'không đồng ý', en: 'disagrees' },
  cannot_say: { vi: 'chưa nói được', en: 'cannot say yet' },
}

export const schoolWords: CodeWords<'outside' | 'inside_facility' | 'not_of_age'> = {
  outside: { vi: 'Đi học ở trường', en: 'At a school' },
  inside_facility: { vi: 'Học tại cơ sở', en: 'Inside the facility' },
  not_of_age: { vi: 'Chưa tới tuổi, hoặc đã quá tuổi đi học', en: 'Not of school age' },
}

import type { CodeWords, Words } from '../words.ts'

// Two sides hold lists of codes for the same period; what both hold, and where they differ, is found by token.

export type Side = 'law' | 'social'
export const sides: CodeWords<Side> = {
  law: { vi: 'Công an, biên phòng', en: 'Police and border guard' },
  social: { vi: 'Y tế, xã hội', en: 'Health and social work' },
}

export type ItemStatus = 'in_identification' | 'identified' | 'not_identified' | 'not_enough_grounds'
/** What a body's own list says. It is that body's word, and moves nothing in a case. */
export const itemStatuses: CodeWords<ItemStatus> = {
  in_identification: { vi: 'Đang trong quá trình xác định', en: 'In identification' },
  identified: { vi: 'Đã có quyết định xác định', en: 'Identified by a decision' },
  not_identified: { vi: 'Không xác định', en: 'Not identified' },
  not_enough_grounds: { vi: 'Chưa đủ căn cứ', en: 'Not enough grounds' },
}

export type DifferenceKind = 'only_law' | 'only_social' | 'status_differs' | 'no_support'
export const differenceKinds: CodeWords<DifferenceKind> = {
  only_law: { vi: 'Chỉ có ở công an, biên phòng', en: 'Only with police or border guard' },
  only_social: { vi: 'Chỉ có ở y tế, xã hội', en: 'Only with health or social work' },
  status_differs: { vi: 'Hai bên ghi tình trạng khác nhau', en: 'The status differs' },
  no_support: { vi: 'Chưa được hỗ trợ', en: 'No support yet' },
}

export type Resolution =
  | 'list_completed'
  | 'same_person'
  | 'status_agreed'
  | 'support_began'
  | 'she_declined'
  | 'another_period'
  | 'another_province'
export const resolutions: CodeWords<Resolution> = {
  list_completed: { vi: 'Đã bổ sung vào danh sách', en: 'Added to the list' },
  same_person: { vi: 'Cùng một người, hai mã', en: 'One person with two codes' },
  status_agreed: { vi: 'Đã thống nhất tình trạng', en: 'The status was agreed' },
  support_began: { vi: 'Đã bắt đầu hỗ trợ', en: 'Support began' },
  she_declined: { vi: 'Chị ấy chưa muốn nhận hỗ trợ lúc này', en: 'She does not want support now' },
  another_period: { vi: 'Thuộc kỳ khác', en: 'Belongs to another period' },
  another_province: { vi: 'Thuộc tỉnh khác', en: 'Belongs to another province' },
}
/** These leave the difference standing as an exception, which every print names. */
const exceptional: readonly Resolution[] = ['she_declined', 'another_period', 'another_province']

/** A line of one body's list. The token says whom it is about without saying who she is. */
export interface ListLine {
  organisationId: string
  side: Side
  line: number
  token: string
  status: ItemStatus
  supported: boolean
}

export interface Difference {
  kind: DifferenceKind
  /** The line of each body's own list. */
  lines: Readonly<Record<string, number>>
  ownerOrganisationId: string
}

/** Who has to act on a difference: the side that lacks her, decides, or supports. */
const actsOn: Record<DifferenceKind, Side> = {
  only_law: 'social',
  only_social: 'law',
  status_differs: 'law',
  no_support: 'social',
}

/**
 * Compares the lists: how many people there are on any list, how many stand alike on both sides and are supported, and
 * every difference with the body that owns it. One person has at most one difference, the first of the four that fits.
 * @param owners the body of each side that acts, when the list does not name one
 */
export function compareLists(
  lines: readonly ListLine[],
  owners: Readonly<Record<Side, string>>,
): { people: number; agreed: number; differences: Difference[] } {
  const byToken = new Map<string, ListLine[]>()
  for (const each of lines) byToken.set(each.token, [...(byToken.get(each.token) ?? []), each])
  const differences: Difference[] = []
  for (const hers of byToken.values()) {
    const kind = differs(hers)
    if (kind === null) continue
    const own = hers.find(({ side }) => side === actsOn[kind])
    differences.push({
      kind,
      lines: Object.fromEntries(hers.map(({ organisationId, line }) => [organisationId, line])),
      ownerOrganisationId: own?.organisationId ?? owners[actsOn[kind]],
    })
  }
  return { people: byToken.size, agreed: byToken.size - differences.length, differences }
}

function differs(hers: readonly ListLine[]): DifferenceKind | null {
  const has = (side: Side) => hers.some((each) => each.side === side)
  if (!has('social')) return 'only_law'
  if (!has('law')) return 'only_social'
  if (new Set(hers.map(({ status }) => status)).size > 1) return 'status_differs'
  return hers.some(({ side, supported }) => side === 'social' && supported) ? null : 'no_support'
}

/** What a round came to. Null where it was not counted yet. */
export interface RoundFigures {
  people: number | null
  agreed: number | null
  differences: readonly { resolution: Resolution | null }[] | null
}

/**
 * The only text in which a round's percentage stands: with numerator, denominator and exceptions. Null while one of them
 * is missing, while a difference is open, and when there is nobody to count.
 */
export function shareText({ people, agreed, differences }: RoundFigures): Words | null {
  if (people === null || agreed === null || differences === null || people === 0) return null
  const solved = differences.map(({ resolution }) => resolution)
  if (solved.includes(null)) return null
  const exceptions = solved.filter((each) => each !== null && exceptional.includes(each))
  const counted = agreed + solved.length - exceptions.length
  // Rounded down: 999 of 1,000 are no 100 %.
  const share = Math.floor((counted / people) * 1000) / 10
  const named = (language: 'vi' | 'en') =>
    exceptions.length === 0
      ? { vi: 'không có', en: 'none' }[language]
      : Object.entries(resolutions)
          .map(([code, words]) => ({ words, n: exceptions.filter((each) => each === code).length }))
          .filter(({ n }) => n > 0)
          .map(({ words, n }) => `${words[language]}: ${n}`)
          .join('; ')
  return {
    vi: `${String(share).replace('.', ',')} % (${counted}/${people} người; ngoại lệ: ${named('vi')})`,
    en: `${share} % (${counted} of ${people} people; exceptions: ${named('en')})`,
  }
}

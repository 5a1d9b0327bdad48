import type { SharedField as ConsentField } from '../consent/codes.ts'
import type { CodeWords } from '../words.ts'

// The code lists of a request addressed to a liaison of the police or the border guard.

export type RequestPurpose = 'information' | 'origin' | 'decision'
export const requestPurposes: CodeWords<RequestPurpose> = {
  information: { vi: 'Xác minh thông tin', en: 'Verify information' },
  origin: { vi: 'Tìm quê quán, người thân', en: 'Trace where she is from' },
  decision: { vi: 'Đề nghị quyết định xác định', en: 'Ask for the decision on identification' },
}

/** What may be shared, one by one; what is not named is not sent. */
export type SharedField =
  | 'question'
  | 'origin_clues'
  | 'route_clues'
  | 'age_and_sex'
  | 'called_by'
  | 'legal_name'
  | 'birth'
  | 'paper'
export const sharedFields: CodeWords<SharedField> = {
  question: { vi: 'Điều cần xác minh', en: 'What is to be verified' },
  origin_clues: { vi: 'Dấu hiệu về quê quán (không có tên)', en: 'Clues of her origin, without a name' },
  route_clues: { vi: 'Nơi đi qua, thời gian', en: 'Places and times of the way' },
  age_and_sex: { vi: 'Khoảng tuổi, giới tính', en: 'Age band and sex' },
  called_by: { vi: 'Tên thường gọi', en: 'The name she goes by' },
  legal_name: { vi: 'Họ và tên', en: 'Full name' },
  birth: { vi: 'Ngày hoặc năm sinh', en: 'Day or year of birth' },
  paper: { vi: 'Số giấy tờ', en: 'Number of a paper' },
}

/**
 * What her sheet must name before a field goes to the police: the question alone goes without a sheet. Clues are her own
 * words; the sheet has no field for them, and her yes to share with this body, whatever else it names, is what they need.
 * The rows' own lock says the same (policy.request_consent_fields).
 */
export const consentFieldsOf: Readonly<Record<SharedField, readonly ConsentField[] | null>> = {
  question: null,
  origin_clues: [],
  route_clues: [],
  age_and_sex: ['age_band', 'sex'],
  called_by: ['called_by'],
  legal_name: ['legal_name'],
  birth: ['birth'],
  paper: ['paper'],
}

/** The fields of a sheet under which these may be shown; null where no sheet is needed. */
export function consentFieldsFor(fields: readonly SharedField[]): ConsentField[] | null {
  const needed = fields.flatMap((each) => {
    const named = consentFieldsOf[each]
    return named === null ? [] : [named]
  })
  return needed.length === 0 ? null : [...new Set(needed.flat())]
}

export type RequestState = 'sent' | 'opened' | 'answered' | 'declined' | 'withdrawn'
export const requestStates: CodeWords<RequestState> = {
  sent: { vi: 'Đã gửi', en: 'Sent' },
  opened: { vi: 'Đã mở xem', en: 'Opened' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  declined: { vi: 'Không nhận, có lý do', en: 'Declined, with a reason' },
  withdrawn: { vi: 'Đã rút lại', en: 'Withdrawn' },
}

export type RequestAnswer = 'confirmed' | 'partly' | 'not_confirmed' | 'nothing_found' | 'decided'
export const requestAnswers: CodeWords<RequestAnswer> = {
  confirmed: { vi: 'Thông tin đúng', en: 'Confirmed' },
  partly: { vi: 'Đúng một phần', en: 'Partly confirmed' },
  not_confirmed: { vi: 'Thông tin không khớp', en: 'Not confirmed' },
  nothing_found: { vi: 'Chưa tìm thấy thông tin', en: 'Nothing found' },
  decided: { vi: 'Đã có quyết định', en: 'A decision was made' },
}

export type DeclineReason = 'not_competent' | 'another_body' | 'too_little' | 'other'
export const declineReasons: CodeWords<DeclineReason> = {
  not_competent: { vi: 'Không thuộc thẩm quyền', en: 'Not competent' },
  another_body: { vi: 'Cơ quan khác đang làm', en: 'Another body is on it' },
  too_little: { vi: 'Thông tin chưa đủ để xác minh', en: 'Too little to go by' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
}

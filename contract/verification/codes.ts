import type { CodeWords } from '../words.ts'

// The code lists of verification and identification. Source: the domain model (SM-VERIF) and the law paper §1.3.

/** SM-VERIF. Overdue is computed from the clocks and is no state. */
export type VerificationState =
  | 'received'
  | 'health_notified'
  | 'initial'
  | 'verifying'
  | 'concluded'
  | 'closed'
export const verificationStates: CodeWords<VerificationState> = {
  received: { vi: 'Đã nhận trình báo', en: 'Report received' },
  health_notified: { vi: 'Đã báo cơ quan y tế cấp tỉnh', en: 'Provincial health body told' },
  initial: { vi: 'Xác minh ban đầu', en: 'Initial verification' },
  verifying: { vi: 'Đang xác minh', en: 'Verification under way' },
  concluded: { vi: 'Đã có kết luận xác minh', en: 'Verification concluded' },
  closed: { vi: 'Đã đóng việc xác minh', en: 'Verification closed' },
}

/** The ways on which the law takes somebody to verification (Law 53/2024/QH15, Art. 27 to 31). */
export type VerificationRoute = 'reported' | 'rescued' | 'abroad' | 'handed_over' | 'foreigner'
export const verificationRoutes: CodeWords<VerificationRoute> = {
  reported: { vi: 'Tự đến trình báo (Điều 27)', en: 'Came to report (Art. 27)' },
  rescued: { vi: 'Được giải cứu (Điều 28)', en: 'Rescued (Art. 28)' },
  abroad: { vi: 'Từ nước ngoài trở về (Điều 29)', en: 'Returned from abroad (Art. 29)' },
  handed_over: { vi: 'Phía nước ngoài trao trả (Điều 30)', en: 'Handed over by another country (Art. 30)' },
  foreigner: { vi: 'Người nước ngoài tại Việt Nam (Điều 31)', en: 'Foreigner in Việt Nam (Art. 31)' },
}

/** The nine sources of Article 32(1), a to i, in the order of the law. */
export type EvidenceKind =
  | 'a_proceedings'
  | 'b_rescue'
  | 'c_mission_abroad'
  | 'd_domestic_body'
  | 'dd_foreign_body'
  | 'e_person_or_relative'
  | 'g_accused'
  | 'h_other_witness'
  | 'i_lawful_document'
export const evidenceKinds: CodeWords<EvidenceKind> = {
  a_proceedings: { vi: 'a) Cơ quan tiến hành tố tụng cung cấp', en: 'a) From a body of legal proceedings' },
  b_rescue: { vi: 'b) Cơ quan giải cứu cung cấp', en: 'b) From the rescuing body' },
  c_mission_abroad: {
    vi: 'c) Cơ quan đại diện Việt Nam ở nước ngoài cung cấp',
    en: 'c) From a Vietnamese mission abroad',
  },
  d_domestic_body: {
    vi: 'd) Cơ quan, tổ chức khác trong nước cung cấp',
    en: 'd) From another body in the country',
  },
  dd_foreign_body: { vi: 'đ) Cơ quan nước ngoài cung cấp', en: 'đ) From a foreign body' },
  e_person_or_relative: {
    vi: 'e) Chính người đó hoặc người thân chia sẻ',
    en: 'e) Told by the person or a relative',
  },
  g_accused: { vi: 'g) Người thực hiện hành vi khai', en: 'g) From whoever committed the act' },
  h_other_witness: {
    vi: 'h) Người khác từng bị mua bán hoặc người biết việc chia sẻ',
    en: 'h) From another person harmed or a witness',
  },
  i_lawful_document: { vi: 'i) Tài liệu hợp pháp khác', en: 'i) Another lawful document' },
}

/** What the initial verification found, and what verification found in the end. Neither identifies anybody. */
export type Conclusion = 'has_paper' | 'grounds' | 'needs_more' | 'no_grounds'
export const conclusions: CodeWords<Conclusion> = {
  has_paper: { vi: 'Đã có giấy tờ theo Điều 33', en: 'There is a paper under Article 33' },
  grounds: { vi: 'Có căn cứ', en: 'There are grounds' },
  needs_more: { vi: 'Cần xác minh thêm', en: 'More is to be verified' },
  no_grounds: { vi: 'Chưa thấy căn cứ', en: 'No grounds were found' },
}

/** Her own word about talking with the police. «Not now» ends nothing and costs nothing. */
export type Willingness = 'not_asked' | 'willing' | 'not_now'
export const willingnesses: CodeWords<Willingness> = {
  not_asked: { vi: 'Chưa hỏi', en: 'Not asked yet' },
  willing: { vi: 'Đồng ý chia sẻ với công an', en: 'Willing to talk with the police' },
  not_now: { vi: 'Chưa muốn lúc này', en: 'Does not want to now' },
}

export type IdentificationOutcome = 'victim' | 'not_victim' | 'not_enough_grounds'
/** The words of the law: they stand on the paper. */
export const identificationOutcomes: CodeWords<IdentificationOutcome> = {
  victim: { vi: 'Xác định là nạn nhân', en: 'Identified as a victim' },
  not_victim: { vi: 'Không xác định là nạn nhân', en: 'Not identified as a victim' },
  not_enough_grounds: { vi: 'Chưa đủ căn cứ xác định', en: 'Not enough grounds yet' },
}

/** Whose paper it is. The list of Article 33(1) was not found; these are of the law of 2011, and «other». */
export type PaperKind =
  | 'police_certificate'
  | 'rescue_certificate'
  | 'proceedings_certificate'
  | 'foreign_legalised'
  | 'refusal'
  | 'other'
export const paperKinds: CodeWords<PaperKind> = {
  police_certificate: { vi: 'Giấy xác nhận của cơ quan công an', en: 'Certificate by the police' },
  rescue_certificate: { vi: 'Giấy xác nhận của cơ quan giải cứu', en: 'Certificate by the rescuing body' },
  proceedings_certificate: {
    vi: 'Giấy xác nhận của cơ quan điều tra, viện kiểm sát, tòa án',
    en: 'Certificate by an investigating body, procuracy or court',
  },
  foreign_legalised: {
    vi: 'Giấy tờ nước ngoài đã hợp pháp hóa lãnh sự',
    en: 'Foreign paper, consular legalised',
  },
  refusal: { vi: 'Văn bản trả lời không xác định', en: 'Written answer that she is not identified' },
  other: { vi: 'Giấy tờ khác theo Điều 33', en: 'Another paper under Article 33' },
}

/** Which body signed. A club is none of them. */
export type DecidingBody =
  | 'police'
  | 'border_guard'
  | 'coast_guard'
  | 'investigation'
  | 'procuracy'
  | 'court'
  | 'mission_abroad'
  | 'foreign_body'
export const decidingBodies: CodeWords<DecidingBody> = {
  police: { vi: 'Công an', en: 'Police' },
  border_guard: { vi: 'Bộ đội Biên phòng', en: 'Border guard' },
  coast_guard: { vi: 'Cảnh sát biển', en: 'Coast guard' },
  investigation: { vi: 'Cơ quan điều tra', en: 'Investigating body' },
  procuracy: { vi: 'Viện kiểm sát', en: 'Procuracy' },
  court: { vi: 'Tòa án', en: 'Court' },
  mission_abroad: { vi: 'Cơ quan đại diện Việt Nam ở nước ngoài', en: 'Vietnamese mission abroad' },
  foreign_body: { vi: 'Cơ quan nước ngoài', en: 'Foreign body' },
}

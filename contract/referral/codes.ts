import type { DirectoryKind } from '../directory/codes.ts'
import type { ReferralOutcome, ReferralService } from '../register/codes.ts'
import type { CodeWords } from '../words.ts'

// The code lists of a referral. Source: the domain model §5.1 D and §5.3 (SM-REFERRAL).

/** What is stored. That an answer is late is computed (state.ts), so that no clock has to run for it to be true. */
export type ReferralState =
  | 'draft'
  | 'awaiting_consent'
  | 'sent'
  | 'accepted'
  | 'declined'
  | 'in_progress'
  | 'completed'
  | 'failed'
  | 'feedback_given'
  | 'closed'
  | 'withdrawn'
/** What is shown: with the answer that is late. */
export type ReferralStanding = ReferralState | 'overdue'

export const referralStates: CodeWords<ReferralState> = {
  draft: { vi: 'Nháp', en: 'Draft' },
  awaiting_consent: { vi: 'Chờ sự đồng ý', en: 'Waits for consent' },
  sent: { vi: 'Đã gửi, chờ trả lời', en: 'Sent, waits for an answer' },
  accepted: { vi: 'Nơi nhận đã nhận', en: 'Accepted' },
  declined: { vi: 'Nơi nhận chưa nhận được', en: 'Declined' },
  in_progress: { vi: 'Đang cung cấp', en: 'Under way' },
  completed: { vi: 'Hoàn thành', en: 'Completed' },
  failed: { vi: 'Không thành', en: 'Did not work out' },
  feedback_given: { vi: 'Đã có phản hồi', en: 'Feedback given' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
  withdrawn: { vi: 'Đã thu hồi', en: 'Withdrawn' },
}
export const referralStandings: CodeWords<ReferralStanding> = {
  ...referralStates,
  overdue: { vi: 'Quá hạn trả lời', en: 'Answer is late' },
}

export type Urgency = 'now' | 'soon' | 'planned'
export const urgencies: CodeWords<Urgency> = {
  now: { vi: 'Cần ngay', en: 'Now' },
  soon: { vi: 'Trong vài ngày', en: 'Within days' },
  planned: { vi: 'Theo kế hoạch', en: 'As planned' },
}

export type ServiceCost = 'free' | 'paid' | 'call_fee' | 'unknown'
export const serviceCosts: CodeWords<ServiceCost> = {
  free: { vi: 'Miễn phí', en: 'Free of charge' },
  paid: { vi: 'Có phí', en: 'Paid' },
  call_fee: { vi: 'Có cước điện thoại', en: 'Call charges' },
  unknown: { vi: 'Chưa rõ chi phí', en: 'Cost not known' },
}

export type DeclineReason = 'full' | 'not_our_service' | 'outside_area' | 'needs_more' | 'other'
export const declineReasons: CodeWords<DeclineReason> = {
  full: { vi: 'Đang hết chỗ', en: 'No capacity' },
  not_our_service: { vi: 'Không thuộc dịch vụ của đơn vị', en: 'Not a service of ours' },
  outside_area: { vi: 'Ngoài địa bàn', en: 'Outside our area' },
  needs_more: { vi: 'Cần điều kiện khác', en: 'Other conditions are needed' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
}

export type FailReason = 'she_stopped' | 'not_reached' | 'not_possible' | 'other'
export const failReasons: CodeWords<FailReason> = {
  she_stopped: { vi: 'Theo ý người được hỗ trợ', en: 'At her wish' },
  not_reached: { vi: 'Không liên lạc được', en: 'Could not be reached' },
  not_possible: { vi: 'Không thực hiện được', en: 'Could not be done' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
}

export type FeedbackOutcome = 'done' | 'partly' | 'not_done'
export const feedbackOutcomes: CodeWords<FeedbackOutcome> = {
  done: { vi: 'Đã giúp xong', en: 'Done' },
  partly: { vi: 'Giúp được một phần', en: 'Done in part' },
  not_done: { vi: 'Chưa giúp được', en: 'Not done' },
}

/** Her own word on it: three faces. */
export const faces: readonly { value: 1 | 2 | 3; face: string; words: { vi: string; en: string } }[] = [
  { value: 3, face: '🙂', words: { vi: 'Hài lòng', en: 'Content' } },
  { value: 2, face: '😐', words: { vi: 'Bình thường', en: 'So-so' } },
  { value: 1, face: '🙁', words: { vi: 'Chưa hài lòng', en: 'Not content' } },
]

/** Which kinds of organisation give which service first; the others follow. */
export const kindsOfService: Partial<Record<ReferralService, readonly string[]>> = {
  legal_aid: ['legal_aid_centre'],
  legal_advice: ['legal_aid_centre'],
  papers: ['legal_aid_centre'],
  job: ['job_centre'],
  vocational: ['job_centre'],
  livelihood: ['job_centre'],
}

/** Which kinds of the directory give which service. */
export const directoryKindsOfService: Readonly<Record<ReferralService, readonly DirectoryKind[]>> = {
  medical: ['health'],
  vocational: ['job'],
  legal_advice: ['legal_aid'],
  legal_aid: ['legal_aid'],
  livelihood: ['livelihood', 'job'],
  psychological: ['psychology', 'counselling'],
  papers: ['papers', 'legal_aid'],
  education: ['education'],
  job: ['job'],
  loan: ['allowance', 'livelihood'],
  shelter: ['shelter', 'trusted_address'],
  other: ['other', 'counselling', 'interpretation', 'allowance'],
}

/** How a state reads in the club's simple words, by which reports count. */
export const outcomeOfState: Readonly<Record<ReferralState, ReferralOutcome>> = {
  draft: 'no_answer',
  awaiting_consent: 'no_answer',
  sent: 'no_answer',
  accepted: 'accepted',
  declined: 'declined',
  in_progress: 'in_progress',
  completed: 'completed',
  failed: 'declined',
  feedback_given: 'completed',
  closed: 'completed',
  withdrawn: 'withdrawn',
}

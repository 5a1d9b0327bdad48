import type { CodeWords } from '../words.ts'

/** Every clock of a case, in words. How long each runs is a dated parameter, never a number here. */
export type DeadlineKind =
  | 'notify_health'
  | 'initial_verification'
  | 'identification'
  | 'request_answer'
  | 'child_emergency'
  | 'child_plan'
  | 'child_school'
  | 'referral_answer'
  | 'reassessment'
  | 'safety_plan'
  | 'follow_up'
  | 'transfer_answer'
  | 'erasure_wish'
  | 'transfer_arrival'
  | 'stay_review'
  | 'stay_warning'
  | 'stay_limit'
export const deadlineKinds: CodeWords<DeadlineKind> = {
  notify_health: { vi: 'Báo cơ quan y tế cấp tỉnh ngay', en: 'Tell the provincial health body at once' },
  initial_verification: { vi: 'Xác minh ban đầu', en: 'Initial verification' },
  identification: { vi: 'Quyết định xác định', en: 'Decision on identification' },
  request_answer: { vi: 'Trả lời yêu cầu xác minh', en: 'Answer to a verification request' },
  child_emergency: { vi: 'Biện pháp khẩn cấp cho trẻ', en: 'Emergency measures for the child' },
  child_plan: { vi: 'Kế hoạch cho trẻ', en: 'Plan for the child' },
  child_school: { vi: 'Đi học cho trẻ', en: 'School for the child' },
  referral_answer: { vi: 'Nơi nhận trả lời chuyển gửi', en: 'Answer to a referral' },
  reassessment: { vi: 'Đánh giá lại nhu cầu', en: 'Assessment again' },
  safety_plan: { vi: 'Lập kế hoạch an toàn', en: 'Safety plan' },
  follow_up: { vi: 'Theo dõi', en: 'Follow-up' },
  stay_review: { vi: 'Lưu trú: xem lại hằng tuần', en: 'Stay: weekly review' },
  stay_warning: {
    vi: 'Lưu trú: gia hạn hay chuẩn bị rời',
    en: 'Stay: extend it or get ready to leave',
  },
  stay_limit: { vi: 'Lưu trú: hết thời hạn', en: 'Stay: end of the time allowed' },
  erasure_wish: { vi: 'Trả lời ý muốn xóa dữ liệu', en: 'Answer to her wish of erasure' },
  transfer_answer: { vi: 'Nơi nhận trả lời chuyển giao', en: 'Answer to a transfer' },
  transfer_arrival: { vi: 'Chuyển giao: tới nơi', en: 'Transfer: arrival' },
}

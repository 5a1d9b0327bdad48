import type { CodeWords } from '../words.ts'

// The code lists of the register, each with its words. Sources: seeds F1.15, F1.24 (groups), F1.37 (services).

export type TargetGroup = 'victim' | 'irregular_returnee' | 'at_risk' | 'prospective_migrant' | 'relative'
export const targetGroups: CodeWords<TargetGroup> = {
  victim: { vi: 'Người từng bị mua bán', en: 'Person with experience of trafficking' },
  irregular_returnee: {
    vi: 'Người đi không có giấy tờ trở về',
    en: 'Returned after migrating without papers',
  },
  at_risk: { vi: 'Người có nguy cơ', en: 'Person at risk' },
  prospective_migrant: { vi: 'Có dự định đi làm ở nước ngoài', en: 'Planning to work abroad' },
  relative: { vi: 'Người thân', en: 'Relative' },
}

export type ContactKind = 'visit' | 'counselling' | 'mobilisation' | 'survey' | 'information'
export const contactKinds: CodeWords<ContactKind> = {
  visit: { vi: 'Thăm hỏi', en: 'Visit' },
  counselling: { vi: 'Tư vấn', en: 'Counselling' },
  mobilisation: { vi: 'Vận động', en: 'Mobilisation' },
  survey: { vi: 'Khảo sát', en: 'Survey' },
  information: { vi: 'Cung cấp thông tin', en: 'Information' },
}

export type Topic =
  | 'encouragement'
  | 'online_lure'
  | 'papers'
  | 'vocational_need'
  | 'employer_check'
  | 'law'
  | 'health'
  | 'livelihood'
  | 'family'
  | 'other'
export const topics: CodeWords<Topic> = {
  encouragement: { vi: 'Động viên tinh thần', en: 'Encouragement' },
  online_lure: { vi: 'Lừa gạt qua mạng', en: 'Lures online' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  vocational_need: { vi: 'Học nghề, việc làm', en: 'Training and work' },
  employer_check: { vi: 'Kiểm tra nơi tuyển đi làm', en: 'Checking a recruiter' },
  law: { vi: 'Pháp luật', en: 'Law' },
  health: { vi: 'Sức khỏe', en: 'Health' },
  livelihood: { vi: 'Sinh kế', en: 'Livelihood' },
  family: { vi: 'Gia đình, con cái', en: 'Family and children' },
  other: { vi: 'Việc khác', en: 'Other' },
}

export type RiskLevel = 'unknown' | 'low' | 'medium' | 'high' | 'urgent'
export const riskLevels: CodeWords<RiskLevel> = {
  unknown: { vi: 'Chưa đánh giá', en: 'Not assessed' },
  low: { vi: 'Thấp', en: 'Low' },
  medium: { vi: 'Trung bình', en: 'Medium' },
  high: { vi: 'Cao', en: 'High' },
  urgent: { vi: 'Khẩn cấp', en: 'Urgent' },
}

export type PersonStatus =
  | 'new'
  | 'approaching'
  | 'counselling'
  | 'referred'
  | 'accompanied'
  | 'paused'
  | 'ended'
  | 'statistics_only'
export const personStatuses: CodeWords<PersonStatus> = {
  new: { vi: 'Mới ghi', en: 'New' },
  approaching: { vi: 'Đang tiếp cận', en: 'Approaching' },
  counselling: { vi: 'Đang tư vấn', en: 'In counselling' },
  referred: { vi: 'Đã chuyển gửi', en: 'Referred' },
  accompanied: { vi: 'Đang đồng hành', en: 'Accompanied' },
  paused: { vi: 'Tạm dừng theo ý người được hỗ trợ', en: 'Paused at her wish' },
  ended: { vi: 'Kết thúc', en: 'Ended' },
  statistics_only: { vi: 'Chỉ còn thống kê', en: 'Statistics only' },
}

export type Sex = 'female' | 'male' | 'other'
export const sexes: CodeWords<Sex> = {
  female: { vi: 'Nữ', en: 'Female' },
  male: { vi: 'Nam', en: 'Male' },
  other: { vi: 'Khác', en: 'Other' },
}

export type ReferralService =
  | 'medical'
  | 'vocational'
  | 'legal_advice'
  | 'legal_aid'
  | 'livelihood'
  | 'psychological'
  | 'papers'
  | 'education'
  | 'job'
  | 'loan'
  | 'shelter'
  | 'other'
export const referralServices: CodeWords<ReferralService> = {
  medical: { vi: 'Y tế', en: 'Health care' },
  vocational: { vi: 'Học nghề', en: 'Vocational training' },
  legal_advice: { vi: 'Tư vấn pháp luật', en: 'Legal advice' },
  legal_aid: { vi: 'Trợ giúp pháp lý', en: 'Legal aid' },
  livelihood: { vi: 'Sinh kế', en: 'Livelihood' },
  psychological: { vi: 'Tham vấn tâm lý', en: 'Psychological counselling' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  education: { vi: 'Học văn hóa', en: 'Schooling' },
  job: { vi: 'Việc làm', en: 'Job' },
  loan: { vi: 'Vay vốn', en: 'Loan' },
  shelter: { vi: 'Nơi tạm lánh', en: 'Safe place' },
  other: { vi: 'Dịch vụ khác', en: 'Other service' },
}

export type ReferralOutcome =
  | 'no_answer'
  | 'accepted'
  | 'in_progress'
  | 'completed'
  | 'declined'
  | 'withdrawn'
export const referralOutcomes: CodeWords<ReferralOutcome> = {
  no_answer: { vi: 'Chưa phản hồi', en: 'No answer yet' },
  accepted: { vi: 'Đã tiếp nhận', en: 'Accepted' },
  in_progress: { vi: 'Đang cung cấp', en: 'In progress' },
  completed: { vi: 'Hoàn thành', en: 'Completed' },
  declined: { vi: 'Không nhận', en: 'Declined' },
  withdrawn: { vi: 'Đã thu hồi', en: 'Withdrawn' },
}

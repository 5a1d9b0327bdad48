import type { CodeWords } from '../words.ts'

// The code lists of a service given. Source: the domain model §5.1 C (ServiceEvent) and D (Service).

export type ServiceType =
  | 'essentials'
  | 'shelter'
  | 'health'
  | 'counselling'
  | 'legal_aid'
  | 'legal_advice'
  | 'papers'
  | 'schooling'
  | 'training'
  | 'job'
  | 'livelihood'
  | 'loan'
  | 'allowance'
  | 'interpreting'
  | 'travel'
  | 'protection'
  | 'family_tracing'
  | 'child_care'
  | 'other'
export const serviceTypes: CodeWords<ServiceType> = {
  essentials: { vi: 'Nhu yếu phẩm, ăn mặc', en: 'Food, clothes, essentials' },
  shelter: { vi: 'Chỗ ở tạm', en: 'A place to stay' },
  health: { vi: 'Y tế', en: 'Health care' },
  counselling: { vi: 'Tham vấn tâm lý', en: 'Counselling' },
  legal_aid: { vi: 'Trợ giúp pháp lý', en: 'Legal aid' },
  legal_advice: { vi: 'Tư vấn pháp luật', en: 'Legal advice' },
  papers: { vi: 'Làm giấy tờ', en: 'Papers' },
  schooling: { vi: 'Học văn hóa', en: 'Schooling' },
  training: { vi: 'Học nghề', en: 'Vocational training' },
  job: { vi: 'Việc làm', en: 'A job' },
  livelihood: { vi: 'Sinh kế', en: 'Livelihood' },
  loan: { vi: 'Vay vốn', en: 'A loan' },
  allowance: { vi: 'Trợ cấp', en: 'An allowance' },
  interpreting: { vi: 'Phiên dịch', en: 'Interpreting' },
  travel: { vi: 'Đi lại', en: 'Travel' },
  protection: { vi: 'Bảo vệ', en: 'Protection' },
  family_tracing: { vi: 'Tìm người thân', en: 'Tracing of the family' },
  child_care: { vi: 'Chăm sóc trẻ', en: 'Care of a child' },
  other: { vi: 'Hỗ trợ khác', en: 'Something else' },
}

export type ServiceUnit = 'time' | 'hour' | 'day' | 'night' | 'month' | 'item' | 'person'
export const serviceUnits: CodeWords<ServiceUnit> = {
  time: { vi: 'lần', en: 'times' },
  hour: { vi: 'giờ', en: 'hours' },
  day: { vi: 'ngày', en: 'days' },
  night: { vi: 'đêm', en: 'nights' },
  month: { vi: 'tháng', en: 'months' },
  item: { vi: 'suất, món', en: 'items' },
  person: { vi: 'người', en: 'persons' },
}

export type Funder = 'state' | 'agency' | 'project' | 'club' | 'enterprise' | 'herself' | 'free' | 'unknown'
export const funders: CodeWords<Funder> = {
  state: { vi: 'Ngân sách', en: 'The state' },
  agency: { vi: 'Trung tâm', en: 'The agency' },
  project: { vi: 'Dự án, nhà tài trợ', en: 'A project or donor' },
  club: { vi: 'Quỹ câu lạc bộ', en: 'The club' },
  enterprise: { vi: 'Doanh nghiệp, hợp tác xã', en: 'An enterprise' },
  herself: { vi: 'Tự chi', en: 'Herself' },
  free: { vi: 'Không mất tiền', en: 'Free of charge' },
  unknown: { vi: 'Chưa rõ', en: 'Not known yet' },
}

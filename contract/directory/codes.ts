import type { CodeWords } from '../words.ts'

export type DirectoryKind =
  | 'hotline'
  | 'counselling'
  | 'legal_aid'
  | 'health'
  | 'psychology'
  | 'papers'
  | 'education'
  | 'job'
  | 'livelihood'
  | 'allowance'
  | 'interpretation'
  | 'shelter'
  | 'trusted_address'
  | 'other'
export const directoryKinds: CodeWords<DirectoryKind> = {
  hotline: { vi: 'Đường dây nóng', en: 'Hotline' },
  counselling: { vi: 'Tham vấn, tư vấn', en: 'Counselling' },
  legal_aid: { vi: 'Trợ giúp pháp lý', en: 'Legal aid' },
  health: { vi: 'Y tế', en: 'Health' },
  psychology: { vi: 'Tâm lý', en: 'Psychological support' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  education: { vi: 'Học tập', en: 'Education' },
  job: { vi: 'Học nghề, việc làm', en: 'Training and jobs' },
  livelihood: { vi: 'Sinh kế', en: 'Livelihood' },
  allowance: { vi: 'Trợ cấp, vay vốn', en: 'Allowances and loans' },
  interpretation: { vi: 'Phiên dịch', en: 'Interpretation' },
  shelter: { vi: 'Nhà tạm lánh', en: 'Shelter' },
  trusted_address: { vi: 'Địa chỉ tin cậy', en: 'Trusted address' },
  other: { vi: 'Dịch vụ khác', en: 'Another service' },
}

/** Where people are kept safe: the directory says the area and never the street. */
export const hiddenKinds: readonly DirectoryKind[] = ['shelter', 'trusted_address']

export type DirectoryFee = 'free' | 'paid' | 'unknown'
export const directoryFees: CodeWords<DirectoryFee> = {
  free: { vi: 'Miễn phí', en: 'Free of charge' },
  paid: { vi: 'Có tính phí', en: 'Costs something' },
  unknown: { vi: 'Chưa rõ phí', en: 'Cost not known' },
}

export type DirectoryHours = 'all_day' | 'office' | 'other' | 'unknown'
export const directoryHours: CodeWords<DirectoryHours> = {
  all_day: { vi: '24/24', en: 'Day and night' },
  office: { vi: 'Giờ hành chính', en: 'Office hours' },
  other: { vi: 'Giờ khác', en: 'Other hours' },
  unknown: { vi: 'Chưa rõ giờ', en: 'Hours not known' },
}

export type DirectoryForWhom = 'everybody' | 'women' | 'men' | 'children' | 'disabled' | 'migrants'
export const directoryForWhom: CodeWords<DirectoryForWhom> = {
  everybody: { vi: 'Mọi người', en: 'Everybody' },
  women: { vi: 'Phụ nữ', en: 'Women' },
  men: { vi: 'Nam giới', en: 'Men' },
  children: { vi: 'Trẻ em', en: 'Children' },
  disabled: { vi: 'Người khuyết tật', en: 'Persons with a disability' },
  migrants: { vi: 'Người di cư', en: 'Migrants' },
}

export type DirectoryProblem = 'no_answer' | 'wrong_number' | 'closed' | 'asks_for_money' | 'other'
export const directoryProblems: CodeWords<DirectoryProblem> = {
  no_answer: { vi: 'Gọi không ai nghe', en: 'Nobody answers' },
  wrong_number: { vi: 'Số không đúng', en: 'The number is wrong' },
  closed: { vi: 'Nơi này không còn hoạt động', en: 'It is closed' },
  asks_for_money: { vi: 'Bị hỏi tiền', en: 'They ask for money' },
  other: { vi: 'Điều khác', en: 'Something else' },
}

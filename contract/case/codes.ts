import type { CodeWords } from '../words.ts'

// The code lists of a case, each with its words. Source: the domain model §5.1 C and the law paper §1.3.

export type CaseChannel =
  | 'rescue'
  | 'border_handover'
  | 'self_return'
  | 'hotline'
  | 'reported'
  | 'club'
  | 'agency'
  | 'relative'
  | 'other'
export const caseChannels: CodeWords<CaseChannel> = {
  rescue: { vi: 'Được giải cứu', en: 'Rescued' },
  border_handover: { vi: 'Tiếp nhận qua biên giới', en: 'Handed over at the border' },
  self_return: { vi: 'Tự trở về', en: 'Came back by herself' },
  hotline: { vi: 'Gọi tổng đài', en: 'Called a hotline' },
  reported: { vi: 'Tự trình báo', en: 'Reported by herself' },
  club: { vi: 'Câu lạc bộ đưa tới', en: 'Brought by a club' },
  agency: { vi: 'Cơ quan khác chuyển đến', en: 'Sent by another agency' },
  relative: { vi: 'Người thân báo', en: 'A relative told' },
  other: { vi: 'Cách khác', en: 'Another way' },
}

export type CaseState =
  | 'reception'
  | 'assessment'
  | 'planning'
  | 'supporting'
  | 'following'
  | 'closing'
  | 'closed'
  | 'paused'
  | 'transfer_offered'
  | 'transferred'
export const caseStates: CodeWords<CaseState> = {
  reception: { vi: 'Tiếp nhận', en: 'Reception' },
  assessment: { vi: 'Đánh giá nhu cầu', en: 'Assessment' },
  planning: { vi: 'Lập kế hoạch', en: 'Planning' },
  supporting: { vi: 'Đang hỗ trợ', en: 'Support under way' },
  following: { vi: 'Theo dõi', en: 'Follow-up' },
  closing: { vi: 'Đề nghị đóng', en: 'Closing proposed' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
  paused: { vi: 'Tạm dừng theo ý người được hỗ trợ', en: 'Paused at her wish' },
  transfer_offered: { vi: 'Chuyển giao, chờ nơi nhận', en: 'Transfer offered' },
  transferred: { vi: 'Đã chuyển giao', en: 'Transferred' },
}

export type CaseStage = 'emergency' | 'transition' | 'inclusion'
export const caseStages: CodeWords<CaseStage> = {
  emergency: { vi: 'Khẩn cấp', en: 'Emergency' },
  transition: { vi: 'Chuyển tiếp', en: 'Transition' },
  inclusion: { vi: 'Hòa nhập', en: 'Inclusion' },
}

export type LegalStatus =
  | 'no_information'
  | 'signs'
  | 'in_identification'
  | 'victim'
  | 'not_victim'
  | 'not_enough_grounds'
/** The words of the law stay on legal fields; everyday screens say «người được hỗ trợ». */
export const legalStatuses: CodeWords<LegalStatus> = {
  no_information: { vi: 'Chưa có thông tin', en: 'No information yet' },
  signs: { vi: 'Có dấu hiệu', en: 'There are signs' },
  in_identification: {
    vi: 'Đang trong quá trình xác định là nạn nhân',
    en: 'In the process of being identified',
  },
  victim: { vi: 'Đã được xác định là nạn nhân', en: 'Identified as a victim' },
  not_victim: { vi: 'Không xác định là nạn nhân', en: 'Not identified as a victim' },
  not_enough_grounds: { vi: 'Chưa đủ căn cứ xác định', en: 'Not enough grounds yet' },
}

export type CasePart = 'manager' | 'member' | 'psychologist' | 'supervisor' | 'shelter'
export const caseParts: CodeWords<CasePart> = {
  manager: { vi: 'Quản lý trường hợp', en: 'Case manager' },
  member: { vi: 'Cùng hỗ trợ', en: 'Works along' },
  psychologist: { vi: 'Tâm lý', en: 'Psychologist' },
  supervisor: { vi: 'Giám sát chuyên môn', en: 'Clinical supervisor' },
  shelter: { vi: 'Cơ sở tạm lánh', en: 'Shelter' },
}

export type AgeBand = 'under_7' | '7_to_15' | '16_to_17' | '18_to_30' | '31_to_60' | 'over_60'
export const ageBands: CodeWords<AgeBand> = {
  under_7: { vi: 'Dưới 7 tuổi', en: 'Under 7' },
  '7_to_15': { vi: '7 đến 15 tuổi', en: '7 to 15' },
  '16_to_17': { vi: '16, 17 tuổi', en: '16 or 17' },
  '18_to_30': { vi: '18 đến 30 tuổi', en: '18 to 30' },
  '31_to_60': { vi: '31 đến 60 tuổi', en: '31 to 60' },
  over_60: { vi: 'Trên 60 tuổi', en: 'Over 60' },
}

export type CaseLanguage =
  | 'vietnamese'
  | 'mong'
  | 'dao'
  | 'thai'
  | 'tay'
  | 'khmer'
  | 'chinese'
  | 'sign'
  | 'other'
export const caseLanguages: CodeWords<CaseLanguage> = {
  vietnamese: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  mong: { vi: 'Tiếng Mông', en: 'Hmong' },
  dao: { vi: 'Tiếng Dao', en: 'Dao' },
  thai: { vi: 'Tiếng Thái', en: 'Tai' },
  tay: { vi: 'Tiếng Tày', en: 'Tay' },
  khmer: { vi: 'Tiếng Khmer', en: 'Khmer' },
  chinese: { vi: 'Tiếng Trung', en: 'Chinese' },
  sign: { vi: 'Ngôn ngữ ký hiệu', en: 'Sign language' },
  other: { vi: 'Tiếng khác', en: 'Another language' },
}

export type CaseNationality = 'unknown' | 'vietnamese' | 'stateless_resident' | 'foreign'
export const caseNationalities: CodeWords<CaseNationality> = {
  unknown: { vi: 'Chưa rõ', en: 'Not known yet' },
  vietnamese: { vi: 'Công dân Việt Nam', en: 'Vietnamese citizen' },
  stateless_resident: {
    vi: 'Không quốc tịch, thường trú tại Việt Nam',
    en: 'Stateless, resident in Việt Nam',
  },
  foreign: { vi: 'Người nước ngoài', en: 'Foreigner' },
}

export type Triage =
  | 'in_danger'
  | 'injured'
  | 'pregnant'
  | 'child_along'
  | 'no_place_tonight'
  | 'needs_interpreter'
  | 'danger_from_present'
/** What is asked at once of everybody who arrives, and nothing of what happened. */
export const triages: CodeWords<Triage> = {
  in_danger: { vi: 'Đang không an toàn', en: 'Not safe now' },
  injured: { vi: 'Cần y tế ngay', en: 'Needs a doctor now' },
  pregnant: { vi: 'Đang mang thai', en: 'Pregnant' },
  child_along: { vi: 'Có con nhỏ đi cùng', en: 'A child is along' },
  no_place_tonight: { vi: 'Đêm nay chưa có chỗ ở', en: 'No place for tonight' },
  needs_interpreter: { vi: 'Cần phiên dịch', en: 'Needs an interpreter' },
  danger_from_present: { vi: 'Sợ người đang có mặt', en: 'Afraid of somebody present' },
}

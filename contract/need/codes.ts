import type { CodeWords } from '../words.ts'

// The code lists of what she needs. Source: the domain model §5.1 C (NeedsAssessment, Need, SupportPlan). None of them says
// anything of what she might do to others: the risk is what others may do to her.

export type NeedDomain =
  | 'safety'
  | 'housing'
  | 'health'
  | 'mind'
  | 'papers'
  | 'proceedings'
  | 'children'
  | 'family'
  | 'learning'
  | 'work'
  | 'income'
  | 'language'
  | 'travel'
export const needDomains: CodeWords<NeedDomain> = {
  safety: { vi: 'An toàn', en: 'Safety' },
  housing: { vi: 'Chỗ ở', en: 'A place to live' },
  health: { vi: 'Sức khỏe', en: 'Health' },
  mind: { vi: 'Tinh thần', en: 'Peace of mind' },
  papers: { vi: 'Giấy tờ, pháp lý', en: 'Papers, legal matters' },
  proceedings: { vi: 'Tham gia tố tụng', en: 'Proceedings' },
  children: { vi: 'Con cái', en: 'Children' },
  family: { vi: 'Gia đình, cộng đồng', en: 'Family, community' },
  learning: { vi: 'Học tập', en: 'Learning' },
  work: { vi: 'Nghề, việc làm', en: 'Trade, work' },
  income: { vi: 'Thu nhập, nợ', en: 'Income, debts' },
  language: { vi: 'Ngôn ngữ, phiên dịch', en: 'Language, interpreting' },
  travel: { vi: 'Đi lại', en: 'Getting about' },
}

export type NeedLevel = '0' | '1' | '2' | '3' | 'not_said'
/** How much is needed, as she says it; nothing is asked twice and nothing is owed. */
export const needLevels: CodeWords<NeedLevel> = {
  '0': { vi: 'Ổn', en: 'Fine' },
  '1': { vi: 'Cần một ít', en: 'Some' },
  '2': { vi: 'Cần nhiều', en: 'Much' },
  '3': { vi: 'Rất cần', en: 'Very much' },
  not_said: { vi: 'Chưa muốn nói', en: 'Rather not say now' },
}

export type AssessmentKind = 'initial' | 'periodic' | 'before_return' | 'closing'
export const assessmentKinds: CodeWords<AssessmentKind> = {
  initial: { vi: 'Ban đầu', en: 'First' },
  periodic: { vi: 'Định kỳ', en: 'Regular' },
  before_return: { vi: 'Trước khi về nhà', en: 'Before going home' },
  closing: { vi: 'Kết thúc', en: 'At the end' },
}

export type NeedState = 'open' | 'answering' | 'met' | 'no_longer' | 'declined' | 'cannot'
export const needStates: CodeWords<NeedState> = {
  open: { vi: 'Mở', en: 'Open' },
  answering: { vi: 'Đang đáp ứng', en: 'Being answered' },
  met: { vi: 'Đã đáp ứng', en: 'Met' },
  no_longer: { vi: 'Không còn cần', en: 'No longer needed' },
  declined: { vi: 'Chưa muốn lúc này', en: 'Not now, by her choice' },
  cannot: { vi: 'Chưa thể đáp ứng', en: 'Cannot be met' },
}

export type NeedReason =
  | 'no_service'
  | 'waiting_list'
  | 'not_covered'
  | 'provider_declined'
  | 'too_far'
  | 'other'
export const needReasons: CodeWords<NeedReason> = {
  no_service: { vi: 'Nơi này chưa có dịch vụ', en: 'There is no such service here' },
  waiting_list: { vi: 'Đang chờ đến lượt', en: 'There is a waiting list' },
  not_covered: { vi: 'Chưa có nguồn chi', en: 'Nobody pays for it' },
  provider_declined: { vi: 'Nơi nhận không nhận', en: 'The provider declined' },
  too_far: { vi: 'Quá xa', en: 'Too far away' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
}

export type NeedPriority = 'now' | 'soon' | 'later'
export const needPriorities: CodeWords<NeedPriority> = {
  now: { vi: 'Cần ngay', en: 'Now' },
  soon: { vi: 'Sớm', en: 'Soon' },
  later: { vi: 'Khi có thể', en: 'When it can be' },
}

export type RiskLevel = 'low' | 'medium' | 'high'
export const riskLevels: CodeWords<RiskLevel> = {
  low: { vi: 'Thấp', en: 'Low' },
  medium: { vi: 'Trung bình', en: 'Medium' },
  high: { vi: 'Cao', en: 'High' },
}

export type RiskSign =
  | 'threatened'
  | 'contacted_again'
  | 'debt_pressed'
  | 'home_unsafe'
  | 'no_income'
  | 'alone'
  | 'offer_abroad'
  | 'papers_held'
/** What others do to her, or what she lacks; never what she is. */
export const riskSigns: CodeWords<RiskSign> = {
  threatened: { vi: 'Có người đe dọa', en: 'Somebody threatens her' },
  contacted_again: { vi: 'Người cũ liên lạc lại', en: 'Those from then get in touch again' },
  debt_pressed: { vi: 'Bị ép trả nợ', en: 'Pressed to pay a debt' },
  home_unsafe: { vi: 'Nơi ở chưa an toàn', en: 'Home is not safe' },
  no_income: { vi: 'Chưa có thu nhập', en: 'No income yet' },
  alone: { vi: 'Chưa có người thân bên cạnh', en: 'Nobody beside her' },
  offer_abroad: { vi: 'Có người rủ đi làm xa, chưa rõ ràng', en: 'An unclear offer of work far away' },
  papers_held: { vi: 'Giấy tờ đang bị người khác giữ', en: 'Others hold her papers' },
}

export type HerWord = 'signature' | 'voice' | 'said_yes' | 'not_yet'
/** How she agreed to a plan. */
export const herWords: CodeWords<HerWord> = {
  signature: { vi: 'Ký tên hoặc điểm chỉ', en: 'Signed, or a fingerprint' },
  voice: { vi: 'Đồng ý bằng giọng nói', en: 'By her voice' },
  said_yes: { vi: 'Nói «đồng ý», có người chứng kiến', en: 'Said yes, before a witness' },
  not_yet: { vi: 'Để sau', en: 'Not yet' },
}

export type ActionDoer = 'herself' | 'manager' | 'team' | 'club' | 'provider' | 'family' | 'other'
export const actionDoers: CodeWords<ActionDoer> = {
  herself: { vi: 'Người được hỗ trợ', en: 'She herself' },
  manager: { vi: 'Quản lý trường hợp', en: 'The case manager' },
  team: { vi: 'Người trong nhóm', en: 'Somebody of the team' },
  club: { vi: 'Câu lạc bộ', en: 'The club' },
  provider: { vi: 'Nơi cung cấp dịch vụ', en: 'A provider' },
  family: { vi: 'Gia đình', en: 'The family' },
  other: { vi: 'Người khác', en: 'Somebody else' },
}

export type CostSource = 'none' | 'state' | 'agency' | 'project' | 'club' | 'herself' | 'unknown'
export const costSources: CodeWords<CostSource> = {
  none: { vi: 'Không mất tiền', en: 'Costs nothing' },
  state: { vi: 'Ngân sách', en: 'The state' },
  agency: { vi: 'Trung tâm', en: 'The agency' },
  project: { vi: 'Dự án, nhà tài trợ', en: 'A project or donor' },
  club: { vi: 'Quỹ câu lạc bộ', en: 'The club' },
  herself: { vi: 'Tự lo', en: 'Herself' },
  unknown: { vi: 'Chưa rõ', en: 'Not known yet' },
}

export type ReviewResult = 'going_well' | 'change' | 'fulfilled'
export const reviewResults: CodeWords<ReviewResult> = {
  going_well: { vi: 'Đang thuận', en: 'Going well' },
  change: { vi: 'Cần thay đổi', en: 'Must change' },
  fulfilled: { vi: 'Đã xong', en: 'Fulfilled' },
}

export type ActionState = 'planned' | 'under_way' | 'done' | 'dropped'
export const actionStates: CodeWords<ActionState> = {
  planned: { vi: 'Chưa làm', en: 'Planned' },
  under_way: { vi: 'Đang làm', en: 'Under way' },
  done: { vi: 'Đã xong', en: 'Done' },
  dropped: { vi: 'Thôi', en: 'Dropped' },
}

export type WishAbout = 'visits' | 'assessment' | 'shelter' | 'medical_exam' | 'go_home' | 'counselling'
/** What she may want or not want; «chưa muốn lúc này» costs her nothing. Her word on the police stands in the verification. */
export const wishesAbout: CodeWords<WishAbout> = {
  visits: { vi: 'Được đến thăm', en: 'To be visited' },
  assessment: { vi: 'Đánh giá nhu cầu', en: 'The assessment' },
  shelter: { vi: 'Ở nhà tạm lánh', en: 'To stay at a shelter' },
  medical_exam: { vi: 'Khám sức khỏe', en: 'A medical examination' },
  go_home: { vi: 'Về nhà', en: 'To go home' },
  counselling: { vi: 'Tham vấn tâm lý', en: 'Counselling' },
}

export type Wish = 'yes' | 'not_now'
export const wishes: CodeWords<Wish> = {
  yes: { vi: 'Muốn', en: 'Yes' },
  not_now: { vi: 'Chưa muốn lúc này', en: 'Not now' },
}

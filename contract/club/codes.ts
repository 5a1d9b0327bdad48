import type { CodeWords, Words } from '../words.ts'

// The code lists of the club, each with its words. Sources: model 5.1.A, SM-CLUB, seeds F1.12 to F1.30.

export type ClubState =
  | 'proposed'
  | 'preparing'
  | 'active'
  | 'needs_support'
  | 'suspended'
  | 'dissolved'
  | 'merged'
export const clubStates: CodeWords<ClubState> = {
  proposed: { vi: 'Đề xuất', en: 'Proposed' },
  preparing: { vi: 'Chuẩn bị', en: 'Preparing' },
  active: { vi: 'Hoạt động', en: 'Active' },
  needs_support: { vi: 'Cần hỗ trợ', en: 'Needs support' },
  suspended: { vi: 'Tạm ngưng', en: 'Suspended' },
  dissolved: { vi: 'Giải thể', en: 'Dissolved' },
  merged: { vi: 'Sáp nhập', en: 'Merged' },
}

export type ClubKind =
  | 'prevention'
  | 'prevention_and_support'
  | 'communication_group'
  | 'change_leaders'
  | 'self_help'
  | 'osso_satellite'
export const clubKinds: CodeWords<ClubKind> = {
  prevention: { vi: 'CLB phòng, chống mua bán người', en: 'Prevention club' },
  prevention_and_support: {
    vi: 'CLB phòng, chống mua bán người và hỗ trợ nạn nhân',
    en: 'Prevention and support club',
  },
  communication_group: { vi: 'Tổ truyền thông cộng đồng', en: 'Community communication group' },
  change_leaders: { vi: 'CLB thủ lĩnh của sự thay đổi', en: 'Leaders of change club' },
  self_help: { vi: 'Nhóm tự lực', en: 'Self-help group' },
  osso_satellite: { vi: 'Điểm vệ tinh văn phòng dịch vụ một điểm đến', en: 'One-stop office satellite' },
}

export type BoardRole = 'chair' | 'vice_chair' | 'secretary' | 'commissioner' | 'none'
export const boardRoles: CodeWords<BoardRole> = {
  chair: { vi: 'Chủ nhiệm', en: 'Chair' },
  vice_chair: { vi: 'Phó Chủ nhiệm', en: 'Vice chair' },
  secretary: { vi: 'Thư ký', en: 'Secretary' },
  commissioner: { vi: 'Ủy viên', en: 'Board member' },
  none: { vi: 'Thành viên', en: 'Member' },
}

/** On which ground a member may sit on the board (F1.28). */
export type EligibilityGround = 'prestige' | 'mass_organisation'
export const eligibilityGrounds: CodeWords<EligibilityGround> = {
  prestige: { vi: 'Người có uy tín', en: 'Person of prestige' },
  mass_organisation: { vi: 'Tham gia công tác đoàn thể', en: 'Works in a mass organisation' },
}

/** The kinds that may be shown. What a member tells of her own past is no kind and lies elsewhere (own-page.ts). */
export type MemberKind =
  | 'social_work_collaborator'
  | 'residential_group_officer'
  | 'union_member'
  | 'prestige_person'
  | 'mass_organisation_officer'
  | 'volunteer'
export const memberKinds: CodeWords<MemberKind> = {
  social_work_collaborator: { vi: 'Cộng tác viên công tác xã hội', en: 'Social-work collaborator' },
  residential_group_officer: { vi: 'Cán bộ tổ dân, khu phố', en: 'Residential group officer' },
  union_member: { vi: 'Hội viên', en: 'Union member' },
  prestige_person: { vi: 'Người có uy tín', en: 'Person of prestige' },
  mass_organisation_officer: { vi: 'Cán bộ đoàn thể', en: 'Mass-organisation officer' },
  volunteer: { vi: 'Tình nguyện viên', en: 'Volunteer' },
}

export type Cadence = 'twice_monthly' | 'monthly' | 'quarterly'
export const cadences: CodeWords<Cadence> = {
  twice_monthly: { vi: 'Hai lần một tháng', en: 'Twice a month' },
  monthly: { vi: 'Hằng tháng', en: 'Monthly' },
  quarterly: { vi: 'Hằng quý', en: 'Quarterly' },
}

export type TargetUnit = 'person_time' | 'person' | 'session' | 'percent'
export const targetUnits: CodeWords<TargetUnit> = {
  person_time: { vi: 'lượt', en: 'person-times' },
  person: { vi: 'người', en: 'persons' },
  session: { vi: 'cuộc', en: 'sessions' },
  percent: { vi: '%', en: '%' },
}

export type TargetIndicator = 'counselling' | 'mobilised_per_member' | 'referral_rate' | 'sessions'
/** What a target may be set on. The unit belongs to the indicator: lượt are never compared with người. */
export const targetIndicators: Readonly<Record<TargetIndicator, Words & { unit: TargetUnit }>> = {
  counselling: { vi: 'Tư vấn', en: 'Counselling', unit: 'person_time' },
  mobilised_per_member: { vi: 'Mỗi thành viên vận động', en: 'Mobilised by each member', unit: 'person' },
  referral_rate: { vi: 'Được chuyển gửi', en: 'Referred', unit: 'percent' },
  sessions: { vi: 'Buổi truyền thông', en: 'Sessions', unit: 'session' },
}

/** Whose target it is: the club's own and the programme's stand side by side (F1.14, F1.30). */
export type TargetSetter = 'club' | 'programme'
export const targetSetters: CodeWords<TargetSetter> = {
  club: { vi: 'Chỉ tiêu của câu lạc bộ', en: "The club's target" },
  programme: { vi: 'Chỉ tiêu của chương trình', en: "The programme's target" },
}

export type TaskState = 'new' | 'doing' | 'done' | 'cancelled'
export const taskStates: CodeWords<TaskState> = {
  new: { vi: 'Mới', en: 'New' },
  doing: { vi: 'Đang làm', en: 'Doing' },
  done: { vi: 'Xong', en: 'Done' },
  cancelled: { vi: 'Không làm nữa', en: 'Cancelled' },
}

export type TaskOrigin = 'plan' | 'meeting' | 'screening' | 'assignment' | 'departure'
export const taskOrigins: CodeWords<TaskOrigin> = {
  plan: { vi: 'Kế hoạch năm', en: 'Year plan' },
  meeting: { vi: 'Cuộc họp', en: 'Meeting' },
  screening: { vi: 'Sau sàng lọc', en: 'After screening' },
  assignment: { vi: 'Phân công', en: 'Assignment' },
  departure: { vi: 'Hẹn trước khi đi xa', en: 'Agreed before leaving' },
}

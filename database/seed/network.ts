import type { Role } from '@ke-vai/contract/permissions.ts'

/**
 * The invented demo network: real places and public facts of the pilot (seed 001), invented people. The clubs are
 * empty of people until a register is brought in. Names of living officials are never used.
 */

export interface DemoOrganisation {
  key: string
  province: string
  kind: string
  level: 'national' | 'province' | 'commune'
  parent: string | null
  placeCode: string | null
  names: { name: string; from: string; to: string | null }[]
}

export const organisations: DemoOrganisation[] = [
  {
    key: 'union',
    province: '00',
    kind: 'women_union',
    level: 'national',
    parent: null,
    placeCode: null,
    names: [{ name: 'Hội Liên hiệp Phụ nữ Việt Nam', from: '1930-10-20', to: null }],
  },
  {
    key: 'union-22',
    province: '22',
    kind: 'women_union',
    level: 'province',
    parent: 'union',
    placeCode: '22',
    names: [{ name: 'Hội Liên hiệp Phụ nữ tỉnh Quảng Ninh', from: '1963-10-30', to: null }],
  },
  {
    key: 'committee-22',
    province: '22',
    kind: 'steering_committee',
    level: 'province',
    parent: null,
    placeCode: '22',
    names: [
      { name: 'Ban Chỉ đạo 130 tỉnh Quảng Ninh', from: '2005-01-01', to: '2011-12-31' },
      { name: 'Ban Chỉ đạo 138 tỉnh Quảng Ninh', from: '2012-01-01', to: null },
    ],
  },
  ...[
    // The provincial health body leads the verification of first information (Law 53/2024/QH15, Art. 27 as amended).
    { key: 'health-22', kind: 'health_department', parent: null, name: 'Sở Y tế tỉnh Quảng Ninh' },
    {
      key: 'centre-22',
      kind: 'social_work_centre',
      parent: 'health-22',
      name: 'Trung tâm Công tác xã hội tỉnh Quảng Ninh',
    },
    { key: 'police-22', kind: 'police', parent: null, name: 'Công an tỉnh Quảng Ninh' },
    {
      key: 'border-22',
      kind: 'border_guard',
      parent: null,
      name: 'Bộ đội Biên phòng tỉnh Quảng Ninh',
    },
    {
      key: 'legal-aid-22',
      kind: 'legal_aid_centre',
      parent: null,
      name: 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Quảng Ninh',
    },
    {
      key: 'job-centre-22',
      kind: 'job_centre',
      parent: null,
      name: 'Trung tâm Dịch vụ việc làm tỉnh Quảng Ninh',
    },
  ].map(({ key, kind, parent, name }) => ({
    key,
    province: '22',
    kind,
    level: 'province' as const,
    parent,
    placeCode: '22',
    names: [{ name, from: '2010-01-01', to: null }],
  })),
  // Another province, to which somebody goes home: a case is handed over from centre to centre.
  {
    key: 'centre-11',
    province: '11',
    kind: 'social_work_centre',
    level: 'province',
    parent: null,
    placeCode: '11',
    names: [{ name: 'Trung tâm Công tác xã hội tỉnh Điện Biên', from: '2010-01-01', to: null }],
  },
  ...[
    { key: 'union-tuan-chau', placeCode: '06706', ward: 'Tuần Châu' },
    { key: 'union-bai-chay', placeCode: '06673', ward: 'Bãi Cháy' },
    { key: 'union-cao-xanh', placeCode: '06658', ward: 'Cao Xanh' },
    { key: 'union-hong-gai', placeCode: '06685', ward: 'Hồng Gai' },
  ].map(({ key, placeCode, ward }) => ({
    key,
    province: '22',
    kind: 'women_union',
    level: 'commune' as const,
    parent: 'union-22',
    placeCode,
    names: [{ name: `Hội Liên hiệp Phụ nữ phường ${ward}`, from: '2010-01-01', to: null }],
  })),
]

/** Both spellings are in use (seed F1.23), and each must find it. */
export const programme = {
  key: 'tmsv',
  names: [
    'Đấu tranh phòng, chống mua bán người và nô lệ thời hiện đại',
    'Đấu tranh chống mua bán người và nô lệ thời hiện đại',
    'TMSV',
  ],
}

/** The five pilot clubs of seed 001; ward codes are those of 2022, read as of the launch. */
export const clubs = [
  { code: 'tuan-chau', ward: 'Tuần Châu', placeCode: '06700', union: 'union-tuan-chau' },
  { code: 'cao-xanh', ward: 'Cao Xanh', placeCode: '06658', union: 'union-cao-xanh' },
  { code: 'hung-thang', ward: 'Hùng Thắng', placeCode: '06679', union: 'union-bai-chay' },
  { code: 'bach-dang', ward: 'Bạch Đằng', placeCode: '06694', union: 'union-hong-gai' },
  { code: 'hong-gai', ward: 'Hồng Gai', placeCode: '06691', union: 'union-hong-gai' },
] as const

export const launchedOn = '2022-05-01'

/** Targets as seeds F1.14, F1.16, F1.17 and F1.30 give them: ranges, both levels kept, each with its source. */
export const targets = [
  {
    indicator: 'counselling',
    setBy: 'club',
    minimum: 20,
    maximum: 120,
    unit: 'person_time',
    source: 'Chỉ tiêu của câu lạc bộ (kế hoạch mô hình năm 2022)',
  },
  {
    indicator: 'counselling',
    setBy: 'programme',
    minimum: 100,
    maximum: 150,
    unit: 'person_time',
    source: 'Chỉ tiêu của chương trình (phấn đấu hằng năm)',
  },
  {
    indicator: 'mobilised_per_member',
    setBy: 'club',
    minimum: 2,
    maximum: null,
    unit: 'person',
    source: 'Mỗi thành viên vận động 2 người (kế hoạch mô hình năm 2022)',
  },
  {
    indicator: 'referral_rate',
    setBy: 'club',
    minimum: 50,
    maximum: null,
    unit: 'percent',
    source: '50% được chuyển gửi (kế hoạch mô hình năm 2022)',
  },
] as const

export const targetYears = [2022, 2023, 2024, 2025, 2026]

export interface DemoPerson {
  username: string
  displayName: string
  province: string
  role: Role
  club?: string
  organisation?: string
}

/** Who can sign in to the demo. All are invented. */
export const people: DemoPerson[] = [
  { username: 'tham', displayName: 'Chị Thắm', province: '22', role: 'club_chair', club: 'tuan-chau' },
  { username: 'pao', displayName: 'Anh Páo', province: '22', role: 'club_member', club: 'tuan-chau' },
  { username: 'hoa', displayName: 'Em H.', province: '22', role: 'club_member', club: 'tuan-chau' },
  { username: 'cao-xanh', displayName: 'Chị Miên', province: '22', role: 'club_chair', club: 'cao-xanh' },
  { username: 'hung-thang', displayName: 'Chị Sen', province: '22', role: 'club_chair', club: 'hung-thang' },
  { username: 'bach-dang', displayName: 'Chị Lựu', province: '22', role: 'club_chair', club: 'bach-dang' },
  { username: 'hong-gai', displayName: 'Chị Đào', province: '22', role: 'club_chair', club: 'hong-gai' },
  {
    username: 'lai',
    displayName: 'Chị Lài',
    province: '22',
    role: 'ward_officer',
    organisation: 'union-tuan-chau',
  },
  {
    username: 'nga',
    displayName: 'Chị Nhài',
    province: '22',
    role: 'ward_officer',
    organisation: 'union-hong-gai',
  },
  {
    username: 'khai',
    displayName: 'Ông Khải',
    province: '22',
    role: 'province_manager',
    organisation: 'union-22',
  },
  {
    username: 'son',
    displayName: 'Anh Sơn',
    province: '22',
    role: 'police_liaison',
    organisation: 'union-tuan-chau',
  },
  {
    username: 'van',
    displayName: 'Cô Vân',
    province: '22',
    role: 'case_manager',
    organisation: 'centre-22',
  },
  {
    username: 'binh',
    displayName: 'Anh Bình',
    province: '22',
    role: 'case_manager',
    organisation: 'centre-22',
  },
  {
    username: 'may',
    displayName: 'Chị Mẩy',
    province: '11',
    role: 'case_manager',
    organisation: 'centre-11',
  },
  {
    username: 'quyen',
    displayName: 'Chị Quyên',
    province: '22',
    role: 'psychologist',
    organisation: 'centre-22',
  },
  {
    username: 'hien',
    displayName: 'Bà Hiền',
    province: '22',
    role: 'shelter_manager',
    organisation: 'centre-22',
  },
  {
    username: 'huong',
    displayName: 'Chị Hương',
    province: '22',
    role: 'province_manager',
    organisation: 'health-22',
  },
  {
    username: 'toan',
    displayName: 'Anh Toàn',
    province: '22',
    role: 'police_liaison',
    organisation: 'police-22',
  },
  {
    username: 'dung',
    displayName: 'Anh Dũng',
    province: '22',
    role: 'police_liaison',
    organisation: 'border-22',
  },
  {
    username: 'tam',
    displayName: 'Chị Tâm',
    province: '22',
    role: 'service_partner',
    organisation: 'legal-aid-22',
  },
  {
    username: 'phuc',
    displayName: 'Anh Phúc',
    province: '22',
    role: 'service_partner',
    organisation: 'job-centre-22',
  },
  {
    username: 'cam',
    displayName: 'Chị Cẩm',
    province: '22',
    role: 'data_protection_officer',
    organisation: 'union-22',
  },
  {
    username: 'thanh',
    displayName: 'Anh Thành',
    province: '22',
    role: 'administrator',
    organisation: 'union-22',
  },
  {
    username: 'vy',
    displayName: 'Chị Vy',
    province: '22',
    role: 'auditor',
    organisation: 'union-22',
  },
]

/** One password for all demo people; it is printed at the start and refused as soon as the demo is. */
export const demoPassword = 'ke-vai-sat-canh'

/** Numbers that are proposals of the project, until somebody with the right verifies or changes them. */
export const parameters = [
  {
    key: 'counselling_after_high_risk_hours',
    value: 48,
    source: 'Đề xuất của dự án; chờ chương trình xác nhận',
  },
  { key: 'months_missed_needs_support', value: 1, source: 'Đề xuất của dự án (SM-CLUB)' },
  { key: 'months_missed_suggest_suspension', value: 3, source: 'Đề xuất của dự án (SM-CLUB)' },
  { key: 'directory_check_days', value: 90, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  ...['a', 'e', 'k'].map((code) => ({
    key: `entitlement_amount 2024 ${code}`,
    value: null,
    source: 'Nghị định 162/2025/NĐ-CP; mức chi chưa được xác minh',
  })),
  { key: 'reading_budget_club_member', value: 15, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  { key: 'referral_answer_days', value: 5, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  { key: 'reassessment_months', value: 6, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  { key: 'safety_plan_days', value: 1, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  { key: 'transfer_answer_days', value: 5, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  {
    key: 'transfer_arrival_days',
    value: null,
    source: 'Chưa tìm thấy quy định về số ngày đường của một lần chuyển giao',
  },
  {
    key: 'verification_notify_health_hours',
    from: '2025-07-01',
    value: 0,
    source: 'Luật 53/2024/QH15 Điều 27, sửa bởi Luật 86/2025/QH15: thông báo ngay',
  },
  {
    key: 'verification_initial_days',
    from: '2025-07-01',
    value: 3,
    source: 'Luật 53/2024/QH15 Điều 27, sửa bởi Luật 86/2025/QH15: trong thời hạn 03 ngày',
  },
  {
    key: 'verification_decision_days',
    from: '2025-07-01',
    value: null,
    source: 'Luật 53/2024/QH15 Điều 27; chưa tìm thấy lời văn về thời hạn quyết định',
  },
  {
    key: 'verification_request_answer_days',
    value: 5,
    source: 'Đề xuất của dự án; chờ chương trình xác nhận',
  },
  { key: 'verification_request_days', value: 30, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  { key: 'verification_request_openings', value: 10, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  { key: 'verification_requests_open', value: 40, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  { key: 'reconciliation_difference_days', value: 7, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  { key: 'reading_budget_club_chair', value: 30, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  {
    key: 'child_emergency_hours',
    value: 12,
    source:
      'Nghị định 56/2017/NĐ-CP: biện pháp khẩn cấp trong 12 giờ từ khi nhận thông tin (Pháp điển 8.1; chưa kiểm tra sửa đổi)',
  },
  {
    key: 'child_plan_working_days',
    value: 5,
    source: 'Nghị định 56/2017/NĐ-CP: kế hoạch trong 05 ngày làm việc (Pháp điển 8.1; chưa kiểm tra sửa đổi)',
  },
  { key: 'child_school_days', value: 7, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  {
    key: 'follow_up_months',
    value: '[1, 3, 6, 9, 12, 18, 24]',
    source: 'Đề xuất của dự án; chờ chương trình xác nhận',
  },
  { key: 'erasure_reminder_days', value: 30, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  {
    key: 'follow_up_tries_before_lost',
    value: 3,
    source: 'Đề xuất của dự án; chờ chương trình xác nhận',
  },
  {
    key: 'stay_limit_days',
    from: '2025-07-01',
    value: 120,
    source:
      'Nghị định 162/2025/NĐ-CP Điều 17: không quá 120 ngày, dài hơn theo quyết định (đọc qua báo, chưa đối chiếu lời văn)',
  },
  { key: 'stay_warning_days', value: 90, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  { key: 'stay_rest_hours', value: 72, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  { key: 'stay_review_days', value: 7, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  { key: 'public_holidays', value: '[]', source: 'Chưa có danh sách ngày nghỉ lễ được xác minh' },
]

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
  { key: 'reading_budget_club_member', value: 15, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
  { key: 'reading_budget_club_chair', value: 30, source: 'Đề xuất của dự án; chờ chương trình xác nhận' },
]

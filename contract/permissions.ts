import type { Words } from './words.ts'

/**
 * Who may do what: one table, action × role. A role is always held at a place in the tree (a club or an
 * organisation) and reaches everything below it; `assigned` means only persons assigned to this member. What no row
 * gives is closed: several roles wait here for the screens of their work and may so far only look after themselves.
 * The database's policies say the same in SQL (database/policies/); neither trusts the other.
 */
export const roles = {
  club_member: { vi: 'Thành viên câu lạc bộ', en: 'Club member' },
  club_chair: { vi: 'Ban chủ nhiệm câu lạc bộ', en: 'Club board' },
  ward_officer: { vi: 'Cán bộ Hội LHPN phường, xã', en: "Ward Women's Union officer" },
  province_manager: { vi: 'Quản lý chương trình tỉnh', en: 'Province manager' },
  police_liaison: { vi: 'Đầu mối công an', en: 'Police liaison' },
  case_manager: { vi: 'Cán bộ quản lý trường hợp', en: 'Case manager' },
  psychologist: { vi: 'Cán bộ tâm lý', en: 'Psychologist' },
  shelter_manager: { vi: 'Quản lý cơ sở tạm lánh', en: 'Shelter manager' },
  hotline_counsellor: { vi: 'Nhân viên tổng đài', en: 'Hotline counsellor' },
  service_partner: { vi: 'Đơn vị trợ giúp pháp lý, việc làm, y tế', en: 'Legal, job or health partner' },
  livelihood_coordinator: { vi: 'Điều phối sinh kế', en: 'Livelihood coordinator' },
  enterprise: { vi: 'Hợp tác xã, doanh nghiệp', en: 'Cooperative or enterprise' },
  national_analyst: { vi: 'Phân tích cấp trung ương', en: 'National analyst' },
  data_protection_officer: { vi: 'Người phụ trách bảo vệ dữ liệu', en: 'Data-protection officer' },
  auditor: { vi: 'Kiểm tra viên', en: 'Auditor' },
  administrator: { vi: 'Quản trị hệ thống', en: 'System administrator' },
  supported_person: { vi: 'Người được hỗ trợ', en: 'Person supported' },
  operator: { vi: 'Quản trị bằng dòng lệnh', en: 'Command-line operator' },
} as const satisfies Record<string, Words>
export type Role = keyof typeof roles

export type Reach = 'all' | 'assigned'

export const permissions = {
  'place.read': {
    club_member: 'all',
    club_chair: 'all',
    ward_officer: 'all',
    province_manager: 'all',
    police_liaison: 'all',
    administrator: 'all',
    operator: 'all',
  },

  'club.read': {
    club_member: 'all',
    club_chair: 'all',
    ward_officer: 'all',
    province_manager: 'all',
    operator: 'all',
  },
  'organisation.read': {
    club_member: 'all',
    club_chair: 'all',
    ward_officer: 'all',
    province_manager: 'all',
    police_liaison: 'all',
    operator: 'all',
  },
  'club.create': { ward_officer: 'all', province_manager: 'all' },
  'club.manage': { ward_officer: 'all', province_manager: 'all' },
  'club.run': { club_chair: 'all', ward_officer: 'all' },
  'target.set': { club_chair: 'all', ward_officer: 'all', province_manager: 'all' },
  'member.read': { club_member: 'all', club_chair: 'all', ward_officer: 'all', operator: 'all' },
  'member.background.own': { club_member: 'all', club_chair: 'all' },
  'task.read': { club_member: 'assigned', club_chair: 'all', ward_officer: 'all' },
  'task.do': { club_member: 'assigned', club_chair: 'all' },

  'register.read': { club_member: 'assigned', club_chair: 'all', ward_officer: 'all', operator: 'all' },
  'register.write': { club_member: 'assigned', club_chair: 'all' },
  'register.assign': { club_chair: 'all' },
  'contact.record': { club_member: 'assigned', club_chair: 'all', operator: 'all' },
  'identity.open': { club_member: 'assigned', club_chair: 'all' },
  'screening.record': { club_member: 'assigned', club_chair: 'all' },
  // What was agreed before somebody goes to work abroad is of whoever goes to her, and of nobody above.
  'departure.write': { club_member: 'assigned', club_chair: 'all' },
  'departure.open': { club_member: 'assigned', club_chair: 'all' },
  'ledger.import': { club_chair: 'all', operator: 'all' },
  'survey.run': { club_member: 'all', club_chair: 'all' },
  'survey.read': { club_member: 'all', club_chair: 'all', ward_officer: 'all' },
  'situation.write': { club_member: 'all', club_chair: 'all' },
  'situation.read': { club_chair: 'all', ward_officer: 'all' },
  'situation.accused.read': { police_liaison: 'all' },
  'session.read': {
    club_member: 'all',
    club_chair: 'all',
    ward_officer: 'all',
    province_manager: 'all',
    operator: 'all',
  },
  'session.record': { club_member: 'all', club_chair: 'all', operator: 'all' },
  'mobilisation.read': { club_member: 'assigned', club_chair: 'all', operator: 'all' },
  'mobilisation.record': { club_member: 'assigned', club_chair: 'all', operator: 'all' },

  'month.read': {
    club_member: 'all',
    club_chair: 'all',
    ward_officer: 'all',
    province_manager: 'all',
    operator: 'all',
  },
  'month.board.read': { club_chair: 'all', ward_officer: 'all' },
  'month.run': { club_chair: 'all' },
  'month.accept': { ward_officer: 'all' },
  'report.read': { club_chair: 'all', ward_officer: 'all', province_manager: 'all', operator: 'all' },

  'identity.search': { club_chair: 'all' },
  'identity.write': { club_chair: 'all' },
  'exclusion.read': { club_chair: 'all', ward_officer: 'all', data_protection_officer: 'all' },
  'exclusion.set': { club_chair: 'all', ward_officer: 'all' },
  'exclusion.lift': { club_chair: 'all', ward_officer: 'all', data_protection_officer: 'all' },
  'person.merge': { club_chair: 'all' },
  'person.merge.approve': { club_chair: 'all', ward_officer: 'all', data_protection_officer: 'all' },
  'person.erase': { club_chair: 'all' },
  'person.erase.approve': { ward_officer: 'all', data_protection_officer: 'all' },
  'register.export': { club_chair: 'all' },
  'register.export.approve': { ward_officer: 'all', data_protection_officer: 'all' },

  // A case is reached by its team alone ('assigned'); what waits for somebody, by those who may take it ('all').
  'case.receive': { case_manager: 'all', shelter_manager: 'all' },
  'case.take': { case_manager: 'all' },
  'case.read': { case_manager: 'all', psychologist: 'assigned', shelter_manager: 'assigned' },
  'case.write': { case_manager: 'assigned', psychologist: 'assigned', shelter_manager: 'assigned' },
  'case.manage': { case_manager: 'assigned' },
  // How she is doing later is written by her team; her case is closed by its manager's proposal and another's yes.
  'follow_up.write': { case_manager: 'assigned', psychologist: 'assigned', shelter_manager: 'assigned' },
  'closing.propose': { case_manager: 'assigned' },
  'closing.decide': { case_manager: 'assigned' },
  // A club beside a case: the board answers and sees all of the club's, a member those given to her.
  'companion.read': { club_member: 'assigned', club_chair: 'all' },
  'companion.note': { club_member: 'assigned', club_chair: 'all' },
  'companion.answer': { club_chair: 'all' },
  // A stay is written by the shelter and by who manages the case; each sees those of her own teams.
  'stay.read': { case_manager: 'assigned', shelter_manager: 'assigned' },
  'stay.write': { case_manager: 'assigned', shelter_manager: 'assigned' },
  'case.words.open': { case_manager: 'assigned', psychologist: 'assigned', shelter_manager: 'assigned' },
  'verification.run': { case_manager: 'assigned' },
  'verification.answer': { police_liaison: 'all' },
  'verification.clocks.read': { province_manager: 'all' },
  // A decision has a paper, and whoever carries the case holds it. A club has no line here.
  'identification.decide': { case_manager: 'assigned' },
  'reconciliation.lead': { province_manager: 'all' },
  'reconciliation.take_part': { police_liaison: 'all', province_manager: 'all' },
  'case.identity.open': { case_manager: 'assigned', psychologist: 'assigned', shelter_manager: 'assigned' },
  // Where a person may come from is asked of these; they learn clues and nobody's name.
  'tracing.answer': { police_liaison: 'all', province_manager: 'all' },
  'case.story.write': { case_manager: 'assigned', psychologist: 'assigned' },
  'counselling.write': { psychologist: 'assigned' },
  'reception.hand_over': { police_liaison: 'all' },
  'reception.escort': { club_member: 'assigned', club_chair: 'all' },
  'notice.read': { province_manager: 'all' },

  // The directory is for everybody; its owner keeps it true. Where a shelter stands opens for its shelter team alone.
  'directory.read': {
    club_member: 'all',
    club_chair: 'all',
    ward_officer: 'all',
    province_manager: 'all',
    police_liaison: 'all',
    case_manager: 'all',
    psychologist: 'all',
    shelter_manager: 'all',
    hotline_counsellor: 'all',
    service_partner: 'all',
    livelihood_coordinator: 'all',
    enterprise: 'all',
    national_analyst: 'all',
    data_protection_officer: 'all',
    auditor: 'all',
    administrator: 'all',
    supported_person: 'all',
    operator: 'all',
  },
  'directory.write': { ward_officer: 'all', province_manager: 'all', case_manager: 'all' },
  'directory.street.set': {
    ward_officer: 'all',
    province_manager: 'all',
    case_manager: 'all',
    shelter_manager: 'all',
  },
  'directory.street.open': { shelter_manager: 'all' },

  // What one agency shares of a case with another, and what reached it.
  'referral.receive': { service_partner: 'all' },
  'transfer.receive': { case_manager: 'all' },
  'emergency.share': { case_manager: 'assigned', psychologist: 'assigned' },
  'emergency.share.approve': { province_manager: 'all', data_protection_officer: 'all' },
  'emergency.read': { data_protection_officer: 'all' },

  'grant.read': {
    club_chair: 'all',
    ward_officer: 'all',
    province_manager: 'all',
    data_protection_officer: 'all',
    auditor: 'all',
    administrator: 'all',
  },
  'grant.member': { club_chair: 'all', ward_officer: 'all', province_manager: 'all' },
  'grant.powerful': { ward_officer: 'all', province_manager: 'all', administrator: 'all' },
  'grant.powerful.approve': {
    ward_officer: 'all',
    province_manager: 'all',
    data_protection_officer: 'all',
    administrator: 'all',
  },
  'grant.end': { club_chair: 'all', ward_officer: 'all', province_manager: 'all', administrator: 'all' },
  'audit.read': { data_protection_officer: 'all', auditor: 'all' },
  'vault.read': { administrator: 'all', data_protection_officer: 'all' },

  'account.own': {
    club_member: 'all',
    club_chair: 'all',
    ward_officer: 'all',
    province_manager: 'all',
    police_liaison: 'all',
    case_manager: 'all',
    psychologist: 'all',
    shelter_manager: 'all',
    hotline_counsellor: 'all',
    service_partner: 'all',
    livelihood_coordinator: 'all',
    enterprise: 'all',
    national_analyst: 'all',
    data_protection_officer: 'all',
    auditor: 'all',
    administrator: 'all',
    supported_person: 'all',
  },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>

export type Permission = keyof typeof permissions

/** How far the role carries the permission, or null when it does not. */
export function reachOf(role: Role, permission: Permission): Reach | null {
  const row: Partial<Record<Role, Reach>> = permissions[permission]
  return row[role] ?? null
}

/** Everything that some of the roles may do; it travels to the screen with the data, so that no button lies. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) =>
    held.some((role) => reachOf(role, permission) !== null),
  )
}

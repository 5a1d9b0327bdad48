import type { Words } from './words.ts'

/**
 * Who may do what: one table, action × role. A role is always held at a place in the tree (a club or an
 * organisation) and reaches everything below it; `assigned` means only persons assigned to this member.
 * The database's policies say the same in SQL (database/policies/); neither trusts the other.
 */
export const roles = {
  club_member: { vi: 'Thành viên câu lạc bộ', en: 'Club member' },
  club_chair: { vi: 'Ban chủ nhiệm câu lạc bộ', en: 'Club board' },
  ward_officer: { vi: 'Cán bộ Hội LHPN phường, xã', en: "Ward Women's Union officer" },
  province_manager: { vi: 'Quản lý chương trình tỉnh', en: 'Province manager' },
  police_liaison: { vi: 'Đầu mối công an', en: 'Police liaison' },
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
  'task.read': { club_member: 'all', club_chair: 'all', ward_officer: 'all' },
  'task.do': { club_member: 'all', club_chair: 'all' },

  'register.read': { club_member: 'assigned', club_chair: 'all', ward_officer: 'all', operator: 'all' },
  'register.write': { club_member: 'assigned', club_chair: 'all', operator: 'all' },
  'register.assign': { club_chair: 'all' },
  'contact.record': { club_member: 'assigned', club_chair: 'all', operator: 'all' },
  'identity.open': { club_member: 'assigned', club_chair: 'all' },
  'screening.record': { club_member: 'assigned', club_chair: 'all' },
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

  'account.own': {
    club_member: 'all',
    club_chair: 'all',
    ward_officer: 'all',
    province_manager: 'all',
    police_liaison: 'all',
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

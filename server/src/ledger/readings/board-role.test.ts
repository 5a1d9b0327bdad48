import { expect, test } from 'vitest'
import { readBoardRole, readEligibility, tellsLivedExperience } from './board-role.ts'

test.each([
  ['Chủ nhiệm', 'chair'],
  ['Phó chủ nhiệm', 'vice_chair'],
  ['Thư ký', 'secretary'],
  ['Ủy viên BCN', 'commissioner'],
  ['Thành viên', 'none'],
])('%s is understood', (text, role) => {
  expect(readBoardRole({ kind: 'text', text })).toEqual({ value: role, remarks: [] })
})

test('the ground on which a board member sits is read from her work, or asked', () => {
  expect(readEligibility('chair', 'Chi hội trưởng PN')).toBe('mass_organisation')
  expect(readEligibility('chair', 'Tổ trưởng dân phố')).toBe('prestige')
  expect(readEligibility('secretary', 'Bí thư chi bộ khu')).toBe('prestige')
  expect(readEligibility('secretary', 'Bí thư đoàn')).toBe('mass_organisation')
  expect(readEligibility('secretary', 'buôn bán')).toBe('ask')
  expect(readEligibility('none', 'buôn bán')).toBeNull()
})

test('what a book tells of a member’s own past is known for what it is', () => {
  expect(tellsLivedExperience('Nạn nhân bị mua bán')).toBe(true)
  expect(tellsLivedExperience('người di cư trở về')).toBe(true)
  expect(tellsLivedExperience('phụ trách hỗ trợ nạn nhân')).toBe(false)
  expect(tellsLivedExperience('CTV CTXH')).toBe(false)
})

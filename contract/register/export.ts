import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import { targetGroup } from './person.ts'

/** For what a list with names leaves the system. */
export const exportPurposes = {
  support_budget: { vi: 'Lập danh sách nhận hỗ trợ', en: 'A list for support payments' },
  health_insurance: { vi: 'Làm thẻ bảo hiểm y tế', en: 'Health-insurance cards' },
  lawful_request: { vi: 'Cơ quan có thẩm quyền yêu cầu bằng văn bản', en: 'A lawful request in writing' },
  handover: { vi: 'Bàn giao khi câu lạc bộ giải thể, sáp nhập', en: 'Handover of a closing club' },
} as const

/** The groups of columns that may be asked for; code and name always come. */
export const exportFields = {
  birth: { vi: 'Ngày sinh', en: 'Birth' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  address: { vi: 'Nơi ở', en: 'Address' },
  groups: { vi: 'Nhóm, tình trạng', en: 'Groups and status' },
} as const
export type ExportField = keyof typeof exportFields

/** No list is longer: what needs more is asked for group by group. */
export const mostExported = 500

/** A list with names, for a purpose, in one Excel file that says on every page whose copy it is. */
export const registerExport = defineCommand({
  name: 'register.export',
  permission: 'register.export',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    exportId: z.uuid(),
    purpose: codeOf(exportPurposes),
    fields: z.array(codeOf(exportFields)).max(4),
    group: targetGroup.nullable().default(null),
  }),
  result: z.object({ fileName: z.string(), file: z.string(), rows: z.number().int() }),
  audit: 'REGISTER_EXPORTED',
  offline: false,
  keepsAnswer: false,
  stepUp: true,
  twoPeople: { approve: 'register.export.approve' },
  summary: { vi: 'Xuất danh sách có tên', en: 'Export a list with names' },
})

export const tooManyToExport = refuse('too_many_to_export', {
  vi: `Mỗi lần xuất không quá ${mostExported} người. Xin chọn một nhóm.`,
  en: `No more than ${mostExported} persons at a time. Please choose one group.`,
})
export const nobodyToExport = refuse('nobody_to_export', {
  vi: 'Không có ai để xuất.',
  en: 'There is nobody to export.',
})

import { showDate, today } from '@ke-vai/contract/date/date.ts'
import {
  type PersonStatus,
  personStatuses,
  type TargetGroup,
  targetGroups,
} from '@ke-vai/contract/register/codes.ts'
import { type ExportField, exportFields } from '@ke-vai/contract/register/export.ts'
import type { Identity } from '@ke-vai/contract/register/person.ts'
import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node'
import { safeText } from '../report/report.ts'

/** A person of a list: her coded facts, and what identifies her as each of her lines says it. */
export interface ExportedPerson {
  code: string
  status: PersonStatus
  groups: TargetGroup[]
  identities: Identity[]
}

export interface NameList {
  exportId: string
  /** Who takes it away. */
  by: string
  at: Date
  purpose: string
  fields: readonly ExportField[]
  persons: readonly ExportedPerson[]
}

const cell = (value: string, style: CellObject = {}): CellObject => ({
  value: safeText(value),
  type: String,
  wrap: true,
  alignVertical: 'top',
  ...style,
})
const boxed: CellObject = { borderStyle: 'thin', borderColor: '#000000' }

/** What both of her lines say, each once. */
const both = (identities: readonly Identity[], field: 'name' | 'birth' | 'phone' | 'address') =>
  [...new Set(identities.flatMap((each) => each[field] ?? []))].join(' / ')

const columnOf: Record<ExportField, (person: ExportedPerson) => string> = {
  birth: ({ identities }) => both(identities, 'birth'),
  phone: ({ identities }) => both(identities, 'phone'),
  address: ({ identities }) => both(identities, 'address'),
  groups: ({ groups, status }) =>
    [...groups.map((group) => targetGroups[group].vi), personStatuses[status].vi].join('; '),
}

/**
 * A list with names as an Excel file. Whose copy it is, and for what, stands above, below and in each line, so that a
 * photograph of any part of it says it too. Nothing in it is taken for a formula.
 */
export async function makeNameList(list: NameList): Promise<Uint8Array> {
  const fields = (Object.keys(exportFields) as ExportField[]).filter((field) => list.fields.includes(field))
  const time = list.at.toLocaleTimeString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
  })
  const mark = `Bản xuất ${list.exportId} · ${list.by} · ${showDate(today(list.at))} ${time} · ${list.purpose}`
  const copy = list.exportId.slice(0, 8)
  const columns = ['STT', 'Mã số', 'Họ tên', ...fields.map((field) => exportFields[field].vi), 'Bản xuất']
  const wide = (value: string, style: CellObject = {}): Row => [
    cell(value, { columnSpan: columns.length, ...style }),
    ...Array<null>(columns.length - 1).fill(null),
  ]
  const rows: Row[] = [
    wide(mark, { fontWeight: 'bold' }),
    wide('Có tên người được hỗ trợ: không chụp, không gửi tiếp; dùng xong thì hủy.', { fontStyle: 'italic' }),
    columns.map((name) => cell(name, { ...boxed, fontWeight: 'bold', align: 'center' })),
    ...list.persons.map((person, i) => [
      { value: i + 1, type: Number, alignVertical: 'top' as const, ...boxed },
      cell(person.code, boxed),
      cell(both(person.identities, 'name'), boxed),
      ...fields.map((field) => cell(columnOf[field](person), boxed)),
      cell(copy, { ...boxed, textColor: '#888888' }),
    ]),
    wide(mark, { fontWeight: 'bold' }),
  ]
  const widths = [6, 16, 28, ...fields.map(() => 26), 12]
  return writeExcelFile(
    rows,
    {
      sheet: `Bản xuất ${copy}`,
      columns: widths.map((width) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: 3,
    },
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBuffer()
}

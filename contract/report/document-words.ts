import { unitWords } from '../count/count.ts'
import { showDate, showMonth } from '../date/date.ts'
import type { FigureLine } from '../indicator/lines.ts'
import type { TargetProgress } from '../indicator/progress.ts'
import { meetingKinds, monthTextWords } from '../month/writing.ts'
import type { MonthReport } from './report.ts'

// Words that the report says alike on screen, in Excel and in Word. Administrative documents are in Vietnamese.

export const countryLine = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const mottoLine = 'Độc lập - Tự do - Hạnh phúc'
export const confirmingSide = 'XÁC NHẬN CỦA HỘI LHPN'
export const signHere = '(Ký, ghi rõ họ tên)'

export const titleOf = ({ month }: MonthReport) => `BÁO CÁO KẾT QUẢ HOẠT ĐỘNG THÁNG ${showMonth(month)}`

export const periodOf = ({ first, last, yearFirst }: MonthReport) =>
  `Kỳ báo cáo: từ ${showDate(first)} đến ${showDate(last)}; lũy kế từ ${showDate(yearFirst)}`

/** 'Tuần Châu, ngày 05 tháng 06 năm 2022'; dots where the place is not certain. */
export function placeAndDay({ placeName, madeOn }: MonthReport): string {
  const [year, month, day] = madeOn.split('-')
  return `${placeName ?? '……………'}, ngày ${day} tháng ${month} năm ${year}`
}

/** Said under the title of what is not yet final; empty for an accepted month. */
export function standingOf({ state, version }: MonthReport): string {
  if (state === 'locked') return ''
  return version === null ? 'Bản nháp, chưa nộp' : `Đã nộp lần ${version}, chờ Hội LHPN nhận`
}

/** 'Chỉ tiêu của câu lạc bộ (kế hoạch mô hình năm 2022): 20–120 lượt: đạt mức tối thiểu 20'. */
export function targetText(each: TargetProgress): string {
  const range = each.maximum === null ? `${each.minimum}` : `${each.minimum}–${each.maximum}`
  const known = Object.entries(unitWords).find(([unit]) => unit === each.unit)
  const unit = each.unit === 'percent' ? '%' : ` ${known?.[1].vi ?? each.unit}`
  return `${each.source}: ${range}${unit} (${each.words.vi})`
}

export const labelOf = (line: FigureLine) => (line.partOf === null ? line.words.vi : `– ${line.words.vi}`)

/** The written parts of the report in their order, each with its title. */
export const textSections = (['situation', 'selfAssessment', 'difficulties', 'nextMonth'] as const).map(
  (key) => ({ key, title: monthTextWords[key].vi }),
)

/** '12/20 thành viên dự: …'; without names for readers who may not know the members. */
export function presentText(meeting: MonthReport['meetings'][number]): string {
  const names = meeting.present.flatMap((each) => each.name ?? [])
  const head = `${meeting.present.length}/${meeting.activeMembers} thành viên dự`
  return names.length === 0 ? head : `${head}: ${names.join(', ')}`
}

export function meetingText(meeting: MonthReport['meetings'][number]): string {
  return `${meetingKinds[meeting.kind].vi} ngày ${showDate(meeting.heldOn)}${meeting.venue === '' ? '' : `, tại ${meeting.venue}`}`
}

import { z } from 'zod'

// Characters that no document format carries: control characters but line breaks, halves of pairs, non-characters.
const unprintable = /(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/** Text of several lines as people write minutes: NFC, line breaks kept, nothing that would break a document. */
export function cleanLines(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(unprintable, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}

/** A written text of at most `max` characters. */
export function writing(max: number) {
  return z.string().max(max).transform(cleanLines)
}

/** The words that the board adds to the figures of a month. */
export const monthTexts = z.object({
  situation: z.string(),
  selfAssessment: z.string(),
  difficulties: z.string(),
  nextMonth: z.string(),
})
export type MonthTexts = z.infer<typeof monthTexts>
export const noTexts: MonthTexts = { situation: '', selfAssessment: '', difficulties: '', nextMonth: '' }

export const monthTextWords = {
  situation: { vi: 'Tình hình trên địa bàn', en: 'Situation in the area' },
  selfAssessment: { vi: 'Tự đánh giá kết quả trong tháng', en: "Own assessment of the month's results" },
  difficulties: { vi: 'Khó khăn, đề xuất', en: 'Difficulties and proposals' },
  nextMonth: { vi: 'Nội dung hoạt động tháng tiếp theo', en: 'Content of the next month' },
} as const

export type MeetingKind = 'members' | 'board'
export const meetingKinds = {
  members: { vi: 'Sinh hoạt toàn thể thành viên', en: 'Meeting of all members' },
  board: { vi: 'Họp Ban chủ nhiệm', en: 'Board meeting' },
} as const

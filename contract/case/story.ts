import { z } from 'zod'
import { defineCommand, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CodeWords, codeOf } from '../words.ts'
import { defineEntry, type EntryFact, standing } from './entry.ts'

// What happened to her, recorded once by those on her team who are trusted with it, and never asked of her to get help.

export type TraffickingMeans = 'deceived' | 'forced' | 'taken_advantage' | 'other'
export const traffickingMeans: CodeWords<TraffickingMeans> = {
  deceived: { vi: 'Lừa gạt', en: 'Deceived' },
  forced: { vi: 'Ép buộc', en: 'Forced' },
  taken_advantage: { vi: 'Lợi dụng hoàn cảnh', en: 'Taken advantage of' },
  other: { vi: 'Cách khác', en: 'Another way' },
}

export type TraffickingForm =
  | 'forced_marriage'
  | 'sexual_exploitation'
  | 'forced_labour'
  | 'organ_removal'
  | 'begging'
  | 'surrogacy'
  | 'forced_offence'
  | 'other'
export const traffickingForms: CodeWords<TraffickingForm> = {
  forced_marriage: { vi: 'Cưỡng ép kết hôn', en: 'Forced marriage' },
  sexual_exploitation: { vi: 'Bóc lột tình dục', en: 'Sexual exploitation' },
  forced_labour: { vi: 'Cưỡng bức lao động', en: 'Forced labour' },
  organ_removal: { vi: 'Lấy bộ phận cơ thể', en: 'Removal of organs' },
  begging: { vi: 'Ăn xin', en: 'Begging' },
  surrogacy: { vi: 'Đẻ thuê', en: 'Surrogacy' },
  forced_offence: { vi: 'Bị ép làm việc trái pháp luật', en: 'Forced to break the law' },
  other: { vi: 'Hình thức khác', en: 'Another form' },
}

export type RecruiterRelation =
  | 'stranger'
  | 'met_online'
  | 'acquaintance'
  | 'friend'
  | 'partner'
  | 'relative'
  | 'broker'
  | 'unknown'
export const recruiterRelations: CodeWords<RecruiterRelation> = {
  stranger: { vi: 'Người lạ', en: 'A stranger' },
  met_online: { vi: 'Quen qua mạng', en: 'Met online' },
  acquaintance: { vi: 'Người quen', en: 'An acquaintance' },
  friend: { vi: 'Bạn bè', en: 'A friend' },
  partner: { vi: 'Người yêu, vợ chồng', en: 'A partner' },
  relative: { vi: 'Người thân', en: 'A relative' },
  broker: { vi: 'Môi giới', en: 'A broker' },
  unknown: { vi: 'Chưa rõ', en: 'Not known' },
}

export type PeriodBand = 'under_1_month' | '1_to_6_months' | '6_to_24_months' | 'over_2_years' | 'unknown'
export const periodBands: CodeWords<PeriodBand> = {
  under_1_month: { vi: 'Dưới 1 tháng', en: 'Under a month' },
  '1_to_6_months': { vi: '1 đến 6 tháng', en: '1 to 6 months' },
  '6_to_24_months': { vi: '6 tháng đến 2 năm', en: '6 months to 2 years' },
  over_2_years: { vi: 'Trên 2 năm', en: 'Over 2 years' },
  unknown: { vi: 'Chưa rõ', en: 'Not known' },
}

export const traffickingFacts = z.object({
  where: z.enum(['in_country', 'abroad', 'unknown']).default('unknown'),
  destination: z.string().trim().max(60).default(''),
  means: z.array(codeOf(traffickingMeans)).max(4).default([]),
  forms: z.array(codeOf(traffickingForms)).max(8).default([]),
  period: codeOf(periodBands).default('unknown'),
  recruiter: codeOf(recruiterRelations).default('unknown'),
  words: z.string().trim().max(20_000).default(''),
})
export type TraffickingFacts = z.infer<typeof traffickingFacts>

/** Her story: everything of it sealed, the codes as well. */
export const storyWritten = defineEntry({
  kind: 'story.written',
  tier: 'story',
  body: z.object({}),
  sealed: traffickingFacts,
  words: { vi: 'Câu chuyện, đã ghi một lần', en: 'The story, recorded once' },
})

export const noted = defineEntry({
  kind: 'case.noted',
  tier: 'team',
  body: z.object({}),
  sealed: z.object({ words: z.string().max(5000) }),
  words: { vi: 'Ghi chú của nhóm', en: 'Note of the team' },
})

export type CounsellingMode = 'in_person' | 'by_phone' | 'online' | 'group'
export const counsellingModes: CodeWords<CounsellingMode> = {
  in_person: { vi: 'Gặp trực tiếp', en: 'In person' },
  by_phone: { vi: 'Qua điện thoại', en: 'By telephone' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  group: { vi: 'Theo nhóm', en: 'In a group' },
}

/** A session of counselling: one lượt. The note opens for its author and the clinical supervisor, and for nobody else. */
export const counsellingNoted = defineEntry({
  kind: 'counselling.noted',
  tier: 'private',
  body: z.object({
    mode: codeOf(counsellingModes),
    minutes: z.number().int().min(1).max(600),
    personTimes: z.literal(1),
  }),
  sealed: z.object({ note: z.string().max(20_000) }),
  words: { vi: 'Tham vấn tâm lý', en: 'Counselling' },
})

/** A story is told once: nobody asks her again. A correction says which one it takes the place of. Null means yes. */
export function storyRule(entries: readonly EntryFact[], corrects: string | null): Refusal | null {
  const there = standing(entries, storyWritten).at(-1)
  if ((there?.id ?? null) === corrects) return null
  if (there)
    return refuse('story_recorded', {
      vi: 'Câu chuyện đã được ghi một lần. Xin đừng hỏi lại; nếu ghi nhầm, xin sửa từ mục đã ghi.',
      en: 'The story was recorded once. Please do not ask again; to mend a mistake, correct that entry.',
    })
  return refuse(
    'story_to_correct_not_there',
    {
      vi: 'Chưa có mục nào để sửa.',
      en: 'There is nothing to correct.',
    },
    'correctsId',
  )
}

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }
const about = {
  scope: 'organisation',
  result: made,
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
} as const

export const caseWriteStory = defineCommand({
  ...about,
  name: 'case.write_story',
  permission: 'case.story.write',
  args: z.object({ ...ofCase, story: traffickingFacts, correctsId: z.uuid().nullable().default(null) }),
  audit: 'CASE_STORY_WRITTEN',
  summary: { vi: 'Ghi câu chuyện một lần', en: 'Record the story once' },
})

export const caseNote = defineCommand({
  ...about,
  name: 'case.note',
  permission: 'case.write',
  args: z.object({ ...ofCase, words: z.string().trim().min(1).max(5000), onDay: plainDate }),
  audit: 'CASE_NOTED',
  summary: { vi: 'Ghi chú của nhóm', en: 'Write a note of the team' },
})

export const counsellingNote = defineCommand({
  ...about,
  name: 'counselling.note',
  permission: 'counselling.write',
  args: z.object({
    ...ofCase,
    onDay: plainDate,
    mode: codeOf(counsellingModes),
    minutes: z.number().int().min(1).max(600),
    note: z.string().trim().max(20_000).default(''),
  }),
  audit: 'COUNSELLING_NOTED',
  summary: { vi: 'Ghi buổi tham vấn (riêng)', en: 'Note a session of counselling (private)' },
})

/** A day of work that has not come yet cannot have been. Null means yes. */
export function notedDayRule(onDay: string, today: string): Refusal | null {
  if (onDay <= today) return null
  return refuse(
    'noted_in_future',
    { vi: 'Ngày này chưa tới. Xin xem lại ngày.', en: 'The day has not come yet. Please check the date.' },
    'onDay',
  )
}

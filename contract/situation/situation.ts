import { z } from 'zod'
import { defineCommand, made } from '../command.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { defineRead } from '../endpoint.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CodeWords, codeOf } from '../words.ts'
import { namesSomebody } from './names-somebody.ts'

export type Reliability = 'A' | 'B' | 'C' | 'D'
export const reliabilities: CodeWords<Reliability> = {
  A: { vi: 'A. Tận mắt thấy', en: 'A. Seen with own eyes' },
  B: { vi: 'B. Nguồn đáng tin kể lại', en: 'B. Told by a source that can be trusted' },
  C: { vi: 'C. Nghe nhiều người nói', en: 'C. Heard from several people' },
  D: { vi: 'D. Chưa kiểm chứng', en: 'D. Not verified' },
}
const reliability = codeOf(reliabilities)

/** What the club hears of the situation. Whoever is named is written apart, and only the police liaison opens it. */
export const situationWrite = defineCommand({
  name: 'situation.write',
  permission: 'situation.write',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    noteId: z.uuid(),
    onDay: plainDate,
    text: z.string().trim().min(1).max(2000),
    reliability,
    /** Who is named; sealed on arrival. Those who write it cannot read it back. */
    accused: z.string().trim().max(2000).default(''),
    /** The writer has looked again and the open text names nobody. */
    namesChecked: z.boolean().default(false),
  }),
  result: made,
  audit: 'SITUATION_WRITTEN',
  // Whoever is named must not lie on a phone, even for a while.
  offline: false,
  summary: { vi: 'Ghi tình hình địa bàn', en: 'Note the situation' },
})

/** May this note be written? Null means yes. */
export function situationRule(
  note: { onDay: PlainDate; text: string; namesChecked: boolean },
  today: PlainDate,
): Refusal | null {
  if (note.onDay > today)
    return refuse(
      'situation_in_future',
      { vi: 'Ngày này chưa tới. Xin xem lại ngày.', en: 'The day has not come yet. Please check the date.' },
      'onDay',
    )
  if (!note.namesChecked && namesSomebody(note.text))
    return refuse(
      'note_names_somebody',
      {
        vi: 'Phần này nhiều người đọc và hình như có tên hoặc số điện thoại của ai đó. Xin chuyển sang ô «Chỉ gửi đầu mối công an». Nếu không phải tên người, xin đánh dấu «Đã xem lại».',
        en: 'Many people read this part and it seems to name somebody. Please move the name to “For the police liaison only”. If it is no name, tick “Looked again”.',
      },
      'text',
    )
  return null
}

const situationNote = z.object({ id: z.uuid(), onDay: plainDate, text: z.string(), reliability })

const year = z.coerce.number().int().min(2000).max(2100).optional()

/** The notes as the board and the ward read them: nobody's name, nor whether one was given. */
export const situationList = defineRead({
  name: 'situation.list',
  path: '/clubs/:clubId/situation',
  params: z.object({ clubId: z.uuid() }),
  query: z.object({ year }),
  response: z.object({ notes: z.array(situationNote) }),
  permission: 'situation.read',
  scope: 'club',
  summary: { vi: 'Tình hình địa bàn', en: 'The situation' },
})

/** The clubs whose notes the police liaison may open; a liaison reads nothing else of a club. */
export const situationClubs = defineRead({
  name: 'situation.clubs',
  path: '/situation/clubs',
  params: z.object({}),
  query: z.object({}),
  response: z.object({ clubs: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  permission: 'situation.accused.read',
  scope: 'anywhere',
  summary: { vi: 'Câu lạc bộ trong địa bàn của đầu mối công an', en: "Clubs of the police liaison's area" },
})

/** For the police liaison: the notes in which somebody is named. The names themselves are opened one by one. */
export const situationAccused = defineRead({
  name: 'situation.accused',
  path: '/clubs/:clubId/situation/accused',
  params: z.object({ clubId: z.uuid() }),
  query: z.object({ year }),
  response: z.object({ notes: z.array(situationNote) }),
  permission: 'situation.accused.read',
  scope: 'club',
  audit: 'SITUATION_ACCUSED_LISTED',
  summary: { vi: 'Ghi chép chỉ gửi đầu mối công an', en: 'Notes for the police liaison' },
})

/** Opens who is named in one note; a command, so that each opening leaves its line. */
export const situationOpenAccused = defineCommand({
  name: 'situation.open_accused',
  permission: 'situation.accused.read',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), noteId: z.uuid() }),
  result: z.object({ accused: z.string() }),
  audit: 'SITUATION_ACCUSED_OPENED',
  offline: false,
  keepsAnswer: false,
  stepUp: true,
  summary: { vi: 'Mở phần chỉ gửi đầu mối công an', en: 'Open the part for the police liaison' },
})

import { z } from 'zod'
import { defineCommand, made } from '../command.ts'
import { countOf } from '../count/count.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { defineRead } from '../endpoint.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CodeWords, codeOf } from '../words.ts'

export type MobilisationResult = 'invited' | 'agreed' | 'attended' | 'declined'
export const mobilisationResults: CodeWords<MobilisationResult> = {
  invited: { vi: 'Đã mời', en: 'Invited' },
  agreed: { vi: 'Nhận lời', en: 'Agreed' },
  attended: { vi: 'Đã dự', en: 'Attended' },
  declined: { vi: 'Chưa muốn tham gia', en: 'Not now' },
}

/** A member invited somebody. The session knows nothing of it; what was recorded last of the three is what holds. */
export const mobilisationRecord = defineCommand({
  name: 'mobilisation.record',
  permission: 'mobilisation.record',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    mobilisationId: z.uuid(),
    memberId: z.uuid(),
    personId: z.uuid(),
    sessionId: z.uuid().nullable().default(null),
    result: codeOf(mobilisationResults),
    onDay: plainDate,
  }),
  result: made,
  audit: 'MOBILISATION_RECORDED',
  offline: true,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Ghi việc vận động tham gia', en: 'Record an invitation' },
})

/** May this be recorded? Null means yes. */
export function mobilisationRule(
  mobilisation: { sessionId: string | null; result: MobilisationResult; onDay: PlainDate },
  today: PlainDate,
): Refusal | null {
  if (mobilisation.onDay > today)
    return refuse(
      'mobilisation_in_future',
      { vi: 'Ngày này chưa tới. Xin xem lại ngày.', en: 'The day has not come yet. Please check the date.' },
      'onDay',
    )
  if (mobilisation.result === 'attended' && mobilisation.sessionId === null)
    return refuse(
      'attended_which_session',
      { vi: 'Xin chọn buổi mà chị ấy đã dự.', en: 'Please choose the session that she attended.' },
      'sessionId',
    )
  return null
}

/** What a member has reached: different persons who attended a session, against her target. */
export const mobilisationProgress = defineRead({
  name: 'mobilisation.progress',
  path: '/clubs/:clubId/mobilisation',
  params: z.object({ clubId: z.uuid() }),
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  response: z.object({
    year: z.number().int(),
    /** The board sees every member, a member herself alone. */
    lines: z.array(
      z.object({
        memberId: z.uuid(),
        name: z.string(),
        attended: countOf('person'),
        target: countOf('person'),
        reached: z.boolean(),
      }),
    ),
    /** Members at or over their target among all; null for a member, who sees no other's figures. */
    club: z
      .object({ reached: countOf('person'), members: countOf('person'), percent: z.number().nullable() })
      .nullable(),
  }),
  permission: 'mobilisation.read',
  scope: 'club',
  summary: { vi: 'Tiến độ vận động của từng thành viên', en: "Members' progress in inviting" },
})

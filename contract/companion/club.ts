import { z } from 'zod'
import { defineCommand, done } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { shared } from '../referral/shared.ts'
import { codeOf } from '../words.ts'
import { companionDeclines, companionEnds, companionOutcomes } from './codes.ts'

// What the club does: it knows the companion by its number and nothing of the case.

const ofClub = { clubId: z.uuid(), companionId: z.uuid() }
const about = { scope: 'club', offline: false } as const
const words = z.string().trim().max(1000).default('')

/** The board says yes and who goes, or no with its reason. */
export const companionAnswer = defineCommand({
  ...about,
  name: 'companion.answer',
  permission: 'companion.answer',
  args: z.object({
    ...ofClub,
    accept: z.boolean(),
    memberId: z.uuid().nullable().default(null),
    reason: codeOf(companionDeclines).nullable().default(null),
  }),
  result: done,
  audit: 'COMPANION_ANSWERED',
  summary: { vi: 'Trả lời việc đồng hành', en: 'Answer the team' },
})

/** Somebody else of the club goes from now on. */
export const companionAssign = defineCommand({
  ...about,
  name: 'companion.assign',
  permission: 'companion.answer',
  args: z.object({ ...ofClub, memberId: z.uuid() }),
  result: done,
  audit: 'COMPANION_ASSIGNED',
  summary: { vi: 'Đổi người đi cùng', en: 'Change who goes along' },
})

export const companionFinishTask = defineCommand({
  ...about,
  name: 'companion.finish_task',
  permission: 'companion.note',
  args: z.object({
    ...ofClub,
    taskId: z.uuid(),
    onDay: plainDate,
    outcome: codeOf(companionOutcomes),
    /** To the team; sealed. */
    words,
  }),
  result: done,
  audit: 'COMPANION_TASK_FINISHED',
  summary: { vi: 'Đã làm xong một việc', en: 'Finish a task' },
})

export const companionNoteVisit = defineCommand({
  ...about,
  name: 'companion.note_visit',
  permission: 'companion.note',
  args: z.object({ ...ofClub, onDay: plainDate, outcome: codeOf(companionOutcomes), words }),
  result: done,
  audit: 'COMPANION_VISITED',
  summary: { vi: 'Ghi lần gặp', en: 'Note a visit' },
})

export const companionLeave = defineCommand({
  ...about,
  name: 'companion.leave',
  permission: 'companion.answer',
  args: z.object({ ...ofClub, reason: codeOf(companionEnds) }),
  result: done,
  audit: 'COMPANION_ENDED',
  summary: { vi: 'Câu lạc bộ dừng đồng hành', en: 'The club ends it' },
})

/** Opens what she agreed to tell the club, and what the team wrote to the open tasks. */
export const companionOpen = defineCommand({
  ...about,
  name: 'companion.open',
  permission: 'companion.note',
  args: z.object(ofClub),
  result: z.object({ shared, tasks: z.array(z.object({ id: z.uuid(), words: z.string() })) }),
  audit: 'COMPANION_OPENED',
  keepsAnswer: false,
  stepUp: true,
  summary: { vi: 'Xem cách gọi và liên hệ an toàn', en: 'See what to call her and how to reach her' },
})

import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { codeOf } from '../words.ts'
import {
  clueKinds,
  confirmations,
  familyResults,
  familyWays,
  tracingAnswers,
  tracingStates,
} from './codes.ts'

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }
const about = {
  scope: 'organisation',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
} as const
const words = (max: number) => z.string().trim().max(max).default('')

export const tracingTell = defineCommand({
  ...about,
  name: 'tracing.tell',
  permission: 'case.write',
  args: z.object({
    ...ofCase,
    clueId: z.uuid(),
    kind: codeOf(clueKinds),
    words: z.string().trim().min(1).max(1000),
  }),
  result: made,
  audit: 'TRACING_WRITTEN',
  summary: { vi: 'Ghi điều nhớ được về quê', en: 'Write what she remembers of home' },
})

/** What is sent: the kinds and words of the clues that were chosen, and nothing else of her or of the case. */
export const cluesSent = z.array(z.object({ kind: codeOf(clueKinds), words: z.string().max(1000) })).max(20)
const choice = { ...ofCase, toOrganisationId: z.uuid(), clueIds: z.array(z.uuid()).min(1).max(20) }

/** Shows exactly what would be sent, before anything is. */
export const tracingPreview = defineCommand({
  ...about,
  name: 'tracing.preview',
  permission: 'case.manage',
  args: z.object(choice),
  result: z.object({ sent: cluesSent }),
  audit: 'TRACING_PREVIEWED',
  keepsAnswer: false,
  stepUp: true,
  summary: { vi: 'Xem trước phần sẽ gửi', en: 'See what would be sent' },
})

/** Sends the chosen clues to a body of another place. Words that name her are refused. */
export const tracingAsk = defineCommand({
  ...about,
  name: 'tracing.ask',
  permission: 'case.manage',
  args: z.object({ ...choice, requestId: z.uuid() }),
  result: made,
  audit: 'TRACING_ASKED',
  stepUp: true,
  summary: { vi: 'Hỏi nơi khác, không nêu tên', en: 'Ask another body, without a name' },
})

export const tracingWithdraw = defineCommand({
  ...about,
  name: 'tracing.withdraw',
  permission: 'case.manage',
  args: z.object({ ...ofCase, requestId: z.uuid() }),
  result: done,
  audit: 'TRACING_WRITTEN',
  summary: { vi: 'Rút lại câu hỏi', en: 'Withdraw what was asked' },
})

/** Opens the words of an answer, for the team. */
export const tracingOpenAnswer = defineCommand({
  ...about,
  name: 'tracing.open_answer',
  permission: 'case.manage',
  args: z.object({ ...ofCase, requestId: z.uuid() }),
  result: z.object({ words: z.string() }),
  audit: 'TRACING_ANSWER_OPENED',
  keepsAnswer: false,
  stepUp: true,
  summary: { vi: 'Mở lời trả lời', en: 'Open the words of an answer' },
})

export const tracingConfirm = defineCommand({
  ...about,
  name: 'tracing.confirm',
  permission: 'case.write',
  args: z.object({ ...ofCase, by: codeOf(confirmations), onDay: plainDate, place: words(500) }),
  result: made,
  audit: 'TRACING_WRITTEN',
  summary: { vi: 'Xác nhận quê', en: 'Confirm where her home is' },
})

/** Her word on whether her family may be reached; nothing is ticked beforehand. */
export const tracingWish = defineCommand({
  ...about,
  name: 'tracing.wish',
  permission: 'case.write',
  args: z.object({
    ...ofCase,
    wish: z.enum(['yes', 'not_now']),
    givenBy: z.array(z.enum(['herself', 'child', 'representative', 'officer'])).max(4),
    words: words(2000),
  }),
  result: made,
  audit: 'TRACING_WRITTEN',
  summary: { vi: 'Ghi ý về liên lạc với gia đình', en: 'Write her word on reaching the family' },
})

/** Writes that her family was reached; refused without her recorded yes. */
export const tracingContactFamily = defineCommand({
  ...about,
  name: 'tracing.contact_family',
  permission: 'case.manage',
  args: z.object({ ...ofCase, way: codeOf(familyWays), result: codeOf(familyResults), words: words(2000) }),
  result: made,
  audit: 'FAMILY_CONTACTED',
  summary: { vi: 'Liên lạc với gia đình', en: 'Reach the family' },
})

const request = {
  id: z.uuid(),
  state: codeOf(tracingStates),
  kinds: z.array(codeOf(clueKinds)),
  answer: codeOf(tracingAnswers).nullable(),
  sentAt: z.string(),
  answeredAt: z.string().nullable(),
}

/** What was asked of others for this case, and whom else one may ask. */
export const tracingSent = defineRead({
  name: 'tracing.sent',
  path: '/organisations/:organisationId/cases/:caseId/tracing',
  params: z.object(ofCase),
  query: nothing,
  response: z.object({
    requests: z.array(z.object({ ...request, to: z.string(), hasWords: z.boolean() })),
    bodies: z.array(z.object({ id: z.uuid(), name: z.string(), province: z.string() })),
  }),
  permission: 'case.read',
  scope: 'organisation',
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Đã hỏi những nơi nào', en: 'What was asked of others' },
})

/** What others ask this body: whose case it is, is not said. */
export const tracingInbox = defineRead({
  name: 'tracing.inbox',
  path: '/organisations/:organisationId/tracing',
  params: z.object({ organisationId: z.uuid() }),
  query: nothing,
  response: z.object({ requests: z.array(z.object({ ...request, from: z.string() })) }),
  permission: 'tracing.answer',
  scope: 'organisation',
  summary: { vi: 'Điều nơi khác hỏi', en: 'What other bodies ask' },
})

const toMe = { organisationId: z.uuid(), requestId: z.uuid() }

/** Opens the clues that were sent to this body. */
export const tracingOpen = defineCommand({
  name: 'tracing.open',
  permission: 'tracing.answer',
  scope: 'organisation',
  args: z.object(toMe),
  result: z.object({ sent: cluesSent }),
  audit: 'TRACING_OPENED',
  offline: false,
  keepsAnswer: false,
  stepUp: true,
  summary: { vi: 'Mở điều được hỏi', en: 'Open what is asked' },
})

export const tracingAnswer = defineCommand({
  name: 'tracing.answer',
  permission: 'tracing.answer',
  scope: 'organisation',
  args: z.object({ ...toMe, answer: codeOf(tracingAnswers), words: words(4000) }),
  result: done,
  audit: 'TRACING_ANSWERED',
  offline: false,
  summary: { vi: 'Trả lời nơi hỏi', en: 'Answer what is asked' },
})

import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import type { Willingness } from './codes.ts'
import { decision } from './identification.ts'
import {
  consentFieldsFor,
  declineReasons,
  requestAnswers,
  requestPurposes,
  requestStates,
  type SharedField,
  sharedFields,
} from './request-codes.ts'

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }
const subject = { kind: 'case', arg: 'caseId' } as const
const sharedField = codeOf(sharedFields)

/** The words of each field that is shared, and of no other. Sealed. */
export const sharedWords = z.partialRecord(sharedField, z.string().trim().min(1).max(4000))
export type SharedWords = z.infer<typeof sharedWords>

/**
 * Addresses a request to the liaison of one body: exactly these fields, for so long, opened so many times. What is more
 * than the question stands on her consent to share it with this body, and ends with it.
 */
export const requestSend = defineCommand({
  name: 'verification.send_request',
  permission: 'verification.run',
  scope: 'organisation',
  args: z.object({
    ...ofCase,
    requestId: z.uuid(),
    toOrganisationId: z.uuid(),
    purpose: codeOf(requestPurposes),
    shared: sharedWords,
  }),
  result: made,
  audit: 'REQUEST_SENT',
  offline: false,
  stepUp: true,
  subject,
  summary: { vi: 'Gửi yêu cầu xác minh', en: 'Send a verification request' },
})

export const requestWithdraw = defineCommand({
  name: 'verification.withdraw_request',
  permission: 'verification.run',
  scope: 'organisation',
  args: z.object({ ...ofCase, requestId: z.uuid() }),
  result: done,
  audit: 'REQUEST_WITHDRAWN',
  offline: false,
  subject,
  summary: { vi: 'Rút yêu cầu xác minh', en: 'Withdraw a request' },
})

/** Opens the words of an answer, for the team. */
export const answerOpen = defineCommand({
  name: 'verification.open_answer',
  permission: 'verification.run',
  scope: 'organisation',
  args: z.object({ ...ofCase, requestId: z.uuid() }),
  result: z.object({ words: z.string(), paperNumber: z.string() }),
  audit: 'REQUEST_ANSWER_OPENED',
  offline: false,
  keepsAnswer: false,
  stepUp: true,
  subject,
  summary: { vi: 'Mở lời trả lời', en: 'Open the words of an answer' },
})

// What the liaison does: over his own body, with a request that was addressed to it.
const toMe = { organisationId: z.uuid(), requestId: z.uuid() }

/** Opens what was shared. Each opening is counted, and leaves a line. */
export const requestOpen = defineCommand({
  name: 'verification.open_request',
  permission: 'verification.answer',
  scope: 'organisation',
  args: z.object(toMe),
  result: z.object({ shared: sharedWords, openingsLeft: z.number().int() }),
  audit: 'REQUEST_OPENED',
  offline: false,
  keepsAnswer: false,
  stepUp: true,
  summary: { vi: 'Mở yêu cầu gửi cho mình', en: 'Open a request addressed to oneself' },
})

const words = z.string().trim().max(8000).default('')

export const requestAnswer = defineCommand({
  name: 'verification.answer_request',
  permission: 'verification.answer',
  scope: 'organisation',
  args: z.object({ ...toMe, answer: codeOf(requestAnswers).exclude(['decided']), words }),
  result: done,
  audit: 'REQUEST_ANSWERED',
  offline: false,
  summary: { vi: 'Trả lời yêu cầu xác minh', en: 'Answer a verification request' },
})

export const requestDecline = defineCommand({
  name: 'verification.decline_request',
  permission: 'verification.answer',
  scope: 'organisation',
  args: z.object({ ...toMe, reason: codeOf(declineReasons), words }),
  result: done,
  audit: 'REQUEST_ANSWERED',
  offline: false,
  summary: { vi: 'Không nhận yêu cầu, có lý do', en: 'Decline a request' },
})

/** The deciding body's decision, as the answer to a request for it. The case takes it in with `identification.decide`. */
export const identificationAnswer = defineCommand({
  name: 'identification.answer',
  permission: 'verification.answer',
  scope: 'organisation',
  args: z.object({ ...toMe, ...decision.shape, paperNumber: z.string().trim().min(1).max(80), words }),
  result: done,
  audit: 'IDENTIFICATION_ANSWERED',
  offline: false,
  stepUp: true,
  summary: { vi: 'Trả lời bằng quyết định', en: 'Answer with the decision' },
})

const requestFacts = {
  id: z.uuid(),
  purpose: codeOf(requestPurposes),
  fields: z.array(sharedField),
  state: codeOf(requestStates),
  /** It ran out before anybody answered. */
  expired: z.boolean(),
  /** Her yes, on which it stood, has run out: it opens for nobody any more. */
  consentEnded: z.boolean(),
  sentAt: z.string(),
  dueAt: z.string().nullable(),
  overdue: z.boolean(),
  expiresAt: z.string(),
  endedAt: z.string().nullable(),
  answer: codeOf(requestAnswers).nullable(),
  declineReason: codeOf(declineReasons).nullable(),
  decision: decision.nullable(),
}

/** A request as the team sees it. */
export const requestShown = z.object({
  ...requestFacts,
  toOrganisationId: z.uuid(),
  openings: z.number().int(),
  hasWords: z.boolean(),
})
export type RequestShown = z.infer<typeof requestShown>

/** The requests addressed to a body, for its liaison: nothing of the case but what each says. */
export const requestInbox = defineRead({
  name: 'verification.inbox',
  path: '/organisations/:organisationId/verification/requests',
  params: z.object({ organisationId: z.uuid() }),
  query: nothing,
  response: z.object({
    requests: z.array(
      z.object({
        ...requestFacts,
        caseCode: z.string(),
        from: z.string(),
        openingsLeft: z.number().int(),
      }),
    ),
  }),
  permission: 'verification.answer',
  scope: 'organisation',
  summary: { vi: 'Yêu cầu gửi đến cơ quan', en: 'Requests addressed to the body' },
})

/** What a request stands under when it is sent. */
export interface RequestGround {
  willingness: Willingness
  /** A consent in force covers these fields, for this body. */
  consented: boolean
  toKind: string | null
  /** How many of the agency's requests are open, and how many may be; null while nobody set the number. */
  open: number
  openAllowed: number | null
}

/** May a request with these fields be sent? Who she is goes only with her yes. Null means yes. */
export function requestRule(fields: readonly SharedField[], ground: RequestGround): Refusal | null {
  if (ground.toKind !== 'police' && ground.toKind !== 'border_guard')
    return refuse(
      'request_to_no_liaison',
      {
        vi: 'Yêu cầu xác minh chỉ gửi cho công an hoặc bộ đội biên phòng.',
        en: 'A verification request goes to the police or the border guard.',
      },
      'toOrganisationId',
    )
  if (!fields.includes('question'))
    return refuse(
      'request_without_question',
      { vi: 'Xin ghi điều cần xác minh.', en: 'Please say what is to be verified.' },
      'shared',
    )
  if (consentFieldsFor(fields) !== null && (!ground.consented || ground.willingness === 'not_now'))
    return refuse(
      'request_needs_her_yes',
      {
        vi: 'Lời kể, tên, ngày sinh, giấy tờ chỉ gửi khi có phiếu đồng ý chia sẻ với đúng cơ quan này, cho đúng những mục này. Nếu người ấy chưa muốn lúc này, vẫn gửi được câu hỏi không có tên; mọi hỗ trợ vẫn tiếp tục.',
        en: 'Her words, name, birth and papers go only under a consent to share exactly these with this body. While she does not want to, a question without a name can still be sent; all support goes on.',
      },
      'shared',
    )
  if (ground.openAllowed !== null && ground.open >= ground.openAllowed)
    return refuse('request_quota_spent', {
      vi: `Cơ quan đang có ${ground.open} yêu cầu chưa được trả lời. Xin đợi trả lời hoặc rút bớt yêu cầu không còn cần.`,
      en: `${ground.open} requests of this agency are open. Please wait for answers, or withdraw what is no longer needed.`,
    })
  return null
}

const ended: Refusal = refuse('request_ended', {
  vi: 'Yêu cầu này đã được trả lời, đã rút lại, hoặc đã hết hạn.',
  en: 'This request was answered or withdrawn, or it ran out.',
})

interface RequestNow {
  state: keyof typeof requestStates
  expiresAt: string
  /** The consent on which it was sent is in force; or it needed none. */
  consented: boolean
  openings: number
  openingsAllowed: number
}

/** May the liaison open it once more? Null means yes. */
export function openRule(request: RequestNow, now: Date): Refusal | null {
  if (!isOpen(request, now)) return ended
  if (request.openings < request.openingsAllowed) return null
  return refuse('request_openings_spent', {
    vi: 'Yêu cầu này đã được mở hết số lần cho phép. Cần xem lại thì đề nghị nơi gửi yêu cầu gửi lại.',
    en: 'This request was opened as often as it may be. Ask the sending agency to send it again.',
  })
}

/** May it be answered ('declined': refused with a reason)? An answer comes after an opening. Null means yes. */
export function answerRule(request: RequestNow, how: 'answered' | 'declined', now: Date): Refusal | null {
  if (!isOpen(request, now)) return ended
  if (how === 'declined' || request.state === 'opened') return null
  return refuse('request_not_opened', {
    vi: 'Xin mở yêu cầu trước khi trả lời.',
    en: 'Please open the request before answering it.',
  })
}

/** Does it still wait for its answer? */
export const isOpen = (
  { state, expiresAt, consented }: Pick<RequestNow, 'state' | 'expiresAt' | 'consented'>,
  now: Date,
): boolean => (state === 'sent' || state === 'opened') && new Date(expiresAt) > now && consented

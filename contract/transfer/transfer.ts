import { z } from 'zod'
import { defineEntry } from '../case/entry.ts'
import { defineCommand, done, made } from '../command.ts'
import { sharedFields } from '../consent/codes.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing, type ResponseOf } from '../endpoint.ts'
import { shared } from '../referral/shared.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CodeWords, codeOf } from '../words.ts'

export type TransferState = 'offered' | 'accepted' | 'arrived' | 'declined' | 'taken_back'
export const transferStates: CodeWords<TransferState> = {
  offered: { vi: 'Đã đề nghị, chờ nơi nhận', en: 'Offered, waits for an answer' },
  accepted: { vi: 'Nơi nhận đã nhận', en: 'Accepted' },
  arrived: { vi: 'Đã tới nơi', en: 'Arrived' },
  declined: { vi: 'Nơi nhận chưa nhận được', en: 'Declined' },
  taken_back: { vi: 'Đã thôi chuyển giao', en: 'Taken back' },
}

export type TransferReason = 'returns_home' | 'moves' | 'needs_other_care' | 'her_wish' | 'competence'
export const transferReasons: CodeWords<TransferReason> = {
  returns_home: { vi: 'Về địa phương', en: 'Returns home' },
  moves: { vi: 'Chuyển nơi ở', en: 'Moves' },
  needs_other_care: { vi: 'Cần hỗ trợ nơi này không có', en: 'Needs care not found here' },
  her_wish: { vi: 'Theo ý người được hỗ trợ', en: 'Her wish' },
  competence: { vi: 'Thuộc thẩm quyền nơi khác', en: 'Another body is competent' },
}

export type Escort = 'none' | 'staff' | 'relative' | 'police' | 'club'
export const escorts: CodeWords<Escort> = {
  none: { vi: 'Tự đi', en: 'By herself' },
  staff: { vi: 'Cán bộ đi cùng', en: 'With a colleague' },
  relative: { vi: 'Người thân đi cùng', en: 'With a relative' },
  police: { vi: 'Công an, biên phòng đi cùng', en: 'With police or border guard' },
  club: { vi: 'Câu lạc bộ đi cùng', en: 'With the club' },
}

/** What may follow what. Responsibility stays where it was until it is accepted. */
export const transferFollows: Readonly<Record<TransferState, readonly TransferState[]>> = {
  offered: ['accepted', 'declined', 'taken_back'],
  accepted: ['arrived'],
  arrived: [],
  declined: [],
  taken_back: [],
}

/** May it move there, by this side? Null means yes. */
export function transferMoveRule(
  from: TransferState,
  to: TransferState,
  side: 'from' | 'to',
): Refusal | null {
  const mine = to === 'taken_back' ? side === 'from' : side === 'to'
  if (mine && transferFollows[from].includes(to)) return null
  return refuse(
    'transfer_does_not_follow',
    {
      vi: `Lần chuyển giao này: «${transferStates[from].vi}». Việc này chưa làm được.`,
      en: `This transfer: “${transferStates[from].en}”. This cannot be done now.`,
    },
    'to',
  )
}

/** Who answers for her after these moves: the agency that offered, until the other accepted. */
export function carriedBy(moves: readonly TransferState[]): 'from' | 'to' {
  return moves.includes('accepted') ? 'to' : 'from'
}

export const transferMoved = defineEntry({
  kind: 'transfer.moved',
  tier: 'team',
  body: z.object({
    transferId: z.uuid(),
    to: codeOf(transferStates),
    reason: codeOf(transferReasons).nullable(),
  }),
  sealed: z.object({ need: z.string().max(600) }),
  words: { vi: 'Chuyển giao', en: 'Transfer' },
})

const ofCase = { organisationId: z.uuid(), caseId: z.uuid(), transferId: z.uuid() }
const subject = { kind: 'case', arg: 'caseId' } as const

export const transferOffer = defineCommand({
  name: 'transfer.offer',
  permission: 'case.manage',
  scope: 'organisation',
  args: z.object({
    ...ofCase,
    toOrganisationId: z.uuid(),
    reason: codeOf(transferReasons),
    fields: z.array(codeOf(sharedFields)).min(1).max(20),
    escort: codeOf(escorts).default('none'),
    need: z.string().trim().max(600).default(''),
    reach: z.string().trim().max(300).default(''),
  }),
  result: made,
  audit: 'TRANSFER_OFFERED',
  offline: false,
  subject,
  summary: { vi: 'Đề nghị chuyển giao hồ sơ', en: 'Offer to transfer a case' },
})

export const transferTakeBack = defineCommand({
  name: 'transfer.take_back',
  permission: 'case.manage',
  scope: 'organisation',
  args: z.object(ofCase),
  result: done,
  audit: 'TRANSFER_TAKEN_BACK',
  offline: false,
  subject,
  summary: { vi: 'Thôi chuyển giao', en: 'Take a transfer back' },
})

const received = { organisationId: z.uuid(), transferId: z.uuid() }

/** Takes responsibility: a case of its own is opened there, with its own key. */
export const transferAccept = defineCommand({
  name: 'transfer.accept',
  permission: 'transfer.receive',
  scope: 'organisation',
  args: z.object({ ...received, newCaseId: z.uuid() }),
  result: made.extend({ code: z.string() }),
  audit: 'TRANSFER_ACCEPTED',
  offline: false,
  summary: { vi: 'Nhận chuyển giao', en: 'Accept a transfer' },
})

export const transferDeclineReasons = {
  full: { vi: 'Đang hết chỗ', en: 'No capacity' },
  not_competent: { vi: 'Không thuộc thẩm quyền', en: 'Not competent' },
  needs_talk: { vi: 'Cần trao đổi thêm', en: 'Needs to be talked over' },
} as const satisfies CodeWords<string>

export const transferDecline = defineCommand({
  name: 'transfer.decline',
  permission: 'transfer.receive',
  scope: 'organisation',
  args: z.object({ ...received, reason: codeOf(transferDeclineReasons) }),
  result: done,
  audit: 'TRANSFER_DECLINED',
  offline: false,
  summary: { vi: 'Chưa nhận chuyển giao', en: 'Decline a transfer' },
})

export const transferArrive = defineCommand({
  name: 'transfer.arrive',
  permission: 'transfer.receive',
  scope: 'organisation',
  args: z.object({ ...received, arrivedOn: plainDate, escort: codeOf(escorts) }),
  result: done,
  audit: 'TRANSFER_ARRIVED',
  offline: false,
  summary: { vi: 'Ghi đã tới nơi', en: 'Record the arrival' },
})

export const transferOpenParcel = defineCommand({
  name: 'transfer.open_parcel',
  permission: 'transfer.receive',
  scope: 'organisation',
  args: z.object(received),
  result: z.object({ shared }),
  audit: 'TRANSFER_PARCEL_OPENED',
  offline: false,
  stepUp: true,
  keepsAnswer: false,
  summary: { vi: 'Mở nội dung chuyển giao', en: 'Open what was handed over' },
})

const line = {
  id: z.uuid(),
  state: codeOf(transferStates),
  reason: codeOf(transferReasons),
  fields: z.array(codeOf(sharedFields)),
  escort: codeOf(escorts),
  offeredAt: z.string(),
  answerDueAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  /** Accepted and not there yet: until when; null while no number of days was verified. */
  arrivalDueAt: z.string().nullable(),
  arrivedOn: plainDate.nullable(),
}

export const transferListOfCase = defineRead({
  name: 'transfer.list_of_case',
  path: '/organisations/:organisationId/cases/:caseId/transfers',
  params: z.object({ organisationId: z.uuid(), caseId: z.uuid() }),
  query: nothing,
  response: z.object({
    transfers: z.array(z.object({ ...line, to: z.string(), declineReason: z.string().nullable() })),
  }),
  permission: 'case.read',
  scope: 'organisation',
  subject,
  summary: { vi: 'Chuyển giao của một hồ sơ', en: 'Transfers of a case' },
})

export const transferInbox = defineRead({
  name: 'transfer.inbox',
  path: '/organisations/:organisationId/transfers',
  params: z.object({ organisationId: z.uuid() }),
  query: nothing,
  response: z.object({
    transfers: z.array(z.object({ ...line, from: z.string(), newCaseId: z.uuid().nullable() })),
    /** Of the reader's own cases, what went out and is not there yet. */
    sent: z.array(z.object({ ...line, to: z.string(), caseId: z.uuid(), code: z.string() })),
  }),
  permission: 'transfer.receive',
  scope: 'organisation',
  summary: { vi: 'Chuyển giao đến, đi, chưa xong', en: 'Transfers to and from this agency, not done yet' },
})
export type TransferReceived = ResponseOf<typeof transferInbox>['transfers'][number]
export type TransferOfCase = ResponseOf<typeof transferListOfCase>['transfers'][number]

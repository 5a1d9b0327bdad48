import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { sharingWish } from '../emergency/emergency.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { roles } from '../permissions.ts'
import { codeOf, words } from '../words.ts'

/** Where it is asked and answered: the club or the organisation of the command, exactly as the command names it. */
const place = { clubId: z.uuid().nullable(), organisationId: z.uuid().nullable() }

/** Asks for another's yes to one command with exactly these arguments. Nothing is done yet. */
export const approvalRequest = defineCommand({
  name: 'approval.request',
  permission: 'account.own',
  scope: 'place',
  args: z.object({
    ...place,
    approvalId: z.uuid(),
    command: z.string().max(60),
    args: z.record(z.string(), z.unknown()),
  }),
  result: made,
  audit: 'APPROVAL_ASKED',
  offline: false,
  summary: { vi: 'Đề nghị người thứ hai đồng ý', en: 'Ask a second person to agree' },
})

export const approvalDecide = defineCommand({
  name: 'approval.decide',
  permission: 'account.own',
  scope: 'place',
  args: z.object({ ...place, approvalId: z.uuid(), decision: z.enum(['approved', 'declined']) }),
  result: done,
  audit: 'APPROVAL_DECIDED',
  offline: false,
  summary: { vi: 'Đồng ý hoặc chưa đồng ý', en: 'Agree, or not' },
})

export const approvalWithdraw = defineCommand({
  name: 'approval.withdraw',
  permission: 'account.own',
  scope: 'place',
  args: z.object({ ...place, approvalId: z.uuid() }),
  result: done,
  audit: 'APPROVAL_WITHDRAWN',
  offline: false,
  summary: { vi: 'Rút đề nghị', en: 'Withdraw a wish' },
})

const line = z.object({
  id: z.uuid(),
  ...place,
  /** The club's name when it is about a club, else the organisation's. */
  placeName: z.string(),
  command: z.string(),
  /** The command in words. */
  what: words,
  /** Codes of the persons whom it touches, and how much of what. Never a name of anybody helped. */
  codes: z.array(z.string()),
  counts: z.record(z.string(), z.number()),
  /** When it is about a role: which one, and which colleague's. */
  role: codeOf(roles).nullable(),
  about: z.string().nullable(),
  since: plainDate.nullable(),
  until: plainDate.nullable(),
  /** What would be shared without consent. */
  sharing: sharingWish.nullable(),
  requestedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})

/** A wish that the reader may answer. */
export const waitingLine = line.extend({
  requester: z.string(),
  /** One of the two brought in the other within days: another person must answer. */
  tooNear: z.boolean(),
})
export type WaitingLine = z.infer<typeof waitingLine>

export const approvalWaiting = defineRead({
  name: 'approval.waiting',
  path: '/approvals/waiting',
  params: nothing,
  query: nothing,
  response: z.object({ waiting: z.array(waitingLine) }),
  permission: 'account.own',
  scope: 'anywhere',
  summary: { vi: 'Đề nghị đang chờ tôi trả lời', en: 'Wishes that wait for my answer' },
})

/** A wish of the reader's own, with the arguments to go on with once it is agreed. */
export const ownWish = line.extend({
  state: z.enum(['waiting', 'approved', 'declined', 'used', 'withdrawn', 'expired']),
  decider: z.string().nullable(),
  /** Until when the yes may be used; null without one. */
  useBefore: z.iso.datetime().nullable(),
  args: z.record(z.string(), z.unknown()),
})
export type OwnWish = z.infer<typeof ownWish>

export const approvalMine = defineRead({
  name: 'approval.mine',
  path: '/approvals/mine',
  params: nothing,
  query: nothing,
  response: z.object({ wishes: z.array(ownWish) }),
  permission: 'account.own',
  scope: 'anywhere',
  summary: { vi: 'Đề nghị của tôi', en: 'My own wishes' },
})

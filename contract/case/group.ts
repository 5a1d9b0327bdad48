import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import { arrival } from './case.ts'
import { caseChannels, caseLanguages, triages } from './codes.ts'
import { borderGates, handingBodies } from './reception-codes.ts'

const place = { organisationId: z.uuid() }
const ofReception = { ...place, receptionId: z.uuid() }
const most = 30

/** Opens the reception of a group: who brings them and how many are expected. */
export const receptionOpen = defineCommand({
  name: 'reception.open',
  permission: 'case.receive',
  scope: 'organisation',
  args: z.object({
    ...ofReception,
    channel: codeOf(caseChannels),
    expected: z.number().int().min(1).max(200).nullable().default(null),
    handedOverBy: codeOf(handingBodies).nullable().default(null),
  }),
  result: made,
  audit: 'RECEPTION_OPENED',
  offline: false,
  summary: { vi: 'Mở đợt tiếp nhận nhiều người', en: 'Open the reception of a group' },
})

/**
 * Receives many at once: a code each, triage and the six fields, nothing of the story. Of a group that another handed
 * over, the cases are there already and are named by their ids; whoever came beyond them is opened anew.
 */
export const receptionReceive = defineCommand({
  name: 'reception.receive',
  permission: 'case.receive',
  scope: 'organisation',
  args: z.object({
    ...ofReception,
    arrivals: z
      .array(z.object({ caseId: z.uuid(), ...arrival.shape }))
      .min(1)
      .max(most)
      .refine((all) => new Set(all.map(({ caseId }) => caseId)).size === all.length, 'one case twice'),
  }),
  result: z.object({ cases: z.array(z.object({ id: z.uuid(), code: z.string() })) }),
  audit: 'CASE_OPENED',
  offline: false,
  summary: { vi: 'Tiếp nhận nhiều người một lần', en: 'Receive several people at once' },
})

export const receptionEnd = defineCommand({
  name: 'reception.end',
  permission: 'case.receive',
  scope: 'organisation',
  args: z.object({
    ...ofReception,
    /** Said by whoever ends it while some who were announced did not come. */
    withoutThem: z.boolean().default(false),
  }),
  result: done,
  audit: 'RECEPTION_ENDED',
  offline: false,
  summary: { vi: 'Kết thúc đợt tiếp nhận', en: 'End a reception' },
})

/** May anything still be done in this reception? Null means yes. */
export function receptionRule(reception: { endedAt: string | Date | null }): Refusal | null {
  if (reception.endedAt === null) return null
  return refuse('reception_ended', {
    vi: 'Đợt tiếp nhận này đã kết thúc. Xin mở đợt mới, hoặc tiếp nhận từng người.',
    en: 'This reception has ended. Please open another, or receive her by herself.',
  })
}

/** May it end? Not while somebody who was announced has not been met and nobody says so: she may be on the road. */
export function receptionEndRule(
  reception: { endedAt: string | Date | null },
  notYetReceived: number,
  withoutThem: boolean,
): Refusal | null {
  const refusal = receptionRule(reception)
  if (refusal) return refusal
  if (notYetReceived === 0 || withoutThem) return null
  return refuse('announced_not_received', {
    vi: `Còn ${notYetReceived} người được báo trước mà chưa tiếp nhận.`,
    en: `${notYetReceived} of those announced have not been received yet.`,
  })
}

/**
 * The border guard or the police hand a group over to an agency: how many, where, when, which languages, whether they are
 * in danger. Each gets a code; who they are is asked by nobody here.
 */
export const receptionHandOver = defineCommand({
  name: 'reception.hand_over',
  permission: 'reception.hand_over',
  scope: 'organisation',
  args: z.object({
    ...ofReception,
    /** The agency that receives them. */
    agencyId: z.uuid(),
    caseIds: z
      .array(z.uuid())
      .min(1)
      .max(most)
      .refine((all) => new Set(all).size === all.length, 'one case twice'),
    gate: codeOf(borderGates),
    onDay: plainDate,
    languages: z.array(codeOf(caseLanguages)).max(9).default([]),
    inDanger: z.boolean().default(false),
  }),
  result: z.object({ cases: z.array(z.object({ id: z.uuid(), code: z.string() })) }),
  audit: 'RECEPTION_HANDED_OVER',
  offline: false,
  summary: { vi: 'Bàn giao một nhóm người', en: 'Hand over a group' },
})

/** May a group be announced for this day? Null means yes. */
export function handOverRule(onDay: PlainDate, today: PlainDate): Refusal | null {
  if (onDay <= today) return null
  return refuse(
    'hand_over_in_future',
    { vi: 'Ngày bàn giao chưa tới. Xin xem lại ngày.', en: 'The day has not come yet. Please check it.' },
    'onDay',
  )
}

const receptionLine = z.object({
  id: z.uuid(),
  kind: z.enum(['group', 'handover']),
  channel: codeOf(caseChannels),
  handedOverBy: codeOf(handingBodies).nullable(),
  gate: codeOf(borderGates).nullable(),
  onDay: z.string().nullable(),
  languages: z.array(codeOf(caseLanguages)),
  inDanger: z.boolean(),
  expected: z.number().int().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** How many have a code, and how many of them were met. */
  codes: z.number().int(),
  received: z.number().int(),
})
export type ReceptionLine = z.infer<typeof receptionLine>

export const receptionList = defineRead({
  name: 'reception.list',
  path: '/organisations/:organisationId/receptions',
  params: z.object(place),
  query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(30) }),
  response: z.object({ receptions: z.array(receptionLine) }),
  permission: 'case.receive',
  scope: 'organisation',
  summary: { vi: 'Các đợt tiếp nhận', en: 'Receptions' },
})

/** A reception with the codes of its people, for whoever receives at the agency; who has been taken is said by nobody's name. */
export const receptionRead = defineRead({
  name: 'reception.get',
  path: '/organisations/:organisationId/receptions/:receptionId',
  params: z.object(ofReception),
  query: nothing,
  response: receptionLine.extend({
    cases: z.array(
      z.object({
        id: z.uuid(),
        code: z.string(),
        receivedAt: z.string().nullable(),
        waiting: z.boolean(),
        triage: z.array(codeOf(triages)),
        track: z.enum(['adult', 'child']),
      }),
    ),
  }),
  permission: 'case.receive',
  scope: 'organisation',
  summary: { vi: 'Một đợt tiếp nhận', en: 'One reception' },
})

/** What one's own body has handed over: codes, and that they were received. */
export const handoverList = defineRead({
  name: 'reception.handed_over',
  path: '/organisations/:organisationId/handovers',
  params: z.object(place),
  query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(30) }),
  response: z.object({
    handovers: z.array(
      z.object({
        id: z.uuid(),
        agency: z.string(),
        gate: codeOf(borderGates).nullable(),
        onDay: z.string().nullable(),
        startedAt: z.string(),
        cases: z.array(z.object({ code: z.string(), receivedAt: z.string().nullable() })),
      }),
    ),
  }),
  permission: 'reception.hand_over',
  scope: 'organisation',
  summary: { vi: 'Các nhóm đã bàn giao', en: 'Groups handed over' },
})

/** The agencies of one's province that receive people. */
export const agencyList = defineRead({
  name: 'reception.agencies',
  path: '/reception-agencies',
  params: nothing,
  query: nothing,
  response: z.object({ agencies: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  permission: 'organisation.read',
  scope: 'anywhere',
  summary: { vi: 'Nơi tiếp nhận trong tỉnh', en: 'Agencies that receive people in the province' },
})

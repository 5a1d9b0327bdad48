import { z } from 'zod'
import { defineEntry, type EntryFact, standing } from '../case/entry.ts'
import { defineCommand, made } from '../command.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import { funders, serviceTypes, serviceUnits } from './codes.ts'

// What she was given: never asked for her legal status, her papers, or whether she talks to the police.

export const serviceFacts = z.object({
  type: codeOf(serviceTypes),
  /** The entry of the directory that gave it; null where it is none of these. */
  providerId: z.uuid().nullable().default(null),
  quantity: z.number().positive().max(10_000),
  unit: codeOf(serviceUnits),
  /** In đồng; null: not known, never zero. */
  cost: z.number().int().min(0).max(10_000_000_000).nullable().default(null),
  funder: codeOf(funders),
  /** The need that it answers. */
  needId: z.uuid().nullable().default(null),
})

export const serviceGiven = defineEntry({
  kind: 'service.given',
  tier: 'team',
  body: serviceFacts,
  sealed: z.object({ note: z.string().max(2000) }),
  words: { vi: 'Đã hỗ trợ', en: 'A service given' },
})

export interface ServiceNow extends z.infer<typeof serviceFacts> {
  id: string
  onDay: PlainDate
}

/** What was given, newest first, from the entries alone. */
export function foldServices(entries: readonly EntryFact[]): ServiceNow[] {
  return standing(entries, serviceGiven)
    .map(({ id, onDay, body }) => ({ id, onDay, ...body }))
    .sort((one, other) => other.onDay.localeCompare(one.onDay))
}

/**
 * May this service be written? Null means yes. The day must have come, and a need that is named must be there. Nothing
 * else is looked at: help is never blocked by status, papers or refusal, nor by the state of the case (invariant 6).
 */
export function serviceRule(
  service: { onDay: PlainDate; needId: string | null },
  needIds: readonly string[],
  today: PlainDate,
): Refusal | null {
  if (service.onDay > today)
    return refuse(
      'service_in_future',
      { vi: 'Ngày này chưa tới. Xin ghi ngày đã diễn ra.', en: 'This day is still to come.' },
      'onDay',
    )
  if (service.needId !== null && !needIds.includes(service.needId))
    return refuse(
      'service_without_need',
      { vi: 'Nhu cầu được nhắc tới chưa được ghi.', en: 'The need that is named is not there.' },
      'needId',
    )
  return null
}

/** Writes what was given to her, on its day. The note is sealed. */
export const serviceRecord = defineCommand({
  name: 'service.record',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({
    organisationId: z.uuid(),
    caseId: z.uuid(),
    entryId: z.uuid(),
    onDay: plainDate,
    ...serviceFacts.shape,
    note: z.string().trim().max(2000).default(''),
  }),
  result: made,
  audit: 'SERVICE_RECORDED',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Ghi một lần hỗ trợ', en: 'Record a service' },
})

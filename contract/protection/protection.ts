import { z } from 'zod'
import { defineEntry, type EntryFact, standing } from '../case/entry.ts'
import { defineCommand, made } from '../command.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import {
  type ProtectedPerson,
  type ProtectionKind,
  type ProtectionState,
  protectedPersons,
  protectionEnds,
  protectionKinds,
  protectionPapers,
  protectionStates,
} from './codes.ts'

/**
 * A measure asked for. Who is protected and what threatens is sealed with the story: of a relative or a helper no id, no
 * name and no address stands in the clear.
 */
export const protectionProposed = defineEntry({
  kind: 'protection.proposed',
  tier: 'story',
  body: z.object({ kind: codeOf(protectionKinds), forWhom: codeOf(protectedPersons) }),
  sealed: z.object({ who: z.string().max(300), danger: z.string().max(2000) }),
  words: { vi: 'Đề nghị bảo vệ', en: 'Protection proposed' },
})
export const protectionDecided = defineEntry({
  kind: 'protection.decided',
  tier: 'team',
  body: z.object({
    measureId: z.uuid(),
    granted: z.boolean(),
    paper: codeOf(protectionPapers).nullable(),
    decidedOn: plainDate,
    fromDay: plainDate.nullable(),
    untilDay: plainDate.nullable(),
  }),
  sealed: z.object({
    paperNumber: z.string().max(80),
    issuer: z.string().max(200),
    reason: z.string().max(2000),
  }),
  words: { vi: 'Trả lời đề nghị bảo vệ', en: 'Protection decided' },
})
export const protectionEnded = defineEntry({
  kind: 'protection.ended',
  tier: 'team',
  body: z.object({ measureId: z.uuid(), how: codeOf(protectionEnds) }),
  sealed: null,
  words: { vi: 'Kết thúc bảo vệ', en: 'Protection ended' },
})
export const protectionEntryKinds: readonly string[] = [
  protectionProposed.kind,
  protectionDecided.kind,
  protectionEnded.kind,
]

export interface MeasureNow {
  id: string
  kind: ProtectionKind
  forWhom: ProtectedPerson
  state: ProtectionState
  proposedOn: PlainDate
  decidedOn: PlainDate | null
  fromDay: PlainDate | null
  untilDay: PlainDate | null
  /** The entry whose words say why it was refused, or by which paper it was granted. */
  decisionId: string | null
}

/** How each measure stands, from the entries alone. */
export function foldProtection(entries: readonly EntryFact[]): MeasureNow[] {
  const measures = new Map<string, MeasureNow>(
    standing(entries, protectionProposed).map(({ id, onDay, body }) => [
      id,
      {
        id,
        ...body,
        state: 'proposed',
        proposedOn: onDay,
        decidedOn: null,
        fromDay: null,
        untilDay: null,
        decisionId: null,
      },
    ]),
  )
  const later = [...standing(entries, protectionDecided), ...standing(entries, protectionEnded)]
  for (const each of later.sort((one, other) => one.seq - other.seq)) {
    const measure = measures.get(each.body.measureId)
    if (!measure) continue
    if ('how' in each.body) measures.set(measure.id, { ...measure, state: 'ended' })
    else {
      const { granted, decidedOn, fromDay, untilDay } = each.body
      const state = granted ? 'granted' : 'refused'
      measures.set(measure.id, { ...measure, state, decidedOn, fromDay, untilDay, decisionId: each.id })
    }
  }
  return [...measures.values()]
}

/** What may follow what. A refused measure may be granted after all; a granted one is decided anew to be prolonged. */
const mayFollow: Readonly<Record<ProtectionState, readonly ProtectionState[]>> = {
  proposed: ['granted', 'refused', 'ended'],
  granted: ['granted', 'ended'],
  refused: ['granted', 'refused', 'ended'],
  ended: [],
}
export const nextProtectionStates = (now: ProtectionState): readonly ProtectionState[] => mayFollow[now]

/** May the measure move there? Null means yes. */
export function protectionRule(
  now: Pick<MeasureNow, 'state'> | undefined,
  to: ProtectionState,
): Refusal | null {
  if (!now)
    return refuse(
      'measure_not_there',
      { vi: 'Không thấy biện pháp này.', en: 'There is no such measure.' },
      'measureId',
    )
  if (nextProtectionStates(now.state).includes(to)) return null
  return refuse('measure_does_not_follow', {
    vi: `Biện pháp đang là «${protectionStates[now.state].vi}», chưa chuyển sang «${protectionStates[to].vi}» được.`,
    en: `The measure is “${protectionStates[now.state].en}” and cannot become “${protectionStates[to].en}”.`,
  })
}

export interface ProtectionDecision {
  granted: boolean
  paper: z.infer<typeof protectionDecided.body>['paper']
  reason: string
  decidedOn: PlainDate
  fromDay: PlainDate | null
  untilDay: PlainDate | null
}

/** May this be the decision? Null means yes. A refusal is reasoned and in writing, always (Decree 162/2025/NĐ-CP). */
export function decisionRule(decision: ProtectionDecision, today: PlainDate): Refusal | null {
  const { granted, paper, reason, decidedOn, fromDay, untilDay } = decision
  if (!granted && (paper === null || reason.trim() === ''))
    return refuse(
      'refusal_reasoned_in_writing',
      {
        vi: 'Không áp dụng biện pháp bảo vệ thì phải có văn bản và nêu rõ lý do.',
        en: 'A refusal of protection must be in writing and give its reason.',
      },
      paper === null ? 'paper' : 'reason',
    )
  if (decidedOn > today)
    return refuse(
      'decision_in_future',
      { vi: 'Ngày này chưa tới. Xin xem lại ngày.', en: 'This day is still to come.' },
      'decidedOn',
    )
  if (fromDay !== null && untilDay !== null && untilDay < fromDay)
    return refuse(
      'protection_ends_before',
      { vi: 'Ngày kết thúc trước ngày bắt đầu.', en: 'It ends before it begins.' },
      'untilDay',
    )
  return null
}

const ofCase = { organisationId: z.uuid(), caseId: z.uuid(), measureId: z.uuid() }
const about = {
  permission: 'case.write',
  scope: 'organisation',
  result: made,
  audit: 'PROTECTION_WRITTEN',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
} as const
const text = (max: number) => z.string().trim().max(max).default('')

export const protectionPropose = defineCommand({
  ...about,
  name: 'protection.propose',
  args: z.object({
    ...ofCase,
    kind: codeOf(protectionKinds),
    forWhom: codeOf(protectedPersons),
    who: text(300),
    danger: text(2000),
  }),
  summary: { vi: 'Đề nghị một biện pháp bảo vệ', en: 'Propose a protection measure' },
})

export const protectionDecide = defineCommand({
  ...about,
  name: 'protection.decide',
  args: z.object({
    ...ofCase,
    granted: z.boolean(),
    paper: codeOf(protectionPapers).nullable().default(null),
    paperNumber: text(80),
    issuer: text(200),
    reason: text(2000),
    decidedOn: plainDate,
    fromDay: plainDate.nullable().default(null),
    untilDay: plainDate.nullable().default(null),
  }),
  summary: { vi: 'Ghi trả lời đề nghị bảo vệ', en: 'Write how protection was decided' },
})

export const protectionEnd = defineCommand({
  ...about,
  name: 'protection.end',
  args: z.object({ ...ofCase, how: codeOf(protectionEnds) }),
  summary: { vi: 'Kết thúc một biện pháp bảo vệ', en: 'End a protection measure' },
})

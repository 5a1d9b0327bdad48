import { z } from 'zod'
import type { LegalStatus } from '../case/codes.ts'
import { legalMoveRule } from '../case/state.ts'
import { defineCommand, made } from '../command.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import { decidingBodies, identificationOutcomes, paperKinds } from './codes.ts'

/** What a decision says, in codes. */
export const decision = z.object({
  outcome: codeOf(identificationOutcomes),
  paperKind: codeOf(paperKinds),
  issuer: codeOf(decidingBodies),
  decidedOn: plainDate,
})
export type Decision = z.infer<typeof decision>

/**
 * Takes the decision of the competent body into the case, with its paper. Done by whoever carries the case and holds the
 * paper; where the deciding body answered a request, the decision is exactly what it answered. Nothing else identifies.
 */
export const identificationDecide = defineCommand({
  name: 'identification.decide',
  permission: 'identification.decide',
  scope: 'organisation',
  args: z.object({
    organisationId: z.uuid(),
    caseId: z.uuid(),
    decisionId: z.uuid(),
    ...decision.shape,
    /** Sealed. */
    paperNumber: z.string().trim().max(80).default(''),
    /** The request by which the deciding body answered; null where the paper came by itself. */
    requestId: z.uuid().nullable().default(null),
  }),
  result: made,
  audit: 'IDENTIFICATION_DECIDED',
  offline: false,
  stepUp: true,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Ghi quyết định xác định', en: 'Record the decision on identification' },
})

export const decisionShown = z.object({ id: z.uuid(), ...decision.shape, requestId: z.uuid().nullable() })

/** May this decision be taken into a case that stands so? `answered`: what the deciding body answered, if it was asked. */
export function decisionRule(
  legalStatus: LegalStatus,
  { outcome, decidedOn, paperKind, issuer, paperNumber }: Decision & { paperNumber: string },
  answered: Decision | null,
  today: PlainDate,
): Refusal | null {
  const refusal = legalMoveRule(legalStatus, outcome, true)
  if (refusal) return refusal
  if (decidedOn > today)
    return refuse(
      'decision_in_future',
      { vi: 'Ngày quyết định chưa đến.', en: 'The day of the decision is still to come.' },
      'decidedOn',
    )
  if (answered === null && paperNumber === '')
    return refuse(
      'paper_number_needed',
      {
        vi: 'Xin ghi số giấy tờ. Chỉ ghi quyết định khi đang giữ giấy tờ trong tay.',
        en: 'Please give the number of the paper. A decision is recorded with its paper at hand.',
      },
      'paperNumber',
    )
  if ((outcome === 'victim') === (paperKind === 'refusal'))
    return refuse(
      'paper_does_not_fit',
      {
        vi: 'Loại giấy tờ chưa khớp với kết quả.',
        en: 'The kind of paper does not fit the outcome.',
      },
      'paperKind',
    )
  const same =
    answered === null ||
    (answered.outcome === outcome &&
      answered.decidedOn === decidedOn &&
      answered.paperKind === paperKind &&
      answered.issuer === issuer)
  return same
    ? null
    : refuse('decision_differs_from_answer', {
        vi: 'Quyết định này khác với điều cơ quan có thẩm quyền đã trả lời.',
        en: 'This decision differs from what the deciding body answered.',
      })
}

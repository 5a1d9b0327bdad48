import { z } from 'zod'
import { defineEntry } from '../case/entry.ts'
import { plainDate } from '../date/date.ts'
import { codeOf } from '../words.ts'
import {
  conclusions,
  decidingBodies,
  evidenceKinds,
  identificationOutcomes,
  paperKinds,
  verificationRoutes,
  verificationStates,
  willingnesses,
} from './codes.ts'
import { requestPurposes, sharedFields } from './request-codes.ts'

const instant = z.iso.datetime({ offset: true })

/** A verification began; `by`: of the manager's own accord, or because reception told of somebody. */
export const verificationStarted = defineEntry({
  kind: 'verification.started',
  tier: 'team',
  body: z.object({
    verificationId: z.uuid(),
    by: z.enum(['manager', 'reception']),
    route: codeOf(verificationRoutes),
    at: instant,
    leadOrganisationId: z.uuid(),
    jointOrganisationIds: z.array(z.uuid()).max(10),
  }),
  sealed: null,
  words: { vi: 'Bắt đầu xác minh', en: 'Verification began' },
})

/** Another body took the lead, or others joined. */
export const verificationBodiesSet = defineEntry({
  kind: 'verification.bodies_set',
  tier: 'team',
  body: z.object({ leadOrganisationId: z.uuid(), jointOrganisationIds: z.array(z.uuid()).max(10) }),
  sealed: null,
  words: { vi: 'Đổi cơ quan xác minh', en: 'Verifying bodies changed' },
})

/** A step of SM-VERIF; a conclusion where the step is one. */
export const verificationMoved = defineEntry({
  kind: 'verification.moved',
  tier: 'team',
  body: z.object({ to: codeOf(verificationStates), at: instant, conclusion: codeOf(conclusions).nullable() }),
  sealed: z.object({ words: z.string().max(4000) }),
  words: { vi: 'Bước xác minh', en: 'Step of the verification' },
})

/** One piece of evidence; what it says is read through an extra step. */
export const evidenceAdded = defineEntry({
  kind: 'verification.evidence_added',
  tier: 'story',
  body: z.object({
    evidence: codeOf(evidenceKinds),
    onDay: plainDate,
    fromOrganisationId: z.uuid().nullable(),
  }),
  sealed: z.object({ findings: z.string().max(8000) }),
  words: { vi: 'Căn cứ xác minh', en: 'Evidence' },
})

export const willingnessSet = defineEntry({
  kind: 'verification.willingness_set',
  tier: 'team',
  body: z.object({ police: codeOf(willingnesses) }),
  sealed: null,
  words: { vi: 'Mong muốn về việc gặp công an', en: 'Her word about talking with the police' },
})

export const requestSent = defineEntry({
  kind: 'verification.request_sent',
  tier: 'team',
  body: z.object({
    requestId: z.uuid(),
    toOrganisationId: z.uuid(),
    purpose: codeOf(requestPurposes),
    fields: z.array(codeOf(sharedFields)),
  }),
  sealed: null,
  words: { vi: 'Gửi yêu cầu xác minh', en: 'Verification request sent' },
})

export const requestWithdrawn = defineEntry({
  kind: 'verification.request_withdrawn',
  tier: 'team',
  body: z.object({ requestId: z.uuid() }),
  sealed: null,
  words: { vi: 'Rút yêu cầu xác minh', en: 'Verification request withdrawn' },
})

/** The decision of the competent body, with its paper. This alone moves the legal status. */
export const identificationDecided = defineEntry({
  kind: 'identification.decided',
  tier: 'team',
  body: z.object({
    outcome: codeOf(identificationOutcomes),
    paperKind: codeOf(paperKinds),
    issuer: codeOf(decidingBodies),
    decidedOn: plainDate,
    requestId: z.uuid().nullable(),
  }),
  sealed: z.object({ paperNumber: z.string().max(80) }),
  words: { vi: 'Quyết định xác định', en: 'Decision on identification' },
})

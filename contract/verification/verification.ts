import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { codeOf } from '../words.ts'
import { conclusions, evidenceKinds, verificationRoutes, verificationStates, willingnesses } from './codes.ts'
import { decisionShown } from './identification.ts'
import { requestShown } from './request.ts'

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }
const subject = { kind: 'case', arg: 'caseId' } as const
const instant = z.iso.datetime({ offset: true })

/** Begins the verification of a case. The legal status becomes «in identification», and support goes on as before. */
export const verificationStart = defineCommand({
  name: 'verification.start',
  permission: 'verification.run',
  scope: 'organisation',
  args: z.object({
    ...ofCase,
    verificationId: z.uuid(),
    by: z.enum(['manager', 'reception']).default('manager'),
    route: codeOf(verificationRoutes),
    /** When the report came in. */
    at: instant,
    /** The provincial health body. */
    leadOrganisationId: z.uuid(),
    jointOrganisationIds: z.array(z.uuid()).max(10).default([]),
  }),
  result: made,
  audit: 'VERIFICATION_STARTED',
  offline: false,
  subject,
  summary: { vi: 'Bắt đầu xác minh', en: 'Begin the verification' },
})

export const verificationSetBodies = defineCommand({
  name: 'verification.set_bodies',
  permission: 'verification.run',
  scope: 'organisation',
  args: z.object({
    ...ofCase,
    leadOrganisationId: z.uuid(),
    jointOrganisationIds: z.array(z.uuid()).max(10),
  }),
  result: done,
  audit: 'VERIFICATION_MOVED',
  offline: false,
  subject,
  summary: { vi: 'Đổi cơ quan xác minh', en: 'Change the verifying bodies' },
})

/** The next step of the verification; with it the clocks of the law begin and end. */
export const verificationMove = defineCommand({
  name: 'verification.move',
  permission: 'verification.run',
  scope: 'organisation',
  args: z.object({
    ...ofCase,
    to: codeOf(verificationStates),
    at: instant,
    conclusion: codeOf(conclusions).nullable().default(null),
    /** Sealed. */
    words: z.string().trim().max(4000).default(''),
  }),
  result: done,
  audit: 'VERIFICATION_MOVED',
  offline: false,
  subject,
  summary: { vi: 'Chuyển bước xác minh', en: 'Take the next step of the verification' },
})

export const evidenceAdd = defineCommand({
  name: 'verification.add_evidence',
  permission: 'verification.run',
  scope: 'organisation',
  args: z.object({
    ...ofCase,
    evidenceId: z.uuid(),
    evidence: codeOf(evidenceKinds),
    onDay: plainDate,
    fromOrganisationId: z.uuid().nullable().default(null),
    /** Sealed; read through an extra step. */
    findings: z.string().trim().max(8000),
    /** The entry that this one corrects. */
    supersedes: z.uuid().nullable().default(null),
  }),
  result: made,
  audit: 'VERIFICATION_MOVED',
  offline: false,
  subject,
  summary: { vi: 'Ghi một căn cứ', en: 'Record a piece of evidence' },
})

/** Her own word about talking with the police. It closes nothing to her. */
export const willingnessRecord = defineCommand({
  name: 'verification.record_willingness',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({ ...ofCase, police: codeOf(willingnesses) }),
  result: done,
  audit: 'VERIFICATION_MOVED',
  offline: false,
  subject,
  summary: { vi: 'Ghi mong muốn về việc gặp công an', en: 'Record her word about the police' },
})

/** A body that may lead, join or be asked. */
export const bodyShown = z.object({ id: z.uuid(), kind: z.string(), name: z.string() })
export type BodyShown = z.infer<typeof bodyShown>

/** A clock, with the number that gave it. Without `dueAt` no verified number is at hand. */
export const clockShown = z.object({
  id: z.uuid(),
  kind: z.string(),
  startedAt: z.string(),
  dueAt: z.string().nullable(),
  metAt: z.string().nullable(),
  overdue: z.boolean(),
  /** Where the number comes from; null where none is at hand. */
  source: z.string().nullable(),
})
export type ClockShown = z.infer<typeof clockShown>

export const evidenceShown = z.object({
  id: z.uuid(),
  evidence: codeOf(evidenceKinds),
  onDay: z.string(),
  fromOrganisationId: z.uuid().nullable(),
})

/** The verification of a case as its team reads it. */
export const verificationRead = defineRead({
  name: 'verification.get',
  path: '/organisations/:organisationId/cases/:caseId/verification',
  params: z.object(ofCase),
  query: nothing,
  response: z.object({
    verification: z
      .object({
        id: z.uuid(),
        state: codeOf(verificationStates),
        startedAt: z.string(),
        notifiedAt: z.string().nullable(),
        leadOrganisationId: z.uuid(),
        jointOrganisationIds: z.array(z.uuid()),
        initialConclusion: codeOf(conclusions).nullable(),
        conclusion: codeOf(conclusions).nullable(),
      })
      .nullable(),
    willingness: codeOf(willingnesses),
    evidence: z.array(evidenceShown),
    clocks: z.array(clockShown),
    requests: z.array(requestShown),
    decision: decisionShown.nullable(),
    bodies: z.array(bodyShown),
  }),
  permission: 'case.read',
  scope: 'organisation',
  subject,
  summary: { vi: 'Xác minh của một hồ sơ', en: 'The verification of a case' },
})

/** The clocks of verifications under a body's lead or below it: codes and days. What ran out stands first. */
export const verificationClocks = defineRead({
  name: 'verification.clocks',
  path: '/organisations/:organisationId/verification/clocks',
  params: z.object({ organisationId: z.uuid() }),
  query: z.object({ which: z.enum(['overdue', 'open']).default('overdue') }),
  response: z.object({
    clocks: z.array(
      z.object({
        id: z.uuid(),
        caseCode: z.string(),
        agency: z.string(),
        kind: z.string(),
        state: codeOf(verificationStates),
        startedAt: z.string(),
        dueAt: z.string().nullable(),
        overdue: z.boolean(),
      }),
    ),
  }),
  permission: 'verification.clocks.read',
  scope: 'organisation',
  summary: { vi: 'Thời hạn xác minh', en: 'Clocks of verifications' },
})

import { z } from 'zod'
import { caseNationalities, legalStatuses } from '../case/codes.ts'
import { defineCommand, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { codeOf, words } from '../words.ts'
import { bases } from './entitled-to.ts'
import { regimes } from './law.ts'
import { entitlementStates } from './state.ts'

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }
const subject = { kind: 'case', arg: 'caseId' } as const

/** Proposes everything that the law gives her and that nobody has written of. */
export const entitlementPropose = defineCommand({
  name: 'entitlement.propose',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object(ofCase),
  result: z.object({ proposed: z.number().int() }),
  audit: 'ENTITLEMENT_PROPOSED',
  offline: false,
  subject,
  summary: { vi: 'Đề xuất các hỗ trợ theo luật', en: 'Propose what the law gives' },
})

/** Writes how one support stands. The note is sealed. */
export const entitlementWrite = defineCommand({
  name: 'entitlement.write',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({
    ...ofCase,
    entryId: z.uuid(),
    regime: codeOf(regimes),
    code: z.string().min(1).max(4),
    state: codeOf(entitlementStates),
    onDay: plainDate,
    note: z.string().trim().max(2000).default(''),
  }),
  result: made,
  audit: 'ENTITLEMENT_WRITTEN',
  offline: false,
  subject,
  summary: { vi: 'Ghi một hỗ trợ theo luật', en: 'Write how a support stands' },
})

const line = z.object({
  regime: codeOf(regimes),
  code: z.string(),
  words,
  basis: codeOf(bases),
  why: words,
  caseByCase: z.boolean(),
  source: z.string(),
  /** What is written of it; null: nothing yet. */
  state: codeOf(entitlementStates).nullable(),
  onDay: plainDate.nullable(),
  times: z.number().int(),
  /** In đồng, from the dated parameters; null: no amount was verified. */
  amount: z.number().nullable(),
})
export type EntitlementShown = z.infer<typeof line>

/** The supports of a case by the law of its person, with how each stands. */
export const entitlementList = defineRead({
  name: 'entitlement.list',
  path: '/organisations/:organisationId/cases/:caseId/entitlements',
  params: z.object(ofCase),
  query: nothing,
  response: z.object({
    regime: codeOf(regimes),
    source: z.string(),
    legalStatus: codeOf(legalStatuses),
    nationality: codeOf(caseNationalities),
    /** She is a child who came with somebody: these are hers alone. */
    accompanies: z.boolean(),
    lines: z.array(line),
  }),
  permission: 'case.read',
  scope: 'organisation',
  subject,
  summary: { vi: 'Quyền được hỗ trợ', en: 'Entitlements' },
})

import { z } from 'zod'
import { caseLanguages } from '../case/codes.ts'
import { defineEntry } from '../case/entry.ts'
import { defineCommand, done, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { codeOf } from '../words.ts'
import {
  consentAnswers,
  consentAudios,
  consentForms,
  consentGivers,
  consentInterpreters,
  consentPurposes,
  consentStates,
  representatives,
  sharedFields,
} from './codes.ts'

const ofCase = { organisationId: z.uuid(), caseId: z.uuid() }
const receiver = {
  toOrganisationId: z.uuid().nullable().default(null),
  directoryEntryId: z.uuid().nullable().default(null),
}

/** What every sheet says, whosever it is. */
export const sheet = {
  consentId: z.uuid(),
  ...receiver,
  fields: z.array(codeOf(sharedFields)).max(20).default([]),
  givenBy: codeOf(consentGivers),
  representative: codeOf(representatives).default('none'),
  form: codeOf(consentForms),
  language: codeOf(caseLanguages),
  languageStated: z.boolean().default(false),
  textVersion: z.string().max(20),
  audio: codeOf(consentAudios).default('none'),
  interpreter: codeOf(consentInterpreters),
  validFrom: plainDate,
  validTo: plainDate,
  /** The one that this takes the place of. */
  replacesId: z.uuid().nullable().default(null),
}

export const consentGiven = defineEntry({
  kind: 'consent.given',
  tier: 'team',
  body: z.object({
    consentId: z.uuid(),
    purpose: codeOf(consentPurposes),
    givenBy: codeOf(consentGivers),
    validTo: plainDate,
  }),
  sealed: null,
  words: { vi: 'Đồng ý', en: 'Consent given' },
})

export const consentEnded = defineEntry({
  kind: 'consent.withdrawn',
  tier: 'team',
  body: z.object({ consentId: z.uuid(), purpose: codeOf(consentPurposes) }),
  sealed: null,
  words: { vi: 'Rút sự đồng ý', en: 'Consent withdrawn' },
})

export const consentAsked = defineEntry({
  kind: 'consent.asked',
  tier: 'team',
  body: z.object({ purpose: codeOf(consentPurposes), answer: codeOf(consentAnswers) }),
  sealed: null,
  words: { vi: 'Đã hỏi ý, chưa đồng ý', en: 'Asked; no yes' },
})

/** Her yes. Nothing has a default that says yes for her: fields, giver and form are what she chose. */
export const consentGive = defineCommand({
  name: 'consent.give',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({
    ...ofCase,
    ...sheet,
    purpose: codeOf(consentPurposes),
  }),
  result: made,
  audit: 'CONSENT_GIVEN',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Ghi sự đồng ý', en: 'Record her consent' },
})

/** She said no, or not yet. That is kept, so that nobody asks her again and again. */
export const consentAsk = defineCommand({
  name: 'consent.note_answer',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({ ...ofCase, purpose: codeOf(consentPurposes), answer: codeOf(consentAnswers) }),
  result: done,
  audit: 'CONSENT_ASKED',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Ghi «chưa muốn» hoặc «để sau»', en: 'Record a no or a not-yet' },
})

/** Takes it back: the receiver's access ends with this very transaction. */
export const consentWithdraw = defineCommand({
  name: 'consent.withdraw',
  permission: 'case.write',
  scope: 'organisation',
  args: z.object({ ...ofCase, consentId: z.uuid() }),
  result: done,
  audit: 'CONSENT_WITHDRAWN',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Rút sự đồng ý', en: 'Withdraw a consent' },
})

export const consentShown = z.object({
  id: z.uuid(),
  purpose: codeOf(consentPurposes),
  toOrganisationId: z.uuid().nullable(),
  directoryEntryId: z.uuid().nullable(),
  recipient: z.string().nullable(),
  fields: z.array(codeOf(sharedFields)),
  givenBy: codeOf(consentGivers),
  form: codeOf(consentForms),
  language: codeOf(caseLanguages),
  audio: codeOf(consentAudios),
  interpreter: codeOf(consentInterpreters),
  validFrom: plainDate,
  validTo: plainDate,
  state: codeOf(consentStates),
})
export type ConsentShown = z.infer<typeof consentShown>

export const consentList = defineRead({
  name: 'consent.list',
  path: '/organisations/:organisationId/cases/:caseId/consents',
  params: z.object(ofCase),
  query: nothing,
  response: z.object({
    consents: z.array(consentShown),
    /** What the sheet needs to know of her: codes. */
    her: z.object({
      track: z.enum(['adult', 'child']),
      language: codeOf(caseLanguages).nullable(),
      needsInterpreter: z.boolean(),
      /** Of a child: who represents her as the case says, and whether under suspicion; then an officer decides. */
      representative: z.object({ suspected: z.boolean() }).nullable(),
    }),
  }),
  permission: 'case.read',
  scope: 'organisation',
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Những điều đã đồng ý', en: 'What she agreed to' },
})

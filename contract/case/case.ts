import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { openingReasons } from '../register/person.ts'
import { codeOf } from '../words.ts'
import {
  ageBands,
  caseChannels,
  caseLanguages,
  caseNationalities,
  caseParts,
  caseStages,
  caseStates,
  legalStatuses,
  triages,
} from './codes.ts'
import { entryShown } from './entry.ts'

const sexes = z.enum(['female', 'male', 'other'])
/** What an arrival is asked, six fields and no story; each but the channel may stay empty. */
export const arrival = z.object({
  /** What name she wants to go by here; sealed. */
  calledBy: z.string().trim().max(120).default(''),
  sex: sexes.nullable().default(null),
  ageBand: codeOf(ageBands).nullable().default(null),
  language: codeOf(caseLanguages).nullable().default(null),
  triage: z.array(codeOf(triages)).max(20).default([]),
  nationality: codeOf(caseNationalities).default('unknown'),
})
export type Arrival = z.infer<typeof arrival>

const place = { organisationId: z.uuid() }
const ofCase = { ...place, caseId: z.uuid() }

/** Receives one person: a code at once, the clocks running, and nothing asked of what happened. */
export const caseOpen = defineCommand({
  name: 'case.open',
  permission: 'case.receive',
  scope: 'organisation',
  args: z.object({ ...ofCase, channel: codeOf(caseChannels), ...arrival.shape }),
  result: made.extend({ code: z.string() }),
  audit: 'CASE_OPENED',
  offline: false,
  summary: { vi: 'Tiếp nhận một người', en: 'Receive one person' },
})

/** Takes a case that nobody carries yet. */
export const caseTake = defineCommand({
  name: 'case.take',
  permission: 'case.take',
  scope: 'organisation',
  args: z.object(ofCase),
  result: done,
  audit: 'CASE_TAKEN',
  offline: false,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Nhận quản lý trường hợp', en: 'Take a case' },
})

export const caseHeader = z.object({
  id: z.uuid(),
  code: z.string(),
  state: codeOf(caseStates),
  stage: codeOf(caseStages),
  legalStatus: codeOf(legalStatuses),
  identifiedOn: z.string().nullable(),
  track: z.enum(['adult', 'child']),
  channel: codeOf(caseChannels),
  sex: sexes.nullable(),
  ageBand: codeOf(ageBands).nullable(),
  language: codeOf(caseLanguages).nullable(),
  needsInterpreter: z.boolean(),
  nationality: codeOf(caseNationalities),
  foundIn: z.enum(['viet_nam', 'abroad']),
  issues: z.array(z.string()),
  /** What was seen at once when she arrived. */
  triage: z.array(codeOf(triages)),
  /** The case of the adult whom this child came with. */
  accompaniesId: z.uuid().nullable(),
  openedAt: z.string(),
  waiting: z.boolean(),
  /** The next clock that runs, with its kind; null when none is open. */
  nextDue: z.object({ kind: z.string(), dueAt: z.string().nullable() }).nullable(),
})
export type CaseHeader = z.infer<typeof caseHeader>

/** The cases of one's own teams, and those that wait for somebody, by the clock that runs out first. */
export const caseList = defineRead({
  name: 'case.list',
  path: '/organisations/:organisationId/cases',
  params: z.object(place),
  query: z.object({
    which: z.enum(['own', 'waiting']).default('own'),
    state: codeOf(caseStates).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(600).optional(),
  }),
  response: z.object({ cases: z.array(caseHeader), next: z.string().nullable() }),
  permission: 'case.read',
  scope: 'organisation',
  summary: { vi: 'Hồ sơ của tôi', en: 'My cases' },
})

const member = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  displayName: z.string(),
  part: codeOf(caseParts),
})

/** A case as its team reads it: coded facts and the timeline. Words open one by one. */
export const caseRead = defineRead({
  name: 'case.get',
  path: '/organisations/:organisationId/cases/:caseId',
  params: z.object(ofCase),
  query: nothing,
  response: z.object({
    header: caseHeader,
    team: z.array(member),
    entries: z.array(entryShown),
    deadlines: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        startedAt: z.string(),
        dueAt: z.string().nullable(),
        metAt: z.string().nullable(),
        /** It counts working days, and no list of public holidays was verified for its day: none is left out. */
        withoutHolidays: z.boolean(),
      }),
    ),
  }),
  permission: 'case.read',
  scope: 'organisation',
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Một hồ sơ', en: 'One case' },
})

/** Opens the words of one entry. Stories and private notes ask for a fresh proof; the vault sees to it. */
export const caseWordsOpen = defineCommand({
  name: 'case.open_words',
  permission: 'case.words.open',
  scope: 'organisation',
  args: z.object({ ...ofCase, entryId: z.uuid() }),
  result: z.object({ words: z.record(z.string(), z.unknown()) }),
  audit: 'CASE_WORDS_OPENED',
  offline: false,
  keepsAnswer: false,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Mở lời ghi của một mục', en: 'Open the words of an entry' },
})

/** Who she is, as the case keeps it; everything may be empty. */
export const caseIdentity = z.object({
  calledBy: z.string().max(120),
  legalName: z.string().max(120).nullable().default(null),
  birth: z.string().max(20).nullable().default(null),
  phone: z.string().max(40).nullable().default(null),
  address: z.string().max(300).nullable().default(null),
  family: z.string().max(1000).nullable().default(null),
  paper: z.string().max(60).nullable().default(null),
})
export type CaseIdentity = z.infer<typeof caseIdentity>

export const caseIdentityOpen = defineCommand({
  name: 'case.open_identity',
  permission: 'case.identity.open',
  scope: 'organisation',
  args: z.object({ ...ofCase, reason: codeOf(openingReasons) }),
  result: z.object({ identity: caseIdentity }),
  audit: 'CASE_IDENTITY_OPENED',
  offline: false,
  keepsAnswer: false,
  stepUp: true,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Mở thông tin riêng của hồ sơ', en: 'Open the identity of a case' },
})

/** Writes who she is, as a whole. Whoever writes it has it open, so it asks for the same proof. */
export const caseIdentityChange = defineCommand({
  name: 'case.change_identity',
  permission: 'case.manage',
  scope: 'organisation',
  args: z.object({ ...ofCase, identity: caseIdentity }),
  result: done,
  audit: 'IDENTITY_CHANGED',
  offline: false,
  stepUp: true,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Sửa thông tin riêng của hồ sơ', en: 'Change the identity of a case' },
})

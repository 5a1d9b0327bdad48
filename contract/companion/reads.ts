import { z } from 'zod'
import { safeContactCodes } from '../case/safe-contact.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { codeOf } from '../words.ts'
import {
  companionDeclines,
  companionEnds,
  companionFields,
  companionOutcomes,
  companionStates,
  companionTaskKinds,
  visitPurposes,
} from './codes.ts'

const place = { organisationId: z.uuid() }

const task = z.object({
  id: z.uuid(),
  kind: codeOf(companionTaskKinds),
  dueOn: plainDate,
  hasWords: z.boolean(),
  doneOn: plainDate.nullable(),
  outcome: codeOf(companionOutcomes).nullable(),
})

/** What both sides see: codes, days and a number of the companion's own. */
const common = {
  id: z.uuid(),
  number: z.number().int(),
  state: codeOf(companionStates),
  fields: z.array(z.enum(companionFields)),
  nextVisit: z.object({ onDay: plainDate, purpose: codeOf(visitPurposes) }).nullable(),
  lastVisit: z.object({ onDay: plainDate, outcome: codeOf(companionOutcomes) }).nullable(),
  tasks: z.array(task),
  askedAt: z.string(),
}

export const companionOfCase = z.object({
  ...common,
  club: z.string(),
  /** Who of the club goes to her; null before somebody does. */
  member: z.string().nullable(),
  toOrganisationId: z.uuid(),
  consentId: z.uuid(),
  /** Her consent stands; without it the club sees nothing. */
  consented: z.boolean(),
  declineReason: codeOf(companionDeclines).nullable(),
  endReason: codeOf(companionEnds).nullable(),
})
export type CompanionOfCase = z.infer<typeof companionOfCase>

export const companionListOfCase = defineRead({
  name: 'companion.list_of_case',
  path: '/organisations/:organisationId/cases/:caseId/companions',
  params: z.object({ ...place, caseId: z.uuid() }),
  query: nothing,
  response: z.object({ companions: z.array(companionOfCase) }),
  permission: 'case.read',
  scope: 'organisation',
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Ai đang đồng hành', en: 'Who walks along' },
})

/** The clubs of the province that may be asked: names of clubs and of who manages them, and nobody's. */
export const companionClubs = defineRead({
  name: 'companion.clubs',
  path: '/organisations/:organisationId/companion-clubs',
  params: z.object(place),
  query: z.object({ name: z.string().trim().max(80).default('') }),
  response: z.object({
    clubs: z.array(
      z.object({ id: z.uuid(), name: z.string(), organisationId: z.uuid(), managedBy: z.string() }),
    ),
  }),
  permission: 'case.manage',
  scope: 'organisation',
  summary: { vi: 'Câu lạc bộ có thể nhờ đồng hành', en: 'Clubs that may be asked' },
})

export const companionOfClub = z.object({
  ...common,
  /** The agency that asks. */
  from: z.string(),
  /** Null until it was accepted, and where she did not agree to share how she is to be reached. */
  safeContact: safeContactCodes.nullable(),
  member: z.string().nullable(),
  mine: z.boolean(),
})
export type CompanionOfClub = z.infer<typeof companionOfClub>

/** The page of the club: what was asked of it, whom it walks with, and what has ended of late. */
export const companionList = defineRead({
  name: 'companion.list',
  path: '/clubs/:clubId/companions',
  params: z.object({ clubId: z.uuid() }),
  query: nothing,
  response: z.object({
    companions: z.array(companionOfClub),
    ended: z.array(z.object({ id: z.uuid(), number: z.number().int(), endedOn: plainDate })),
  }),
  permission: 'companion.read',
  scope: 'club',
  summary: { vi: 'Đồng hành', en: 'Walking along' },
})

import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf, words } from '../words.ts'
import { differenceKinds, itemStatuses, resolutions, sides } from './reconciliation.ts'

const place = { organisationId: z.uuid() }
const ofRound = { ...place, roundId: z.uuid() }

/** Opens a round for a period between the health body that leads it and others. */
export const roundOpen = defineCommand({
  name: 'reconciliation.open',
  permission: 'reconciliation.lead',
  scope: 'organisation',
  args: z.object({
    ...ofRound,
    from: plainDate,
    to: plainDate,
    /** Of the police and the border guard; the leading body is a party itself. */
    otherOrganisationIds: z.array(z.uuid()).min(1).max(10),
  }),
  result: made,
  audit: 'RECONCILIATION_OPENED',
  offline: false,
  summary: { vi: 'Mở đợt đối soát', en: 'Open a reconciliation' },
})

const listLine = z.object({
  /** A code that both sides use. It becomes a token at once and is kept nowhere. */
  code: z.string().trim().min(3).max(60),
  status: codeOf(itemStatuses),
  supported: z.boolean(),
})

/** Hands in a body's own list, once. */
export const roundSubmit = defineCommand({
  name: 'reconciliation.submit',
  permission: 'reconciliation.take_part',
  scope: 'organisation',
  args: z.object({ ...ofRound, lines: z.array(listLine).max(500) }),
  result: done,
  audit: 'RECONCILIATION_SUBMITTED',
  offline: false,
  summary: { vi: 'Nộp danh sách đối soát', en: 'Hand in a list' },
})

/** Compares the lists once every party has handed in its own. */
export const roundCompare = defineCommand({
  name: 'reconciliation.compare',
  permission: 'reconciliation.lead',
  scope: 'organisation',
  args: z.object(ofRound),
  result: z.object({ people: z.number().int(), agreed: z.number().int(), differences: z.number().int() }),
  audit: 'RECONCILIATION_COMPARED',
  offline: false,
  summary: { vi: 'Đối soát các danh sách', en: 'Compare the lists' },
})

/** Says how a difference was solved; by the body that owns it. */
export const differenceResolve = defineCommand({
  name: 'reconciliation.resolve',
  permission: 'reconciliation.take_part',
  scope: 'organisation',
  args: z.object({ ...ofRound, differenceId: z.uuid(), resolution: codeOf(resolutions) }),
  result: done,
  audit: 'RECONCILIATION_RESOLVED',
  offline: false,
  summary: { vi: 'Ghi cách xử lý chênh lệch', en: 'Record how a difference was solved' },
})

/** Closes a round whose differences are all solved. */
export const roundClose = defineCommand({
  name: 'reconciliation.close',
  permission: 'reconciliation.lead',
  scope: 'organisation',
  args: z.object(ofRound),
  result: done,
  audit: 'RECONCILIATION_CLOSED',
  offline: false,
  summary: { vi: 'Đóng đợt đối soát', en: 'Close a reconciliation' },
})

const roundFacts = {
  id: z.uuid(),
  leadOrganisationId: z.uuid(),
  from: z.string(),
  to: z.string(),
  openedAt: z.string(),
  comparedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
}

export const roundList = defineRead({
  name: 'reconciliation.list',
  path: '/organisations/:organisationId/reconciliations',
  params: z.object(place),
  query: nothing,
  response: z.object({
    rounds: z.array(z.object({ ...roundFacts, openDifferences: z.number().int() })),
    /** May this body open and lead a round? The provincial health body alone. */
    leads: z.boolean(),
    /** The bodies that may be asked to take part. */
    others: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
  permission: 'reconciliation.take_part',
  scope: 'organisation',
  summary: { vi: 'Các đợt đối soát', en: 'Reconciliations' },
})

export const differenceShown = z.object({
  id: z.uuid(),
  kind: codeOf(differenceKinds),
  ownerOrganisationId: z.uuid(),
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  /** The line in the list of the body that reads; null where she is not on it. */
  ownLine: z.number().int().nullable(),
  resolution: codeOf(resolutions).nullable(),
  resolvedAt: z.string().nullable(),
})

export const roundRead = defineRead({
  name: 'reconciliation.get',
  path: '/organisations/:organisationId/reconciliations/:roundId',
  params: z.object(ofRound),
  query: nothing,
  response: z.object({
    round: z.object(roundFacts),
    parties: z.array(
      z.object({
        organisationId: z.uuid(),
        name: z.string(),
        side: codeOf(sides),
        submittedAt: z.string().nullable(),
        lines: z.number().int().nullable(),
      }),
    ),
    people: z.number().int().nullable(),
    agreed: z.number().int().nullable(),
    differences: z.array(differenceShown),
    /** The share in words; null while it may not be printed. */
    share: words.nullable(),
  }),
  permission: 'reconciliation.take_part',
  scope: 'organisation',
  summary: { vi: 'Một đợt đối soát', en: 'One reconciliation' },
})

/** May a list be handed in? Each code once. Null means yes. */
export function submitRule(codes: readonly string[], submitted: boolean): Refusal | null {
  if (submitted)
    return refuse('list_handed_in', {
      vi: 'Danh sách của cơ quan đã nộp cho đợt này rồi.',
      en: 'The list of this body was handed in already.',
    })
  if (new Set(codes.map(plainCode)).size === codes.length) return null
  return refuse(
    'code_twice',
    { vi: 'Có mã ghi hai lần trong danh sách.', en: 'A code stands twice on the list.' },
    'lines',
  )
}

/** A code as it is compared: without the spaces, dashes and case by which two clerks differ. */
export const plainCode = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-–—/]+/gu, '')

import { today } from '@ke-vai/contract/date/date.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import {
  answerRule,
  identificationAnswer,
  openRule,
  requestAnswer,
  requestDecline,
  requestInbox,
  requestOpen,
  sharedWords,
} from '@ke-vai/contract/verification/request.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { type RequestRow, requestBound, requestColumns, requestFacts } from './request-row.ts'

interface ToMe {
  organisationId: string
  requestId: string
}

/** The condition on rows of `verification_request` that the server's own lock sets for a liaison. */
const addressedTo = (tx: Tx, organisationId: string) => tx`
  request.to_organisation_id = ${organisationId} and request.case_id <> all ((select policy.excluded_cases())::uuid[])`

/** The request, held until the transaction ends. It may be of another province's case: it is found by its id alone. */
async function holdRequest(tx: Tx, { organisationId, requestId }: ToMe) {
  // What has ended is nobody's to change, so the rows' lock lets nobody hold it; it is still there to read.
  await tx`select id from verification_request request
    where request.id = ${requestId} and ${addressedTo(tx, organisationId)} for no key update`
  const [row] = await tx<(RequestRow & { caseId: string; shared: Buffer })[]>`
    select ${requestColumns(tx)}, request.case_id as "caseId", request.shared from verification_request request
    where request.id = ${requestId} and ${addressedTo(tx, organisationId)}`
  if (!row) throw new Refused('notFound')
  return { ...row, expiresAt: row.expiresAt.toISOString() }
}

export const openRequest = command(requestOpen, async (args, { tx, vault, audit }) => {
  const request = await holdRequest(tx, args)
  const refusal = openRule(request, new Date())
  if (refusal) throw new Refused(refusal)
  // The line comes before the opening, and the opening is counted with it.
  await audit({ subjectKind: 'verification_request', subjectId: args.requestId, fields: request.fields })
  await tx`
    update verification_request set openings = openings + 1, state = 'opened', opened_at = coalesce(opened_at, now())
    where id = ${args.requestId} and to_organisation_id = ${args.organisationId}`
  const [opened] = await vault.open({ case: request.caseId }, [
    { bound: requestBound(args.requestId, 'shared'), sealed: request.shared },
  ])
  const shared = sharedWords.parse(opened)
  return { shared, openingsLeft: request.openingsAllowed - request.openings - 1 }
})

type Context = Pick<CommandContext, 'tx' | 'actor' | 'vault'>

/** Looks whether an answer may be given, and seals its words for the team. */
async function sealAnswer(
  { tx, vault }: Context,
  args: ToMe,
  how: 'answered' | 'declined',
  value: { words: string; paperNumber: string },
): Promise<Buffer | null> {
  const request = await holdRequest(tx, args)
  const refusal = answerRule(request, how, new Date())
  if (refusal) throw new Refused(refusal)
  if (value.words === '' && value.paperNumber === '') return null
  const bound = requestBound(args.requestId, 'answer')
  const [sealed] = await vault.seal({ case: request.caseId }, [{ bound, value }])
  return sealed ?? null
}

export const answerRequest = command(requestAnswer, async (args, context) => {
  const { tx, actor, audit } = context
  const sealed = await sealAnswer(context, args, 'answered', { words: args.words, paperNumber: '' })
  await tx`
    update verification_request set state = 'answered', answer = ${args.answer}, answer_sealed = ${sealed},
      ended_at = now(), ended_by = ${actor.id}
    where id = ${args.requestId} and to_organisation_id = ${args.organisationId}`
  await audit({ subjectKind: 'verification_request', subjectId: args.requestId, fields: ['answer'] })
  return { done: true as const }
})

export const declineRequest = command(requestDecline, async (args, context) => {
  const { tx, actor, audit } = context
  const sealed = await sealAnswer(context, args, 'declined', { words: args.words, paperNumber: '' })
  await tx`
    update verification_request set state = 'declined', decline_reason = ${args.reason}, answer_sealed = ${sealed},
      ended_at = now(), ended_by = ${actor.id}
    where id = ${args.requestId} and to_organisation_id = ${args.organisationId}`
  await audit({ subjectKind: 'verification_request', subjectId: args.requestId, fields: ['answer'] })
  return { done: true as const }
})

const notAsked = refuse('decision_not_asked', {
  vi: 'Yêu cầu này chưa đề nghị quyết định xác định.',
  en: 'This request does not ask for a decision.',
})
const notYet = refuse(
  'decision_in_future',
  { vi: 'Ngày quyết định chưa đến.', en: 'The day of the decision is still to come.' },
  'decidedOn',
)

export const identify = command(identificationAnswer, async (args, context) => {
  const { tx, actor, audit } = context
  const { organisationId, requestId, outcome, paperKind, issuer, decidedOn, paperNumber, words } = args
  if ((await holdRequest(tx, args)).purpose !== 'decision') throw new Refused(notAsked)
  if (decidedOn > today()) throw new Refused(notYet)
  const sealed = await sealAnswer(context, args, 'answered', { words, paperNumber })
  await tx`
    update verification_request set state = 'answered', answer = 'decided', answer_sealed = ${sealed}, outcome = ${outcome},
      paper_kind = ${paperKind}, issuer = ${issuer}, decided_on = ${decidedOn}, ended_at = now(), ended_by = ${actor.id}
    where id = ${requestId} and to_organisation_id = ${organisationId}`
  await audit({ subjectKind: 'verification_request', subjectId: requestId, fields: ['decision'] })
  return { done: true as const }
})

export const listRequests = read(requestInbox, async ({ params }, { tx }) => {
  const now = new Date()
  const rows = await tx<(RequestRow & { caseCode: string; from: string })[]>`
    select ${requestColumns(tx)}, request.case_code as "caseCode", coalesce((select name from organisation_name
      where organisation_id = request.from_organisation_id and valid_from <= policy.today()
        and (valid_to is null or valid_to >= policy.today()) limit 1), '') as "from"
    from verification_request request
    where ${addressedTo(tx, params.organisationId)}
    order by request.state in ('sent', 'opened') desc, request.sent_at desc limit 200`
  return {
    requests: rows.map((row) => ({
      ...requestFacts(row, now),
      caseCode: row.caseCode,
      from: row.from,
      openingsLeft: row.openingsAllowed - row.openings,
    })),
  }
})

import { today } from '@ke-vai/contract/date/date.ts'
import { requestSent, requestWithdrawn, willingnessSet } from '@ke-vai/contract/verification/entries.ts'
import {
  answerOpen,
  requestRule,
  requestSend,
  requestWithdraw,
} from '@ke-vai/contract/verification/request.ts'
import {
  consentFieldsFor,
  type SharedField,
  sharedFields,
} from '@ke-vai/contract/verification/request-codes.ts'
import { foldWillingness } from '@ke-vai/contract/verification/state.ts'
import { z } from 'zod'
import { startDeadline } from '../case/deadline.ts'
import { selectEntries } from '../case/entries.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { findConsent } from '../consent/in-force.ts'
import { caseOwner } from '../consent/owner.ts'
import { command } from '../platform/commands.ts'
import { selectNumber } from '../platform/parameter.ts'
import { Refused } from '../platform/refused.ts'
import { requestBound } from './request-row.ts'

const days = (n: number) => n * 86_400_000

// While nobody set the numbers, a request still runs out and its openings are counted.
const [expiresWithout, openingsWithout] = [30, 10]

export const sendRequest = command(requestSend, async (args, context) => {
  const { tx, actor, province, vault, audit } = context
  const { organisationId, caseId, requestId, toOrganisationId, purpose, shared } = args
  await holdCase(context, caseId)
  const fields = (Object.keys(sharedFields) as SharedField[]).filter((each) => shared[each] !== undefined)
  const [to] = await tx<{ kind: string }[]>`select kind from organisation where id = ${toOrganisationId}`
  const [count] = await tx<{ open: number }[]>`select policy.open_requests(${organisationId}) as open`
  const day = today()
  const needed = consentFieldsFor(fields)
  const consentId =
    needed &&
    (await findConsent(tx, province, caseOwner(args), {
      purpose: 'share_police',
      toOrganisationId,
      directoryEntryId: null,
      fields: needed,
    }))
  const refusal = requestRule(fields, {
    willingness: foldWillingness(await selectEntries(tx, province, caseId, [willingnessSet.kind])),
    consented: consentId !== null,
    toKind: to?.kind ?? null,
    open: count?.open ?? 0,
    openAllowed: await selectNumber(tx, 'verification_requests_open', day),
  })
  if (refusal) throw new Refused(refusal)
  const answerDays = await selectNumber(tx, 'verification_request_answer_days', day)
  const lasts = (await selectNumber(tx, 'verification_request_days', day)) ?? expiresWithout
  const openings = (await selectNumber(tx, 'verification_request_openings', day)) ?? openingsWithout
  const startedAt = new Date()
  const dueAt = answerDays === null ? null : new Date(startedAt.getTime() + days(answerDays))
  const expiresAt = new Date(startedAt.getTime() + days(lasts))
  const [sealed] = await vault.seal({ case: caseId }, [
    { bound: requestBound(requestId, 'shared'), value: shared },
  ])
  if (!sealed) throw new Error('nothing was sealed')
  await tx`
    insert into verification_request (province, id, case_id, case_code, from_organisation_id, to_organisation_id, purpose,
      fields, consent_id, shared, sent_at, sent_by, due_at, expires_at, openings_allowed)
    select province, ${requestId}, id, code, organisation_id, ${toOrganisationId}, ${purpose}, ${fields}, ${consentId},
      ${sealed},
      ${startedAt}, ${actor.id}, ${dueAt}, ${expiresAt}, ${openings}
    from case_file where province = ${province} and id = ${caseId}`
  await writeEntry(context, requestSent, { caseId, body: { requestId, toOrganisationId, purpose, fields } })
  await startDeadline(tx, province, {
    caseId,
    organisationId,
    kind: 'request_answer',
    aboutId: requestId,
    startedAt,
    dueAt,
    parameter: 'verification_request_answer_days',
  })
  await audit({ subjectKind: 'verification_request', subjectId: requestId, fields: [...fields] })
  return { id: requestId }
})

export const withdrawRequest = command(requestWithdraw, async ({ caseId, requestId }, context) => {
  const { tx, actor, province, audit } = context
  const withdrawn = await tx`
    update verification_request set state = 'withdrawn', ended_at = now(), ended_by = ${actor.id}
    where province = ${province} and id = ${requestId} and case_id = ${caseId} and state in ('sent', 'opened') returning id`
  if (withdrawn.length === 0) throw new Refused('notFound')
  await writeEntry(context, requestWithdrawn, { caseId, body: { requestId } })
  await audit({ subjectKind: 'verification_request', subjectId: requestId, fields: ['state'] })
  return { done: true as const }
})

const answerWords = z.object({ words: z.string(), paperNumber: z.string() })

export const openAnswer = command(answerOpen, async ({ caseId, requestId }, context) => {
  const { tx, province, vault, audit } = context
  const [row] = await tx<{ sealed: Buffer | null }[]>`
    select answer_sealed as sealed from verification_request
    where province = ${province} and id = ${requestId} and case_id = ${caseId}`
  if (!row?.sealed) throw new Refused('notFound')
  await audit({ subjectKind: 'verification_request', subjectId: requestId, fields: ['answer'] })
  const [opened] = await vault.open({ case: caseId }, [
    { bound: requestBound(requestId, 'answer'), sealed: row.sealed },
  ])
  return answerWords.parse(opened)
})

import { today } from '@ke-vai/contract/date/date.ts'
import { identificationDecided } from '@ke-vai/contract/verification/entries.ts'
import { decisionRule, identificationDecide } from '@ke-vai/contract/verification/identification.ts'
import { endDeadlines } from '../case/deadline.ts'
import { holdCase, moveLegalStatus } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { decisionOf, type RequestRow, requestColumns } from './request-row.ts'

/** What the deciding body answered. Refuses `not_found` where it was not asked, or answered without a decision. */
async function selectAnswered(tx: Tx, province: string, caseId: string, requestId: string) {
  const [row] = await tx<RequestRow[]>`
    select ${requestColumns(tx)} from verification_request request
    where request.province = ${province} and request.id = ${requestId} and request.case_id = ${caseId}
      and request.state = 'answered'`
  const answered = row ? decisionOf(row) : null
  if (!answered) throw new Refused('notFound')
  return answered
}

/** The one way in which somebody comes to be identified: the decision with its paper, and the status that follows it. */
export const decide = command(identificationDecide, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, decisionId, outcome, paperKind, issuer, decidedOn, paperNumber, requestId } = args
  const now = await holdCase(context, caseId)
  const answered = requestId === null ? null : await selectAnswered(tx, province, caseId, requestId)
  const refusal = decisionRule(now.legalStatus, args, answered, today())
  if (refusal) throw new Refused(refusal)
  await writeEntry(context, identificationDecided, {
    caseId,
    id: decisionId,
    body: { outcome, paperKind, issuer, decidedOn, requestId },
    words: { paperNumber },
  })
  await moveLegalStatus(context, caseId, outcome, { id: decisionId, decidedOn })
  await endDeadlines(tx, province, { caseId, kind: 'identification' }, 'met')
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['identification'] })
  return { id: decisionId }
})

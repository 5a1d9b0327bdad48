import { today } from '@ke-vai/contract/date/date.ts'
import {
  referralGiveFeedback,
  referralOpenShared,
  referralRespond,
} from '@ke-vai/contract/referral/referral.ts'
import { shared } from '@ke-vai/contract/referral/shared.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { requireBudget } from '../register/reading-budget.ts'
import { sharedBound } from './deliver-referral.ts'
import { holdReceived, keyOfReferral } from './find-referral.ts'
import { moveReferral } from './move-referral.ts'

const reasonNeeded = refuse(
  'reason_needed',
  { vi: 'Xin chọn lý do.', en: 'Please choose the reason.' },
  'reason',
)

export const respondReferral = command(referralRespond, async (args, context) => {
  const { tx, audit } = context
  const row = await holdReceived(tx, args.organisationId, args.referralId)
  if ((args.to === 'declined' || args.to === 'failed') && args.reason === null)
    throw new Refused(reasonNeeded)
  if (row.state === 'sent') await tx`select policy.end_referral_clock(${row.id})`
  await moveReferral(context, row, { to: args.to, side: 'to', sharing: true, reason: args.reason })
  if (args.to === 'accepted' && row.personId !== null) await tx`select policy.referral_taken_up(${row.id})`
  await audit({ subjectKind: 'referral', subjectId: row.id, fields: [args.to] })
  return { done: true as const }
})

export const giveFeedback = command(referralGiveFeedback, async (args, context) => {
  const { tx, audit } = context
  const row = await holdReceived(tx, args.organisationId, args.referralId)
  if (args.onDay > today() || args.onDay < row.sentOn)
    throw new Refused(
      refuse(
        'feedback_day',
        { vi: 'Ngày làm từ ngày gửi đến hôm nay.', en: 'A day from the sending until today.' },
        'onDay',
      ),
    )
  // Written while it is still the receiver's: after the move it is done with.
  await tx`
    update referral set feedback_on = ${args.onDay}, feedback_kind = ${args.kind}, feedback_outcome = ${args.outcome}
    where province = ${row.province} and id = ${row.id} and state in ('completed', 'failed')`
  await moveReferral(context, row, { to: 'feedback_given', side: 'to', sharing: true })
  await audit({ subjectKind: 'referral', subjectId: row.id, fields: ['feedback'] })
  return { done: true as const }
})

/** Opens for the receiver what was sealed for it: exactly the fields that she agreed to. */
export const openShared = command(referralOpenShared, async (args, { tx, actor, vault, audit }) => {
  const row = await holdReceived(tx, args.organisationId, args.referralId)
  if (row.shared === null) throw new Refused('notFound')
  await requireBudget(tx, actor, row.id)
  await audit({ subjectKind: 'referral', subjectId: row.id, fields: row.fields })
  const [opened] = await vault.open(keyOfReferral(row), [{ bound: sharedBound(row.id), sealed: row.shared }])
  return { shared: shared.parse(opened), cost: row.cost, service: row.service }
})

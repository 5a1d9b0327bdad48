import { randomUUID } from 'node:crypto'
import { consentNeeded } from '@ke-vai/contract/consent/state.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  referralEnd,
  referralHear,
  referralRate,
  referralRemind,
} from '@ke-vai/contract/referral/referral.ts'
import { liveStates, openStates } from '@ke-vai/contract/referral/state.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { endDeadlines } from '../case/deadline.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { holdReferral, type ReferralRow } from './find-referral.ts'
import { moveReferral } from './move-referral.ts'

const clock = (row: ReferralRow) => ({ caseId: row.caseId, kind: 'referral_answer', aboutId: row.id })

/** A neutral word to both sides that something ended; neither why, nor about whom. */
async function tellBoth({ tx, province }: CommandContext, row: ReferralRow): Promise<void> {
  for (const place of [row.organisationId, row.toOrganisationId])
    if (place !== null)
      await tx`insert into sharing_notice (province, id, organisation_id, about_id, kind, sent_on)
        values (${province}, ${randomUUID()}, ${place}, ${row.id}, 'sharing_ended', ${row.sentOn})`
}

async function withdraw(context: CommandContext, row: ReferralRow): Promise<void> {
  await moveReferral(context, row, { to: 'withdrawn', side: 'from', sharing: false })
  await endDeadlines(context.tx, context.province, clock(row), 'dropped')
  if (liveStates.includes(row.state)) await tellBoth(context, row)
}

/**
 * Ends whatever stands on a consent that she takes back. What the receiver had finished stays as it was done; it sees
 * nothing of it any more, because the consent is gone.
 */
export async function withdrawReferralsOf(
  context: CommandContext,
  caseId: string,
  consentId: string,
): Promise<void> {
  const { tx, province } = context
  const standing = await tx<{ id: string }[]>`
    select id from referral where province = ${province} and case_id = ${caseId} and consent_id = ${consentId}
      and state = any (${[...liveStates]})`
  for (const { id } of standing) {
    const row = await holdReferral(tx, province, caseId, id)
    if (row.state === 'completed' || row.state === 'failed') await tellBoth(context, row)
    else await withdraw(context, row)
  }
}

export const endReferral = command(referralEnd, async (args, context) => {
  const { tx, province, audit } = context
  const row = await holdReferral(tx, province, args.caseId, args.referralId)
  if (args.to === 'withdrawn') await withdraw(context, row)
  else await moveReferral(context, row, { to: 'closed', side: 'from', sharing: false })
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['referral', args.to] })
  return { done: true as const }
})

const notNow = refuse('referral_not_now', {
  vi: 'Lần chuyển gửi này chưa tới lúc làm việc đó.',
  en: 'It is not yet the time for this.',
})

/** Does what it was sent on still stand? */
async function stands({ tx }: CommandContext, row: ReferralRow): Promise<boolean> {
  if (row.emergencyId !== null) return true
  const [found] = await tx<{ yes: boolean }[]>`select policy.consent_in_force(${row.consentId}) as yes`
  return found?.yes ?? false
}

async function requireStanding(context: CommandContext, row: ReferralRow): Promise<void> {
  if (!(await stands(context, row))) throw new Refused(consentNeeded)
}

export const remindReferral = command(referralRemind, async (args, context) => {
  const { tx, province, audit } = context
  const row = await holdReferral(tx, province, args.caseId, args.referralId)
  if (row.state !== 'sent') throw new Refused(notNow)
  await requireStanding(context, row)
  await tx`update referral set reminded_at = now() where province = ${province} and id = ${row.id}`
  if (row.toOrganisationId !== null)
    await tx`insert into sharing_notice (province, id, organisation_id, about_id, kind, sent_on)
      values (${province}, ${randomUUID()}, ${row.toOrganisationId}, ${row.id}, 'answer_awaited', ${row.sentOn})`
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['referral'] })
  return { done: true as const }
})

export const rateReferral = command(referralRate, async (args, context) => {
  const { tx, province, audit } = context
  const row = await holdReferral(tx, province, args.caseId, args.referralId)
  if (!['completed', 'failed', 'feedback_given', 'closed'].includes(row.state)) throw new Refused(notNow)
  await tx`update referral set rating = ${args.rating} where province = ${province} and id = ${row.id}`
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['rating'] })
  return { done: true as const }
})

/** The team records what it heard from a receiver outside, or from one who may no longer look. */
export const hearReferral = command(referralHear, async (args, context) => {
  const { tx, province, audit } = context
  const row = await holdReferral(tx, province, args.caseId, args.referralId)
  // Who can answer by itself does; of any other, and of one whose access has ended, the team writes what it heard.
  if (row.toOrganisationId !== null && (await stands(context, row))) throw new Refused(notNow)
  if (args.to === 'feedback_given') {
    const { feedback } = args
    if (feedback === null || feedback.onDay > today()) throw new Refused('badShape')
    await tx`
      update referral set feedback_on = ${feedback.onDay}, feedback_kind = ${feedback.kind},
        feedback_outcome = ${feedback.outcome}
      where province = ${province} and id = ${row.id}`
  }
  await moveReferral(context, row, {
    to: args.to,
    side: 'from',
    sharing: true,
    heard: true,
    reason: args.reason,
  })
  await endDeadlines(tx, province, clock(row), 'met')
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['referral', args.to] })
  return { done: true as const }
})

/** The referrals of a case that stand open, without those that ended with her consent: it does not close over them. */
export async function selectOpenReferrals(tx: Tx, province: string, caseId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from referral where province = ${province} and case_id = ${caseId} and state = any (${[...openStates]})
      and (state in ('awaiting_consent', 'completed', 'failed') or emergency_id is not null
        or policy.consent_in_force(consent_id))`
  return rows.map(({ id }) => id)
}

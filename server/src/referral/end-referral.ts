import { randomUUID } from 'node:crypto'
import { consentNeeded } from '@ke-vai/contract/consent/state.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  referralEndForPerson,
  referralHearForPerson,
  referralRateForPerson,
  referralRemindForPerson,
} from '@ke-vai/contract/referral/of-person.ts'
import {
  referralEnd,
  referralHear,
  referralRate,
  referralRemind,
} from '@ke-vai/contract/referral/referral.ts'
import { liveStates, openStates } from '@ke-vai/contract/referral/state.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import type { z } from 'zod'
import { endDeadlines } from '../case/deadline.ts'
import { caseOwner, type Owner, ownedBy, personOwner, subjectOf } from '../consent/owner.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { holdReferral, type ReferralRow } from './find-referral.ts'
import { moveReferral } from './move-referral.ts'

const done = { done: true as const }

/** Of a case its clock ends too; a person's has no clock but its own day. */
async function endClock({ tx, province }: CommandContext, row: ReferralRow, how: 'met' | 'dropped') {
  if (row.caseId === null) return
  const clock = { caseId: row.caseId, kind: 'referral_answer', aboutId: row.id }
  await endDeadlines(tx, province, clock, how)
}

/** A neutral word to both sides that something ended; neither why, nor about whom. */
async function tellBoth({ tx, province }: CommandContext, row: ReferralRow): Promise<void> {
  const sides = [
    { organisation_id: row.organisationId, club_id: row.clubId },
    { organisation_id: row.toOrganisationId, club_id: null },
  ]
  const word = { province, about_id: row.id, kind: 'sharing_ended', sent_on: row.sentOn }
  for (const side of sides)
    if (side.organisation_id !== null || side.club_id !== null)
      await tx`insert into sharing_notice ${tx({ ...word, ...side, id: randomUUID() })}`
}

async function withdraw(context: CommandContext, row: ReferralRow): Promise<void> {
  await moveReferral(context, row, { to: 'withdrawn', side: 'from', sharing: false })
  await endClock(context, row, 'dropped')
  if (liveStates.includes(row.state)) await tellBoth(context, row)
}

/**
 * Ends whatever stands on a consent that she takes back. What the receiver had finished stays as it was done; it sees
 * nothing of it any more, because the consent is gone.
 */
export async function withdrawReferralsOf(
  context: CommandContext,
  owner: Owner,
  consentId: string,
): Promise<void> {
  const { tx, province } = context
  const standing = await tx<{ id: string }[]>`
    select id from referral where province = ${province} and ${ownedBy(tx, owner)} and consent_id = ${consentId}
      and state = any (${[...liveStates]})`
  for (const { id } of standing) {
    const row = await holdReferral(tx, province, owner, id)
    if (row.state === 'completed' || row.state === 'failed') await tellBoth(context, row)
    else await withdraw(context, row)
  }
}

async function end(context: CommandContext, owner: Owner, referralId: string, to: 'closed' | 'withdrawn') {
  const row = await holdReferral(context.tx, context.province, owner, referralId)
  if (to === 'withdrawn') await withdraw(context, row)
  else await moveReferral(context, row, { to: 'closed', side: 'from', sharing: false })
  await context.audit({ ...subjectOf(owner), fields: ['referral', to] })
  return done
}

export const endReferral = command(referralEnd, (args, context) =>
  end(context, caseOwner(args), args.referralId, args.to),
)
export const endReferralForPerson = command(referralEndForPerson, async (args, context) =>
  end(context, await personOwner(context, args), args.referralId, args.to),
)

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

async function remind(context: CommandContext, owner: Owner, referralId: string) {
  const { tx, province, audit } = context
  const row = await holdReferral(tx, province, owner, referralId)
  if (row.state !== 'sent') throw new Refused(notNow)
  if (!(await stands(context, row))) throw new Refused(consentNeeded)
  await tx`update referral set reminded_at = now() where province = ${province} and id = ${row.id}`
  if (row.toOrganisationId !== null)
    await tx`insert into sharing_notice (province, id, organisation_id, about_id, kind, sent_on)
      values (${province}, ${randomUUID()}, ${row.toOrganisationId}, ${row.id}, 'answer_awaited', ${row.sentOn})`
  await audit({ ...subjectOf(owner), fields: ['referral'] })
  return done
}

export const remindReferral = command(referralRemind, (args, context) =>
  remind(context, caseOwner(args), args.referralId),
)
export const remindReferralForPerson = command(referralRemindForPerson, async (args, context) =>
  remind(context, await personOwner(context, args), args.referralId),
)

async function rate(context: CommandContext, owner: Owner, referralId: string, rating: number) {
  const { tx, province, audit } = context
  const row = await holdReferral(tx, province, owner, referralId)
  if (!['completed', 'failed', 'feedback_given', 'closed'].includes(row.state)) throw new Refused(notNow)
  await tx`update referral set rating = ${rating} where province = ${province} and id = ${row.id}`
  await audit({ ...subjectOf(owner), fields: ['rating'] })
  return done
}

export const rateReferral = command(referralRate, (args, context) =>
  rate(context, caseOwner(args), args.referralId, args.rating),
)
export const rateReferralForPerson = command(referralRateForPerson, async (args, context) =>
  rate(context, await personOwner(context, args), args.referralId, args.rating),
)

type Heard = Pick<z.infer<typeof referralHear.args>, 'referralId' | 'to' | 'reason' | 'feedback'>

/** The sender records what it heard from a receiver outside, or from one who may no longer look. */
async function hear(context: CommandContext, owner: Owner, { referralId, to, reason, feedback }: Heard) {
  const { tx, province, audit } = context
  const row = await holdReferral(tx, province, owner, referralId)
  // Who can answer by itself does; of any other, and of one whose access has ended, the sender writes what it heard.
  if (row.toOrganisationId !== null && (await stands(context, row))) throw new Refused(notNow)
  if (to === 'feedback_given') {
    if (feedback === null || feedback.onDay > today()) throw new Refused('badShape')
    await tx`
      update referral set feedback_on = ${feedback.onDay}, feedback_kind = ${feedback.kind},
        feedback_outcome = ${feedback.outcome}
      where province = ${province} and id = ${row.id}`
  }
  await moveReferral(context, row, { to, side: 'from', sharing: true, heard: true, reason })
  await endClock(context, row, 'met')
  await audit({ ...subjectOf(owner), fields: ['referral', to] })
  return done
}

export const hearReferral = command(referralHear, (args, context) => hear(context, caseOwner(args), args))

export const hearReferralForPerson = command(referralHearForPerson, async (args, context) => {
  const { tx, province } = context
  const heard = await hear(context, await personOwner(context, args), args)
  if (args.to === 'accepted')
    await tx`update person set status = 'accompanied'
      where province = ${province} and id = ${args.personId} and status = 'referred'`
  return heard
})

/** The referrals of a case that stand open, without those that ended with her consent: it does not close over them. */
export async function selectOpenReferrals(tx: Tx, province: string, caseId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from referral where province = ${province} and case_id = ${caseId} and state = any (${[...openStates]})
      and (state in ('awaiting_consent', 'completed', 'failed') or emergency_id is not null
        or policy.consent_in_force(consent_id))`
  return rows.map(({ id }) => id)
}

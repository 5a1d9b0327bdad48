import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import {
  kindsOfService,
  type ReferralState,
  type ServiceCost,
  type Urgency,
} from '@ke-vai/contract/referral/codes.ts'
import { referralListOfPerson } from '@ke-vai/contract/referral/of-person.ts'
import {
  type Recipient,
  type ReferralSent,
  referralInbox,
  referralListOfCase,
  referralReceived,
  referralRecipients,
} from '@ke-vai/contract/referral/reads.ts'
import { standingOf } from '@ke-vai/contract/referral/state.ts'
import type { ReferralService } from '@ke-vai/contract/register/codes.ts'
import { caseOwner, type Owner, ownedBy, personOwner } from '../consent/owner.ts'
import type { Tx } from '../platform/database.ts'
import { type ReadContext, read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { withinReceived } from './find-referral.ts'

interface CommonRow {
  id: string
  service: ReferralService
  urgency: Urgency
  cost: ServiceCost
  fields: SharedField[]
  state: ReferralState
  sentOn: string
  answerDueAt: Date | null
  remindedAt: Date | null
}

const commonColumns = (tx: Tx) => tx`
  referral.id, service, urgency, cost, referral.fields, referral.state, sent_on as "sentOn",
  answer_due_at as "answerDueAt", reminded_at as "remindedAt"`

const nameOf = (tx: Tx, column: 'referral.to_organisation_id' | 'referral.organisation_id') => tx`
  (select name from organisation_name where organisation_id = ${tx(column)}
    order by valid_to is null desc, valid_from desc limit 1)`

/** A club or an agency: the receiver reads its name, and nothing else tells them apart. */
const senderOf = (tx: Tx) => tx`coalesce(${nameOf(tx, 'referral.organisation_id')},
  (select sender.name from policy.referral_clubs() sender where sender.referral_id = referral.id), '')`

const shown = <R extends CommonRow>({ state, answerDueAt, remindedAt, ...row }: R) => ({
  ...row,
  standing: standingOf(state, answerDueAt, new Date()),
  answerDueAt: answerDueAt?.toISOString() ?? null,
  remindedAt: remindedAt?.toISOString() ?? null,
})

/** Organisations that answer; those whose kind fits the service first. */
export async function selectRecipients(
  tx: Tx,
  own: string | null,
  service: ReferralService | undefined,
  role: 'service_partner' | 'case_manager' = 'service_partner',
): Promise<Recipient[]> {
  const rows = await tx<{ id: string; kind: string; name: string }[]>`
    select id, kind, name from policy.sharing_recipients(${role}) where id is distinct from ${own}::uuid order by name`
  const fitting = service === undefined ? [] : (kindsOfService[service] ?? [])
  return rows
    .map(({ id, kind, name }) => ({ id, name, fits: fitting.includes(kind) }))
    .sort((one, other) => Number(other.fits) - Number(one.fits))
}

interface SentRow extends CommonRow {
  toOrganisationId: string | null
  directoryEntryId: string | null
  recipient: string | null
  needId: string | null
  consentId: string | null
  emergencyId: string | null
  consented: boolean
  /** The consent that it was sent on has ended. */
  lapsed: boolean
  reason: string | null
  feedbackOn: string | null
  feedbackKind: string | null
  feedbackOutcome: 'done' | 'partly' | 'not_done' | null
  rating: number | null
  previousId: string | null
  endedAt: Date | null
}

/** Where the need is still open although somebody was asked. */
const ledNowhere = ['overdue', 'declined', 'failed']
const endsWithConsent = ['sent', 'accepted', 'in_progress']

/** The referrals of a case or a person as their sender sees them. */
async function selectSent(
  { tx, province }: Pick<ReadContext, 'tx' | 'province'>,
  owner: Owner,
): Promise<ReferralSent[]> {
  const rows = await tx<SentRow[]>`
    select ${commonColumns(tx)}, to_organisation_id as "toOrganisationId", directory_entry_id as "directoryEntryId",
      coalesce(${nameOf(tx, 'referral.to_organisation_id')},
        (select directory_entry.name from directory_entry where directory_entry.id = referral.directory_entry_id)) as recipient,
      need_id as "needId", consent_id as "consentId", emergency_id as "emergencyId",
      exists (select from consent where consent.province = referral.province and ${ownedBy(tx, owner)}
        and policy.consent_covers(consent.id, referral.case_id, referral.person_id, 'share_referral',
          referral.to_organisation_id, referral.directory_entry_id, referral.fields)) as consented,
      sent_at is not null and emergency_id is null and not policy.consent_in_force(consent_id) as lapsed,
      reason, feedback_on as "feedbackOn", feedback_kind as "feedbackKind", feedback_outcome as "feedbackOutcome", rating,
      previous_id as "previousId",
      (select max(at) from sharing_notice where about_id = referral.id and kind = 'sharing_ended') as "endedAt"
    from referral where province = ${province} and ${ownedBy(tx, owner)} and state is not null
    order by sent_on desc, recorded_at desc`
  const asked = new Set(rows.map(({ toOrganisationId }) => toOrganisationId))
  const others = new Map<ReferralService, Recipient[]>()
  for (const { service } of rows)
    if (!others.has(service)) {
      const all = await selectRecipients(tx, owner.kind === 'case' ? owner.organisationId : null, service)
      others.set(
        service,
        all.filter(({ id }) => !asked.has(id)),
      )
    }
  return rows.map(({ feedbackOn, feedbackKind, feedbackOutcome, lapsed, endedAt, ...rest }) => {
    const common = shown(rest)
    // What had not come to its end ended with her consent.
    if (lapsed && endsWithConsent.includes(rest.state)) common.standing = 'withdrawn'
    return {
      ...common,
      heard: rest.toOrganisationId === null || lapsed,
      endedAt: endedAt?.toISOString() ?? null,
      feedback:
        feedbackOn === null || feedbackOutcome === null
          ? null
          : { onDay: feedbackOn, kind: feedbackKind ?? '', outcome: feedbackOutcome },
      nextRecipients: ledNowhere.includes(common.standing) ? (others.get(rest.service) ?? []) : [],
    }
  })
}

export const listOfCase = read(referralListOfCase, async ({ params }, context) => ({
  referrals: await selectSent(context, caseOwner(params)),
}))
export const listOfPerson = read(referralListOfPerson, async ({ params }, context) => ({
  referrals: await selectSent(context, await personOwner(context, params)),
}))

export const listRecipients = read(referralRecipients, async ({ params, query }, { tx }) => ({
  recipients: await selectRecipients(
    tx,
    params.organisationId,
    query.service,
    query.for === 'transfer' ? 'case_manager' : 'service_partner',
  ),
}))

type ReceivedRow = CommonRow & { from: string }

export const showInbox = read(referralInbox, async ({ params }, { tx }) => {
  const [rows, notices] = await Promise.all([
    tx<ReceivedRow[]>`
      select ${commonColumns(tx)}, ${senderOf(tx)} as "from" from referral
      where to_organisation_id = ${params.organisationId} and ${withinReceived(tx)}
      order by answer_due_at nulls last, sent_at limit 200`,
    tx<{ id: string; kind: 'sharing_ended' | 'answer_awaited'; sentOn: string | null; at: Date }[]>`
      select id, kind, sent_on as "sentOn", at from sharing_notice
      where organisation_id = ${params.organisationId} and at > now() - interval '30 days' order by at desc limit 20`,
  ])
  return {
    referrals: rows.map(shown),
    notices: notices.map((each) => ({ ...each, at: each.at.toISOString() })),
  }
})

export const showReceived = read(referralReceived, async ({ params }, { tx }) => {
  const [row] = await tx<ReceivedRow[]>`
    select ${commonColumns(tx)}, ${senderOf(tx)} as "from" from referral
    where id = ${params.referralId} and to_organisation_id = ${params.organisationId} and ${withinReceived(tx)}`
  if (!row) throw new Refused('notFound')
  return shown(row)
})

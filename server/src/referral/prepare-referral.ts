import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { referralPrepareForPerson, referralPreviewForPerson } from '@ke-vai/contract/referral/of-person.ts'
import { referralPrepare, referralPrepared, referralPreview } from '@ke-vai/contract/referral/referral.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import type { PersonStatus } from '@ke-vai/contract/register/codes.ts'
import { referredRule } from '@ke-vai/contract/register/referral.ts'
import { z } from 'zod'
import { entryBound, writeEntry } from '../case/write-entry.ts'
import { findConsent } from '../consent/in-force.ts'
import { caseOwner, keyOf, type Owner, ownerRow, personOwner, subjectOf } from '../consent/owner.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound } from '../platform/vault.ts'
import { requireKeptLine } from '../register/one-person.ts'
import { holdReferral, keyOfReferral, type ReferralRow } from './find-referral.ts'
import { gatherOf, requireBudgetFor } from './gather-shared.ts'

const oneReceiver = refuse(
  'referral_receiver',
  { vi: 'Xin chọn một nơi nhận.', en: 'Please choose one receiver.' },
  'toOrganisationId',
)

/** Of a person her words lie in the referral itself, under her key. */
const wordsBound = (referralId: string): Bound => ({
  table: 'referral',
  row: referralId,
  field: 'words',
  version: 1,
})

type Asked = Omit<z.infer<typeof referralPrepare.args>, 'organisationId' | 'caseId' | 'needId' | 'ground'>

/** Puts it on the table: nothing is sent. `more` is what only a case's has. */
async function putOnTable(
  { tx, actor, province, audit }: CommandContext,
  owner: Owner,
  asked: Asked,
  more: { need_id?: string | null; words_entry_id?: string; words?: Buffer | null },
) {
  const { referralId, toOrganisationId, directoryEntryId } = asked
  if ((toOrganisationId === null) === (directoryEntryId === null)) throw new Refused(oneReceiver)
  const fields = [...new Set(asked.fields)]
  const sharing = { purpose: 'share_referral' as const, toOrganisationId, directoryEntryId, fields }
  const consentId = await findConsent(tx, province, owner, sharing)
  const state = consentId === null ? 'awaiting_consent' : 'draft'
  await tx`insert into referral ${tx({
    province,
    id: referralId,
    ...ownerRow(owner),
    organisation_id: owner.kind === 'case' ? owner.organisationId : null,
    to_organisation_id: toOrganisationId,
    directory_entry_id: directoryEntryId,
    service: asked.service,
    urgency: asked.urgency,
    cost: asked.cost,
    fields,
    state,
    previous_id: asked.previousId,
    sent_on: today(),
    origin: 'app',
    recorded_by: actor.id,
    ...more,
  })}`
  await tx`
    insert into referral_step (province, id, referral_id, seq, to_state, side, by_account)
    values (${province}, ${randomUUID()}, ${referralId}, 1, ${state}, 'from', ${actor.id})`
  await audit({ ...subjectOf(owner), fields: ['referral'] })
  return { id: referralId, consentNeeded: consentId === null }
}

export const prepareReferral = command(referralPrepare, async (args, context) => {
  const { caseId, referralId, service, urgency } = args
  if (args.toOrganisationId === args.organisationId) throw new Refused(oneReceiver)
  const entryId = randomUUID()
  await writeEntry(context, referralPrepared, {
    caseId,
    id: entryId,
    body: { referralId, service, urgency },
    words: { need: args.need, reach: args.reach, ground: args.ground },
  })
  return putOnTable(context, caseOwner(args), args, { need_id: args.needId, words_entry_id: entryId })
})

export const prepareReferralForPerson = command(referralPrepareForPerson, async (args, context) => {
  const { tx, province, vault } = context
  await requireKeptLine(tx, province, args.clubId, args.personId)
  const [person] = await tx<{ status: PersonStatus }[]>`
    select status from person where province = ${province} and club_id = ${args.clubId} and id = ${args.personId}`
  if (!person) throw new Refused('notFound')
  const refusal = referredRule(person)
  if (refusal) throw new Refused(refusal)
  const owner = await personOwner(context, args)
  const value = { need: args.need, reach: args.reach }
  const [words] =
    args.need === '' && args.reach === ''
      ? [null]
      : await vault.seal(keyOf(owner), [{ bound: wordsBound(args.referralId), value }])
  return putOnTable(context, owner, args, { words: words ?? null })
})

const prepared = z.object({
  need: z.string().default(''),
  reach: z.string().default(''),
  ground: z.string().default(''),
})

/** What was written when it was prepared; empty words were not sealed at all. */
export async function openPrepared(
  { tx, province, vault }: Pick<CommandContext, 'tx' | 'province' | 'vault'>,
  row: ReferralRow,
): Promise<z.infer<typeof prepared>> {
  if (row.caseId === null) {
    if (row.words === null) return prepared.parse({})
    const [said] = await vault.open(keyOfReferral(row), [{ bound: wordsBound(row.id), sealed: row.words }])
    return prepared.parse(said)
  }
  const [entry] = await tx<{ id: string; sealed: Buffer | null }[]>`
    select id, sealed from case_entry
    where province = ${province} and case_id = ${row.caseId} and id = ${row.wordsEntryId}`
  if (!entry?.sealed) return prepared.parse({})
  const [words] = await vault.open(keyOfReferral(row), [
    { bound: entryBound(entry.id, 'team'), sealed: entry.sealed },
  ])
  return prepared.parse(words)
}

async function preview(context: CommandContext, owner: Owner, referralId: string) {
  const { tx, province, audit } = context
  const row = await holdReferral(tx, province, owner, referralId)
  await requireBudgetFor(context, row)
  // The line comes before the opening: if it cannot be written, nothing is opened.
  await audit({ ...subjectOf(owner), fields: row.fields })
  const shared = await gatherOf(context, row, await openPrepared(context, row))
  return { shared, cost: row.cost, service: row.service }
}

export const previewReferral = command(referralPreview, (args, context) =>
  preview(context, caseOwner(args), args.referralId),
)
export const previewReferralForPerson = command(referralPreviewForPerson, async (args, context) =>
  preview(context, await personOwner(context, args), args.referralId),
)

import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { referralPrepare, referralPrepared, referralPreview } from '@ke-vai/contract/referral/referral.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { z } from 'zod'
import { entryBound, writeEntry } from '../case/write-entry.ts'
import { findConsent } from '../consent/in-force.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { holdReferral, type ReferralRow } from './find-referral.ts'
import { gatherShared } from './gather-shared.ts'

const oneReceiver = refuse(
  'referral_receiver',
  { vi: 'Xin chọn một nơi nhận.', en: 'Please choose one receiver.' },
  'toOrganisationId',
)

export const prepareReferral = command(referralPrepare, async (args, context) => {
  const { tx, actor, province, audit } = context
  const { caseId, referralId, toOrganisationId, directoryEntryId, service, urgency } = args
  if ((toOrganisationId === null) === (directoryEntryId === null)) throw new Refused(oneReceiver)
  if (toOrganisationId === args.organisationId) throw new Refused(oneReceiver)
  const fields = [...new Set(args.fields)]
  const sharing = { purpose: 'share_referral' as const, toOrganisationId, directoryEntryId, fields }
  const consentId = await findConsent(tx, province, caseId, sharing)
  const entryId = randomUUID()
  await writeEntry(context, referralPrepared, {
    caseId,
    id: entryId,
    body: { referralId, service, urgency },
    words: { need: args.need, reach: args.reach, ground: args.ground },
  })
  const state = consentId === null ? 'awaiting_consent' : 'draft'
  await tx`
    insert into referral (province, id, case_id, organisation_id, to_organisation_id, directory_entry_id, need_id,
      words_entry_id, service, urgency, cost, fields, state, previous_id, sent_on, origin, recorded_by)
    values (${province}, ${referralId}, ${caseId}, ${args.organisationId}, ${toOrganisationId}, ${directoryEntryId},
      ${args.needId}, ${entryId}, ${service}, ${urgency}, ${args.cost}, ${fields}, ${state}, ${args.previousId},
      ${today()}, 'app', ${actor.id})`
  await tx`
    insert into referral_step (province, id, referral_id, seq, to_state, side, by_account)
    values (${province}, ${randomUUID()}, ${referralId}, 1, ${state}, 'from', ${actor.id})`
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['referral'] })
  return { id: referralId, consentNeeded: consentId === null }
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
  const [entry] = await tx<{ id: string; sealed: Buffer | null }[]>`
    select id, sealed from case_entry
    where province = ${province} and case_id = ${row.caseId} and id = ${row.wordsEntryId}`
  if (!entry?.sealed) return prepared.parse({})
  const [words] = await vault.open({ case: row.caseId }, [
    { bound: entryBound(entry.id, 'team'), sealed: entry.sealed },
  ])
  return prepared.parse(words)
}

export const previewReferral = command(referralPreview, async (args, context) => {
  const { tx, province, audit } = context
  const row = await holdReferral(tx, province, args.caseId, args.referralId)
  // The line comes before the opening: if it cannot be written, nothing is opened.
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: row.fields })
  const shared = await gatherShared(context, args.caseId, row.fields, await openPrepared(context, row))
  return { shared, cost: row.cost, service: row.service }
})

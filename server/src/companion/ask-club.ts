import { safeContactOf, safeContactSaid } from '@ke-vai/contract/case/safe-contact.ts'
import { companionAsk, companionAsked } from '@ke-vai/contract/companion/companion.ts'
import { consentNeeded } from '@ke-vai/contract/consent/state.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { z } from 'zod'
import { selectEntries } from '../case/entries.ts'
import { entryBound, writeEntry } from '../case/write-entry.ts'
import { findConsent } from '../consent/in-force.ts'
import { caseOwner } from '../consent/owner.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { gatherShared } from '../referral/gather-shared.ts'
import { parcelBound, reachBound } from './find-companion.ts'

const asked = refuse('companion_asked', {
  vi: 'Câu lạc bộ này đã được nhờ rồi. Xin xem thẻ đang có.',
  en: 'This club has been asked already. Please see the card that is there.',
})

export const askClub = command(companionAsk, async (args, context) => {
  const { tx, actor, province, vault, audit } = context
  const { organisationId, caseId, companionId, clubId } = args
  const [club] = await tx<{ organisationId: string }[]>`
    select organisation_id as "organisationId" from policy.companion_clubs(${organisationId}) where id = ${clubId}`
  if (!club) throw new Refused('notFound')
  await tx`select id from case_file where province = ${province} and id = ${caseId} for no key update`
  const [there] = await tx`
    select id from companion where province = ${province} and case_id = ${caseId} and club_id = ${clubId}
      and state in ('asked', 'accepted')`
  if (there) throw new Refused(asked)
  const fields = [...new Set(args.fields)]
  const consentId = await findConsent(tx, province, caseOwner(args), {
    purpose: 'companion',
    toOrganisationId: club.organisationId,
    directoryEntryId: null,
    fields,
  })
  if (consentId === null) throw new Refused(consentNeeded)
  await audit({ subjectKind: 'case', subjectId: caseId, fields })
  const told = fields.filter((field) => field !== 'reach')
  const parcel = await gatherShared(context, caseId, told, { need: '', reach: '' })
  const reach = fields.includes('reach') ? await openSafeContact(context, caseId) : null
  const [sealed, sealedReach] = await vault.seal({ case: caseId }, [
    { bound: parcelBound(companionId), value: parcel },
    ...(reach ? [{ bound: reachBound(companionId), value: reach.how }] : []),
  ])
  if (!sealed) throw new Error('nothing was sealed')
  await tx`
    insert into companion (province, id, case_id, organisation_id, club_id, to_organisation_id, number, consent_id, fields,
      parcel, reach, safe_contact, asked_by)
    values (${province}, ${companionId}, ${caseId}, ${organisationId}, ${clubId}, ${club.organisationId},
      (select policy.next_companion_number(${caseId}, ${clubId})), ${consentId}, ${fields}, ${sealed},
      ${sealedReach ?? null}, ${reach?.codes ? JSON.stringify(reach.codes) : null}::text::jsonb, ${actor.id})`
  await writeEntry(context, companionAsked, { caseId, body: { companionId, fields } })
  return { id: companionId }
})

/** Her safe contact as it stands: the codes, and her words; empty while nobody has asked her. */
async function openSafeContact({ tx, province, vault }: CommandContext, caseId: string) {
  const standing = safeContactOf(await selectEntries(tx, province, caseId, [safeContactSaid.kind]))
  if (standing === null) return { codes: null, how: '' }
  const [row] = await tx<{ sealed: Buffer | null }[]>`
    select sealed from case_entry where province = ${province} and case_id = ${caseId} and id = ${standing.entryId}`
  if (!row?.sealed) return { codes: standing.codes, how: '' }
  const [opened] = await vault.open({ case: caseId }, [
    { bound: entryBound(standing.entryId, 'team'), sealed: row.sealed },
  ])
  return { codes: standing.codes, how: z.object({ how: z.string() }).parse(opened).how }
}

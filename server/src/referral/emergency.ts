import type { EmergencyGround, EmergencyReason, SharedField } from '@ke-vai/contract/consent/codes.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  emergencyList,
  emergencySee,
  emergencyShare,
  emergencyShared,
  emergencyTold,
} from '@ke-vai/contract/referral/emergency.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { writeEntry } from '../case/write-entry.ts'
import { caseOwner } from '../consent/owner.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { handOver } from './deliver-referral.ts'
import { holdReferral } from './find-referral.ts'
import { openPrepared } from './prepare-referral.ts'

const groundNeeded = refuse('emergency_ground_needed', {
  vi: 'Xin ghi rõ điều luật và sự việc làm căn cứ khi chuẩn bị, rồi gửi đề nghị lại.',
  en: 'Write down the article and the facts when preparing it, then ask again.',
})

/** Shorter than this names no article and no fact. */
const shortestGround = 20

export const shareInEmergency = command(
  emergencyShare,
  async (args, context) => {
    const { tx, actor, province, approval, audit } = context
    if (!approval) throw new Refused('secondPersonNeeded')
    const row = await holdReferral(tx, province, caseOwner(args), args.referralId)
    if (row.toOrganisationId === null) throw new Refused('notFound')
    const { ground } = await openPrepared(context, row)
    if (ground.trim().length < shortestGround) throw new Refused(groundNeeded)
    await audit({
      subjectKind: 'case',
      subjectId: args.caseId,
      fields: row.fields,
      reason: args.reason,
    })
    await tx`
      insert into emergency_sharing (province, id, case_id, organisation_id, referral_id, to_organisation_id, reason,
        ground, fields, shared_by, approved_by)
      values (${province}, ${args.sharingId}, ${args.caseId}, ${args.organisationId}, ${args.referralId},
        ${row.toOrganisationId}, ${args.reason}, ${args.ground}, ${row.fields}, ${actor.id}, ${approval.approvedBy})`
    await writeEntry(context, emergencyShared, {
      caseId: args.caseId,
      body: {
        sharingId: args.sharingId,
        referralId: args.referralId,
        reason: args.reason,
        ground: args.ground,
      },
    })
    await handOver(context, row, { emergencyId: args.sharingId })
    return { id: args.sharingId }
  },
  async (args, { tx, province }) => {
    const row = await holdReferral(tx, province, caseOwner(args), args.referralId)
    const to = row.toOrganisationId === null ? [] : [row.toOrganisationId]
    return { ids: [row.id, args.caseId, ...to, ...row.fields], counts: { persons: 1 } }
  },
)

export const recordTold = command(emergencyTold, async (args, { tx, province, audit }) => {
  if (args.toldOn > today()) throw new Refused('badShape')
  const told = await tx`
    update emergency_sharing set told_on = ${args.toldOn}
    where province = ${province} and case_id = ${args.caseId} and id = ${args.sharingId} returning id`
  if (told.length === 0) throw new Refused('notFound')
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['emergency'] })
  return { done: true as const }
})

interface Row {
  id: string
  sharedAt: Date
  from: string
  to: string
  reason: EmergencyReason
  ground: EmergencyGround
  fields: SharedField[]
  toldOn: string | null
  seenAt: Date | null
}

/** The server's own lock for a data-protection officer: of her province, and no case from which she is kept. */
const toProtect = (tx: Tx) => tx`
  province = any ((select policy.protected_provinces())::text[])
  and case_id <> all ((select policy.excluded_cases())::uuid[])`

export const listEmergencies = read(emergencyList, async (_, { tx, province }) => {
  const rows = await tx<Row[]>`
    select id, shared_at as "sharedAt", reason, ground, fields, told_on as "toldOn", seen_at as "seenAt",
      (select name from organisation_name where organisation_name.organisation_id = emergency_sharing.organisation_id
        order by valid_to is null desc, valid_from desc limit 1) as "from",
      (select name from organisation_name where organisation_name.organisation_id = emergency_sharing.to_organisation_id
        order by valid_to is null desc, valid_from desc limit 1) as "to"
    from emergency_sharing where province = ${province} and ${toProtect(tx)}
    order by seen_at is not null, shared_at desc limit 200`
  return {
    sharings: rows.map((row) => ({
      ...row,
      sharedAt: row.sharedAt.toISOString(),
      seenAt: row.seenAt?.toISOString() ?? null,
    })),
  }
})

export const seeEmergency = command(emergencySee, async (args, { tx, actor, province, audit }) => {
  const seen = await tx`
    update emergency_sharing set seen_at = now(), seen_by = ${actor.id}
    where province = ${province} and id = ${args.sharingId} and seen_at is null and ${toProtect(tx)} returning id`
  if (seen.length === 0) throw new Refused('notFound')
  await audit({ subjectKind: 'emergency_sharing', subjectId: args.sharingId })
  return { done: true as const }
})

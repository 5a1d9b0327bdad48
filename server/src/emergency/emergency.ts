import type { EmergencyGround, EmergencyReason, SharedField } from '@ke-vai/contract/consent/codes.ts'
import { emergencyListOfCase } from '@ke-vai/contract/emergency/emergency.ts'
import { type Read, read } from '../platform/reads.ts'

interface Row {
  id: string
  sharedAt: Date
  to: string
  reason: EmergencyReason
  ground: EmergencyGround
  fields: SharedField[]
  toldOn: string | null
  seenAt: Date | null
}

const listOfCase = read(emergencyListOfCase, async ({ params }, { tx, province }) => {
  const rows = await tx<Row[]>`
    select id, shared_at as "sharedAt", reason, ground, fields, told_on as "toldOn", seen_at as "seenAt",
      (select name from organisation_name where organisation_name.organisation_id = emergency_sharing.to_organisation_id
        order by valid_to is null desc, valid_from desc limit 1) as "to"
    from emergency_sharing where province = ${province} and case_id = ${params.caseId} order by shared_at desc`
  return {
    sharings: rows.map((row) => ({
      ...row,
      sharedAt: row.sharedAt.toISOString(),
      seenAt: row.seenAt?.toISOString() ?? null,
    })),
  }
})

/** What her team reads of sharings without consent; they are done beside the referral that they send. */
export const emergencyReads: Read[] = [listOfCase]

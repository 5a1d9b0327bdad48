import type {
  CompanionField,
  CompanionOutcome,
  CompanionState,
  VisitPurpose,
} from '@ke-vai/contract/companion/codes.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound } from '../platform/vault.ts'

export interface CompanionRow {
  province: string
  id: string
  caseId: string
  clubId: string
  toOrganisationId: string
  consentId: string
  number: number
  state: CompanionState
  fields: CompanionField[]
  parcel: Buffer
  reach: Buffer | null
  memberId: string | null
  nextVisitOn: string | null
  nextVisitPurpose: VisitPurpose | null
  lastVisitOn: string | null
  lastOutcome: CompanionOutcome | null
}

const columns = (tx: Tx) => tx`
  province, id, case_id as "caseId", club_id as "clubId", to_organisation_id as "toOrganisationId",
  consent_id as "consentId", number, state, fields, parcel, reach, member_id as "memberId",
  next_visit_on as "nextVisitOn", next_visit_purpose as "nextVisitPurpose", last_visit_on as "lastVisitOn",
  last_outcome as "lastOutcome"`

/** The companion as the case's team holds it, until the transaction ends. */
export async function holdCompanion(
  tx: Tx,
  province: string,
  { caseId, companionId }: { caseId: string; companionId: string },
): Promise<CompanionRow> {
  const [row] = await tx<CompanionRow[]>`
    select ${columns(tx)} from companion
    where province = ${province} and case_id = ${caseId} and id = ${companionId} for no key update`
  if (!row) throw new Refused('notFound')
  return row
}

/** The same as the club holds it: there only while it lives and she consents to it. */
export async function holdOfClub(
  tx: Tx,
  province: string,
  { clubId, companionId }: { clubId: string; companionId: string },
): Promise<CompanionRow> {
  const [row] = await tx<CompanionRow[]>`
    select ${columns(tx)} from companion
    where province = ${province} and club_id = ${clubId} and id = ${companionId} and ${withinCompanions(tx)}
    for no key update`
  if (!row) throw new Refused('notFound')
  return row
}

/** The condition on rows of `companion` that the server's own lock sets for a club: the board's, or her own. */
export const withinCompanions = (tx: Tx) => tx`companion.id = any ((select policy.club_companions())::uuid[])`

/** What the club opens is bound to the companion; the vault asks the database who that is. */
export const parcelBound = (companionId: string): Bound => ({
  table: 'companion',
  row: companionId,
  field: 'parcel',
  version: 1,
})
export const reachBound = (companionId: string): Bound => ({
  table: 'companion',
  row: companionId,
  field: 'reach',
  version: 1,
})
export const taskBound = (taskId: string): Bound => ({
  table: 'companion_task',
  row: taskId,
  field: 'words',
  version: 1,
})

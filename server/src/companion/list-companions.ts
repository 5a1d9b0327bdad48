import type { SafeContactCodes } from '@ke-vai/contract/case/safe-contact.ts'
import type {
  CompanionDecline,
  CompanionEnd,
  CompanionField,
  CompanionOutcome,
  CompanionState,
  CompanionTaskKind,
  VisitPurpose,
} from '@ke-vai/contract/companion/codes.ts'
import { companionClubs, companionList, companionListOfCase } from '@ke-vai/contract/companion/reads.ts'
import { matchesTyped } from '@ke-vai/contract/text/text.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { withinCompanions } from './find-companion.ts'

interface CommonRow {
  id: string
  number: number
  state: CompanionState
  fields: CompanionField[]
  nextVisitOn: string | null
  nextVisitPurpose: VisitPurpose | null
  lastVisitOn: string | null
  lastOutcome: CompanionOutcome | null
  askedAt: Date
}
const commonColumns = (tx: Tx) => tx`
  companion.id, companion.number, companion.state, companion.fields, companion.next_visit_on as "nextVisitOn",
  companion.next_visit_purpose as "nextVisitPurpose", companion.last_visit_on as "lastVisitOn",
  companion.last_outcome as "lastOutcome", companion.asked_at as "askedAt"`

interface TaskRow {
  companionId: string
  id: string
  kind: CompanionTaskKind
  dueOn: string
  hasWords: boolean
  doneOn: string | null
  outcome: CompanionOutcome | null
}

/** The tasks of these companions: the open ones by their day, then those that are done. */
async function selectTasks(tx: Tx, province: string, companions: readonly { id: string }[]) {
  return tx<TaskRow[]>`
    select companion_id as "companionId", id, kind, due_on as "dueOn", sealed is not null as "hasWords",
      done_on as "doneOn", outcome
    from companion_task
    where province = ${province} and companion_id = any (${companions.map(({ id }) => id)}::uuid[])
    order by done_on is not null, due_on, id`
}

const shown = <R extends CommonRow>(row: R, tasks: readonly TaskRow[]) => {
  const { nextVisitOn, nextVisitPurpose, lastVisitOn, lastOutcome, askedAt, ...rest } = row
  return {
    ...rest,
    askedAt: askedAt.toISOString(),
    nextVisit:
      nextVisitOn !== null && nextVisitPurpose !== null
        ? { onDay: nextVisitOn, purpose: nextVisitPurpose }
        : null,
    lastVisit:
      lastVisitOn !== null && lastOutcome !== null ? { onDay: lastVisitOn, outcome: lastOutcome } : null,
    tasks: tasks
      .filter(({ companionId }) => companionId === row.id)
      .map(({ companionId: _, ...task }) => task),
  }
}

type OfCaseRow = CommonRow & {
  club: string | null
  member: string | null
  toOrganisationId: string
  consentId: string
  consented: boolean
  declineReason: CompanionDecline | null
  endReason: CompanionEnd | null
}

export const listOfCase = read(companionListOfCase, async ({ params }, { tx, province }) => {
  const rows = await tx<OfCaseRow[]>`
    select ${commonColumns(tx)}, named.club, named.member, companion.to_organisation_id as "toOrganisationId",
      companion.consent_id as "consentId", policy.consent_in_force(companion.consent_id) as consented,
      companion.decline_reason as "declineReason", companion.end_reason as "endReason"
    from companion left join policy.companion_names(${params.caseId}) named on named.id = companion.id
    where companion.province = ${province} and companion.case_id = ${params.caseId}
    order by companion.state in ('asked', 'accepted') desc, companion.asked_at desc`
  const tasks = await selectTasks(tx, province, rows)
  return { companions: rows.map((row) => ({ ...shown(row, tasks), club: row.club ?? '' })) }
})

export const listClubs = read(companionClubs, async ({ params, query }, { tx }) => {
  const rows = await tx<
    { id: string; name: string | null; organisationId: string; managedBy: string | null }[]
  >`
    select id, name, organisation_id as "organisationId", managed_by as "managedBy"
    from policy.companion_clubs(${params.organisationId}) order by name`
  return {
    clubs: rows
      .map((row) => ({ ...row, name: row.name ?? '', managedBy: row.managedBy ?? '' }))
      .filter(({ name, managedBy }) => query.name === '' || matchesTyped(`${name} ${managedBy}`, query.name))
      .slice(0, 50),
  }
})

type OfClubRow = CommonRow & {
  from: string | null
  safeContact: SafeContactCodes | null
  member: string | null
  mine: boolean
}

export const listOfClub = read(companionList, async ({ params }, { tx, province }) => {
  const { clubId } = params
  const rows = await tx<OfClubRow[]>`
    select ${commonColumns(tx)},
      (select name from organisation_name where organisation_name.organisation_id = companion.organisation_id
        order by valid_to is null desc, valid_from desc limit 1) as "from",
      case when companion.state = 'accepted' then companion.safe_contact end as "safeContact",
      (select member.display_name from member where member.province = companion.province
        and member.id = companion.member_id) as member,
      coalesce(companion.member_id = any (policy.own_members()), false) as mine
    from companion
    where companion.province = ${province} and companion.club_id = ${clubId} and ${withinCompanions(tx)}
    order by companion.state = 'asked' desc, companion.next_visit_on nulls last, companion.number limit 200`
  const [tasks, ended] = await Promise.all([
    selectTasks(tx, province, rows),
    tx<{ id: string; number: number; endedOn: string }[]>`
      select id, number, ended_on as "endedOn" from policy.ended_companions(${clubId}) order by ended_on desc, number`,
  ])
  return { companions: rows.map((row) => ({ ...shown(row, tasks), from: row.from ?? '' })), ended }
})

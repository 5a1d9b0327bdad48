import { auditUnusual } from '@ke-vai/contract/audit/audit.ts'
import { type Doing, findUnusual, type Opening, watchedActions } from '@ke-vai/contract/audit/unusual.ts'
import { addDays, today, zone } from '@ke-vai/contract/date/date.ts'
import { read } from '../platform/reads.ts'
import { namesOfAccounts, withinOrganisation } from './audit-scope.ts'

/** How many days before the first one tell what is usual. */
const usualDays = 60

export const showUnusual = read(auditUnusual, async ({ params, query }, { tx }) => {
  const now = new Date()
  const first = addDays(today(now), 1 - query.days)
  const since = tx`(${addDays(first, -usualDays)}::timestamp at time zone ${zone})`
  const openings = await tx<Opening[]>`
    select opening.at, opening.account_id as "accountId", opening.code, opening.assigned,
      opening.contact_near as "contactNear"
    from policy.audit_openings(${since}) opening
    where opening.account_id is not null
      and opening.id in (select id from audit_event where at >= ${since} and ${withinOrganisation(tx, params.organisationId)})`
  const doings = await tx<Doing[]>`
    select at, account_id as "accountId", action from audit_event
    where at >= ${since} and action = any (${[...watchedActions]}) and ${withinOrganisation(tx, params.organisationId)}`
  const findings = findUnusual({ openings, doings }, first, now)
  const names = await namesOfAccounts(
    tx,
    findings.map(({ accountId }) => accountId),
  )
  return {
    first,
    findings: findings.map(({ accountId, ...finding }) => ({
      ...finding,
      account: names.get(accountId ?? '') ?? null,
    })),
  }
})

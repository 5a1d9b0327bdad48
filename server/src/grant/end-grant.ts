import { grantEnd } from '@ke-vai/contract/grant/grant.ts'
import { grantRefusals, mayEnd } from '@ke-vai/contract/grant/rules.ts'
import type { Role } from '@ke-vai/contract/permissions.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'

interface Held {
  account_id: string
  role: Role
  organisation_id: string | null
}

/** Ends a role from this moment: the very next request of hers is answered without it. */
export const endGrant = command(grantEnd, async (args, { tx, actor, audit }) => {
  const [held] = await tx<Held[]>`
    select account_id, role, organisation_id from role_grant
    where id = ${args.grantId} and ended_at is null and role <> 'operator'
      and ${args.clubId ? tx`club_id = ${args.clubId}` : heldIn(tx, args.organisationId)}`
  if (!held) throw new Refused('notFound')
  if (!mayEnd(actor.roles, held.role)) throw new Refused(grantRefusals.notYours)
  if (held.role === 'administrator') await keepOneAdministrator(tx, held)
  const ended = await tx`
    update role_grant set ended_at = now(), ended_by = ${actor.id}, end_reason = ${cleanText(args.reason)}
    where id = ${args.grantId} and ended_at is null returning id`
  if (ended.length === 0) throw new Refused('notFound')
  await audit({ subjectKind: 'grant', subjectId: args.grantId, fields: ['end'] })
  return { done: true as const }
})

/** At the organisation itself, or at a place over which it stands. */
const heldIn = (tx: Tx, organisationId: string | null) => tx`(organisation_id = ${organisationId}
  or place_code is not null and policy.stands_over(${organisationId}, place_level, place_code, place_from, false))`

/** Two who end each other's role at the same moment go one after the other, or nobody would be left. */
async function keepOneAdministrator(tx: Tx, held: Held): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('ke-vai/last-administrator'))`
  const [others] = await tx<{ count: number }[]>`
    select policy.other_administrators(${held.organisation_id}, ${held.account_id}) as count`
  if (!others || others.count === 0) throw new Refused(grantRefusals.lastAdministrator)
}

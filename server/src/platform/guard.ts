import type { Subject } from '@ke-vai/contract/command.ts'
import { type Permission, type Reach, type Role, reachOf, roles } from '@ke-vai/contract/permissions.ts'
import type { Actor, Target } from './actor.ts'
import type { Tx } from './database.ts'
import { Refused } from './refused.ts'

/**
 * The server's own lock, beside the database's: how far the actor's roles over the target carry the permission.
 * A club that is out of reach answers like one that does not exist.
 */
export function requirePermission(actor: Actor, permission: Permission, target: Target): Reach {
  const reaches = actor.roles.map((role) => reachOf(role, permission))
  if (reaches.includes('all')) return 'all'
  if (reaches.includes('assigned')) return 'assigned'
  const outOfReach =
    (target.clubId !== undefined || target.organisationId !== undefined) && actor.roles.length === 0
  throw new Refused(outOfReach ? 'notFound' : 'notAllowed')
}

/** The person of a subject, where the actor may reach her. */
interface Asked {
  province: string
  reach: Reach
  target: Target
}

/**
 * The lock around one person, said by the server itself: she is of this club, not erased, assigned to the actor when
 * the reach goes no further, and the actor is not excluded from her. Otherwise the answer is that of a random id.
 */
export async function requireSubject(tx: Tx, subject: Subject, id: unknown, asked: Asked): Promise<void> {
  if (subject.kind === 'case') return requireCase(tx, id, asked)
  const { province, reach, target } = asked
  const thing = subject.kind === 'person' ? tx`person` : tx(subject.kind)
  const person = subject.kind === 'person' ? tx`thing.id` : tx`thing.person_id`
  const [found] = await tx`
    select person.id from ${thing} thing join person on person.province = thing.province and person.id = ${person}
    where thing.province = ${province} and thing.id = ${String(id)}
      ${target.clubId ? tx`and person.club_id = ${target.clubId}` : tx``}
      and person.erased_at is null and ${withinReach(tx, reach)}`
  if (!found) throw new Refused('notFound')
}

/**
 * The same for a case: it is this agency's, no conflict of interest hides it, and the actor is on its team ('assigned'),
 * or it still waits for somebody to carry it ('all').
 */
async function requireCase(tx: Tx, id: unknown, { province, reach, target }: Asked): Promise<void> {
  const [found] = await tx`
    select case_file.id from case_file
    where province = ${province} and id = ${String(id)} and organisation_id = ${target.organisationId ?? null}
      and ${withinCaseReach(tx, reach)}`
  if (!found) throw new Refused('notFound')
}

/** The condition on rows of `case_file` that the server's own lock sets: the team, or nobody yet. */
export function withinCaseReach(tx: Tx, reach: Reach) {
  const kept = tx`case_file.id <> all ((select policy.excluded_cases())::uuid[])`
  const own = tx`case_file.id = any ((select policy.own_cases('{manager,member,psychologist,supervisor,shelter}'))::uuid[])`
  if (reach === 'assigned') return tx`(${kept} and ${own})`
  return tx`(${kept} and (${own} or case_file.manager_id is null))`
}

/** The condition on rows of `person` that the server's own lock sets: assignment and conflict of interest. */
export function withinReach(tx: Tx, reach: Reach) {
  const kept = tx`person.id <> all ((select policy.excluded_persons())::uuid[])`
  if (reach === 'all') return kept
  return tx`(${kept} and person.member_id = any ((select policy.own_members())::uuid[]))`
}

/** The same for things that may be about a person and need not be, such as tasks: the column that names her. */
export function notExcluded(tx: Tx, column: 'task.person_id') {
  return tx`(${tx(column)} is null or ${tx(column)} <> all ((select policy.excluded_persons())::uuid[]))`
}

/** The clubs over which the actor's roles carry the permission, as an array: for lists that are asked of no one club. */
export function clubsWith(tx: Tx, permission: Permission) {
  const carrying = (Object.keys(roles) as Role[]).filter((role) => reachOf(role, permission) !== null)
  return tx`((select policy.clubs(${carrying}::text[]))::uuid[])`
}

/** An identity opens only where the person has just proved that it is she. */
export function requireStepUp(actor: Actor): void {
  if (!actor.steppedUp) throw new Refused('stepUpNeeded')
}

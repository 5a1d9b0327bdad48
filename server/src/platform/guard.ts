import { type Permission, type Reach, reachOf } from '@ke-vai/contract/permissions.ts'
import type { Actor, Target } from './actor.ts'
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

import { type Me, meRead } from '@ke-vai/contract/account/account.ts'
import { permissionsOf, type Role } from '@ke-vai/contract/permissions.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { type Read, read } from '../platform/reads.ts'

interface StandingRow {
  role: Role
  club_id: string | null
  organisation_id: string | null
  name: string | null
}

/** Who the actor is and where she stands: each role that holds today, with the name valid today. */
export async function describeActor(tx: Tx, actor: Actor): Promise<Me> {
  const [[account], standings] = await Promise.all([
    tx<{ id: string; username: string; display_name: string }[]>`
      select id, username, display_name from account where id = ${actor.id}`,
    tx<StandingRow[]>`
      select role, role_grant.club_id, role_grant.organisation_id, coalesce(club_name.name, organisation_name.name) as name
      from role_grant
      left join club_name on club_name.club_id = role_grant.club_id
        and club_name.valid_from <= current_date and (club_name.valid_to is null or club_name.valid_to >= current_date)
      left join organisation_name on organisation_name.organisation_id = role_grant.organisation_id
        and organisation_name.valid_from <= current_date and (organisation_name.valid_to is null or organisation_name.valid_to >= current_date)
      where account_id = ${actor.id} and role_grant.valid_from <= current_date
        and (role_grant.valid_to is null or role_grant.valid_to >= current_date)
      order by role, name`,
  ])
  if (!account) throw new Error('the actor has no account')
  return {
    id: account.id,
    username: account.username,
    displayName: account.display_name,
    standings: standings.map((row) => ({
      role: row.role,
      clubId: row.club_id,
      organisationId: row.organisation_id,
      name: row.name ?? '',
      permissions: permissionsOf([row.role]),
    })),
  }
}

export const accountReads: Read[] = [read(meRead, (_, { tx, actor }) => describeActor(tx, actor))]

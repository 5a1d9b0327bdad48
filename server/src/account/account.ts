import { type Me, meRead } from '@ke-vai/contract/account/account.ts'
import { permissionsOf, type Role } from '@ke-vai/contract/permissions.ts'
import type { Actor } from '../platform/actor.ts'
import type { Command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { type Read, read } from '../platform/reads.ts'
import { confirmAuthenticator, removeAuthenticator, setUpAuthenticator } from './authenticator.ts'
import {
  cancelInvitation,
  listInvitations,
  makeInvitation,
  makePowerfulInvitation,
  makeReturnInvitation,
} from './invitation.ts'
import { removePasskey } from './passkey.ts'
import { endAllSignIns, endSignIn, showSignIns, showWays } from './sign-ins.ts'

interface StandingRow {
  role: Role
  club_id: string | null
  organisation_id: string | null
  name: string | null
}

/** Who the actor is and where she stands: each role that holds today, with the name valid today. */
export async function describeActor(tx: Tx, actor: Actor): Promise<Me> {
  const [[account], standings, shares] = await Promise.all([
    tx<{ id: string; username: string; display_name: string }[]>`
      select id, username, display_name from account where id = ${actor.id}`,
    tx<StandingRow[]>`
      select role, role_grant.club_id, role_grant.organisation_id, coalesce(club_name.name, organisation_name.name,
          policy.dated_place_name(place_level, place_code, place_from)) as name
      from role_grant
      left join club_name on club_name.club_id = role_grant.club_id
        and club_name.valid_from <= policy.today() and (club_name.valid_to is null or club_name.valid_to >= policy.today())
      left join organisation_name on organisation_name.organisation_id = role_grant.organisation_id
        and organisation_name.valid_from <= policy.today() and (organisation_name.valid_to is null or organisation_name.valid_to >= policy.today())
      where account_id = ${actor.id} and role_grant.ended_at is null and role_grant.valid_from <= policy.today()
        and (role_grant.valid_to is null or role_grant.valid_to >= policy.today())
      order by role, name`,
    tx`select from deployed where what = 'master_key_custody' and hash = 'shares'`,
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
    keyCustody: shares.length > 0 ? 'shares' : 'file',
  }
}

export const accountReads: Read[] = [
  read(meRead, (_, { tx, actor }) => describeActor(tx, actor)),
  listInvitations,
  showSignIns,
  showWays,
]

export const accountCommands: Command[] = [
  setUpAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
  makeInvitation,
  makePowerfulInvitation,
  makeReturnInvitation,
  cancelInvitation,
  removePasskey,
  endSignIn,
  endAllSignIns,
]

import { createHash } from 'node:crypto'
import {
  type invitationAccept,
  type invitationLook,
  type invitationPasskeyOptions,
  invitationRefusals,
} from '@ke-vai/contract/account/invitation.ts'
import { passwordRule } from '@ke-vai/contract/account/password.ts'
import type { Role } from '@ke-vai/contract/permissions.ts'
import type { z } from 'zod'
import type { Sql, Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { knowDevice } from './known-device.ts'
import { auditSignIn, hashToken, type Opened, openSignIn } from './opened.ts'
import { askForNew, keepPasskey, readNew } from './passkey.ts'
import { hashPassword } from './password-hash.ts'
import type { Site } from './site.ts'
import type { Visit } from './visit.ts'

interface Invitation {
  id: string
  kind: 'new' | 'return'
  province: string
  account_id: string | null
  display_name: string
  username: string | null
  role: Role | null
  place_name: string
  invited_by: string
  inviter: string
  expires_at: Date
}

async function find(db: Sql, token: string): Promise<Invitation> {
  const [row] = await db<Invitation[]>`select * from policy.invitation_of(${hashToken(token)})`
  if (!row) throw new Refused(invitationRefusals.gone)
  return row
}

/** What the account of a new invitation will be called: known to both sides before it is there, to nobody else. */
function accountIdOf(token: string): string {
  const hex = createHash('sha256').update(`ke-vai/account/${token}`).digest('hex')
  const third = `4${hex.slice(13, 16)}`
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${third}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export async function lookAtInvitation(
  db: Sql,
  token: string,
): Promise<z.infer<typeof invitationLook.response>> {
  const row = await find(db, token)
  return {
    kind: row.kind,
    displayName: row.display_name,
    username: row.username,
    role: row.role,
    placeName: row.place_name,
    invitedBy: row.inviter,
    expiresAt: row.expires_at.toISOString(),
  }
}

export async function askInvitedForPasskey(
  db: Sql,
  site: Site,
  { token, username }: z.infer<typeof invitationPasskeyOptions.body>,
) {
  const row = await find(db, token)
  const accountId = row.account_id ?? accountIdOf(token)
  const owner = {
    accountId,
    username: row.username ?? username ?? row.display_name,
    displayName: row.display_name,
  }
  const errand = { purpose: 'add_passkey', accountId: null, invitationId: row.id } as const
  const options = await askForNew(db, site, owner, errand)
  // Of an account that comes back the old passkeys end; a phone that still has one may make its new one.
  return { ...options, excludeCredentials: [] }
}

/**
 * Takes an invitation once: the account with its role, or the account come back, its first way in, its first sign-in,
 * in one transaction. Refuses with `invitation_gone` for whatever link opens nothing, and for its own maker.
 * @param signedInAs the account that this browser is signed in as, if any
 */
export async function acceptInvitation(
  db: Sql,
  asked: z.infer<typeof invitationAccept.body>,
  visit: Visit,
  signedInAs: string | null,
  siteOfRequest: () => Site,
): Promise<Opened> {
  const row = await find(db, asked.token)
  if (signedInAs === row.invited_by) throw new Refused(invitationRefusals.ownInvitation)
  const username = row.username ?? asked.username
  if (!username) throw new Refused(invitationRefusals.usernameNeeded)
  if (asked.password === undefined && !asked.passkey) throw new Refused(invitationRefusals.wayNeeded)
  const refusal =
    asked.password === undefined ? null : passwordRule(asked.password, { username, hasCode: false })
  if (refusal) throw new Refused(refusal)
  const errand = { purpose: 'add_passkey', accountId: null, invitationId: row.id } as const
  const passkey = asked.passkey ? await readNew(db, siteOfRequest(), asked.passkey, errand) : null
  const hash = asked.password === undefined ? null : await hashPassword(asked.password)
  return db.begin(async (tx) => {
    const accountId = await take(tx, asked.token, username, hash)
    if (passkey) await keepPasskey(tx, accountId, asked.passkeyName ?? visit.device, passkey)
    const { token, id } = await openSignIn(tx, accountId, 'invitation', visit.device)
    const deviceToken = await knowDevice(tx, accountId, visit.deviceToken)
    const account = { province: row.province, accountId }
    await auditSignIn(tx, account, 'INVITATION_ACCEPTED', id)
    await auditSignIn(tx, account, 'SIGNED_IN', id)
    return { token, deviceToken }
  })
}

async function take(tx: Tx, token: string, username: string, hash: string | null): Promise<string> {
  try {
    const [taken] = await tx<{ id: string | null }[]>`
      select policy.accept_invitation(${hashToken(token)}, ${accountIdOf(token)}, ${username}, ${hash}) as id`
    if (taken?.id) return taken.id
  } catch (error) {
    const { code, constraint_name: constraint } = error as { code?: string; constraint_name?: string }
    if (code === '23505' && constraint === 'account_username_key')
      throw new Refused(invitationRefusals.usernameTaken)
    throw error
  }
  throw new Refused(invitationRefusals.gone)
}

import { createHash, randomBytes } from 'node:crypto'
import { signInHours } from '@ke-vai/contract/account/sign-in.ts'
import type { Sql, Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'

export type Method = 'password' | 'password_and_code' | 'passkey' | 'invitation'

/** A token opens nothing when it is read from the database: only its hash stands there. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** What her browser keeps after a sign-in. */
export interface Opened {
  token: string
  deviceToken: string
}

/** Opens a sign-in (256 random bits, kept hashed). A fresh one counts as stepped up. @returns token and id */
export async function openSignIn(
  tx: Tx,
  accountId: string,
  method: Method,
  device: string,
): Promise<{ token: string; id: string }> {
  const token = randomBytes(32).toString('base64url')
  const [made] = await tx<{ id: string }[]>`
    insert into sign_in (token_hash, account_id, expires_at, method, device, stepped_up_at)
    values (${hashToken(token)}, ${accountId}, now() + ${signInHours} * interval '1 hour', ${method}, ${device}, now())
    returning id`
  if (!made) throw new Error('the sign-in was not made')
  return { token, id: made.id }
}

/** Whoever is signed in with a token, seen before the app's role is entered. */
export interface SignedIn {
  signInId: string
  accountId: string
  province: string
  username: string
  displayName: string
  passwordHash: string | null
  steppedUp: boolean
}

interface Row {
  id: string
  account_id: string
  province: string
  username: string
  display_name: string
  password_hash: string | null
  stepped_up: boolean
}

/** The person of a token, by the same ends as the database's own `policy.enter`. Refuses with `signed_out`. */
export async function findSignedIn(db: Sql, token: string | undefined): Promise<SignedIn> {
  const [row] = token
    ? await db<Row[]>`
        select sign_in.id, account.id as account_id, account.province, username, display_name, password_hash,
          coalesce(stepped_up_at > now() - interval '10 minutes', false) as stepped_up
        from sign_in join account on account.id = sign_in.account_id
        where token_hash = ${hashToken(token)} and ended_at is null and expires_at > now()
          and last_used_at > now() - policy.idle_limit() and disabled_at is null`
    : []
  if (!row) throw new Refused('signedOut')
  return {
    signInId: row.id,
    accountId: row.account_id,
    province: row.province,
    username: row.username,
    displayName: row.display_name,
    passwordHash: row.password_hash,
    steppedUp: row.stepped_up,
  }
}

type SignInAction =
  | 'SIGNED_IN'
  | 'SIGN_IN_REFUSED'
  | 'SIGNED_OUT'
  | 'STEPPED_UP'
  | 'STEP_UP_REFUSED'
  | 'INVITATION_ACCEPTED'
  | 'PASSWORD_CHANGED'
  | 'PASSKEY_ADDED'

/** The audit line of what happens before or beside the commands. Last in its transaction: it holds the chain's head. */
export async function auditSignIn(
  tx: Sql | Tx,
  { province, accountId }: { province: string; accountId: string },
  action: SignInAction,
  signInId: string | null,
): Promise<void> {
  await tx`select policy.append_sign_in_audit(${province}, ${accountId}, ${action}, ${signInId})`
}

import { signInRefusals } from '@ke-vai/contract/account/sign-in.ts'
import type { UsedPasskey } from '@ke-vai/contract/account/webauthn.ts'
import type { Sql } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Vault } from '../platform/vault.ts'
import { findAuthenticator, takeCode } from './authenticator.ts'
import { forgetFailures, hashName, rememberFailure, requireCodesLeft, slowDown } from './guessing.ts'
import { countDeviceFailure, isKnownDevice, knowDevice } from './known-device.ts'
import { auditSignIn, hashToken, type Method, type Opened, openSignIn } from './opened.ts'
import { proveUse, wrongPasskey } from './passkey.ts'
import { verifyPassword } from './password-hash.ts'
import type { Site } from './site.ts'
import type { Visit } from './visit.ts'

interface AccountRow {
  id: string
  province: string
  password_hash: string | null
}

interface Typed {
  username: string
  password: string
  code?: string | undefined
}

/**
 * Signs in with a password, and with a code where she has an authenticator. Guessing is slowed for the name and for
 * the address; on a browser that she has used before she comes in at once, whoever else is guessing.
 */
export async function signInByPassword(
  db: Sql,
  vault: Vault,
  { username, password, code }: Typed,
  visit: Visit,
): Promise<Opened> {
  const nameHash = hashName(username)
  const [account] = await db<AccountRow[]>`
    select id, province, password_hash from account
    where username = ${username.trim().toLowerCase()} and disabled_at is null`
  const known = account ? await isKnownDevice(db, account.id, visit.deviceToken) : false
  if (!known) await slowDown(db, nameHash, visit.addressHash)
  const right = await verifyPassword(account?.password_hash ?? null, password, known)
  const fail = async (wrongCode: boolean): Promise<never> => {
    await rememberFailure(db, nameHash, visit.addressHash, wrongCode)
    if (account) {
      await countDeviceFailure(db, account.id, visit.deviceToken)
      await auditSignIn(db, { province: account.province, accountId: account.id }, 'SIGN_IN_REFUSED', null)
    }
    throw new Refused(wrongCode ? signInRefusals.wrongCode : signInRefusals.wrongPassword)
  }
  if (!account || !right) return fail(false)
  const sealed = await findAuthenticator(db, account.id)
  if (sealed) {
    if (!code) throw new Refused(signInRefusals.codeNeeded)
    if (!known) await requireCodesLeft(db, nameHash)
    if (!(await takeCode(db, vault, account.id, sealed, code))) return fail(true)
  }
  await forgetFailures(db, nameHash)
  return open(
    db,
    { province: account.province, accountId: account.id },
    sealed ? 'password_and_code' : 'password',
    visit,
  )
}

/** Signs in with a passkey; nobody's guessing slows it, because there is nothing in it to guess. */
export async function signInByPasskey(db: Sql, site: Site, used: UsedPasskey, visit: Visit): Promise<Opened> {
  const errand = { purpose: 'sign_in', accountId: null, invitationId: null } as const
  const { proved, of } = await proveUse(db, site, used, errand)
  if (!proved) {
    if (of) await auditSignIn(db, of, 'SIGN_IN_REFUSED', null)
    throw wrongPasskey()
  }
  return open(db, proved, 'passkey', visit)
}

async function open(
  db: Sql,
  account: { province: string; accountId: string },
  method: Method,
  visit: Visit,
): Promise<Opened> {
  return db.begin(async (tx) => {
    const { token, id } = await openSignIn(tx, account.accountId, method, visit.device)
    const deviceToken = await knowDevice(tx, account.accountId, visit.deviceToken)
    await auditSignIn(tx, account, 'SIGNED_IN', id)
    return { token, deviceToken }
  })
}

/** Ends the sign-in of this token; one that has ended already is no fault. */
export async function signOut(db: Sql, token: string): Promise<void> {
  await db.begin(async (tx) => {
    const [ended] = await tx<{ id: string; account_id: string; province: string }[]>`
      with ended as (
        update sign_in set ended_at = now() where token_hash = ${hashToken(token)} and ended_at is null
        returning id, account_id)
      select ended.id, account_id, province from ended join account on account.id = account_id`
    if (ended)
      await auditSignIn(tx, { province: ended.province, accountId: ended.account_id }, 'SIGNED_OUT', ended.id)
  })
}

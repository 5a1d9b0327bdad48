import { passwordRule } from '@ke-vai/contract/account/password.ts'
import type { Sql } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { findAuthenticator } from './authenticator.ts'
import { knowDevice } from './known-device.ts'
import { auditSignIn, type SignedIn } from './opened.ts'
import { hashPassword } from './password-hash.ts'

/**
 * Sets her password and ends her other sign-ins: whoever knew the old one is out. A password that leans on the code
 * is marked so, for the authenticator may not go while it is there. The caller has asked for the step-up.
 * @returns the token by which this browser stays known; every other one is forgotten
 */
export async function setPassword(db: Sql, who: SignedIn, password: string): Promise<string> {
  const hasCode = (await findAuthenticator(db, who.accountId)) !== null
  const refusal = passwordRule(password, { username: who.username, hasCode })
  if (refusal) throw new Refused(refusal)
  const standsAlone = passwordRule(password, { username: who.username, hasCode: false }) === null
  const hash = await hashPassword(password)
  return db.begin(async (tx) => {
    await tx`
      update account set password_hash = ${hash}, password_needs_code = ${!standsAlone}, security_stamp = security_stamp + 1
      where id = ${who.accountId}`
    await tx`update sign_in set ended_at = now()
      where account_id = ${who.accountId} and id <> ${who.signInId} and ended_at is null`
    await tx`delete from known_device where account_id = ${who.accountId}`
    const deviceToken = await knowDevice(tx, who.accountId, undefined)
    await auditSignIn(tx, who, 'PASSWORD_CHANGED', who.signInId)
    return deviceToken
  })
}

import {
  signInRefusals,
  stepUpMinutes,
  type stepUp as stepUpShape,
} from '@ke-vai/contract/account/sign-in.ts'
import type { z } from 'zod'
import type { Sql } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Vault } from '../platform/vault.ts'
import { findAuthenticator, takeCode } from './authenticator.ts'
import { hashName, rememberFailure, requireCodesLeft, slowDown } from './guessing.ts'
import { auditSignIn, type SignedIn } from './opened.ts'
import { proveUse, wrongPasskey } from './passkey.ts'
import { verifyPassword } from './password-hash.ts'
import type { Site } from './site.ts'
import type { Visit } from './visit.ts'

/**
 * She proves again that it is she, on the sign-in that she has: with a passkey of hers, or with the password (and the
 * code). A phone left open must not be enough to open an identity, so wrong guesses are slowed here as well.
 */
export async function stepUp(
  db: Sql,
  vault: Vault,
  who: SignedIn,
  proof: z.infer<typeof stepUpShape.body>,
  visit: Visit,
  siteOfRequest: () => Site,
): Promise<{ until: string }> {
  const refuse = async (why: Refused): Promise<never> => {
    await auditSignIn(db, who, 'STEP_UP_REFUSED', who.signInId)
    throw why
  }
  if (proof.passkey) {
    const errand = { purpose: 'step_up', accountId: who.accountId, invitationId: null } as const
    const { proved } = await proveUse(db, siteOfRequest(), proof.passkey, errand)
    if (!proved) return refuse(wrongPasskey())
  } else {
    const nameHash = hashName(who.username)
    await slowDown(db, nameHash, visit.addressHash)
    if (!(await verifyPassword(who.passwordHash, proof.password, true))) {
      await rememberFailure(db, nameHash, visit.addressHash, false)
      return refuse(new Refused(signInRefusals.wrongPassword))
    }
    const sealed = await findAuthenticator(db, who.accountId)
    if (sealed && !proof.code) throw new Refused(signInRefusals.codeNeeded)
    if (sealed && proof.code) {
      await requireCodesLeft(db, nameHash)
      if (!(await takeCode(db, vault, who.accountId, sealed, proof.code))) {
        await rememberFailure(db, nameHash, visit.addressHash, true)
        return refuse(new Refused(signInRefusals.wrongCode))
      }
    }
  }
  return db.begin(async (tx) => {
    const [now] = await tx<{ until: Date }[]>`
      update sign_in set stepped_up_at = now() where id = ${who.signInId} and ended_at is null
      returning stepped_up_at + ${stepUpMinutes} * interval '1 minute' as until`
    if (!now) throw new Refused('signedOut')
    await auditSignIn(tx, who, 'STEPPED_UP', who.signInId)
    return { until: now.until.toISOString() }
  })
}

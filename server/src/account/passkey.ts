import { randomUUID } from 'node:crypto'
import { passkeyRefusals, passkeyRemove } from '@ke-vai/contract/account/passkey.ts'
import { signInRefusals } from '@ke-vai/contract/account/sign-in.ts'
import type {
  makePasskeyOptions,
  NewPasskey,
  UsedPasskey,
  usePasskeyOptions,
} from '@ke-vai/contract/account/webauthn.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { z } from 'zod'
import { command } from '../platform/commands.ts'
import type { Sql, Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { type Errand, makeChallenge, takeChallenge } from './challenge.ts'
import type { Site } from './site.ts'

const timeout = 300_000
// ES256, EdDSA and RS256: what phones, security keys and Windows make.
const algorithms = [-7, -8, -257]

interface Owner {
  accountId: string
  username: string
  displayName: string
}

/** What a browser is asked for to make a passkey: kept on the device, opened by finger, face or the phone's code. */
export async function askForNew(
  db: Sql,
  site: Site,
  owner: Owner,
  errand: Errand,
): Promise<z.infer<typeof makePasskeyOptions>> {
  const challenge = await makeChallenge(db, errand)
  const own = await db<{ credential_id: Buffer }[]>`
    select credential_id from passkey where account_id = ${owner.accountId}`
  return {
    rp: { id: site.rpId, name: 'Kề Vai' },
    user: {
      id: Buffer.from(owner.accountId).toString('base64url'),
      name: owner.username,
      displayName: owner.displayName,
    },
    challenge: challenge.toString('base64url'),
    pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
    timeout,
    excludeCredentials: own.map((each) => ({
      id: each.credential_id.toString('base64url'),
      type: 'public-key',
    })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
  }
}

/** What a browser is asked for to use one; of an account that is known, one of its own. */
export async function askForUse(
  db: Sql,
  site: Site,
  errand: Errand,
): Promise<z.infer<typeof usePasskeyOptions>> {
  const challenge = await makeChallenge(db, errand)
  const own = errand.accountId
    ? await db<
        { credential_id: Buffer }[]
      >`select credential_id from passkey where account_id = ${errand.accountId}`
    : []
  return {
    challenge: challenge.toString('base64url'),
    timeout,
    rpId: site.rpId,
    allowCredentials: own.map((each) => ({
      id: each.credential_id.toString('base64url'),
      type: 'public-key',
    })),
    userVerification: 'required',
  }
}

/** A new public key as the browser proved it; not yet kept. Refuses with `passkey_not_made`. */
export async function readNew(db: Sql, site: Site, made: NewPasskey, errand: Errand) {
  const verified = await verifyRegistrationResponse({
    response: made as RegistrationResponseJSON,
    expectedChallenge: (challenge) => takeChallenge(db, challenge, errand),
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null)
  if (!verified?.verified) throw new Refused(passkeyRefusals.notMade)
  const { credential, credentialBackedUp } = verified.registrationInfo
  return { credential, backedUp: credentialBackedUp }
}

/** Keeps a public key that `readNew` has proved. @returns its id */
export async function keepPasskey(
  tx: Tx,
  accountId: string,
  name: string,
  { credential, backedUp }: Awaited<ReturnType<typeof readNew>>,
): Promise<string> {
  const id = randomUUID()
  const kept = await tx`
    insert into passkey (id, account_id, credential_id, public_key, sign_count, transports, backed_up, name)
    values (${id}, ${accountId}, ${Buffer.from(credential.id, 'base64url')}, ${Buffer.from(credential.publicKey)},
      ${credential.counter}, ${credential.transports ?? []}, ${backedUp}, ${cleanText(name)})
    on conflict (credential_id) do nothing returning id`
  if (kept.length === 0) throw new Refused(passkeyRefusals.notMade)
  return id
}

interface PasskeyRow {
  id: string
  account_id: string
  province: string
  public_key: Buffer
  sign_count: number
}

/** Whose passkey it was, which she has just opened with finger, face or code. */
export interface UsedBy {
  accountId: string
  province: string
}

/**
 * Proves the use of a passkey: challenge taken once, origin and name of this site, user verified, signature, and a
 * counter that did not go back (which would be a copy). Null when any of it fails, with its account if there is one.
 */
export async function proveUse(
  db: Sql,
  site: Site,
  used: UsedPasskey,
  errand: Errand,
): Promise<{ proved: UsedBy | null; of: UsedBy | null }> {
  const [row] = await db<PasskeyRow[]>`
    select passkey.id, account_id, province, public_key, sign_count
    from passkey join account on account.id = account_id
    where credential_id = ${Buffer.from(used.id, 'base64url')} and disabled_at is null`
  if (!row) return { proved: null, of: null }
  const of = { accountId: row.account_id, province: row.province }
  const { userHandle } = used.response
  const isHers =
    (errand.accountId === null || errand.accountId === row.account_id) &&
    (userHandle === undefined || Buffer.from(userHandle, 'base64url').toString() === row.account_id)
  const verified = await verifyAuthenticationResponse({
    response: used as AuthenticationResponseJSON,
    expectedChallenge: (challenge) => takeChallenge(db, challenge, errand),
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    credential: { id: used.id, publicKey: new Uint8Array(row.public_key), counter: row.sign_count },
  }).catch(() => null)
  if (!verified?.verified || !isHers) return { proved: null, of }
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  // Two uses at once of a copied key: the counter decides in the database, not in what was read before.
  const counted = await db`
    update passkey set sign_count = ${newCounter}, backed_up = ${credentialBackedUp}, last_used_at = now()
    where id = ${row.id} and (sign_count < ${newCounter} or (sign_count = 0 and ${newCounter} = 0)) returning id`
  return { proved: counted.length > 0 ? of : null, of }
}

/** Refuses `signInRefusals.wrongPasskey` for whatever was wrong with it: which one is nobody's business. */
export const wrongPasskey = () => new Refused(signInRefusals.wrongPasskey)

export const removePasskey = command(passkeyRemove, async (args, { tx, actor, audit }) => {
  // Taken in turn, so that two passkeys removed at once do not leave her without a way in.
  const own = await tx<{ id: string }[]>`select id from passkey where account_id = ${actor.id}`
  if (!own.some((each) => each.id === args.passkeyId)) throw new Refused('notFound')
  await tx`select pg_advisory_xact_lock(hashtext(${`passkeys ${actor.id}`}))`
  await tx`delete from passkey where id = ${args.passkeyId} and account_id = ${actor.id}`
  const [left] = await tx<{ ways: boolean }[]>`
    select there or exists (select from passkey where account_id = ${actor.id}) as ways from policy.own_password()`
  if (!left?.ways) throw new Refused(passkeyRefusals.lastWay)
  await audit({ subjectKind: 'account', subjectId: actor.id, fields: ['passkey'] })
  return { done: true as const }
})
